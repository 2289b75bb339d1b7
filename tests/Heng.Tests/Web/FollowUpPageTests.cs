using System.Net;
using Heng.Dossiers;
using Heng.FollowUp;
using Heng.FollowUp.Steps;
using Heng.Platform.People;
using Heng.Tests.Cases;
using Heng.Tests.FollowUp;
using Heng.Tests.Prevention;
using Heng.Tests.Storage;

namespace Heng.Tests.Web;

public sealed class FollowUpPageTests(SignedInSite site) : IClassFixture<SignedInSite>
{
    private TestHouse House => site.House;

    [Fact, Row("3.6")]
    public async Task The_page_of_a_reminder_shows_the_letter_with_its_list()
    {
        var id = await House.DoAsync(House.Officer1, null, PreventionTests.Reminder());
        var page = await site.GetPageAsync(House.Officer1, DossierLinks.Page(id));
        Assert.Contains("部分食品临近保质期", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(page.QuerySelectorAll("main ol li"));
    }

    [Fact, Row("7.1", "7.3")]
    public async Task A_relapse_is_opened_from_the_page_of_the_old_dossier_with_nothing_typed()
    {
        var old = await ExemptionPath.ToArchiveAsync(House);
        await FollowUpPath.RelookAsync(House, old, RelookResult.Relapse);
        var page = await site.GetPageAsync(House.Officer1, DossierLinks.Page(old));
        Assert.Contains("回访计划", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(page.QuerySelectorAll($"a[href='{FollowUpLinks.Relapse(old)}']"));
        var form = await site.GetPageAsync(House.Officer1, FollowUpLinks.Relapse(old));
        using var answer = await site.SubmitAsync(House.Officer1, FollowUpLinks.Relapse(old), form, "submit");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var later = await site.GetPageAsync(House.Officer1, answer.Headers.Location!.ToString());
        Assert.NotEmpty(later.QuerySelectorAll($"a[href='{DossierLinks.Page(old)}']"));
        using var twice = await site.SubmitAsync(House.Officer1, FollowUpLinks.Relapse(old), form, "submit");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, twice.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync(House.Officer1, FollowUpLinks.Relapse(Guid.NewGuid()))).StatusCode);
    }

    [Fact, Row("7.2")]
    public async Task Only_supervision_sees_the_pages_of_integrity_answers()
    {
        var id = await ExemptionPath.ToArchiveAsync(House);
        await House.DoAsync(House.UnitHead, id, (await FollowUpPath.VisitOfAsync(House, House.UnitHead, id)) with { Integrity = "present", IntegrityNote = "索要土特产" });
        var supervision = await House.HireAsync("监督己", House.Division, PersonRoles.Supervision);
        var list = await site.GetPageAsync(supervision, FollowUpLinks.Integrity);
        Assert.NotEmpty(list.QuerySelectorAll($"a[href='{FollowUpLinks.IntegrityOf(id)}']"));
        var page = await site.GetPageAsync(supervision, FollowUpLinks.IntegrityOf(id));
        Assert.Contains("索要土特产", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("与档案记录一致", page.Body.TextContent, StringComparison.Ordinal);
        foreach (var other in new[] { House.Officer1, House.UnitHead, House.Head })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await site.GetAsync(other, FollowUpLinks.Integrity)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync(other, FollowUpLinks.IntegrityOf(id))).StatusCode);
            var dossier = await site.GetPageAsync(other, DossierLinks.Page(id));
            var record = await site.GetPageAsync(other, DossierLinks.Record(id));
            Assert.DoesNotContain("土特产", dossier.Body!.TextContent + record.Body!.TextContent, StringComparison.Ordinal);
        }
    }
}
