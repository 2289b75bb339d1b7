using System.Text;
using System.Text.Json;
using Heng.Law;
using Heng.Law.Citations;
using NJsonSchema;
using NJsonSchema.Validation;

namespace Heng.Platform.Commands;

/// <summary>Schemas of the law files (法规数据的 JSON Schema): they travel inside the program, so that a folder can be checked anywhere.</summary>
public sealed class LawSchemas
{
    private const string Prefix = "schema/";
    private const string Suffix = ".schema.json";
    private readonly IReadOnlyDictionary<string, JsonSchema> byName;

    private LawSchemas(IReadOnlyDictionary<string, JsonSchema> byName) => this.byName = byName;

    /// <summary>The names of the schemas, for example <c>matter.schema.json</c>.</summary>
    public IEnumerable<string> Names => byName.Keys;

    /// <summary>Reads the schemas inside the program.</summary>
    /// <param name="stop">Stops reading.</param>
    public static async Task<LawSchemas> ReadAsync(CancellationToken stop)
    {
        var assembly = typeof(LawSchemas).Assembly;
        var byName = new Dictionary<string, JsonSchema>(StringComparer.Ordinal);
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            byName[name[Prefix.Length..]] = await JsonSchema.FromJsonAsync(stream, stop);
        }

        return new LawSchemas(byName);
    }

    /// <summary>What the schemas say of a set of files; a file names its schema in <c>$schema</c>.</summary>
    /// <param name="files">The files.</param>
    public IEnumerable<LawFinding> Check(LawFiles files)
    {
        ArgumentNullException.ThrowIfNull(files);
        return files.Where(f => !f.Path.StartsWith(Prefix, StringComparison.Ordinal)).SelectMany(Check);
    }

    private IEnumerable<LawFinding> Check(LawFile file)
    {
        if (SchemaNamed(file) is not { } name)
        {
            return [new LawFinding("law.schema.unknown", LawSeverity.Error, file.Path, "$", "没有写明 $schema。请写明本文件的 JSON Schema，例如 ../schema/facts.schema.json。")];
        }

        if (!byName.TryGetValue(name, out var schema))
        {
            return [new LawFinding("law.schema.unknown", LawSeverity.Error, file.Path, "$.$schema", $"程序没有“{name}”。请改正 $schema，或者升级程序。") { Value = name }];
        }

        try
        {
            return [.. schema.Validate(Encoding.UTF8.GetString(file.Content.Span)).SelectMany(e => Findings(file.Path, e))];
        }
        catch (Newtonsoft.Json.JsonException)
        {
            // Said by the check itself, with the line.
            return [];
        }
    }

    private static string? SchemaNamed(LawFile file)
    {
        try
        {
            using var document = JsonDocument.Parse(file.Content);
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("$schema", out var schema) && schema.GetString() is { } path && path.EndsWith(Suffix, StringComparison.Ordinal)
                ? path[(path.LastIndexOf('/') + 1)..]
                : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return "";
        }
    }

    /// <summary>The faults at the leaves; of an item that fits no permitted form only that is said.</summary>
    private static IEnumerable<LawFinding> Findings(string file, ValidationError error)
    {
        if (error is ChildSchemaValidationError { Kind: ValidationErrorKind.ArrayItemNotValid or ValidationErrorKind.AdditionalPropertiesNotValid } outer)
        {
            foreach (var finding in outer.Errors.Values.SelectMany(e => e).SelectMany(e => Findings(file, e)))
            {
                yield return finding;
            }

            yield break;
        }

        var says = error.Kind switch
        {
            ValidationErrorKind.PropertyRequired => $"缺少“{error.Property}”",
            ValidationErrorKind.NoAdditionalPropertiesAllowed => $"多出“{error.Property}”",
            ValidationErrorKind.NotInEnumeration => "不是可取的值",
            ValidationErrorKind.PatternMismatch => "写法不符合要求",
            ValidationErrorKind.StringTooShort => "不能为空",
            ValidationErrorKind.TooFewItems => "项数太少",
            ValidationErrorKind.TooManyItems => "项数太多",
            ValidationErrorKind.ItemsNotUnique => "有重复的项",
            ValidationErrorKind.NumberTooSmall or ValidationErrorKind.IntegerTooBig or ValidationErrorKind.NumberTooBig => "数值超出范围",
            ValidationErrorKind.StringExpected => "应为文本",
            ValidationErrorKind.IntegerExpected => "应为整数",
            ValidationErrorKind.NumberExpected => "应为数",
            ValidationErrorKind.BooleanExpected => "应为 true 或 false",
            ValidationErrorKind.ArrayExpected => "应为数组",
            ValidationErrorKind.ObjectExpected => "应为对象",
            ValidationErrorKind.NotOneOf or ValidationErrorKind.NotAnyOf => "不是允许的形式",
            ValidationErrorKind.NoTypeValidates => "类型不对",
            _ => $"不符合格式（{error.Kind}）",
        };
        var place = error.Path is { } path ? "$" + path.TrimStart('#').Replace('/', '.') : "$";
        var line = error.HasLineInfo ? $"（第 {error.LineNumber} 行）" : "";
        var wanted = error.Schema?.Description is { } description ? $"此处为：{description}。" : "";
        yield return new LawFinding("law.schema", LawSeverity.Error, file, place, $"{says}{line}。{wanted}请按 JSON Schema 改正。") { Value = error.Property };
    }
}
