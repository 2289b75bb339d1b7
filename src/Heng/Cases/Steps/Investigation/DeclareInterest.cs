using Heng.Dossiers;
using Heng.Platform.People;

namespace Heng.Cases.Steps.Investigation;

/// <summary>Interest (利害关系) declared by an officer.</summary>
public enum Interest
{
    /// <summary>None (没有).</summary>
    [Label("与本案没有应当回避的利害关系")]
    None,

    /// <summary>There is one (有).</summary>
    [Label("与本案有利害关系，申请回避")]
    Present,
}

/// <summary>Declare whether there is an interest in the case (回避声明).</summary>
[Act("cases.declare-interest", "回避声明", By = PersonRoles.Officer | PersonRoles.UnitHead | PersonRoles.Reviewer | PersonRoles.LegalReviewer | PersonRoles.Head | PersonRoles.Principal, Basis = "APL 43(1)", Help = "办案、审核、审批人员都可以声明。与案件有直接利害关系或者有其他关系可能影响公正执法的，应当回避。")]
public sealed record DeclareInterest : CaseAct
{
    /// <summary>The answer.</summary>
    [Field("声明")]
    public Interest? Answer { get; init; }

    /// <summary>What the interest is.</summary>
    [Field("说明", Optional = true)]
    public string? Note { get; init; }

    /// <inheritdoc/>
    public override string Says => Answer == Interest.Present ? "声明有利害关系" : "声明没有利害关系";

    /// <inheritdoc/>
    public override bool IsOffered(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Part<CaseFile>() is { FiledOn: not null, DecidedOn: null, OnPaper: null };
    }

    /// <inheritdoc/>
    protected override bool IsForAnyOfficer => true;

    /// <inheritdoc/>
    protected override bool IsForTheInterested => true;

    /// <inheritdoc/>
    public override CaseFile Apply(CaseFile before, RecordedAct done)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(done);
        return before with { Interests = before.Interests.SetItem(done.PersonId, Answer == Interest.Present), Decided = before.Decided.Remove(done.PersonId) };
    }
}
