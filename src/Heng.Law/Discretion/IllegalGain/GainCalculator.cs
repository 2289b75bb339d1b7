using System.Globalization;
using Heng.Law.Citations;
using Heng.Law.Codes;
using Heng.Law.Rulings;

namespace Heng.Law.Discretion.IllegalGain;

/// <summary>Calculator of illegal income (违法所得计算): by the 2026 measures, and by the rules before them.</summary>
/// <remarks>
/// Exact to the fen; nothing is rounded. Deductions never make the illegal income negative. Refunds are not confiscated but stay
/// in the illegal income, and so in the base of a multiple. Where all income counts (pyramid selling, facilitation) or the
/// receipts are already a difference (price), neither outlay nor tax is deducted.
/// </remarks>
public sealed class GainCalculator
{
    private static readonly Citation unascertainedPrice = Citation.Parse("PRP 18");
    private readonly IReadOnlyList<GainRegime> regimes;

    private GainCalculator(IReadOnlyList<GainRegime> regimes) => this.regimes = regimes;

    /// <summary>The rules by span of time.</summary>
    public IReadOnlyList<GainRegime> Regimes => regimes;

    /// <summary>Reads <c>parameters/illegal-gain-regimes.json</c>.</summary>
    /// <param name="files">The law data.</param>
    /// <exception cref="LawDataException">The file is missing or malformed.</exception>
    public static GainCalculator From(LawFiles files)
    {
        ArgumentNullException.ThrowIfNull(files);
        return new GainCalculator(GainRegime.Read(files));
    }

    /// <summary>Determines the illegal income of a case.</summary>
    /// <param name="subject">The case.</param>
    /// <returns>The determination, or every reason why it may not be made yet.</returns>
    /// <exception cref="ArgumentException">A sum is negative.</exception>
    public Outcome<GainDetermination> Determine(GainCase subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        if (subject.Receipts < Money.Zero || subject.Refunded < Money.Zero || subject.Outlays.Any(o => o.Amount < Money.Zero) || subject.Taxes.Any(t => t.Amount < Money.Zero))
        {
            throw new ArgumentException("Sums must not be negative.", nameof(subject));
        }

        var question = new GainQuestion(subject, regimes.FirstOrDefault(r => r.Governs(subject)));
        var refusals = GainRules.All.Select(r => r.Check(question)).OfType<Refusal>().ToArray();
        if (refusals.Length > 0)
        {
            return new Outcome<GainDetermination>.Refused(refusals);
        }

        var determination = Compute(subject, question.Regime!);
        return new Outcome<GainDetermination>.Allowed(determination, determination.Grounds);
    }

    private static GainDetermination Compute(GainCase subject, GainRegime regime)
    {
        var grounds = new List<Ground>();
        var items = new List<GainItem>();
        Money? gain = null;
        if (subject.Clause == GainClause.Silent && regime.SilentClause is { } silent)
        {
            grounds.Add(new("discretion.gain.silent-clause", silent, "同一法律、行政法规中其他条款规定没收违法所得而本条款未规定的，一般不单独计算违法所得。"));
        }
        else if (subject.Ascertained == Ascertained.NotAtAll)
        {
            if (subject.Mode == GainMode.Price)
            {
                gain = Money.Zero;
                grounds.Add(new("discretion.gain.price-none", unascertainedPrice, "价格违法的违法所得无法确定的，按没有违法所得处理。"));
            }

            if (regime.Unascertainable is { } unknown)
            {
                grounds.Add(new("discretion.gain.unascertained", unknown, "违法所得无法查清，经主要负责人批准不予计算，在确定罚款时作为裁量因素考虑。"));
            }
        }
        else
        {
            grounds.Add(new("discretion.gain.mode", regime.ArticleFor(subject.Mode), ModeSays(subject.Mode, regime)));
            items.AddRange(subject.Outlays.Select(o => Weigh(o, subject, regime)));
            items.AddRange(subject.Taxes.Select(t => Weigh(t, subject, regime)));
            var deducted = Money.Sum(items.Where(i => i.IsDeducted).Select(i => i.Amount));
            gain = Money.Max(Money.Zero, subject.Receipts - deducted);
            grounds.AddRange(items.Where(i => i.IsDeducted).Select(i => new Ground(i.Code, i.Basis, i.Says)));
            if (subject.Ascertained == Ascertained.InPart && regime.Unascertainable is { } unknown)
            {
                grounds.Add(new("discretion.gain.ascertained-in-part", unknown, "违法所得能够部分查清的，按查清的部分认定；未查清的部分在确定罚款时作为裁量因素考虑。"));
            }
        }

        return new GainDetermination(
            regime.Id, gain, Confiscate(subject, regime, gain ?? Money.Zero, grounds), items,
            subject.Ascertained != Ascertained.Wholly && regime.Unascertainable is not null && !GainRules.IsNotSeparatelyComputed(subject, regime),
            subject.IsExemptedUnder33, grounds);
    }

    private static Money Confiscate(GainCase subject, GainRegime regime, Money gain, List<Ground> grounds)
    {
        if (subject.IsExemptedUnder33)
        {
            grounds.Add(new("discretion.gain.exempt", regime.Exempt, "依照行政处罚法第三十三条第一款不予行政处罚的，不没收违法所得，但不免除依法退赔的义务。"));
            return Money.Zero;
        }

        if (subject.Refunded > Money.Zero)
        {
            grounds.Add(new("discretion.gain.refunded", regime.Refund, $"已依法退赔的 {subject.Refunded} 元不予没收，但仍计入违法所得。"));
        }

        return Money.Max(Money.Zero, gain - subject.Refunded);
    }

    private static GainItem Weigh(Outlay outlay, GainCase subject, GainRegime regime)
    {
        var (code, basis, deducted, says) = 0 switch
        {
            _ when subject.Mode != GainMode.Ordinary => ("gross-mode", regime.ArticleFor(subject.Mode), false, "此类违法所得不扣除支出"),
            _ when regime.OutlayPrinciple is null => ("not-foreseen", regime.Principle, false, "决定当日适用的规定以实施违法行为所取得的全部款项为违法所得，不扣除支出"),
            _ when subject.DeductionExcludedBy is { } other => ("excluded", other, false, "法律、法规、规章另有规定，不扣除支出"),
            _ when !outlay.IsLawful => ("unlawful", regime.OutlayPrinciple.Value, false, "支出不合法，不予扣除"),
            _ when !outlay.IsNecessaryAndDirect => ("not-direct", regime.OutlayPrinciple.Value, false, "不是直接用于相关生产经营活动的必要支出，不予扣除"),
            _ when regime.ArticleFor(outlay.Kind) is null => ("kind", regime.OutlayPrinciple.Value, false, "不属于可以扣除的支出种类"),
            _ when outlay.IsMixed => ("mixed", regime.Proof!.Value, false, "与其他经营支出混同，无法区分，不予扣除"),
            _ when outlay.ProvedOn is null => ("unproved", regime.Proof!.Value, false, "当事人没有提供证明材料，不予扣除"),
            _ when regime.HasSetTime && subject.ProofPeriodEnd is { } end && outlay.ProvedOn > end => ("late", regime.Proof!.Value, false, $"证明材料于 {On(outlay.ProvedOn.Value)} 提交，已超过指定的举证期限 {On(end)}，不予扣除"),

            // UNCONFIRMED: whether other outlay needs an application under the former measures too; here it does not.
            _ when outlay.Kind == OutlayKind.Other && regime.HasSetTime && !outlay.WasAppliedFor => ("not-applied-for", regime.ArticleFor(outlay.Kind)!.Value, false, "其他支出未经当事人申请并经核实，不予扣除"),
            _ => ("deducted", regime.ArticleFor(outlay.Kind)!.Value, true, "属于直接用于相关生产经营活动的合法必要支出，有证据证明，予以扣除"),
        };
        return new GainItem("discretion.gain.outlay." + code, outlay.Name, outlay.Amount, deducted, basis, $"{outlay.Name} {outlay.Amount} 元：{says}。");
    }

    private static GainItem Weigh(TaxPaid tax, GainCase subject, GainRegime regime)
    {
        var (code, basis, deducted, says) = 0 switch
        {
            // UNCONFIRMED: whether taxes come off where all income counts; "all income" is taken at its word.
            _ when subject.Mode != GainMode.Ordinary => ("gross-mode", regime.ArticleFor(subject.Mode), false, "此类违法所得按全部收入或者差价计算，不扣除税款"),
            _ when regime.Tax is null => ("not-foreseen", regime.Principle, false, "决定当日适用的规定没有扣除税款的规定"),
            _ when !tax.IsDirectlyRelated => ("not-direct", regime.Tax.Value, false, "与违法行为没有直接关系，不予扣除"),
            _ when tax.PaidOn is null => ("unpaid", regime.Tax.Value, false, "作出处罚决定前没有缴纳，不予扣除"),
            _ when tax.PaidOn >= subject.DecisionDate => ("late", regime.Tax.Value, false, $"于 {On(tax.PaidOn.Value)} 缴纳，不在作出处罚决定之前，不予扣除"),
            _ => ("deducted", regime.Tax.Value, true, "作出处罚决定前已依法缴纳的直接相关税款，予以扣除"),
        };
        return new GainItem("discretion.gain.tax." + code, tax.Name, tax.Amount, deducted, basis, $"{tax.Name} {tax.Amount} 元：{says}。");
    }

    private static string ModeSays(GainMode mode, GainRegime regime) => mode switch
    {
        GainMode.Price => "价格违法的，以多收或者少付的价款为违法所得。",
        GainMode.PyramidSelling => "拉人头、骗取入门费式传销，以全部收入为违法所得。",
        GainMode.Facilitation => "为违法行为提供便利条件的，以全部收入为违法所得。",
        _ when regime.OutlayPrinciple is null => "以实施违法行为所取得的全部款项为违法所得。",
        _ => "以实施违法行为所取得的款项，扣除直接用于生产经营活动的合法必要支出，为违法所得。",
    };

    private static string On(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
