using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Heng.BrowserTests.BrowserFixture))]

namespace Heng.BrowserTests;

/// <summary>One program and one browser for all tests; each test opens its own window.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private static readonly string[] flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly SemaphoreSlim filling = new(1);
    private ServedProgram? program;
    private ServedProgram? practice;
    private ServedProgram? training;
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>The system's Chromium, or null.</summary>
    public static string? Chromium { get; } = new[] { Environment.GetEnvironmentVariable("HENG_CHROMIUM"), "/usr/bin/chromium" }.FirstOrDefault(File.Exists);

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        if (Chromium is null)
        {
            return;
        }

        program = await ServedProgram.StartAsync("--empty", waits: false, TestContext.Current.CancellationToken);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Chromium, Args = flags });
    }

    /// <summary>Opens a window; the test is skipped where there is no browser.</summary>
    /// <param name="view">How the page is looked at.</param>
    public Task<Window> OpenAsync(View view) => OpenAsync(view, () => Task.FromResult(program!));

    /// <summary>Opens a window on a program with practice data; the first who asks starts and fills it.</summary>
    /// <param name="view">How the page is looked at.</param>
    public Task<Window> OpenPracticeAsync(View view) => OpenAsync(view, async () =>
    {
        await filling.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            return practice ??= await ServedProgram.StartAsync("--demo", waits: true, TestContext.Current.CancellationToken);
        }
        finally
        {
            filling.Release();
        }
    });

    /// <summary>Opens a window on a program whose practice clock is moved far: its days begin early in a year whose calendar is known. Who uses it waits for whoever else does: <see cref="Training"/>.</summary>
    /// <param name="view">How the page is looked at.</param>
    public Task<Window> OpenTrainingAsync(View view) => OpenAsync(view, async () => training ??= await ServedProgram.StartAsync("--demo", waits: true, TestContext.Current.CancellationToken, new DateOnly(2026, 3, 30)));

    /// <summary>Starts a program that is only beginning to make its practice data.</summary>
    internal Task<ServedProgram> StartPreparingAsync()
    {
        SkipWithoutBrowser();
        return ServedProgram.StartAsync("--demo", waits: false, TestContext.Current.CancellationToken);
    }

    /// <summary>Opens a window on a program.</summary>
    /// <param name="view">How the page is looked at.</param>
    /// <param name="served">The program.</param>
    internal Task<Window> OpenAsync(View view, ServedProgram served) => OpenAsync(view, () => Task.FromResult(served));

    private void SkipWithoutBrowser() => Assert.SkipWhen(browser is null, "没有找到 Chromium：请安装 chromium，或用环境变量 HENG_CHROMIUM 指明路径。 / No Chromium found.");

    private async Task<Window> OpenAsync(View view, Func<Task<ServedProgram>> serve)
    {
        SkipWithoutBrowser();
        var served = await serve();
        var context = await browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = served.Address,
            Locale = "zh-CN",
            TimezoneId = "Asia/Shanghai",
            JavaScriptEnabled = view != View.WithoutScript,
            ViewportSize = Window.SizeOf(view),
        });
        return new Window(context, await context.NewPageAsync(), view, served);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
        filling.Dispose();
        if (practice is not null)
        {
            await practice.DisposeAsync();
        }

        if (training is not null)
        {
            await training.DisposeAsync();
        }

        if (program is not null)
        {
            await program.DisposeAsync();
        }
    }
}
