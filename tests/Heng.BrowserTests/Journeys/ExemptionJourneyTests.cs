using Microsoft.Playwright;

namespace Heng.BrowserTests.Journeys;

/// <summary>From the reminder to the exemption and the visits, as people go it.</summary>
public sealed class ExemptionJourneyTests(BrowserFixture browser)
{
    /// <summary>The most fields that a person may have to type on this path.</summary>
    private const int MostTyped = 40;

    public static TheoryData<View, string> Teams => new() { { View.Wide, nameof(Team.County) }, { View.Narrow, nameof(Team.CountyBrigade) }, { View.WithoutScript, nameof(Team.OtherCounty) } };

    [Theory, MemberData(nameof(Teams)), Row("1.1", "4.9", "7.2", "7.3", "10.6")]
    public async Task Expired_food_goes_from_the_reminder_over_the_exemption_to_the_visits(View view, string team)
    {
        await using var window = await browser.OpenPracticeAsync(view);
        var desk = new PracticeDesk(window, Team.Named(team));

        // A reminder to one shop on one point.
        await desk.DoAsync(desk.Team.Officer, "prevention.remind",
            ("partySort", "individualBusiness"), ("partyName", $"示例县城关{(view == View.Wide ? "永兴" : "福来")}食品店"), ("noCodeReason", "演示数据"), ("partyAddress", "示例县示例路 12 号"), ("partyRepresentative", "演示经营者"),
            ("matter", new Found("过期食品", "FOOD-008")), ("point", "部分食品临近保质期，没有单独陈列。"), ("channel", "handed"));
        await desk.CheckAsync("dossier-reminded");

        // The clue comes later into the same dossier: party and matter are there already.
        await desk.DoAsync(desk.Team.Officer, "intake.register-source", ("source", "inspection"), ("content", "日常检查发现货架上有三袋超过保质期的方便面。"));
        await MinorCase.ToDecisionAsync(desk, check: true);
        await desk.DoAsync(desk.Team.Head, "documents.issue-all");
        await desk.CheckAsync("dossier-decided");
        await ReadDecisionAsync(desk);

        await desk.DoAsync(desk.Team.Officer, "cases.educate", ("files", new Upload("教育记录签字页.png")));
        await desk.DoAsync(desk.Team.Officer, "cases.serve-decision", ("files", new Upload("送达回证.png")));
        await desk.DoAsync(desk.Team.Head, "cases.close");
        await desk.DoAsync(desk.Team.UnitHead, "follow-up.defer");
        await desk.DoAsync(desk.Team.Officer, "cases.archive");
        await desk.CheckAsync("dossier-archived");
        // The evidence is folded by now; a link to one piece opens it.
        Assert.False(await desk.Page.Locator("#evidence-1").IsVisibleAsync());
        await desk.Page.GotoAsync(desk.Dossier + "#evidence-1");
        await desk.Page.Locator("#evidence-1").WaitForAsync();

        // The dossier waits for the visits, the case did not.
        Assert.Contains("回访", await desk.RefusedAsync(desk.Team.Head, "dossiers.close"), StringComparison.Ordinal);
        await desk.DoAsync(desk.Team.UnitHead, "follow-up.assign-visitor", ("people", new People(desk.Team.Words + "丙")));
        await desk.DoAsync(desk.Team.Visitor, "follow-up.record-visit",
            ("way", "telephone"), ("stopped", true), ("corrected", true), ("conductProper", true), ("rightsTold", true), ("helpNeeded", "none"), ("integrity", "none"));
        await desk.DoAsync(desk.Team.Officer, "follow-up.record-relook", ("onTheSpot", true), ("officers", desk.Team.Pair), ("result", "clean"), ("findings", "货架上没有过期食品，建立了临期食品登记。"));
        await desk.DoAsync(desk.Team.Head, "dossiers.close");
        await desk.CheckAsync("dossier-closed");
        var five = await desk.Page.Locator(".h-five").InnerTextAsync();
        Assert.DoesNotContain("待办", five, StringComparison.Ordinal);
        Assert.DoesNotContain("未到", five, StringComparison.Ordinal);

        TestContext.Current.TestOutputHelper?.WriteLine($"{desk.Typed} fields typed by hand");
        Console.WriteLine($"免罚全程手工录入 {desk.Typed} 项（{view}） / typed fields of the exemption journey: {desk.Typed}");
        Assert.True(desk.Typed <= MostTyped, $"{desk.Typed} fields were typed, at most {MostTyped} are allowed");
    }

    /// <summary>The decision is reasoned: each condition stands there with its evidence, and the way to contest it.</summary>
    private static async Task ReadDecisionAsync(PracticeDesk desk)
    {
        await desk.Page.GotoAsync(desk.Dossier + "/documents");
        await desk.CheckAsync("documents");
        await desk.FollowAsync(desk.Page.GetByRole(AriaRole.Link, new() { Name = "不予行政处罚决定书" }).First);
        await desk.Page.GetByText("六十日").First.WaitForAsync();
        var text = await desk.Page.Locator("main").InnerTextAsync();
        Assert.Contains("不予行政处罚", text, StringComparison.Ordinal);
        Assert.Contains("六十日", text, StringComparison.Ordinal);
        await desk.CheckAsync("document-46");
        await desk.Page.GotoAsync(desk.Dossier);
    }
}
