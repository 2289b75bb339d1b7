using Heng.Dossiers;
using Heng.Law.Procedure;
using Heng.Law.Rulings;
using Heng.Platform.People;

namespace Heng.Cases.Steps.Review;

/// <summary>Opinion of a review that agrees (审核同意, form 36): the seven points of 程序规定第五十三条, each checked.</summary>
public abstract record ReviewOpinion : CaseAct
{
    private static readonly (string, string)[] points =
    [
        ("party", "当事人主体资格"), ("facts", "事实清楚、证据充分"), ("nature", "定性准确"), ("basis", "适用依据正确"), ("discretion", "裁量适当"), ("procedure", "程序合法"), ("disposal", "处理意见适当"),
    ];

    /// <summary>What was checked.</summary>
    [Field("审核要点", Kind = FieldKind.Choices, Help = "逐项核对后勾选。")]
    public IReadOnlyList<string> Checked { get; init; } = [];

    /// <summary>The opinion.</summary>
    [Field("审核意见", Kind = FieldKind.LongText)]
    public string Opinion { get; init; } = "";

    /// <summary>Whether it is a legal review.</summary>
    public bool IsLegal { get; init; }

    /// <inheritdoc/>
    public override string Says => IsLegal ? "法制审核同意" : "案件审核同意";

    /// <inheritdoc/>
    public override IEnumerable<(string Value, string Label)> ChoicesOf(string field, DossierFile file, ActContext context) => points;

    /// <inheritdoc/>
    public override DossierAct Prefilled(DossierFile file, ActContext context) => this with { Opinion = "经审核，事实清楚，证据充分，定性准确，适用依据正确，程序合法，同意处理意见。" };

    /// <inheritdoc/>
    public override IEnumerable<InputFault> Faults(DossierFile file, ActContext context)
    {
        if (Checked.Count > 0 && Checked.Count < points.Length)
        {
            yield return new("checked", "还有审核要点没有核对；不同意的请退回。");
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<Refusal> Check(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(context);
        var c = file.Part<CaseFile>();
        var onList = NeedsLegal(file);
        var report = file.Last<ConcludeInvestigation>();
        return new[]
        {
            c.IsHandledBy(context.Me.PersonId) ? ProcedureRules.ReviewerIsNoHandler.Refuse("您是本案办案人员，不得审核本案；请由其他人员审核。") : null,
            report?.Done.PersonId == context.Me.PersonId ? ProcedureRules.NobodyReviewsOwnReport.Refuse("本案调查终结报告由您签署，不得由您审核；请由其他人员审核。") : null,
            onList && !context.Me.Holds(PersonRoles.LegalReviewer) ? ProcedureRules.ListedCaseNeedsALegalReviewer.Refuse("本案列入法制审核目录，应当由法制审核人员审核；请转法制机构。") : null,
            EvidenceFiles.Check(context),
            NoPenaltyRules.ReviewKeepsItsLimit.Check(CaseClocks.StepUnder(CaseClocks.Review(file), file, context.Today)),
            NoPenaltyRules.LegalReviewerIsQualified.Check(new(true, onList, context.People.GetValueOrDefault(context.Me.PersonId)?.HasLegalQualification == true)),
        }.OfType<Refusal>();
    }

    /// <inheritdoc/>
    public override IEnumerable<Rule> RestsOn() => [ProcedureRules.ReviewerIsNoHandler, ProcedureRules.NobodyReviewsOwnReport, EvidenceRules.FilesAreWhatTheyWere, NoPenaltyRules.ReviewKeepsItsLimit, NoPenaltyRules.LegalReviewerIsQualified];

    /// <inheritdoc/>
    public override DossierAct Frozen(DossierFile file, ActContext context) => this with { IsLegal = NeedsLegal(file) };

    /// <inheritdoc/>
    public override CaseFile Apply(CaseFile before, RecordedAct done)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(done);
        return before with { Opinion = this, OpinionBy = done.PersonName };
    }

    /// <summary>Whether a legal reviewer must give it.</summary>
    /// <param name="file">The dossier.</param>
    protected virtual bool NeedsLegal(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Part<CaseFile>().Submission?.OnList == true;
    }
}

/// <summary>Agree with the proposed penalty (审核同意处罚): it goes to the head for approval before the notice.</summary>
[Act("cases.agree-penalty", "审核同意处罚", ActKind.AgreeToPenalty, Basis = "PR 54#1", Help = "核对主体、事实、证据、定性、依据、裁量、程序和处理意见；同意的报负责人批准后告知。办案人员不得审核自己承办的案件。")]
public sealed record AgreePenalty : ReviewOpinion
{
    /// <inheritdoc/>
    public override string Says => IsLegal ? "法制审核同意处罚" : "案件审核同意处罚";

    /// <inheritdoc/>
    public override bool IsOffered(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return base.IsOffered(file) && file.Part<CaseFile>().Report?.Disposal == ProposedDisposal.Penalty;
    }

    /// <inheritdoc/>
    public override IEnumerable<Refusal> Check(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Part<CaseFile>().Report?.Disposal == ProposedDisposal.Penalty ? base.Check(file, context) : [ProcedureRules.ActFitsTheStage.Refuse("报告没有建议给予处罚；请办理“审核同意”。")];
    }
}
