using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Heng.Dossiers;
using Heng.Platform.Storage;
using Heng.Platform.Tenancy;

namespace Heng.Demonstration.Model;

/// <summary>A person of the demonstration.</summary>
internal sealed record PersonPlan
{
    /// <summary>What the scenarios call him inside his unit, and the last part of his sign-in name.</summary>
    public required string As { get; init; }

    public required string Name { get; init; }

    public string Post { get; init; } = "";

    public required IReadOnlyList<string> Roles { get; init; }

    /// <summary><c>valid</c>, <c>expired</c>, or null for none.</summary>
    public string? Certificate { get; init; }

    public bool Qualified { get; init; }
}

/// <summary>A unit of the demonstration.</summary>
internal sealed record UnitPlan(string Key, string Name, bool IsStation, IReadOnlyList<PersonPlan> People);

/// <summary>A bureau of the demonstration.</summary>
internal sealed record BureauPlan
{
    public required string Key { get; init; }

    public string? Parent { get; init; }

    public required BureauLevel Level { get; init; }

    public required string Name { get; init; }

    public required string ShortName { get; init; }

    /// <summary>Of the reserved range 99xxxx.</summary>
    public required string AreaCode { get; init; }

    public required string LawRegion { get; init; }

    /// <summary>Area of the credit codes of its parties; the province must exist.</summary>
    public string CodeArea { get; init; } = "440000";

    public string HashProfile { get; init; } = "sha256";

    public required string Place { get; init; }

    public required IReadOnlyList<UnitPlan> Units { get; init; }

    /// <summary>The sign-in name of a person.</summary>
    public string AccountOf(UnitPlan unit, PersonPlan person) => $"{Key}-{unit.Key}-{person.As}".ToLowerInvariant();
}

/// <summary>A step of a path: who does which act, how many working days later, with which fields over the prefilled ones.</summary>
internal sealed record StepPlan
{
    public string Who { get; init; } = "";

    public string Act { get; init; } = "";

    /// <summary>Another path that stands here instead of a step.</summary>
    public string? Path { get; init; }

    /// <summary>The mark at which that path stops; null for its end.</summary>
    public string? To { get; init; }

    /// <summary>The name by which a dossier says where it stops.</summary>
    public string? Mark { get; init; }

    /// <summary>Working days since the step before.</summary>
    public int After { get; init; }

    /// <summary>The affairs of which it is a step; null for all.</summary>
    public IReadOnlyList<string>? For { get; init; }

    /// <summary>Days by which the guided tour moves the practice clock before this step.</summary>
    public int Wait { get; init; }

    /// <summary>Minutes that the step takes.</summary>
    public int Minutes { get; init; } = 6;

    /// <summary>The name by which later steps call the piece of evidence that this step brings.</summary>
    public string? Evidence { get; init; }

    public JsonObject? Fields { get; init; }
}

/// <summary>A dossier of the demonstration: which affair goes which path how far, begun how many days ago.</summary>
internal sealed record DossierPlan
{
    public required string Bureau { get; init; }

    public required string Unit { get; init; }

    public required string Affair { get; init; }

    public required string Path { get; init; }

    /// <summary>The mark of the last step.</summary>
    public required string To { get; init; }

    public required int DaysAgo { get; init; }

    /// <summary>Number of the dossier whose party it shares, from 1; null for a party of its own.</summary>
    public int? SameParty { get; init; }

    /// <summary>The guided tour that finishes it; null for none.</summary>
    public string? Tour { get; init; }

    /// <summary>Whether it is one of a series: such a one is left out when the calendar does not reach back to its first day.</summary>
    [JsonIgnore]
    public bool IsOfSeries { get; init; }
}

/// <summary>A series of dossiers (同类档案): so many that go one path, spread evenly over days, places and affairs.</summary>
internal sealed record SeriesPlan
{
    public int Count { get; init; } = 1;

    /// <summary>Bureau and unit of each, in turn: <c>jia/suo</c>.</summary>
    public required IReadOnlyList<string> In { get; init; }

    /// <summary>The affairs, in turn.</summary>
    public required IReadOnlyList<string> Affairs { get; init; }

    public required string Path { get; init; }

    /// <summary>The mark of the last step.</summary>
    public required string To { get; init; }

    /// <summary>Days ago on which the first begins.</summary>
    public required int From { get; init; }

    /// <summary>Days ago on which the last begins.</summary>
    public int? Until { get; init; }

    /// <summary>Its dossiers, the oldest first; the same on every machine.</summary>
    public IEnumerable<DossierPlan> Dossiers() => Enumerable.Range(0, Count).Select(n => new DossierPlan
    {
        Bureau = In[(n + (n / Affairs.Count)) % In.Count].Split('/')[0],
        Unit = In[(n + (n / Affairs.Count)) % In.Count].Split('/')[1],
        Affair = Affairs[n % Affairs.Count],
        Path = Path,
        To = To,
        DaysAgo = From - (Count == 1 ? 0 : (From - (Until ?? From)) * n / (Count - 1)),
        IsOfSeries = true,
    });
}

/// <summary>Scenario book (演练脚本): house, affairs, paths and dossiers of the demonstration, read from the program itself.</summary>
internal sealed class ScenarioBook
{
    private static readonly Lazy<ScenarioBook> embedded = new(() => new ScenarioBook(PracticeSize.Full));
    private static readonly Lazy<ScenarioBook> small = new(() => new ScenarioBook(PracticeSize.Small));
    private readonly JsonObject affairs = Read("affairs").AsObject();
    private readonly Dictionary<string, StepPlan[]> paths;

    private ScenarioBook(PracticeSize size)
    {
        Bureaus = Read("house")["bureaus"].Deserialize<BureauPlan[]>(ActTypes.Json)!;
        var dossiers = Read("dossiers");
        Series = size == PracticeSize.Small ? [] : dossiers["series"].Deserialize<SeriesPlan[]>(ActTypes.Json)!;
        Dossiers = [.. dossiers["dossiers"].Deserialize<DossierPlan[]>(ActTypes.Json)!, .. Series.SelectMany(s => s.Dossiers())];
        var all = Read("paths");
        Shared = all["shared"]!.AsObject();
        paths = all["paths"].Deserialize<Dictionary<string, StepPlan[]>>(ActTypes.Json)!;
    }

    private ScenarioBook(ScenarioBook whole, IReadOnlyList<DossierPlan> dossiers) => (Bureaus, Series, Dossiers, Shared, paths) = (whole.Bureaus, whole.Series, dossiers, whole.Shared, whole.paths);

    /// <summary>The book of the program.</summary>
    public static ScenarioBook Embedded => embedded.Value;

    /// <summary>The book of a size.</summary>
    /// <param name="size">The size.</param>
    public static ScenarioBook Of(PracticeSize size) => size == PracticeSize.Small ? small.Value : Embedded;

    public IReadOnlyList<BureauPlan> Bureaus { get; }

    /// <summary>Every dossier, those of the series behind the others.</summary>
    public IReadOnlyList<DossierPlan> Dossiers { get; }

    /// <summary>The series, none in the small book.</summary>
    public IReadOnlyList<SeriesPlan> Series { get; }

    /// <summary>The same book with fewer dossiers, the oldest first, that still go every path and meet every affair.</summary>
    public ScenarioBook Sample()
    {
        HashSet<string> met = [];
        return new ScenarioBook(this, [.. Dossiers.Where(d => d.SameParty is null).OrderByDescending(d => d.DaysAgo).Where(d => met.Add("path " + d.Path) | met.Add("affair " + d.Affair))]);
    }

    /// <summary>The dossier that a guided tour finishes.</summary>
    public DossierPlan PlanOf(Tour tour) => Dossiers.First(d => d.Tour == tour.Key);

    /// <summary>Lists of facts that several paths use.</summary>
    public JsonObject Shared { get; }

    /// <summary>Every affair: what it is, in words and facts.</summary>
    public IEnumerable<string> Affairs => affairs.Select(a => a.Key);

    /// <summary>The texts and facts of an affair.</summary>
    public JsonObject AffairOf(string key) => affairs[key]!.AsObject();

    /// <summary>The steps of a path until a mark.</summary>
    /// <param name="path">The path.</param>
    /// <param name="to">The mark.</param>
    /// <param name="affair">The affair that goes it; null for the steps of every affair.</param>
    public IReadOnlyList<StepPlan> StepsOf(string path, string to, string? affair = null)
    {
        var steps = Flatten(path).Where(s => affair is null || s.For is null || s.For.Contains(affair)).ToArray();
        var last = Array.FindLastIndex(steps, s => s.Mark == to);
        return last < 0 ? throw new InvalidOperationException($"The path '{path}' has no mark '{to}'.") : steps[..(last + 1)];
    }

    /// <summary>An embedded file of the demonstration.</summary>
    internal static JsonNode Read(string name)
    {
        using var stream = typeof(ScenarioBook).Assembly.GetManifestResourceStream($"demonstration/{name}.json") ?? throw new InvalidOperationException($"No scenario file '{name}'.");
        return JsonNode.Parse(stream)!;
    }

    private IEnumerable<StepPlan> Flatten(string path) => paths[path].SelectMany(s => s.Path is not { } inner ? [s] : s.To is { } to ? StepsOf(inner, to) : Flatten(inner));
}
