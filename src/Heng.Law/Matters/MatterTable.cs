using Heng.Law.Citations;

namespace Heng.Law.Matters;

/// <summary>Matter table (事项表): matters, facts, circumstances and overlays of a law set, compiled once.</summary>
public sealed class MatterTable
{
    private readonly Dictionary<string, Matter> byId;
    private readonly Dictionary<string, Circumstance> circumstances;
    private readonly (Overlay Overlay, string Field, IReadOnlyList<string> Excludes, IReadOnlyList<Citation> Articles)[] overlays;
    private readonly (SeriousRule Rule, string Field, IReadOnlyList<string> Matters, IReadOnlyList<Citation> Articles)[] serious;

    private MatterTable(LawFiles files)
    {
        Facts = FactTable.From(files);
        Kinds = PenaltyKindTable.From(files);
        Fields = ReadFields(files);
        Circumstances = ReadCircumstances(files);
        circumstances = Circumstances.ToDictionary(c => c.Id, StringComparer.Ordinal);
        overlays = ReadOverlays(files);
        serious = ReadSerious(files);
        All = [.. ReadMatters(files)];
        byId = All.ToDictionary(m => m.Id, StringComparer.Ordinal);
    }

    /// <summary>Every matter, ordered by field folder and id.</summary>
    public IReadOnlyList<Matter> All { get; }

    /// <summary>The facts that conditions test.</summary>
    public FactTable Facts { get; }

    /// <summary>The kinds of penalties.</summary>
    public PenaltyKindTable Kinds { get; }

    /// <summary>Fields (领域) with their Chinese names, in file order.</summary>
    public IReadOnlyList<(string Id, string Chinese)> Fields { get; }

    /// <summary>The circumstances, in file order.</summary>
    public IReadOnlyList<Circumstance> Circumstances { get; }

    /// <summary>The overlays, in file order.</summary>
    public IReadOnlyList<Overlay> Overlays => [.. overlays.Select(o => o.Overlay)];

    /// <summary>The matter with an id, or null.</summary>
    /// <param name="id">For example <c>FOOD-008</c>.</param>
    public Matter? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>The circumstance with an id, or null.</summary>
    /// <param name="id">For example <c>C-MT-02</c>.</param>
    public Circumstance? FindCircumstance(string id) => circumstances.GetValueOrDefault(id);

    /// <summary>The overlays that attach to a version of a matter.</summary>
    /// <param name="matter">The matter.</param>
    /// <param name="version">Its version.</param>
    public IReadOnlyList<Overlay> OverlaysOf(Matter matter, MatterVersion version)
    {
        ArgumentNullException.ThrowIfNull(matter);
        ArgumentNullException.ThrowIfNull(version);
        return [.. overlays.Where(o => (o.Field == "*" || o.Field == matter.Field) && !o.Excludes.Contains(matter.Id)
            && (o.Articles.Count == 0 || PenalizedUnder(version, o.Articles))).Select(o => o.Overlay)];
    }

    /// <summary>The serious-circumstances rules that speak of a version of a matter.</summary>
    /// <param name="matter">The matter.</param>
    /// <param name="version">Its version.</param>
    public IReadOnlyList<SeriousRule> SeriousRulesOf(Matter matter, MatterVersion version)
    {
        ArgumentNullException.ThrowIfNull(matter);
        ArgumentNullException.ThrowIfNull(version);
        return [.. serious.Where(s => s.Field == matter.Field && (s.Matters.Count == 0 || s.Matters.Contains(matter.Id))
            && (s.Articles.Count == 0 || PenalizedUnder(version, s.Articles))).Select(s => s.Rule)];
    }

    /// <summary>Reads <c>matters/</c>.</summary>
    /// <param name="files">The law data.</param>
    /// <exception cref="LawDataException">A file is malformed.</exception>
    public static MatterTable From(LawFiles files)
    {
        ArgumentNullException.ThrowIfNull(files);
        return new MatterTable(files);
    }

    private static bool PenalizedUnder(MatterVersion version, IReadOnlyList<Citation> articles)
        => version.PenalizedBy.Any(c => articles.Any(a => a.Instrument == c.Instrument && c.Article >= a.Article && c.Article <= (a.LastArticle ?? a.Article)));

    private static IReadOnlyList<(string, string)> ReadFields(LawFiles files)
    {
        using var document = files.One("matters/fields.json").Open();
        return [.. document.Root.Items("fields").Select(f => (f.Text("id"), f.Text("zh")))];
    }

    private IReadOnlyList<Circumstance> ReadCircumstances(LawFiles files)
    {
        using var document = files.One("matters/circumstances.json").Open();
        return [.. document.Root.Items("circumstances").Select((c, i) => new Circumstance(
            i,
            c.Text("id"),
            c.Text("zh"),
            c.Text("effect") switch
            {
                "noPenalty" => CircumstanceEffect.NoPenalty,
                "lighterOrMitigated" => CircumstanceEffect.LighterOrMitigated,
                "mitigatedOrExempt" => CircumstanceEffect.MitigatedOrExempt,
                "heavier" => CircumstanceEffect.Heavier,
                var other => throw c.Fault("effect", $"“{other}”不是情节的作用"),
            },
            c.Text("force") == "shall",
            c.AllCited("basis"),
            c.OptionalTexts("scope"),
            [.. c.OptionalItems("sameAs").Select(f => Facts.Required(f, f.Text()))],
            c.OptionalFlag("bars", false),
            c.Confidence("confidence"),
            c.OptionalText("note")))];
    }

    private (Overlay, string, IReadOnlyList<string>, IReadOnlyList<Citation>)[] ReadOverlays(LawFiles files)
    {
        using var document = files.One("matters/overlays.json").Open();
        return [.. document.Root.Items("overlays").Select(o => (
            new Overlay(
                o.Text("id"),
                o.Text("zh"),
                o.Citation("basis"),
                Condition.Read(o.Find("when"), Facts),
                [.. o.OptionalItems("penalties").Select(p => new Penalty(p, Facts, Kinds))],
                o.Find("requires") is not null,
                o.Find("multiplier")?.Number("min"),
                o.Find("multiplier")?.Number("max"),
                o.OptionalText("decisionLevel"),
                o.OptionalText("note")),
            o.Text("field"),
            o.OptionalTexts("excludes"),
            (IReadOnlyList<Citation>)[.. o.OptionalItems("appliesToArticles").Select(Articles)]))];
    }

    private (SeriousRule, string, IReadOnlyList<string>, IReadOnlyList<Citation>)[] ReadSerious(LawFiles files)
    {
        using var document = files.One("matters/serious.json").Open();
        return [.. document.Root.Items("rules").Select(s => (
            new SeriousRule(
                s.Text("id"),
                s.Citation("basis"),
                Condition.Read(s, Facts)!,
                s.Flag("sets"),
                s.Find("adds") is { } adds ? FindCircumstance(adds.Text()) ?? throw s.Fault("adds", "没有此情节") : null),
            s.Text("field"),
            s.OptionalTexts("matters"),
            (IReadOnlyList<Citation>)[.. s.OptionalItems("appliesToArticles").Select(Articles)]))];
    }

    private static Citation Articles(LawElement e) => e.Citation();

    private IEnumerable<Matter> ReadMatters(LawFiles files)
    {
        foreach (var file in files.Under("matters/").Where(f => f.Path.Count(c => c == '/') == 2))
        {
            using var document = file.Open();
            var m = document.Root;
            var field = m.Text("field");
            if (Fields.All(f => f.Id != field))
            {
                throw m.Fault("field", $"领域“{field}”不在 matters/fields.json 中");
            }

            yield return new Matter(m.Text("id"), m.Text("zh"), m.Text("en"), field, m.Texts("tags"), [.. m.Items("versions").Select(v => new MatterVersion(v, Facts, Kinds)).OrderBy(v => v.From)]);
        }
    }
}
