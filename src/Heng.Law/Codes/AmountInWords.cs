using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Heng.Law.Codes;

/// <summary>Amount in words (金额大写): a sum in the capital numerals of bills and penalty documents, 捌万伍仟元整.</summary>
/// <remarks>
/// The rules are those that the People's Bank prints for bills (正确填写票据和结算凭证的基本规定): 整 closes a sum that ends in yuan,
/// may close one that ends in jiao, and never follows fen; several zeros give one 零; where that rule lets 零 be written or left
/// out, reading takes both and writing follows its first example. Reading also takes 正, 圆, the old forms 貳 陸 萬 億 and a
/// leading 人民币. From zero to 9,999,999,999,999.99 yuan, both inclusive.
/// </remarks>
public static class AmountInWords
{
    private const string Digits = "零壹贰叁肆伍陆柒捌玖";
    private const int LongestText = 80;
    private const long TenThousand = 10_000;
    private const long HundredMillion = TenThousand * TenThousand;
    private static readonly (int Worth, string Name)[] Places = [(1000, "仟"), (100, "佰"), (10, "拾"), (1, "")];
    private static readonly (long Worth, string Name)[] Sections = [(HundredMillion * TenThousand, "万"), (HundredMillion, "亿"), (TenThousand, "万"), (1, "")];

    /// <summary>The largest sum that has words here, 9,999,999,999,999.99 yuan.</summary>
    public static Money Largest => new(999_999_999_999_999);

    /// <summary>Writes a sum in words.</summary>
    /// <param name="money">Zero to <see cref="Largest"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The sum lies outside.</exception>
    public static string Write(Money money)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(money, Money.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(money, Largest);
        return string.Concat(Spell(money).Where(p => p.IsWritten).Select(p => p.Text));
    }

    /// <summary>Reads a sum from words, or says what is wrong with them.</summary>
    /// <param name="text">For example <c>人民币捌万伍仟元整</c>.</param>
    /// <param name="money">The sum read.</param>
    /// <param name="fault">What is wrong.</param>
    public static bool TryRead(string? text, out Money money, [NotNullWhen(false)] out CodeFault? fault)
    {
        (money, fault) = (default, null);
        var words = Normalise(text ?? "");
        if (words.Length is 0 or > LongestText)
        {
            fault = new("codes.amount-words.length", "大写金额为空或过长，请写作例如“捌万伍仟元整”。");
            return false;
        }

        if (Estimate(words, out var strange) is not long fen)
        {
            fault = new("codes.amount-words.character", $"大写金额中“{strange}”不是大写数字或单位，请用零壹贰叁肆伍陆柒捌玖、拾佰仟万亿、元角分整，不用一、二、三等小写。");
            return false;
        }

        if (fen > Largest.Fen)
        {
            fault = new("codes.amount-words.size", "大写金额过大，请核对。");
            return false;
        }

        var sum = new Money(fen);
        if (!Matches(words, Spell(sum)))
        {
            fault = new("codes.amount-words.form", $"大写金额写法不规范，如为 {sum} 元应写作“{Write(sum)}”，请核对后改正。");
            return false;
        }

        money = sum;
        return true;
    }

    private static string Normalise(string text)
    {
        var words = text.StartsWith("人民币", StringComparison.Ordinal) ? text[3..] : text;
        return words.Replace('圆', '元').Replace('圓', '元').Replace('正', '整').Replace('貳', '贰').Replace('陸', '陆').Replace('萬', '万').Replace('億', '亿');
    }

    // The value the words can only have, whatever their form; null at a foreign character. 零 carries no value: every digit has its unit.
    private static long? Estimate(string words, out char strange)
    {
        long hundredMillions = 0, tenThousands = 0, section = 0, digit = 0, fen = 0;
        strange = default;
        foreach (var word in words)
        {
            var value = Digits.IndexOf(word, StringComparison.Ordinal);
            if (value >= 0)
            {
                digit = value;
                continue;
            }

            switch (word)
            {
                case '拾':
                    section += digit * 10;
                    break;
                case '佰':
                    section += digit * 100;
                    break;
                case '仟':
                    section += digit * 1000;
                    break;
                case '万':
                    (tenThousands, section) = ((section + digit) * TenThousand, 0);
                    break;
                case '亿':
                    (hundredMillions, tenThousands, section) = ((tenThousands + section + digit) * HundredMillion, 0, 0);
                    break;
                case '元':
                    fen += (hundredMillions + tenThousands + section + digit) * 100;
                    (hundredMillions, tenThousands, section) = (0, 0, 0);
                    break;
                case '角':
                    fen += digit * 10;
                    break;
                case '分':
                    fen += digit;
                    break;
                case '整':
                    break;
                default:
                    strange = word;
                    return null;
            }

            digit = 0;
        }

        return fen;
    }

    private static bool Matches(string words, List<Piece> pieces)
    {
        var at = 0;
        foreach (var piece in pieces)
        {
            if (string.CompareOrdinal(words, at, piece.Text, 0, piece.Text.Length) == 0)
            {
                at += piece.Text.Length;
            }
            else if (!piece.MayLack)
            {
                return false;
            }
        }

        return at == words.Length;
    }

    private static List<Piece> Spell(Money money)
    {
        var (yuan, rest) = Math.DivRem(money.Fen, 100L);
        var (jiao, fen) = Math.DivRem((int)rest, 10);
        var pieces = new List<Piece>();
        if (money == Money.Zero)
        {
            return [Piece.Must("零元"), Piece.Must("整")];
        }

        if (yuan == 0)
        {
            pieces.Add(Piece.MayWrite("零元"));
        }
        else
        {
            SpellYuan(pieces, yuan);
        }

        if (jiao > 0)
        {
            if (yuan > 0 && yuan % 10 == 0)
            {
                pieces.Add(Piece.MayOmit("零"));
            }

            pieces.Add(Piece.Must(Digit(jiao) + "角"));
        }
        else if (fen > 0)
        {
            pieces.Add(yuan > 0 ? Piece.Must("零") : Piece.MayWrite("零"));
        }

        pieces.Add(fen > 0 ? Piece.Must(Digit(fen) + "分") : jiao > 0 ? Piece.MayWrite("整") : Piece.Must("整"));
        return pieces;
    }

    private static void SpellYuan(List<Piece> pieces, long yuan)
    {
        var started = false;
        var skipped = false;
        foreach (var (worth, name) in Sections)
        {
            var section = (int)(yuan / worth % TenThousand);
            if (section == 0)
            {
                skipped = started;

                // 壹万亿: the 亿 is said even when nothing but the ten thousands of it is there.
                if (worth == HundredMillion && started)
                {
                    pieces.Add(Piece.Must(name));
                }

                continue;
            }

            if (started && section < 1000)
            {
                pieces.Add(Piece.Must("零"));
            }
            else if (started && skipped)
            {
                pieces.Add(Piece.MayOmit("零"));
            }
            else if (started && yuan / (worth * TenThousand) % 10 == 0)
            {
                pieces.Add(Piece.MayWrite("零"));
            }

            SpellSection(pieces, section);
            if (name.Length > 0)
            {
                pieces.Add(Piece.Must(name));
            }

            (started, skipped) = (true, false);
        }

        pieces.Add(Piece.Must("元"));
    }

    private static void SpellSection(List<Piece> pieces, int section)
    {
        var zeroPending = false;
        var started = false;
        foreach (var (worth, name) in Places)
        {
            var digit = section / worth % 10;
            if (digit == 0)
            {
                zeroPending = started;
                continue;
            }

            if (zeroPending)
            {
                pieces.Add(Piece.Must("零"));
            }

            pieces.Add(Piece.Must(Digit(digit) + name));
            (started, zeroPending) = (true, false);
        }
    }

    private static string Digit(int digit) => Digits[digit].ToString(CultureInfo.InvariantCulture);

    /// <summary>A piece of the words: what must stand, and what may stand or lack.</summary>
    private readonly record struct Piece(string Text, bool MayLack, bool IsWritten)
    {
        public static Piece Must(string text) => new(text, false, true);

        public static Piece MayOmit(string text) => new(text, true, true);

        public static Piece MayWrite(string text) => new(text, true, false);
    }
}
