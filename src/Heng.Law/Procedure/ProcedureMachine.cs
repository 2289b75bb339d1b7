using Heng.Law.Citations;
using Heng.Law.Rulings;

namespace Heng.Law.Procedure;

/// <summary>Procedure machine (程序状态机): decides what an act may do and how the state follows. Pure.</summary>
/// <remarks><see cref="Decide"/> lists every refusal at once; <see cref="Evolve"/> never refuses, it only replays.</remarks>
public sealed class ProcedureMachine
{
    private readonly IReadOnlyList<Rule<ProcedureStep>> rules;

    /// <summary>Makes the machine of a law set.</summary>
    /// <param name="table">The procedure of the law set.</param>
    public ProcedureMachine(ProcedureTable table)
        : this(table, ProcedureRules.All)
    {
    }

    /// <summary>Makes a machine with chosen rules, so that a test can show that a missing rule is noticed.</summary>
    internal ProcedureMachine(ProcedureTable table, IReadOnlyList<Rule<ProcedureStep>> rules)
    {
        ArgumentNullException.ThrowIfNull(table);
        (Table, this.rules) = (table, rules);
    }

    /// <summary>The procedure of the law set.</summary>
    public ProcedureTable Table { get; }

    /// <summary>Decides an act: the events that follow, or every reason why not.</summary>
    /// <param name="state">The state before.</param>
    /// <param name="act">The act.</param>
    public Outcome<IReadOnlyList<ProcedureEvent>> Decide(ProcedureState state, ProcedureAct act)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(act);
        var transition = TransitionOf(Table, state, act.Kind);
        var step = new ProcedureStep(state, act, transition, Table);
        List<Refusal>? refusals = null;
        foreach (var rule in rules)
        {
            if (rule.Check(step) is { } refusal)
            {
                (refusals ??= []).Add(refusal);
            }
        }

        if (refusals is not null)
        {
            return new Outcome<IReadOnlyList<ProcedureEvent>>.Refused(refusals);
        }

        Ground[] grounds = transition is null ? [] : [.. transition.Basis.Select(b => new Ground(transition.Id, Citation.Parse(b), transition.Preconditions))];
        return new Outcome<IReadOnlyList<ProcedureEvent>>.Allowed([new ProcedureEvent(act, transition)], grounds);
    }

    /// <summary>The state after an event.</summary>
    /// <param name="state">The state before.</param>
    /// <param name="happened">The event.</param>
    public ProcedureState Evolve(ProcedureState state, ProcedureEvent happened)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(happened);
        var act = happened.Act;
        var next = happened.Transition is { } transition ? Move(state, transition) : state;
        return act.Kind switch
        {
            ActKind.RegisterSource => next with { Main = "S00" },
            ActKind.OpenOnTheSpot => next with { Main = "P10", Handlers = HandlerSet.Of(act.Handlers) },
            ActKind.ApproveFiling => next with { FiledByHead = true, Handlers = HandlerSet.Of(act.Handlers) },
            ActKind.TurnToOrdinary => next with { Handlers = HandlerSet.Empty },
            ActKind.ConcludeInvestigation => next.WithoutReview() with { ReportBy = act.By.Person },
            ActKind.SubmitForReview => next with { OnReviewList = act.OnReviewList },
            ActKind.ReturnForEvidence or ActKind.ReturnForCorrection or ActKind.ReturnToReport or ActKind.FailLegalReview or ActKind.DeclineProposal => next.WithoutReview(),
            ActKind.AgreeToPenalty => next with { Reviewed = true, LegalReviewPassed = (act.By.Roles & ProcedureRole.LegalReviewer) != 0 },
            ActKind.AgreeToOtherDisposal => next with { Reviewed = true },
            ActKind.ApproveProposal => next with { Approved = act.Penalty },
            ActKind.ServeNotice or ActKind.ServeNewNotice => next.WithoutNotice() with { Notified = act.Penalty, LapsesOn = act.LapsesOn, HearingOffered = act.HearingOffered, LegalReviewPassed = state.LegalReviewPassed && !state.HearingHeld },
            ActKind.RecordDefence => next with { Defended = true, DefenceAnswered = false },
            ActKind.RecordWaiver => next with { Waived = true },
            ActKind.AcceptHearingRequest => next with { HearingRequested = true },
            // PR 50(2): the review that counts for a case with a hearing is the one after it.
            ActKind.CloseHearing => next with { HearingHeld = true, LegalReviewPassed = false },
            ActKind.ProceedToDecision or ActKind.ProceedToDiscussion => Proceed(state, next, happened),
            ActKind.DecideOnTheSpot => next with { Notified = act.Penalty },
            ActKind.DeferPayment => next with { Deferred = true },
            ActKind.RecordPayment or ActKind.CollectOnTheSpot => next with { Performed = true },
            ActKind.WithdrawPublication => next with { Publication = null },
            ActKind.RecordRemedyUpheld => next with { Remedy = null },
            ActKind.ActAnew => next.WithoutReview() with { Remedy = null, Service = null, Performance = null, Performed = false, Deferred = false },
            _ => next,
        };
    }

    /// <summary>The state as an act finds it that is done beside its stage: its track stands where the act starts.</summary>
    /// <param name="act">The act.</param>
    /// <param name="state">The present state.</param>
    /// <remarks>Of several who are fined one may be further than another: the track follows the first, and what is done to the other moves nothing.</remarks>
    public ProcedureState AtStageOf(ActKind act, ProcedureState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var from = Table.Find(Table.Of(act).First().From)!;
        return state.Moved(from.Track, from.Id);
    }

    private static ProcedureState Proceed(ProcedureState before, ProcedureState next, ProcedureEvent happened) => next with
    {
        Approved = null,
        DefenceAnswered = before.DefenceAnswered || happened.Act.DefenceAnswered,
        Discussed = before.Discussed || before.Main == "S70",
        // What counts is the office in which the step is taken, not what else the person could be.
        LegalReviewPassed = before.LegalReviewPassed || happened.Transition is { By: ProcedureRole.LegalReviewer },
    };

    private ProcedureState Move(ProcedureState state, Transition transition)
    {
        var from = Table.Find(transition.From)!;
        var to = transition.To is { } id ? Table.Find(id)! : null;
        var moved = to is null ? state.Moved(from.Track, null) : state.Moved(to.Track, to.Id);
        return Table.Following(transition).Aggregate(moved, Move);
    }

    /// <summary>The transition that an act would take from the present stages, or null.</summary>
    internal static Transition? TransitionOf(ProcedureTable table, ProcedureState state, ActKind act)
    {
        foreach (var transition in table.Of(act))
        {
            var from = table.Find(transition.From)!;
            if (transition.Follows is not null || state.On(from.Track) != from.Id)
            {
                continue;
            }

            // A case is closed once, though the track of its performance stays where it ended.
            if (act == ActKind.Close && state.Main is ("S95" or "S97"))
            {
                continue;
            }

            // What starts a track happens once; what stays on a stage may be repeated.
            if (transition.To is { } id && id != transition.From && table.Find(id) is { } to && to.Track != from.Track && to.Track != Track.Main && state.On(to.Track) is not null && act != ActKind.WithdrawPublication)
            {
                continue;
            }

            if (act == ActKind.WithdrawPublication && state.Publication is null)
            {
                continue;
            }

            return transition;
        }

        return null;
    }

    /// <summary>What may come next: every transition that leaves a present stage, with who has the act.</summary>
    /// <param name="state">The present state.</param>
    public IReadOnlyList<Transition> NextOf(ProcedureState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return [.. Enum.GetValues<ActKind>().Select(a => TransitionOf(Table, state, a)).OfType<Transition>()];
    }

    /// <summary>The transition that an act takes from a present stage; null when none may come next.</summary>
    /// <param name="act">The act.</param>
    /// <param name="state">The present state.</param>
    public Transition? NextBy(ActKind act, ProcedureState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return TransitionOf(Table, state, act);
    }

    /// <summary>The clocks that run, by stage: ids of time limits; a stage without one has no limit in law.</summary>
    /// <param name="state">The present state.</param>
    public IReadOnlyList<(Stage Stage, IReadOnlyList<string> Limits)> ClocksOf(ProcedureState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return [.. Enum.GetValues<Track>().Select(state.On).OfType<string>().Select(id => Table.Find(id)!).Where(s => !s.IsEnd).Select(s => (s, s.Clocks))];
    }
}
