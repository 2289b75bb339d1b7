using System.Text.Json;
using System.Text.Json.Nodes;
using Heng.Dossiers;
using Heng.Law;

namespace Heng.Demonstration.Model;

/// <summary>Says the fields of a step in words, for someone who fills them in himself.</summary>
internal static class StepWords
{
    /// <summary>Label and value of each field that the scenario fills.</summary>
    /// <param name="step">The step.</param>
    /// <param name="affair">Its texts.</param>
    /// <param name="nameOf">Name of who plays a part.</param>
    /// <param name="law">Names of facts.</param>
    public static IEnumerable<(string Label, string Value)> Of(TourStep step, JsonObject affair, Func<string, string> nameOf, LawSet law)
    {
        foreach (var (name, value) in step.Plan.Fields ?? [])
        {
            var field = step.Type.Fields.FirstOrDefault(f => f.Name == name);
            if (value is JsonValue named && named.TryGetValue<string>(out var text) && text.StartsWith('$') && Find(text[1..], affair) is null)
            {
                // The affair leaves the field open.
                continue;
            }

            if (field is not null && value is not null)
            {
                yield return (field.About.Label, Say(field, value, affair, nameOf, law));
            }
            else if (name == "entries")
            {
                foreach (var fact in FactsOf(value!.AsArray(), affair, law))
                {
                    yield return fact;
                }
            }
        }
    }

    private static string Say(ActField field, JsonNode value, JsonObject affair, Func<string, string> nameOf, LawSet law) => value switch
    {
        JsonArray when field.About.Kind == FieldKind.Choices => "逐项核对后全部勾选",
        JsonArray list when field.About.Kind == FieldKind.Files => "上传任意一个图片、PDF 或者文本文件（代表“" + string.Join("”“", list.Select(f => TitleOf(f, affair))) + "”）",
        JsonArray list => string.Join("、", list.Select(v => Say(field, v!, affair, nameOf, law))),
        JsonValue flag when flag.TryGetValue<bool>(out var yes) => yes ? "是" : "否",
        JsonValue known when known.TryGetValue<string>(out var text) => Say(field, text, affair, nameOf, law),
        _ => value.ToJsonString(),
    };

    private static string Say(ActField field, string text, JsonObject affair, Func<string, string> nameOf, LawSet law)
    {
        if (text.StartsWith('$'))
        {
            return Say(field, Find(text[1..], affair)?.GetValue<string>() ?? "", affair, nameOf, law);
        }

        if (text.StartsWith('@'))
        {
            return text.Split('+', '-') switch
            {
                ["@today"] => "今天",
                ["@today", var days] => $"今天之后 {days} 天",
                ["@start", ..] => text.Contains('-', StringComparison.Ordinal) ? $"登记案源之日前 {text.Split('-')[1]} 天" : "登记案源之日",
                ["@now", var minutes] => $"{minutes} 分钟前",
                _ => nameOf(text[1..]),
            };
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

    private static IEnumerable<(string Label, string Value)> FactsOf(JsonArray entries, JsonObject affair, LawSet law)
        => entries.SelectMany(e => e is JsonValue name ? Find(name.GetValue<string>()[1..], affair)!.AsArray() : [e])
            .Select(e => (law.Matters.Facts.Find(e!["fact"]!.GetValue<string>())?.Chinese ?? "", e["value"]!.GetValue<string>() switch { "true" => "是", "false" => "否", var v => v }));

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
