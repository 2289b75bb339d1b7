using Heng.Dossiers;
using Heng.Law.Discretion;
using Heng.Law.Penalties;
using Heng.Law.Procedure;
using Heng.Law.Rulings;

namespace Heng.Cases.Steps.Review;

/// <summary>What a report proposes (处理建议).</summary>
public enum ProposedDisposal
{
    /// <summary>No penalty (不予处罚).</summary>
    [Label("不予行政处罚")]
    NoPenalty,

    /// <summary>A penalty (行政处罚).</summary>
    [Label("给予行政处罚")]
    Penalty,

    /// <summary>Transfer (移送).</summary>
    [Label("移送")]
    Transfer,
}

/// <summary>Conclude the investigation with a report (调查终结, form 35): its six parts, and the assessment kept.</summary>
[Act("cases.conclude", "调查终结报告", ActKind.ConcludeInvestigation, Basis = "PR 48", Help = "报告由当事人情况、案件来源与调查经过、事实与证据、性质与依据、裁量理由、处理意见六部分组成，前五部分由已登记的内容自动生成。")]
public sealed record ConcludeInvestigation : CaseAct
{
    /// <summary>The proposal.</summary>
    [Field("处理建议")]
    public ProposedDisposal? Disposal { get; init; }

    /// <summary>The ground of no penalty.</summary>
    [Field("不予处罚的情形", Kind = FieldKind.Choice, Optional = true, Help = "建议不予处罚的必须选择一项。")]
    public string? Ground { get; init; }

    /// <summary>The opinion.</summary>
    [Field("处理意见和理由", Kind = FieldKind.LongText)]
    public string Opinion { get; init; } = "";

    /// <summary>The assessment on the day of the report.</summary>
    public AssessmentKept? Assessment { get; init; }

    /// <inheritdoc/>
    public override string Says => $"调查终结，建议{(Disposal is { } d ? ActTypes.LabelOf(d) : "")}";

    /// <inheritdoc/>
    public override IEnumerable<(string Value, string Label)> ChoicesOf(string field, DossierFile file, ActContext context) => Exemptions.GroundsOf(file, context);

    /// <inheritdoc/>
    public override bool Knows(string field, string code, DossierFile file, ActContext context) => Exemptions.IsGround(code, file);

    /// <inheritdoc/>
    public override DossierAct Prefilled(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var a = CaseAssessment.Of(file, context.Today, context.Bureau?.LawRegion ?? "CN");
        // Who may be exempt and for whom a penalty was named all the same is not exempted by a form.
        var exempt = a?.Result.Outcome == AssessmentOutcome.NoPenalty || (a?.Result.Outcome == AssessmentOutcome.MayBeExempt && file.Part<CaseFile>().Course.Proposal is null);
        var ground = exempt ? Exemptions.GroundsOf(file, context).FirstOrDefault() : default;
        return this with
        {
            Disposal = a is null ? null : exempt ? ProposedDisposal.NoPenalty : ProposedDisposal.Penalty,
            Ground = ground.Value,
            Opinion = exempt ? $"当事人的行为符合“{ground.Label}”不予行政处罚的条件，建议不予行政处罚，对当事人进行教育。"
                : file.Part<CaseFile>().Course.Proposal is { } proposed ? $"{proposed.Reason}建议对当事人{proposed.Words}。" : "",
        };
    }

    /// <inheritdoc/>
    public override IEnumerable<Refusal> Check(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(context);
        var altered = new[] { EvidenceFiles.Check(context) }.OfType<Refusal>();
        if (Disposal == ProposedDisposal.NoPenalty)
        {
            return [.. Exemptions.Check(Ground, file, context), .. CaseChecks.CheckCrime(file, context, exempts: true), .. altered];
        }

        var forbidden = Disposal == ProposedDisposal.Penalty && CaseAssessment.Of(file, context.Today, context.Bureau?.LawRegion ?? "CN")?.Result.Outcome is AssessmentOutcome.NoPenalty or AssessmentOutcome.Barred;
        var c = file.Part<CaseFile>();
        var unproposed = Disposal == ProposedDisposal.Penalty && c.Course.Proposal is null ? PenaltyRules.PenaltyIsNamed.Refuse("建议给予处罚的，应当先提出拟处罚意见（种类、数额和理由）；请由办案人员提出后再终结调查。") : null;
        return [.. Exemptions.CheckFacts(file, context), .. Disposal == ProposedDisposal.Penalty && c.Course.Proposal is { } proposed ? PenaltyRules.Check(Penalties.Of(proposed, file, context)!).Concat(CaseChecks.Check(proposed, file, context)) : [], .. new[] { unproposed, NoPenaltyRules.ReportFitsTheAssessment.Check(forbidden) }.OfType<Refusal>(), .. altered];
    }

    /// <inheritdoc/>
    public override IEnumerable<Rule> RestsOn() => Disposal == ProposedDisposal.NoPenalty
        ? [EvidenceRules.FindingRestsOnEvidence, EvidenceRules.FindingsAgree, EvidenceRules.FilesAreWhatTheyWere, .. NoPenaltyRules.OfProposals, CrimeRules.OverIsReferred]
        : [EvidenceRules.FindingRestsOnEvidence, EvidenceRules.FindingsAgree, EvidenceRules.FilesAreWhatTheyWere, NoPenaltyRules.ReportFitsTheAssessment, .. PenaltyRules.OfProposals, .. Disposal == ProposedDisposal.Penalty ? CaseChecks.RestsOn() : []];

    /// <inheritdoc/>
    public override DossierAct Frozen(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return this with { Assessment = CaseAssessment.Of(file, context.Today, context.Bureau?.LawRegion ?? "CN")?.Kept(context.Law) };
    }

    /// <inheritdoc/>
    public override CaseFile Apply(CaseFile before, RecordedAct done)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(done);
        return before with { Report = this, ReportedOn = done.On, ReportedBy = done.PersonId, Opinion = null, OpinionBy = null, Submission = null };
    }
}
