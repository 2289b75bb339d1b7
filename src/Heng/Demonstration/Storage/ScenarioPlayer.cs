using Heng.Demonstration.Model;
using Heng.Dossiers;
using Heng.Law;
using Heng.Payment;
using Heng.Platform.Files;
using Heng.Platform.People;
using Heng.Platform.Storage;

namespace Heng.Demonstration.Storage;

/// <summary>Scenario player (脚本执行): does a step of a scenario as its person would: reads the dossier, fills the form of the act, sends it to the act desk.</summary>
/// <param name="services">Makes an act desk for each act.</param>
/// <param name="factory">Makes contexts.</param>
/// <param name="gate">Lets one writer in on SQLite.</param>
/// <param name="files">Keeps the files.</param>
/// <param name="law">The law.</param>
internal sealed class ScenarioPlayer(IServiceScopeFactory services, IHengDbFactory factory, WriteGate gate, FileStore files, LawSet law)
{
    /// <summary>The act that no person fills in: the bank's file brings it.</summary>
    public const string Paid = "payment.receive";

    /// <summary>Does a step.</summary>
    /// <param name="step">The step.</param>
    /// <param name="run">The dossier; its id is set by the first step.</param>
    /// <param name="cast">Who plays a part.</param>
    /// <param name="clock">The time at which it is done.</param>
    /// <param name="stop">Stops the work.</param>
    /// <exception cref="InvalidOperationException">The act desk refuses the step: the scenario is wrong.</exception>
    public async Task PlayAsync(StepPlan step, ScenarioRun run, Func<string, CurrentPerson> cast, TimeProvider clock, CancellationToken stop)
    {
        var me = cast(step.Who);
        await using var scope = services.CreateAsyncScope();
        var desk = ActivatorUtilities.CreateInstance<ActDesk>(scope.ServiceProvider, clock);
        var type = ActTypes.Find(step.Act) ?? throw new InvalidOperationException($"The scenario knows an act '{step.Act}' that does not exist.");
        // Finance books what the bank sends and reads no dossier.
        var (file, context) = await OpenAsync(desk, step.Act == Paid ? cast("officer1") : me, run.Id, stop);
        if (step.Act == Paid)
        {
            run.Id = await PracticeBank.PayAsync(scope.ServiceProvider, desk, clock, me, file, stop) is { } unpaid ? throw Stuck(unpaid) : file.Id;
            run.Pass(step);
            return;
        }

        var fields = new StepFields
        {
            Run = run,
            Now = context.Now.AddHours(8),
            Person = part => cast(part).PersonId,
            Upload = (kind, title) => UploadAsync(me, run, kind, title, context.Now, stop),
        };
        var act = await fields.OverAsync(type.Empty.Prefilled(file, context), step.Fields);
        run.Id = await desk.DoAsync(me, run.Id, null, act, stop) switch
        {
            ActOutcome.Done done => done.DossierId,
            ActOutcome.Refused refused => throw Stuck(string.Join("；", refused.Refusals.Select(r => $"{r.Code} {r.Says}"))),
            ActOutcome.Invalid invalid => throw Stuck(string.Join("；", invalid.Faults.Select(f => $"{f.Field} {f.Says}"))),
            ActOutcome.Forbidden forbidden => throw Stuck(forbidden.Says),
            var other => throw Stuck(other.GetType().Name),
        };
        run.Pass(step);

        InvalidOperationException Stuck(string says) => new($"Scenario {run.Serial}, {step.Who} '{step.Act}' on {context.Today:yyyy-MM-dd}: {says}");
    }

    private async Task<(DossierFile File, ActContext Context)> OpenAsync(ActDesk desk, CurrentPerson me, Guid? id, CancellationToken stop)
    {
        if (id is not { } known)
        {
            return (DossierFile.New(Guid.Empty, me.BureauId, me.UnitId, law), await desk.ContextAsync(me, stop));
        }

        var read = await desk.ReadAsync(me, known, stop) ?? throw new InvalidOperationException($"{me.Name} cannot read the dossier of the scenario.");
        return (read.File, read.Context);
    }

    private async Task<Guid> UploadAsync(CurrentPerson me, ScenarioRun run, string kind, string title, DateTime at, CancellationToken stop)
    {
        var (name, mediaType, content) = SyntheticFile.Make(kind, title, run.Serial);
        var hash = await files.KeepAsync(content, stop);
        using var turn = await gate.EnterAsync(stop);
        await using var db = factory.Create(me.Access);
        var stored = new StoredFile(me.BureauId, Guid.CreateVersion7(), run.Id, hash, content.Length, mediaType, name, me.PersonId, at);
        db.Add(stored);
        await db.SaveChangesAsync(stop);
        return stored.Id;
    }
}
