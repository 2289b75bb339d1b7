using System.Text.RegularExpressions;

namespace Heng.Tests.Docs;

/// <summary>A row of docs/capabilities.md.</summary>
/// <param name="Id">Its id; the part before the dot is the clause of the guiding opinion.</param>
/// <param name="Name">Its Chinese name.</param>
/// <param name="Capability">The capability that serves it.</param>
internal sealed record CapabilityRow(string Id, string Name, string Capability)
{
    /// <summary>The clause, or null for a row that serves all.</summary>
    public int? Clause => int.TryParse(Id.Split('.')[0], out var clause) ? clause : null;
}

/// <summary>The rows of the requirements, and the tests that show them.</summary>
internal static partial class Rows
{
    /// <summary>The rows of docs/capabilities.md, in its order.</summary>
    public static IReadOnlyList<CapabilityRow> All { get; } = [.. File.ReadLines(Repository.PathOf("docs", "capabilities.md"))
        .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
        .Where(cells => cells.Length == 7 && IdPattern.IsMatch(cells[1]))
        .Select(cells => new CapabilityRow(cells[1], cells[2], cells[3]))];

    /// <summary>The names of the tests of every row that a test names.</summary>
    public static ILookup<string, string> Tests { get; } = Repository.SourceFiles(".cs")
        .Where(file => file.StartsWith(Repository.PathOf("tests"), StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .SelectMany(file => TestPattern.Matches(File.ReadAllText(file)))
        .SelectMany(test => RowPattern.Matches(test.Groups["rows"].Value).Select(row => (Row: row.Groups[1].Value, Test: test.Groups["name"].Value)))
        .Distinct()
        .ToLookup(t => t.Row, t => t.Test);

    [GeneratedRegex(@"^(\d+|X)\.\d+$")]
    private static partial Regex IdPattern { get; }

    /// <summary>An attribute with rows, then other attributes, then the method or the class.</summary>
    [GeneratedRegex(@"\bRow\((?<rows>[^)]*)\)\]\s*(?:\[[^\n]*\]\s*)*public\s[^\n=]*?\b(?<name>\w+)(?=\(|\s*:|\s*\n)")]
    private static partial Regex TestPattern { get; }

    [GeneratedRegex("\"([^\"]+)\"")]
    private static partial Regex RowPattern { get; }
}
