using Heng.Law.Citations;
using Heng.Law.Codes;
using Heng.Law.Rulings;

namespace Heng.Law.Discretion.IllegalGain;

/// <summary>A case of illegal income together with the rule that governs it (违法所得审查对象).</summary>
/// <param name="Case">The case.</param>
/// <param name="Regime">The rule, or null when none is loaded for the day.</param>
public sealed record GainQuestion(GainCase Case, GainRegime? Regime);

/// <summary>Rules on determining illegal income (违法所得认定规则).</summary>
public static class GainRules
{
    private static readonly Lazy<IReadOnlyList<GainRegime>> exampleRegimes = new(() => GainRegime.Read(LawFiles.Embedded));
    private static readonly GainCase sale = new(new DateOnly(2026, 5, 20), GainMode.Ordinary, Money.FromYuan(1000, FenRounding.Exact))
    {
        Outlays = [new Outlay("进货款", OutlayKind.GoodsSold, Money.FromYuan(600, FenRounding.Exact), new DateOnly(2026, 5, 8))],
        ProofPeriodEnd = new DateOnly(2026, 5, 10),
    };

    /// <summary>A rule for the day must be loaded.</summary>
    public static Rule<GainQuestion> ARuleForTheDayIsLoaded { get; } = new(
        "discretion.gain.no-rule-loaded", "APL 28(2)", "违法所得按作出决定之日有效的规定认定。",
        q => q.Regime is not null,
        q => $"没有载入 {q.Case.DecisionDate:yyyy-MM-dd} 有效的违法所得认定规定，不能计算；请核对决定日期，或者补充法规数据。",
        () => Ask(sale with { DecisionDate = new DateOnly(2008, 12, 31) }), () => Ask(sale));

    /// <summary>Leaving illegal income uncomputed needs the principal head.</summary>
    public static Rule<GainQuestion> UnascertainedGainNeedsThePrincipal { get; } = new(
        "discretion.gain.unascertained-needs-principal", "IG 14(3)", "违法所得无法查清或者只能部分查清而不予（全部）计算的，须经市场监督管理部门主要负责人批准。",
        q => q.Regime?.Approval is null || IsNotSeparatelyComputed(q.Case, q.Regime) || q.Case.Ascertained == Ascertained.Wholly || q.Case.PrincipalApproved,
        _ => "违法所得未能全部查清，尚无主要负责人批准；请报主要负责人批准后再认定，或者继续调查。",
        () => Ask(sale with { Ascertained = Ascertained.NotAtAll }),
        () => Ask(sale with { Ascertained = Ascertained.NotAtAll, PrincipalApproved = true }));

    /// <summary>Before the 2026 rule nothing allows to leave illegal income uncomputed, except in price cases.</summary>
    public static Rule<GainQuestion> GainIsAscertainedWhereNoRuleDispenses { get; } = new(
        "discretion.gain.must-be-ascertained", "APL 40", "认定办法没有规定无法查清如何处理的，违法所得应当查清。",
        q => q.Regime is not { Unascertainable: null } || q.Case.Ascertained == Ascertained.Wholly || q.Case.Mode == GainMode.Price,
        q => $"“{q.Regime!.Chinese}”没有规定违法所得无法查清时可以不予计算；请继续调查，或者只按有证据证明的部分认定。",
        () => Ask(sale with { DecisionDate = new DateOnly(2026, 3, 19), Ascertained = Ascertained.NotAtAll }),
        () => Ask(sale with { DecisionDate = new DateOnly(2026, 3, 20), Ascertained = Ascertained.NotAtAll }),
        isPolicy: true);

    /// <summary>Outlay is left in for want of proof only after a period for proving it was set.</summary>
    public static Rule<GainQuestion> UnprovedOutlayNeedsASetPeriod { get; } = new(
        "discretion.gain.proof-period-not-set", "IG 6", "以当事人未举证为由不予扣除支出的，应当先指定合理的举证期限。",
        q => !NeedsProofPeriod(q) || q.Case.ProofPeriodEnd is not null,
        _ => "有支出尚未证明，但没有给当事人指定举证期限；请先书面指定合理期限并告知逾期不予扣除。",
        () => Ask(sale with { ProofPeriodEnd = null, Outlays = [sale.Outlays[0] with { ProvedOn = null }] }),
        () => Ask(sale with { Outlays = [sale.Outlays[0] with { ProvedOn = null }] }));

    /// <summary>The decision waits for the end of the period for proving outlay.</summary>
    public static Rule<GainQuestion> TheProofPeriodHasEnded { get; } = new(
        "discretion.gain.proof-period-open", "IG 6", "举证期限届满前，不得以未举证为由不予扣除支出。",
        q => !NeedsProofPeriod(q) || q.Case.ProofPeriodEnd is not { } end || end < q.Case.DecisionDate,
        q => $"举证期限到 {q.Case.ProofPeriodEnd:yyyy-MM-dd} 才届满，尚有支出未证明；请在届满后再作出决定。",
        () => Ask(sale with { ProofPeriodEnd = sale.DecisionDate, Outlays = [sale.Outlays[0] with { ProvedOn = null }] }),
        () => Ask(sale with { ProofPeriodEnd = sale.DecisionDate.AddDays(-1), Outlays = [sale.Outlays[0] with { ProvedOn = null }] }));

    /// <summary>In price cases the refund is ordered, and its period over, before the rest is confiscated.</summary>
    public static Rule<GainQuestion> PriceRefundComesFirst { get; } = new(
        "discretion.gain.refund-first", "PRP 16", "价格违法多收价款的，应当先责令限期退还，期限届满没有退还的才予以没收。",
        q => q.Case.Mode != GainMode.Price || !q.Case.RefundIsDue || q.Case.IsExemptedUnder33 || (q.Case.RefundPeriodEnd is { } end && end < q.Case.DecisionDate),
        _ => "尚有应当退还的价款，退还期限未指定或者未届满；请先责令限期退还（难以查找的公告查找），期满后再没收余款。",
        () => Ask(sale with { Mode = GainMode.Price, Outlays = [], RefundIsDue = true }),
        () => Ask(sale with { Mode = GainMode.Price, Outlays = [], RefundIsDue = true, RefundPeriodEnd = sale.DecisionDate.AddDays(-1) }));

    /// <summary>Every rule, in the order in which refusals are given.</summary>
    public static IReadOnlyList<Rule<GainQuestion>> All { get; } =
    [
        ARuleForTheDayIsLoaded, UnascertainedGainNeedsThePrincipal, GainIsAscertainedWhereNoRuleDispenses,
        UnprovedOutlayNeedsASetPeriod, TheProofPeriodHasEnded, PriceRefundComesFirst,
    ];

    internal static bool IsNotSeparatelyComputed(GainCase subject, GainRegime regime)
        => subject.Clause == GainClause.Silent && regime.SilentClause is not null;

    private static bool IsComputed(GainCase subject, GainRegime regime)
        => subject.Ascertained != Ascertained.NotAtAll && !IsNotSeparatelyComputed(subject, regime);

    // A period matters only where outlay would be left in for nothing but missing proof.
    private static bool NeedsProofPeriod(GainQuestion question)
        => question is { Regime: { HasSetTime: true } regime, Case: { Mode: GainMode.Ordinary, DeductionExcludedBy: null } subject }
            && IsComputed(subject, regime)
            && subject.Outlays.Any(o => o.ProvedOn is null && o.IsLawful && o.IsNecessaryAndDirect && !o.IsMixed);

    private static GainQuestion Ask(GainCase subject) => new(subject, exampleRegimes.Value.FirstOrDefault(r => r.Governs(subject)));
}
