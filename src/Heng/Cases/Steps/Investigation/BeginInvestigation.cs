using Heng.Dossiers;
using Heng.Law.Procedure;

namespace Heng.Cases.Steps.Investigation;

/// <summary>Begin the investigation (开始调查).</summary>
[Act("cases.begin-investigation", "开始调查", ActKind.BeginInvestigation, Basis = "PR 21", Help = "办案人员收集证据前应当声明有无利害关系，并告知当事人权利。")]
public sealed record BeginInvestigation : CaseAct
{
    /// <summary>Instructions.</summary>
    [Field("调查要点", Kind = FieldKind.LongText, Optional = true)]
    public string? Plan { get; init; }

    /// <inheritdoc/>
    public override string Says => "开始调查";

    /// <inheritdoc/>
    public override CaseFile Apply(CaseFile before, RecordedAct done) => before;
}
