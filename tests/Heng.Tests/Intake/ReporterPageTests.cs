using System.Net;
using Heng.Intake.Steps;
using Heng.Platform.People;
using Heng.Platform.Record;
using Heng.Platform.Storage;
using Heng.Tests.Cases;
using Heng.Tests.Web;
using Microsoft.EntityFrameworkCore;

namespace Heng.Tests.Intake;

/// <summary>Who reported: opened by the intake desk for a reason of duty and on record, and shown nowhere else.</summary>
[Row("8.1", "X.3")]
public sealed class ReporterPageTests(SignedInSite site) : IClassFixture<SignedInSite>
{
    private const string Reporter = "欧阳举报 000-87654321";

    [Fact]
    public async Task The_intake_desk_opens_the_reporter_for_a_reason_and_it_stands_in_the_security_log()
    {
        var house = site.House;
        var desk = await house.HireAsync("案源己", house.Division, PersonRoles.Intake);
        var id = await house.DoAsync(house.Officer1, null, ExemptionPath.Clue(house) with { Source = SourceKind.Report, Reporter = Reporter });
        var address = $"/dossiers/{id}/reporter";
        var dossier = await site.GetPageAsync(desk, $"/dossiers/{id}");
        Assert.DoesNotContain(Reporter, dossier.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(dossier.QuerySelector($"a[href='{address}']"));
        var page = await site.GetPageAsync(desk, address);
        Assert.DoesNotContain(Reporter, page.Body!.TextContent, StringComparison.Ordinal);

        foreach (var (duty, reason) in new[] { ("", "依法答复"), ("reply", "答") })
        {
            using var refused = await site.SubmitAsync(desk, address, page, null, ("duty", duty), ("reason", reason));
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
            Assert.DoesNotContain(Reporter, await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }

        Assert.Empty(await LogAsync());
        using var opened = await site.SubmitAsync(desk, address, page, null, ("duty", "reply"), ("reason", "告知举报处理结果"));
        Assert.Equal(HttpStatusCode.OK, opened.StatusCode);
        Assert.Contains("no-store", opened.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        var text = (await SiteFixture.ReadPageAsync(opened)).Body!.TextContent;
        Assert.Contains(Reporter, text, StringComparison.Ordinal);
        Assert.Contains("与档案记录一致", text, StringComparison.Ordinal);
        var entry = Assert.Single(await LogAsync());
        Assert.Equal((desk.PersonId, true), (entry.PersonId, entry.Subject.Contains("告知举报处理结果", StringComparison.Ordinal)));
        Assert.DoesNotContain("欧阳", entry.Subject, StringComparison.Ordinal);

        async Task<List<SecurityEntry>> LogAsync()
        {
            await using var db = house.Db(Access.WholeBureau(house.Bureau.Id));
            return await db.Set<SecurityEntry>().Where(e => e.Code == "vault.reporter.read").ToListAsync(TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task Nobody_else_opens_it_and_whoever_verifies_the_clue_neither()
    {
        var house = site.House;
        var both = await house.HireAsync("案源办案庚", house.Station, PersonRoles.Intake | PersonRoles.Officer);
        var id = await house.DoAsync(both, null, ExemptionPath.Clue(house) with { Reporter = Reporter });
        foreach (var other in new[] { house.Officer1, house.UnitHead, house.Head })
        {
            using var answer = await site.GetAsync(other, $"/dossiers/{id}/reporter");
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
            Assert.DoesNotContain("/reporter", (await site.GetPageAsync(other, $"/dossiers/{id}")).Body!.InnerHtml, StringComparison.Ordinal);
        }

        using (var before = await site.GetAsync(both, $"/dossiers/{id}/reporter"))
        {
            Assert.Equal(HttpStatusCode.OK, before.StatusCode);
        }

        await house.DoAsync(house.UnitHead, id, new AssignVerifiers { People = [both.PersonId, house.Officer2.PersonId] });
        using var after = await site.GetAsync(both, $"/dossiers/{id}/reporter");
        Assert.Equal(HttpStatusCode.NotFound, after.StatusCode);

        // A clue without a reporter has no such page.
        var none = await house.DoAsync(house.Officer1, null, ExemptionPath.Clue(house));
        using var nothing = await site.GetAsync(await house.HireAsync("案源辛", house.Division, PersonRoles.Intake), $"/dossiers/{none}/reporter");
        Assert.Equal(HttpStatusCode.NotFound, nothing.StatusCode);
    }
}
