using System.Net;
using AngleSharp.Dom;
using Heng.Platform.People;
using Heng.Platform.SignIn;
using Heng.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OtpNet;

namespace Heng.Tests.Web;

[Row("X.2")]
public sealed class SignInPageTests(SignedInSite site) : IClassFixture<SignedInSite>
{
    private const string Password = "correct horse battery";

    [Fact]
    public async Task One_signs_in_with_two_factors_goes_on_locally_and_signs_out()
    {
        var (account, secret) = await AccountAsync();
        using var browser = site.CreateVisitor();
        using var first = await SendAsync(browser, "/sign-in?to=%2Flaw", ("name", account), ("password", Password));
        Assert.StartsWith("/sign-in/second", first.Headers.Location!.ToString(), StringComparison.Ordinal);
        using (var early = await browser.GetAsync(new Uri("/sign-in/enrol", UriKind.Relative), TestContext.Current.CancellationToken))
        {
            Assert.Contains("/sign-in", early.Headers.Location!.ToString(), StringComparison.Ordinal);
        }

        using var wrong = await SendAsync(browser, first.Headers.Location.ToString(), ("code", "000000"));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        using var second = await SendAsync(browser, first.Headers.Location.ToString(), ("code", CodeOf(secret)));
        using var post = await browser.GetAsync(second.Headers.Location, TestContext.Current.CancellationToken);
        Assert.Equal("/law", post.Headers.Location!.ToString());
        using var page = await browser.GetAsync(post.Headers.Location, TestContext.Current.CancellationToken);
        var document = await SiteFixture.ReadPageAsync(page);
        Assert.Contains("登录者", document.QuerySelector(".h-me")!.TextContent, StringComparison.Ordinal);
        using var left = await SendAsync(browser, "/sign-out");
        using var again = await browser.GetAsync(new Uri("/sign-in/enrol", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Contains("/sign-in", again.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://example.org/")]
    [InlineData("//example.org")]
    [InlineData("/\\example.org")]
    public async Task Another_site_is_not_gone_to(string to)
    {
        var (account, secret) = await AccountAsync();
        using var browser = site.CreateVisitor();
        using var first = await SendAsync(browser, "/sign-in?to=" + Uri.EscapeDataString(to), ("name", account), ("password", Password));
        using var second = await SendAsync(browser, first.Headers.Location!.ToString(), ("code", CodeOf(secret)));
        using var post = await browser.GetAsync(second.Headers.Location, TestContext.Current.CancellationToken);
        Assert.Equal("/work", post.Headers.Location!.ToString());
    }

    [Fact]
    public async Task A_stolen_cookie_is_worth_nothing_after_signing_out()
    {
        var (account, secret) = await AccountAsync();
        using var browser = site.CreateVisitor();
        using var first = await SendAsync(browser, "/sign-in", ("name", account), ("password", Password));
        using var second = await SendAsync(browser, first.Headers.Location!.ToString(), ("code", CodeOf(secret)));
        using var post = await browser.GetAsync(second.Headers.Location, TestContext.Current.CancellationToken);
        var cookie = post.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("heng=", StringComparison.Ordinal)).Split(';')[0];
        using var left = await SendAsync(browser, "/sign-out");
        using var thief = site.CreateVisitor();
        thief.DefaultRequestHeaders.Add("Cookie", cookie);
        using var answer = await thief.GetAsync(new Uri("/sign-in/enrol", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Contains("/sign-in", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_one_time_password_leads_to_its_change_before_any_post()
    {
        var (account, _) = await AccountAsync(oneTime: true);
        using var browser = site.CreateVisitor();
        using var first = await SendAsync(browser, "/sign-in", ("name", account), ("password", Password));
        using var post = await browser.GetAsync(first.Headers.Location, TestContext.Current.CancellationToken);
        Assert.StartsWith("/sign-in/password", post.Headers.Location!.ToString(), StringComparison.Ordinal);
        using var changed = await SendAsync(browser, "/sign-in/password", ("present", Password), ("wanted", "another good password"), ("again", "another good password"));
        using var onwards = await browser.GetAsync(changed.Headers.Location, TestContext.Current.CancellationToken);
        Assert.Equal("/work", onwards.Headers.Location!.ToString());
    }

    [Fact]
    public async Task The_set_up_page_is_there_only_while_a_token_is_waited_for()
    {
        using var browser = site.CreateVisitor();
        using var answer = await browser.GetAsync(new Uri("/set-up", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static string CodeOf(string secret) => new Totp(Base32Encoding.ToBytes(secret)).ComputeTotp(new DateTime(2026, 3, 2, 1, 0, 0, DateTimeKind.Utc));

    private async Task<(string Account, string Secret)> AccountAsync(bool oneTime = false)
    {
        var person = await site.House.HireAsync("登录者", site.House.Division, PersonRoles.Reviewer);
        var secret = SecondFactor.NewSecret();
        await using var db = site.House.Db(Access.WholeBureau(site.House.Bureau.Id));
        var account = await db.Set<Account>().SingleAsync(a => a.Id == person.AccountId, TestContext.Current.CancellationToken);
        account.PasswordHash = Passwords.Hash(account, Password);
        if (oneTime)
        {
            account.OneTimeUntil = new DateTime(2026, 3, 5, 0, 0, 0, DateTimeKind.Utc);
        }
        else
        {
            site.Services.GetRequiredService<SecondFactor>().Enrol(account, secret);
        }

        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return (account.Name, secret);
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient browser, string address, params (string Name, string Value)[] fields)
    {
        using var page = await browser.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        var form = (await SiteFixture.ReadPageAsync(page)).QuerySelector("main form")!;
        var content = form.QuerySelectorAll("input[type=hidden]").Select(i => (Name: i.GetAttribute("name")!, Value: i.GetAttribute("value") ?? "")).Concat(fields).Select(f => KeyValuePair.Create(f.Name, f.Value));
        using var sent = new FormUrlEncodedContent(content);
        return await browser.PostAsync(new Uri(address.Split('?')[0], UriKind.Relative), sent, TestContext.Current.CancellationToken);
    }
}
