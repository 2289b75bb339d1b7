using Heng.Cases.Steps.Review;
using Heng.Dossiers;
using Heng.Law.Penalties;
using Heng.Law.Procedure;
using Heng.Law.Rulings;

namespace Heng.Cases.Steps.Notice;

/// <summary>Approve the proposed penalty (批准拟处罚意见, form 08): from it the notice is made, with its number and the right to a hearing.</summary>
[Act("cases.approve-proposal", "批准拟处罚意见", ActKind.ApproveProposal, Basis = "PR 56", Help = "批准后编定告知书文号，由办案人员送达当事人。属于听证范围的应当告知听证权利；是否属于由系统按处罚内容和地区标准计算。")]
public sealed record ApproveProposal : CaseAct
{
    /// <summary>Whether the notice tells of the right to a hearing.</summary>
    [Field("告知听证权利", Help = "达到听证标准的必须告知；没有达到的也可以告知。")]
    public bool? OffersHearing { get; init; }

    /// <summary>The opinion of the head.</summary>
    [Field("审批意见", Kind = FieldKind.LongText)]
    public string Opinion { get; init; } = "";

    /// <summary>Why a hearing may be asked for, frozen; empty where it may not.</summary>
    public IReadOnlyList<string> HearingGrounds { get; init; } = [];

    /// <summary>Number of the notice.</summary>
    public string DocumentNumber { get; init; } = "";

    /// <summary>The notice by name and number.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string DocumentName => $"行政处罚告知书 {DocumentNumber}";

    /// <inheritdoc/>
    public override string? Series => "F37";

    /// <inheritdoc/>
    public override IEnumerable<(string Label, string Says)> Recalls(DossierFile file, ActContext context) => PenaltyRecall.Of(file);

    /// <inheritdoc/>
    public override string Says => $"批准拟处罚意见（{DocumentNumber}{(OffersHearing == true ? "，告知听证权利" : "")}）";

    /// <inheritdoc/>
    public override bool IsOffered(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return base.IsOffered(file) && file.Part<CaseFile>().Course is { HasNewProposal: true, Approval: null };
    }

    /// <inheritdoc/>
    public override DossierAct Prefilled(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        var proposed = file.Part<CaseFile>().Course.Proposal;
        return this with { OffersHearing = proposed is not null && Penalties.HearingOf(proposed.Sanction, file, context).Count > 0, Opinion = "同意拟处罚意见，依法告知当事人。" };
    }

    /// <inheritdoc/>
    public override IEnumerable<Refusal> Check(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(context);
        var c = file.Part<CaseFile>();
        if (c.Course is not { HasNewProposal: true, Proposal: { } proposed })
        {
            return [PenaltyRules.PenaltyIsNamed.Refuse("没有新的拟处罚意见；请先由办案人员提出。")];
        }

        return
        [
            .. proposed.Check(file, context),
            .. HeavierThanTold(file, proposed) is { } heavier ? [heavier] : Array.Empty<Refusal>(),
            .. new[] { NoPenaltyRules.DecisionIsNotOnOwnReport.Check(c.ReportedBy != context.Me.PersonId) }.OfType<Refusal>(),
        ];
    }

    /// <inheritdoc/>
    public override IEnumerable<Rule> RestsOn() => [.. PenaltyRules.OfProposals, NoPenaltyRules.DecisionIsNotOnOwnReport];

    /// <inheritdoc/>
    public override ProcedureAct AsStep(ProcedureAct step, DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(step);
        ArgumentNullException.ThrowIfNull(file);
        return file.Part<CaseFile>().Course.Proposal is not { } proposed ? step : step with
        {
            Penalty = Penalties.GravityOf(proposed.Sanction, file),
            HearingTriggered = Penalties.HearingOf(proposed.Sanction, file, context).Count > 0,
            HearingOffered = OffersHearing == true,
            NewFacts = !string.IsNullOrEmpty(proposed.NewFacts),
        };
    }

    /// <inheritdoc/>
    public override DossierAct Numbered(int number, ActContext context) => this with { DocumentNumber = DocumentNumbers.Of(context, "罚告", number) };

    /// <inheritdoc/>
    public override DossierAct Frozen(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        return this with { HearingGrounds = file.Part<CaseFile>().Course.Proposal is { } proposed ? [.. Penalties.HearingOf(proposed.Sanction, file, context).Select(g => g.Says)] : [] };
    }

    /// <inheritdoc/>
    public override CaseFile Apply(CaseFile before, RecordedAct done)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(done);
        return before with { Course = before.Course with { Approval = this, ApprovedOn = done.On, Approved = before.Course.Proposal } };
    }

    /// <summary>What the sums alone do not show: another kind, or a person fined more, without new facts.</summary>
    private static Refusal? HeavierThanTold(DossierFile file, Proposal.ProposePenalty proposed)
        => file.Part<CaseFile>().Course.Notice is { } told && string.IsNullOrEmpty(proposed.NewFacts) && proposed.Sanction.IsHeavierThan(told.Sanction) && !Penalties.GravityOf(proposed.Sanction, file).IsHeavierThan(Penalties.GravityOf(told.Sanction, file))
            ? ProcedureRules.HeavierNoticeNeedsNewFacts.Refuse("新的拟处罚意见增加了处罚种类或者对责任人员的罚款，而没有新的事实；请维持或者减轻，确有新事实的写明。")
            : null;
}

/// <summary>Decline the proposed penalty (不批准拟处罚意见): back to the unit.</summary>
[Act("cases.decline-proposal", "不批准拟处罚意见", ActKind.DeclineProposal, Basis = "PR 56", Help = "不同意拟处罚意见的，退回办案机构，写明理由；重新提出意见后再送审。")]
public sealed record DeclineProposal : SentBack
{
    /// <summary>Why.</summary>
    [Field("不批准的理由", Kind = FieldKind.LongText)]
    public string Reason { get; init; } = "";

    /// <inheritdoc/>
    public override IEnumerable<(string Label, string Says)> Recalls(DossierFile file, ActContext context) => PenaltyRecall.Of(file);

    /// <inheritdoc/>
    public override string Says => "不批准拟处罚意见，退回办案机构";
}
