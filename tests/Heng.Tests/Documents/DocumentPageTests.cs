using System.Net;
using AngleSharp.Dom;
using Heng.Cases.Steps.Investigation;
using Heng.Cases.Steps.Review;
using Heng.Documents;
using Heng.Dossiers;
using Heng.Platform.People;
using Heng.Tests.Cases;
using Heng.Tests.Web;

namespace Heng.Tests.Documents;

public sealed class DocumentPageTests(SignedInSite site) : IClassFixture<SignedInSite>
{
    [Fact, Row("6.1", "6.8")]
    public async Task An_officer_issues_a_document_with_one_click_and_downloads_it()
    {
        var id = await ExemptionPath.ToDecisionAsync(site.House);
        var list = await site.GetPageAsync(site.House.Officer1, DocumentLinks.List(id));
        var key = list.QuerySelectorAll("button[name=document]").Select(b => b.GetAttribute("value")!).First(v => v.StartsWith("46-", StringComparison.Ordinal));
        using var draft = await site.GetAsync(site.House.Officer1, DocumentLinks.Pdf(id, key));
        Assert.Equal(HttpStatusCode.NotFound, draft.StatusCode);
        using var answer = await site.SubmitAsync(site.House.Officer1, DocumentLinks.List(id), list, key);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var page = await site.GetPageAsync(site.House.Officer1, DocumentLinks.Page(id, key));
        Assert.Contains("已签发", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("不予行政处罚决定书", page.QuerySelector(".d-paper")!.TextContent, StringComparison.Ordinal);
        using var word = await site.GetAsync(site.House.Officer1, DocumentLinks.Word(id, key));
        Assert.Equal(HttpStatusCode.OK, word.StatusCode);
        var print = await site.GetPageAsync(site.House.Officer1, DocumentLinks.Print(id, key));
        Assert.Contains("不予行政处罚决定书", print.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact, Row("6.2", "8.11")]
    public async Task The_reasons_link_to_facts_evidence_and_articles_and_show_what_broke()
    {
        var id = await ExemptionPath.ToFactsAsync(site.House);
        await site.House.DoAsync(site.House.UnitHead, id, await site.House.PrefilledAsync<ConcludeInvestigation>(site.House.UnitHead, id));
        var (file, context) = await site.House.ReadAsync(site.House.Officer1, id);
        var key = DocumentDrafts.Of(file, context).Single(d => d.Form == "46").Key;
        var whole = await site.GetPageAsync(site.House.Officer1, DocumentLinks.Page(id, key));
        Assert.NotEmpty(whole.QuerySelectorAll(".d-supports a[href^='/law']"));
        Assert.NotEmpty(whole.QuerySelectorAll($".d-supports a[href^='/dossiers/{id}']"));
        Assert.Empty(whole.QuerySelectorAll(".d-broken"));
        var evidence = whole.QuerySelectorAll($".d-supports a[href^='/dossiers/{id}#']").Select(a => a.GetAttribute("href")!.Split('#')[1]).Distinct().ToArray();
        Assert.NotEmpty(evidence);
        var dossier = await site.GetPageAsync(site.House.Officer1, $"/dossiers/{id}");
        Assert.All(evidence, piece => Assert.NotNull(dossier.GetElementById(piece)));
        await site.House.DoAsync(site.House.Officer1, id, new ExcludeEvidence { Evidence = "4", Reason = "取得程序有瑕疵" });
        var broken = await site.GetPageAsync(site.House.Officer1, DocumentLinks.Page(id, key));
        Assert.NotEmpty(broken.QuerySelectorAll(".d-broken"));
        Assert.NotEmpty(broken.QuerySelectorAll(".d-gone"));
    }

    [Fact, Row("6.8")]
    public async Task Another_bureau_finds_no_document_on_any_route()
    {
        var id = await ExemptionPath.ToDecisionAsync(site.House);
        var (file, context) = await site.House.ReadAsync(site.House.Officer1, id);
        var key = DocumentDrafts.OpenIn(file, context).First().Key;
        var stranger = await StrangerAsync();
        foreach (var address in new[] { DocumentLinks.List(id), DocumentLinks.Page(id, key), DocumentLinks.Print(id, key), DocumentLinks.Word(id, key), DocumentLinks.Pdf(id, key) })
        {
            using var answer = await site.GetAsync(stranger, address);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Fact, Row("6.6")]
    public async Task Only_the_keeper_of_rules_and_the_principal_change_templates()
    {
        var officer = await site.GetPageAsync(site.House.Officer1, DocumentLinks.Templates);
        Assert.Empty(officer.QuerySelectorAll("input[type=file]"));
        var head = await site.GetPageAsync(site.House.Head, DocumentLinks.Templates);
        using var refused = await site.SubmitAsync(site.House.Head, DocumentLinks.Templates, head, "replace", [("file", "a.docx", "不是文档"u8.ToArray())], ("form", "33"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        using var taken = await site.SubmitAsync(site.House.Officer1, DocumentLinks.Templates, head, "reset", ("form", "33"));
        Assert.NotEqual(HttpStatusCode.OK, taken.StatusCode);
    }

    private async Task<CurrentPerson> StrangerAsync()
    {
        await using var other = site.House.Db(Heng.Platform.Storage.Access.None);
        var bureau = new Heng.Platform.Tenancy.Bureau(Guid.CreateVersion7(), null, Heng.Platform.Tenancy.BureauLevel.County, "另县市场监督管理局", "另", "990102", "CN-GD");
        var unit = new Heng.Platform.Tenancy.Unit(bureau.Id, Guid.CreateVersion7(), "一所", true);
        await using (var db = site.House.Db(Heng.Platform.Storage.Access.WholeBureau(bureau.Id)))
        {
            db.AddRange(bureau, unit);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        return await site.House.HireAsync("外局甲", unit, PersonRoles.Officer | PersonRoles.Principal, bureau: bureau);
    }
}
