using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Heng.Law.Codes;

/// <summary>Rounding to fen (分位取舍): how a sum with parts of a fen becomes whole.</summary>
public enum FenRounding
{
    /// <summary>Half up (四舍五入): half a fen counts as one; for negative sums, away from zero.</summary>
    HalfUp,

    /// <summary>Exact (不取舍): a part of a fen is a fault of the caller.</summary>
    Exact,
}

/// <summary>Money (金额): whole fen of renminbi (CNY).</summary>
/// <remarks>Arithmetic is checked: an overflow throws. A difference may be negative. Two sums are equal when their fen are.</remarks>
/// <param name="Fen">Hundredths of a yuan.</param>
public readonly record struct Money(long Fen) : IComparable<Money>
{
    private const int FenPerYuan = 100;

    /// <summary>No money (零元).</summary>
    public static Money Zero => default;

    /// <summary>The sum in yuan (元), exact.</summary>
    public decimal Yuan => (decimal)Fen / FenPerYuan;

    /// <summary>A sum of yuan.</summary>
    /// <param name="yuan">Yuan, perhaps with parts of a fen.</param>
    /// <param name="rounding">How parts of a fen are treated.</param>
    /// <exception cref="ArgumentException">A part of a fen, and the rounding is <see cref="FenRounding.Exact"/>.</exception>
    /// <exception cref="OverflowException">The sum is too large.</exception>
    public static Money FromYuan(decimal yuan, FenRounding rounding)
    {
        var whole = decimal.Round(yuan, 2, MidpointRounding.AwayFromZero);
        if (rounding == FenRounding.Exact && whole != yuan)
        {
            throw new ArgumentException("The sum has parts of a fen.", nameof(yuan));
        }

        return new Money(decimal.ToInt64(whole * FenPerYuan));
    }

    /// <summary>The larger of two sums.</summary>
    /// <param name="one">One sum.</param>
    /// <param name="other">Another sum.</param>
    public static Money Max(Money one, Money other) => one >= other ? one : other;

    /// <summary>The smaller of two sums.</summary>
    /// <param name="one">One sum.</param>
    /// <param name="other">Another sum.</param>
    public static Money Min(Money one, Money other) => one <= other ? one : other;

    /// <summary>The sum of all.</summary>
    /// <param name="sums">The sums.</param>
    public static Money Sum(IEnumerable<Money> sums)
    {
        ArgumentNullException.ThrowIfNull(sums);
        return sums.Aggregate(Zero, (total, next) => total + next);
    }

    /// <summary>Reads a sum of yuan, or says what is wrong with it.</summary>
    /// <param name="text">For example <c>85,000.00</c>, <c>85000</c>, <c>￥85000.5</c> or <c>85000元</c>.</param>
    /// <param name="money">The sum read.</param>
    /// <param name="fault">What is wrong.</param>
    public static bool TryParse(string? text, out Money money, [NotNullWhen(false)] out CodeFault? fault)
    {
        (money, fault) = (default, null);
        var rest = (text ?? "").AsSpan();
        if (rest is ['¥' or '￥', ..])
        {
            rest = rest[1..];
        }

        if (rest is [.., '元'])
        {
            rest = rest[..^1];
        }

        var isNegative = rest is ['-', ..];
        if (isNegative)
        {
            rest = rest[1..];
        }

        var point = rest.IndexOf('.');
        var whole = point < 0 ? rest : rest[..point];
        var part = point < 0 ? [] : rest[(point + 1)..];
        if (!IsGrouped(whole) || (point >= 0 && (part.IsEmpty || part.ContainsAnyExceptInRange('0', '9'))))
        {
            fault = new("codes.money.form", "金额应写作以元为单位的数，例如 85,000.00 或 85000，千分位每三位一个逗号，请改正。");
            return false;
        }

        if (part.Length > 2)
        {
            fault = new("codes.money.fen", "金额最多两位小数（精确到分），请改正。");
            return false;
        }

        var digits = whole.ToString().Replace(",", "", StringComparison.Ordinal) + part.ToString().PadRight(2, '0');
        if (!long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var fen))
        {
            fault = new("codes.money.size", "金额过大，请核对。");
            return false;
        }

        money = new Money(isNegative ? -fen : fen);
        return true;
    }

    /// <summary>A share or multiple of the sum.</summary>
    /// <param name="rate">The rate.</param>
    /// <param name="rounding">How parts of a fen are treated.</param>
    public Money Times(decimal rate, FenRounding rounding) => FromYuan(Yuan * rate, rounding);

    /// <inheritdoc/>
    public int CompareTo(Money other) => Fen.CompareTo(other.Fen);

    /// <summary>The sum as printed, for example <c>85,000.00</c>.</summary>
    public override string ToString() => Yuan.ToString("#,##0.00", CultureInfo.InvariantCulture);

    /// <summary>Adds.</summary>
    /// <param name="left">One sum.</param>
    /// <param name="right">Another sum.</param>
    public static Money operator +(Money left, Money right) => new(checked(left.Fen + right.Fen));

    /// <summary>Subtracts.</summary>
    /// <param name="left">The sum to take from.</param>
    /// <param name="right">The sum taken.</param>
    public static Money operator -(Money left, Money right) => new(checked(left.Fen - right.Fen));

    /// <summary>Multiplies by a whole number.</summary>
    /// <param name="money">The sum.</param>
    /// <param name="times">How many times.</param>
    public static Money operator *(Money money, int times) => new(checked(money.Fen * times));

    /// <summary>Whether the left sum is smaller.</summary>
    /// <param name="left">One sum.</param>
    /// <param name="right">Another sum.</param>
    public static bool operator <(Money left, Money right) => left.Fen < right.Fen;

    /// <summary>Whether the left sum is larger.</summary>
    /// <param name="left">One sum.</param>
    /// <param name="right">Another sum.</param>
    public static bool operator >(Money left, Money right) => left.Fen > right.Fen;

    /// <summary>Whether the left sum is not larger.</summary>
    /// <param name="left">One sum.</param>
    /// <param name="right">Another sum.</param>
    public static bool operator <=(Money left, Money right) => left.Fen <= right.Fen;

    /// <summary>Whether the left sum is not smaller.</summary>
    /// <param name="left">One sum.</param>
    /// <param name="right">Another sum.</param>
    public static bool operator >=(Money left, Money right) => left.Fen >= right.Fen;

    /// <summary>Adds; the friend of <c>+</c>.</summary>
    /// <param name="left">One sum.</param>
    /// <param name="right">Another sum.</param>
    public static Money Add(Money left, Money right) => left + right;

    /// <summary>Subtracts; the friend of <c>-</c>.</summary>
    /// <param name="left">The sum to take from.</param>
    /// <param name="right">The sum taken.</param>
    public static Money Subtract(Money left, Money right) => left - right;

    /// <summary>Multiplies; the friend of <c>*</c>.</summary>
    /// <param name="left">The sum.</param>
    /// <param name="right">How many times.</param>
    public static Money Multiply(Money left, int right) => left * right;

    private static bool IsGrouped(ReadOnlySpan<char> whole)
    {
        if (!whole.Contains(','))
        {
            return !whole.IsEmpty && !whole.ContainsAnyExceptInRange('0', '9');
        }

        var first = true;
        foreach (var range in whole.Split(','))
        {
            var group = whole[range];
            if (group.ContainsAnyExceptInRange('0', '9') || (first ? group.Length is 0 or > 3 : group.Length != 3))
            {
                return false;
            }

            first = false;
        }

        return true;
    }
}
