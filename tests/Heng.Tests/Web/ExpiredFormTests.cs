using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Heng.Dossiers;
using Heng.Platform.People;
using Heng.Platform.SignIn;
using Heng.Platform.Storage;
using Heng.Tests.Cases;
using Microsoft.EntityFrameworkCore;

namespace Heng.Tests.Web;

/// <summary>A form that is sent after its session ran out is not done, and not lost.</summary>
public sealed class ExpiredFormTests(SignedInSite site) : IClassFixture<SignedInSite>
{
    private static readonly string clue = DossierLinks.New("intake.register-source");

    [Fact, Row("X.2")]
    public async Task What_was_typed_is_a_draft_of_the_same_person_after_signing_in_again()
    {
        var officer = await HireAsync();
        var page = await site.GetPageAsync(officer, clue);
        await EndAsync(officer, byTime: true);
        using var answer = await site.SubmitAsync(officer, clue, page, "submit", ("content", "店内有过期食品"), ("reporter", "李某"));
        Assert.Equal("/sign-in?to=%2Fdossiers%2Fnew%2Fintake.register-source&kept=yes", answer.Headers.Location!.ToString());
        await RenewAsync(officer);
        var again = await site.GetPageAsync(officer, clue);
        Assert.Equal("店内有过期食品", again.QuerySelector<IHtmlTextAreaElement>("[name=content]")!.Value);
        Assert.Contains("这是您暂存的内容", again.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact, Row("X.2")]
    public async Task The_facts_are_kept_as_well()
    {
        var id = await ExemptionPath.ToFactsAsync(site.House);
        var address = $"/dossiers/{id}/facts";
        var page = await site.GetPageAsync(site.House.Officer1, address);
        await EndAsync(site.House.Officer1, byTime: true);
        using var answer = await site.SubmitAsync(site.House.Officer1, address, page, "save", ("story", "改写的经过"));
        Assert.Equal("kept=yes", answer.Headers.Location!.ToString().Split('&')[^1]);
        await RenewAsync(site.House.Officer1);
        Assert.Equal("改写的经过", (await site.GetPageAsync(site.House.Officer1, address)).QuerySelector<IHtmlTextAreaElement>("[name=story]")!.Value);
    }

    [Fact, Row("X.2")]
    public async Task Nothing_is_kept_of_a_session_that_was_ended_nor_of_a_form_drawn_for_another()
    {
        var (officer, other) = (await HireAsync(), await HireAsync(PersonRoles.Reviewer));
        var page = await site.GetPageAsync(officer, clue);
        await EndAsync(officer, byTime: false);
        using var ended = await site.SubmitAsync(officer, clue, page, "submit", ("content", "店内有过期食品"));
        Assert.Equal(HttpStatusCode.Redirect, ended.StatusCode);
        Assert.EndsWith("kept=no", ended.Headers.Location!.ToString(), StringComparison.Ordinal);
        await EndAsync(other, byTime: true);
        using var strange = await site.SubmitAsync(other, clue, page, "submit", ("content", "店内有过期食品"));
        Assert.EndsWith("kept=no", strange.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    private DateTime Now => site.House.Clock.GetUtcNow().UtcDateTime;

    private Task<CurrentPerson> HireAsync(PersonRoles roles = PersonRoles.Officer) => site.House.HireAsync("办案辛", site.House.Station, roles);

    private Task EndAsync(CurrentPerson person, bool byTime) => ChangeAsync(person, s => _ = byTime ? s.SetProperty(x => x.EndsAt, Now.AddMinutes(-1)) : s.SetProperty(x => x.EndedAt, Now));

    private Task RenewAsync(CurrentPerson person) => ChangeAsync(person, s => s.SetProperty(x => x.EndsAt, Now.AddDays(1)));

    private async Task ChangeAsync(CurrentPerson person, Action<Microsoft.EntityFrameworkCore.Query.UpdateSettersBuilder<Session>> how)
    {
        await site.ClientOfAsync(person);
        await using var db = site.House.Db(Access.None);
        await db.Set<Session>().Where(s => s.AccountId == person.AccountId).ExecuteUpdateAsync(how, TestContext.Current.CancellationToken);
        // A living session is looked at again after some seconds only.
        site.House.Clock.Advance(TimeSpan.FromSeconds(10));
    }
}
