using System.Globalization;
using Heng.Dossiers;
using Heng.Law.Codes;
using Heng.Law.Discretion.IllegalGain;
using Heng.Law.Penalties;
using Heng.Law.Rulings;
using Heng.Platform.People;

namespace Heng.Cases.Steps.Checks;

/// <summary>Kind of an item that the party asks to have deducted (申请扣除的项目).</summary>
public enum OutlaySort
{
    /// <summary>Goods sold.</summary>
    [Label("所销售商品的购进价款")]
    GoodsSold,

    /// <summary>Raw material.</summary>
    [Label("原材料购进价款")]
    Material,

    /// <summary>Goods used in a service.</summary>
    [Label("服务中所使用商品的购进价款")]
    GoodsUsedInService,

    /// <summary>Other outlay.</summary>
    [Label("其他支出（依当事人申请）")]
    Other,

    /// <summary>Tax.</summary>
    [Label("已经缴纳的税款")]
    Tax,
}

/// <summary>Way of gaining (获利方式).</summary>
public enum GainWay
{
    /// <summary>Ordinary.</summary>
    [Label("一般情形：收入扣除合法必要支出")]
    Ordinary,

    /// <summary>Price.</summary>
    [Label("价格违法：多收、少付的价款")]
    Price,

    /// <summary>Pyramid selling.</summary>
    [Label("拉人头、收取入门费的传销：全部收入")]
    PyramidSelling,

    /// <summary>Facilitation.</summary>
    [Label("为违法行为提供便利条件：全部收入")]
    Facilitation,
}

/// <summary>How far illegal income was found out (查清程度).</summary>
public enum GainExtent
{
    /// <summary>Wholly.</summary>
    [Label("已经查清")]
    Wholly,

    /// <summary>In part.</summary>
    [Label("部分查清：只认定查清的部分")]
    InPart,

    /// <summary>Not at all.</summary>
    [Label("无法查清：不予计算，作为罚款的裁量因素")]
    NotAtAll,
}

/// <summary>Record an outlay or tax that the party asks to have deducted (登记支出、税款): one item an act, with its proof.</summary>
[Act("cases.record-outlay", "登记申请扣除的支出", By = PersonRoles.Officer, Basis = "IG 6", Help = "每项支出或者税款登记一次，附上证据；是否扣除由认定规则逐项给出结果和依据。同一名称、同一种类再次登记的，以后一次为准；金额填 0 表示撤回。")]
public sealed record RecordOutlay : CaseAct
{
    /// <summary>Kind.</summary>
    [Field("种类")]
    public OutlaySort? Kind { get; init; }

    /// <summary>What it is.</summary>
    [Field("名称", Help = "例如“2026 年 2 月进货款”。")]
    public string Name { get; init; } = "";

    /// <summary>The sum.</summary>
    [Field("金额", Kind = FieldKind.Money)]
    public Money? Amount { get; init; }

    /// <summary>The proof.</summary>
    [Field("证明材料", Kind = FieldKind.Evidence, Optional = true, Help = "没有证据证明的支出不予扣除。")]
    public IReadOnlyList<int> Evidence { get; init; } = [];

    /// <summary>When it was handed in, or the tax paid.</summary>
    [Field("提交证明（税款为缴纳）日期", Optional = true)]
    public DateOnly? On { get; init; }

    /// <summary>Whether it is lawful, necessary and direct.</summary>
    [Field("合法，并且直接用于相关生产经营活动的必要支出")]
    public bool? IsDirect { get; init; }

    /// <summary>Whether it is mixed.</summary>
    [Field("与其他经营支出混同，无法区分")]
    public bool? IsMixed { get; init; }

    /// <summary>Whether the item comes off or not cannot be said before the determination.</summary>
    /// <inheritdoc/>
    public override string Says => $"登记申请扣除的支出：{Name} {Amount} 元";

    /// <inheritdoc/>
    public override bool IsOffered(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Procedure.Main is "S20" or "S55" or "S62" && file.Part<CaseFile>() is { Evidence.Count: > 0, OnPaper: null };
    }

    /// <inheritdoc/>
    public override DossierAct Prefilled(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return this with { Kind = OutlaySort.GoodsSold, On = context.Today, IsDirect = true, IsMixed = false };
    }

    /// <inheritdoc/>
    public override IEnumerable<(string Value, string Label)> ChoicesOf(string field, DossierFile file, ActContext context) => GainMath.EvidenceIn(file);

    /// <inheritdoc/>
    public override IEnumerable<InputFault> Faults(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (On > context.Today)
        {
            yield return new("on", "日期晚于今天，请核对。");
        }

        if (Evidence.Count > 0 && On is null)
        {
            yield return new("on", "附有证据的，请填写提交证明（税款为缴纳）的日期。");
        }
    }

    /// <inheritdoc/>
    public override CaseFile Apply(CaseFile before, RecordedAct done) => before;
}

/// <summary>Determine the illegal income (违法所得认定): receipts less what may be deducted, by the rules of the day, each step with its article.</summary>
[Act("cases.determine-gain", "违法所得认定", By = PersonRoles.Officer, Basis = "APL 28(2)", Help = "收入按证据填写；支出、税款先逐项登记。没有查清的，经主要负责人批准后生效。认定的数额自动填入拟处罚意见。")]
public sealed record DetermineGain : CaseAct
{
    /// <summary>Way of gaining.</summary>
    [Field("获利方式")]
    public GainWay? Way { get; init; }

    /// <summary>Money obtained.</summary>
    [Field("违法行为取得的款项", Kind = FieldKind.Money, Help = "价格违法的填多收或者少付的价款；无法查清的填 0。")]
    public Money? Receipts { get; init; }

    /// <summary>Evidence of the receipts.</summary>
    [Field("收入的证据", Kind = FieldKind.Evidence)]
    public IReadOnlyList<int> Evidence { get; init; } = [];

    /// <summary>Refunded.</summary>
    [Field("其中已经依法退赔", Kind = FieldKind.Money, Optional = true, Help = "不没收，但仍计入违法所得。")]
    public Money? Refunded { get; init; }

    /// <summary>Extent.</summary>
    [Field("查清程度")]
    public GainExtent? Extent { get; init; }

    /// <summary>Why it cannot be found out.</summary>
    [Field("没有查清的原因", Kind = FieldKind.LongText, Optional = true, Help = "部分查清或者无法查清的必填；报主要负责人批准。")]
    public string? Reason { get; init; }

    /// <summary>Last day of the refund ordered, in price cases.</summary>
    [Field("责令退款的期限", Optional = true, Help = "价格违法还有应当退还价款的填写；期满后才认定没收的余款。", Folded = true, Group = "价格违法退款")]
    public DateOnly? RefundUntil { get; init; }

    /// <summary>Whether a refund is due, in price cases.</summary>
    [Field("还有应当退还的价款", Optional = true)]
    public bool? RefundIsDue { get; init; }

    /// <summary>Name of the rules applied, frozen.</summary>
    public string Regime { get; init; } = "";

    /// <summary>The illegal income, frozen; null where it is not computed.</summary>
    public Money? Determined { get; init; }

    /// <summary>What may be confiscated, frozen.</summary>
    public Money Confiscable { get; init; }

    /// <summary>Each item asked to be deducted and what became of it, frozen.</summary>
    public IReadOnlyList<GainLine> Lines { get; init; } = [];

    /// <summary>The articles applied, frozen.</summary>
    public IReadOnlyList<GainLine> Grounds { get; init; } = [];

    /// <summary>Whether the principal head must approve it, frozen.</summary>
    public bool NeedsApproval { get; init; }

    /// <inheritdoc/>
    public override string Says => Determined is { } gain ? $"认定违法所得 {gain} 元，可以没收 {Confiscable} 元" : "违法所得无法查清，不予计算";

    /// <inheritdoc/>
    public override bool IsOffered(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return CaseChecks.AreOpen(file) && file.Part<CaseFile>().Evidence.Count > 0;
    }

    /// <inheritdoc/>
    public override DossierAct Prefilled(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(context);
        if (file.Part<CaseChecks>().Gain is { } before)
        {
            return before with { Regime = "", Determined = null, Confiscable = Money.Zero, Lines = [], Grounds = [], NeedsApproval = false };
        }

        var a = CaseAssessment.Of(file, context.Today, context.Bureau?.LawRegion ?? "CN");
        var fact = a?.Facts.FirstOrDefault(f => f.Fact.Id == "illegalIncome");
        var matter = a?.Result.Request.Matter;
        return this with
        {
            Way = matter is { Field: "price" } ? GainWay.Price : matter is { Id: "MLM-001" } ? GainWay.PyramidSelling : GainWay.Ordinary,
            Receipts = a is null ? null : CaseChecks.GainIn(a.Result),
            Evidence = fact?.Entry.Evidence ?? [],
            Extent = GainExtent.Wholly,
        };
    }

    /// <inheritdoc/>
    public override IEnumerable<(string Value, string Label)> ChoicesOf(string field, DossierFile file, ActContext context) => GainMath.EvidenceIn(file);

    /// <inheritdoc/>
    public override IEnumerable<(string Label, string Says)> Recalls(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(context);
        var checks = file.Part<CaseChecks>();
        yield return ("举证期限", checks.ProofUntil is { } until ? $"{until:yyyy-MM-dd} 届满" : "没有指定；以没有证明为由不予扣除的，先办理“限期提供材料”（用于证明支出）");
        yield return ("申请扣除", checks.Outlays.Count == 0 ? "没有登记支出、税款" : string.Join("；", checks.Outlays.Select(o => $"{o.Name} {o.Amount} 元{(o.Evidence.Count == 0 ? "（没有证据）" : "")}")));
        if (Receipts is not null && GainMath.Compute(this, file, context) is Outcome<GainDetermination>.Allowed { Value: var found })
        {
            yield return ("按登记的内容计算", $"违法所得 {(found.IllegalGain is { } gain ? $"{gain} 元" : "不予计算")}，可以没收 {found.Confiscable} 元");
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<InputFault> Faults(DossierFile file, ActContext context)
    {
        if (Extent is not (null or GainExtent.Wholly) && string.IsNullOrWhiteSpace(Reason))
        {
            yield return new("reason", "没有全部查清的，请写明原因，报主要负责人批准。");
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<Refusal> Check(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        var support = Law.Procedure.EvidenceRules.FindingRestsOnEvidence.Check(file.Part<CaseFile>().SupportOf("违法行为取得的款项", Evidence));
        return [.. support is null ? [] : new[] { support }, .. GainMath.Compute(this, file, context) is Outcome<GainDetermination>.Refused refused ? refused.Refusals : []];
    }

    /// <inheritdoc/>
    public override IEnumerable<Rule> RestsOn() => [Law.Procedure.EvidenceRules.FindingRestsOnEvidence, .. GainRules.All];

    /// <inheritdoc/>
    public override DossierAct Frozen(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return GainMath.Compute(this, file, context) is not Outcome<GainDetermination>.Allowed { Value: var found } ? this : this with
        {
            Regime = context.Law.IllegalGain.Regimes.FirstOrDefault(r => r.Id == found.Regime)?.Chinese ?? found.Regime,
            Determined = found.IllegalGain,
            Confiscable = found.Confiscable,
            Lines = [.. found.Items.Select(i => new GainLine(i.Code, i.Basis.ToString(), i.Says, i.IsDeducted))],
            Grounds = [.. found.Grounds.Where(g => !found.Items.Any(i => i.Code == g.Code && i.Says == g.Says)).Select(g => new GainLine(g.Code, g.Basis.ToString(), g.Says, false))],
            NeedsApproval = Extent != GainExtent.Wholly,
        };
    }

    /// <inheritdoc/>
    public override CaseFile Apply(CaseFile before, RecordedAct done) => before;
}

/// <summary>A line of a determination (违法所得认定明细), as an act keeps it.</summary>
/// <param name="Code">Stable code of the reason.</param>
/// <param name="Basis">The article.</param>
/// <param name="Says">The line in Chinese.</param>
/// <param name="IsDeducted">Whether the item is deducted.</param>
public sealed record GainLine(string Code, string Basis, string Says, bool IsDeducted);

/// <summary>Approve a determination of what was not wholly found out (批准违法所得认定).</summary>
[Act("cases.approve-gain", "批准违法所得认定", By = PersonRoles.Principal, Basis = "IG 14(3)", Help = "违法所得无法查清或者只能部分查清的，由主要负责人批准；没有查清的部分在确定罚款时作为裁量因素。")]
public sealed record ApproveGain : CaseAct
{
    /// <summary>The opinion.</summary>
    [Field("审批意见", Kind = FieldKind.LongText)]
    public string Opinion { get; init; } = "";

    /// <inheritdoc/>
    public override string Says => "批准违法所得认定";

    /// <inheritdoc/>
    public override bool IsOffered(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return CaseChecks.AreOpen(file) && file.Part<CaseChecks>().GainAwaits;
    }

    /// <inheritdoc/>
    public override DossierAct Prefilled(DossierFile file, ActContext context) => this with { Opinion = "同意。" };

    /// <inheritdoc/>
    public override IEnumerable<(string Label, string Says)> Recalls(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.Part<CaseChecks>().Gain is { } gain)
        {
            yield return ("认定", gain.Says);
            yield return ("没有查清的原因", gain.Reason ?? "");
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<Rule> RestsOn() => [ConfiscationRules.PrincipalApproved];

    /// <inheritdoc/>
    public override CaseFile Apply(CaseFile before, RecordedAct done) => before;
}

/// <summary>Computation of the illegal income (违法所得计算) of a case.</summary>
internal static class GainMath
{
    /// <summary>The pieces of evidence to choose from.</summary>
    public static IEnumerable<(string Value, string Label)> EvidenceIn(DossierFile file)
        => file.Part<CaseFile>().Evidence.Where(e => e.Excluded is null).Select(e => (e.Number.ToString(CultureInfo.InvariantCulture), e.Label));

    /// <summary>The determination, or why it may not be made.</summary>
    public static Outcome<GainDetermination> Compute(DetermineGain act, DossierFile file, ActContext context)
    {
        var (c, checks) = (file.Part<CaseFile>(), file.Part<CaseChecks>());
        var a = CaseAssessment.Of(file, context.Today, context.Bureau?.LawRegion ?? "CN");
        var matter = a?.Result.Request.Matter;
        return context.Law.IllegalGain.Determine(new GainCase(context.Today, (GainMode)(act.Way ?? GainWay.Ordinary), act.Receipts ?? Money.Zero)
        {
            IsIndustryAndCommerce = matter is not null && GainCase.IsOfIndustryAndCommerce(matter.Field),
            Outlays = [.. checks.Outlays.Where(o => o.Kind != OutlaySort.Tax).Select(o => new Outlay(o.Name, KindOf(o.Kind), o.Amount!.Value, ProvedOn(o), IsNecessaryAndDirect: o.IsDirect == true, IsMixed: o.IsMixed == true, WasAppliedFor: o.Kind == OutlaySort.Other))],
            Taxes = [.. checks.Outlays.Where(o => o.Kind == OutlaySort.Tax).Select(o => new TaxPaid(o.Name, o.Amount!.Value, ProvedOn(o), o.IsDirect == true))],
            ProofPeriodEnd = checks.ProofUntil,
            Refunded = act.Refunded ?? Money.Zero,
            RefundIsDue = act.RefundIsDue == true,
            RefundPeriodEnd = act.RefundUntil,
            Ascertained = (Ascertained)(act.Extent ?? GainExtent.Wholly),

            // The approval follows as an act of its own; until then nothing is confiscated.
            PrincipalApproved = true,
            IsExemptedUnder33 = a is not null && CaseChecks.IsExempt(a.Result),
        });

        DateOnly? ProvedOn(RecordOutlay outlay) => c.Suitable(outlay.Evidence).Any() ? outlay.On : null;
    }

    private static OutlayKind KindOf(OutlaySort? sort) => sort switch
    {
        OutlaySort.Material => OutlayKind.Material,
        OutlaySort.GoodsUsedInService => OutlayKind.GoodsUsedInService,
        OutlaySort.Other => OutlayKind.Other,
        _ => OutlayKind.GoodsSold,
    };
}
