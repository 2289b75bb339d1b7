using System.Globalization;
using System.Text.Json;
using Heng.Law.Citations;

namespace Heng.Law;

/// <summary>A value in a law file as the check reads it: with its place, and never throwing; what is missing or mistyped is the schema's matter.</summary>
internal readonly record struct LawNode(JsonElement Json, string File, string Path)
{
    public string? Text => Json.ValueKind == JsonValueKind.String ? Json.GetString() : null;

    public bool IsObject => Json.ValueKind == JsonValueKind.Object;

    public decimal? Number => Json.ValueKind == JsonValueKind.Number && Json.TryGetDecimal(out var number) ? number : null;

    public DateOnly? Day => DateOnly.TryParseExact(Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public LawNode? this[string name] => IsObject && Json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? new LawNode(value, File, $"{Path}.{name}") : null;

    public IEnumerable<LawNode> Items
    {
        get
        {
            if (Json.ValueKind != JsonValueKind.Array)
            {
                yield break;
            }

            var index = 0;
            foreach (var item in Json.EnumerateArray())
            {
                yield return new LawNode(item, File, $"{Path}[{index++.ToString(CultureInfo.InvariantCulture)}]");
            }
        }
    }

    public IEnumerable<(string Name, LawNode Value)> Members
    {
        get
        {
            if (!IsObject)
            {
                yield break;
            }

            foreach (var member in Json.EnumerateObject())
            {
                yield return (member.Name, new LawNode(member.Value, File, $"{Path}.{member.Name}"));
            }
        }
    }

    public bool Has(string name) => IsObject && Json.TryGetProperty(name, out _);

    public string? TextOf(string name) => this[name]?.Text;

    public IEnumerable<LawNode> ItemsOf(string name) => this[name]?.Items ?? [];

    /// <summary>The strings of a list, or the one string that stands in its place.</summary>
    public IEnumerable<LawNode> TextsOf(string name)
        => this[name] is not { } value ? [] : value.Text is null ? value.Items.Where(i => i.Text is not null) : [value];

    public LawFinding Finding(string code, LawSeverity severity, string says, string? value = null) => new(code, severity, File, Path, says) { Value = value ?? Text };
}

/// <summary>The law files as the check reads them.</summary>
internal sealed class LawNodes
{
    private readonly Dictionary<string, LawNode> roots = new(StringComparer.Ordinal);

    public LawNodes(LawFiles files, List<LawFinding> findings)
    {
        foreach (var file in files.Where(f => !f.Path.StartsWith("schema/", StringComparison.Ordinal)))
        {
            try
            {
                // A clone outlives its document, which need not be disposed then.
                using var document = JsonDocument.Parse(file.Content);
                roots[file.Path] = new LawNode(document.RootElement.Clone(), file.Path, "$");
            }
            catch (JsonException e)
            {
                findings.Add(new LawFinding("law.json", LawSeverity.Error, file.Path, "$", $"不是有效的 JSON（第 {(e.LineNumber ?? 0) + 1} 行）。请用 JSON 编辑器改正。"));
            }
        }
    }

    public IEnumerable<LawNode> All => roots.Values;

    public LawNode? this[string path] => roots.TryGetValue(path, out var root) ? root : null;

    public IEnumerable<LawNode> Under(string folder) => roots.Values.Where(r => r.File.StartsWith(folder, StringComparison.Ordinal));

    public IEnumerable<LawNode> Matters => Under("matters/").Where(r => r.File.Count(c => c == '/') == 2);

    public IEnumerable<LawNode> Entries(string path, string list) => this[path]?.ItemsOf(list) ?? [];

    public HashSet<string> Ids(string path, string list, string key = "id") => [.. Entries(path, list).Select(e => e.TextOf(key)).OfType<string>()];

    public HashSet<string> IdsUnder(string folder, string list, string key = "id") => [.. Under(folder).SelectMany(r => r.ItemsOf(list)).Select(e => e.TextOf(key)).OfType<string>()];
}
