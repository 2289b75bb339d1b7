using Heng.Dossiers;
using Heng.Law.Procedure;
using Heng.Law.Publicity;
using Heng.Law.Rulings;
using Heng.Platform.Storage;

namespace Heng.Publication.Steps;

/// <summary>Why a publication is withdrawn (撤回原因).</summary>
public enum WithdrawalGround
{
    /// <summary>Changed.</summary>
    [Label("决定被依法变更")]
    Changed,

    /// <summary>Revoked.</summary>
    [Label("决定被依法撤销")]
    Revoked,

    /// <summary>Held unlawful.</summary>
    [Label("决定被确认违法")]
    Unlawful,

    /// <summary>Held void.</summary>
    [Label("决定被确认无效")]
    Void,
}

/// <summary>Withdraw a publication (撤回公示): the text is no longer shown, the reason is.</summary>
[Act("publication.withdraw", "撤回公示", ActKind.WithdrawPublication, Basis = "DR 11", Help = "决定被变更、撤销、确认违法或者确认无效的，三个工作日内撤回公示，并公开说明理由。", Irreversible = "撤回后决定书不再公示；撤回的日期和理由继续公开，记录不能删除。")]
public sealed record WithdrawPublication : DossierAct
{
    /// <summary>Why.</summary>
    [Field("撤回原因")]
    public WithdrawalGround? Ground { get; init; }

    /// <summary>The day on which the decision was changed.</summary>
    [Field("变更、撤销等决定生效或者收到之日")]
    public DateOnly ChangedOn { get; init; }

    /// <summary>By which document.</summary>
    [Field("依据的文书", Help = "例如行政复议决定书、判决书的名称和文号；将公开。")]
    public string Document { get; init; } = "";

    /// <summary>The reason made public.</summary>
    [Field("理由（公开）", Kind = FieldKind.LongText)]
    public string Reason { get; init; } = "";

    /// <summary>Why it is late.</summary>
    [Field("迟延原因", Kind = FieldKind.LongText, Optional = true, Help = "超过三个工作日的必填。")]
    public string? LateBecause { get; init; }

    /// <inheritdoc/>
    public override string Says => $"撤回公示：{(Ground is { } g ? ActTypes.LabelOf(g) : "")}";

    /// <inheritdoc/>
    public override bool IsOffered(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return base.IsOffered(file) && file.Part<PublicationFile>().Published is not null;
    }

    /// <inheritdoc/>
    public override DossierAct Prefilled(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return this with { ChangedOn = context.Today };
    }

    /// <inheritdoc/>
    public override IEnumerable<InputFault> Faults(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(context);
        return ChangedOn > context.Today || ChangedOn < file.Part<PublicationFile>().Summary?.DecidedOn ? [new InputFault("changedOn", "日期应当在作出决定之日和今天之间。")] : [];
    }

    /// <inheritdoc/>
    public override IEnumerable<Refusal> Check(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new[]
        {
            PublicityRules.WithdrawalHasAReason.Check(!string.IsNullOrWhiteSpace(Reason)),
            PublicityRules.WithdrawalKeepsItsLimit.Check(new(context.Today, PublicationPlan.WithdrawalClock(file, ChangedOn)?.DueOn, !string.IsNullOrWhiteSpace(LateBecause))),
        }.OfType<Refusal>();
    }

    /// <inheritdoc/>
    public override IEnumerable<Rule> RestsOn() => [PublicityRules.WithdrawalHasAReason, PublicityRules.WithdrawalKeepsItsLimit];

    /// <inheritdoc/>
    public override void AddRows(HengDb db, DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Found is PublicDraft { Row: { } row })
        {
            row.Withdraw(context.Today, $"{(Ground is { } g ? ActTypes.LabelOf(g) : "")}（{Document}）。{Reason}");
        }
    }
}
