using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Heng.BrowserTests;

/// <summary>A browser window of one test, with the checks that every page must pass.</summary>
public sealed class Window : IAsyncDisposable
{
    /// <summary>A loaded machine answers late; a test that waits for nothing still fails.</summary>
    private static readonly TimeSpan longest = TimeSpan.FromMinutes(2);

    /// <summary>A click that sent nothing for so long was lost.</summary>
    private static readonly TimeSpan lost = TimeSpan.FromSeconds(10);

    private const int MostClicks = 3;

    private static readonly string axe = ReadAxe();
    private readonly IBrowserContext context;
    private View view;
    private readonly List<string> complaints = [];

    internal Window(IBrowserContext context, IPage page, View view, ServedProgram served)
    {
        (this.context, Page, this.view, Served) = (context, page, view, served);
        context.SetDefaultTimeout((float)longest.TotalMilliseconds);
        page.Console += (_, message) =>
        {
            // The browser itself reports the status of a page that is meant to be missing, to refuse or not to be ready.
            // A live answer that a click on another button overtakes is cut short, and htmx says so.
            if (message.Type == "error" && !message.Text.Contains("responded with a status of 4", StringComparison.Ordinal) && !message.Text.Contains("status of 503", StringComparison.Ordinal)
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

    /// <summary>The program it looks at.</summary>
    internal ServedProgram Served { get; }

    /// <summary>Clicks what leads to another page and waits until that page has come: a click may return before the browser has left, and whoever went on then would cut short what was sent.</summary>
    /// <param name="link">A link, or the button of a form.</param>
    public async Task FollowAsync(ILocator link)
    {
        var sent = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var come = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var left = Task.WhenAny(sent.Task, come.Task);
        Page.Request += Send;
        Page.FrameNavigated += Come;
        try
        {
            // A page that is still being drawn may lose a click, once in many hundreds. Nothing was sent then, and whoever sits there clicks again.
            for (var clicks = 0; clicks < MostClicks && !left.IsCompleted; clicks++)
            {
                await link.ClickAsync();
                await Task.WhenAny(left, Task.Delay(lost, TestContext.Current.CancellationToken));
            }

            Assert.True(left.IsCompleted, $"Nothing was sent from {Page.Url} by a click on {link}.");
            await come.Task.WaitAsync(longest, TestContext.Current.CancellationToken);
        }
        finally
        {
            Page.Request -= Send;
            Page.FrameNavigated -= Come;
        }

        await Page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);

        void Send(object? sender, IRequest request)
        {
            if (request.IsNavigationRequest)
            {
                sent.TrySetResult();
            }
        }

        void Come(object? sender, IFrame frame)
        {
            if (frame == Page.MainFrame)
            {
                come.TrySetResult();
            }
        }
    }

    /// <summary>Checks what every page owes its reader; call it at each stop of a journey.</summary>
    /// <param name="name">Name of the screenshot.</param>
    public async Task CheckAsync(string name)
    {
        var problems = await ProblemsAsync(name);
        Assert.True(problems.Count == 0, $"{Page.Url}: {string.Join('\n', problems)}");
    }

    /// <summary>Checks the page wide and narrow, and leaves the window as it was.</summary>
    /// <param name="name">Name of the screenshots.</param>
    public async Task CheckBothAsync(string name)
    {
        var own = view;
        foreach (var width in (View[])[View.Wide, View.Narrow])
        {
            await LookAsync(width);
            await CheckAsync(name);
        }

        await LookAsync(own);
    }

    /// <summary>What the page lacks of what every page owes its reader.</summary>
    /// <param name="name">Name of the screenshot.</param>
    public async Task<IReadOnlyList<string>> ProblemsAsync(string name)
    {
        await ShootAsync(name);
        List<string> problems = [.. complaints];
        complaints.Clear();
        if (await Page.Locator("h1").CountAsync() is not 1 and var headings)
        {
            problems.Add($"{headings} headings of the first level");
        }

        if (await Page.Locator("html").EvaluateAsync<int>("e => e.scrollWidth - e.clientWidth") is > 0 and var sideways)
        {
            problems.Add($"{sideways} pixels wider than the {view} window");
        }

        // A form with an address of its own gets no token unless it asks for one, and the server turns it away.
        if (await Page.Locator("form[method=post i]:not(:has(input[name=__RequestVerificationToken]))").CountAsync() is > 0 and var forms)
        {
            problems.Add($"{forms} forms that the server would refuse");
        }

        if (view != View.WithoutScript)
        {
            problems.AddRange(await AxeAsync());
        }

        return problems;
    }

    /// <summary>Looks at the same page in another width, without asking for it again.</summary>
    /// <param name="width">The width.</param>
    public async Task LookAsync(View width)
    {
        view = width;
        await Page.SetViewportSizeAsync(SizeOf(width).Width, SizeOf(width).Height);
    }

    /// <summary>The size of a window.</summary>
    /// <param name="view">How the page is looked at.</param>
    internal static ViewportSize SizeOf(View view) => view == View.Narrow ? new() { Width = 390, Height = 844 } : new() { Width = 1366, Height = 768 };

    /// <summary>Saves what the window shows, the whole page, under artifacts/screenshots.</summary>
    /// <param name="name">Name of the picture.</param>
    public Task ShootAsync(string name)
        => Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Folder, $"{name}-{view.ToString().ToLowerInvariant()}.png"), FullPage = true });

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => context.DisposeAsync();

    /// <summary>Every rule of axe on the whole document. It runs in the page and only what it finds comes back: its own runner carries every element out and into a second page, which takes many times as long.</summary>
    private async Task<string[]> AxeAsync()
    {
        if (!await Page.EvaluateAsync<bool>("() => 'axe' in window"))
        {
            await Page.EvaluateAsync(axe);
        }

        return await Page.EvaluateAsync<string[]>("""
            async () => (await axe.run(document, { resultTypes: ['violations'] })).violations
                .map(v => `${v.id}: ${v.help} ${v.nodes.map(n => n.html).join(' ')}`)
            """);
    }

    private static string ReadAxe()
    {
        using var source = new StreamReader(typeof(AxeResult).Assembly.GetManifestResourceStream("Deque.AxeCore.Commons.Resources.axe.min.js")!);
        return source.ReadToEnd();
    }

    private static string Folder { get; } = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "screenshots"));
}
