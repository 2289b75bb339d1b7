using Microsoft.Playwright;

namespace Heng.BrowserTests.Journeys;

/// <summary>A grave case from the clue to the visit: notice, defence, discussion, decision, service, publication, late payment, archive; and its twin over the hearing line.</summary>
[Collection(Training.Name)]
public sealed class PenaltyJourneyTests(BrowserFixture browser)
{
    /// <summary>The most fields that a person may have to type on this path.</summary>
    private const int MostTyped = 120;

    public static TheoryData<View> Views => new(View.Wide, View.Narrow);

    [Theory, MemberData(nameof(Views)), Row("6.3", "8.18", "8.24", "9.2", "9.5")]
    public async Task Expired_food_at_an_enterprise_goes_to_the_decision_the_late_payment_and_the_visit(View view)
    {
        await using var window = await browser.OpenTrainingAsync(view);
        var desk = new PracticeDesk(window, Team.CountyBrigade);
        await ListAsync(desk);
        var grave = new GraveCase { Party = $"示例甲县{(view == View.Wide ? "大成" : "小满")}食品有限公司", Fine = 99_999 };
        await grave.ToFactsAsync(desk, check: true);
        await grave.ToApprovedAsync(desk);
        await desk.CheckAsync("penalty-approved");
        await GraveCase.ToNotifiedAsync(desk);
        await GraveCase.DefendAsync(desk);
        await desk.CheckAsync("penalty-defended");
        await GraveCase.WaitForThePeriodAsync(desk);
        await desk.DoAsync(desk.Team.LegalReviewer, "cases.proceed-discussion");
        await GraveCase.DiscussAsync(desk);
        await desk.CheckAsync("penalty-discussed");
        await GraveCase.ToServedAsync(desk);
        await desk.CheckAsync("penalty-served");
        await GraveCase.PublishAsync(desk, check: true);
        await ReadPublicAsync(desk, grave.Party);

        // The party pays late: the head imposes what five days cost, then the bank reports the whole sum.
        await desk.WaitUntilAsync((await GraveCase.AccountAsync(desk)).DueOn.AddDays(5));
        await desk.DoAsync(desk.Team.Head, "payment.impose-surcharge", ("told", true), ("reason", "逾期未缴纳，按处罚决定书载明的标准加处。"));
        await desk.CheckAsync("penalty-surcharge");
        var (number, owed, _) = await GraveCase.AccountAsync(desk);
        Assert.Equal(99_999m + Math.Round(99_999m * 0.03m, 2) * 5, owed);
        await GraveCase.PayAsync(desk, number, owed, view.ToString(), check: true);
        await desk.SignInAsync(desk.Team.Head);
        Assert.Equal(0, (await GraveCase.AccountAsync(desk)).Owed);
        await desk.CheckAsync("penalty-paid");

        await desk.DoAsync(desk.Team.Head, "cases.close");
        await desk.DoAsync(desk.Team.UnitHead, "follow-up.defer");
        await desk.DoAsync(desk.Team.Officer, "cases.archive");
        await desk.CheckAsync("penalty-archived");
        await desk.DoAsync(desk.Team.UnitHead, "follow-up.assign-visitor", ("people", new People(desk.Team.Words + "丙")));
        await desk.DoAsync(desk.Team.Visitor, "follow-up.record-visit",
            ("way", "telephone"), ("stopped", true), ("corrected", true), ("conductProper", true), ("rightsTold", true), ("helpNeeded", "none"), ("integrity", "none"));
        await desk.DoAsync(desk.Team.Officer, "follow-up.record-relook", ("onTheSpot", true), ("officers", desk.Team.Pair), ("result", "clean"), ("findings", "仓库和货架上没有过期食品，建立了临期食品登记。"));
        await desk.DoAsync(desk.Team.Head, "dossiers.close");
        await desk.CheckAsync("penalty-closed");
        var five = await desk.Page.Locator(".h-five").InnerTextAsync();
        Assert.DoesNotContain("待办", five, StringComparison.Ordinal);
        Assert.DoesNotContain("未到", five, StringComparison.Ordinal);

        TestContext.Current.TestOutputHelper?.WriteLine($"{desk.Typed} fields typed by hand");
        Console.WriteLine($"处罚全程手工录入 {desk.Typed} 项（{view}） / typed fields of the penalty journey: {desk.Typed}");
        Assert.True(desk.Typed <= MostTyped, $"{desk.Typed} fields were typed, at most {MostTyped} are allowed");
    }

    [Fact, Row("8.19")]
    public async Task One_yuan_more_gives_the_right_to_a_hearing_and_a_legal_review_after_it()
    {
        await using var window = await browser.OpenTrainingAsync(View.Narrow);
        var desk = new PracticeDesk(window, Team.CountyBrigade);
        await ListAsync(desk);
        var twin = new GraveCase { Party = "示例甲县粮油有限公司", Fine = 100_000 };
        await twin.ToFactsAsync(desk);
        await twin.ToApprovedAsync(desk);
        // The program computes the right; it stands in the approval, the notice and the dossier.
        Assert.Contains("告知听证权利", await desk.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await GraveCase.ToNotifiedAsync(desk);
        await twin.RequestHearingAsync(desk);
        await desk.CheckBothAsync("hearing-accepted");
        await GraveCase.HoldHearingAsync(desk);
        await desk.CheckBothAsync("hearing-closed");
        var early = await desk.RefusedAsync(desk.Team.LegalReviewer, "cases.proceed-discussion");
        Assert.Contains("依据", early, StringComparison.Ordinal);
        await desk.DoAsync(desk.Team.LegalReviewer, "cases.pass-legal-review", ("checked", MinorCase.Points));
        await desk.CheckBothAsync("hearing-reviewed");
        await GraveCase.DiscussAsync(desk);
        await GraveCase.ToServedAsync(desk);
        await desk.CheckBothAsync("hearing-decided");
    }

    /// <summary>Anyone reads the decision on the public list.</summary>
    private static async Task ReadPublicAsync(PracticeDesk desk, string party)
    {
        await desk.Page.GotoAsync("/public/decisions");
        await desk.FollowAsync(desk.Page.Locator("tbody tr", new() { HasText = party }).Locator("a").First);
        var text = await desk.Page.Locator(".h-public-text").InnerTextAsync();
        Assert.Contains("予以采纳", text, StringComparison.Ordinal);
        await desk.CheckAsync("penalty-public");
        await desk.Page.GotoAsync(desk.Dossier);
    }

    /// <summary>The bureau puts cases of some value on its legal-review list.</summary>
    internal static async Task ListAsync(PracticeDesk desk)
    {
        await desk.SignInAsync("jia-xinxi-systemadmin");
        await desk.Page.GotoAsync("/admin/settings/review.legal-value");
        await desk.Page.Locator("[name=follow][value=own]").CheckAsync();
        await desk.Page.Locator("[name=value]").FillAsync("5000");
        await desk.Page.Locator("[name=reason]").FillAsync("本局重大案件审核范围");
        await desk.FollowAsync(desk.Page.GetByRole(AriaRole.Button, new() { Name = "保存" }));
        Assert.Equal("", await desk.ProblemsAsync());
    }
}
