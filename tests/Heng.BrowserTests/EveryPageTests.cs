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

    [Fact]
    public async Task The_page_while_practice_data_are_made_is_sound()
    {
        await using var preparing = await browser.StartPreparingAsync();
        foreach (var view in (View[])[View.Wide, View.Narrow])
        {
            await using var window = await browser.OpenAsync(view, preparing);
            // The page asks again by itself every two seconds; it stands still while it is looked at.
            await window.Page.RouteAsync("**/work", async route =>
            {
                var answer = await route.FetchAsync();
                await route.FulfillAsync(new() { Response = answer, Headers = answer.Headers.Where(h => h.Key != "refresh") });
            });
            await window.Page.GotoAsync("/work");
            await window.CheckAsync("preparing");
        }
    }

    [Fact]
    public async Task The_checks_find_what_is_wrong()
    {
        await using var window = await browser.OpenAsync(View.Narrow);
        await window.Page.GotoAsync("/deadline");
        await window.Page.EvaluateAsync("document.querySelector('main').insertAdjacentHTML('beforeend', '<h1>.</h1><input type=text><p><span>wide</span></p>'); document.querySelector('main p:last-child span').style.cssText = 'display: block; width: 500px; color: #eee; background: #fff'");
        var problems = string.Join('\n', await window.ProblemsAsync("unsound"));
        Assert.All(["2 headings", "pixels wider", "label:", "color-contrast:"], p => Assert.Contains(p, problems, StringComparison.Ordinal));
    }

    private async Task CheckAsync(string address, string name, View view)
    {
        await using var window = await browser.OpenAsync(view);
        await window.Page.GotoAsync(address);
        await window.CheckAsync(name);
    }
}
