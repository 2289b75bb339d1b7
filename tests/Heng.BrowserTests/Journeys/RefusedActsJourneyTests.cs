using Microsoft.Playwright;

namespace Heng.BrowserTests.Journeys;

/// <summary>What the law refuses is refused, and the page names the article, wide and narrow.</summary>
public sealed class RefusedActsJourneyTests(BrowserFixture browser)
{
    [Fact, Row("8.8", "8.10")]
    public async Task One_officer_an_expired_certificate_and_a_filing_by_the_officer_alone_are_refused()
    {
        await using var window = await browser.OpenPracticeAsync(View.Wide);
        var desk = new PracticeDesk(window, Team.OtherBrigade);
        await desk.OpenAsync(Team.Expired, "intake.register-source");
        var expired = await desk.RefusedAsync(Team.Expired, "intake.register-source",
            ("partySort", "individual"), ("partyName", "演示个人"), ("source", "report"), ("content", "演示线索。"));
        Assert.Contains("《行政处罚法》第四十二条", expired, StringComparison.Ordinal);
        await desk.CheckBothAsync("refused-certificate");

        await NotFiledJourneyTests.ClueAsync(desk, "便利店", assign: false);
        var alone = await desk.RefusedAsync(desk.Team.UnitHead, "intake.assign-verifiers", ("people", new People(desk.Team.Words + "甲")));
        Assert.Contains("《行政处罚法》第四十二条", alone, StringComparison.Ordinal);
        await desk.CheckBothAsync("refused-one-officer");

        await desk.DoAsync(desk.Team.UnitHead, "intake.assign-verifiers", ("people", desk.Team.Pair));
        await desk.DoAsync(desk.Team.Officer, "intake.record-verification", ("findings", "货架上有三袋方便面超过保质期五天。"));
        await desk.DoAsync(desk.Team.UnitHead, "cases.propose-filing", ("handlers", desk.Team.Pair));
        await desk.OpenAsync(desk.Team.Officer, "cases.approve-filing");
        var byOfficer = await desk.ProblemsAsync();
        Assert.Contains("负责人", byOfficer, StringComparison.Ordinal);
        Assert.Contains("程序规定》第十九条", byOfficer, StringComparison.Ordinal);
        await desk.CheckBothAsync("refused-filing-by-officer");
    }

    [Fact, Row("4.9", "8.17")]
    public async Task A_review_by_a_handler_and_closing_without_education_are_refused()
    {
        await using var window = await browser.OpenPracticeAsync(View.Narrow);
        var desk = new PracticeDesk(window, Team.City with { SecondReviews = true });
        await NotFiledJourneyTests.ClueAsync(desk, "副食店", assign: false);
        await MinorCase.ToReviewAsync(desk);
        var own = await desk.RefusedAsync(desk.Team.Second, "cases.give-opinion", ("checked", MinorCase.Points));
        Assert.Contains("程序规定》第", own, StringComparison.Ordinal);
        await desk.CheckBothAsync("refused-review");
        await MinorCase.FromReviewToDecisionAsync(desk);
        await desk.DoAsync(desk.Team.Head, "documents.issue-all");
        await desk.DoAsync(desk.Team.Officer, "cases.serve-decision", ("files", new Upload("送达回证.png")));
        var uneducated = await desk.RefusedAsync(desk.Team.Head, "cases.close");
        Assert.Contains("《行政处罚法》第三十三条", uneducated, StringComparison.Ordinal);
        await desk.CheckBothAsync("refused-closing");
        await desk.DoAsync(desk.Team.Officer, "cases.educate");
        await desk.DoAsync(desk.Team.Head, "cases.close");
    }

    [Fact, Row("8.11", "6.2")]
    public async Task Evidence_without_a_source_supports_no_finding()
    {
        await using var window = await browser.OpenPracticeAsync(View.Wide);
        var desk = new PracticeDesk(window, Team.OtherBrigade);
        await NotFiledJourneyTests.ClueAsync(desk, "杂货店", assign: false);
        await MinorCase.ToInvestigationAsync(desk);
        await desk.DoAsync(desk.Team.Officer, "cases.record-evidence",
            ("kind", "documentary"), ("name", "来路不明的单据"), ("source", ""), ("maker", ""), ("copy", "copy"), ("proves", "货值金额"), ("files", new Upload("单据.png")));
        await desk.Page.GotoAsync(desk.Dossier + "/facts");
        await desk.SetAsync("actFrom", desk.Today.AddDays(-5));
        await desk.SetAsync("story", "当事人销售超过保质期的方便面三袋。");
        await desk.SetAsync("evidence.story", new[] { "1" });
        await desk.FollowAsync(desk.Page.Locator("button[name=do][value=assess]"));
        await desk.SetAsync("fact.goodsValue", "12");
        await desk.SetAsync("evidence.goodsValue", new[] { "1" });
        await desk.FollowAsync(desk.Page.Locator("button[name=do][value=assess]"));
        Assert.Contains("所附证据不能用来认定", await desk.Page.Locator("#result").InnerTextAsync(), StringComparison.Ordinal);
        await desk.CheckBothAsync("refused-evidence-facts");
        await desk.FollowAsync(desk.Page.Locator("button[name=do][value=save]"));
        Assert.Equal("", await desk.ProblemsAsync());
        var unsupported = await desk.RefusedAsync(desk.Team.UnitHead, "cases.conclude", ("opinion", "建议不予处罚。"));
        Assert.Contains("“货值金额”所附的证据缺少来源或者确认", unsupported, StringComparison.Ordinal);
        Assert.Contains("《行政处罚法》第四十条", unsupported, StringComparison.Ordinal);
        await desk.CheckBothAsync("refused-evidence");
    }

    [Fact, Row("8.29", "8.30")]
    public async Task A_filing_past_its_limit_is_refused_until_the_breach_is_recorded()
    {
        await using var window = await browser.OpenPracticeAsync(View.Narrow);
        var desk = new PracticeDesk(window, Team.City);
        // The clue was received long ago: all windows share one practice clock, so that the day of one dossier is moved and not the clock of all.
        await desk.DoAsync(desk.Team.Officer, "intake.register-source",
            ("partySort", "individualBusiness"), ("partyName", "示例县城关小卖部"), ("noCodeReason", "演示数据"), ("partyAddress", "示例县示例路 5 号"), ("partyRepresentative", "演示经营者"),
            ("source", "report"), ("foundOn", desk.Today.AddDays(-60)), ("content", "群众来信反映货架上有超过保质期的食品。"), ("matter", new Found("过期食品", "FOOD-008")), ("files", new Upload("收文凭证.png")));
        await desk.DoAsync(desk.Team.UnitHead, "intake.assign-verifiers", ("people", desk.Team.Pair));
        await desk.DoAsync(desk.Team.Officer, "intake.record-verification", ("findings", "货架上有三袋方便面超过保质期五天。"));
        var late = await desk.RefusedAsync(desk.Team.UnitHead, "cases.propose-filing", ("handlers", desk.Team.Pair));
        Assert.Contains("程序规定》第十八条", late, StringComparison.Ordinal);
        await desk.CheckBothAsync("refused-filing-late");
        await desk.DoAsync(desk.Team.UnitHead, "cases.record-breach", ("limit", "L05"), ("reason", "来信转办迟延。"));
        await desk.DoAsync(desk.Team.UnitHead, "cases.propose-filing", ("handlers", desk.Team.Pair));
    }
}
