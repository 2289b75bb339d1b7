using Microsoft.Playwright;

namespace Heng.BrowserTests.Journeys;

/// <summary>What the law refuses is refused, and the page names the article.</summary>
public sealed class RefusedActsJourneyTests(BrowserFixture browser)
{
    public static TheoryData<View> Views => new(View.Wide, View.Narrow);

    [Theory, MemberData(nameof(Views)), Row("8.8", "8.10")]
    public async Task One_officer_an_expired_certificate_and_a_filing_by_the_officer_alone_are_refused(View view)
    {
        await using var window = await browser.OpenPracticeAsync(view);
        var desk = new PracticeDesk(window, view == View.Wide ? Team.OtherBrigade : Team.City);
        await desk.OpenAsync(Team.Expired, "intake.register-source");
        var expired = await desk.RefusedAsync(Team.Expired, "intake.register-source",
            ("partySort", "individual"), ("partyName", "演示个人"), ("source", "report"), ("content", "演示线索。"));
        Assert.Contains("《行政处罚法》第四十二条", expired, StringComparison.Ordinal);
        await desk.CheckAsync("refused-certificate");

        await NotFiledJourneyTests.ClueAsync(desk, view + "便利店", assign: false);
        var alone = await desk.RefusedAsync(desk.Team.UnitHead, "intake.assign-verifiers", ("people", new People(desk.Team.Words + "甲")));
        Assert.Contains("《行政处罚法》第四十二条", alone, StringComparison.Ordinal);
        await desk.CheckAsync("refused-one-officer");

        await desk.DoAsync(desk.Team.UnitHead, "intake.assign-verifiers", ("people", desk.Team.Pair));
        await desk.DoAsync(desk.Team.Officer, "intake.record-verification", ("findings", "货架上有三袋方便面超过保质期五天。"));
        await desk.DoAsync(desk.Team.UnitHead, "cases.propose-filing", ("handlers", desk.Team.Pair));
        await desk.OpenAsync(desk.Team.Officer, "cases.approve-filing");
        var byOfficer = await desk.ProblemsAsync();
        Assert.Contains("负责人", byOfficer, StringComparison.Ordinal);
        Assert.Contains("程序规定》第十九条", byOfficer, StringComparison.Ordinal);
        await desk.CheckAsync("refused-filing-by-officer");
    }

    [Theory, MemberData(nameof(Views)), Row("4.9", "8.17")]
    public async Task A_review_by_a_handler_and_closing_without_education_are_refused(View view)
    {
        await using var window = await browser.OpenPracticeAsync(view);
        var desk = new PracticeDesk(window, (view == View.Wide ? Team.OtherBrigade : Team.City) with { SecondReviews = true });
        await NotFiledJourneyTests.ClueAsync(desk, view + "副食店", assign: false);
        await MinorCase.ToReviewAsync(desk);
        var own = await desk.RefusedAsync(desk.Team.Second, "cases.give-opinion", ("checked", MinorCase.Points));
        Assert.Contains("程序规定》第", own, StringComparison.Ordinal);
        await desk.CheckAsync("refused-review");
        await MinorCase.FromReviewToDecisionAsync(desk);
        await desk.DoAsync(desk.Team.Head, "documents.issue-all");
        await desk.DoAsync(desk.Team.Officer, "cases.serve-decision", ("files", new Upload("送达回证.png")));
        var uneducated = await desk.RefusedAsync(desk.Team.Head, "cases.close");
        Assert.Contains("《行政处罚法》第三十三条", uneducated, StringComparison.Ordinal);
        await desk.CheckAsync("refused-closing");
        await desk.DoAsync(desk.Team.Officer, "cases.educate");
        await desk.DoAsync(desk.Team.Head, "cases.close");
    }
}
