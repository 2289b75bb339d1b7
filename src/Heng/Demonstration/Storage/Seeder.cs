using System.Text.Json.Nodes;
using Heng.Demonstration.Model;
using Heng.Law;
using Heng.Platform.People;
using Heng.Platform.Record;
using Heng.Platform.Shell;
using Heng.Platform.SignIn;
using Heng.Platform.Storage;
using Heng.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Heng.Demonstration.Storage;

/// <summary>Seeder (演示数据生成): fills an empty installation by doing, one after another, the acts that its people would have done.</summary>
/// <remarks>
/// Bureaus and people are made in one transaction. Every step after that is one act of the act desk and so done whole or not at all; after
/// an interruption the steps whose acts stand in the record are passed over.
/// </remarks>
/// <param name="player">Does the steps.</param>
/// <param name="factory">Makes contexts.</param>
/// <param name="gate">Lets one writer in on SQLite.</param>
/// <param name="factor">Gives each account its second factor.</param>
/// <param name="law">The law.</param>
/// <param name="time">The clock.</param>
/// <param name="readiness">Hears of the progress.</param>
/// <param name="book">What is made.</param>
internal sealed class Seeder(ScenarioPlayer player, IHengDbFactory factory, WriteGate gate, SecondFactor factor, LawSet law, PracticeClock time, Readiness readiness, ScenarioBook book)
{
    /// <summary>The installation, or null while there is none.</summary>
    /// <param name="stop">Stops the work.</param>
    public async Task<Installation?> FindInstallationAsync(CancellationToken stop)
    {
        await using var db = factory.Create(Access.None);
        return await db.Set<Installation>().AsNoTracking().SingleOrDefaultAsync(stop);
    }

    /// <summary>Whether nothing has been put into the database yet.</summary>
    /// <param name="stop">Stops the work.</param>
    public async Task<bool> IsEmptyAsync(CancellationToken stop)
    {
        await using var db = factory.Create(Access.None);
        return !await db.Set<Installation>().AnyAsync(stop) && !await db.Set<Bureau>().AnyAsync(stop) && !await db.Set<Account>().AnyAsync(stop);
    }

    /// <summary>Why the data cannot be made today, in Chinese; null when they can.</summary>
    public string? FaultOfToday()
    {
        var today = time.TodayInBeijing();
        var calendar = law.Deadlines.Calendar;
        return calendar.Covers(today) && calendar.Covers(TimeLine.FirstDay(book, today)) ? null
            : $"不能生成演示数据：法规数据中没有载入 {TimeLine.FirstDay(book, today):yyyy-MM-dd} 至 {today:yyyy-MM-dd} 的工作日历（law/calendar）。请更新法规数据，或者用 --empty 启动。";
    }

    /// <summary>Makes the data, or goes on where it stopped.</summary>
    /// <param name="stop">Stops the work; the next start goes on.</param>
    public async Task SeedAsync(CancellationToken stop)
    {
        var installation = await FindInstallationAsync(stop);
        if (installation is null)
        {
            using var turn = await gate.EnterAsync(stop);
            await using var db = factory.Create(Access.None);
            installation = await PracticeCast.MakeAsync(db, book, factor, time, stop);
        }

        if (installation is not { IsPractice: true, CompletedAt: null })
        {
            return;
        }

        var today = DateOnly.FromDateTime(installation.MadeAt.AddHours(8));
        var cast = await PracticeCast.ReadAsync(factory, book, stop);
        var lines = book.Bureaus.Select(b => (Bureau: b, Steps: TimeLine.Of(book, b, today, law.Deadlines.Calendar))).ToArray();
        readiness.Expect(lines.Sum(l => l.Steps.Count));
        await Task.WhenAll(lines.Where(l => l.Steps.Count > 0).Select(l => Task.Run(() => SeedAsync(l.Bureau, l.Steps, cast, stop), stop)));
        using (await gate.EnterAsync(stop))
        {
            var now = time.UtcInstant();
            await using var db = factory.Create(Access.None);
            await db.Set<Installation>().ExecuteUpdateAsync(i => i.SetProperty(x => x.CompletedAt, now), stop);
        }
    }

    /// <summary>The steps of one bureau, one after another, so that nobody is in two places.</summary>
    private async Task SeedAsync(BureauPlan bureau, IReadOnlyList<DatedStep> steps, PracticeCast cast, CancellationToken stop)
    {
        var clock = new ScenarioClock();
        var runs = new Dictionary<int, ScenarioRun>();
        var known = await DoneAsync(cast.Of(bureau.Key, "", "principal", steps[0].On).BureauId, stop);
        foreach (var day in steps.GroupBy(s => s.On))
        {
            var at = day.Key.ToDateTime(new TimeOnly(9, 0));
            foreach (var step in day)
            {
                at = at.AddMinutes(step.Step.Minutes);
                clock.Beijing = at;
                if (!runs.TryGetValue(step.Dossier, out var run))
                {
                    run = runs[step.Dossier] = new ScenarioRun(AffairOf(bureau, step.Dossier), step.Dossier, step.StartedOn);
                    (run.Id, run.Done) = known.GetValueOrDefault((run.Party, Earlier(step.Dossier)));
                }

                if (step.Place >= run.Done)
                {
                    await player.PlayAsync(step.Step, run, part => cast.Of(bureau.Key, book.Dossiers[step.Dossier - 1].Unit, part, step.On), clock, stop);
                }
                else
                {
                    run.Pass(step.Step);
                }

                readiness.Advance();
            }
        }
    }

    private JsonObject AffairOf(BureauPlan bureau, int dossier)
    {
        var plan = book.Dossiers[dossier - 1];
        var affair = book.AffairOf(plan.Affair).DeepClone().AsObject();
        foreach (var (name, value) in PracticeParty.Of(bureau, plan.SameParty is { } same ? book.AffairOf(book.Dossiers[same - 1].Affair) : affair, plan.Tour is { } tour ? Tour.Find(tour).FirstSerial : plan.SameParty ?? dossier))
        {
            affair[name] = value?.DeepClone();
        }

        return affair;
    }

    /// <summary>How many dossiers before this one have the same party.</summary>
    private int Earlier(int dossier) => book.Dossiers[dossier - 1].SameParty is null ? 0 : 1;

    /// <summary>What already stands in the record of a bureau: for each party, in order of opening, its dossiers with the number of acts.</summary>
    private async Task<Dictionary<(string Party, int Earlier), (Guid? Id, int Acts)>> DoneAsync(Guid bureau, CancellationToken stop)
    {
        await using var db = factory.Create(Access.WholeBureau(bureau));
        var first = await db.Set<ActRow>().Where(a => a.Number == 1).OrderBy(a => a.At).Select(a => new { a.DossierId, a.Code, a.Content }).ToListAsync(stop);
        var counts = await db.Set<ActRow>().GroupBy(a => a.DossierId).Select(g => new { g.Key, Acts = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Acts, stop);
        return first.GroupBy(a => JsonNode.Parse(a.Content)?["partyName"]?.GetValue<string>() ?? "")
            .SelectMany(g => g.Select((a, i) => (Key: (g.Key, i), Value: ((Guid?)a.DossierId, counts[a.DossierId]))))
            .ToDictionary(d => d.Key, d => d.Value);
    }
}
