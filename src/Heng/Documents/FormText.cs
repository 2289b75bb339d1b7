using System.Globalization;
using Heng.Dossiers;
using Heng.Law;
using Heng.Law.Citations;
using Heng.Law.Codes;
using Heng.Law.Time;

namespace Heng.Documents;

/// <summary>How documents write days, sums, articles and parties (文书用语).</summary>
public static class FormText
{
    private static readonly string[] nationalRegulations = ["CCR", "IPL", "MER"];

    /// <summary>A place left open on paper, to be filled in by hand.</summary>
    public const string ByHand = "　　";

    /// <summary>A day as documents write it, for example 2026年3月2日.</summary>
    /// <param name="day">The day.</param>
    public static string Day(DateOnly day) => day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);

    /// <summary>A day, or nothing.</summary>
    /// <param name="day">The day.</param>
    public static string Day(DateOnly? day) => day is { } d ? Day(d) : "";

    /// <summary>A moment as records write it, for example 2026年3月2日10时05分.</summary>
    /// <param name="at">Beijing time.</param>
    public static string Moment(DateTime at) => at.ToString("yyyy年M月d日H时mm分", CultureInfo.InvariantCulture);

    /// <summary>From one moment to another; a day that is the same is said once.</summary>
    /// <param name="from">Beijing time.</param>
    /// <param name="until">Beijing time.</param>
    public static string Span(DateTime from, DateTime until)
        => $"{Moment(from)}至{(from.Date == until.Date ? until.ToString("H时mm分", CultureInfo.InvariantCulture) : Moment(until))}";

    /// <summary>A sum in digits and words, for example 12.00元（大写：壹拾贰元整）.</summary>
    /// <param name="yuan">The sum.</param>
    public static string Sum(decimal yuan) => Sum(Money.FromYuan(yuan, FenRounding.HalfUp));

    /// <summary>A sum in digits and words, for example 12.00元（大写：壹拾贰元整）.</summary>
    /// <param name="sum">The sum.</param>
    public static string Sum(Money sum) => $"{sum}元（大写：{AmountInWords.Write(sum)}）";

    /// <summary>The length of a time limit in words, for example 五个工作日; nothing where the law set does not know it.</summary>
    /// <param name="law">The law.</param>
    /// <param name="limit">Id of the limit.</param>
    public static string Period(LawSet law, string limit)
    {
        ArgumentNullException.ThrowIfNull(law);
        return law.Deadlines.Limits.Find(limit) is { Period: var period } ? ChineseNumber.Write(period.Length) + period.Unit.InChinese() : "";
    }

    /// <summary>A payment number in groups, as people read it aloud: area, year, number, person, check digits.</summary>
    /// <param name="number">The number.</param>
    public static string Spaced(PaymentNumber number)
    {
        var digits = number.ToString();
        return $"{digits[..6]} {digits[6..10]} {digits[10..16]} {digits[16..18]}{(digits.Length > 18 ? " " + digits[18..] : "")}";
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

    /// <summary>The full title of an instrument: laws carry the name of the country, and so do regulations that carry out a law and a few others.</summary>
    /// <param name="law">The law.</param>
    /// <param name="id">Id of the instrument.</param>
    public static string TitleOf(LawSet law, string id)
    {
        ArgumentNullException.ThrowIfNull(law);
        return law.Instruments.Find(id) is { } i ? i.Kind == "law" || nationalRegulations.Contains(i.Id) || (i.Kind == "administrativeRegulation" && i.Chinese.Contains("法实施", StringComparison.Ordinal)) ? "中华人民共和国" + i.Chinese : i.Chinese : id;
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

    /// <summary>What the number of the party is called before it in documents.</summary>
    /// <param name="party">The party.</param>
    public static string IdentityTitle(PartyCard? party)
        => party is null ? "统一社会信用代码（公民身份号码）" : party.Code is null && (party.PersonNumber is not null || party.Sort == PartySort.Individual) ? "公民身份号码" : "统一社会信用代码";

    /// <summary>How a document speaks to the party.</summary>
    /// <param name="party">The party.</param>
    public static string You(PartyCard? party) => party?.Sort == PartySort.Individual ? "你" : "你单位";

    /// <summary>Address and representative of the party, a line each; an individual represents himself.</summary>
    /// <param name="party">The party.</param>
    public static string PartyLines(PartyCard? party)
    {
        var address = $"{(party?.Sort == PartySort.Individual ? "住址" : "住所")}：{(string.IsNullOrWhiteSpace(party?.Address) ? "／" : party.Address)}";
        return party is null || party.Sort == PartySort.Individual || string.IsNullOrWhiteSpace(party.Representative) ? address : $"{address}\n{RepresentativeTitle(party)}：{party.Representative}";
    }

    /// <summary>The party in one sentence: only what is known of it.</summary>
    /// <param name="party">The party.</param>
    public static string PartyLine(PartyCard? party)
    {
        if (party is null)
        {
            return "";
        }

        var parts = new List<string> { party.Name };
        if (party.Sort != PartySort.Unit)
        {
            parts.Add(ActTypes.LabelOf(party.Sort));
        }

        Tell(IdentityTitle(party), party.Code ?? party.PersonNumber);
        Tell(party.Sort == PartySort.Individual ? "住址" : "住所", party.Address);
        Tell(RepresentativeTitle(party), party.Sort == PartySort.Individual ? null : party.Representative);
        Tell("联系电话", party.Phone);
        return string.Join("，", parts) + "。";

        void Tell(string title, string? text)
        {
            if (!string.IsNullOrWhiteSpace(text))
            {
                parts.Add($"{title}：{text}");
            }
        }
    }

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
