using System.Net;
using Heng.Dossiers;
using Heng.Tests.Cases;
using Heng.Tests.Storage;

namespace Heng.Tests.Web;

public sealed class ActPageTests(SignedInSite site) : IClassFixture<SignedInSite>
{
    private TestHouse House => site.House;

    [Fact]
    public async Task A_clue_is_registered_by_its_form_and_leads_to_the_page_of_its_dossier()
    {
        var address = DossierLinks.New("intake.register-source");
        var form = await site.GetPageAsync(House.Officer1, address);
        using var answer = await site.SubmitAsync(House.Officer1, address, form, "submit", Clue("示例县甲商店"));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var page = await site.GetPageAsync(House.Officer1, answer.Headers.Location!.ToString());
        Assert.Contains("“案源登记”已经办理", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("示例县甲商店", page.QuerySelector(".h-dossier-head")!.TextContent, StringComparison.Ordinal);
    }

    private static (string, string?)[] Clue(string party) =>
    [
        ("partySort", "IndividualBusiness"), ("partyName", party), ("noCodeReason", "示例数据"), ("source", "Inspection"), ("content", "检查发现超过保质期的食品。"), ("matter", "FOOD-008"),
    ];
}
