using Heng.Law.Citations;
using Heng.Law.Codes;

namespace Heng.Law.Discretion.IllegalGain;

/// <summary>Way of gaining (获利方式): decides whether outlay may be deducted at all.</summary>
public enum GainMode
{
    /// <summary>Ordinary production, sale or service (一般情形).</summary>
    Ordinary,

    /// <summary>Price over- or under-charged (价格违法): the receipts are the sum over- or under-charged.</summary>
    Price,

    /// <summary>Pyramid selling by recruiting or entry fee (拉人头、骗取入门费式传销).</summary>
    PyramidSelling,

    /// <summary>Facilitation of another's violation (为违法行为提供便利条件).</summary>
    Facilitation,
}

/// <summary>Kind of outlay (支出种类).</summary>
public enum OutlayKind
{
    /// <summary>Purchase price of raw material (原材料购进价款).</summary>
    Material,

    /// <summary>Purchase price of goods sold (所销售商品购进价款).</summary>
    GoodsSold,

    /// <summary>Purchase price of goods used in a service (服务中所使用商品购进价款).</summary>
    GoodsUsedInService,

    /// <summary>Other outlay, on application (其他支出，依申请).</summary>
    Other,
}

/// <summary>Outlay (支出): one item that the party asks to have deducted.</summary>
/// <param name="Name">What it is, in Chinese, for the document.</param>
/// <param name="Kind">Kind of outlay.</param>
/// <param name="Amount">The sum; not negative.</param>
/// <param name="ProvedOn">Day on which the party handed in documents that prove it; null when it did not.</param>
/// <param name="IsLawful">Whether the outlay is lawful.</param>
/// <param name="IsNecessaryAndDirect">Whether it was necessary and used directly for the business in question.</param>
/// <param name="IsMixed">Whether it is mixed with other business and cannot be told apart.</param>
/// <param name="WasAppliedFor">For other outlay: whether the party applied and the bureau agreed.</param>
public sealed record Outlay(
    string Name, OutlayKind Kind, Money Amount, DateOnly? ProvedOn, bool IsLawful = true, bool IsNecessaryAndDirect = true, bool IsMixed = false, bool WasAppliedFor = false);

/// <summary>Tax paid (已缴税款).</summary>
/// <param name="Name">Which tax, in Chinese.</param>
/// <param name="Amount">The sum; not negative.</param>
/// <param name="PaidOn">Day of payment; null when not paid.</param>
/// <param name="IsDirectlyRelated">Whether it is directly related to the violation.</param>
public sealed record TaxPaid(string Name, Money Amount, DateOnly? PaidOn, bool IsDirectlyRelated);

/// <summary>How far the illegal income can be ascertained (查清程度).</summary>
public enum Ascertained
{
    /// <summary>Wholly (能够查清).</summary>
    Wholly,

    /// <summary>In part (部分查清): the receipts given are the part that is known.</summary>
    InPart,

    /// <summary>Not at all (无法查清).</summary>
    NotAtAll,
}

/// <summary>What the clause applied says of illegal income (没收违法所得条款).</summary>
public enum GainClause
{
    /// <summary>It confiscates illegal income, or leaves it to the general rule (规定没收).</summary>
    Confiscates,

    /// <summary>It is silent while other clauses of the same law or administrative regulation confiscate (同法他条规定而本条未规定).</summary>
    Silent,
}

/// <summary>Case of illegal income (违法所得认定事项): what the calculation looks at.</summary>
/// <remarks>Sums are whole fen and not negative. The day of the decision chooses the rule that applies.</remarks>
/// <param name="DecisionDate">Day of the decision.</param>
/// <param name="Mode">Way of gaining.</param>
/// <param name="Receipts">Money obtained by and directly linked to the violation.</param>
public sealed record GainCase(DateOnly DecisionDate, GainMode Mode, Money Receipts)
{
    // UNCONFIRMED: which fields of today the former industry-and-commerce field covered; the fields of the former bureau of that name.
    private static readonly string[] industryAndCommerce = ["advertising", "unfairCompetition", "consumer", "ecommerce", "trademark", "registration", "directSelling", "contract"];

    /// <summary>Whether a field is one of the former industry-and-commerce field.</summary>
    /// <param name="field">Id of the field.</param>
    public static bool IsOfIndustryAndCommerce(string field) => industryAndCommerce.Contains(field);

    /// <summary>Whether the matter is one of the former industry-and-commerce field (原工商领域); matters only before the 2026 rule.</summary>
    public bool IsIndustryAndCommerce { get; init; }

    /// <summary>Outlay that the party asks to have deducted.</summary>
    public IReadOnlyList<Outlay> Outlays { get; init; } = [];

    /// <summary>Taxes that the party asks to have deducted.</summary>
    public IReadOnlyList<TaxPaid> Taxes { get; init; } = [];

    /// <summary>Last day of the period set for proving outlay (举证期限), inclusive; null when none was set.</summary>
    public DateOnly? ProofPeriodEnd { get; init; }

    /// <summary>Money lawfully refunded before the decision (已依法退赔).</summary>
    public Money Refunded { get; init; }

    /// <summary>Price cases: whether somebody is still owed a refund (应当退还价款).</summary>
    public bool RefundIsDue { get; init; }

    /// <summary>Last day of the period ordered for refunding (责令退还期限), inclusive; null when no refund was ordered.</summary>
    public DateOnly? RefundPeriodEnd { get; init; }

    /// <summary>How far the illegal income can be ascertained.</summary>
    public Ascertained Ascertained { get; init; }

    /// <summary>Whether the principal head approved that it need not be (wholly) computed (主要负责人批准).</summary>
    public bool PrincipalApproved { get; init; }

    /// <summary>What the clause applied says of illegal income.</summary>
    public GainClause Clause { get; init; }

    /// <summary>A law, regulation or rule that forbids the deduction of outlay in this matter (另有规定), or null.</summary>
    public Citation? DeductionExcludedBy { get; init; }

    /// <summary>Whether the party is not penalised under APL 33(1) (轻微或者首违不予处罚).</summary>
    public bool IsExemptedUnder33 { get; init; }
}
