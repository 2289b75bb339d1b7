using System.Net;
using Heng.Cases.Steps.OnPaper;
using Heng.Dossiers;
using Heng.Dossiers.Steps;
using Heng.Platform.Commands;
using Heng.Platform.Record;
using Heng.Platform.Storage;
using Heng.Tests.Cases;
using Heng.Tests.Web;
using Microsoft.EntityFrameworkCore;

namespace Heng.Tests.Platform.Record;

public sealed class ExportEndpointTests(SignedInSite site) : IClassFixture<SignedInSite>
{
    [Fact, Row("X.3")]
    public async Task An_export_needs_someone_elses_approval_for_that_person_and_those_days()
    {
        var house = site.House;
        var id = await ExemptionPath.ToFilingAsync(house);
        Assert.Equal(HttpStatusCode.Forbidden, await ExportAsync(house.Officer1));
        Assert.Equal(HttpStatusCode.Forbidden, await ExportAsync(house.Head));
        var approval = new ApproveExport { Person = house.Officer1.PersonId, Purpose = "移送人民法院，县人民法院行政审判庭。" };
        Assert.IsType<ActOutcome.Forbidden>(await house.TryAsync(house.Officer2, id, approval));
        Assert.IsType<ActOutcome.Invalid>(await house.TryAsync(house.Head, id, approval with { Person = house.Head.PersonId }));
        await house.DoAsync(house.UnitHead, id, approval);
        Assert.Equal(HttpStatusCode.OK, await ExportAsync(house.Officer1));
        Assert.Equal(HttpStatusCode.Forbidden, await ExportAsync(house.Officer2));
        Assert.NotNull((await site.GetPageAsync(house.Officer1, $"/dossiers/{id}/record")).QuerySelector($"a[href='/dossiers/{id}/export']"));
        house.Clock.Advance(TimeSpan.FromDays(4));
        Assert.Equal(HttpStatusCode.Forbidden, await ExportAsync(house.Officer1));
        Assert.Null((await site.GetPageAsync(house.Officer1, $"/dossiers/{id}/record")).QuerySelector($"a[href='/dossiers/{id}/export']"));

        // A case that goes on on paper leaves with its officers.
        await house.DoAsync(house.UnitHead, id, new ContinueOnPaper { Reason = PaperReason.Penalty, Note = "转纸质办理。" });
        Assert.Equal(HttpStatusCode.OK, await ExportAsync(house.Officer2));

        async Task<HttpStatusCode> ExportAsync(Heng.Platform.People.CurrentPerson me)
        {
            using var answer = await site.GetAsync(me, $"/dossiers/{id}/export");
            return answer.StatusCode;
        }
    }

    [Fact, Row("6.8", "X.4")]
    public async Task An_approved_export_holds_and_is_recorded()
    {
        var id = await ExemptionPath.ToFilingAsync(site.House);
        await site.House.DoAsync(site.House.UnitHead, id, new ApproveExport { Person = site.House.Officer1.PersonId, Purpose = "案卷评查，市局。" });
        using var answer = await (await site.ClientOfAsync(site.House.Officer1)).GetAsync(new Uri($"/dossiers/{id}/export", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/zip", answer.Content.Headers.ContentType?.MediaType);
        var export = await ExportedDossier.ReadAsync(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Empty(VerifyCommand.NewCheck().Run(export, null).Faults);
        await using var db = site.House.Db(Access.WholeBureau(site.House.Bureau.Id));
        Assert.Single(await db.Set<SecurityEntry>().Where(e => e.Code == DossierExport.Exported && e.Subject == export.Manifest!.Number && e.PersonId == site.House.Officer1.PersonId).ToListAsync(TestContext.Current.CancellationToken));
    }

    [Fact, Row("6.8")]
    public async Task Nobody_else_learns_that_it_exists()
    {
        var id = await ExemptionPath.ToFilingAsync(site.House);
        var address = new Uri($"/dossiers/{id}/export", UriKind.Relative);
        var other = await site.House.HireAsync("他科己", site.House.Division, Heng.Platform.People.PersonRoles.Officer);
        using var hidden = await (await site.ClientOfAsync(other)).GetAsync(address, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
        using var visitor = site.CreateVisitor();
        using var turned = await visitor.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Redirect, turned.StatusCode);
    }
}
