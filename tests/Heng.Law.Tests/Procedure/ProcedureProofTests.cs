using System.Collections.Concurrent;
using Heng.Law.Procedure;
using Heng.Law.Rulings;

namespace Heng.Law.Tests.Procedure;

/// <summary>Explores every state that acts can reach and holds the history of acts against what the law forbids.</summary>
/// <remarks>
/// Abstracted: days (served, inside the period, after it), people (two certified officers A and B, an uncertified one C, a person for each role,
/// and A holding every role), penalties (light, a little heavier, heavy enough for a hearing), review list yes or no, new facts yes or no. The history is kept by the
/// test from the acts alone, never read from the machine's state, so that a machine with a missing rule is caught.
/// Bounds: one follow-up visit, one deferral, two notices in a row, and at most <see cref="MostStates"/> states.
/// </remarks>
public sealed class ProcedureProofTests(ITestOutputHelper output)
{
    private const int MostStates = 2_000_000;
    private static readonly ProcedureTable table = LawSet.Embedded.Procedure;
    private static readonly DateOnly served = new(2026, 3, 2);
    private static readonly DateOnly lapse = new(2026, 3, 9);
    private static readonly PenaltyGravity light = new(2, 5_000_00, 0);
    private static readonly PenaltyGravity middle = new(2, 6_000_00, 0);
    private static readonly PenaltyGravity heavy = new(4, 150_000_00, 0);

    /// <summary>What the acts so far amount to in law; kept by the test.</summary>
    private readonly record struct History(
        bool TwoCertified, bool FiledByHead, bool ReviewedByNonHandler, bool LegallyReviewed, bool Listed, bool Notified, bool OfferedHearing,
        bool HeavyNotice, PenaltyGravity? Approved, bool Spoke, bool Waived, bool AskedForHearing, bool HearingHeld, bool Discussed);

    private sealed record Exploration(int States, int Acts, HashSet<string> Transitions, List<string> Breaches, List<string> DeadEnds);

    [Fact]
    public void No_reachable_penalty_breaks_the_law_and_every_state_has_a_way_out()
    {
        var found = Explore(new ProcedureMachine(table));
        output.WriteLine($"states {found.States}, acts tried {found.Acts}, transitions taken {found.Transitions.Count} of {table.Transitions.Count}");
        Assert.True(found.States < MostStates, "the bound was reached: the exploration is not exhaustive");
        Assert.Empty(found.Breaches);
        Assert.Empty(found.DeadEnds);
        Assert.Empty(table.Transitions.Select(t => t.Id).Except(found.Transitions));
    }

    [Theory]
    [InlineData("procedure.filing.two-officers", "procedure.two-officers")]
    [InlineData("procedure.reviewer-is-no-handler")]
    [InlineData("procedure.decision.notice")]
    [InlineData("procedure.decision.lapse", "procedure.notice.five-days")]
    [InlineData("procedure.decision.reviewed", "procedure.decision.notice")]
    [InlineData("procedure.notice.approved")]
    [InlineData("procedure.notice.not-heavier")]
    [InlineData("procedure.decision.not-heavier")]
    [InlineData("procedure.notice.hearing", "procedure.decision.hearing-offered")]
    [InlineData("procedure.decision.legal-review", "procedure.review.legal")]
    [InlineData("procedure.decision.collective")]
    [InlineData("procedure.decision.hearing")]
    [InlineData("procedure.spot.limit")]
    [InlineData("procedure.spot.two-officers")]
    [InlineData("procedure.role")]
    public void A_machine_without_a_rule_is_caught(params string[] missing)
    {
        var weaker = new ProcedureMachine(table, [.. ProcedureRules.All.Where(r => !missing.Contains(r.Code))]);
        Assert.NotEmpty(Explore(weaker, stopAtFirstBreach: true).Breaches);
    }

    [Fact]
    public void Every_open_stage_has_an_owner_and_a_clock_or_no_limit_in_law()
    {
        foreach (var stage in table.Stages.Where(s => !s.IsEnd))
        {
            Assert.NotEqual(ProcedureRole.None, stage.Owner);
            Assert.NotNull(stage.Clocks);
        }

        Assert.Equal(["S97", "S98", "P50"], table.Stages.Where(s => s.IsEnd).Select(s => s.Id));
    }

    private static Exploration Explore(ProcedureMachine machine, bool stopAtFirstBreach = false)
    {
        var start = (State: ProcedureState.Empty, History: default(History));
        var seen = new HashSet<(ProcedureState, History)> { start };
        var queue = new Queue<(ProcedureState State, History History)>([start]);
        var transitions = new HashSet<string>();
        var breaches = new List<string>();
        var deadEnds = new List<string>();
        var tried = 0;
        while (queue.Count > 0 && seen.Count < MostStates && !(stopAtFirstBreach && breaches.Count > 0))
        {
            var (state, history) = queue.Dequeue();
            var left = false;
            foreach (var act in ActsIn(state))
            {
                tried++;
                if (machine.Decide(state, act) is not Outcome<IReadOnlyList<ProcedureEvent>>.Allowed allowed)
                {
                    continue;
                }

                var happened = allowed.Value[0];
                if (happened.Transition is { } taken)
                {
                    transitions.Add(taken.Id);
                    transitions.UnionWith(table.Following(taken).Select(t => t.Id));
                }

                var breach = Breach(state, history, act);
                if (breach is not null)
                {
                    breaches.Add($"{breach} at {state.Main} by {act.Kind}");
                    continue;
                }

                var next = (State: machine.Evolve(state, happened), History: Remember(state, history, act));
                left |= next.State != state;
                if (seen.Add(next))
                {
                    queue.Enqueue(next);
                }
            }

            if (!left && state.Main is { } main && !table.Find(main)!.IsEnd && !(main is "S09" or "S95" && state.FollowUp is not null))
            {
                deadEnds.Add($"{state}");
            }
        }

        return new Exploration(seen.Count, tried, transitions, breaches, deadEnds);
    }

    /// <summary>Every act of every kind by everyone who could try it, with every variety that the rules look at.</summary>
    private static IEnumerable<ProcedureAct> ActsIn(ProcedureState state)
    {
        foreach (var kind in Enum.GetValues<ActKind>())
        {
            var opens = kind is ActKind.RegisterSource or ActKind.OpenOnTheSpot;
            var transition = ProcedureMachine.TransitionOf(table, state, kind);
            if (opens ? state.Main is not null : transition is null)
            {
                continue;
            }

            // Everyone who holds a role of the step, A who holds them all, and one who holds none of them.
            var fitting = Actors.Where(a => transition is null || (a.Roles & transition.By) != 0).ToArray();
            foreach (var by in fitting.Concat(Actors.Except(fitting).Take(1)))
            {
                foreach (var act in Varieties(kind, by))
                {
                    yield return act;
                }
            }
        }
    }

    private static readonly Actor[] Actors =
    [
        new("A", ProcedureRole.Officer),
        new("A", ProcedureRole.Officer | ProcedureRole.UnitHead | ProcedureRole.Reviewer | ProcedureRole.LegalReviewer | ProcedureRole.Head | ProcedureRole.Principal | ProcedureRole.HearingChair),
        new("U", ProcedureRole.UnitHead),
        new("R", ProcedureRole.Reviewer),
        new("L", ProcedureRole.LegalReviewer),
        new("H", ProcedureRole.Head),
        new("P", ProcedureRole.Principal),
        new("K", ProcedureRole.Collective),
        new("V", ProcedureRole.HearingChair),
        new("F", ProcedureRole.Finance),
    ];

    private static IEnumerable<ProcedureAct> Varieties(ActKind kind, Actor by)
    {
        var act = new ProcedureAct(kind, by, lapse.AddDays(1)) { FactsAreClear = true };
        switch (kind)
        {
            case ActKind.ApproveFiling:
                yield return act with { Handlers = [new("A", true), new("B", true)] };
                yield return act with { Handlers = [new("A", true), new("C", false)] };
                break;
            case ActKind.OpenOnTheSpot:
                yield return act with { Handlers = [new("A", true), new("B", true)] };
                yield return act with { Handlers = [new("A", true)] };
                break;
            case ActKind.SubmitForReview:
                yield return act with { OnReviewList = true };
                yield return act;
                break;
            case ActKind.ApproveProposal:
                foreach (var newFacts in new[] { false, true })
                {
                    yield return act with { Penalty = light, NewFacts = newFacts };
                    yield return act with { Penalty = heavy, HearingTriggered = true, HearingOffered = true, NewFacts = newFacts };
                }

                break;
            case ActKind.ServeNotice or ActKind.ServeNewNotice:
                foreach (var newFacts in new[] { false, true })
                {
                    yield return act with { On = served, LapsesOn = lapse, Penalty = light, NewFacts = newFacts };
                    yield return act with { On = served, LapsesOn = lapse, Penalty = heavy, HearingTriggered = true, HearingOffered = true, NewFacts = newFacts };
                    yield return act with { On = served, LapsesOn = lapse, Penalty = heavy, HearingTriggered = true, HearingOffered = false, NewFacts = newFacts };
                }

                break;
            case ActKind.RecordDefence or ActKind.AcceptHearingRequest or ActKind.RecordWaiver:
                yield return act with { On = served };
                yield return act;
                break;
            case ActKind.ProceedToDecision or ActKind.ProceedToDiscussion or ActKind.OrderRefund:
                yield return act with { On = served, DefenceAnswered = true };
                yield return act with { DefenceAnswered = true };
                yield return act;
                break;
            case ActKind.DecidePenalty:
                yield return act with { Penalty = light };
                yield return act with { Penalty = middle };
                yield return act with { Penalty = heavy, HearingTriggered = true };
                yield return act with { Penalty = light, On = served };
                break;
            case ActKind.DecideOnTheSpot:
                yield return act with { Penalty = new PenaltyGravity(2, 200_00, 0), PartyIsIndividual = true };
                yield return act with { Penalty = new PenaltyGravity(2, 200_01, 0), PartyIsIndividual = true };
                yield return act with { Penalty = new PenaltyGravity(2, 3_000_00, 0) };
                yield return act with { Penalty = new PenaltyGravity(2, 3_000_01, 0) };
                yield return act with { Penalty = new PenaltyGravity(1, 0, 0) };
                yield return act with { Penalty = new PenaltyGravity(4, 0, 0) };
                break;
            case ActKind.CollectOnTheSpot:
                yield return act with { CollectionGround = true };
                yield return act;
                break;
            case ActKind.Close:
                yield return act with { EnforcementEnded = true };
                yield return act;
                break;
            default:
                yield return act;
                break;
        }
    }

    /// <summary>The law, told from the history alone; null when the act breaks nothing.</summary>
    private static string? Breach(ProcedureState state, History history, ProcedureAct act)
    {
        if (act.Kind == ActKind.DecideOnTheSpot)
        {
            var limit = act.PartyIsIndividual ? 200_00 : 3_000_00;
            return act.Penalty is not { Severity: <= 2 } penalty || penalty.FineFen > limit ? "an on-the-spot penalty outside its limits"
                : !history.TwoCertified ? "an on-the-spot penalty without two certified officers"
                : null;
        }

        if (act.Kind is ActKind.ServeNotice or ActKind.ServeNewNotice && act.Penalty != history.Approved)
        {
            return "a notice of a penalty that no head approved";
        }

        if (act.Kind is ActKind.ServeNotice or ActKind.ServeNewNotice && act.HearingTriggered && !act.HearingOffered)
        {
            return "a hearing not offered though triggered";
        }

        if (act.Kind == ActKind.ServeNewNotice && (history.Spoke || history.AskedForHearing) && !history.HeavyNotice && act.Penalty == heavy && !act.NewFacts)
        {
            return "a heavier notice after defence or hearing request without new facts";
        }

        if (act.Kind != ActKind.DecidePenalty)
        {
            return null;
        }

        var isHeavy = act.Penalty == heavy;
        return (act.By.Roles & (ProcedureRole.Head | ProcedureRole.Collective)) == 0 ? "a penalty decided by nobody who may"
            : !history.TwoCertified ? "a penalty without two certified officers"
            : !history.FiledByHead ? "a penalty without a head's filing approval"
            : !history.ReviewedByNonHandler ? "a penalty without review by a non-handler"
            : !history.Notified ? "a penalty without notice"
            : act.On <= lapse && !history.Waived ? "a penalty inside the five working days without waiver"
            : (isHeavy || act.Penalty == middle) && !history.HeavyNotice ? "a penalty heavier than the notice"
            : isHeavy && !history.OfferedHearing ? "a penalty in the hearing range without the offer"
            : history.AskedForHearing && !history.HearingHeld ? "a penalty before the hearing asked for"
            : (history.Listed || history.HearingHeld) && !history.LegallyReviewed ? "a penalty without the legal review triggered"
            : (history.Listed || history.HearingHeld) && !history.Discussed ? "a penalty without the collective discussion triggered"
            : null;
    }

    private static History Remember(ProcedureState state, History h, ProcedureAct act)
    {
        var isHandler = act.By.Person is "A" or "B" && (h.FiledByHead || act.Kind == ActKind.OpenOnTheSpot);
        switch (act.Kind)
        {
            case ActKind.OpenOnTheSpot:
                return h with { TwoCertified = act.Handlers.Count(x => x.Certified) >= 2 };
            case ActKind.TurnToOrdinary:
                return h with { TwoCertified = false };
            case ActKind.ApproveFiling:
                return h with { TwoCertified = act.Handlers.Count(x => x.Certified) >= 2, FiledByHead = (act.By.Roles & ProcedureRole.Head) != 0 && act.Handlers.All(x => x.Person != act.By.Person) };
            case ActKind.ConcludeInvestigation:
                return Fresh(h) with { ReviewedByNonHandler = false, LegallyReviewed = false, Listed = false };
            case ActKind.SubmitForReview:
                return h with { Listed = act.OnReviewList };
            case ActKind.AgreeToPenalty:
                return h with { ReviewedByNonHandler = !isHandler, LegallyReviewed = !isHandler && (act.By.Roles & ProcedureRole.LegalReviewer) != 0 };
            case ActKind.AgreeToOtherDisposal:
                return h with { ReviewedByNonHandler = !isHandler };
            case ActKind.ApproveProposal:
                return h with { Approved = (act.By.Roles & ProcedureRole.Head) != 0 && !isHandler ? act.Penalty : null };
            case ActKind.ServeNotice or ActKind.ServeNewNotice:
                return Fresh(h) with { Notified = true, OfferedHearing = act.HearingOffered, HeavyNotice = act.Penalty == heavy, LegallyReviewed = h.LegallyReviewed && !h.HearingHeld };
            case ActKind.RecordDefence:
                return h with { Spoke = true };
            case ActKind.RecordWaiver:
                return h with { Waived = true };
            case ActKind.AcceptHearingRequest:
                return h with { AskedForHearing = true };
            case ActKind.CloseHearing:
                return h with { HearingHeld = true, LegallyReviewed = false };
            case ActKind.ProceedToDiscussion or ActKind.ProceedToDecision:
                return h with
                {
                    Approved = null,
                    Discussed = h.Discussed || (state.Main == "S70" && (act.By.Roles & ProcedureRole.Collective) != 0),
                    LegallyReviewed = h.LegallyReviewed || (!isHandler && (act.By.Roles & ProcedureRole.LegalReviewer) != 0),
                };
            case ActKind.ReturnForEvidence or ActKind.ReturnForCorrection or ActKind.ReturnToReport or ActKind.FailLegalReview or ActKind.DeclineProposal or ActKind.ActAnew:
                return Fresh(h) with { ReviewedByNonHandler = false, LegallyReviewed = false };
            default:
                return h;
        }
    }

    /// <summary>What a new notice, or a report opened again, wipes out.</summary>
    private static History Fresh(History h) => new(h.TwoCertified, h.FiledByHead, h.ReviewedByNonHandler, h.LegallyReviewed, h.Listed, false, false, false, null, false, false, false, false, false);
}
