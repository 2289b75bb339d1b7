using System.Net;
using Heng.Tests.Web;

namespace Heng.Tests.Guidance;

public sealed class GuidancePageTests(SiteFixture site)
{
    [Fact]
    public async Task The_assessment_asks_the_deciding_question_first()
    {
        var page = await site.GetPageAsync("/assess?matter=FOOD-008&act=2026-03-01&decide=2026-04-10");
        Assert.Equal("事实尚待查明", page.QuerySelector("#outcome")!.TextContent.Trim());
        Assert.Contains("货值金额", page.QuerySelector(".h-next")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_proposed_fine_out_of_proportion_raises_the_alarm_with_its_article()
    {
        var page = await site.GetPageAsync("/assess?matter=FOOD-008&act=2026-03-01&decide=2026-04-10&f.goodsValue=66&fine=50000");
        var alarm = page.QuerySelectorAll(".h-notice").Single(n => n.TextContent.Contains("小过重罚预警", StringComparison.Ordinal));
        Assert.Contains("757.58 倍", alarm.TextContent, StringComparison.Ordinal);
        Assert.Contains("行政处罚法", alarm.QuerySelector("a")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Old_and_new_law_stand_side_by_side()
    {
        var page = await site.GetPageAsync("/assess?matter=UC-003&act=2025-09-01&decide=2025-12-01&f.seriousCircumstances=no");
        Assert.Contains(page.QuerySelectorAll("h2"), h => h.TextContent.Contains("从旧兼从轻", StringComparison.Ordinal));
        Assert.Contains("新规定较轻，适用", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/assess?matter=FOOD-008&act=2026-03-01&decide=2026-02-01", "处罚决定日早于违法行为发生日")]
    [InlineData("/assess?matter=FOOD-008&act=2026-13-01", "应为真实存在的日期")]
    [InlineData("/assess?matter=FOOD-008&f.goodsValue=-5", "应填写不小于 0 的数")]
    [InlineData("/assess?matter=FOOD-008&f.noHarm=maybe", "的回答无效")]
    [InlineData("/assess?matter=FOOD-008&region=CN-ZZ", "地区")]
    [InlineData("/assess?matter=FOOD-008&party=company", "当事人应为单位、个人或者个体工商户")]
    [InlineData("/assess?matter=FOOD-008&c=C-XX-01", "情节不在法规集中")]
    [InlineData("/assess?matter=FOOD-008&also=NO-1", "没有编号为")]
    public async Task A_faulty_question_is_told_beside_the_field_and_on_top(string address, string says)
    {
        var page = await site.GetPageAsync(address);
        Assert.Contains(says, page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("#outcome"));
    }

    [Theory]
    [InlineData("/assess?matter=NO-1")]
    [InlineData("/deadline?rule=L999")]
    [InlineData("/procedure?stage=S01")]
    [InlineData("/law/matters/NO-1")]
    [InlineData("/law/unknown")]
    [InlineData("/api/matters/NO-1")]
    public async Task What_does_not_exist_is_not_found(string address)
    {
        using var client = site.CreateClient();
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_deadline_shows_its_day_steps_and_calendar()
    {
        var page = await site.GetPageAsync("/deadline?rule=L40&start=2026-02-12");
        Assert.Contains("2026-02-26", page.QuerySelector("#due")!.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(page.QuerySelectorAll(".h-deadline-steps li"));
        Assert.Single(page.QuerySelectorAll("td .h-day-due"));
    }

    [Fact]
    public async Task A_year_without_a_calendar_is_refused_by_name()
    {
        var page = await site.GetPageAsync("/deadline?rule=L40&start=2026-12-30");
        Assert.Null(page.QuerySelector("#due"));
        Assert.Contains("2027", page.QuerySelector(".h-bad")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_page_of_matters_shows_other_matters()
    {
        var first = (await site.GetPageAsync("/law")).QuerySelectorAll("tbody code").Select(c => c.TextContent).ToArray();
        var second = (await site.GetPageAsync("/law?page=2")).QuerySelectorAll("tbody code").Select(c => c.TextContent).ToArray();
        Assert.NotEmpty(second);
        Assert.Empty(first.Intersect(second));
    }

    [Fact]
    public async Task Every_stage_shows_its_rules_people_and_clocks()
    {
        foreach (var stage in Heng.Law.LawSet.Embedded.Procedure.Stages)
        {
            var page = await site.GetPageAsync($"/procedure?stage={stage.Id}");
            Assert.Contains(stage.Chinese, page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Every_matter_has_a_page_and_an_assessment()
    {
        foreach (var matter in Heng.Law.LawSet.Embedded.Matters.All)
        {
            Assert.NotNull((await site.GetPageAsync($"/law/matters/{matter.Id}")).QuerySelector("h1"));
            Assert.NotNull((await site.GetPageAsync($"/assess?matter={matter.Id}&act=2026-06-01&decide=2026-06-01")).QuerySelector("#outcome"));
        }
    }
}
