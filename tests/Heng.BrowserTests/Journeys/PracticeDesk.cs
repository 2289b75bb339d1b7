using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Heng.BrowserTests.Journeys;

/// <summary>People at work in one window: they sign in with practice accounts, fill in forms as they are drawn, and what they type by hand is counted.</summary>
/// <param name="window">The window.</param>
/// <param name="team">Who works.</param>
internal sealed partial class PracticeDesk(Window window, Team team)
{
    /// <summary>A picture of one dot, so that an upload is really an image.</summary>
    private static readonly byte[] picture = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private static readonly SemaphoreSlim signingIn = new(1);
    private static readonly Dictionary<string, Cookie[]> sessions = [];
    private string? account;

    /// <summary>Fields typed by hand: text, numbers, days. Choices, what the form filled in itself and signing in do not count.</summary>
    public int Typed { get; private set; }

    /// <summary>Who works.</summary>
    public Team Team => team;

    /// <summary>The page.</summary>
    public IPage Page => window.Page;

    /// <summary>Address of the dossier at work.</summary>
    public string Dossier { get; set; } = "";

    /// <summary>What the practice clock shows, Beijing.</summary>
    public DateTime Now => DateTime.UtcNow.AddHours(8).AddDays(window.Served.DaysAhead);

    /// <summary>The day it shows.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Now);

    /// <summary>Moves the practice clock to a day, as its page offers: by a day, a week, thirty days.</summary>
    public async Task WaitUntilAsync(DateOnly day)
    {
        while (day.DayNumber - Today.DayNumber is > 0 and var left)
        {
            var step = left >= 30 ? 30 : left >= 7 ? 7 : 1;
            await Page.GotoAsync("/practice");
            await FollowAsync(Page.Locator($"button[name=days][value='{step}']"));
            window.Served.DaysAhead += step;
            await Page.GetByText($"现在是 {Today:yyyy 年 M 月 d 日}").WaitForAsync();
        }
    }

    /// <summary>Signs in with a practice account, both factors.</summary>
    public async Task SignInAsync(string name)
    {
        if (account == name)
        {
            return;
        }

        await Page.Context.ClearCookiesAsync();
        // A one-time code counts once; who has signed in stays signed in, as at a desk of his own.
        await signingIn.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            var key = window.Served.Address + name;
            if (!sessions.TryGetValue(key, out var cookies))
            {
                await SignInByHandAsync(name);
                sessions[key] = cookies = [.. (await Page.Context.CookiesAsync()).Select(c => new Cookie { Name = c.Name, Value = c.Value, Domain = c.Domain, Path = c.Path })];
            }

            await Page.Context.AddCookiesAsync(cookies);
        }
        finally
        {
            signingIn.Release();
        }

        account = name;
    }

    /// <summary>Signs in with the first factor only; the page asks for the second.</summary>
    public async Task BeginSignInAsync(string name)
    {
        await Page.GotoAsync("/practice");
        var post = Page.Locator($"button[value='{name}']");
        if (!await post.IsVisibleAsync())
        {
            await Page.Locator("details", new() { Has = post }).Locator("summary").ClickAsync();
        }

        await FollowAsync(post);
        await Page.GetByLabel("六位动态口令").WaitForAsync();
    }

    private async Task SignInByHandAsync(string name)
    {
        await BeginSignInAsync(name);
        await FollowAsync(Page.GetByRole(AriaRole.Button, new() { Name = "继续" }));
        await Page.GetByRole(AriaRole.Button, new() { Name = "退出登录" }).WaitForAsync();
    }

    /// <summary>Does an act as a person and comes back to the dossier.</summary>
    public async Task DoAsync(string who, string code, params (string Field, object Value)[] fields)
    {
        await SubmitAsync(who, code, fields);
        var problems = await ProblemsAsync();
        Assert.True(problems.Length == 0, $"{code}: {problems}");
        Assert.Matches(DossierPattern, Page.Url);
        Assert.Contains("done=", Page.Url, StringComparison.Ordinal);
        Dossier = DossierPattern.Match(Page.Url).Value;
    }

    /// <summary>Tries an act that must be refused, and gives what the page says.</summary>
    public async Task<string> RefusedAsync(string who, string code, params (string Field, object Value)[] fields)
    {
        await SubmitAsync(who, code, fields);
        var problems = await ProblemsAsync();
        Assert.True(problems.Length > 0, $"{code} was not refused; now at {Page.Url}");
        return problems;
    }

    /// <summary>Opens the form of an act.</summary>
    public async Task OpenAsync(string who, string code)
    {
        await SignInAsync(who);
        await Page.GotoAsync(Dossier.Length == 0 ? $"/dossiers/new/{code}" : $"{Dossier}/acts/{code}");
    }

    /// <summary>Sets a field as it is drawn: types, picks, ticks or uploads.</summary>
    public async Task SetAsync(string field, object value)
    {
        if (value is Upload upload)
        {
            await Page.Locator($"input[type=file][name='new.{field}']").SetInputFilesAsync(new FilePayload { Name = upload.Name, MimeType = "image/png", Buffer = picture });
            return;
        }

        foreach (var text in value as IEnumerable<string> ?? [Written(value)])
        {
            var input = Page.Locator($"[name='{field}']").First;
            // What is rarely asked is folded.
            if (await input.EvaluateAsync<bool>("e => e.closest('details:not([open])') !== null"))
            {
                await Page.Locator("details:not([open])", new() { Has = Page.Locator($"[name='{field}']") }).First.Locator("summary").First.ClickAsync();
            }

            var kind = await input.EvaluateAsync<string>("e => e.tagName === 'INPUT' ? e.type : e.tagName.toLowerCase()");
            switch (kind)
            {
                case "radio" or "checkbox":
                    await Page.Locator($"[name='{field}'][value='{text}' i]").CheckAsync();
                    break;
                case "select":
                    await input.SelectOptionAsync((await input.Locator($"option[value='{text}' i]").GetAttributeAsync("value"))!);
                    break;
                default:
                    if (await input.InputValueAsync() != text)
                    {
                        await input.FillAsync(text);
                        Typed++;
                    }

                    break;
            }
        }
    }

    /// <summary>Picks a matter by looking for it, as a person does.</summary>
    public async Task PickMatterAsync(string words, string id)
    {
        await Page.Locator("[name='find.matter']").FillAsync(words);
        Typed++;
        await FollowAsync(Page.Locator("button[value='find:matter']"));
        await Page.Locator($"[name='matter'][value='{id}']").CheckAsync();
    }

    /// <summary>Ticks the first people offered whose names hold the words.</summary>
    public async Task PickPeopleAsync(string field, params string[] names)
    {
        foreach (var name in names)
        {
            var offered = Page.Locator($"select[name='{field}'] option").Filter(new() { HasText = name });
            if (await offered.CountAsync() > 0)
            {
                await Page.Locator($"select[name='{field}']").SelectOptionAsync((await offered.First.GetAttributeAsync("value"))!);
                continue;
            }

            var choice = Page.Locator("label", new() { Has = Page.Locator($"[name='{field}']") }).Filter(new() { HasText = name });
            await choice.First.Locator("input").CheckAsync();
        }
    }

    /// <summary>Sends the form that is open, and confirms where the page asks once more.</summary>
    public async Task SendAsync()
    {
        await FollowAsync(Page.Locator("button[value=submit]"));
        var confirm = Page.Locator("button[value=confirm]");
        if (await confirm.CountAsync() > 0)
        {
            await FollowAsync(confirm);
        }
    }

    /// <summary>Clicks what leads to another page and waits until that page has come.</summary>
    public Task FollowAsync(ILocator link) => window.FollowAsync(link);

    /// <summary>Checks the page and takes its picture.</summary>
    public Task CheckAsync(string name) => window.CheckAsync(name);

    /// <summary>Checks the page wide and narrow, whatever the window is.</summary>
    public Task CheckBothAsync(string name) => window.CheckBothAsync(name);

    /// <summary>What the page says against the act: refusals with their articles, or wrong fields.</summary>
    public async Task<string> ProblemsAsync()
        => string.Join('\n', await Page.Locator("[role=alert], .h-problems").AllInnerTextsAsync()).Trim();

    private async Task SubmitAsync(string who, string code, (string Field, object Value)[] fields)
    {
        await OpenAsync(who, code);
        if (await Page.Locator("button[value=submit]").CountAsync() == 0)
        {
            // The page says why there is nothing to fill in.
            return;
        }

        foreach (var (field, value) in fields)
        {
            switch (value)
            {
                case Found found:
                    await PickMatterAsync(found.Words, found.Id);
                    break;
                case People people:
                    await PickPeopleAsync(field, people.Names);
                    break;
                default:
                    await SetAsync(field, value);
                    break;
            }
        }

        await SendAsync();
    }

    private static string Written(object value) => value switch
    {
        true => "yes",
        false => "no",
        DateTime moment => moment.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    [GeneratedRegex(@"/dossiers/[0-9a-f-]{36}")]
    private static partial Regex DossierPattern { get; }
}

/// <summary>A picture to upload.</summary>
internal sealed record Upload(string Name);

/// <summary>A matter that is looked for by words.</summary>
internal sealed record Found(string Words, string Id);

/// <summary>People picked by name.</summary>
internal sealed record People(params string[] Names);
