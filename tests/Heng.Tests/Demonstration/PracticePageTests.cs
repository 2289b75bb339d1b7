using System.Net;
using AngleSharp.Dom;
using Heng.Demonstration;
using Heng.Demonstration.Model;
using Heng.Demonstration.Storage;
using Heng.Platform.People;
using Heng.Platform.Shell;
using Heng.Platform.SignIn;
using Heng.Platform.Storage;
using Heng.Tests.Storage;
using Heng.Tests.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Heng.Tests.Demonstration;

public sealed class PracticePageTests(PracticePageTests.Shared shared, SiteFixture real) : IClassFixture<PracticePageTests.Shared>
{
    private PracticeSite Site => shared.Site;

    [Fact, Row("X.2")]
    public async Task A_practice_post_is_chosen_and_the_second_factor_is_shown()
    {
        using var browser = Site.Browser();
        using var chosen = await PracticeSite.PostAsync(browser, "/practice?handler=SignIn", ("name", "jia-ju-head"), ("to", "/tour"));
        Assert.Equal("/sign-in/second?to=%2Ftour", chosen.Headers.Location?.OriginalString);
        var second = await PracticeSite.PageAsync(browser, "/sign-in/second");
        var code = second.QuerySelector("input[name=code]")!.GetAttribute("value");
        Assert.Matches("^[0-9]{6}$", code);
        using var proved = await PracticeSite.PostAsync(browser, "/sign-in/second", ("code", code!));
        Assert.Equal(HttpStatusCode.Redirect, proved.StatusCode);
        using var post = await browser.GetAsync(proved.Headers.Location, TestContext.Current.CancellationToken);
        Assert.Equal("/work", post.Headers.Location?.OriginalString);
        var page = await PracticeSite.PageAsync(browser, "/tour");
        Assert.Contains("演示·甲县副局长", page.QuerySelector(".h-me")!.TextContent, StringComparison.Ordinal);
        var forms = page.QuerySelectorAll("form[method=post]");
        Assert.True(forms.Length >= 2);
        Assert.All(forms, f => Assert.NotNull(f.QuerySelector("input[name=__RequestVerificationToken]")));
    }

    [Fact]
    public async Task The_page_shows_every_post_with_what_it_may_do()
    {
        using var browser = Site.Browser();
        var page = await PracticeSite.PageAsync(browser, "/practice");
        Assert.Equal(ScenarioBook.Embedded.Bureaus.Sum(b => b.Units.Sum(u => u.People.Count)), page.QuerySelectorAll("button[name=name]").Length);
        Assert.All(page.QuerySelectorAll(".h-post-does"), d => Assert.NotEqual("", d.TextContent.Trim()));
    }

    [Fact]
    public async Task A_named_account_signs_in_with_the_practice_password()
    {
        Assert.All(Practice.Named, n => Assert.Contains(ScenarioBook.Embedded.Bureaus.SelectMany(b => b.Units.SelectMany(u => u.People.Select(p => b.AccountOf(u, p)))), a => a == n.Account));
        using var browser = Site.Browser();
        using var answer = await PracticeSite.PostAsync(browser, "/sign-in", ("name", Practice.Named[0].Account), ("password", Practice.Password));
        Assert.Equal("/sign-in/second", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task The_practice_clock_moves_forward_only_and_nobody_is_signed_out()
    {
        await using var site = await PracticeSite.ReadyAsync(TestHouse.Sqlite, new DateOnly(2026, 11, 26));
        using var browser = site.Browser();
        using var switched = await PracticeSite.PostAsync(browser, "/practice?handler=Switch", ("name", "jia-suo-officer1"), ("to", "/tour"));
        Assert.Equal("/tour", switched.Headers.Location?.OriginalString);
        using var moved = await PracticeSite.PostAsync(browser, "/practice?handler=Clock", ("days", "30"));
        Assert.Equal(HttpStatusCode.Redirect, moved.StatusCode);
        var page = await PracticeSite.PageAsync(browser, "/practice");
        Assert.Equal("2026-12-26", page.QuerySelector(".h-practice time")!.TextContent);
        Assert.Contains("城关所办案员甲", page.QuerySelector(".h-me")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2026, 12, 26), site.Services.GetRequiredService<TimeProvider>().TodayInBeijing());

        using var back = await PracticeSite.PostAsync(browser, "/practice?handler=Clock", ("days", "-7"));
        Assert.Equal(HttpStatusCode.BadRequest, back.StatusCode);
        using var beyond = await PracticeSite.PostAsync(browser, "/practice?handler=Clock", ("days", "30"));
        Assert.Equal(HttpStatusCode.BadRequest, beyond.StatusCode);
        Assert.Contains("最多拨到 2026 年 12 月 31 日：2027 年的放假安排还没有载入", await beyond.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(["拨快一天"], page.QuerySelectorAll("#clock button").Select(b => b.TextContent));
        Assert.Contains("2027 年的放假安排", page.QuerySelector("#clock .h-help")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(30, site.Services.GetRequiredService<PracticeClock>().Days);
    }

    [Theory]
    [InlineData("/practice")]
    [InlineData("/tour")]
    [InlineData("/practice?handler=SignIn")]
    [InlineData("/practice?handler=Switch")]
    [InlineData("/practice?handler=Clock")]
    public async Task With_real_data_there_is_no_practice_at_all(string address)
    {
        using var browser = real.CreateClient();
        using var got = await browser.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, got.StatusCode);
        var signIn = await real.GetPageAsync("/sign-in");
        Assert.Null(signIn.QuerySelector("a[href^='/practice']"));
        Assert.Null(signIn.QuerySelector(".h-practice"));
    }

    [Fact]
    public async Task With_real_data_the_clock_cannot_be_moved_and_no_post_can_be_chosen()
    {
        await using var house = await TestHouse.BuildAsync();
        await using (var db = house.Db(Access.None))
        {
            db.Add(new Installation(Guid.CreateVersion7(), isPractice: false, house.Clock.GetUtcNow().UtcDateTime) { PracticeDays = 9 });
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var clock = new PracticeClock(house.Clock);
        await using (var db = house.Db(Access.None))
        {
            clock.Follow(await db.Set<Installation>().SingleAsync(TestContext.Current.CancellationToken));
        }

        var desk = ActivatorUtilities.CreateInstance<SignInDesk>(house.Services, new SignInPolicy(), ActivatorUtilities.CreateInstance<SecondFactor>(house.Services));
        Assert.False(await desk.MovePracticeClockAsync(clock, 30, TestContext.Current.CancellationToken));
        Assert.Equal(0, clock.Days);
        Assert.Empty(await desk.PracticePostsAsync(TestContext.Current.CancellationToken));
        Assert.Null((await desk.BeginPracticeAsync("p", TestContext.Current.CancellationToken)).Session);
        Assert.Null((await desk.SwitchPracticeAsync("p", TestContext.Current.CancellationToken)).Session);
    }

    [Theory]
    [InlineData("exemption")]
    [InlineData("penalty")]
    public async Task The_tour_follows_the_record_of_its_dossier_to_the_end(string key)
    {
        var guide = Site.Services.GetRequiredService<TourGuide>();
        var chosen = Tour.Find(key);
        await guide.OpenAnotherAsync(chosen, TestContext.Current.CancellationToken);
        var tour = (await guide.FindAsync(chosen, TestContext.Current.CancellationToken))!;
        var book = ScenarioBook.Embedded;
        var plan = book.PlanOf(chosen);
        var run = new ScenarioRun(book.AffairOf(plan.Affair), chosen.FirstSerial + 1, new DateOnly(2026, 11, 26)) { Id = tour.DossierId };
        // Nobody is in two places: each tour has its own hours.
        var clock = new ScenarioClock { Beijing = new DateTime(2026, 11, chosen == Tour.Exemption ? 26 : 30, 10, 0, 0) };
        var cast = await PracticeCast.ReadAsync(Site.Services.GetRequiredService<IHengDbFactory>(), book, TestContext.Current.CancellationToken);
        using var browser = Site.Browser();
        foreach (var number in Enumerable.Range(1, tour.Steps.Count - 1))
        {
            tour = (await guide.FindAsync(chosen, TestContext.Current.CancellationToken))!;
            Assert.Equal(number, tour.DoneCount);
            Assert.Equal(tour.Steps[number], tour.Now);
            var page = await PracticeSite.PageAsync(browser, DemonstrationLinks.TourOf(key));
            Assert.Contains(tour.Now!.Type.Chinese, page.QuerySelector(".h-tour-now .h-card-title")!.TextContent, StringComparison.Ordinal);
            Assert.Equal(tour.Now.Account, page.QuerySelector("button[name=name]")!.GetAttribute("value"));
            Assert.DoesNotContain(page.QuerySelectorAll(".h-tour-do dd"), d => d.TextContent.IndexOfAny(['$', '@', '{', '#']) >= 0);
            if (tour.Now.Plan.Act == ScenarioPlayer.Paid)
            {
                using var file = await browser.GetAsync(new Uri(page.QuerySelector("a[href*=BankFile]")!.GetAttribute("href")!, UriKind.Relative), TestContext.Current.CancellationToken);
                Assert.StartsWith("缴款码,金额,银行流水号,收款日期,付款人\n9901212026", await file.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
            }

            clock.Beijing = clock.Beijing.AddMinutes(45).AddDays(tour.Now.Plan.Act == "cases.proceed-decision" ? 8 : 0);
            await Site.Services.GetRequiredService<ScenarioPlayer>().PlayAsync(tour.Now.Plan, run, part => cast.Of(plan.Bureau, plan.Unit, part, new DateOnly(2026, 11, 26)), clock, TestContext.Current.CancellationToken);
        }

        var end = await PracticeSite.PageAsync(browser, DemonstrationLinks.TourOf(key));
        Assert.Contains("办完了", end.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    public sealed class Shared : IAsyncLifetime
    {
        public PracticeSite Site { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Site = await PracticeSite.ReadyAsync(TestHouse.Sqlite, new DateOnly(2026, 11, 26));

        public ValueTask DisposeAsync() => Site.DisposeAsync();
    }
}
