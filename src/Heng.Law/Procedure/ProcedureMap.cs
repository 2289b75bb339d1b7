using Heng.Law.Rulings;

namespace Heng.Law.Procedure;

/// <summary>Procedure map (程序导览): which rules guard the acts that leave a stage, for people to read.</summary>
public static class ProcedureMap
{
    private static readonly DateOnly day = new(2026, 3, 2);

    /// <summary>The rules that some act leaving the stage can break.</summary>
    /// <remarks>Found by trying: each act is made from the stage by everyone, with nothing and with everything given; a rule that refuses one of them guards the stage.</remarks>
    /// <param name="table">The procedure of the law set.</param>
    /// <param name="stage">The stage.</param>
    public static IReadOnlyList<Rule<ProcedureStep>> RulesAt(ProcedureTable table, Stage stage)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(stage);
        var steps = table.Transitions.Where(t => t.From == stage.Id).SelectMany(t => Trials(table, stage, t)).ToArray();
        return [.. ProcedureRules.All.Where(rule => rule != ProcedureRules.ActFitsTheStage && rule != ProcedureRules.ActorHoldsTheRole && steps.Any(s => rule.Check(s) is not null))];
    }

    private static IEnumerable<ProcedureStep> Trials(ProcedureTable table, Stage stage, Transition transition)
    {
        var bare = ProcedureState.Empty.Moved(stage.Track, stage.Id);
        var handled = bare with { Handlers = HandlerSet.Of([new("A", true)]), ReportBy = "R", Notified = new PenaltyGravity(1, 0, 0), LapsesOn = day, Defended = true, HearingRequested = true, OnReviewList = true, Performed = stage.Id != "S90", Publication = bare.Publication ?? "S85" };
        foreach (var state in new[] { bare, handled })
        {
            foreach (var person in new[] { "A", "R", "Z" })
            {
                var act = new ProcedureAct(transition.Act, new Actor(person, transition.By & ~ProcedureRole.LegalReviewer), day) { Handlers = [new(person, true)] };
                yield return new ProcedureStep(state, act, transition, table);
                yield return new ProcedureStep(state, act with { HearingTriggered = true, Penalty = new PenaltyGravity(6, 1, 1), On = day.AddDays(1) }, transition, table);
            }
        }
    }
}
