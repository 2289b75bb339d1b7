using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Heng.Discretion;
using Heng.Guidance;
using Heng.Law;
using Heng.Law.Matters;

namespace Heng.Tests.Guidance;

/// <summary>The worked examples of <c>law/examples</c>, run through the contract.</summary>
public sealed class AssessExampleTests
{
    private static readonly AssessContract contract = new(LawSet.Embedded);

    public static TheoryData<string> Published => [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "law", "examples", "published"), "*.json").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Vectors => [.. VectorNodes().Select(v => v["id"]!.GetValue<string>())];

    [Theory, MemberData(nameof(Published)), Row("4.2")]
    public void A_published_decision_gives_the_expected_answer(string id)
    {
        var example = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "law", "examples", "published", id + ".json")))!;
        var answer = Ask(example["input"]!);
        foreach (var (key, expected) in example["expected"]!.AsObject())
        {
            Assert.Equal(Shown(key, expected), Shown(key, answer[key]));
        }
    }

    [Theory, MemberData(nameof(Vectors))]
    public void A_vector_gives_the_expected_band(string id)
    {
        var vector = VectorNodes().Single(v => v["id"]!.GetValue<string>() == id);
        var facts = vector["facts"]!.DeepClone().AsObject();
        foreach (var fact in LawSet.Embedded.Matters.Facts.All.Where(f => f.Kind == FactKind.Boolean && !facts.ContainsKey(f.Id)))
        {
            facts[fact.Id] = false;
        }

        var day = vector["actDate"]!.GetValue<string>();
        var party = facts["partyType"]?.GetValue<string>() ?? "unit";
        var answer = Ask(new JsonObject
        {
            ["id"] = id,
            ["matter"] = vector["matter"]!.GetValue<string>(),
            ["region"] = "CN",
            ["actDate"] = day,
            ["discoveryDate"] = day,
            ["decisionDate"] = day,
            ["party"] = party,
            ["facts"] = facts,
            ["circumstances"] = new JsonArray(),
        });
        var expected = vector["expect"]!.AsObject();
        Assert.Equal(expected["version"]?.ToJsonString() ?? "null", answer["version"]?.ToJsonString() ?? "null");
        if (expected["fines"] is { } fines)
        {
            Assert.Equal(fines.AsArray().Select(Fine), answer["fines"]!.AsArray().Select(Fine));
            Assert.Equal(expected["otherKinds"]!.ToJsonString(), answer["otherKinds"]!.ToJsonString());
        }
    }

    internal static JsonObject Ask(JsonNode input, AssessOptions options = default)
    {
        using var memory = new MemoryStream();
        using (var writer = new Utf8JsonWriter(memory))
        {
            contract.Answer(Encoding.UTF8.GetBytes(input.ToJsonString()), writer, options);
        }

        return JsonNode.Parse(memory.ToArray())!.AsObject();
    }

    private static string Fine(JsonNode? fine) => string.Join(' ', fine!.AsObject().Where(p => p.Key != "base").OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}={p.Value?.ToJsonString() ?? "null"}"));

    private static string Shown(string key, JsonNode? value) => key == "findings"
        ? string.Join(' ', value!.AsArray().Select(f => $"{f!["code"]}/{f["severity"]}/{f["direction"]}"))
        : value?.ToJsonString() ?? "null";

    private static JsonNode[] VectorNodes() => [.. JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "law", "examples", "vectors.json")))!["examples"]!.AsArray().Select(n => n!)];
}
