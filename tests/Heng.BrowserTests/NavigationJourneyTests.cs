using Microsoft.Playwright;

namespace Heng.BrowserTests;

public sealed class NavigationJourneyTests(BrowserFixture browser)
{
    private static readonly (string Title, string Address)[] entries = [("裁量测算", "/assess"), ("期限计算", "/deadline"), ("办案程序", "/procedure"), ("法规数据", "/law"), ("首页", "/")];

    [Theory]
    [InlineData(View.Wide)]
    [InlineData(View.WithoutScript)]
    public async Task The_rail_leads_to_every_page(View view)
    {
        await using var window = await browser.OpenAsync(view);
        await window.Page.GotoAsync("/");
        foreach (var (title, address) in entries)
        {
            await window.Page.GetByRole(AriaRole.Navigation, new() { Name = "主导航", Exact = true }).GetByRole(AriaRole.Link, new() { Name = title }).ClickAsync();
            Assert.Equal(address, new Uri(window.Page.Url).AbsolutePath);
        }
    }

    [Fact]
    public async Task On_a_telephone_the_menu_is_closed_and_opens_over_the_page()
    {
        await using var window = await browser.OpenAsync(View.Narrow);
        await window.Page.GotoAsync("/");
        foreach (var (title, address) in entries)
        {
            var link = window.Page.GetByRole(AriaRole.Navigation, new() { Name = "主导航（窄屏）" }).GetByRole(AriaRole.Link, new() { Name = title });
            Assert.False(await link.IsVisibleAsync());
            await window.Page.GetByText("菜单", new() { Exact = true }).ClickAsync();
            await link.ClickAsync();
            Assert.Equal(address, new Uri(window.Page.Url).AbsolutePath);
        }
    }

    [Fact]
    public async Task The_keyboard_skips_to_the_text()
    {
        await using var window = await browser.OpenAsync(View.Wide);
        await window.Page.GotoAsync("/");
        await window.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("跳到正文", await window.Page.Locator(":focus").TextContentAsync());
        await window.Page.Keyboard.PressAsync("Enter");
        Assert.Equal("main", await window.Page.Locator(":focus").GetAttributeAsync("id"));
    }

    [Fact]
    public async Task On_paper_there_is_no_navigation()
    {
        await using var window = await browser.OpenAsync(View.Wide);
        await window.Page.GotoAsync("/");
        await window.Page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.False(await window.Page.Locator(".h-rail").IsVisibleAsync());
        Assert.True(await window.Page.Locator("h1").IsVisibleAsync());
        await window.ShootAsync("home-print");
    }
}
