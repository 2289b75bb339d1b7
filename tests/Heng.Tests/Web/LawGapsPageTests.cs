using Heng.Law;
using Heng.Law.Citations;

namespace Heng.Tests.Web;

public sealed class LawGapsPageTests(SiteFixture site)
{
    [Fact]
    public async Task Every_kind_of_gap_is_a_section_and_every_link_leads_somewhere()
    {
        using var client = site.CreateClient();
        var page = await site.GetPageAsync("/law/gaps");
        Assert.Contains(page.QuerySelectorAll("h2"), h => h.TextContent.StartsWith("当时施行的文本未载入", StringComparison.Ordinal));
        Assert.DoesNotContain(page.QuerySelectorAll("h2"), h => h.TextContent.StartsWith("law.", StringComparison.Ordinal));
        Assert.NotEmpty(page.QuerySelectorAll("ul.h-columns a"));
        foreach (var address in page.QuerySelectorAll("ul.h-columns a").Select(a => a.GetAttribute("href")!).Distinct())
        {
            using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.True(answer.IsSuccessStatusCode, address);
        }
    }

    [Fact]
    public void A_set_without_the_list_has_no_gaps()
        => Assert.Empty(KnownGap.From(LawFiles.From([])));
}
