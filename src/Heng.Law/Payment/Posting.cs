using Heng.Law.Codes;

namespace Heng.Law.Payment;

/// <summary>Part of an account (款项): what a posting belongs to.</summary>
public enum AccountPart
{
    /// <summary>The fine (罚款).</summary>
    Fine,

    /// <summary>The confiscated gain (没收违法所得).</summary>
    Gain,

    /// <summary>The surcharge (加处罚款).</summary>
    Surcharge,

    /// <summary>What was paid beyond all that is due and must be returned (多缴待退).</summary>
    Excess,
}

/// <summary>Kind of a posting (记账种类).</summary>
public enum PostingKind
{
    /// <summary>Due by the decision (决定应缴).</summary>
    Due,

    /// <summary>Received by the bank (银行收款).</summary>
    Received,

    /// <summary>Surcharge imposed (加处).</summary>
    Imposed,

    /// <summary>Surcharge reduced in an enforcement agreement (减免).</summary>
    Reduced,

    /// <summary>Surcharge corrected because a receipt lies before a day that was counted (更正).</summary>
    Corrected,

    /// <summary>Due changed by a later decision (决定变更).</summary>
    Changed,

    /// <summary>What was held is credited to what is due (抵缴).</summary>
    Credited,

    /// <summary>Returned to the payer (退还).</summary>
    Returned,
}

/// <summary>Posting (分录): one entry of the ledger. Entries are never changed or taken away; the entries of a part sum to its balance.</summary>
/// <param name="Number">Place in the ledger, from 1.</param>
/// <param name="On">The day of the entry.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Part">Where it belongs.</param>
/// <param name="Sum">What is added to the balance of the part; negative takes away.</param>
public sealed record Posting(int Number, DateOnly On, PostingKind Kind, AccountPart Part, Money Sum);

/// <summary>Receipt (收款): one line of a bank file.</summary>
/// <param name="Serial">Serial number of the bank; unique in a bureau.</param>
/// <param name="On">The day on which the bank received the sum.</param>
/// <param name="Sum">More than nothing.</param>
public sealed record Receipt(string Serial, DateOnly On, Money Sum);

/// <summary>Instalment (分期): a sum and its last day.</summary>
/// <param name="DueOn">The last day, inclusive.</param>
/// <param name="Sum">More than nothing.</param>
public sealed record Instalment(DateOnly DueOn, Money Sum);

/// <summary>Payment schedule (缴款计划): a deferral, which has one instalment, or instalments, from the day of approval.</summary>
/// <param name="From">The day of approval; from this day on it takes the place of what held before.</param>
/// <param name="Instalments">In the order of their days; together what was unpaid of the fine.</param>
public sealed record PaymentSchedule(DateOnly From, IReadOnlyList<Instalment> Instalments)
{
    /// <summary>The end of the deferral (暂缓或者分期缴纳期限结束之日).</summary>
    public DateOnly Ends => Instalments[^1].DueOn;
}

/// <summary>Surcharge counted (加处罚款计算): how much has accrued until the end of a day.</summary>
/// <param name="Sum">The sum in whole fen, at most the fine.</param>
/// <param name="Days">Days that bore a surcharge.</param>
/// <param name="IsCapped">Whether no further day adds anything to what is overdue now.</param>
public sealed record SurchargeCount(Money Sum, int Days, bool IsCapped);
