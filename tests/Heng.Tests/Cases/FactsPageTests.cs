using Heng.Tests.Web;

namespace Heng.Tests.Cases;

public sealed class FactsPageTests(SignedInSite site) : IClassFixture<SignedInSite>
{
    [Fact, Row("4.1", "5.3", "6.2", "8.11")]
    public async Task The_facts_stand_beside_their_assessment()
    {
        var id = await ExemptionPath.ToFactsAsync(site.House);
        var page = await site.GetPageAsync(site.House.Officer1, $"/dossiers/{id}/facts");
        Assert.Equal("应当不予处罚", page.QuerySelector("#outcome")!.TextContent.Trim());
        Assert.Contains("FOOD-008@", page.QuerySelector("#result")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("12", page.QuerySelector("input[name='fact.goodsValue']")!.GetAttribute("value"));
    }
}
