using Heng.Dossiers;
using Heng.Law.Codes;
using Heng.Platform.People;

namespace Heng.Cases.Steps.Proposal;

/// <summary>Propose a penalty (拟处罚意见): the sum is held against the assessment of the day; anything outside needs its reason.</summary>
[Act("cases.propose-penalty", "拟处罚意见", By = PersonRoles.Officer, Basis = "PR 48", Help = "对照裁量结果提出罚款数额和其他处罚种类。区间以内只需说明理由；超出区间、低于下限、触发预警的，按提示写明。陈述申辩或者听证以后改变意见的，在这里重新提出。")]
public sealed record ProposePenalty : SanctionAct
{
    /// <summary>Why.</summary>
    [Field("处罚理由", Kind = FieldKind.LongText, Order = 1, Group = "理由", Help = "违法事实、性质、情节、社会危害程度与处罚的关系。")]
    public string Reason { get; init; } = "";

    /// <summary>New facts, when the party was told before.</summary>
    [Field("新的事实和证据", Kind = FieldKind.LongText, Optional = true, Order = 1, Help = "告知以后提出更重处罚的必填；没有新的事实不得加重。")]
    public string? NewFacts { get; init; }

    /// <summary>What was charged too much and must be returned, told with the notice; asked for in price cases.</summary>
    [Field("应当退还的多收价款", Kind = FieldKind.Money, Optional = true, Order = 1, Help = "价格案件依法应当退还多收价款的填写，告知书载明退款金额；没有的不填。")]
    public Law.Codes.Money? Refund { get; init; }

    /// <summary>The penalty in words, frozen.</summary>
    public string Words { get; init; } = "";

    /// <inheritdoc/>
    public override string Says => $"拟{Words}";

    /// <inheritdoc/>
    public override bool IsOffered(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Procedure.Main is "S20" or "S30" or "S55" or "S62" && file.Part<CaseFile>() is { Facts: not null, OnPaper: null };
    }

    /// <inheritdoc/>
    public override bool AsksFor(string field, DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return field != nameof(Refund) || (file.Part<Affair>().Matter is { } matter && file.Law.Matters.Find(matter)?.Field == "price");
    }

    /// <inheritdoc/>
    public override DossierAct Prefilled(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.Part<CaseFile>().Course.Proposal is { } before)
        {
            return ((ProposePenalty)Copied(before)) with
            {
                Reason = before.Reason,
                Refund = before.Refund,
                Gain = before.Gain is { Fen: > 0 } && file.Part<CaseChecks>().Gain is { } determined ? determined.Confiscable : before.Gain,
                Goods = before.Goods is null ? null : GoodsIn(file),
            };
        }

        var gain = file.Part<CaseChecks>().Gain is { Confiscable: { Fen: > 0 } sum } && TakesGain(file, context) ? sum : (Money?)null;
        var kinds = Penalties.OrderedIn(file, context);
        return this with { Kinds = kinds, Gain = gain, Goods = kinds.Any(Law.Penalties.PenaltyKinds.IsOfGoods) ? GoodsIn(file) : null };
    }

    /// <inheritdoc/>
    public override DossierAct Frozen(DossierFile file, ActContext context) => ((ProposePenalty)base.Frozen(file, context)) with { Words = Penalties.Say(Sanction, file) };

    /// <inheritdoc/>
    public override CaseFile Apply(CaseFile before, RecordedAct done)
    {
        ArgumentNullException.ThrowIfNull(before);
        return before with { Course = before.Course with { Proposal = this, ProposedBy = done } };
    }

    /// <summary>What the listed goods are worth; null where none are listed.</summary>
    private static Money? GoodsIn(DossierFile file) => file.Part<CaseFile>().Goods.Where(g => g.Counts).Select(g => g.Value).ToArray() is { Length: > 0 } values ? Money.Sum(values) : null;

    private static bool TakesGain(DossierFile file, ActContext context)
        => CaseAssessment.Of(file, context.Today, context.Bureau?.LawRegion ?? "CN")?.Result.OtherKinds.Any(k => Law.Penalties.PenaltyKinds.IsOfGain(k.Kind.Id)) == true;
}
