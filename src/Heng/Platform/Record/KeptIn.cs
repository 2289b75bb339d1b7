using System.Text.Json;

namespace Heng.Platform.Record;

/// <summary>A question of a contract that an act kept with its answer, to be asked again.</summary>
/// <param name="Question">The question, JSON.</param>
/// <param name="Answer">What must come out: the answer, or the last day of a limit.</param>
public sealed record KeptQuestion(string Question, string Answer);

/// <summary>What stands in an entry (记录所引): the files it names and the questions it kept.</summary>
public static class KeptIn
{
    private const string Sha256 = "sha256";
    private const string Assessment = "assessment";
    private const string Clocks = "clocks";

    /// <summary>The hashes of the files that an entry names: every text of a property <c>sha256</c> in its content.</summary>
    /// <param name="entry">The entry.</param>
    public static IEnumerable<string> Files(ActEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return !entry.Content.Contains(Sha256, StringComparison.Ordinal) ? []
            : In<string>(entry.Content, root => Properties(root).Where(p => p.Name == Sha256 && p.Value.ValueKind == JsonValueKind.String).Select(p => p.Value.GetString()!).Where(IsHash));
    }

    /// <summary>The assessments that an entry kept: every object of a property <c>assessment</c> with <c>request</c> and <c>answer</c>.</summary>
    /// <param name="entry">The entry.</param>
    public static IEnumerable<KeptQuestion> Assessments(ActEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return !entry.Content.Contains(Assessment, StringComparison.Ordinal) ? []
            : In<KeptQuestion>(entry.Content, root => Properties(root).Where(p => p.Name == Assessment).Select(p => Pair(p.Value, "request", "answer")).OfType<KeptQuestion>());
    }

    /// <summary>The limits that ran after an entry: every object in <c>clocks</c> of the summary after it with <c>question</c> and <c>end</c>.</summary>
    /// <param name="entry">The entry.</param>
    public static IEnumerable<KeptQuestion> Deadlines(ActEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return In<KeptQuestion>(entry.After, root => root.ValueKind == JsonValueKind.Object && root.TryGetProperty(Clocks, out var clocks) && clocks.ValueKind == JsonValueKind.Array
            ? clocks.EnumerateArray().Select(c => Pair(c, "question", "end")).OfType<KeptQuestion>()
            : []);
    }

    /// <summary>The number of the dossier that the summary after an entry gives; null for none.</summary>
    /// <param name="entry">The entry.</param>
    public static string? Number(ActEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return In<string>(entry.After, root => root.ValueKind == JsonValueKind.Object && root.TryGetProperty("number", out var number) ? [number.ToString()] : []) is [var found, ..] ? found : null;
    }

    /// <summary>Whether a text is a hash in lower-case hexadecimal.</summary>
    /// <param name="text">The text.</param>
    public static bool IsHash(string text) => text is { Length: 64 } && text.All(char.IsAsciiHexDigitLower);

    private static KeptQuestion? Pair(JsonElement json, string question, string answer)
        => json.ValueKind == JsonValueKind.Object && json.TryGetProperty(question, out var q) && json.TryGetProperty(answer, out var a) && a.ValueKind == JsonValueKind.String
            ? new KeptQuestion(q.ToString(), a.GetString()!)
            : null;

    private static IReadOnlyList<T> In<T>(string text, Func<JsonElement, IEnumerable<T>> find)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return [.. find(json.RootElement)];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static IEnumerable<JsonProperty> Properties(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(p => Properties(p.Value).Prepend(p)),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Properties),
        _ => [],
    };
}
