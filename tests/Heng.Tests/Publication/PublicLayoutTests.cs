using Heng.Documents;
using Heng.Law.Publicity;
using Heng.Publication;

namespace Heng.Tests.Publication;

/// <summary>The public page arranges the text in paragraphs and tables; what it says stays.</summary>
public sealed class PublicLayoutTests
{
    public static TheoryData<string> Decisions => [.. Directory.EnumerateFiles(Repository.PathOf("tests", "Heng.Tests", "Documents", "Approved"), "45-*.txt").Select(f => Path.GetFileNameWithoutExtension(f)!)];

    [Theory, MemberData(nameof(Decisions)), Row("9.2")]
    public void Not_a_letter_of_a_decision_is_added_or_taken_and_its_tables_are_tables(string decision)
    {
        var served = File.ReadAllText(Repository.PathOf("tests", "Heng.Tests", "Documents", "Approved", decision + ".txt"));
        var masked = TextMasker.Mask(served, new MaskingRequest([new("办案甲", KnownKind.Person), new("进销货台账", KnownKind.Other)], []));
        var blocks = PublicLayout.Of(masked.Text, PublicText.Shown(masked.Masks));
        Assert.Equal(masked.Text.TrimEnd('\n'), string.Join('\n', blocks.SelectMany(LinesOf)));
        Assert.Equal(masked.Masks.Select(m => m.Shown), blocks.SelectMany(b => b.Rows).SelectMany(r => r).SelectMany(c => c).Where(p => p.Mask is not null).Select(p => p.Text));
        Assert.Equal(["编号", "项目", "序号"], blocks.Where(b => b.Kind == PublicBlockKind.Table).Select(b => b.Rows[0][0][0].Text));
        Assert.InRange(blocks.Count(b => b.Kind == PublicBlockKind.Heading), 9, 10);
        Assert.Equal([1, 1, 3], blocks.Last(b => b.Kind == PublicBlockKind.Table) is var goods ? [.. goods.Rows.Skip(1).Select(goods.SpanOf)] : Array.Empty<int>());
    }

    [Theory, Row("9.2")]
    [InlineData("| 甲 |  | 乙 |", "甲", "", "乙")]
    [InlineData("| 甲 |", "甲")]
    [InlineData("| 甲")]
    [InlineData("| |")]
    [InlineData("甲 | 乙")]
    public void A_row_is_read_as_it_was_written(string line, params string[] cells)
    {
        Assert.Equal(cells, TableLine.CellsOf(line).Select(c => line.Substring(c.Start, c.Length)));
        Assert.True(cells.Length == 0 || TableLine.Write(cells) == line);
    }

    private static IEnumerable<string> LinesOf(PublicBlock block)
        => block.Rows.Select(r => r.Select(c => string.Concat(c.Select(p => p.Text)))).Select(r => block.Kind == PublicBlockKind.Table ? TableLine.Write(r) : r.Single());
}
