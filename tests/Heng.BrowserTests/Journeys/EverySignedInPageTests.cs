using System.Text.RegularExpressions;
using Heng.Dossiers;
using Microsoft.Playwright;

namespace Heng.BrowserTests.Journeys;

/// <summary>People in every post go wherever their pages lead them: no page of the program is left out, and each is sound.</summary>
public sealed partial class EverySignedInPageTests(BrowserFixture browser)
{
    /// <summary>Pages that no round reaches, and why.</summary>
    private static readonly Dictionary<string, string> elsewhere = new()
    {
        ["/sign-in/post"] = "every practice account has one post and is sent on at once",
        ["/preparing"] = nameof(EveryPageTests.The_page_while_practice_data_are_made_is_sound),
        ["/set-up"] = nameof(EveryPageTests),
        ["/status/{code:int}"] = nameof(EveryPageTests),
    };

    /// <summary>Who goes round, and where they begin besides their work list.</summary>
    private static readonly (string Who, string[] Begin)[] rounds =
    [
        ("jia-ju-head", [.. StageGroup.All.Select(g => $"/dossiers?stage={g.Code}"), "/dossiers?closed=1", "/sign-in/enrol", "/sign-in/password", "/sign-out", "/no-such-page"]),
        ("jia-suo-officer1", [.. StageGroup.All.Select(g => $"/dossiers?mine=1&stage={g.Code}"), "/dossiers/new/prevention.remind", "/dossiers/new/intake.register-source", "/admin"]),
        ("jia-suo-unithead", [.. StageGroup.All.Select(g => $"/dossiers?stage={g.Code}")]),
        ("jia-ju-reviewer", ["/dossiers?stage=review"]),
        ("jia-ju-legalreviewer", ["/dossiers?stage=review"]),
        ("jia-ju-supervision", ["/follow-up/integrity", "/reading"]),
        ("jia-ju-rulekeeper", ["/templates"]),
        ("jia-ju-intake", []),
        ("jia-xinxi-systemadmin", ["/admin"]),
        ("jia-xinxi-securityadmin", ["/admin"]),
        ("jia-xinxi-auditadmin", ["/admin"]),
        ("sheng-xinxi-systemadmin", ["/admin/bureaus"]),
    ];

    [Theory, InlineData(View.Wide), InlineData(View.Narrow)]
    public async Task Every_page_is_sound(View view)
    {
        await using var window = await browser.OpenPracticeAsync(view);
        var desk = new PracticeDesk(window, Team.County);
        var visited = new HashSet<string>(elsewhere.Keys.Concat(Routes.All.Select(r => Pages.RouteOf(r.Data.Item1.Split('?')[0])).OfType<string>()));
        var (queued, looked, problems) = (new HashSet<string>(), new HashSet<string>(), new List<string>());
        foreach (var address in (string[])["/practice", "/sign-in"])
        {
            await GoAsync(address, address, "visitor");
        }

        await desk.BeginSignInAsync("jia-ju-publicity");
        visited.Add(Pages.RouteOf(new Uri(window.Page.Url).AbsolutePath)!);
        problems.AddRange((await window.ProblemsAsync("page-sign-in-second")).Select(p => "second factor: " + p));

        foreach (var (who, begin) in rounds)
        {
            await desk.SignInAsync(who);
            var next = new Queue<(string Address, string Kind)>(((string[])["/work", .. begin]).Select(a => (a, a.Split('?')[0])));
            while (next.TryDequeue(out var at))
            {
                foreach (var link in await GoAsync(at.Address, at.Kind, who))
                {
                    var path = link.Split('?', '#')[0];
                    if (Pages.RouteOf(path) is { } route && !IsPublic(route) && KindOf(route, path, at.Address) is var kind && queued.Add(IsTheSameForAll(route) ? kind : kind + who))
                    {
                        next.Enqueue((link, kind));
                    }
                }
            }
        }

        problems.AddRange(Pages.Routes.Except(visited).Select(r => $"{r} was not visited"));
        Assert.True(problems.Count == 0, string.Join('\n', problems));

        async Task<string[]> GoAsync(string address, string kind, string who)
        {
            var answer = await window.Page.GotoAsync(address);
            var path = new Uri(window.Page.Url).AbsolutePath;
            if (Pages.RouteOf(path) is { } route)
            {
                visited.Add(route);
            }

            if (looked.Add(kind))
            {
                problems.AddRange((await window.ProblemsAsync($"page-{Name(kind)}")).Select(p => $"{who} at {address}: {p}"));
            }

            if (answer!.Status >= 500)
            {
                problems.Add($"{who} at {address}: {answer.Status}");
            }

            // Two pages of a dossier are linked only while they are needed; they can be looked at all the same.
            var links = await window.Page.Locator("a[href^='/']").EvaluateAllAsync<string[]>("links => links.map(a => a.getAttribute('href'))");
            return path.StartsWith("/dossiers/", StringComparison.Ordinal) && path.Count(c => c == '/') == 2 ? [.. links, path + "/facts", "/follow-up/relapse" + path["/dossiers".Length..]] : links;
        }
    }

    private static bool IsPublic(string route) => route.StartsWith("/law", StringComparison.Ordinal) || route is "/" or "/assess" or "/deadline" or "/procedure";

    /// <summary>Pages of one kind are checked once. Forms differ by their act, dossiers by the list that leads to them, pages of a person by what the administrator may do.</summary>
    private static string KindOf(string route, string path, string from) => route switch
    {
        "/dossiers/{id:guid}/acts/{code}" or "/admin/settings/{name}" or "/admin/bureaus/{what:regex(^(new|edit)$)}" => path[path.LastIndexOf('/')..],
        "/dossiers/{id:guid}" => "/dossiers/" + (StagePattern.Match(from) is { Success: true } stage ? stage.Value : ""),
        _ => route,
    };

    /// <summary>What one person has seen need not be gone to by the next; a dossier is, for the forms that it offers to each.</summary>
    private static bool IsTheSameForAll(string route) => route is not ("/dossiers/{id:guid}" or "/admin/people/{id:guid}" or "/admin" or "/dossiers");

    [GeneratedRegex("(stage|closed)=.*$")]
    private static partial Regex StagePattern { get; }

    private static string Name(string kind) => string.Concat(kind.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')).Trim('-');
}
