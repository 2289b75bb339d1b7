using Heng.Dossiers;
using Heng.Law.Procedure;
using Heng.Law.Rulings;

namespace Heng.Cases.Steps.Closing;

/// <summary>Close the case (结案, form 53). It never waits for a visit.</summary>
[Act("cases.close", "批准结案", ActKind.Close, Basis = "PR 77", Help = "结案条件成就之日起十五个工作日内审批。处罚决定应当已经履行完毕，或者法院裁定终结执行；不予处罚的案件，决定应当已经送达；有违法行为而不予处罚的，当事人应当已经受到教育。")]
public sealed record CloseCase : CaseAct
{
    /// <summary>How the case ended.</summary>
    [Field("办理结果和审批意见", Kind = FieldKind.LongText)]
    public string Opinion { get; init; } = "";

    /// <inheritdoc/>
    public override string Says => "批准结案";

    /// <inheritdoc/>
    public override DossierAct Prefilled(DossierFile file, ActContext context) => this with { Opinion = "同意结案。" };

    /// <inheritdoc/>
    public override ProcedureAct AsStep(ProcedureAct step, DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(step);
        ArgumentNullException.ThrowIfNull(file);
        return step with { EnforcementEnded = file.Part<CaseFile>().EnforcementEndedOn is not null };
    }

    /// <inheritdoc/>
    public override IEnumerable<Refusal> Check(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(context);
        var c = file.Part<CaseFile>();
        return new[]
        {
            !c.OwesEducation ? null : NoPenaltyRules.PartyIsEducated.Check(c.Education.Count > 0),
            ClosingRules.ClosingKeepsItsLimit.Check(CaseClocks.StepUnder(CaseClocks.Closing(file), file, context.Today)),
        }.OfType<Refusal>();
    }

    /// <inheritdoc/>
    public override IEnumerable<Rule> RestsOn() => [NoPenaltyRules.PartyIsEducated, ClosingRules.ClosingKeepsItsLimit];

    /// <inheritdoc/>
    public override CaseFile Apply(CaseFile before, RecordedAct done)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(done);
        return before with { ClosedOn = done.On };
    }
}
