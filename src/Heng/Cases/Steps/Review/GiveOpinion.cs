using Heng.Dossiers;
using Heng.Platform.People;

namespace Heng.Cases.Steps.Review;

/// <summary>Agree with a report that proposes no penalty (审核同意, form 36).</summary>
[Act("cases.give-opinion", "审核同意", By = PersonRoles.Reviewer | PersonRoles.LegalReviewer, Basis = "PR 49", Help = "核对主体、事实、证据、定性、依据、裁量、程序和处理意见。办案人员不得审核自己承办的案件。")]
public sealed record GiveOpinion : ReviewOpinion
{
    /// <inheritdoc/>
    public override bool IsOffered(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Procedure.Main == "S40" && file.Part<CaseFile>() is { Opinion: null, Report.Disposal: not ProposedDisposal.Penalty };
    }
}
