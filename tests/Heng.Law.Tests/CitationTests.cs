using Heng.Law.Citations;

namespace Heng.Law.Tests;

public sealed class CitationTests
{
    [Theory]
    [InlineData("FSL 124(1)#5")]
    [InlineData("PR 49-55")]
    [InlineData("OP")]
    public void A_citation_reads_what_it_writes(string text) => Assert.Equal(text, Citation.Parse(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("fsl 1")]
    [InlineData("FSL 0")]
    [InlineData("FSL 9-3")]
    [InlineData("FSL 1(")]
    [InlineData("FSL 1#")]
    [InlineData("FSL 1 and 2")]
    public void Text_that_is_no_citation_is_refused(string text) => Assert.False(Citation.TryParse(text, out _));

    [Fact]
    public void A_citation_prints_as_a_document_does()
        => Assert.Equal("《食品安全法》第一百二十四条第一款第（五）项", LawSet.Embedded.Instruments.InChinese(Citation.Parse("FSL 124(1)#5")));

    [Fact]
    public void The_text_in_force_changes_on_the_day()
    {
        var fsl = LawSet.Embedded.Instruments.Find("FSL")!;
        Assert.Equal("FSL21", fsl.TextOn(new DateOnly(2025, 11, 30))!.Key);
        Assert.Equal("FSL25", fsl.TextOn(new DateOnly(2025, 12, 1))!.Key);
    }
}
