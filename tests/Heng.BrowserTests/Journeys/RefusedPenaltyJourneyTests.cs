namespace Heng.BrowserTests.Journeys;

/// <summary>What the law refuses on the way to a penalty is refused, and the page names the article, wide and narrow.</summary>
[Collection(Training.Name)]
public sealed class RefusedPenaltyJourneyTests(BrowserFixture browser)
{
    /// <summary>The example that the standard of the number itself gives.</summary>
    private const string PersonNumber = "11010519491231002X";

    [Fact, Row("6.4", "8.18", "8.24", "9.2")]
    public async Task What_is_too_much_too_early_heavier_typed_as_paid_or_unmasked_is_refused()
    {
        await using var window = await browser.OpenTrainingAsync(View.Wide);
        var desk = new PracticeDesk(window, Team.CountyBrigade);
        await PenaltyJourneyTests.ListAsync(desk);
        var grave = new GraveCase { Party = "示例甲县饮品有限公司", Fine = 90_000, Story = $"当事人存放、陈列销售超过保质期的食品一批，货值金额 9600 元；现场负责人出示的身份证号码为{PersonNumber}，检查时阻拦执法人员。" };
        await grave.ToFactsAsync(desk);

        var outside = await desk.RefusedAsync(desk.Team.Officer, "cases.propose-penalty", grave.Proposal(100_000.01m));
        Assert.Contains("《行政处罚法》第五条第二款", outside, StringComparison.Ordinal);
        await desk.CheckBothAsync("refused-above-ceiling");
        await grave.ToApprovedAsync(desk);
        await GraveCase.ToNotifiedAsync(desk);

        var early = await desk.RefusedAsync(desk.Team.Officer, "cases.proceed-discussion");
        Assert.Contains("《市场监督管理行政处罚程序规定》第五十七条", early, StringComparison.Ordinal);
        await desk.CheckBothAsync("refused-inside-five-days");
        await GraveCase.DefendAsync(desk);
        await desk.DoAsync(desk.Team.Officer, "cases.propose-penalty", grave.Proposal(95_000));
        var heavier = await desk.RefusedAsync(desk.Team.Head, "cases.approve-proposal");
        Assert.Contains("《行政处罚法》第四十五条第二款", heavier, StringComparison.Ordinal);
        await desk.CheckBothAsync("refused-heavier-after-defence");

        await desk.DoAsync(desk.Team.Officer, "cases.propose-penalty", grave.Proposal(90_000));
        await GraveCase.WaitForThePeriodAsync(desk);
        await desk.DoAsync(desk.Team.LegalReviewer, "cases.proceed-discussion");
        await GraveCase.DiscussAsync(desk);
        await GraveCase.ToServedAsync(desk);

        var byHand = await desk.RefusedAsync(desk.Team.Officer, "cases.record-performed", ("how", "当事人已经到本局缴纳现金。"));
        Assert.Contains("《行政处罚法》第六十七条第一款", byHand, StringComparison.Ordinal);
        await desk.CheckBothAsync("refused-paid-by-hand");
        await desk.Page.GotoAsync("/payment/import");
        Assert.Equal(0, await desk.Page.Locator("input[type=file]").CountAsync());

        var unmasked = await desk.RefusedAsync(desk.Team.Officer, "publication.enter", ("secrecy", "clear"), ("notPersonal", PersonNumber), ("masksConfirmed", true));
        Assert.Contains("公示规定》第六条", unmasked, StringComparison.Ordinal);
        await desk.CheckBothAsync("refused-unmasked");
    }

    [Fact, Row("5.6", "6.4", "8.19")]
    public async Task An_alarm_without_discussion_and_a_heavier_penalty_after_a_hearing_are_refused()
    {
        await using var window = await browser.OpenTrainingAsync(View.Narrow);
        var desk = new PracticeDesk(window, Team.CountyBrigade);
        var small = new GraveCase { Party = "示例甲县小吃店", PartySort = "individualBusiness", Goods = 600, Fine = 65_000, Obstructed = false, Story = "当事人陈列销售超过保质期的食品一批，货值金额 600 元，尚未售出。" };
        await small.ToFactsAsync(desk);
        var unargued = await desk.RefusedAsync(desk.Team.Officer, "cases.propose-penalty", small.Proposal(65_000));
        Assert.Contains("《行政处罚法》第五条第二款", unargued, StringComparison.Ordinal);
        small = small with { Proportionality = "违法行为直接危害食品安全；法定最低罚款即为五万元，已经在区间内从低。" };
        await small.ToApprovedAsync(desk);
        await GraveCase.ToNotifiedAsync(desk);

        var alarm = await desk.RefusedAsync(desk.Team.Officer, "cases.proceed-decision");
        Assert.Contains("《行政处罚法》第五十七条第二款", alarm, StringComparison.Ordinal);
        await desk.CheckBothAsync("refused-alarm-undiscussed");

        await small.RequestHearingAsync(desk);
        await GraveCase.HoldHearingAsync(desk);
        await desk.DoAsync(desk.Team.Officer, "cases.propose-penalty", small.Proposal(70_000));
        var heavier = await desk.RefusedAsync(desk.Team.Head, "cases.approve-proposal");
        Assert.Contains("《行政处罚法》第四十五条第二款", heavier, StringComparison.Ordinal);
        await desk.CheckBothAsync("refused-heavier-after-hearing");
    }

    [Fact, Row("5.4")]
    public async Task A_deviation_that_nobody_approved_is_refused()
    {
        await using var window = await browser.OpenTrainingAsync(View.Wide);
        var desk = new PracticeDesk(window, Team.CountyBrigade);
        var hard = new GraveCase { Party = "示例甲县副食品有限公司", Goods = 4_000, Fine = 55_000, Obstructed = false, Story = "当事人陈列销售超过保质期的食品一批，货值金额 4000 元，尚未售出。" };
        await hard.ToFactsAsync(desk);
        var unargued = await desk.RefusedAsync(desk.Team.Officer, "cases.propose-penalty", hard.Proposal(55_000));
        Assert.Contains("裁量权的指导意见》", unargued, StringComparison.Ordinal);
        await desk.CheckBothAsync("refused-deviation-unargued");

        hard = hard with { Deviation = "当事人受灾停业，经营确有困难。" };
        await desk.DoAsync(desk.Team.Officer, "cases.propose-penalty", hard.Proposal(55_000));
        await GraveCase.ToReviewedAsync(desk, listed: false);
        await desk.DoAsync(desk.Team.Head, "cases.approve-proposal");
        await GraveCase.ToNotifiedAsync(desk);
        await desk.DoAsync(desk.Team.Officer, "cases.record-waiver", ("statement", "当事人书面表示放弃陈述、申辩。"), ("files", new Upload("放弃陈述申辩声明.png")));
        await desk.DoAsync(desk.Team.Officer, "cases.proceed-decision");
        var unapproved = await desk.RefusedAsync(desk.Team.Head, "cases.decide-penalty");
        Assert.Contains("主要负责人批准", unapproved, StringComparison.Ordinal);
        await desk.CheckBothAsync("refused-deviation-unapproved");
        await desk.DoAsync(desk.Team.Principal, "cases.decide-penalty");
    }
}
