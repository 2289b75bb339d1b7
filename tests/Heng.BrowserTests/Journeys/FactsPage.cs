namespace Heng.BrowserTests.Journeys;

/// <summary>What is found in a case, each fact with the numbers of its evidence.</summary>
internal sealed record Findings
{
    public required DateOnly From { get; init; }

    public DateOnly? Until { get; init; }

    public required string Story { get; init; }

    public required string[] StoryEvidence { get; init; }

    public required (string Fact, string Value, string[] Evidence)[] Facts { get; init; }

    /// <summary>A circumstance that is ticked, with its evidence.</summary>
    public (string Id, string Evidence)? Circumstance { get; init; }

    /// <summary>What the assessment must say.</summary>
    public required string Concludes { get; init; }
}

/// <summary>The page of facts, as an officer fills it in.</summary>
internal static class FactsPage
{
    public static async Task EnterAsync(PracticeDesk desk, Findings found, bool check = false)
    {
        await desk.SignInAsync(desk.Team.Officer);
        var page = desk.Page;
        await page.GotoAsync(desk.Dossier + "/facts");
        await desk.SetAsync("actFrom", found.From);
        if (found.Until is { } until)
        {
            await desk.SetAsync("actUntil", until);
        }

        await desk.SetAsync("story", found.Story);
        await desk.SetAsync("evidence.story", found.StoryEvidence);
        await AssessAsync();
        // The page asks what matters: what it does not ask yet is entered when it does, and what no longer matters is left.
        var waiting = found.Facts.ToList();
        for (var entered = -1; entered != 0 && waiting.Count > 0;)
        {
            entered = 0;
            foreach (var (fact, value, evidence) in waiting.ToArray())
            {
                if (await page.Locator($"[name='fact.{fact}']").CountAsync() > 0)
                {
                    await desk.SetAsync("fact." + fact, value);
                    await desk.SetAsync("evidence." + fact, evidence);
                    waiting.RemoveAll(f => f.Fact == fact);
                    entered++;
                }
            }

            await AssessAsync();
        }

        if (found.Circumstance is var (circumstance, proof))
        {
            await desk.SetAsync("circumstance", circumstance);
            await AssessAsync();
            await desk.SetAsync("evidence." + circumstance, proof);
            await AssessAsync();
        }

        Assert.Contains(found.Concludes, await page.Locator("#result").InnerTextAsync(), StringComparison.Ordinal);
        if (check)
        {
            await desk.CheckAsync("facts");
        }

        await desk.FollowAsync(page.Locator("button[name=do][value=save]"));
        Assert.Equal("", await desk.ProblemsAsync());
        Assert.Contains("done=", page.Url, StringComparison.Ordinal);

        Task AssessAsync() => desk.FollowAsync(page.Locator("button[name=do][value=assess]"));
    }
}
