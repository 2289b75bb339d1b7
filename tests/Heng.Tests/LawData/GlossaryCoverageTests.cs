using System.Text.Json.Nodes;
using Heng.Law.Discretion;
using Heng.Law.Procedure;

namespace Heng.Tests.LawData;

/// <summary>The glossary names everything that has a name in the law data: nothing spreads under two names.</summary>
public sealed class GlossaryCoverageTests
{
    private static readonly HashSet<string> identifiers = [.. File.ReadLines(Repository.PathOf("docs", "glossary.md"))
        .Where(line => line.StartsWith('|'))
        .SelectMany(line => line.Split('|')[3].Split([',', '`', ' '], StringSplitOptions.RemoveEmptyEntries))];

    [Theory]
    [InlineData("procedure/stages.json", "stages")]
    [InlineData("documents/forms.json", "documents")]
    [InlineData("documents/forms.json", "complaintDocuments")]
    [InlineData("matters/circumstances.json", "circumstances")]
    [InlineData("matters/penalty-kinds.json", "kinds")]
    [InlineData("procedure/outcomes.json", "outcomes")]
    public void Every_entry_has_a_row(string path, string list)
    {
        var ids = JsonNode.Parse(File.ReadAllText(Repository.PathOf(["law", .. path.Split('/')])))![list]!.AsArray().Select(e => e!["id"]!.GetValue<string>());
        // Expired limitation is an outcome of assessments and a circumstance at once: one row, under the outcome.
        Assert.Empty(ids.Where(id => !identifiers.Contains(id) && id != "C-NP-06"));
    }

    [Fact]
    public void Every_role_level_and_outcome_has_a_row()
    {
        var members = Enum.GetValues<ProcedureRole>().Where(r => r != ProcedureRole.None).Select(r => $"ProcedureRole.{r}")
            .Concat(Enum.GetValues<Level>().Select(l => $"Level.{l}"))
            .Concat(Enum.GetValues<AssessmentOutcome>().Select(o => $"AssessmentOutcome.{o}"));
        Assert.Empty(members.Where(m => !identifiers.Contains(m)));
    }
}
