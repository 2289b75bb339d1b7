using AngleSharp.Dom;
using Heng.Demonstration.Model;
using Heng.Demonstration.Storage;
using Heng.Platform.Shell;
using Heng.Platform.SignIn;
using Heng.Platform.Storage;
using Heng.Tests.Storage;
using Heng.Tests.Web;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Heng.Tests.Demonstration;

/// <summary>The real program on an empty data folder, told to fill it with practice data.</summary>
public sealed class PracticeSite : IAsyncDisposable
{
    private readonly TestData data;
    private readonly bool ownsData;
    private readonly WebApplicationFactory<Program> factory;

    /// <summary>Starts the program.</summary>
    /// <param name="data">The data, which may be filled already.</param>
    /// <param name="today">The day on which it starts.</param>
    /// <param name="ownsData">Whether the data go with it.</param>
    /// <param name="book">What it makes; null for the small book.</param>
    internal PracticeSite(TestData data, DateOnly today, bool ownsData = true, ScenarioBook? book = null)
    {
        (this.data, this.ownsData) = (data, ownsData);
        Clock = new FakeTimeProvider(new DateTimeOffset(today, new TimeOnly(2, 0), TimeSpan.Zero));
        factory = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
        {
            host.UseSetting("data", data.Folder);
            host.UseSetting("demo", "true");
            host.UseSetting("demo-size", "small");
            if (data.Connection is { } connection)
            {
                host.UseSetting("postgresql", connection);
            }

            host.ConfigureTestServices(services => services.AddSingleton(new PracticeClock(Clock)).AddSingleton(book ?? ScenarioBook.Of(PracticeSize.Small)));
        });
    }

    public FakeTimeProvider Clock { get; }

    public IServiceProvider Services => factory.Services;

    public Readiness Readiness => Services.GetRequiredService<Readiness>();

    /// <summary>A site whose data are ready.</summary>
    internal static async Task<PracticeSite> ReadyAsync(string database, DateOnly today, ScenarioBook? book = null)
    {
        var site = new PracticeSite(new TestData(database), today, book: book);
        await site.Readiness.Completion.WaitAsync(TestContext.Current.CancellationToken);
        Assert.Null(site.Readiness.Fault);
        return site;
    }

    public HengDb Db(Access access) => Services.GetRequiredService<IHengDbFactory>().Create(access);

    /// <summary>A browser: it keeps cookies and follows no redirects.</summary>
    public HttpClient Browser() => factory.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    /// <summary>Reads a page as HTML.</summary>
    public static async Task<IDocument> PageAsync(HttpClient browser, string address)
    {
        ArgumentNullException.ThrowIfNull(browser);
        using var answer = await browser.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.OK, answer.StatusCode);
        return await SiteFixture.ReadPageAsync(answer);
    }

    /// <summary>Sends fields with the token of a page.</summary>
    public static async Task<HttpResponseMessage> PostAsync(HttpClient browser, string address, params (string Name, string Value)[] fields)
    {
        var page = await PageAsync(browser, address.Split('?')[0]);
        var token = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return await browser.PostAsync(new Uri(address, UriKind.Relative), new FormUrlEncodedContent([.. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)), KeyValuePair.Create("__RequestVerificationToken", token)]), TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await factory.DisposeAsync();
        if (ownsData)
        {
            await data.DisposeAsync();
        }
    }
}
