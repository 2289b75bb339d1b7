using System.Text.Json;
using System.Text.Json.Nodes;
using Heng.Dossiers;
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
}

/// <summary>Scenario book (演练脚本): house, affairs, paths and dossiers of the demonstration, read from the program itself.</summary>
internal sealed class ScenarioBook
{
    private static readonly Lazy<ScenarioBook> embedded = new(() => new ScenarioBook());
    private readonly JsonObject affairs = Read("affairs").AsObject();
    private readonly Dictionary<string, StepPlan[]> paths;

    private ScenarioBook()
    {
        Bureaus = Read("house")["bureaus"].Deserialize<BureauPlan[]>(ActTypes.Json)!;
        Dossiers = Read("dossiers")["dossiers"].Deserialize<DossierPlan[]>(ActTypes.Json)!;
        var all = Read("paths");
        Shared = all["shared"]!.AsObject();
        paths = all["paths"].Deserialize<Dictionary<string, StepPlan[]>>(ActTypes.Json)!;
    }

    /// <summary>The book of the program.</summary>
    public static ScenarioBook Embedded => embedded.Value;

    public IReadOnlyList<BureauPlan> Bureaus { get; }

    public IReadOnlyList<DossierPlan> Dossiers { get; }

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
