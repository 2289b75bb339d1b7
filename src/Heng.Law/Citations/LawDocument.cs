using System.Globalization;
using System.Text.Json;

namespace Heng.Law.Citations;

/// <summary>Fault in law data (法规数据错误): the file, the place in it and what is wrong.</summary>
public sealed class LawDataException : Exception
{
    /// <summary>Makes a fault.</summary>
    /// <param name="file">Path of the file under <c>law/</c>.</param>
    /// <param name="place">Place in the file, for example <c>$.versions[0].from</c>.</param>
    /// <param name="says">What is wrong, in Chinese.</param>
    public LawDataException(string file, string place, string says)
        : base($"{file} {place}：{says}") => (File, Place, Says) = (file, place, says);

    /// <summary>Path of the file under <c>law/</c>.</summary>
    public string File { get; }

    /// <summary>Place in the file.</summary>
    public string Place { get; }

    /// <summary>What is wrong, in Chinese.</summary>
    public string Says { get; }
}

/// <summary>An opened law file; reading a missing or mistyped value throws <see cref="LawDataException"/> with its place.</summary>
internal sealed class LawDocument : IDisposable
{
    private readonly JsonDocument document;

    public LawDocument(LawFile file)
    {
        try
        {
            document = JsonDocument.Parse(file.Content);
        }
        catch (JsonException e)
        {
            throw new LawDataException(file.Path, e.Path ?? "$", "不是有效的 JSON");
        }

        Root = new LawElement(document.RootElement, file.Path, "$");
    }

    public LawElement Root { get; }

    public void Dispose() => document.Dispose();
}

/// <summary>A value in a law file, with its place.</summary>
internal readonly struct LawElement(JsonElement json, string file, string place)
{
    public JsonElement Json => json;

    public string Place => place;

    public string File => file;

    public bool IsNull => json.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined;

    public LawElement this[string name] => Find(name) ?? throw Fault(name, "缺少此项");

    public LawElement? Find(string name)
        => json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
            ? new LawElement(value, file, $"{place}.{name}")
            : null;

    public IEnumerable<LawElement> Items(string name) => this[name].Items();

    public IEnumerable<LawElement> OptionalItems(string name) => Find(name)?.Items() ?? [];

    public IEnumerable<LawElement> Items()
    {
        if (json.ValueKind != JsonValueKind.Array)
        {
            throw new LawDataException(file, place, "应为数组");
        }

        var (items, itemFile, itemPlace) = (json, file, place);
        return items.EnumerateArray().Select((e, i) => new LawElement(e, itemFile, $"{itemPlace}[{i.ToString(CultureInfo.InvariantCulture)}]"));
    }

    public IEnumerable<(string Name, LawElement Value)> Members()
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw new LawDataException(file, place, "应为对象");
        }

        var (members, memberFile, memberPlace) = (json, file, place);
        return members.EnumerateObject().Select(p => (p.Name, new LawElement(p.Value, memberFile, $"{memberPlace}.{p.Name}")));
    }

    public string Text() => json.ValueKind == JsonValueKind.String ? json.GetString()! : throw new LawDataException(file, place, "应为文本");

    public string Text(string name) => this[name].Text();

    public string? OptionalText(string name) => Find(name)?.Text();

    public IReadOnlyList<string> Texts(string name) => [.. Items(name).Select(e => e.Text())];

    public IReadOnlyList<string> OptionalTexts(string name) => [.. OptionalItems(name).Select(e => e.Text())];

    public bool Flag(string name) => this[name].Flag();

    public bool Flag() => json.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw new LawDataException(file, place, "应为 true 或 false"),
    };

    public bool OptionalFlag(string name, bool otherwise) => Find(name) is { } value ? value.Flag() : otherwise;

    public int Whole(string name) => this[name].Whole();

    public int Whole() => json.ValueKind == JsonValueKind.Number && json.TryGetInt32(out var number) ? number : throw new LawDataException(file, place, "应为整数");

    public int? OptionalWhole(string name) => Find(name)?.Whole();

    public decimal Number(string name) => this[name].Number();

    public decimal Number() => json.ValueKind == JsonValueKind.Number && json.TryGetDecimal(out var number) ? number : throw new LawDataException(file, place, "应为数");

    public decimal? OptionalNumber(string name) => Find(name)?.Number();

    public DateOnly Day(string name) => this[name].Day();

    public DateOnly Day()
        => DateOnly.TryParseExact(Text(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new LawDataException(file, place, "应为 yyyy-MM-dd 形式的日期");

    public DateOnly? OptionalDay(string name) => Find(name)?.Day();

    public Citation Citation() => Citations.Citation.TryParse(Text(), out var citation) ? citation : throw new LawDataException(file, place, $"“{Text()}”不是有效的引用");

    public Citation Citation(string name) => this[name].Citation();

    public IReadOnlyList<Citation> AllCited(string name) => [.. Items(name).Select(e => e.Citation())];

    public Confidence Confidence(string name) => Text(name) switch
    {
        "primary" => Citations.Confidence.Primary,
        "secondary" => Citations.Confidence.Secondary,
        "recalled" => Citations.Confidence.Recalled,
        "unconfirmed" => Citations.Confidence.Unconfirmed,
        var other => throw Fault(name, $"“{other}”不是可信度标记"),
    };

    public LawDataException Fault(string name, string says) => new(file, $"{place}.{name}", says);
}
