using Heng.Dossiers;
using Heng.Law.Penalties;
using Heng.Law.Procedure;
using Heng.Law.Rulings;

namespace Heng.Cases.Steps.Decision;

/// <summary>Decide no penalty (不予行政处罚决定, forms 43 and 46).</summary>
[Act("cases.decide-no-penalty", "不予行政处罚决定", ActKind.DecideNoPenalty, Basis = "PR 61", Help = "负责人审查后决定；决定书的理由由已认定的事实、证据和免罚条件逐项生成。", Irreversible = "决定作出后编号生效，不能修改；有新的事实或者虚假材料的，依法重新审查。")]
public sealed record DecideNoPenalty : CaseAct
{
    /// <summary>The ground.</summary>
    [Field("不予处罚的情形", Kind = FieldKind.Choice)]
    public string Ground { get; init; } = "";

    /// <summary>The opinion of the head.</summary>
    [Field("审批意见", Kind = FieldKind.LongText)]
    public string Opinion { get; init; } = "";

    /// <summary>Document number.</summary>
    public string DocumentNumber { get; init; } = "";

    /// <summary>The assessment on the day of the decision.</summary>
    public AssessmentKept? Assessment { get; init; }

    /// <summary>Days to the first visit, as they were set that day.</summary>
    public int VisitAfterDays { get; init; }

    /// <inheritdoc/>
    public override string? Series => "F46";

    /// <inheritdoc/>
    public override string Says => $"决定不予行政处罚（{DocumentNumber}）";

    /// <inheritdoc/>
    public override IEnumerable<(string Value, string Label)> ChoicesOf(string field, DossierFile file, ActContext context) => Exemptions.GroundsOf(file, context);

    /// <inheritdoc/>
    public override bool Knows(string field, string code, DossierFile file, ActContext context) => Exemptions.IsGround(code, file);

    /// <inheritdoc/>
    public override DossierAct Prefilled(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        return this with { Ground = file.Part<CaseFile>().Report?.Ground ?? "", Opinion = "同意不予行政处罚。" };
    }

    /// <inheritdoc/>
    public override IEnumerable<Refusal> Check(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(context);
        var c = file.Part<CaseFile>();
        return
        [
            .. Exemptions.Check(Ground, file, context),
            .. CaseChecks.CheckCrime(file, context, exempts: true),
            .. new[]
            {
                EvidenceFiles.Check(context),
                PenaltyRules.RedLineIsDiscussed.Check(file.Procedure.Discussed || !LegalReviewList.Lists(context.Settings[DossierSettings.RedLine], file)),
                NoPenaltyRules.DecisionFollowsReview.Check(new(c.Opinion is not null, false, true)),
                NoPenaltyRules.DecisionIsNotOnOwnReport.Check(c.ReportedBy != context.Me.PersonId),
                NoPenaltyRules.DecisionKeepsTheHandlingPeriod.Check(CaseClocks.StepUnder(CaseClocks.Handling(file), file, context.Today)),
            }.OfType<Refusal>(),
        ];
    }

    /// <inheritdoc/>
    public override IEnumerable<Rule> RestsOn() => [.. NoPenaltyRules.OfProposals, CrimeRules.OverIsReferred, EvidenceRules.FindingRestsOnEvidence, EvidenceRules.FindingsAgree, EvidenceRules.FilesAreWhatTheyWere, NoPenaltyRules.DecisionFollowsReview, NoPenaltyRules.DecisionIsNotOnOwnReport, NoPenaltyRules.DecisionKeepsTheHandlingPeriod];

    /// <inheritdoc/>
    public override DossierAct Numbered(int number, ActContext context) => this with { DocumentNumber = DocumentNumbers.Of(context, "不罚", number) };

    /// <inheritdoc/>
    public override DossierAct Frozen(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return this with { Assessment = CaseAssessment.Of(file, context.Today, context.Bureau?.LawRegion ?? "CN")?.Kept(context.Law), VisitAfterDays = DossierSettings.Number(context.Settings, DossierSettings.VisitAfterDays) };
    }

    /// <inheritdoc/>
    public override CaseFile Apply(CaseFile before, RecordedAct done)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(done);
        return before with { Decision = this, DecidedOn = done.On, Ending = new(CaseEndingKind.NoPenalty, done.On, "不予行政处罚", Ground is not (Exemptions.NotEstablished or Exemptions.Limitation), Ground != Exemptions.NotEstablished, VisitAfterDays) };
    }
}
