using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Heng.Dossiers;

namespace Heng.Demonstration.Model;

/// <summary>Fills the fields of a step: what stands in the scenario becomes what the form of the act would carry.</summary>
/// <remarks>
/// <c>$name</c> is a value of the affair or a shared list (spliced inside a list), <c>{name}</c> the same inside a text; <c>@today+3</c>,
/// <c>@start-5</c> are days (<c>{@today+3}</c> inside a text), <c>@now-35</c> is a time of day; <c>@photo:title</c>, <c>@pdf:</c>, <c>@sound:</c>, <c>@text:</c> upload a
/// file; <c>@officer1</c> and other parts are people; <c>#scene</c> is the number of a piece of evidence.
/// </remarks>
internal sealed partial class StepFields
{
    private static readonly string[] fileKinds = ["photo", "pdf", "sound", "text"];

    /// <summary>The dossier on its way.</summary>
    public required ScenarioRun Run { get; init; }

    /// <summary>The time at which the step is done, Beijing.</summary>
    public required DateTime Now { get; init; }

    /// <summary>The id of who plays a part.</summary>
    public required Func<string, Guid> Person { get; init; }

    /// <summary>Uploads a file: kind and title.</summary>
    public required Func<string, string, Task<Guid>> Upload { get; init; }

    /// <summary>The act with the fields of the step over those that its form fills by itself.</summary>
    public async Task<DossierAct> OverAsync(DossierAct prefilled, JsonObject? fields)
    {
        if (fields is null || fields.Count == 0)
        {
            return prefilled;
        }

        var content = JsonNode.Parse(ActTypes.Write(prefilled))!.AsObject();
        foreach (var (name, value) in fields)
        {
            // The affair leaves the field open: what the form fills by itself stays.
            if (!(value is JsonValue named && named.TryGetValue<string>(out var text) && text is ['$', .. var path] && Find(path) is null))
            {
                content[name] = await FillAsync(value);
            }
        }

        return ActTypes.Read(ActTypes.Of(prefilled).Code, content.ToJsonString(ActTypes.Json));
    }

    private async Task<JsonNode?> FillAsync(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject thing:
                var filled = new JsonObject();
                foreach (var (name, value) in thing)
                {
                    filled[name] = await FillAsync(value);
                }

                return filled;
            case JsonArray list:
                return await FillAsync(list);
            case JsonValue value when value.TryGetValue<string>(out var text):
                return await FillAsync(text);
            default:
                return node?.DeepClone();
        }
    }

    private async Task<JsonArray> FillAsync(JsonArray list)
    {
        var filled = new JsonArray();
        foreach (var item in list)
        {
            var isName = item is JsonValue value && value.TryGetValue<string>(out var text) && text.StartsWith('$');
            switch (await FillAsync(item))
            {
                case JsonArray inner when isName:
                    foreach (var one in inner)
                    {
                        filled.Add(one?.DeepClone());
                    }

                    break;
                // A piece of evidence that this path does not bring leaves no trace.
                case null when item is not null:
                    break;
                case var one:
                    filled.Add(one);
                    break;
            }
        }

        return filled;
    }

    private async Task<JsonNode?> FillAsync(string text)
    {
        switch (text)
        {
            case ['$', .. var path]:
                return await FillAsync(Find(path));
            case ['#', .. var piece]:
                return Run.Evidence.TryGetValue(piece, out var number) ? number : null;
            case ['@', .. var token]:
                return await TokenAsync(token);
            default:
                text = DayInText.Replace(text, d => DayOf(d.Groups[1].Value, int.Parse(d.Groups[2].ValueSpan, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)));
                foreach (var (name, value) in Run.Affair)
                {
                    if (value is JsonValue known && known.TryGetValue<string>(out var says))
                    {
                        text = text.Replace($"{{{name}}}", says, StringComparison.Ordinal);
                    }
                }

                return text;
        }
    }

    private string DayOf(string name, int by) => (name == "start" ? Run.StartedOn : DateOnly.FromDateTime(Now)).AddDays(by).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [GeneratedRegex("\\{@(today|start)([+-][0-9]+)\\}")]
    private static partial Regex DayInText { get; }

    private JsonNode? Find(string path)
    {
        var names = path.Split('.');
        JsonNode? at = Run.Affair.ContainsKey(names[0]) ? Run.Affair : ScenarioBook.Embedded.Shared;
        foreach (var name in names)
        {
            at = (at ?? throw new InvalidOperationException($"The scenario knows no '{path}'."))[name];
        }

        return at;
    }

    private async Task<JsonNode?> TokenAsync(string token)
    {
        if (token.Split(':') is [var kind, var title] && fileKinds.Contains(kind))
        {
            return (await Upload(kind, title)).ToString();
        }

        var sign = token.IndexOfAny(['+', '-']);
        var (name, by) = sign < 0 ? (token, 0) : (token[..sign], int.Parse(token.AsSpan(sign), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));
        return name switch
        {
            "today" or "start" => DayOf(name, by),
            "now" => Now.AddMinutes(by).ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture),
            _ => Person(name).ToString(),
        };
    }
}
