using Heng.Law.Codes;

namespace Heng.Law.Payment;

/// <summary>Base of the surcharge (加处罚款基数) when a part of the fine was paid (reading P1).</summary>
public enum SurchargeBasis
{
    /// <summary>What is still unpaid of the sum that fell due (未缴部分).</summary>
    UnpaidPart,

    /// <summary>The whole sum that fell due, until it is paid in full (到期罚款全额).</summary>
    WholeSum,
}

/// <summary>Order of credit (入账顺序): what a receipt pays first (reading P3). The surcharge always comes last.</summary>
public enum CreditOrder
{
    /// <summary>The fine, then the confiscated gain (先罚款后没收款); it stops the surcharge soonest.</summary>
    FineFirst,

    /// <summary>The confiscated gain, then the fine (先没收款后罚款).</summary>
    GainFirst,
}

/// <summary>Payment policy (缴款口径): the figures of the law and the choices that it leaves, each with a name.</summary>
/// <param name="Rate">Surcharge of one day as a share of its base (行政处罚法第七十二条第一款第一项).</param>
/// <param name="Cap">Largest surcharge as a share of the fine (行政强制法第四十五条第二款).</param>
/// <param name="Base">What the rate is taken of (P1).</param>
/// <param name="PaymentDayCounts">Whether the day of a late payment still bears the surcharge of that day (P2).</param>
/// <param name="Order">What a receipt pays first (P3).</param>
public sealed record PaymentPolicy(decimal Rate, decimal Cap, SurchargeBasis Base, bool PaymentDayCounts, CreditOrder Order)
{
    /// <summary>The largest surcharge on a fine, in whole fen.</summary>
    /// <param name="fine">The fine.</param>
    public Money CapOf(Money fine) => fine.Times(Cap, FenRounding.HalfUp);
}
