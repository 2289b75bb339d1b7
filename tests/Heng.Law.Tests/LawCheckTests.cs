using System.Text.Json.Nodes;
using Heng.Law.Citations;

namespace Heng.Law.Tests;

public sealed class LawCheckTests
{
    private const string Food = "matters/food/FOOD-008.json";

    [Fact]
    public void The_embedded_set_has_only_listed_findings()
        => Assert.Empty(LawCheck.Run(LawFiles.Embedded, PlantedLaw.Day).Where(f => f.IsOpen).Select(f => $"{f.Code} {f.File} {f.Path} {f.Says}"));

    [Fact]
    public void Every_unconfirmed_value_is_listed()
        => Assert.Empty(LawCheck.Run(LawFiles.Embedded, PlantedLaw.Day).Where(f => f.KnownBecause is null).Select(f => $"{f.Code} {f.File} {f.Value}"));

    [Fact]
    public void The_benchmark_that_is_wrong_on_purpose_is_caught()
    {
        var caught = LawCheck.Run(LawFiles.Embedded, PlantedLaw.Day).Where(f => f.Value?.StartsWith("BM-HIST-PRICE7", StringComparison.Ordinal) == true).Select(f => f.Code).ToArray();
        Assert.Contains("law.benchmark.level", caught);
        Assert.Contains("law.benchmark.no-ordinary", caught);
        Assert.Contains("law.benchmark.issuer", caught);
    }

    [Fact]
    public void The_same_files_and_day_give_the_same_findings()
        => Assert.Equal(LawCheck.Run(LawFiles.Embedded, PlantedLaw.Day), LawCheck.Run(LawFiles.Embedded, PlantedLaw.Day));

    [Fact]
    public void A_year_later_every_value_is_to_be_checked_again()
        => Assert.Contains(LawCheck.Run(LawFiles.Embedded, new DateOnly(2027, 6, 4)), f => f is { Code: "law.value.unchecked", IsOpen: true });

    [Fact]
    public void A_day_within_the_year_asks_nothing()
        => Assert.DoesNotContain(LawCheck.Run(LawFiles.Embedded, new DateOnly(2027, 6, 3)), f => f.Code == "law.value.unchecked");

    public static TheoryData<string, string, Action<JsonNode>> Faults => new()
    {
        { "law.reference.fact", Food, r => Fine(r)["when"]!["fact"] = "noSuchFact" },
        { "law.reference.fact", "exemptions/NPCSC.json", r => r["entries"]![0]!["conditions"]!["all"]![0]!["fact"] = "noSuchFact" },
        { "law.reference.hint", "matters/circumstances.json", r => r["circumstances"]![2]!["hints"]![0] = "noSuchFact" },
        { "law.reference.kind", Food, r => Fine(r)["kind"] = "noSuchKind" },
        { "law.reference.matter", "exemptions/SAMR.json", r => r["entries"]!.AsArray().First(e => e!["matters"]!.AsArray().Count > 0)!["matters"]![0] = "FOOD-999" },
        { "law.reference.field", Food, r => r["field"] = "noSuchField" },
        { "law.reference.authority", "exemptions/NPCSC.json", r => r["authority"] = "XX-AMR" },
        { "law.reference.circumstance", "matters/serious.json", r => r["rules"]![0]!["adds"] = "C-XX-99" },
        { "law.reference.profile", "benchmarks/JS-AMR.json", r => r["entries"]![0]!["profile"] = "NO-1" },
        { "law.reference.setting", "parameters/general.json", r => r["rules"]!.AsArray().First(e => e!["settings"] is not null)!["settings"]![0] = "no-such" },
        { "law.reference.instrument", Food, r => Version(r)["violates"]![0] = "ZZZ 1" },
        { "law.reference.role", "procedure/stages.json", r => r["stages"]![0]!["owner"] = "NOBODY" },
        { "law.reference.form", "procedure/stages.json", r => r["stages"]![0]!["documents"] = new JsonArray("F99") },
        { "law.reference.stage", "procedure/transitions.json", r => r["transitions"]![0]!["to"] = "S01" },
        { "law.reference.limit", "procedure/stages.json", r => r["stages"]![0]!["clocks"] = new JsonArray("L999") },
        { "law.reference.act", "procedure/transitions.json", r => r["transitions"]![0]!["act"] = "doNothing" },
        { "law.duplicate-id", "matters/facts.json", r => r["facts"]![1]!["id"] = r["facts"]![0]!["id"]!.GetValue<string>() },
        { "law.version.id", Food, r => Version(r)["version"] = "FOOD-008@2020-01-01" },
        { "law.hearing.missing", Food, r => Version(r)["hearing"]!["byKind"] = new JsonArray() },
        { "law.hearing.unused", Food, r => Version(r)["hearing"]!["byKind"]!.AsArray().Add("suspendBusiness") },
        { "law.issuer.empty", "instruments/PR.json", r => r["issuer"] = null },
        { "law.provision.free-text", "exemptions/NPCSC.json", r => r["entries"]![0]!.AsObject().Remove("basis") },
        { "law.time.order", Food, r => Version(r)["until"] = "2020-01-01" },
        { "law.time.gap", "matters/unfairCompetition/UC-003.json", r => Version(r)["until"] = "2025-10-13" },
        { "law.time.overlap", "matters/unfairCompetition/UC-003.json", r => Version(r)["until"] = "2025-10-15" },
        { "law.time.overlap", "instruments/FSL.json", r => r["texts"]![0]!["until"] = null },
        { "law.time.gap", "parameters/settings.json", r => r["settings"]![4]!["values"]!.AsArray().Insert(0, JsonNode.Parse("""{"from":null,"until":"2020-01-01","value":2,"unit":"Y"}""")) },
        { "law.tier.overlap", Food, r => Fine(r)["when"]!["value"] = 10001 },
        { "law.tier.gap", Food, r => Fine(r)["when"]!["value"] = 9999 },
        { "law.tier.unchecked", Food, r => Fine(r)["when"] = ManyFacts() },
        { "law.citation.format", Food, r => Version(r)["penalizedBy"]![0] = "食品安全法 124" },
        { "law.citation.not-in-force", Food, r => Version(r)["from"] = "2020-01-01" },
        { "law.value.unchecked", Food, r => Version(r)["checkedOn"] = "2025-11-23" },
        { "law.value.unconfirmed", Food, r => Version(r)["confidence"] = "unconfirmed" },
        { "law.benchmark.outside-band", "benchmarks/LN-AMR.json", r => Band(r)["max"] = 9_000_000 },
        { "law.benchmark.order", "benchmarks/LN-AMR.json", r => Band(r)["min"] = 9_000_000 },
        { "law.benchmark.level", "benchmarks/LN-AMR.json", r => Tier(r)["level"] = "mitigated" },
        { "law.benchmark.gap", "benchmarks/LN-AMR.json", r => Band(r)["max"] = Band(r)["max"]!.GetValue<int>() - 1 },
        { "law.benchmark.overlap", "benchmarks/LN-AMR.json", r => Band(r)["max"] = Band(r)["max"]!.GetValue<int>() + 1 },
        { "law.benchmark.no-ordinary", "benchmarks/LN-AMR.json", r => Rename(r, "normal", "serious") },
        { "law.benchmark.issuer", "benchmarks/LN-AMR.json", r => r["entries"]![0]!["published"] = null },
        { "law.benchmark.exceeds-higher", "benchmarks/LN-AMR.json", Lower },
        { "law.known-gap.stale", "known-gaps.json", r => r["gaps"]!.AsArray().Add(JsonNode.Parse("""{"code":"law.time.gap","file":"matters/food/FOOD-008.json","path":null,"value":null,"why":"x"}""")) },
        { "law.unreadable", "parameters/settings.json", r => r["settings"]![0]!["values"]![0]!["value"] = "twenty" },
    };

    [Theory, MemberData(nameof(Faults))]
    public void A_planted_fault_is_found(string code, string path, Action<JsonNode> plant)
    {
        ArgumentNullException.ThrowIfNull(plant);
        var findings = LawCheck.Run(PlantedLaw.With(path, plant), PlantedLaw.Day);
        var found = findings.Where(f => f.Code == code && f.KnownBecause is null).ToArray();
        Assert.Contains(found, f => f.File == path);
        Assert.All(found, f => Assert.Contains("请", f.Says, StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_that_is_no_json_is_found_with_its_line()
    {
        var findings = LawCheck.Run(PlantedLaw.Replace(Food, _ => "{\n  \"id\": \n}"u8.ToArray()), PlantedLaw.Day);
        Assert.Contains(findings, f => f.Code == "law.json" && f.File == Food && f.Says.Contains("第 3 行", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_code_has_a_planted_fault()
        => Assert.Equal(Documented().Except(["law.json", "law.schema", "law.schema.unknown"]).Order(StringComparer.Ordinal), Faults.Select(f => f.Data.Item1).Distinct().Order(StringComparer.Ordinal));

    /// <summary>The codes in the table of the README for lawyers.</summary>
    private static IEnumerable<string> Documented()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Heng.slnx")))
        {
            folder = folder.Parent!;
        }

        return File.ReadLines(Path.Combine(folder.FullName, "law", "README.md"))
            .Where(line => line.StartsWith("| `law.", StringComparison.Ordinal))
            .Select(line => line.Split('`')[1]);
    }

    private static JsonNode Version(JsonNode root) => root["versions"]![0]!;

    private static JsonNode Fine(JsonNode root) => Version(root)["penalties"]!.AsArray().First(p => p!["kind"]!.GetValue<string>() == "fine")!;

    private static JsonObject ManyFacts()
        => new() { ["all"] = new JsonArray([.. LawSet.Embedded.Matters.Facts.All.Where(f => f.Kind == Heng.Law.Matters.FactKind.Boolean).Take(20).Select(f => (JsonNode)new JsonObject { ["fact"] = f.Id, ["op"] = "=", ["value"] = true })]) };

    private static JsonNode Tier(JsonNode root) => root["entries"]![0]!["tiers"]![0]!;

    private static JsonNode Band(JsonNode root) => Tier(root)["bands"]![0]!;

    private static void Rename(JsonNode root, string from, string to)
    {
        foreach (var tier in root["entries"]![0]!["tiers"]!.AsArray().Where(t => t!["level"]!.GetValue<string>() == from))
        {
            tier!["level"] = to;
        }
    }

    /// <summary>Two tables for one matter, the lower one outside the higher one's tier.</summary>
    private static void Lower(JsonNode root)
    {
        var higher = root["entries"]![0]!;
        higher["status"] = "in force";
        var lower = higher.DeepClone();
        lower["id"] = "BM-LOWER";
        lower["region"] = "CN-LN-SYX";
        lower["tiers"]![0]!["bands"]![0]!["max"] = higher["tiers"]![0]!["bands"]![0]!["max"]!.GetValue<int>() + 1;
        root["entries"]!.AsArray().Add(lower);
    }
}
