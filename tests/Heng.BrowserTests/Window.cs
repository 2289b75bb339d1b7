using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Heng.BrowserTests;

/// <summary>A browser window of one test, with the checks that every page must pass.</summary>
public sealed class Window : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly View view;
    private readonly List<string> complaints = [];

    internal Window(IBrowserContext context, IPage page, View view)
    {
        (this.context, Page, this.view) = (context, page, view);
        page.Console += (_, message) =>
        {
            // The browser itself reports the status of a page that is meant to be missing or to refuse.
            // A live answer that a click on another button overtakes is cut short, and htmx says so.
            if (message.Type == "error" && !message.Text.Contains("responded with a status of 4", StringComparison.Ordinal)
                && !message.Text.StartsWith("htmx:sendAbort", StringComparison.Ordinal) && !message.Text.StartsWith("htmx:afterRequest", StringComparison.Ordinal))
            {
                complaints.Add(message.Text);
            }
        };
        page.PageError += (_, error) => complaints.Add(error);
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith("data:", StringComparison.Ordinal) && new Uri(request.Url).Host != "127.0.0.1")
            {
                complaints.Add("asked another site: " + request.Url);
            }
        };
    }

    /// <summary>The page.</summary>
    public IPage Page { get; }

    /// <summary>Checks what every page owes its reader; call it at each stop of a journey.</summary>
    /// <param name="name">Name of the screenshot.</param>
    public async Task CheckAsync(string name)
    {
        await ShootAsync(name);
        Assert.True(complaints.Count == 0, string.Join('\n', complaints));
        Assert.Single(await Page.Locator("h1").AllAsync());
        var sideways = await Page.Locator("html").EvaluateAsync<int>("e => e.scrollWidth - e.clientWidth");
        Assert.True(sideways <= 0, $"{Page.Url} is {sideways} pixels wider than the {view} window");
        if (view != View.WithoutScript)
        {
            var result = await Page.RunAxe();
            Assert.True(result.Violations.Length == 0, string.Join('\n', result.Violations.Select(v => $"{v.Id}: {v.Help} {string.Join(' ', v.Nodes.Select(n => n.Html))}")));
        }
    }

    /// <summary>Saves what the window shows, the whole page, under artifacts/screenshots.</summary>
    /// <param name="name">Name of the picture.</param>
    public Task ShootAsync(string name)
        => Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Folder, $"{name}-{view.ToString().ToLowerInvariant()}.png"), FullPage = true });

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => context.DisposeAsync();

    private static string Folder { get; } = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "screenshots"));
}
