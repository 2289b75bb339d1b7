namespace Heng.BrowserTests;

public sealed class EveryPageTests(BrowserFixture browser)
{
    [Theory]
    [MemberData(nameof(Routes.All), MemberType = typeof(Routes))]
    public Task A_page_is_sound_when_wide(string address, string name) => CheckAsync(address, name, View.Wide);

    [Theory]
    [MemberData(nameof(Routes.All), MemberType = typeof(Routes))]
    public Task A_page_is_sound_when_narrow(string address, string name) => CheckAsync(address, name, View.Narrow);

    [Theory]
    [MemberData(nameof(Routes.All), MemberType = typeof(Routes))]
    public Task A_page_is_sound_without_script(string address, string name) => CheckAsync(address, name, View.WithoutScript);

    private async Task CheckAsync(string address, string name, View view)
    {
        await using var window = await browser.OpenAsync(view);
        await window.Page.GotoAsync(address);
        await window.CheckAsync(name);
    }
}
