using Heng.Dossiers;
using Heng.Law.Procedure;
using Heng.Law.Rulings;

namespace Heng.Cases.Steps.Review;

/// <summary>Put the reviewed case before the head (提请决定): a disposal other than a penalty.</summary>
[Act("cases.agree-other-disposal", "提请作出处理决定", ActKind.AgreeToOtherDisposal, Basis = "PR 60(1)", Help = "审核同意后，由负责人对不予处罚等处理意见进行审查。")]
public sealed record AgreeToOtherDisposal : CaseAct
{
    /// <summary>Remarks.</summary>
    [Field("意见", Optional = true)]
    public string? Note { get; init; }

    /// <inheritdoc/>
    public override string Says => "审核完毕，提请决定";

    /// <inheritdoc/>
    public override bool IsOffered(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return base.IsOffered(file) && file.Part<CaseFile>().Opinion is not null;
    }

    /// <inheritdoc/>
    public override IEnumerable<Refusal> Check(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(context);
        var c = file.Part<CaseFile>();
        return new[] { NoPenaltyRules.DecisionFollowsReview.Check(new(c.Opinion is not null, false, true)), NoPenaltyRules.DecisionIsNotOnOwnReport.Check(c.ReportedBy != context.Me.PersonId) }.OfType<Refusal>();
    }

    /// <inheritdoc/>
    public override IEnumerable<Rule> RestsOn() => [NoPenaltyRules.DecisionFollowsReview, NoPenaltyRules.DecisionIsNotOnOwnReport];

    /// <inheritdoc/>
    public override CaseFile Apply(CaseFile before, RecordedAct done) => before;
}
