using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Heng.Dossiers;
using Heng.Law;
using Heng.Law.Codes;

namespace Heng.Demonstration.Model;

/// <summary>Says the fields of a step in words, for someone who fills them in himself.</summary>
internal static class StepWords
{
    /// <summary>Label and value of each field that the scenario fills.</summary>
    /// <param name="step">The step.</param>
    /// <param name="affair">Its texts.</param>
    /// <param name="nameOf">Name of who plays a part.</param>
    /// <param name="labelOf">Label of a choice that only the act knows.</param>
    /// <param name="law">Names of facts.</param>
    /// <param name="days">The day of the first step, and today.</param>
    public static IEnumerable<(string Label, string Value)> Of(TourStep step, JsonObject affair, Func<string, string> nameOf, Func<ActField, string, string> labelOf, LawSet law, (DateOnly Start, DateOnly Today) days)
    {
        foreach (var (name, value) in step.Plan.Fields ?? [])
        {
            var field = step.Type.Fields.FirstOrDefault(f => f.Name == name);
            if (value is JsonValue named && named.TryGetValue<string>(out var text) && text.StartsWith('$') && Find(text[1..], affair) is null)
            {
                // The affair leaves the field open.
                continue;
            }

            if (field?.About.Kind == FieldKind.Choice && value is JsonValue chosen && chosen.TryGetValue<string>(out var code) && code[0] is not ('$' or '@'))
            {
                yield return (field.About.Label, labelOf(field, code));
            }
            else if (field is not null && value is not null)
            {
                yield return (field.About.Label, Say(field, value, affair, TokenOf, law));
            }
            else if (name == "storyEvidence")
            {
                yield return ("违法事实经过的证据", EvidenceOf(value!.AsArray(), affair));
            }
            else if (name == "entries")
            {
                foreach (var fact in FactsOf(value!.AsArray(), affair, law))
                {
                    yield return fact;
                }
            }
        }

        string TokenOf(string text) => text.Split('+', '-') switch
        {
            ["@today"] => Day(days.Today, "今天"),
            ["@today", var later] => Day(days.Today.AddDays(int.Parse(later, CultureInfo.InvariantCulture)), $"今天之后 {later} 天"),
            ["@start"] => Day(days.Start, "登记案源之日"),
            ["@start", var earlier] => Day(days.Start.AddDays(-int.Parse(earlier, CultureInfo.InvariantCulture)), $"登记案源之日前 {earlier} 天"),
            ["@now", var minutes] => $"{minutes} 分钟前",
            _ => nameOf(text[1..]),
        };
    }

    private static string Day(DateOnly day, string which) => $"{day:yyyy-MM-dd}（{which}）";

    private static string Say(ActField field, JsonNode value, JsonObject affair, Func<string, string> tokenOf, LawSet law) => value switch
    {
        JsonArray list when field.About.Kind == FieldKind.Evidence => EvidenceOf(list, affair),
        JsonArray when field.About.Kind == FieldKind.Choices => "逐项核对后全部勾选",
        JsonArray list when field.About.Kind == FieldKind.Files => "上传任意一个图片、PDF 或者文本文件（代表“" + string.Join("”“", list.Select(f => TitleOf(f, affair))) + "”）",
        JsonArray list => string.Join("、", list.Select(v => Say(field, v!, affair, tokenOf, law))),
        JsonValue flag when flag.TryGetValue<bool>(out var yes) => yes ? "是" : "否",
        JsonValue known when known.TryGetValue<string>(out var text) => Say(field, text, affair, tokenOf, law),
        _ => value.ToJsonString(),
    };

    private static string Say(ActField field, string text, JsonObject affair, Func<string, string> tokenOf, LawSet law)
    {
        if (text.StartsWith('$'))
        {
            return Find(text[1..], affair) is JsonObject sum ? $"{new Money(sum["fen"]!.GetValue<long>())} 元" : Say(field, Find(text[1..], affair)?.GetValue<string>() ?? "", affair, tokenOf, law);
        }

        if (text.StartsWith('@'))
        {
            return tokenOf(text);
        }

        var type = Nullable.GetUnderlyingType(field.Property.PropertyType) ?? field.Property.PropertyType;
        if (type.IsEnum)
        {
            return ActTypes.LabelOf((Enum)JsonSerializer.Deserialize($"\"{text}\"", type, ActTypes.Json)!);
        }

        if (field.About.Kind == FieldKind.Matter)
        {
            return law.Matters.Find(text) is { } matter ? $"{matter.Chinese}（{text}）" : text;
        }

        foreach (var (name, value) in affair)
        {
            if (value is JsonValue known && known.TryGetValue<string>(out var says))
            {
                text = text.Replace($"{{{name}}}", says, StringComparison.Ordinal);
            }
        }

        return text;
    }

    /// <summary>The facts as their page asks for them, each with its evidence.</summary>
    private static IEnumerable<(string Label, string Value)> FactsOf(JsonArray entries, JsonObject affair, LawSet law)
        => entries.SelectMany(e => e is JsonValue name ? Find(name.GetValue<string>()[1..], affair)!.AsArray() : [e])
            .Select(e => (law.Matters.Facts.Find(e!["fact"]!.GetValue<string>())?.Question ?? "",
                $"{(e["value"]!.GetValue<string>() switch { "true" => "是", "false" => "否", var v => v })}{(e["evidence"] is JsonArray evidence ? "；证据：" + EvidenceOf(evidence, affair) : "")}"));

    private static string EvidenceOf(JsonArray pieces, JsonObject affair) => string.Join("、", pieces.Select(p => p!.GetValue<string>() switch
    {
        "#scene" => "现场笔录",
        "#talk" => "询问笔录",
        "#check" => "改正情况核查记录",
        "#query" => "既往违法记录查询结果",
        "#paper" => affair["paper"]?["name"]?.GetValue<string>() ?? "书证",
        var other => other[1..],
    }));

    private static string TitleOf(JsonNode? file, JsonObject affair)
    {
        var text = file!.GetValue<string>();
        text = text.StartsWith('$') ? Find(text[1..], affair)!.GetValue<string>() : text;
        return text[(text.IndexOf(':', StringComparison.Ordinal) + 1)..];
    }

    private static JsonNode? Find(string path, JsonObject affair)
    {
        var names = path.Split('.');
        return names.Aggregate((JsonNode?)(affair.ContainsKey(names[0]) ? affair : ScenarioBook.Embedded.Shared), (node, name) => node?[name]);
    }
}
