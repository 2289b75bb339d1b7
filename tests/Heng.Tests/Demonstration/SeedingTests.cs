using Heng.Demonstration.Model;
using Heng.Demonstration.Storage;
using Heng.Dossiers.Model;
using Heng.Law;
using Heng.Law.Codes;
using Heng.Platform.Files;
using Heng.Platform.People;
using Heng.Platform.Record;
using Heng.Platform.Shell;
using Heng.Platform.SignIn;
using Heng.Platform.Storage;
using Heng.Platform.Tenancy;
using Heng.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Heng.Tests.Demonstration;

public sealed class SeedingTests
{
    private static readonly DateOnly today = new(2026, 11, 26);

    [Theory, EachDatabase]
    public async Task An_empty_installation_gets_dossiers_in_every_stage(string database)
    {
        await using var site = await PracticeSite.ReadyAsync(database, today);
        await CheckWholeAsync(site);
        var dossiers = await AllAsync<Dossier>(site);
        string[] stages = ["S00", "S05", "S08", "S09", "S10", "S20", "S21", "S30", "S40", "S75", "S77", "S78", "S79", "S95", "S97"];
        Assert.Empty(stages.Except(dossiers.Select(d => d.Stage)));
        Assert.True(dossiers.Select(d => d.Matter).Distinct().Count() >= 20);
        Assert.True(dossiers.Count(d => d.DueOn < today && !d.IsClosed) >= 5);
        Assert.Contains(dossiers, d => d.Outcome == "on-paper");
        Assert.Contains(dossiers, d => d.Outcome == "not-filed");

        // A dossier without penalty has applied its exemption and its assessment; nothing is exempted before a decision.
        Assert.All(dossiers.Where(d => d.Outcome == "no-penalty"), d => Assert.Equal("a", d.Five.Substring(1, 1)));
        Assert.All(dossiers.Where(d => d.Outcome == "no-penalty"), d => Assert.Equal("a", d.Five.Substring(3, 1)));
        Assert.All(dossiers.Where(d => d.Outcome is null), d => Assert.NotEqual("a", d.Five.Substring(1, 1)));
    }

    [Fact]
    public async Task Nobody_in_the_practice_data_is_real()
    {
        await using var site = await PracticeSite.ReadyAsync(TestHouse.Sqlite, today);
        Assert.All(await AllAsync<Person>(site), p => Assert.StartsWith("演示·", p.Name, StringComparison.Ordinal));
        await using (var db = site.Db(Access.None))
        {
            Assert.All(await db.Set<Bureau>().ToListAsync(TestContext.Current.CancellationToken), b => Assert.StartsWith("99", b.AreaCode, StringComparison.Ordinal));
        }

        var parties = await AllAsync<Dossier>(site);
        Assert.All(parties, d => Assert.Matches("示例|演示", d.Party));
        Assert.All(parties.Select(d => d.PartyCode).OfType<string>(), code =>
        {
            Assert.True(UnifiedSocialCreditCode.TryParse(code, out var parsed, out _));
            Assert.StartsWith(PracticeParty.Body, parsed.Body, StringComparison.Ordinal);
        });
        var certificates = await AllAsync<Certificate>(site);
        Assert.Contains(certificates, c => !c.IsValidOn(today));
        var files = await AllAsync<StoredFile>(site);
        // Documents that Heng itself filled bear their own names.
        Assert.All(files.Where(f => !f.Name.EndsWith(".docx", StringComparison.Ordinal)), f => Assert.StartsWith("示例_", f.Name, StringComparison.Ordinal));
        var kept = await site.Services.GetRequiredService<FileStore>().ReadAsync(files[0].Sha256, TestContext.Current.CancellationToken);
        Assert.NotNull(kept);
    }

    [Theory, EachDatabase]
    public async Task An_interrupted_start_goes_on_where_it_stopped(string database)
    {
        await using var data = new TestData(database);
        await using (var first = new PracticeSite(data, today, ownsData: false))
        {
            while (first.Readiness is { Done: < 200, IsReady: false })
            {
                await Task.Yield();
            }

            Assert.False(first.Readiness.IsReady);
        }

        await using var second = new PracticeSite(data, today.AddDays(1), ownsData: false);
        await second.Readiness.Completion.WaitAsync(TestContext.Current.CancellationToken);
        Assert.Null(second.Readiness.Fault);
        await CheckWholeAsync(second);
    }

    [Fact]
    public async Task A_second_start_makes_nothing_again()
    {
        await using var data = new TestData(TestHouse.Sqlite);
        await using (var first = new PracticeSite(data, today, ownsData: false))
        {
            await first.Readiness.Completion.WaitAsync(TestContext.Current.CancellationToken);
        }

        await using var second = new PracticeSite(data, today.AddDays(2), ownsData: false);
        Assert.True(second.Readiness.IsReady);
        await CheckWholeAsync(second);
    }

    [Theory]
    [InlineData(2026, 1, 2)]
    [InlineData(2026, 6, 14)]
    [InlineData(2026, 12, 31)]
    public async Task Every_path_and_every_affair_of_the_full_book_holds_on_other_days_of_the_year(int year, int month, int day)
    {
        var sample = ScenarioBook.Embedded.Sample();
        await using var site = await PracticeSite.ReadyAsync(TestHouse.Sqlite, new DateOnly(year, month, day), sample);
        var dossiers = await AllAsync<Dossier>(site);
        Assert.Equal(sample.Dossiers.Count, dossiers.Count);
        string[] outcomes = ["no-penalty", "penalty", "not-filed", "transferred"];
        Assert.Empty(outcomes.Except(dossiers.Select(d => d.Outcome)));
    }

    [Fact]
    public void The_full_book_spreads_three_hundred_dossiers_over_two_years()
    {
        var book = ScenarioBook.Embedded;
        Assert.InRange(book.Dossiers.Count, 290, 310);
        Assert.Equal(book.Dossiers.Count(d => !d.IsOfSeries), ScenarioBook.Of(PracticeSize.Small).Dossiers.Count);
        Assert.InRange(book.Dossiers.Max(d => d.DaysAgo), 700, 729);
        Assert.Empty(Enumerable.Range(0, 24).Except(book.Dossiers.Select(d => d.DaysAgo / 30)));
        Assert.Equal(["jia", "shi", "yi"], book.Dossiers.Select(d => d.Bureau).Distinct().Order());

        // Every day of a year is reached whose two years before are known; an earlier one goes as far back as the calendar does.
        var calendar = LawSet.Embedded.Deadlines.Calendar;
        Assert.All(Enumerable.Range(0, 365).Select(new DateOnly(2026, 1, 1).AddDays), day => Assert.Equal(book.Dossiers.Count, book.Bureaus.SelectMany(b => TimeLine.Of(book, b, day, calendar)).DistinctBy(s => s.Dossier).Count()));
        var early = new DateOnly(2025, 3, 3);
        Assert.True(calendar.Covers(TimeLine.FirstDay(book, early)));
        Assert.InRange(book.Dossiers.Count(d => TimeLine.IsKnown(d, early, calendar)), ScenarioBook.Of(PracticeSize.Small).Dossiers.Count + 1, book.Dossiers.Count - 1);
    }

    [Fact]
    public async Task Without_the_calendar_of_the_day_it_says_so_and_makes_nothing()
    {
        await using var site = new PracticeSite(new TestData(TestHouse.Sqlite), new DateOnly(2029, 3, 1));
        await site.Readiness.Completion.WaitAsync(TestContext.Current.CancellationToken);
        Assert.Contains("没有载入", site.Readiness.Fault, StringComparison.Ordinal);
        await using var db = site.Db(Access.None);
        Assert.Empty(await db.Set<Installation>().ToListAsync(TestContext.Current.CancellationToken));
        using var browser = site.Browser();
        using var answer = await browser.GetAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("没有载入", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_affair_of_the_book_is_used_and_its_matter_exists()
    {
        var book = ScenarioBook.Embedded;
        Assert.Empty(book.Affairs.Except(book.Dossiers.Select(d => d.Affair)));
        Assert.All(book.Affairs, a => Assert.NotNull(LawSet.Embedded.Matters.Find(book.AffairOf(a)["matter"]!.GetValue<string>())));
    }

    /// <summary>Every dossier has exactly the acts of its scenario, and every chain holds.</summary>
    private static async Task CheckWholeAsync(PracticeSite site)
    {
        var book = ScenarioBook.Of(PracticeSize.Small);
        var dossiers = await AllAsync<Dossier>(site);
        var acts = await AllAsync<ActRow>(site);
        Assert.Equal(book.Dossiers.Count, dossiers.Count);
        Assert.Equal(book.Dossiers.Select(d => book.StepsOf(d.Path, d.To, d.Affair).Count).Order(), dossiers.Select(d => d.Version).Order());
        Assert.All(dossiers, d => Assert.Empty(RecordCheck.ChainFaults(HashProfile.Find(d.Profile)!, d.Id, acts.Where(a => a.DossierId == d.Id).OrderBy(a => a.Number).Select(a => (a.Entry, a.Hash)), d.Head)));
        Assert.All(acts, a => Assert.True(a.On < today));
        await using var db = site.Db(Access.None);
        var installation = await db.Set<Installation>().SingleAsync(TestContext.Current.CancellationToken);
        Assert.True(installation.IsPractice);
        Assert.NotNull(installation.CompletedAt);
    }

    private static async Task<List<T>> AllAsync<T>(PracticeSite site)
        where T : class, IBureauOwned
    {
        await using var db = site.Db(Access.None);
        return await db.AcrossBureaus<T>().AsNoTracking().ToListAsync(TestContext.Current.CancellationToken);
    }
}
