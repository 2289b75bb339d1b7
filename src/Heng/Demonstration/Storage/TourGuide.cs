using System.Text.Json.Nodes;
using Heng.Demonstration.Model;
using Heng.Dossiers;
using Heng.Law;
using Heng.Payment;
using Heng.Platform.People;
using Heng.Platform.Record;
using Heng.Platform.Shell;
using Heng.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Heng.Demonstration.Storage;

/// <summary>Tour guide (导览): finds the prepared dossier, reads from its record how far it has come, prepares another one.</summary>
/// <param name="factory">Makes contexts.</param>
/// <param name="services">Makes an act desk.</param>
/// <param name="player">Does the first step of another dossier.</param>
/// <param name="law">The law.</param>
/// <param name="time">The clock.</param>
internal sealed class TourGuide(IHengDbFactory factory, IServiceScopeFactory services, ScenarioPlayer player, LawSet law, TimeProvider time)
{
    private readonly ScenarioBook book = ScenarioBook.Embedded;

    /// <summary>The newest dossier of a tour, or null when there is none.</summary>
    /// <param name="tour">The tour.</param>
    /// <param name="stop">Stops the work.</param>
    public async Task<TourState?> FindAsync(Tour tour, CancellationToken stop)
    {
        var (bureau, plan, cast) = await OpenAsync(tour, stop);
        var me = cast("officer1");
        if (await NewestAsync(tour, me, stop) is not { } newest)
        {
            return null;
        }

        await using var scope = services.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<ActDesk>().ReadAsync(me, newest.Id, stop) is not { } read)
        {
            return null;
        }

        var acts = read.File.Acts.GroupBy(a => ActTypes.Of(a.Act).Code).ToDictionary(g => g.Key, g => new Queue<RecordedAct>(g));
        var steps = book.StepsOf(tour.Path, tour.End, plan.Affair).Select(s => new TourStep(s, ActTypes.Find(s.Act)!, cast(s.Who), AccountOf(bureau, plan, s.Who), acts.TryGetValue(s.Act, out var left) && left.TryDequeue(out var done) ? done : null));
        return new TourState(tour, newest.Id, read.Row.Number, [.. steps]);
    }

    /// <summary>What the step at hand asks to fill in: label and value, as a person reads them; what the form fills by itself is left out.</summary>
    /// <param name="state">How far the dossier has come.</param>
    /// <param name="stop">Stops the work.</param>
    public async Task<IReadOnlyList<(string Label, string Value)>> FieldsOfAsync(TourState state, CancellationToken stop)
    {
        var (_, plan, cast) = await OpenAsync(state.Tour, stop);
        await using var scope = services.CreateAsyncScope();
        if (state.Now is not { } step || await scope.ServiceProvider.GetRequiredService<ActDesk>().ReadAsync(cast("officer1"), state.DossierId, stop) is not { } read)
        {
            return [];
        }

        var today = time.TodayInBeijing();
        return [.. StepWords.Of(step, book.AffairOf(plan.Affair), part => cast(part).Name, LabelOf, law, (state.Steps[0].Done?.On ?? today, today))];

        string LabelOf(ActField field, string code) => step.Type.Empty.ChoicesOf(field.Property.Name, read.File, read.Context).FirstOrDefault(c => c.Value == code).Label ?? code;
    }

    /// <summary>The file that the bank would send of the party of a tour; null while nothing is owed.</summary>
    /// <param name="tour">The tour.</param>
    /// <param name="stop">Stops the work.</param>
    public async Task<byte[]?> BankFileAsync(Tour tour, CancellationToken stop)
    {
        var (_, _, cast) = await OpenAsync(tour, stop);
        var me = cast("officer1");
        await using var scope = services.CreateAsyncScope();
        return await NewestAsync(tour, me, stop) is { } newest && await scope.ServiceProvider.GetRequiredService<ActDesk>().ReadAsync(me, newest.Id, stop) is { } read
            ? PracticeBank.FileOf(read.File, time.TodayInBeijing()) : null;
    }

    /// <summary>Prepares another dossier for a tour: one more clue, registered by the officer.</summary>
    /// <param name="tour">The tour.</param>
    /// <param name="stop">Stops the work.</param>
    public async Task OpenAnotherAsync(Tour tour, CancellationToken stop)
    {
        var (bureau, plan, cast) = await OpenAsync(tour, stop);
        var serial = (await NewestAsync(tour, cast("officer1"), stop) is { } newest ? newest.Serial : tour.FirstSerial - 1) + 1;
        var affair = book.AffairOf(plan.Affair).DeepClone().AsObject();
        foreach (var (name, value) in PracticeParty.Of(bureau, affair, serial))
        {
            affair[name] = value?.DeepClone();
        }

        await player.PlayAsync(book.StepsOf(tour.Path, tour.End, plan.Affair)[0], new ScenarioRun(affair, serial, time.TodayInBeijing()), cast, time, stop);
    }

    private async Task<(Guid Id, int Serial)?> NewestAsync(Tour tour, CurrentPerson me, CancellationToken stop)
    {
        var prefix = $"{PracticeParty.Body}{tour.FirstSerial / 10_000}";
        await using var db = factory.Create(Access.WholeBureau(me.BureauId));
        var first = await db.Set<ActRow>().Where(a => a.Number == 1 && a.Content.Contains(prefix)).OrderByDescending(a => a.At).Select(a => new { a.DossierId, a.Content }).FirstOrDefaultAsync(stop);
        return first is null || JsonNode.Parse(first.Content)?["partyCode"]?.GetValue<string>() is not { Length: 18 } code ? null
            : (first.DossierId, int.Parse(code.AsSpan(12, 5), System.Globalization.CultureInfo.InvariantCulture));
    }

    private async Task<(BureauPlan Bureau, DossierPlan Plan, Func<string, CurrentPerson> Cast)> OpenAsync(Tour tour, CancellationToken stop)
    {
        var plan = book.PlanOf(tour);
        var cast = await PracticeCast.ReadAsync(factory, book, stop);
        var today = time.TodayInBeijing();
        return (book.Bureaus.First(b => b.Key == plan.Bureau), plan, part => cast.Of(plan.Bureau, plan.Unit, part, today));
    }

    private static string AccountOf(BureauPlan bureau, DossierPlan plan, string part)
    {
        var unit = bureau.Units.FirstOrDefault(u => u.Key == plan.Unit && u.People.Any(p => p.As == part)) ?? bureau.Units.First(u => u.People.Any(p => p.As == part));
        return bureau.AccountOf(unit, unit.People.First(p => p.As == part));
    }
}
