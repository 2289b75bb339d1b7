using Heng.Law;
using Heng.Law.Procedure;
using Heng.Law.Rulings;
using Heng.Platform.Record;

namespace Heng.Dossiers;

/// <summary>Dossier (一案一档): the whole life of one affair, read from its record. Immutable.</summary>
public sealed class DossierFile
{
    private readonly ProcedureMachine machine;
    private readonly Parts parts;
    private IReadOnlyList<Transition>? next;

    private DossierFile(Guid id, Guid bureauId, Guid unitId, string number, LawSet law, IReadOnlyList<RecordedAct> acts, ProcedureState procedure, Parts parts)
    {
        (Id, BureauId, UnitId, Number, Law, Acts, Procedure, this.parts) = (id, bureauId, unitId, number, law, acts, procedure, parts);
        machine = MachineOf(law);
    }

    /// <summary>Its id.</summary>
    public Guid Id { get; }

    /// <summary>The bureau.</summary>
    public Guid BureauId { get; }

    /// <summary>The unit that handles it.</summary>
    public Guid UnitId { get; }

    /// <summary>Its number; one for the whole life.</summary>
    public string Number { get; }

    /// <summary>The law in which its next acts are judged.</summary>
    public LawSet Law { get; }

    /// <summary>What was done, in order.</summary>
    public IReadOnlyList<RecordedAct> Acts { get; }

    /// <summary>Where the procedure stands.</summary>
    public ProcedureState Procedure { get; }

    /// <summary>Every step of the procedure that leaves a present stage.</summary>
    public IReadOnlyList<Transition> Next => next ??= machine.NextOf(Procedure);

    /// <summary>The stage of the main track, or null before the first step.</summary>
    public Stage? Stage => Procedure.Main is { } id ? Law.Procedure.Find(id) : null;

    /// <summary>A dossier in which nothing has happened yet.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="bureauId">The bureau.</param>
    /// <param name="unitId">The unit.</param>
    /// <param name="law">The law.</param>
    public static DossierFile New(Guid id, Guid bureauId, Guid unitId, LawSet law) => new(id, bureauId, unitId, "", law, [], ProcedureState.Empty, new(null));

    /// <summary>Reads a dossier from its record.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="bureauId">The bureau.</param>
    /// <param name="unitId">The unit.</param>
    /// <param name="number">Its number.</param>
    /// <param name="law">The law in which its next acts are judged.</param>
    /// <param name="entries">The record, in order.</param>
    /// <param name="lawOf">Finds the law set under which an act was done, by its hash; an act whose set is not found is read in the present law.</param>
    /// <remarks>An act is read in the law of its own time: which step of the procedure it was is settled for ever when it is done.</remarks>
    public static DossierFile Of(Guid id, Guid bureauId, Guid unitId, string number, LawSet law, IEnumerable<EntryGist> entries, Func<string, LawSet?>? lawOf = null)
    {
        ArgumentNullException.ThrowIfNull(law);
        ArgumentNullException.ThrowIfNull(entries);
        var file = New(id, bureauId, unitId, law).WithNumber(number);
        foreach (var entry in entries)
        {
            var then = entry.LawHash == law.Hash ? law : lawOf?.Invoke(entry.LawHash) ?? law;
            file = file.Under(then).After(ActTypes.Read(entry.Code, entry.Content), entry.On, entry.At, entry.Person, entry.PersonName, entry.Roles);
        }

        return file.Under(law);
    }

    /// <summary>The part of a capability.</summary>
    /// <typeparam name="T">The part.</typeparam>
    public T Part<T>()
        where T : IDossierPart<T>
    {
        if (!parts.Folded.TryGetValue(typeof(T), out var part))
        {
            part = parts.Before?.TryGetValue(typeof(T), out var before) == true ? ((T)before).After(Acts[^1]) : Acts.Aggregate(T.Empty, (p, a) => p.After(a));
            parts.Folded[typeof(T)] = part;
        }

        return (T)part;
    }

    /// <summary>The last act of a kind, or null.</summary>
    /// <typeparam name="T">The kind.</typeparam>
    public (RecordedAct Done, T Act)? Last<T>()
        where T : DossierAct
        => Acts.LastOrDefault(a => a.Act is T) is { } done ? (done, (T)done.Act) : null;

    /// <summary>The same dossier, judged in another law.</summary>
    internal DossierFile Under(LawSet law) => ReferenceEquals(law, Law) ? this : new(Id, BureauId, UnitId, Number, law, Acts, Procedure, parts);

    /// <summary>The dossier as it was after one of its acts, judged in the law under which that act was done.</summary>
    /// <param name="act">Number of the act.</param>
    public DossierFile AsOf(int act)
    {
        if (act >= Acts.Count)
        {
            return Under(Acts.Count == 0 ? Law : Acts[^1].Law ?? Law);
        }

        if (!parts.Earlier.TryGetValue(act, out var file))
        {
            file = act == 0 ? New(Id, BureauId, UnitId, Law).WithNumber(Number) : new(Id, BureauId, UnitId, Number, Acts[act - 1].Law ?? Law, [.. Acts.Take(act)], Acts[act - 1].Procedure, new(null));
            parts.Earlier[act] = file;
        }

        return file;
    }

    /// <summary>The dossier as it would be after an act.</summary>
    /// <param name="act">The act.</param>
    /// <param name="context">Who would act.</param>
    public DossierFile Foreseen(DossierAct act, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(act);
        ArgumentNullException.ThrowIfNull(context);
        return After(act.Frozen(this, context), context.Today, context.Now, context.Me.PersonId, context.Me.Name, string.Join(' ', Platform.People.RoleNames.CodesOf(context.Me.Roles)));
    }

    internal DossierFile WithNumber(string number) => new(Id, BureauId, UnitId, number, Law, Acts, Procedure, parts);

    internal DossierFile After(DossierAct act, DateOnly on, DateTime at, Guid person, string name, string roles)
    {
        Transition? transition = null;
        var procedure = act.BeginsAnew ? ProcedureState.Empty : Procedure;
        if (act.StepIn(this) is { } kind)
        {
            var step = act.AsStep(new ProcedureAct(kind, new Actor(person.ToString("N"), RolesOf(roles)), on), this, ActContext.Replay(Law, on, at));
            transition = machine.NextBy(kind, procedure);
            procedure = machine.Evolve(procedure, new ProcedureEvent(step, transition));
        }

        if (act.HandlersFromNow is { } handlers)
        {
            procedure = procedure with { Handlers = HandlerSet.Of(handlers) };
        }

        return new DossierFile(Id, BureauId, UnitId, Number, Law, [.. Acts, new RecordedAct(Acts.Count + 1, on, at, person, name, roles, act, transition) { Law = Law, Procedure = procedure }], procedure, new(parts.Folded));
    }

    internal DossierFile BegunAnew() => new(Id, BureauId, UnitId, Number, Law, Acts, ProcedureState.Empty, parts);

    /// <summary>The dossier as the procedure must see it today: an expired certificate no longer counts.</summary>
    internal DossierFile WithCertificatesOf(IReadOnlyDictionary<Guid, PersonCard> people)
        => new(Id, BureauId, UnitId, Number, Law, Acts, Procedure with { Handlers = HandlerSet.Of(Procedure.Handlers.All.Select(h => h with { Certified = people.GetValueOrDefault(Guid.ParseExact(h.Person, "N"))?.Certificate is not null })) }, parts);

    internal Outcome<IReadOnlyList<ProcedureEvent>> Decide(ProcedureAct step, bool besideItsStage) => machine.Decide(besideItsStage ? machine.AtStageOf(step.Kind, Procedure) : Procedure, step);

    private static ProcedureRole RolesOf(string roles)
        => Platform.People.RoleNames.InProcedure(roles.Split(' ', StringSplitOptions.RemoveEmptyEntries).Aggregate(Platform.People.PersonRoles.None, (all, r) => all | Platform.People.RoleNames.Parse(r)));

    private static ProcedureMachine MachineOf(LawSet law) => machines.GetValue(law, l => new ProcedureMachine(l.Procedure));

    private static readonly System.Runtime.CompilerServices.ConditionalWeakTable<LawSet, ProcedureMachine> machines = [];

    /// <summary>The parts folded so far: they follow from the acts alone, so files with the same acts share them, and one act more is folded onto them.</summary>
    private sealed class Parts(Dictionary<Type, object>? before)
    {
        /// <summary>The parts as they were one act earlier.</summary>
        public Dictionary<Type, object>? Before { get; } = before;

        public Dictionary<Type, object> Folded { get; } = [];

        /// <summary>The dossier as it was after some of its acts: its documents ask for that many times.</summary>
        public Dictionary<int, DossierFile> Earlier { get; } = [];
    }
}
