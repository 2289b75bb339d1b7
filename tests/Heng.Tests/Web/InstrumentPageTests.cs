using System.Net;

namespace Heng.Tests.Web;

public sealed class InstrumentPageTests(SiteFixture site)
{
    [Fact]
    public async Task The_text_in_force_on_the_day_asked_about_is_marked()
    {
        var page = await site.GetPageAsync("/law/instruments/FSL?asOf=2025-11-30");
        var marked = Assert.Single(page.QuerySelectorAll("tr"), r => r.TextContent.Contains("当日有效", StringComparison.Ordinal));
        Assert.Contains("2021-04-29", marked.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_article_shows_the_matters_that_rest_on_it()
    {
        var page = await site.GetPageAsync("/law/instruments/FSL?article=124");
        Assert.Contains("第一百二十四条", page.QuerySelector("#mentions")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("a[href='/assess?matter=FOOD-008']"));
        Assert.Null(page.QuerySelector("a[href='/assess?matter=FOOD-001']"));
    }

    [Fact]
    public async Task A_day_without_a_text_is_a_warning()
        => Assert.Contains("没有当日有效的文本", (await site.GetPageAsync("/law/instruments/FSL?asOf=1990-01-01")).Body!.TextContent, StringComparison.Ordinal);

    [Theory]
    [InlineData("/law/instruments/NONE", HttpStatusCode.NotFound)]
    [InlineData("/law/instruments/FSL?article=0", HttpStatusCode.BadRequest)]
    [InlineData("/law/instruments/FSL?article=x", HttpStatusCode.BadRequest)]
    [InlineData("/law/instruments/FSL?asOf=2025-02-30", HttpStatusCode.BadRequest)]
    public async Task What_does_not_exist_or_cannot_be_read_is_told(string address, HttpStatusCode expected)
    {
        using var client = site.CreateClient();
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(expected, answer.StatusCode);
        Assert.NotEmpty((await SiteFixture.ReadPageAsync(answer)).QuerySelector("h1")!.TextContent);
    }
}
