using System.Text.Json.Nodes;
using CsCheck;
using Heng.Law.Citations;

namespace Heng.Law.Tests;

/// <summary>However a file is damaged, the check answers with findings, never with an exception.</summary>
public sealed class LawCheckFuzzTests
{
    private static readonly LawFile[] files = [.. LawFiles.Embedded];

    private static readonly string[] damages =
    [
        "null", "true", "-1", "0", "2147483647", "1e300", "-0.5", "1e-30", "[]", "{}", "\"\"", "\"x\"", "\"2026-02-30\"", "\"9999-12-31\"",
        "\"0001-01-01\"", "\"FSL 0\"", "\"Z 99999\"", "\"S00\"", "\"\\u0000\"", "\"goodsValue\"", "[null]", "{\"all\":[]}", "{\"fact\":\"goodsValue\",\"op\":\"=\",\"value\":1e28}",
    ];

    [Fact]
    public void A_damaged_value_never_breaks_the_check()
        => Gen.Select(Gen.Int[0, files.Length - 1], Gen.UInt, Gen.Int[0, damages.Length - 1], Gen.Bool).Sample(
            (file, at, damage, remove) =>
            {
                var damaged = PlantedLaw.With(files[file].Path, root => Plant(root, at, JsonNode.Parse(damages[damage]), remove));
                Assert.NotNull(LawCheck.Run(damaged, PlantedLaw.Day));
            },
            iter: 80,
            threads: 1);

    [Fact]
    public void Bytes_that_are_no_text_never_break_the_check()
        => Gen.Select(Gen.Int[0, files.Length - 1], Gen.Byte.Array[0, 40]).Sample(
            (file, bytes) => Assert.Contains(LawCheck.Run(PlantedLaw.Replace(files[file].Path, _ => [0xFF, .. bytes]), PlantedLaw.Day), f => f.Code == "law.json" && f.File == files[file].Path),
            iter: 20,
            threads: 1);

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    public void The_ends_of_the_calendar_never_break_the_check(string day)
    {
        foreach (var (path, list) in new[] { ("matters/unfairCompetition/UC-003.json", "versions"), ("instruments/FSL.json", "texts") })
        {
            foreach (var end in new[] { "from", "until" })
            {
                var damaged = PlantedLaw.With(path, root => root[list]![0]![end] = day);
                Assert.NotEmpty(LawCheck.Run(damaged, PlantedLaw.Day));
                Assert.NotEmpty(LawCheck.Run(damaged, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));
            }
        }
    }

    private static void Plant(JsonNode root, uint at, JsonNode? damage, bool remove)
    {
        var places = Places(root).ToArray();
        if (places.Length == 0)
        {
            return;
        }

        var (parent, key, index) = places[at % places.Length];
        switch (parent)
        {
            case JsonObject o when remove: o.Remove(key!); break;
            case JsonObject o: o[key!] = damage?.DeepClone(); break;
            case JsonArray a when remove: a.RemoveAt(index); break;
            case JsonArray a: a[index] = damage?.DeepClone(); break;
            default: break;
        }
    }

    private static IEnumerable<(JsonNode Parent, string? Key, int Index)> Places(JsonNode? node) => node switch
    {
        JsonObject o => o.SelectMany(p => Places(p.Value).Prepend((o, p.Key, -1))),
        JsonArray a => a.SelectMany((item, i) => Places(item).Prepend((a, null, i))),
        _ => [],
    };
}
