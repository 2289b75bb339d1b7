namespace Heng.BrowserTests.Journeys;

/// <summary>A clue that is verified and not filed.</summary>
public sealed class NotFiledJourneyTests(BrowserFixture browser)
{
    [Theory, Row("1.1", "8.8")]
    [InlineData(View.Wide)]
    [InlineData(View.Narrow)]
    [InlineData(View.WithoutScript)]
    public async Task A_clue_is_verified_and_not_filed(View view)
    {
        await using var window = await browser.OpenPracticeAsync(view);
        var desk = new PracticeDesk(window, Team.County);
        await ClueAsync(desk, view + "水果店");
        await desk.DoAsync(desk.Team.Officer, "intake.record-verification", ("findings", "经核对，商品在保质期内，举报的照片是另一家店铺。"));
        await desk.DoAsync(desk.Team.UnitHead, "cases.propose-filing", ("advice", "doNotFile"), ("hasEvidence", false), ("reason", "没有证据证明存在违法行为。"));
        await desk.DoAsync(desk.Team.Head, "cases.refuse-filing", ("ground", "conditionsNotMet"));
        await desk.CheckAsync("dossier-not-filed");
        Assert.Contains("不予立案", await desk.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }

    internal static async Task ClueAsync(PracticeDesk desk, string shop, bool assign = true)
    {
        await desk.DoAsync(desk.Team.Officer, "intake.register-source",
            ("partySort", "individualBusiness"), ("partyName", "示例县城关" + shop), ("noCodeReason", "演示数据"), ("partyAddress", "示例县示例路 3 号"), ("partyRepresentative", "演示经营者"),
            ("source", "report"), ("content", "群众反映货架上有超过保质期的食品。"), ("matter", new Found("过期食品", "FOOD-008")));
        if (assign)
        {
            await desk.DoAsync(desk.Team.UnitHead, "intake.assign-verifiers", ("people", desk.Team.Pair));
        }
    }
}
