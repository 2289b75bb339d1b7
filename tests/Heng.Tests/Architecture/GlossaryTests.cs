using System.Reflection;
using System.Xml.Linq;
using Heng.Law;

namespace Heng.Tests.Architecture;

public sealed class GlossaryTests
{
    private static readonly Lazy<IReadOnlyList<Term>> terms = new(() => [.. Read()]);
    private static readonly Lazy<IReadOnlyDictionary<string, string>> comments = new(ReadComments);

    [Fact]
    public void The_glossary_has_terms() => Assert.NotEmpty(terms.Value);

    [Fact]
    public void A_chinese_term_has_one_english_word() => Assert.Distinct(terms.Value.Select(t => t.Chinese));

    [Fact]
    public void Every_identifier_exists() => Assert.Empty(terms.Value.Where(t => !IdentifiersOf(t).Any(Exists)).Select(t => $"{t.Chinese}: {t.Identifier}"));

    [Fact]
    public void The_comment_of_every_identifier_contains_the_chinese_term()
    {
        var silent = from term in terms.Value
                     let members = IdentifiersOf(term).SelectMany(MembersOf).ToArray()
                     where members.Length > 0
                     where !members.Any(m => comments.Value.TryGetValue(m, out var comment) && comment.Contains(term.Chinese, StringComparison.Ordinal))
                     select $"{term.Chinese}: {term.Identifier}";
        Assert.Empty(silent);
    }

    private static IEnumerable<Term> Read()
        => File.ReadLines(Repository.PathOf("docs", "glossary.md"))
            .Where(line => line.StartsWith('|'))
            .Select(line => line.Trim('|', ' ').Split('|', StringSplitOptions.TrimEntries))
            .Where(cells => cells.Length >= 3 && cells[0] is not ("Chinese" or "中文") && !cells[0].StartsWith("--", StringComparison.Ordinal) && !cells[0].StartsWith(":-", StringComparison.Ordinal))
            .Select(cells => new Term(cells[0], cells[1], cells[2].Replace("`", "", StringComparison.Ordinal)));

    private static string[] IdentifiersOf(Term term) => term.Identifier.Split([',', '、', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>A type, a member written <c>Type.Member</c>, or an id that stands as a value in the law data.</summary>
    private static bool Exists(string identifier) => MembersOf(identifier).Any() || lawIds.Value.Contains(identifier);

    private static IEnumerable<string> MembersOf(string identifier)
    {
        var parts = identifier.Split('.');
        foreach (var type in Code.TypesOf(Code.LawAssembly).Concat(Code.TypesOf(Code.ProgramAssembly)))
        {
            var name = type.Name.Split('`')[0];
            var full = type.FullName!.Replace('+', '.');
            if (parts.Length == 1 && name == parts[0])
            {
                yield return "T:" + full;
            }

            if (parts.Length == 2 && name == parts[0])
            {
                foreach (var member in type.GetMember(parts[1], BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance))
                {
                    yield return member switch
                    {
                        FieldInfo => $"F:{full}.{parts[1]}",
                        PropertyInfo => $"P:{full}.{parts[1]}",
                        Type => $"T:{full}.{parts[1]}",
                        _ => $"M:{full}.{parts[1]}",
                    };
                }
            }
        }
    }

    private static readonly Lazy<HashSet<string>> lawIds = new(() =>
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in LawSet.Embedded.Files)
        {
            using var document = System.Text.Json.JsonDocument.Parse(file.Content);
            Collect(document.RootElement, ids);
        }

        return ids;
    });

    private static void Collect(System.Text.Json.JsonElement element, HashSet<string> ids)
    {
        switch (element.ValueKind)
        {
            case System.Text.Json.JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                {
                    Collect(property.Value, ids);
                }

                break;
            case System.Text.Json.JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    Collect(item, ids);
                }

                break;
            case System.Text.Json.JsonValueKind.String:
                ids.Add(element.GetString()!);
                break;
        }
    }

    private static Dictionary<string, string> ReadComments()
        => new[] { Code.LawAssembly, Code.ProgramAssembly }
            .Select(a => Path.ChangeExtension(a.Location, ".xml"))
            .Where(File.Exists)
            .SelectMany(file => XDocument.Load(file).Descendants("member"))
            .GroupBy(m => m.Attribute("name")!.Value.Split('(')[0])
            .ToDictionary(g => g.Key, g => string.Concat(g.Select(m => m.Value)));

    private sealed record Term(string Chinese, string English, string Identifier);
}
