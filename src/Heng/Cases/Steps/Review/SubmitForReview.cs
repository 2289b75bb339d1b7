using Heng.Dossiers;
using Heng.Law.Procedure;

namespace Heng.Cases.Steps.Review;

/// <summary>Submit the file for review (送审, form 36).</summary>
[Act("cases.submit-review", "送审", ActKind.SubmitForReview, Basis = "PR 49", Help = "案卷和报告交审核人员；审核应当在收到案卷之日起十个工作日内完成。")]
public sealed record SubmitForReview : CaseAct
{
    /// <summary>Whether the case is on the legal-review list.</summary>
    [Field("列入法制审核目录", Help = "列入目录的由法制审核人员审核。")]
    public bool? OnList { get; init; }

    /// <inheritdoc/>
    public override string Says => OnList == true ? "送法制审核" : "送案件审核";

    /// <inheritdoc/>
    public override DossierAct Prefilled(DossierFile file, ActContext context) => this with { OnList = false };

    /// <inheritdoc/>
    public override ProcedureAct AsStep(ProcedureAct step, DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(step);
        return step with { OnReviewList = OnList == true };
    }

    /// <inheritdoc/>
    public override CaseFile Apply(CaseFile before, RecordedAct done)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(done);
        // A new review has its own limit; the breach of an earlier one excuses nothing.
        return before with { Submission = this, SubmittedOn = done.On, Opinion = null, OpinionBy = null, Breaches = before.Breaches.Remove("L35") };
    }
}
