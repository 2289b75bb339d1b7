using System.Text.Json.Nodes;
using Heng.Law;

namespace Heng.Tests.LawData;

/// <summary>Nothing of the law data is lost.</summary>
public sealed class LawCountTests
{
    [Theory]
    [InlineData(113, "matters/facts.json", "facts")]
    [InlineData(35, "matters/circumstances.json", "circumstances")]
    [InlineData(13, "matters/overlays.json", "overlays")]
    [InlineData(4, "matters/serious.json", "rules")]
    [InlineData(20, "matters/fields.json", "fields")]
    [InlineData(27, "matters/penalty-kinds.json", "kinds")]
    [InlineData(42, "exemptions", "entries")]
    [InlineData(13, "benchmarks", "entries")]
    [InlineData(77, "parameters/limits", "limits")]
    [InlineData(22, "parameters/thresholds.json", "thresholds")]
    [InlineData(65, "procedure/transitions.json", "transitions")]
    [InlineData(37, "procedure/stages.json", "stages")]
    [InlineData(28, "procedure/approvals.json", "approvals")]
    [InlineData(56, "documents/forms.json", "documents")]
    [InlineData(10, "documents/forms.json", "complaintDocuments")]
    [InlineData(35, "examples/vectors.json", "examples")]
    [InlineData(14, "examples/deadlines.json", "examples")]
    public void A_list_keeps_its_entries(int count, string path, string list)
        => Assert.Equal(count, Roots(path).Sum(r => r[list]!.AsArray().Count));

    [Fact]
    public void There_are_255_matters_in_275_versions()
    {
        Assert.Equal(255, LawSet.Embedded.Matters.All.Count);
        Assert.Equal(275, LawSet.Embedded.Matters.All.Sum(m => m.Versions.Count));
    }

    /// <summary>61 texts were read for matters and discretion, the others for procedure; each law has one id.</summary>
    [Fact]
    public void There_are_97_texts_of_82_instruments()
    {
        var instruments = LawSet.Embedded.Instruments.All;
        Assert.Equal(82, instruments.Count);
        Assert.Equal(97, instruments.Sum(i => i.Texts.Count));
        Assert.Equal(61, instruments.Where(i => i.Id != "SDO").SelectMany(i => i.Texts).Count(t => t.CheckedOn == new DateOnly(2026, 6, 3)));
    }

    [Fact]
    public void There_are_22_published_decisions()
        => Assert.Equal(22, Roots("examples/published").Count());

    [Fact]
    public void Every_citation_of_a_matter_can_be_printed_in_Chinese()
        => Assert.All(
            LawSet.Embedded.Matters.All.SelectMany(m => m.Versions).SelectMany(v => v.Violates.Concat(v.PenalizedBy)),
            c => Assert.DoesNotContain(LawSet.Embedded.Instruments.InChinese(c), x => char.IsAsciiLetterOrDigit(x)));

    [Fact]
    public void Every_fact_has_a_question_and_every_choice_a_label()
        => Assert.All(LawSet.Embedded.Matters.Facts.All, f =>
        {
            Assert.EndsWith("？", f.Question, StringComparison.Ordinal);
            Assert.False(string.IsNullOrEmpty(f.Help));
            Assert.All(f.Values, v => Assert.True(f.Labels.ContainsKey(v), $"{f.Id} {v}"));
        });

    private static IEnumerable<JsonNode> Roots(string path)
    {
        var full = Repository.PathOf(["law", .. path.Split('/')]);
        return (Directory.Exists(full) ? Directory.EnumerateFiles(full, "*.json") : [full]).Select(f => JsonNode.Parse(File.ReadAllText(f))!);
    }
}
