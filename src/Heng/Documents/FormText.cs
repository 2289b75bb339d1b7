using System.Globalization;
using Heng.Dossiers;
using Heng.Law;
using Heng.Law.Citations;
using Heng.Law.Codes;

namespace Heng.Documents;

/// <summary>How documents write days, sums, articles and parties (文书用语).</summary>
public static class FormText
{
    /// <summary>A day as documents write it, for example 2026年3月2日.</summary>
    /// <param name="day">The day.</param>
    public static string Day(DateOnly day) => day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);

    /// <summary>A day, or nothing.</summary>
    /// <param name="day">The day.</param>
    public static string Day(DateOnly? day) => day is { } d ? Day(d) : "";

    /// <summary>A moment as records write it, for example 2026年3月2日10时5分.</summary>
    /// <param name="at">Beijing time.</param>
    public static string Moment(DateTime at) => at.ToString("yyyy年M月d日H时m分", CultureInfo.InvariantCulture);

    /// <summary>A sum in digits and words, for example 12.00元（大写：壹拾贰元整）.</summary>
    /// <param name="yuan">The sum.</param>
    public static string Sum(decimal yuan)
    {
        var money = Money.FromYuan(yuan, FenRounding.HalfUp);
        return $"{money}元（大写：{AmountInWords.Write(money)}）";
    }

    /// <summary>An article with the full title of its law.</summary>
    /// <param name="law">The law.</param>
    /// <param name="citation">The place.</param>
    public static string Cite(LawSet law, Citation citation)
    {
        ArgumentNullException.ThrowIfNull(law);
        return citation.InChinese(TitleOf(law, citation.Instrument));
    }

    /// <summary>Several articles of one law or more, each law named once.</summary>
    /// <param name="law">The law.</param>
    /// <param name="citations">The places.</param>
    public static string Cite(LawSet law, IEnumerable<Citation> citations)
    {
        ArgumentNullException.ThrowIfNull(citations);
        string? last = null;
        var parts = new List<string>();
        foreach (var c in citations.Distinct())
        {
            parts.Add(c.Instrument == last && c.Article is not null ? c.InChinese("")[2..] : Cite(law, c));
            last = c.Instrument;
        }

        return string.Join("、", parts);
    }

    /// <summary>The full title of an instrument: laws carry the name of the country.</summary>
    /// <param name="law">The law.</param>
    /// <param name="id">Id of the instrument.</param>
    public static string TitleOf(LawSet law, string id)
    {
        ArgumentNullException.ThrowIfNull(law);
        return law.Instruments.Find(id) is { } i ? i.Kind == "law" ? "中华人民共和国" + i.Chinese : i.Chinese : id;
    }

    /// <summary>The names of people with their certificates.</summary>
    /// <param name="people">The people.</param>
    public static string Officers(IEnumerable<NamedPerson> people)
        => string.Join("、", people.Select(p => p.Certificate is null ? p.Name : $"{p.Name}（执法证号：{p.Certificate}）"));

    /// <summary>The names of people.</summary>
    /// <param name="people">The people.</param>
    public static string Names(IEnumerable<NamedPerson> people) => string.Join("、", people.Select(p => p.Name));

    /// <summary>What the party is called before its name in documents.</summary>
    /// <param name="party">The party.</param>
    public static string RepresentativeTitle(PartyCard? party) => party?.Sort switch
    {
        PartySort.IndividualBusiness => "经营者",
        PartySort.Individual => "姓名",
        _ => "法定代表人（负责人）",
    };

    /// <summary>A text without a full stop at its end, so that a sentence can go on.</summary>
    /// <param name="text">The text.</param>
    public static string Open(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Trim().TrimEnd('。', '；', '，', '.');
    }

    /// <summary>A text with one full stop at its end.</summary>
    /// <param name="text">The text.</param>
    public static string Closed(string text) => Open(text) is { Length: > 0 } open ? open + "。" : "";
}
