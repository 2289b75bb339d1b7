using System.Net;
using Heng.Dossiers;
using Heng.Platform.Commands;
using Heng.Platform.Record;
using Heng.Platform.Storage;
using Heng.Tests.Cases;
using Heng.Tests.Web;
using Microsoft.EntityFrameworkCore;

namespace Heng.Tests.Platform.Record;

public sealed class ExportEndpointTests(SignedInSite site) : IClassFixture<SignedInSite>
{
    [Fact, Row("6.8", "X.4")]
    public async Task Whoever_may_read_a_dossier_may_export_it_and_that_is_recorded()
    {
        var id = await ExemptionPath.ToFilingAsync(site.House);
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
