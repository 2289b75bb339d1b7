using System.Net;
using Heng.Platform.People;

namespace Heng.Tests.Web;

[Row("X.3")]
public sealed class PersonalDataInLogsTests(SignedInSite site) : IClassFixture<SignedInSite>
{
    private const string Name = "欧阳示例";
    private const string Account = "ouyang.shili";
    private const string Password = "Secret-Of-Ouyang-7";

    [Fact]
    public async Task Names_accounts_and_passwords_reach_neither_logs_nor_addresses_nor_error_pages()
    {
        var house = site.House;
        var system = await house.HireAsync("系统管理员", house.Division, PersonRoles.SystemAdmin);
        var security = await house.HireAsync("安全管理员", house.Division, PersonRoles.SecurityAdmin);
        var form = await site.GetPageAsync(system, "/admin/people/new");
        using var added = await site.SubmitAsync(system, "/admin/people/new", form, null, ("name", Name), ("unit", house.Station.Id.ToString()));
        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        var person = added.Headers.Location!.ToString();
        var page = await site.GetPageAsync(security, person);
        using var opened = await site.SubmitAsync(security, page.QuerySelector("button[value=open]")!.Closest("form")!.GetAttribute("action")!, page, "open", ("account", Account));
        Assert.Equal(HttpStatusCode.OK, opened.StatusCode);
        var secret = (await SiteFixture.ReadPageAsync(opened)).QuerySelector(".h-secret")!.TextContent;

        using var visitor = site.CreateVisitor();
        using var signIn = await visitor.GetAsync(new Uri("/sign-in", UriKind.Relative), TestContext.Current.CancellationToken);
        var token = (await SiteFixture.ReadPageAsync(signIn)).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var sent = new FormUrlEncodedContent(new Dictionary<string, string> { ["name"] = Account, ["password"] = Password, ["__RequestVerificationToken"] = token });
        using var refused = await visitor.PostAsync(new Uri("/sign-in", UriKind.Relative), sent, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.DoesNotContain(Password, await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);

        using var missing = await site.GetAsync(house.Officer1, $"/dossiers/{Guid.CreateVersion7()}?q={Uri.EscapeDataString(Name)}");
        Assert.DoesNotContain(Name, await missing.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.DoesNotContain(Name, Uri.UnescapeDataString(person), StringComparison.Ordinal);
        var told = site.Log.Lines.Where(l => !l.Contains("Request starting", StringComparison.Ordinal) && !l.Contains("Request finished", StringComparison.Ordinal));
        Assert.Empty(told.Where(l => new[] { Name, Account, Password, secret }.Any(s => l.Contains(s, StringComparison.Ordinal))));
    }
}
