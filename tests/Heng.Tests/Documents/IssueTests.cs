using Heng.Cases.Steps.Decision;
using Heng.Cases.Steps.Facts;
using Heng.Cases.Steps.Investigation;
using Heng.Cases.Steps.Review;
using Heng.Cases.Steps.Service;
using Heng.Documents;
using Heng.Documents.Engine;
using Heng.Documents.Model;
using Heng.Documents.Steps;
using Heng.Dossiers;
using Heng.Law.Reasoning;
using Heng.Platform.Files;
using Heng.Platform.Storage;
using Heng.Tests.Cases;
using Heng.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Heng.Tests.Documents;

public sealed class IssueTests
{
    [Theory, EachDatabase, Row("6.8")]
    public async Task An_issued_document_is_frozen_with_its_file_template_law_and_party(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var id = await ExemptionPath.ToDecisionAsync(house);
        await ExemptionPath.IssueAsync(house, id, "46");
        var issued = await IssuedAsync(house, id, "46");
        Assert.Equal(DocumentPath.Party, issued.Party!.Name);
        Assert.Equal(house.Services.GetRequiredService<Heng.Law.LawSet>().Hash, issued.Law);
        var content = await house.Services.GetRequiredService<FileStore>().ReadAsync(issued.File.Sha256, TestContext.Current.CancellationToken);
        Assert.Contains(issued.Name.Split(' ')[1], FilledForm.TextOf(content!)!, StringComparison.Ordinal);
    }

    [Fact, Row("6.8")]
    public async Task A_change_of_template_never_changes_an_issued_document()
    {
        await using var house = await TestHouse.BuildAsync();
        var id = await ExemptionPath.ToDecisionAsync(house);
        await ExemptionPath.IssueAsync(house, id, "46");
        var before = await IssuedAsync(house, id, "46");
        var other = TemplateShelf.Ours("33", null)!;
        var hash = await house.Services.GetRequiredService<FileStore>().KeepAsync(other.Content, TestContext.Current.CancellationToken);
        await using (var db = house.Db(Access.WholeBureau(house.Bureau.Id)))
        {
            db.Add(new FormTemplate(house.Bureau.Id, Guid.CreateVersion7(), "46", hash, "新模板.docx", "甲", DateTime.UnixEpoch));
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var after = await IssuedAsync(house, id, "46");
        Assert.Equal(before.File.Sha256, after.File.Sha256);
        Assert.NotEqual(other.Sha256, after.Template);
        Assert.NotNull(await house.Services.GetRequiredService<FileStore>().ReadAsync(after.File.Sha256, TestContext.Current.CancellationToken));
    }

    [Fact, Row("6.8")]
    public async Task A_document_is_issued_once()
    {
        await using var house = await TestHouse.BuildAsync();
        var id = await ExemptionPath.ToDecisionAsync(house);
        await ExemptionPath.IssueAsync(house, id, "46");
        var (file, _) = await house.ReadAsync(house.Officer1, id);
        var key = file.Part<IssuedDocuments>().All.Values.Single(e => e.Document.Form == "46").Document.Key;
        Assert.IsType<ActOutcome.Invalid>(await house.TryAsync(house.Officer1, id, new IssueDocument { Document = key }));
    }

    [Fact, Row("6.8")]
    public async Task A_tampered_file_fails_verification()
    {
        await using var house = await TestHouse.BuildAsync();
        var id = await ExemptionPath.ToDecisionAsync(house);
        await ExemptionPath.IssueAsync(house, id, "46");
        var issued = await IssuedAsync(house, id, "46");
        var files = house.Services.GetRequiredService<FileStore>();
        var store = house.Services.GetRequiredService<DataStore>();
        var path = Path.Combine(store.FilesFolder, issued.File.Sha256[..2], issued.File.Sha256[2..4], issued.File.Sha256);
        var content = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        content[^1] ^= 1;
        await File.WriteAllBytesAsync(path, content, TestContext.Current.CancellationToken);
        Assert.Null(await files.ReadAsync(issued.File.Sha256, TestContext.Current.CancellationToken));
    }

    [Fact, Row("6.8")]
    public async Task A_sealed_scan_is_tied_to_the_version_that_was_issued()
    {
        await using var house = await TestHouse.BuildAsync();
        var id = await ExemptionPath.ToDecisionAsync(house);
        await ExemptionPath.IssueAsync(house, id, "46");
        var issued = await IssuedAsync(house, id, "46");
        Assert.IsType<ActOutcome.Invalid>(await house.TryAsync(house.Officer1, id, new AttachScan { Document = issued.Key, Files = [await house.UploadAsync(house.Officer1)] }));
        var scan = await house.UploadAsync(house.Officer1, "决定书.pdf", "%PDF-1.7 示例"u8.ToArray());
        await house.DoAsync(house.Officer1, id, new AttachScan { Document = issued.Key, Files = [scan] });
        var (file, _) = await house.ReadAsync(house.Officer1, id);
        var attached = Assert.Single(file.Part<IssuedDocuments>().Scans);
        Assert.Equal(issued.File.Sha256, attached.Version);
    }

    [Theory, EachDatabase, Row("8.23")]
    public async Task A_document_that_was_not_issued_is_not_served(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var id = await ExemptionPath.ToDecisionAsync(house);
        await house.DoAsync(house.Officer1, id, await house.PrefilledAsync<RecordEducation>(house.Officer1, id));
        var service = (await house.PrefilledAsync<ServeDecision>(house.Officer1, id)) with { Files = [await house.UploadAsync(house.Officer1)] };
        var refused = Assert.IsType<ActOutcome.Refused>(await house.TryAsync(house.Officer1, id, service));
        Assert.Contains(refused.Refusals, r => r.Code == "service.not-issued");
        await ExemptionPath.IssueAsync(house, id, "46");
        await house.DoAsync(house.Officer1, id, service);
    }

    [Fact, Row("6.2", "8.11")]
    public async Task Taking_out_the_evidence_breaks_the_sentence_and_bars_the_issue()
    {
        await using var house = await TestHouse.BuildAsync();
        var id = await ExemptionPath.ToFactsAsync(house);
        await house.DoAsync(house.UnitHead, id, await house.PrefilledAsync<ConcludeInvestigation>(house.UnitHead, id));
        var whole = (await DocumentPath.CheckAllAsync(house, id)).Single(d => d.Draft.Form == "46");
        Assert.DoesNotContain(whole.Draft.Sentences, s => s.IsBroken);
        Assert.NotNull(whole.Draft.Pending);

        // Evidence 4 is the proof of correction, and nothing else shows it.
        await house.DoAsync(house.Officer1, id, new ExcludeEvidence { Evidence = "4", Reason = "取得程序有瑕疵" });
        var broken = (await DocumentPath.CheckAllAsync(house, id)).Single(d => d.Draft.Form == "46");
        var sentence = broken.Draft.Sentences.First(s => s.IsBroken && s.Rests.Any(r => r.Kind == SupportKind.Evidence && r.Id == "4"));
        Assert.Contains("及时改正", sentence.Text, StringComparison.Ordinal);
        Assert.Contains(broken.Diagnostics, d => d.Code == "form.sentence.broken" && d.Severity == Severity.Error);
        Assert.Contains("【缺少依据】", broken.Filled.Text, StringComparison.Ordinal);
        Assert.False(broken.CanBeIssued);
        var (file, context) = await house.ReadAsync(house.Officer1, id);
        Assert.DoesNotContain(DocumentDrafts.OpenIn(file, context), d => d.Form == "46");
    }

    [Fact, Row("6.2")]
    public async Task Every_sentence_of_the_reasons_rests_on_something()
    {
        await using var house = await TestHouse.BuildAsync();
        var id = await ExemptionPath.ToDecisionAsync(house);
        var decision = (await DocumentPath.CheckAllAsync(house, id)).Single(d => d.Draft.Form == "46");
        Assert.Empty(decision.Draft.Sentences.Where(s => s.Rests.Count == 0).Select(s => s.Text));
        Assert.Contains(decision.Draft.Passages["reasons"], s => s.Rests.Any(r => r.Kind == SupportKind.Condition) && s.Rests.Any(r => r.Kind == SupportKind.Evidence));
        Assert.Equal(100, decision.Review!.Completeness.Score);
        Assert.Contains("向示例县人民政府申请行政复议", decision.Filled.Text, StringComparison.Ordinal);
        Assert.Contains("六个月内依法向示例县人民法院提起行政诉讼", decision.Filled.Text, StringComparison.Ordinal);
    }

    [Fact, Row("4.5")]
    public async Task A_soft_factor_stands_in_the_reasons_with_its_figure()
    {
        await using var house = await TestHouse.BuildAsync();
        var id = await ExemptionPath.ToFactsAsync(house);
        await house.DoAsync(house.Officer1, id, ExemptionPath.Facts(house) with { SoftFactors = [new SoftFactor("当地经济发展水平", "上一年度全县个体经营者平均年营业额 8 万元", true, "县统计公报")] });
        await house.DoAsync(house.UnitHead, id, await house.PrefilledAsync<ConcludeInvestigation>(house.UnitHead, id));
        var report = (await DocumentPath.CheckAllAsync(house, id)).Single(d => d.Draft.Form == "35");
        Assert.Contains("当地经济发展水平（上一年度全县个体经营者平均年营业额 8 万元，来源：县统计公报）", report.Filled.Text, StringComparison.Ordinal);
        Assert.Contains(report.Draft.Sentences, s => s.Rests.Any(r => r.Kind == SupportKind.Factor));
    }

    [Theory, EachDatabase, Row("6.8")]
    public async Task The_archive_issues_what_is_still_open(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var id = await ExemptionPath.ToArchiveAsync(house);
        var (file, context) = await house.ReadAsync(house.Officer1, id);
        Assert.Empty(DocumentDrafts.OpenIn(file, context));
        var issued = file.Part<IssuedDocuments>().All.Values.Select(e => e.Document.Form).ToHashSet();
        Assert.Superset(new HashSet<string> { "01", "07", "35", "36", "43", "46", "53", "54", "55", "56" }, issued);
    }

    [Theory, EachDatabase, Row("6.6", "8.1")]
    public async Task Sixteen_issuers_at_once_leave_no_gap_and_no_duplicate(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var dossiers = new List<Guid>();
        for (var i = 0; i < 16; i++)
        {
            var id = await ExemptionPath.ToFilingAsync(house);
            await house.DoAsync(house.UnitHead, id, new BeginInvestigation());
            dossiers.Add(id);
        }

        var orders = dossiers.Select(id => Task.Run(() => house.DoAsync(house.Officer1, id, new OrderCorrection { What = "立即下架。", DueOn = house.Today })));
        await Task.WhenAll(orders);
        await Task.WhenAll(dossiers.Select(id => Task.Run(() => ExemptionPath.IssueAsync(house, id, "33"))));
        var numbers = new List<string>();
        foreach (var id in dossiers)
        {
            numbers.Add((await IssuedAsync(house, id, "33")).Name);
        }

        Assert.Equal(Enumerable.Range(1, 16).Select(n => $"责令改正通知书 示市监责改〔2026〕{n}号").Order(StringComparer.Ordinal), numbers.Order(StringComparer.Ordinal));
    }

    private static async Task<IssuedDocument> IssuedAsync(TestHouse house, Guid id, string form)
    {
        var (file, _) = await house.ReadAsync(house.Officer1, id);
        return file.Part<IssuedDocuments>().All.Values.Last(e => e.Document.Form == form).Document;
    }
}
