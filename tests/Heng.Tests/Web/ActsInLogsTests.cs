using System.Net;
using Heng.Dossiers;
using Heng.Intake.Steps;
using Heng.Tests.Cases;
using Heng.Tests.FollowUp;

namespace Heng.Tests.Web;

[Row("X.3")]
public sealed class ActsInLogsTests(SignedInSite site) : IClassFixture<SignedInSite>
{
    private static readonly string[] personal = ["上官示例商行", "上官经营者", "13911112222", "示例县上官路", "上官举报人", "上官线索内容", "上官核查情况", "收过上官土特产", "上官照片"];

    [Fact]
    public async Task What_acts_say_of_people_reaches_no_log_even_when_they_fail()
    {
        var house = site.House;
        var clue = ExemptionPath.Clue(house) with { PartyName = personal[0], PartyRepresentative = personal[1], PartyPhone = personal[2], PartyAddress = personal[3], Reporter = personal[4], Content = personal[5] };
        var id = await house.DoAsync(house.Officer1, null, clue);
        var assign = new AssignVerifiers { People = [house.Officer1.PersonId, house.Officer2.PersonId] };
        var verification = new RecordVerification { Findings = personal[6], Files = [await house.UploadAsync(house.Officer1, personal[8] + ".txt")] };
        Assert.IsType<ActOutcome.Refused>(await house.TryAsync(house.Officer1, id, verification));
        Assert.IsType<ActOutcome.Forbidden>(await house.TryAsync(house.Reviewer, null, clue));
        Assert.IsType<ActOutcome.Invalid>(await house.TryAsync(house.Officer1, null, clue with { Content = "" }));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => house.TryAsync(house.UnitHead, id, assign, version: 1))));
        await house.DoAsync(house.Officer1, id, verification);
        var visited = await ExemptionPath.ToArchiveAsync(house);
        await house.DoAsync(house.UnitHead, visited, (await FollowUpPath.VisitOfAsync(house, house.UnitHead, visited)) with { Integrity = "present", IntegrityNote = personal[7] });

        // The same through the pages: shown, sent with a fault, and asked for by who may not.
        foreach (var address in new[] { DossierLinks.Page(id), $"/dossiers/{id}/record", "/work", "/dossiers" })
        {
            await site.GetPageAsync(house.Officer1, address);
        }

        var form = await site.GetPageAsync(house.Officer1, "/dossiers/new/intake.register-source");
        using var faulty = await site.SubmitAsync(house.Officer1, "/dossiers/new/intake.register-source", form, null, ("partyName", personal[0]), ("content", personal[5]), ("reporter", personal[4]), ("foundOn", "2026-02-31"));
        Assert.NotEqual(HttpStatusCode.InternalServerError, faulty.StatusCode);
        using var missing = await site.GetAsync(house.Officer1, $"/dossiers/{Guid.CreateVersion7()}");
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);

        Assert.NotEmpty(site.Log.Lines);
        Assert.Empty(site.Log.Lines.Where(l => personal.Any(p => l.Contains(p, StringComparison.Ordinal) || l.Contains(Uri.EscapeDataString(p), StringComparison.Ordinal))));
    }
}
