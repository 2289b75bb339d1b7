using Heng.Law.Procedure;
using Heng.Law.Rulings;

namespace Heng.Law.Tests.Procedure;

public sealed class ProcedureRuleTests
{
    private static readonly ProcedureTable table = LawSet.Embedded.Procedure;
    private static readonly ProcedureMachine machine = new(table);

    public static TheoryData<string> Codes => [.. ProcedureRules.All.Select(r => r.Code)];

    [Theory, MemberData(nameof(Codes))]
    public void A_rule_refuses_its_example_and_passes_the_other(string code)
    {
        var rule = ProcedureRules.All.Single(r => r.Code == code);
        Assert.True(rule.RefusesItsExample, "the example to refuse was passed");
        Assert.True(rule.PassesItsExample, "the example to pass was refused");
    }

    [Fact]
    public void All_transitions_stages_and_forms_of_the_data_are_read()
    {
        Assert.Equal(37, table.Stages.Count);
        Assert.Equal(65, table.Transitions.Count(t => !t.IsChoice));
        Assert.Equal(28, table.Approvals.Count);
        Assert.Equal(66, table.Forms.Count);
    }

    [Fact]
    public void Every_citation_of_a_transition_names_an_instrument()
        => Assert.All(table.Transitions.SelectMany(t => t.Basis), b => Assert.NotNull(LawSet.Embedded.Instruments.Find(Heng.Law.Citations.Citation.Parse(b).Instrument)));

    [Fact]
    public void Every_clock_of_a_stage_is_a_limit_in_law()
        => Assert.All(table.Stages.SelectMany(s => s.Clocks), id => Assert.NotNull(LawSet.Embedded.Deadlines.Limits.Find(id)));

    [Theory]
    [InlineData("S76", true)]
    [InlineData("S95", false)]
    [InlineData("S97", false)]
    public void A_case_that_was_closed_is_not_closed_again(string main, bool mayClose)
        => Assert.Equal(mayClose, machine.NextBy(ActKind.Close, ProcedureState.Empty with { Main = main, Performance = "S90" }) is not null);

    [Theory]
    [InlineData(ActKind.DemandPerformance, "A", ProcedureRole.Officer, null, null)]
    [InlineData(ActKind.DemandPerformance, "C", ProcedureRole.Officer, null, "procedure.officer-is-named")]
    [InlineData(ActKind.DemandPerformance, "A", ProcedureRole.Officer, "R10", "procedure.enforcement.open-duty")]
    [InlineData(ActKind.DeferPayment, "H", ProcedureRole.Head, null, null)]
    [InlineData(ActKind.DeferPayment, "A", ProcedureRole.Head, null, "procedure.approver-is-no-handler")]
    [InlineData(ActKind.DeferPayment, "C", ProcedureRole.Officer, null, "procedure.role")]
    public void What_is_done_beside_its_stage_is_held_to_the_same_rules(ActKind kind, string person, ProcedureRole role, string? remedy, string? refused)
    {
        var act = new ProcedureAct(kind, new Actor(person, role), new DateOnly(2026, 3, 2));
        var state = ProcedureState.Empty with { Main = "S76", Service = "S80", Performance = "S93", Remedy = remedy, Handlers = HandlerSet.Of([new("A", true), new("B", true)]) };
        Assert.Contains("procedure.stage", Codes(machine.Decide(state, act)));
        Assert.Equal(refused is null ? [] : [refused], Codes(machine.Decide(machine.AtStageOf(kind, state), act)));

        static string[] Codes(Outcome<IReadOnlyList<ProcedureEvent>> outcome) => outcome is Outcome<IReadOnlyList<ProcedureEvent>>.Refused(var refusals) ? [.. refusals.Select(r => r.Code)] : [];
    }

    [Fact]
    public void All_refusals_come_at_once()
    {
        var act = new ProcedureAct(ActKind.DecidePenalty, new Actor("A", ProcedureRole.Officer), new DateOnly(2026, 3, 2));
        var state = ProcedureState.Empty with { Main = "S75", Handlers = HandlerSet.Of([new("A", true)]) };
        var refused = Assert.IsType<Outcome<IReadOnlyList<ProcedureEvent>>.Refused>(machine.Decide(state, act));
        Assert.Equal(
            ["procedure.role", "procedure.approver-is-no-handler", "procedure.two-officers", "procedure.decision.filed", "procedure.decision.reviewed", "procedure.decision.notice", "procedure.decision.content"],
            refused.Refusals.Select(r => r.Code));
    }
}
