using Heng.Cases;
using Heng.Dossiers;
using Heng.Law.Publicity;

namespace Heng.Publication;

/// <summary>Known people (档案中已知的自然人): names, numbers and telephones that the acts of a dossier carry.</summary>
/// <remarks>
/// Told by the fields themselves: what is masked on the page of the record is hidden, and so is who was asked, was present or signed. Officers who took
/// evidence did so in office: their names are part of the decision as served and stay (docs/adr/0034-officers-stay-named.md).
/// </remarks>
internal static class KnownPeople
{
    private const string Taker = "提取人";
    private static readonly string[] people = ["被询问人", "受访人", "签收人", "收件人", "在场人员", "确认人", "见证人", "证人", Taker, "代理人"];

    public static IEnumerable<KnownText> In(DossierFile file)
    {
        var officers = file.Part<CaseFile>().Handlers.Select(h => h.Name).Concat(file.Acts.Select(a => a.PersonName)).ToHashSet(StringComparer.Ordinal);
        return file.Acts.SelectMany(a => ActTypes.Of(a.Act).Fields.Select(f => (f.About, Text: f.Property.GetValue(a.Act) as string)))
            .Where(f => !string.IsNullOrWhiteSpace(f.Text) && !f.Text.StartsWith("sealed:", StringComparison.Ordinal))
            .SelectMany(f => f.About.Masked ? [new KnownText(f.Text!.Trim(), KnownKind.Other)]
                : people.Any(p => f.About.Label.Contains(p, StringComparison.Ordinal)) ? NamesIn(f.Text!).Where(n => !(f.About.Label.Contains(Taker, StringComparison.Ordinal) && officers.Contains(n.Text)))
                : [])
            .Distinct();
    }

    private static IEnumerable<KnownText> NamesIn(string text)
        => text.Split(['、', '，', ',', ' ', '；', ';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(n => n.Split(['（', '('])[0]).Where(n => n.Length is >= 2 and <= 12 && !n.Contains("公司", StringComparison.Ordinal)).Select(n => new KnownText(n, KnownKind.Person));
}
