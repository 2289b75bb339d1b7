using Heng.Law.Citations;

namespace Heng.Law;

/// <summary>Whether every citation is one, names a loaded instrument and finds a text in force on the days needed.</summary>
internal sealed class CitationCheck
{
    private static readonly HashSet<string> keys = new(["cite", "basis", "violates", "penalizedBy", "alsoIn", "appliesToArticles"], StringComparer.Ordinal);
    private readonly Dictionary<string, (DateOnly? From, DateOnly? Until)[]> texts;
    private readonly DateOnly asOf;
    private readonly List<LawFinding> findings = [];

    private CitationCheck(LawNodes nodes, DateOnly asOf)
    {
        this.asOf = asOf;
        texts = nodes.Under("instruments/").Where(i => i.TextOf("id") is not null).GroupBy(i => i.TextOf("id")!, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.SelectMany(i => i.ItemsOf("texts")).Select(t => (t["from"]?.Day, t["until"]?.Day)).ToArray(), StringComparer.Ordinal);
    }

    public static IReadOnlyList<LawFinding> Of(LawNodes nodes, DateOnly asOf)
    {
        var check = new CitationCheck(nodes, asOf);
        foreach (var root in nodes.All.Where(r => !r.File.StartsWith("examples/", StringComparison.Ordinal) && r.File != LawCheck.KnownGaps))
        {
            check.Walk(root, null, new Days(null, null));
        }

        foreach (var entry in nodes.Under("exemptions/").Concat(nodes.Under("benchmarks/")).SelectMany(f => f.ItemsOf("entries")))
        {
            if (entry["provision"] is { Text: not null } provision && entry["basis"] is null)
            {
                check.findings.Add(provision.Finding("law.provision.free-text", LawSeverity.Warning, $"所依条文“{provision.Text}”是文字，不是引用，不能随法规版本核对。请在 basis 中写成引用，或者列入 {LawCheck.KnownGaps}。"));
            }
        }

        return check.findings;
    }

    private void Walk(LawNode node, string? key, Days outer)
    {
        if (node.Text is { } text)
        {
            Check(node, text, key is not null && keys.Contains(key), outer);
            return;
        }

        foreach (var item in node.Items)
        {
            Walk(item, key, outer);
        }

        var inner = node.Has("from") ? new Days(node["from"]?.Day, node["until"]?.Day ?? outer.Until) : outer;
        foreach (var (name, value) in node.Members)
        {
            // What held before a rule began is looked up in the days before it.
            Walk(value, name, name == "before" && inner.From is { } from ? new Days(outer.From < from ? outer.From : null, LawCheck.Before(from)) : inner);
        }
    }

    private void Check(LawNode node, string text, bool mustBeCitation, Days days)
    {
        if (!Citation.TryParse(text, out var citation))
        {
            if (mustBeCitation)
            {
                findings.Add(node.Finding("law.citation.format", LawSeverity.Error, $"“{text}”不是引用。请写成“代号 条(款)#项”，例如 FSL 124(1)#5；不能写成引用的来源写在 otherSource 或者 basisText。"));
            }

            return;
        }

        if (!texts.TryGetValue(citation.Instrument, out var dated))
        {
            if (mustBeCitation)
            {
                findings.Add(node.Finding("law.reference.instrument", LawSeverity.Error, $"法规“{citation.Instrument}”不在 instruments/ 中。请改正代号，或者先登记这部法规。"));
            }

            return;
        }

        // A bare word in another place may only look like an instrument.
        if ((mustBeCitation || citation.Article is not null) && FirstUncovered(dated, days) is { } day)
        {
            findings.Add(node.Finding("law.citation.not-in-force", LawSeverity.Warning, $"“{text}”在 {LawCheck.Shown(day)} 没有载入施行中的文本。请在 instruments/{citation.Instrument}.json 补上当时的文本，或者列入 {LawCheck.KnownGaps}。"));
        }
    }

    /// <summary>The first of the days needed on which no text is in force, or null.</summary>
    private DateOnly? FirstUncovered((DateOnly? From, DateOnly? Until)[] dated, Days days)
    {
        var last = days.Until ?? asOf;
        var day = days.From ?? last;
        if (day > last)
        {
            last = day;
        }

        while (day <= last)
        {
            var covering = dated.Where(t => (t.From is not { } from || from <= day) && (t.Until is not { } until || day <= until)).ToArray();
            if (covering.Length == 0)
            {
                return day;
            }

            if (covering.Any(t => t.Until is null || t.Until == DateOnly.MaxValue))
            {
                return null;
            }

            day = LawCheck.After(covering.Max(t => t.Until!.Value));
        }

        return null;
    }

    /// <summary>The days on which a place of the data is to hold; no start: only its last day.</summary>
    private readonly record struct Days(DateOnly? From, DateOnly? Until);
}
