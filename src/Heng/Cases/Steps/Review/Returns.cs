using Heng.Dossiers;
using Heng.Law.Procedure;

namespace Heng.Cases.Steps.Review;

/// <summary>An act that sends the report back (退回): the review so far no longer counts.</summary>
public abstract record SentBack : CaseAct
{
    /// <inheritdoc/>
    public override CaseFile Apply(CaseFile before, RecordedAct done)
    {
        ArgumentNullException.ThrowIfNull(before);
        return before with { Submission = null, SubmittedOn = null, Opinion = null, OpinionBy = null };
    }
}

/// <summary>Return for more evidence (退回补充调查).</summary>
[Act("cases.return-evidence", "退回补充调查", ActKind.ReturnForEvidence, Basis = "PR 54", Help = "事实不清、证据不足的，退回补充调查，写明需要补充的内容。")]
public sealed record ReturnForEvidence : SentBack
{
    /// <summary>Why.</summary>
    [Field("需要补充的内容和理由", Kind = FieldKind.LongText)]
    public string Reason { get; init; } = "";

    /// <inheritdoc/>
    public override string Says => "退回补充调查";

    /// <inheritdoc/>
    public override ProcedureAct AsStep(ProcedureAct step, DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(step);
        ArgumentNullException.ThrowIfNull(file);
        // In a discussion the sitting sends the case back; the principal writes it down.
        return file.Procedure.Main == "S70" && (step.By.Roles & ProcedureRole.Principal) != 0 ? step with { By = step.By with { Roles = step.By.Roles | ProcedureRole.Collective } } : step;
    }
}

/// <summary>Return for correction (退回纠正).</summary>
[Act("cases.return-correction", "退回纠正", ActKind.ReturnForCorrection, Basis = "PR 54", Help = "定性不准、适用依据错误、程序不合法或者处理不当的，退回纠正，写明理由。")]
public sealed record ReturnForCorrection : SentBack
{
    /// <summary>Why.</summary>
    [Field("需要纠正的内容和理由", Kind = FieldKind.LongText)]
    public string Reason { get; init; } = "";

    /// <inheritdoc/>
    public override string Says => "退回纠正";
}

/// <summary>Return to the report (退回补正): the head does not decide on it as it is.</summary>
[Act("cases.return-report", "退回补正", ActKind.ReturnToReport, Basis = "PR 60", Help = "负责人不同意处理意见或者程序有欠缺的，退回办案机构，写明理由。")]
public sealed record ReturnToReport : SentBack
{
    /// <summary>Why.</summary>
    [Field("退回理由", Kind = FieldKind.LongText)]
    public string Reason { get; init; } = "";

    /// <inheritdoc/>
    public override string Says => "退回补正";
}
