using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Heng.Platform.People;
using Heng.Platform.SignIn;
using Heng.Platform.Storage;
using Heng.Tests.Storage;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Heng.Tests.Web;

/// <summary>The real program over a house of its own: its people are signed in as real sessions, its pages are read as HTML.</summary>
/// <remarks>Take it as <c>IClassFixture&lt;SignedInSite&gt;</c>: a class shares one house; each test opens dossiers of its own.</remarks>
public class SignedInSite : IAsyncLifetime
{
    private readonly TestData data;
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero));
    private readonly WebApplicationFactory<Program> factory;
    private readonly Dictionary<(Guid, bool), HttpClient> clients = [];

    /// <summary>On SQLite.</summary>
    public SignedInSite()
        : this(TestHouse.Sqlite)
    {
    }

    /// <summary>On a database of a kind.</summary>
    protected SignedInSite(string kind)
    {
        data = new TestData(kind);
        factory = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
        {
            host.UseSetting("data", data.Folder);
            if (data.Connection is { } connection)
            {
                host.UseSetting("postgresql", connection);
            }

            host.ConfigureTestServices(services =>
            {
                services.AddSingleton<TimeProvider>(clock);
                services.AddLogging(l => l.AddProvider(Log).AddFilter<KeptLog>(null, LogLevel.Information));
                // Tests move the clock by months; the people stay signed in.
                services.AddSingleton(new SignInPolicy { Idle = TimeSpan.FromDays(3650), Whole = TimeSpan.FromDays(3650) });
                services.PostConfigure<CookieAuthenticationOptions>(CookieAuthenticationDefaults.AuthenticationScheme, o => o.ExpireTimeSpan = TimeSpan.FromDays(3650));
            });
        });
    }

    /// <summary>The people, the clock and the acts, on the same data as the pages.</summary>
    public TestHouse House { get; private set; } = null!;

    /// <summary>What the program logs.</summary>
    public KeptLog Log { get; } = new();

    /// <summary>The services of the running program.</summary>
    public IServiceProvider Services => factory.Services;

    public async ValueTask InitializeAsync() => House = await TestHouse.BuildInAsync(data, factory.Services, clock);

    /// <summary>A client without a session; it follows no redirects.</summary>
    public HttpClient CreateVisitor() => factory.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    /// <summary>A client signed in as a person, with both factors unless told otherwise; it follows no redirects. It lives as long as the site.</summary>
    public async Task<HttpClient> ClientOfAsync(CurrentPerson me, bool secondFactor = true)
    {
        ArgumentNullException.ThrowIfNull(me);
        if (clients.TryGetValue((me.PersonId, secondFactor), out var known))
        {
            return known;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var session = new Session(Guid.NewGuid(), me.AccountId, now, now.AddDays(3650)) { HasSecondFactor = secondFactor };
        await using (var db = House.Db(Access.None))
        {
            db.Add(session);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await using var scope = factory.Services.CreateAsyncScope();
        var answer = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        await SignInGuard.WriteAsync(answer, session, new Post(me.BureauId, me.PersonId, me.Name, ""));
        var client = CreateVisitor();
        client.DefaultRequestHeaders.Add("Cookie", answer.Response.Headers.SetCookie.ToString().Split(';')[0]);
        clients[(me.PersonId, secondFactor)] = client;
        return client;
    }

    /// <summary>Asks for an address as a person.</summary>
    public async Task<HttpResponseMessage> GetAsync(CurrentPerson me, string address)
        => await (await ClientOfAsync(me)).GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);

    /// <summary>Asks for a page as a person, expects it to be there, and reads it as HTML.</summary>
    public async Task<IDocument> GetPageAsync(CurrentPerson me, string address)
    {
        using var answer = await GetAsync(me, address);
        Assert.Equal(System.Net.HttpStatusCode.OK, answer.StatusCode);
        return await SiteFixture.ReadPageAsync(answer);
    }

    /// <summary>Sends the form of a page as a browser would: every field as it stands, with some changed, by one of its buttons.</summary>
    /// <param name="me">Who.</param>
    /// <param name="address">Where the page was read, for a form without an address.</param>
    /// <param name="page">The page.</param>
    /// <param name="button">Value of the button; null for the first.</param>
    /// <param name="changes">New values by name; a name that is no field is sent besides. Null leaves a field out; for checkboxes give every value to tick.</param>
    public Task<HttpResponseMessage> SubmitAsync(CurrentPerson me, string address, IDocument page, string? button = null, params (string Name, string? Value)[] changes)
        => SubmitAsync(me, address, page, button, [], changes);

    /// <summary>Sends a form with files.</summary>
    public async Task<HttpResponseMessage> SubmitAsync(CurrentPerson me, string address, IDocument page, string? button, IReadOnlyList<(string Name, string FileName, byte[] Content)> files, params (string Name, string? Value)[] changes)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(files);
        var form = page.QuerySelectorAll<IHtmlFormElement>("main form[method=post]").First(f => button is null || f.QuerySelector($"button[value='{button}']") is not null);
        var pressed = (IHtmlButtonElement)form.QuerySelector(button is null ? "button" : $"button[value='{button}']")!;
        var changed = changes.Select(c => c.Name).ToHashSet(StringComparer.Ordinal);
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in FieldsOf(form).Where(f => !changed.Contains(f.Name)).Concat(changes.Where(c => c.Value is not null).Select(c => (c.Name, c.Value!))))
        {
            content.Add(new StringContent(value), name);
        }

        if (pressed.Name is { Length: > 0 } pressedName)
        {
            content.Add(new StringContent(pressed.Value ?? ""), pressedName);
        }

        foreach (var (name, fileName, bytes) in files)
        {
            content.Add(new ByteArrayContent(bytes), name, fileName);
        }

        var action = pressed.GetAttribute("formaction") ?? form.GetAttribute("action");
        return await (await ClientOfAsync(me)).PostAsync(new Uri(string.IsNullOrEmpty(action) ? address : action, UriKind.Relative), content, TestContext.Current.CancellationToken);
    }

    /// <summary>Sends fields that no form offers, with the token of a page: what someone could send who writes requests by hand.</summary>
    public async Task<HttpResponseMessage> PostAsync(CurrentPerson me, string address, IDocument page, params (string Name, string Value)[] fields)
    {
        ArgumentNullException.ThrowIfNull(page);
        var token = page.QuerySelector<IHtmlInputElement>("input[name=__RequestVerificationToken]")!.Value;
        var content = new FormUrlEncodedContent([.. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)), KeyValuePair.Create("__RequestVerificationToken", token)]);
        return await (await ClientOfAsync(me)).PostAsync(new Uri(address, UriKind.Relative), content, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in clients.Values)
        {
            client.Dispose();
        }

        await factory.DisposeAsync();
        await data.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private static IEnumerable<(string Name, string Value)> FieldsOf(IHtmlFormElement form)
    {
        foreach (var element in form.Elements)
        {
            switch (element)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio" } box when box.IsChecked && !box.IsDisabled:
                    yield return (box.Name!, box.Value);
                    break;
                case IHtmlInputElement { Type: not ("checkbox" or "radio" or "file" or "submit") } input when input.Name is { Length: > 0 } name && !input.IsDisabled:
                    yield return (name, input.Value);
                    break;
                case IHtmlTextAreaElement { Name: { Length: > 0 } name } area:
                    yield return (name, area.Value);
                    break;
                case IHtmlSelectElement { Name: { Length: > 0 } name } select:
                    yield return (name, select.Value ?? "");
                    break;
            }
        }
    }
}
