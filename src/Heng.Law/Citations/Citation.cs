using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Heng.Law.Citations;

/// <summary>Citation (引用): one place in one instrument, such as article 20, paragraph 1, item 3 of PR.</summary>
/// <remarks>
/// Written <c>INSTRUMENT [ARTICLE[-LAST][(PARAGRAPH)][#ITEM]]</c>, for example <c>PR 20(1)#3</c>, <c>PR 49-55</c> or <c>OP</c>.
/// A citation names no text: which dated text applies is asked of <see cref="Instrument.TextOn"/>.
/// Two citations are equal when all five parts are.
/// </remarks>
/// <param name="Instrument">Id of the instrument; see <c>law/instruments</c>.</param>
/// <param name="Article">Article number, or null for the instrument as a whole.</param>
/// <param name="LastArticle">Last article of a range (inclusive), or null.</param>
/// <param name="Paragraph">Paragraph (款), counted from 1, or null.</param>
/// <param name="Item">Item (项), counted from 1, or null.</param>
public readonly record struct Citation(string Instrument, int? Article = null, int? LastArticle = null, int? Paragraph = null, int? Item = null)
{
    /// <summary>Reads a citation in the written form.</summary>
    /// <param name="text">For example <c>APL 33(1)</c>.</param>
    /// <exception cref="FormatException">The text is not a citation.</exception>
    public static Citation Parse(string text)
        => TryParse(text, out var citation) ? citation : throw new FormatException($"'{text}' is not a citation (INSTRUMENT ARTICLE(PARAGRAPH)#ITEM).");

    /// <summary>Reads a citation in the written form, or says that the text is none.</summary>
    /// <param name="text">For example <c>APL 33(1)</c>.</param>
    /// <param name="citation">The citation read.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, out Citation citation)
    {
        citation = default;
        if (string.IsNullOrEmpty(text))
        {
            return false;
        }

        var rest = text.AsSpan();
        var space = rest.IndexOf(' ');
        var id = space < 0 ? rest : rest[..space];
        if (!IsInstrumentId(id))
        {
            return false;
        }

        if (space < 0)
        {
            citation = new Citation(id.ToString());
            return true;
        }

        rest = rest[(space + 1)..];
        int? last = null, paragraph = null, item = null;
        if (TakeNumber(ref rest) is not int article)
        {
            return false;
        }

        if (rest is ['-', ..])
        {
            rest = rest[1..];
            last = TakeNumber(ref rest);
            if (last is null || last < article)
            {
                return false;
            }
        }

        if (rest is ['(', ..])
        {
            rest = rest[1..];
            paragraph = TakeNumber(ref rest);
            if (paragraph is null || rest is not [')', ..])
            {
                return false;
            }

            rest = rest[1..];
        }

        if (rest is ['#', ..])
        {
            rest = rest[1..];
            item = TakeNumber(ref rest);
            if (item is null)
            {
                return false;
            }
        }

        citation = new Citation(id.ToString(), article, last, paragraph, item);
        return rest.IsEmpty;
    }

    /// <summary>The written form that <see cref="Parse"/> reads.</summary>
    public override string ToString()
    {
        if (Article is not int article)
        {
            return Instrument;
        }

        var written = new StringBuilder(Instrument).Append(' ').Append(article.ToString(CultureInfo.InvariantCulture));
        if (LastArticle is int last)
        {
            written.Append('-').Append(last.ToString(CultureInfo.InvariantCulture));
        }

        if (Paragraph is int paragraph)
        {
            written.Append('(').Append(paragraph.ToString(CultureInfo.InvariantCulture)).Append(')');
        }

        if (Item is int item)
        {
            written.Append('#').Append(item.ToString(CultureInfo.InvariantCulture));
        }

        return written.ToString();
    }

    /// <summary>The form a Chinese document prints, for example 《食品安全法》第一百二十四条第一款第（五）项.</summary>
    /// <param name="title">Title of the instrument without brackets.</param>
    public string InChinese(string title) => InChinese(title, "条");

    /// <summary>The same for an instrument whose numbered pieces are no articles, as an opinion has parts.</summary>
    internal string InChinese(string title, string piece)
    {
        var written = new StringBuilder("《").Append(title).Append('》');
        if (Article is int article)
        {
            written.Append('第').Append(ChineseNumber.Write(article)).Append(piece);
        }

        if (LastArticle is int last)
        {
            written.Append("至第").Append(ChineseNumber.Write(last)).Append(piece);
        }

        if (Paragraph is int paragraph)
        {
            written.Append('第').Append(ChineseNumber.Write(paragraph)).Append('款');
        }

        if (Item is int item)
        {
            written.Append("第（").Append(ChineseNumber.Write(item)).Append("）项");
        }

        return written.ToString();
    }

    private static bool IsInstrumentId(ReadOnlySpan<char> id)
    {
        if (id.IsEmpty || !char.IsAsciiLetterUpper(id[0]))
        {
            return false;
        }

        foreach (var c in id)
        {
            if (!char.IsAsciiLetterUpper(c) && !char.IsAsciiDigit(c))
            {
                return false;
            }
        }

        return true;
    }

    private static int? TakeNumber(ref ReadOnlySpan<char> rest)
    {
        var digits = 0;
        while (digits < rest.Length && digits < 5 && char.IsAsciiDigit(rest[digits]))
        {
            digits++;
        }

        if (digits == 0 || rest[0] == '0')
        {
            return null;
        }

        var number = int.Parse(rest[..digits], NumberStyles.None, CultureInfo.InvariantCulture);
        rest = rest[digits..];
        return number;
    }
}
