using System.Net;
using System.Text.Json;
using Heng.Law;

namespace Heng.Tests.Web;

public sealed class ShellTests(SiteFixture site)
{
    [Fact]
    public async Task The_home_page_leads_to_the_four_tools()
    {
        var page = await site.GetPageAsync("/");
        Assert.Equal("zh-CN", page.DocumentElement.GetAttribute("lang"));
        Assert.Single(page.QuerySelectorAll("h1"));
        foreach (var address in new[] { "/assess", "/deadline", "/procedure", "/law" })
        {
            Assert.NotNull(page.QuerySelector($"main a[href='{address}']"));
            Assert.NotNull(page.QuerySelector($"nav a[href='{address}']"));
        }
    }

    [Fact]
    public async Task The_home_page_counts_the_law_set()
    {
        var figures = (await site.GetPageAsync("/")).QuerySelectorAll(".h-figures > div").ToDictionary(d => d.QuerySelector("dt")!.TextContent, d => d.QuerySelector("dd")!.TextContent);
        Assert.Equal("255", figures["执法事项"]);
        Assert.Equal("77", figures["法定期限"]);
        Assert.Equal("42", figures["免罚清单条目"]);
        Assert.Equal(LawSet.Embedded.Instruments.All.Count.ToString(System.Globalization.CultureInfo.InvariantCulture), figures["法规与规范"]);
    }

    [Fact]
    public async Task The_page_one_is_on_is_marked_in_the_navigation()
    {
        var page = await site.GetPageAsync("/");
        Assert.All(page.QuerySelectorAll("nav ul.h-nav"), nav => Assert.Equal("/", Assert.Single(nav.QuerySelectorAll("a[aria-current=page]")).GetAttribute("href")));
    }

    [Fact]
    public async Task Chinese_is_sent_as_chinese()
    {
        using var client = site.CreateClient();
        var html = await client.GetStringAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Contains("裁量测算", html, StringComparison.Ordinal);
        Assert.DoesNotContain("&#x", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/no-such-page")]
    [InlineData("/api/no-such-endpoint")]
    public async Task Every_answer_carries_the_security_headers(string address)
    {
        using var client = site.CreateClient();
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
    }

    [Fact]
    public async Task A_page_that_is_not_there_is_told_in_chinese()
    {
        using var client = site.CreateClient();
        using var answer = await client.GetAsync(new Uri("/no-such-page", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("没有找到这个页面", (await SiteFixture.ReadPageAsync(answer)).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task The_status_page_by_itself_is_not_found()
    {
        using var client = site.CreateClient();
        using var answer = await client.GetAsync(new Uri("/status/500", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_system_gets_problem_details()
    {
        using var client = site.CreateClient();
        using var answer = await client.GetAsync(new Uri("/api/no-such-endpoint", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        Assert.Equal("urn:heng:not-found", problem.RootElement.GetProperty("type").GetString());
        Assert.Equal("没有找到所请求的内容", problem.RootElement.GetProperty("title").GetString());
    }

    [Fact]
    public async Task The_openapi_document_is_served()
    {
        using var client = site.CreateClient();
        using var document = JsonDocument.Parse(await client.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative), TestContext.Current.CancellationToken));
        Assert.StartsWith("3.", document.RootElement.GetProperty("openapi").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_style_and_script_of_a_page_is_there_and_lies_on_this_site()
    {
        var page = await site.GetPageAsync("/");
        var addresses = page.QuerySelectorAll("link[href], script[src]").Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")!).ToArray();
        Assert.True(addresses.Length >= 4);
        using var client = site.CreateClient();
        foreach (var address in addresses)
        {
            Assert.StartsWith("/", address, StringComparison.Ordinal);
            using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }
}
