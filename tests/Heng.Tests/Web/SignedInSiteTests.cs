namespace Heng.Tests.Web;

public sealed class SignedInSiteTests(SignedInSite site) : IClassFixture<SignedInSite>
{
    [Fact]
    public async Task A_signed_in_person_is_named_on_every_page()
    {
        var page = await site.GetPageAsync(site.House.Officer1, "/law");
        Assert.Contains(site.House.Officer1.Name, page.QuerySelector(".h-me")!.TextContent, StringComparison.Ordinal);
    }
}
