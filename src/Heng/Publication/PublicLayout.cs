using System.Text.RegularExpressions;
using Heng.Documents;
using Heng.Law.Publicity;

namespace Heng.Publication;

/// <summary>Public piece (公示文本片段): a stretch of the public text, shown as served or masked.</summary>
/// <param name="Text">The text.</param>
/// <param name="Mask">Why it is masked; null where it stands as served.</param>
public sealed record PublicPiece(string Text, MaskReason? Mask = null);

/// <summary>Public block (公示文本段落): a paragraph, which is one row of one cell, or a table.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Rows">Rows of cells of pieces.</param>
public sealed record PublicBlock(PublicBlockKind Kind, IReadOnlyList<IReadOnlyList<IReadOnlyList<PublicPiece>>> Rows)
{
    private const int LongestNarrow = 16;

    /// <summary>The text of a cell.</summary>
    /// <param name="cell">The cell.</param>
    public static string TextOf(IReadOnlyList<PublicPiece> cell) => string.Concat(cell.Select(p => p.Text));

    /// <summary>The most cells that a row has.</summary>
    public int Columns => Rows.Max(r => r.Count);

    /// <summary>Whether it holds too much to stand side by side on a narrow screen.</summary>
    public bool IsFull => Columns > 3 && Rows.Any(r => r.Any(c => c.Sum(p => p.Text.Length) > LongestNarrow));

    /// <summary>How many columns the first cell of a row covers: a row with fewer cells is a sum, its first cell reaches over the rest.</summary>
    /// <param name="row">The row.</param>
    public int SpanOf(IReadOnlyList<IReadOnlyList<PublicPiece>> row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return Columns - row.Count + 1;
    }
}

/// <summary>Kind of a public block (段落种类).</summary>
public enum PublicBlockKind
{
    /// <summary>Authority, title or number above the text (题首).</summary>
    Title,

    /// <summary>Heading of a part (标题).</summary>
    Heading,

    /// <summary>Paragraph (正文).</summary>
    Paragraph,

    /// <summary>Seal and day at the end (落款).</summary>
    Seal,

    /// <summary>Table; its first row is its head (表格).</summary>
    Table,
}

/// <summary>Layout of the public text (公示文本版式): its lines as paragraphs, headings and tables. It only arranges; not a letter is added or taken.</summary>
public static partial class PublicLayout
{
    private const int LongestHeading = 30;

    /// <summary>The blocks of a public text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="masks">Where masks stand in it, in order; null where nobody needs to see them.</param>
    public static IReadOnlyList<PublicBlock> Of(string text, IEnumerable<(int Start, int Length, MaskReason Reason)>? masks = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        (int Start, int Length, MaskReason Reason)[] marks = [.. masks ?? []];
        var blocks = new List<PublicBlock>();
        var table = new List<IReadOnlyList<IReadOnlyList<PublicPiece>>>();
        var (at, above) = (0, true);
        foreach (var line in text.TrimEnd('\n').Split('\n'))
        {
            if (TableLine.CellsOf(line) is { Count: > 0 } cells)
            {
                table.Add([.. cells.Select(c => PiecesOf(text, at + c.Start, c.Length, marks))]);
            }
            else
            {
                EndTable();
                above &= !line.Contains('：', StringComparison.Ordinal);
                var kind = Part().IsMatch(line) && line.Length <= LongestHeading ? PublicBlockKind.Heading
                    : line.EndsWith("（印章）", StringComparison.Ordinal) || Day().IsMatch(line) ? PublicBlockKind.Seal
                    : above ? PublicBlockKind.Title : PublicBlockKind.Paragraph;
                blocks.Add(new PublicBlock(kind, [[PiecesOf(text, at, line.Length, marks)]]));
            }

            at += line.Length + 1;
        }

        EndTable();
        return blocks;

        void EndTable()
        {
            if (table.Count > 0)
            {
                blocks.Add(new PublicBlock(PublicBlockKind.Table, [.. table]));
                table.Clear();
            }
        }
    }

    private static List<PublicPiece> PiecesOf(string text, int start, int length, (int Start, int Length, MaskReason Reason)[] masks)
    {
        var (at, end) = (start, start + length);
        var pieces = new List<PublicPiece>();
        foreach (var (from, size, reason) in masks.Where(m => m.Start < end && m.Start + m.Length > start))
        {
            var (first, last) = (Math.Max(from, start), Math.Min(from + size, end));
            Add(first, null);
            Add(last, reason);
        }

        Add(end, null);
        return pieces;

        void Add(int until, MaskReason? mask)
        {
            if (until > at)
            {
                pieces.Add(new PublicPiece(text[at..until], mask));
                at = until;
            }
        }
    }

    [GeneratedRegex("^[一二三四五六七八九十]+、")]
    private static partial Regex Part();

    [GeneratedRegex(@"^\d{4}年\d{1,2}月\d{1,2}日$")]
    private static partial Regex Day();
}
