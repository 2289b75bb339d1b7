using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Heng.Documents;
using Heng.Platform.People;
using Heng.Platform.Storage;
using Heng.Publication;
using Heng.Publication.Model;
using Heng.Tests.Web;

namespace Heng.Tests.Publication;

public sealed class PublicPageTests(SignedInSite site) : IClassFixture<SignedInSite>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private DateOnly Today => site.House.Today;

    [Fact, Row("9.2")]
    public async Task A_visitor_finds_a_decision_on_display_and_reads_its_summary_and_its_text()
    {
        var row = await PublishAsync("甲市监处罚〔2026〕11号", "演示甲食品有限公司", Today, Today.AddMonths(12));
        var list = await PageAsync("/public/decisions?q=" + Uri.EscapeDataString("演示甲食品"));
        Assert.Equal(PublicationLinks.PublicPage(row.Id), list.QuerySelector("tbody a")!.GetAttribute("href"));
        var page = await PageAsync(PublicationLinks.PublicPage(row.Id));
        Assert.Equal(row.Text, TextOf(page.QuerySelector(".h-public-text")!));
        Assert.Equal(["项目", "金额"], page.QuerySelectorAll(".h-public-text th").Select(c => c.TextContent));
        Assert.DoesNotContain('|', page.QuerySelector(".h-public-text")!.TextContent);
        Assert.Contains("罚款 1,000.00 元", page.QuerySelector("dl")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(row.DossierId.ToString(), page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact, Row("9.5")]
    public async Task A_display_ends_by_itself_the_day_after_its_last_day()
    {
        var last = await PublishAsync("甲市监处罚〔2026〕21号", "演示乙商行", Today.AddMonths(-3), Today);
        var over = await PublishAsync("甲市监处罚〔2026〕22号", "演示乙商行", Today.AddMonths(-3), Today.AddDays(-1));
        var open = await PublishAsync("甲市监处罚〔2026〕23号", "演示乙商行", Today.AddYears(-4), null);
        var list = await PageAsync("/public/decisions?q=" + Uri.EscapeDataString("演示乙商行"));
        Assert.Equal([PublicationLinks.PublicPage(last.Id), PublicationLinks.PublicPage(open.Id)], list.QuerySelectorAll("tbody a").Select(a => a.GetAttribute("href")));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(PublicationLinks.PublicPage(last.Id)));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(PublicationLinks.PublicPage(over.Id)));
        var keeper = await site.House.HireAsync("公示员", site.House.Division, PersonRoles.Publicity);
        var register = await site.GetPageAsync(keeper, "/publication");
        Assert.Contains($"{Today:yyyy-MM-dd} 自动停止", register.QuerySelectorAll("tbody tr").Single(r => r.TextContent.Contains(over.Number, StringComparison.Ordinal)).TextContent, StringComparison.Ordinal);
    }

    [Fact, Row("9.4")]
    public async Task A_withdrawn_decision_shows_only_when_and_why_it_was_withdrawn()
    {
        var row = await PublishAsync("甲市监处罚〔2026〕31号", "演示丙公司", Today, Today.AddMonths(12), r => r.Withdraw(Today, "决定被依法撤销（复议决定书）。主要事实不清。"));
        Assert.Null((await PageAsync("/public/decisions?q=" + Uri.EscapeDataString("演示丙公司"))).QuerySelector("tbody a"));
        var page = await PageAsync(PublicationLinks.PublicPage(row.Id));
        Assert.Contains("主要事实不清", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("演示丙公司", page.Body.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector(".h-public-text"));
    }

    [Fact, Row("9.5")]
    public async Task A_display_ended_by_a_repair_decision_is_gone_from_the_public_and_stays_in_the_register()
    {
        var row = await PublishAsync("甲市监处罚〔2026〕41号", "演示丁公司", Today.AddMonths(-6), Today.AddMonths(6), r => r.End(Today, "甲市监信修〔2026〕1号"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(PublicationLinks.PublicPage(row.Id)));
        var keeper = await site.House.HireAsync("公示员二", site.House.Division, PersonRoles.Publicity);
        Assert.Contains("甲市监信修〔2026〕1号", (await site.GetPageAsync(keeper, "/publication")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_goes_on_page_by_page_and_filters_by_matter_and_region()
    {
        for (var i = 0; i < 25; i++)
        {
            await PublishAsync($"戊市监处罚〔2026〕{i}号", "演示戊公司", Today.AddDays(-i), Today.AddMonths(12));
        }

        var first = await PageAsync("/public/decisions?q=" + Uri.EscapeDataString("演示戊公司"));
        var next = first.QuerySelector("a[rel=next]")!.GetAttribute("href")!;
        var second = await PageAsync(next);
        var all = first.QuerySelectorAll("tbody a").Concat(second.QuerySelectorAll("tbody a")).Select(a => a.GetAttribute("href")).ToArray();
        Assert.Equal(25, all.Distinct().Count());
        Assert.Null(second.QuerySelector("a[rel=next]"));
        Assert.NotNull((await PageAsync("/public/decisions?q=" + Uri.EscapeDataString("演示戊公司") + "&matter=FOOD-008&region=CN-GD")).QuerySelector("tbody a"));
        Assert.Null((await PageAsync("/public/decisions?q=" + Uri.EscapeDataString("演示戊公司") + "&matter=AD-001")).QuerySelector("tbody a"));
        Assert.Null((await PageAsync("/public/decisions?q=" + Uri.EscapeDataString("演示戊公司") + "&region=CN-BJ")).QuerySelector("tbody a"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("/public/decisions?after=nonsense"));
    }

    [Fact, Row("9.2")]
    public async Task The_file_for_the_platform_has_the_fields_that_are_documented_and_no_text_of_what_is_over()
    {
        var shown = await PublishAsync("己市监处罚〔2026〕1号", "=演示己公司", Today, Today.AddMonths(12));
        var over = await PublishAsync("己市监处罚〔2026〕2号", "演示己公司", Today.AddMonths(-3), Today.AddDays(-1));
        var keeper = await site.House.HireAsync("公示员三", site.House.Division, PersonRoles.Publicity);
        using var json = await site.GetAsync(keeper, PublicationLinks.Json);
        using var document = JsonDocument.Parse(await json.Content.ReadAsStringAsync(Stop));
        var rows = document.RootElement.EnumerateArray().ToDictionary(r => r.GetProperty("id").GetGuid());
        Assert.Equal(("shown", shown.Text), (rows[shown.Id].GetProperty("state").GetString(), rows[shown.Id].GetProperty("text").GetString()));
        Assert.Equal(("ended", null), (rows[over.Id].GetProperty("state").GetString(), rows[over.Id].GetProperty("text").GetString()));
        var described = await File.ReadAllTextAsync(Repository.PathOf("docs", "publication-file.md"), Stop);
        Assert.All(rows[shown.Id].EnumerateObject(), f => Assert.Contains($"`{f.Name}`", described, StringComparison.Ordinal));
        using var csv = await site.GetAsync(keeper, PublicationLinks.Csv);
        Assert.Contains("\"'=演示己公司\"", await csv.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        using var officer = await site.GetAsync(site.House.Officer1, PublicationLinks.Json);
        Assert.Equal(HttpStatusCode.Forbidden, officer.StatusCode);
    }

    private async Task<PublishedDecision> PublishAsync(string number, string party, DateOnly on, DateOnly? until, Action<PublishedDecision>? then = null)
    {
        var row = new PublishedDecision(site.House.Bureau.Id, Guid.CreateVersion7(), Guid.CreateVersion7(), on);
        row.Take(new PublicSummary(number, site.House.Bureau.Name, "CN-GD", party, null, null, "FOOD-008", "经营超过保质期的食品", "罚款 1,000.00 元", on, "general", until), "行政处罚决定书\n当事人：演示公司\n当事人电话***********。\n| 项目 | 金额 |\n| 罚款 | 1,000.00元 |\n| 合计 | 1,000.00元 |\n罚款 1,000.00 元。", new string('a', 64));
        then?.Invoke(row);
        await using var db = site.House.Db(Access.WholeBureau(site.House.Bureau.Id));
        db.Add(row);
        await db.SaveChangesAsync(Stop);
        return row;
    }

    /// <summary>The text as it is read off the page again: a line for each paragraph or row.</summary>
    private static string TextOf(IElement shown)
        => string.Join('\n', shown.Children.SelectMany(b => b.LocalName == "table" ? b.QuerySelectorAll("tr").Select(r => TableLine.Write(r.Children.Select(c => c.TextContent))) : [b.TextContent]));

    private async Task<AngleSharp.Html.Dom.IHtmlDocument> PageAsync(string address)
    {
        using var visitor = site.CreateVisitor();
        using var answer = await visitor.GetAsync(new Uri(address, UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync(Stop), Stop);
    }

    private async Task<HttpStatusCode> StatusAsync(string address)
    {
        using var visitor = site.CreateVisitor();
        using var answer = await visitor.GetAsync(new Uri(address, UriKind.Relative), Stop);
        return answer.StatusCode;
    }
}
