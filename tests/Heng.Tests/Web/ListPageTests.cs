using System.Net;
using System.Text.RegularExpressions;
using Heng.Dossiers;
using Heng.Platform.People;
using Heng.Tests.Dossiers;
using MiniExcelLibs;

namespace Heng.Tests.Web;

public sealed partial class ListPageTests(SignedInSite site) : IClassFixture<SignedInSite>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_is_signed_in_begins_with_his_work_and_finds_his_pages_in_the_navigation()
    {
        using var answer = await site.GetAsync(site.House.Officer1, "/");
        Assert.Equal("/work", answer.Headers.Location?.ToString());
        var page = await site.GetPageAsync(site.House.Officer1, "/work");
        var links = page.QuerySelectorAll(".h-nav-wide a").Select(a => a.GetAttribute("href")).ToArray();
        Assert.Contains("/work", links);
        Assert.Contains("/dossiers", links);
        Assert.Contains("/dossiers/new/intake.register-source", links);
        Assert.DoesNotContain("/leader", links);
        Assert.DoesNotContain("/", links);
        Assert.Equal("/work", page.QuerySelector(".h-nav-wide a[aria-current]")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("/work")]
    [InlineData("/leader")]
    [InlineData("/dossiers")]
    [InlineData("/dossiers/export.xlsx")]
    public async Task A_visitor_is_sent_to_sign_in(string address)
    {
        using var client = site.CreateVisitor();
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.StartsWith("/sign-in", answer.Headers.Location!.PathAndQuery, StringComparison.Ordinal);
    }

    [Fact, Row("X.1")]
    public async Task An_administrator_sees_no_dossiers()
    {
        var admin = await site.House.HireAsync("管理员", site.House.Station, PersonRoles.SystemAdmin);
        foreach (var address in new[] { "/dossiers", "/dossiers/export.xlsx", "/leader" })
        {
            using var answer = await site.GetAsync(admin, address);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }

        Assert.NotNull((await site.GetPageAsync(admin, "/work")).QuerySelector(".h-empty"));
    }

    [Fact, Row("10.6")]
    public async Task An_entry_says_what_why_and_when_and_leads_to_the_form()
    {
        var id = await site.House.ClueAsync(site.House.Officer1, "待办示例商店");
        var page = await site.GetPageAsync(site.House.UnitHead, "/work");
        var entry = page.QuerySelectorAll(".h-work-entry").Single(e => e.TextContent.Contains("待办示例商店", StringComparison.Ordinal));
        Assert.Equal(DossierLinks.Act(id, "intake.assign-verifiers"), entry.QuerySelector(".h-work-title")!.GetAttribute("href"));
        Assert.Contains("由办案机构负责人指定核查人员", entry.TextContent, StringComparison.Ordinal);
        Assert.Contains("还剩", entry.TextContent, StringComparison.Ordinal);
        Assert.Contains("规定", entry.QuerySelector(".h-work-when")!.TextContent, StringComparison.Ordinal);
    }

    [Fact, Row("12.4")]
    public async Task Each_entry_of_a_head_says_what_happened_and_where_the_limit_comes_from()
    {
        var id = await site.House.ClueAsync(site.House.Officer1, "领导示例商店");
        var line = (await site.House.PageAsync(site.House.Officer1, "?q=领导示例")).Lines.Single();
        site.House.Clock.Advance(TimeSpan.FromDays(line.DueOn!.Value.DayNumber - site.House.Today.DayNumber + 2));
        var page = await site.GetPageAsync(site.House.UnitHead, "/leader");
        var mine = page.QuerySelectorAll("section[aria-labelledby=approvals] li").Single(e => e.TextContent.Contains("领导示例商店", StringComparison.Ordinal));
        Assert.Contains("办案甲：案源登记", mine.TextContent, StringComparison.Ordinal);
        Assert.Contains("超期 2 天", mine.TextContent, StringComparison.Ordinal);
        var late = page.QuerySelectorAll("section[aria-labelledby=overdue] li").Single(e => e.TextContent.Contains("领导示例商店", StringComparison.Ordinal));
        Assert.Equal(DossierLinks.Page(id), late.QuerySelector("a")!.GetAttribute("href"));
        Assert.Contains("核查并决定是否立案", late.TextContent, StringComparison.Ordinal);
        Assert.Matches("第.+条", late.TextContent);
        using var officer = await site.GetAsync(site.House.Officer1, "/leader");
        Assert.Equal(HttpStatusCode.Forbidden, officer.StatusCode);
    }

    [Fact, Row("10.6")]
    public async Task The_list_keeps_its_whole_state_in_its_address()
    {
        await site.House.ClueAsync(site.House.Officer1, "状态示例商店");
        var page = await site.GetPageAsync(site.House.Officer1, "/dossiers?q=状态示例&stage=verification&sort=changed&count=1");
        Assert.Equal("状态示例", page.QuerySelector("#q")!.GetAttribute("value"));
        Assert.Equal("verification", page.QuerySelector("select[name=stage] option[selected]")!.GetAttribute("value"));
        Assert.Contains("共 1 份", page.QuerySelector(".h-views")!.TextContent, StringComparison.Ordinal);
        Assert.Single(page.QuerySelectorAll(".h-dossiers tbody tr"));
        Assert.Equal("/dossiers/export.xlsx?q=%E7%8A%B6%E6%80%81%E7%A4%BA%E4%BE%8B&stage=verification&sort=changed", page.QuerySelector(".h-views-end a[href^='/dossiers/export']")!.GetAttribute("href"));
        var none = await site.GetPageAsync(site.House.Officer1, "/dossiers?q=查无此店");
        Assert.NotNull(none.QuerySelector(".h-empty"));
    }

    [Fact]
    public async Task A_view_is_saved_found_again_and_forgotten()
    {
        var me = await site.House.HireAsync("常用筛选", site.House.Station, PersonRoles.Officer);
        const string Address = "/dossiers?stage=verification&clock=red";
        var page = await site.GetPageAsync(me, Address);
        using var saved = await PostAsync(me, page, "form[action*=Save], form[action*=save]", ("name", "临期的核查"));
        Assert.Equal(Address, saved.Headers.Location?.ToString());
        page = await site.GetPageAsync(me, "/dossiers");
        Assert.Equal((Address, "临期的核查"), (page.QuerySelector(".h-view a")!.GetAttribute("href"), page.QuerySelector(".h-view a")!.TextContent));
        // Nobody else's.
        Assert.Null((await site.GetPageAsync(site.House.Officer2, "/dossiers")).QuerySelector(".h-view"));
        using var forgotten = await PostAsync(me, page, ".h-view form");
        Assert.Equal("/dossiers", forgotten.Headers.Location?.ToString());
        Assert.Null((await site.GetPageAsync(me, "/dossiers")).QuerySelector(".h-view"));
    }

    [Fact]
    public async Task A_view_without_a_name_is_told_beside_the_field()
    {
        var page = await site.GetPageAsync(site.House.Officer1, "/dossiers?stage=review");
        using var answer = await PostAsync(site.House.Officer1, page, "form[action*=Save], form[action*=save]", ("name", " "));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.NotNull((await SiteFixture.ReadPageAsync(answer)).QuerySelector("#f-name-problem, [id$='name-problem']"));
    }

    [Fact, Row("X.3")]
    public async Task The_workbook_holds_the_columns_of_the_list_and_nothing_sensitive()
    {
        await site.House.DoAsync(site.House.Officer1, null, Cases.ExemptionPath.Clue(site.House) with
        {
            PartyName = "=导出示例商店",
            PartyPhone = "13900000000",
            PartyAddress = "示例县保密路 9 号",
            Content = "不应导出的线索内容",
            Reporter = "不应导出的举报人",
        });
        using var answer = await site.GetAsync(site.House.Officer1, "/dossiers/export.xlsx?q=导出示例");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var bytes = await answer.Content.ReadAsByteArrayAsync(Stop);
        using var workbook = new MemoryStream(bytes);
        var row = (IDictionary<string, object?>)Assert.Single(workbook.Query(useHeaderRow: true));
        Assert.Equal("=导出示例商店", row["当事人"]);
        Assert.Equal("案源登记", row["阶段"]);
        Assert.Equal("城关市场监督管理所", row["办案机构"]);
        var all = string.Join('|', row.Values);
        foreach (var secret in new[] { "13900000000", "保密路", "线索内容", "举报人" })
        {
            Assert.DoesNotContain(secret, all, StringComparison.Ordinal);
        }

        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(bytes));
        using var sheet = new StreamReader(zip.Entries.Single(e => e.FullName.EndsWith("sheet1.xml", StringComparison.Ordinal)).Open());
        Assert.DoesNotMatch(Formula(), await sheet.ReadToEndAsync(Stop));
    }

    private async Task<HttpResponseMessage> PostAsync(CurrentPerson me, AngleSharp.Dom.IDocument page, string selector, params (string Name, string Value)[] changes)
    {
        var form = page.QuerySelector(selector)!;
        var fields = form.QuerySelectorAll("input").ToDictionary(i => i.GetAttribute("name")!, i => i.GetAttribute("value") ?? "");
        foreach (var (name, value) in changes)
        {
            fields[name] = value;
        }

        using var content = new FormUrlEncodedContent(fields);
        return await (await site.ClientOfAsync(me)).PostAsync(new Uri(form.GetAttribute("action")!, UriKind.Relative), content, Stop);
    }

    [GeneratedRegex("<(x:)?f[ >]")]
    private static partial Regex Formula();
}
