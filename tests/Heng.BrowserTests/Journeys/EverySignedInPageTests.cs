using System.Collections.Concurrent;
using System.Net;
using System.Text.RegularExpressions;
using Heng.Dossiers;
using Microsoft.Playwright;

namespace Heng.BrowserTests.Journeys;

/// <summary>People in every post go wherever their pages lead them: no page of the program is left out, and each is sound, wide and narrow.</summary>
/// <remarks>Links are followed without drawing, which costs little; then each kind of page is drawn once and looked at in both widths, in two windows side by side.</remarks>
public sealed partial class EverySignedInPageTests(BrowserFixture browser)
{
    /// <summary>Pages that no round reaches, and why.</summary>
    private static readonly Dictionary<string, string> elsewhere = new()
    {
        ["/sign-in/post"] = "every practice account has one post and is sent on at once",
        ["/public/decisions/{id:guid}"] = nameof(BankFileJourneyTests.A_visitor_reads_a_published_decision),
        ["/preparing"] = nameof(EveryPageTests.The_page_while_practice_data_are_made_is_sound),
        ["/set-up"] = nameof(EveryPageTests),
    };

    /// <summary>Who goes round, and where they begin besides their work list.</summary>
    private static readonly (string Who, string[] Begin)[] rounds =
    [
        ("jia-suo-officer1", [.. StageGroup.All.Select(g => $"/dossiers?mine=1&stage={g.Code}"), "/dossiers/new/prevention.remind", "/dossiers/new/intake.register-source", "/admin"]),
        ("jia-suo-unithead", [.. StageGroup.All.Select(g => $"/dossiers?stage={g.Code}")]),
        ("jia-ju-head", [.. StageGroup.All.Select(g => $"/dossiers?stage={g.Code}"), "/dossiers?closed=1", "/sign-in/enrol", "/sign-in/password", "/sign-out", "/no-such-page", "/status/500", "/tour"]),
        ("jia-dadui-officer1", [.. StageGroup.All.Select(g => $"/dossiers?mine=1&stage={g.Code}")]),
        ("jia-dadui-unithead", [.. StageGroup.All.Select(g => $"/dossiers?stage={g.Code}")]),
        ("jia-ju-principal", ["/dossiers?stage=decision"]),
        ("jia-ju-reviewer", ["/dossiers?stage=review"]),
        ("jia-ju-legalreviewer", ["/dossiers?stage=review"]),
        ("jia-ju-supervision", ["/follow-up/integrity", "/reading"]),
        ("jia-ju-rulekeeper", ["/templates"]),
        ("jia-ju-publicity", ["/publication"]),
        ("jia-ju-finance", ["/payment/import"]),
        ("jia-ju-intake", [.. StageGroup.All.Select(g => $"/dossiers?stage={g.Code}")]),
        ("jia-xinxi-systemadmin", ["/admin", "/admin/settings/dossiers.mandatory-parts", "/admin/settings/exemption.red-line", "/admin/settings/powers.list-required"]),
        ("jia-xinxi-securityadmin", ["/admin"]),
        ("jia-xinxi-auditadmin", ["/admin"]),
        ("sheng-xinxi-systemadmin", ["/admin/bureaus"]),
    ];

    private static readonly View[] widths = [View.Wide, View.Narrow];

    [Fact]
    public async Task Every_page_is_sound_wide_and_narrow()
    {
        await using var window = await browser.OpenPracticeAsync(View.Wide);
        await using var beside = await browser.OpenPracticeAsync(View.Wide);
        var desk = new PracticeDesk(window, Team.County);
        var visited = new ConcurrentDictionary<string, bool>(elsewhere.Keys.Concat(Routes.All.Select(r => Pages.RouteOf(r.Data.Item1.Split('?')[0])).OfType<string>()).Distinct().Select(r => KeyValuePair.Create(r, true)));
        var problems = new ConcurrentQueue<string>();
        foreach (var address in (string[])["/practice", "/sign-in", "/public/decisions"])
        {
            await window.Page.GotoAsync(address);
            await LookAsync(window, address, "a visitor");
        }

        await desk.BeginSignInAsync("jia-ju-publicity");
        await LookAsync(window, "/sign-in/second", "jia-ju-publicity");
        await CountGoodsAsync(desk, window);
        await LookAsync(window, "/goods/stock-takes/{id:guid}", "jia-ju-reviewer");

        var stops = new ConcurrentQueue<Stop>(await FindAsync(desk));
        await Task.WhenAll(GoRoundAsync(desk, window), GoRoundAsync(new PracticeDesk(beside, Team.County), beside));

        Assert.True(problems.IsEmpty, string.Join('\n', problems));
        Assert.Empty(Pages.Routes.Except(visited.Keys));

        async Task GoRoundAsync(PracticeDesk own, Window look)
        {
            while (stops.TryDequeue(out var stop))
            {
                await own.SignInAsync(stop.Who);
                var answer = await look.Page.GotoAsync(stop.Address);
                if (answer!.Status >= 500)
                {
                    problems.Enqueue($"{stop.Who} at {stop.Address}: {answer.Status}");
                }

                await LookAsync(look, stop.Kind, stop.Who);
            }
        }

        async Task LookAsync(Window look, string kind, string who)
        {
            if (Pages.RouteOf(new Uri(look.Page.Url).AbsolutePath) is { } route)
            {
                visited.TryAdd(route, true);
            }

            foreach (var width in widths)
            {
                await look.LookAsync(width);
                foreach (var problem in await look.ProblemsAsync("page-" + string.Concat(kind.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')).Trim('-')))
                {
                    problems.Enqueue($"{who} at {look.Page.Url}: {problem}");
                }
            }
        }
    }

    /// <summary>Nobody has counted the goods of the practice data yet.</summary>
    private static async Task CountGoodsAsync(PracticeDesk desk, Window window)
    {
        await desk.SignInAsync("jia-ju-reviewer");
        await window.Page.GotoAsync("/goods/count");
        foreach (var field in await window.Page.Locator("input[name^='count.']").AllAsync())
        {
            await field.FillAsync("1");
        }

        await window.Page.GetByRole(AriaRole.Button, new() { Name = "提交清点结果" }).ClickAsync();
        await window.Page.WaitForURLAsync("**/goods/stock-takes/**");
    }

    /// <summary>Follows everyone's links and gives the first address of each kind of page.</summary>
    private static async Task<IReadOnlyList<Stop>> FindAsync(PracticeDesk desk)
    {
        var stops = new Dictionary<string, Stop>();
        var lastly = new List<Stop>();
        var queued = new HashSet<string>();
        foreach (var (who, begin) in rounds)
        {
            await desk.SignInAsync(who);
            var next = new Queue<(string Address, string Kind)>(((string[])["/work", .. begin]).Select(a => (a, a.Split('?')[0])));
            while (next.TryDequeue(out var at))
            {
                stops.TryAdd(at.Kind, new(who, at.Address, at.Kind));
                var answer = await desk.Page.Context.APIRequest.GetAsync(at.Address);
                foreach (var link in LinkPattern.Matches(await answer.TextAsync()).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value)))
                {
                    var path = link.Split('?', '#')[0];
                    if (Pages.RouteOf(path) is { } route && !IsPublic(route) && KindOf(route, path, at.Address) is var kind && queued.Add(route == "/dossiers/{id:guid}" ? path + who : IsTheSameForAll(route) ? kind : kind + who))
                    {
                        next.Enqueue((link, kind));
                    }
                }

                // Some pages of a dossier are linked only while they are needed; they can be looked at all the same.
                if (DossierPattern.Match(at.Address) is { Success: true } dossier)
                {
                    lastly.Add(new(who, dossier.Value + "/facts", "/dossiers/{id:guid}/facts"));
                    lastly.Add(new(who, dossier.Value + "/publication", "/dossiers/{id:guid}/publication"));
                    lastly.Add(new(who, "/follow-up/relapse" + dossier.Groups[1].Value, "/follow-up/relapse/{id:guid}"));
                }
            }
        }

        foreach (var stop in lastly)
        {
            stops.TryAdd(stop.Kind, stop);
        }

        return [.. stops.Values.OrderBy(s => s.Who, StringComparer.Ordinal)];
    }

    private static bool IsPublic(string route) => route.StartsWith("/law", StringComparison.Ordinal) || route is "/" or "/assess" or "/deadline" or "/procedure";

    /// <summary>Pages of one kind are looked at once. Forms differ by their act, dossiers by the list that leads to them.</summary>
    private static string KindOf(string route, string path, string from) => route switch
    {
        "/dossiers/{id:guid}/acts/{code}" => path[path.LastIndexOf('/')..],
        "/admin/bureaus/{what:regex(^(new|edit)$)}" => path,
        "/dossiers/{id:guid}" => "/dossiers/" + (StagePattern.Match(from) is { Success: true } stage ? stage.Value : ""),
        _ => route,
    };

    /// <summary>What one person has seen need not be gone to by the next; a dossier is, for the forms that it offers to each.</summary>
    private static bool IsTheSameForAll(string route) => route is not ("/dossiers/{id:guid}" or "/admin/people/{id:guid}" or "/admin" or "/dossiers");

    [GeneratedRegex("<a [^>]*href=\"(/[^\"]+)\"")]
    private static partial Regex LinkPattern { get; }

    [GeneratedRegex("(stage|closed)=.*$")]
    private static partial Regex StagePattern { get; }

    [GeneratedRegex("^/dossiers(/[0-9a-f-]{36})(?=$|[?#])")]
    private static partial Regex DossierPattern { get; }

    /// <summary>A page to look at.</summary>
    private sealed record Stop(string Who, string Address, string Kind);
}
