namespace Heng.Documents;

/// <summary>Table line (表格行文本): how a row of a table stands in the text of a document, its cells between bars.</summary>
public static class TableLine
{
    private const string Before = "| ";
    private const string Between = " | ";
    private const string After = " |";

    /// <summary>A row as a line.</summary>
    /// <param name="cells">The texts of its cells.</param>
    public static string Write(IEnumerable<string> cells) => Before + string.Join(Between, cells) + After;

    /// <summary>Where the cells of a line stand in it: start and length of each; empty where it is no row.</summary>
    /// <param name="line">The line.</param>
    public static IReadOnlyList<(int Start, int Length)> CellsOf(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var end = line.Length - After.Length;
        if (end < Before.Length || !line.StartsWith(Before, StringComparison.Ordinal) || !line.EndsWith(After, StringComparison.Ordinal))
        {
            return [];
        }

        var cells = new List<(int, int)>();
        for (var start = Before.Length; ;)
        {
            var bar = line.IndexOf(Between, start, end - start, StringComparison.Ordinal);
            cells.Add((start, (bar < 0 ? end : bar) - start));
            if (bar < 0)
            {
                return cells;
            }

            start = bar + Between.Length;
        }
    }
}
