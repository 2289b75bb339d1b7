using Heng.Dossiers;
using Heng.Law.Penalties;
using Heng.Law.Procedure;
using Heng.Law.Rulings;

namespace Heng.Cases.Steps.Notice;

/// <summary>A case goes on after the notice (告知后办理): the period is over, the points are answered.</summary>
public abstract record Proceed : CaseAct
{
    /// <summary>Remarks.</summary>
    [Field("意见", Optional = true)]
    public string? Note { get; init; }

    /// <inheritdoc/>
    public override bool IsOffered(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return base.IsOffered(file) && IsAt(file.Procedure.Main);
    }

    /// <inheritdoc/>
    public override IEnumerable<Refusal> Check(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        return IsAt(file.Procedure.Main)
            ? file.Procedure.Main != "S55" && file.Part<CaseFile>().Course.Unanswered.Any() ? [ProcedureRules.DefenceIsAnswered.Refuse("还有陈述申辩意见没有逐条复核回应；请先复核。")] : []
            : [ProcedureRules.ActFitsTheStage.Refuse($"当前不能办理“{ActTypes.Of(this).Chinese}”；请使用本阶段的办理项。")];
    }

    /// <inheritdoc/>
    public override IEnumerable<Rule> RestsOn() => [ProcedureRules.DefenceIsAnswered];

    /// <inheritdoc/>
    public override ProcedureAct AsStep(ProcedureAct step, DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(step);
        ArgumentNullException.ThrowIfNull(file);
        return step with { DefenceAnswered = !file.Part<CaseFile>().Course.Unanswered.Any() };
    }

    /// <inheritdoc/>
    public override CaseFile Apply(CaseFile before, RecordedAct done) => before;

    /// <summary>Whether the act belongs to a stage; other stages have an act of their own for the same step.</summary>
    /// <param name="stage">The stage of the main track.</param>
    protected abstract bool IsAt(string? stage);
}

/// <summary>Put the case before the head (提请决定): nothing asks for a collective discussion.</summary>
[Act("cases.proceed-decision", "提请作出处罚决定", ActKind.ProceedToDecision, Basis = "PR 57(2)", Help = "陈述申辩期限届满或者当事人明确放弃，意见已经逐条复核。应当集体讨论的案件，请提交集体讨论。")]
public sealed record ProceedToDecision : Proceed
{
    /// <inheritdoc/>
    public override string Says => "提请作出处罚决定";

    /// <inheritdoc/>
    public override IEnumerable<Refusal> Check(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        foreach (var refusal in base.Check(file, context))
        {
            yield return refusal;
        }

        if (file.Procedure.Discussed)
        {
            yield break;
        }

        if (file.Part<CaseFile>().Course.Proposal?.Marks.Any(PenaltyMarks.AskForDiscussion) == true)
        {
            yield return PenaltyRules.AlarmIsDiscussed.Refuse("本案触发小过重罚预警或者从重、从轻情节并存，须经负责人集体讨论；请提交集体讨论。");
        }

        if (file.Procedure.OnReviewList)
        {
            yield return ProcedureRules.PenaltyNeedsDiscussion.Refuse("本案列入法制审核目录，拟给予处罚须经负责人集体讨论；请提交集体讨论。");
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<Rule> RestsOn() => [.. base.RestsOn(), ProcedureRules.PenaltyNeedsDiscussion, PenaltyRules.AlarmIsDiscussed];

    /// <inheritdoc/>
    protected override bool IsAt(string? stage) => stage is "S50" or "S55" or "S65";
}

/// <summary>Put the case before the heads together (提交集体讨论).</summary>
[Act("cases.proceed-discussion", "提交集体讨论", ActKind.ProceedToDiscussion, Basis = "PR 60(2)", Help = "列入法制审核目录、触发小过重罚预警、偏离裁量基准等案件，由负责人集体讨论决定；红线事项拟不予处罚的也在这里提交。")]
public sealed record ProceedToDiscussion : Proceed
{
    /// <inheritdoc/>
    public override string Says => "提交负责人集体讨论";

    /// <inheritdoc/>
    public override IEnumerable<Refusal> Check(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        foreach (var refusal in base.Check(file, context))
        {
            yield return refusal;
        }

        if (file.Procedure.Main == "S40" && NoPenaltyRules.DecisionFollowsReview.Check(new(file.Part<CaseFile>().Opinion is not null, false, true)) is { } unreviewed)
        {
            yield return unreviewed;
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<Rule> RestsOn() => [.. base.RestsOn(), NoPenaltyRules.DecisionFollowsReview];

    /// <inheritdoc/>
    protected override bool IsAt(string? stage) => stage is "S50" or "S55" or "S65" or "S75" or "S40";
}
