using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Heng.Cases.Steps.Decision;
using Heng.Cases.Steps.Facts;
using Heng.Cases.Steps.Investigation;
using Heng.Documents;
using Heng.Documents.Engine;
using Heng.Dossiers;
using Heng.Intake.Steps;
using Heng.Law.Reasoning;
using Heng.Tests.Cases;
using Heng.Tests.Prevention;
using Heng.Tests.Storage;

namespace Heng.Tests.Documents;

public sealed class FormTests
{
    /// <summary>Forms that the path of a minor case brings.</summary>
    private static readonly string[] ofThePath = ["01", "07", "08", "09", "10", "11", "12", "14", "15", "33", "35", "36", "43", "46", "50", "51", "53", "54", "55", "56", "education", "letter", "visit"];

    [Fact, Row("6.1", "6.6")]
    public async Task Every_form_is_filled_from_the_record_alone_and_reads_as_approved()
    {
        await using var house = await TestHouse.BuildAsync();
        var id = await DocumentPath.WithEveryFormAsync(house);
        var reminder = await house.DoAsync(house.Officer1, null, PreventionTests.Reminder());
        CheckedDocument[] documents = [.. await DocumentPath.CheckAllAsync(house, id), .. await DocumentPath.CheckAllAsync(house, reminder)];
        Assert.Empty(ofThePath.Except(documents.Select(d => d.Draft.Form)));
        await DocumentPath.ShowAsync("", documents);
        foreach (var document in documents)
        {
            Assert.Empty(document.Filled.Unknown);
            Assert.Empty(document.Diagnostics.Where(d => d.Severity == Severity.Error).Select(d => $"{document.Draft.Name}: {d.Code} {d.Says}"));
        }

        foreach (var document in documents.GroupBy(d => d.Draft.Form).Select(g => g.First()))
        {
            Approval.Check(document.Draft.Form, document.Filled.Text);
        }
    }

    /// <summary>The list of first violations asks for its own conditions; the statute for its three.</summary>
    [Theory, Row("6.1", "6.2")]
    [InlineData("46-first-list", "EX-N1-F05")]
    [InlineData("46-first-statute", "EX-S-02")]
    public async Task A_decision_on_a_first_violation_reads_as_approved(string approved, string ground)
    {
        await using var house = await TestHouse.BuildAsync();
        FactEntry[] facts = ground == "EX-S-02"
            ? [new("firstViolation", "true", [5]), new("slightHarm", "true", [1, 2]), new("correctedPromptly", "true", [4])]
            : [
                new("sameEntityNoSameKindWithinTwoYears", "true", [5]), new("correctedWithinOrderPeriod", "true", [4]), new("cateringStage", "false", [1]),
                new("statesSource", "true", [2, 3]), new("foodSafetyAccident", "false", [1, 2]), new("foodborneDisease", "false", [1, 2]),
            ];
        var id = await DocumentPath.DecidedOnAsync(house, ground, facts);
        var decision = (await DocumentPath.CheckAllAsync(house, id)).Single(d => d.Draft.Form == "46");
        await DocumentPath.ShowAsync(approved + "-", decision);
        Assert.Empty(decision.Diagnostics.Where(d => d.Severity == Severity.Error).Select(d => d.Says));
        Assert.Empty(decision.Draft.Sentences.Where(s => s.IsBroken || s.Rests.Count == 0).Select(s => s.Text));
        Assert.Equal(100, decision.Review!.Completeness.Score);
        Approval.Check(approved, decision.Filled.Text);
    }

    /// <summary>What the bureau thinks inside stays inside; what the party may know of itself stands there whole.</summary>
    [Fact, Row("6.6", "X.3")]
    public async Task What_goes_out_to_the_party_shows_no_inner_opinion_and_hides_nothing_of_the_party()
    {
        await using var house = await TestHouse.BuildAsync();
        var id = await ExemptionPath.ToFactsAsync(house, ExemptionPath.Clue(house) with
        {
            PartySort = PartySort.Individual,
            PartyName = "示例个人甲",
            NoCodeReason = null,
            PartyNumber = "11010519491231002X",
            Source = SourceKind.Report,
            Reporter = "举报人示例丁",
        });
        await house.DoAsync(house.Head, id, new ExtendHandling { Reason = "等待协查结果，暂不告知当事人。" });
        await ExemptionPath.DecidableAsync(house, id);
        await house.DoAsync(house.Head, id, await house.PrefilledAsync<DecideNoPenalty>(house.Head, id));
        var outward = (await DocumentPath.CheckAllAsync(house, id)).Where(d => d.Draft.IsOutward).ToArray();
        Assert.Equal(["33", "46"], outward.Select(d => d.Draft.Form).Order(StringComparer.Ordinal));
        var (file, _) = await house.ReadAsync(house.Officer1, id);
        string[] opinions = [.. file.Acts.SelectMany(a => OpinionsIn(a.Act)).Where(t => t.Length > 4).Append("举报人示例丁").Append("建议不予")];
        Assert.True(opinions.Length > 5);
        foreach (var document in outward)
        {
            Assert.Empty(opinions.Where(o => document.Filled.Text.Contains(o, StringComparison.Ordinal)));
            Assert.DoesNotContain('*', document.Filled.Text);
            Assert.Contains("示例个人甲", document.Filled.Text, StringComparison.Ordinal);
        }

        var decision = outward.Single(d => d.Draft.Form == "46").Filled.Text;
        Assert.Contains("公民身份号码：11010519491231002X", decision, StringComparison.Ordinal);
        Assert.Contains("本局收到投诉、举报，反映当事人涉嫌", decision, StringComparison.Ordinal);
        Assert.DoesNotContain("法定代表人", decision, StringComparison.Ordinal);

        static IEnumerable<string> OpinionsIn(DossierAct act)
            => act.GetType().GetProperties().Where(p => p.PropertyType == typeof(string) && p.Name is "Opinion" or "Reason" or "Note" or "Plan").Select(p => ((string?)p.GetValue(act))?.Trim().TrimEnd('。') ?? "");
    }

    [Fact, Row("6.6")]
    public async Task Every_form_is_valid_office_open_xml()
    {
        await using var house = await TestHouse.BuildAsync();
        var id = await DocumentPath.WithEveryFormAsync(house);
        var validator = new OpenXmlValidator();
        foreach (var document in await DocumentPath.CheckAllAsync(house, id))
        {
            Assert.Empty(Validate(validator, document.Filled.ToBytes()).Select(e => $"{document.Draft.Form}: {e}"));
        }
    }

    [Fact, Row("6.6")]
    public void Every_template_is_valid_and_the_same_each_time()
    {
        var validator = new OpenXmlValidator();
        Assert.NotEmpty(TemplateShelf.Forms);
        foreach (var form in TemplateShelf.Forms)
        {
            foreach (var template in new[] { TemplateShelf.Ours(form, null)!, TemplateShelf.Ours(form, "CN-GD")! })
            {
                Assert.Empty(Validate(validator, template.Content).Select(e => $"{form}: {e}"));
                Assert.NotNull(TemplateFile.TryRead(template.Content, out _));
            }
        }
    }

    [Fact, Row("6.6")]
    public void A_province_has_its_own_variant_of_a_form()
    {
        Assert.True(TemplateShelf.HasVariant("50", "CN-GD-GZ"));
        Assert.NotEqual(TemplateShelf.Ours("50", "CN-GD")!.Sha256, TemplateShelf.Ours("50", "CN-ZJ")!.Sha256);
    }

    private static IEnumerable<string> Validate(OpenXmlValidator validator, byte[] content)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(content), false);
        return [.. validator.Validate(document, TestContext.Current.CancellationToken).Select(e => $"{e.Path?.XPath} {e.Description}").Take(5)];
    }
}
