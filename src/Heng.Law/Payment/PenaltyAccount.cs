using System.Collections.Immutable;
using Heng.Law.Codes;

namespace Heng.Law.Payment;

/// <summary>Account of a decision (罚没款账户): what is due, received, imposed and returned. Immutable; it changes only by the acts below.</summary>
/// <remarks>
/// The balance of each part is the sum of its postings and never negative; what is paid beyond all dues lies in <see cref="AccountPart.Excess"/>.
/// The confiscated gain bears no surcharge (行政处罚法第七十二条第一款第一项). Readings P1 to P6.
/// </remarks>
public sealed record PenaltyAccount
{
    private PenaltyAccount(PaymentPolicy policy) => Policy = policy;

    /// <summary>The choices followed.</summary>
    public PaymentPolicy Policy { get; }

    /// <summary>The fine as it stands.</summary>
    public Money Fine { get; private init; }

    /// <summary>The confiscated gain as it stands.</summary>
    public Money Gain { get; private init; }

    /// <summary>The last day to pay, by limit L70; null until the decision is served.</summary>
    public DateOnly? PayBy { get; private init; }

    /// <summary>Schedules granted, in order.</summary>
    public ImmutableList<PaymentSchedule> Schedules { get; private init; } = [];

    /// <summary>The fine as it stood when each schedule was granted.</summary>
    private ImmutableList<Money> FinesThen { get; init; } = [];

    /// <summary>Receipts, in the order in which they were booked.</summary>
    public ImmutableList<Receipt> Receipts { get; private init; } = [];

    /// <summary>Days of reconsideration or suit, both ends included; the last may be open.</summary>
    public ImmutableList<(DateOnly From, DateOnly? Until)> Pauses { get; private init; } = [];

    /// <summary>The ledger.</summary>
    public ImmutableList<Posting> Ledger { get; private init; } = [];

    /// <summary>Surcharge imposed, after corrections.</summary>
    public Money Imposed { get; private init; }

    /// <summary>The last day about whose surcharge something was decided; null while nothing was.</summary>
    public DateOnly? DecidedThrough { get; private init; }

    /// <summary>Surcharge that it was decided not to impose (决定不加处).</summary>
    public Money LeftOff { get; private init; }

    /// <summary>Surcharge reduced in an enforcement agreement.</summary>
    public Money Reduced { get; private init; }

    /// <summary>Returned to the payer.</summary>
    public Money Returned { get; private init; }

    /// <summary>The surcharge that is due: what was imposed without what was reduced.</summary>
    public Money Surcharge => Money.Max(Money.Zero, Imposed - Reduced);

    /// <summary>All that was received.</summary>
    public Money Received => Money.Sum(Receipts.Select(r => r.Sum));

    /// <summary>What is still to be paid (应缴余额).</summary>
    public Money Owed => Balance(AccountPart.Fine) + Balance(AccountPart.Gain) + Balance(AccountPart.Surcharge);

    /// <summary>What is to be returned (待退余额).</summary>
    public Money Excess => Balance(AccountPart.Excess);

    /// <summary>Surcharge that has accrued on what was paid late and about which nothing was decided yet; the rest of an unpaid fine goes on accruing.</summary>
    public Money Undecided => Receipts.Count == 0 ? Money.Zero : UndecidedThrough(Receipts.Max(r => r.On));

    /// <summary>Whether all is paid and every late day is decided upon (履行完毕); what is to be returned may be left.</summary>
    public bool IsSettled => Owed == Money.Zero && Undecided == Money.Zero;

    /// <summary>The last day by which all must be paid: of the last schedule, else the payment day; null until served.</summary>
    public DateOnly? LastDay => Schedules.Count > 0 ? Schedules[^1].Ends : PayBy;

    /// <summary>The balance of a part: the sum of its postings.</summary>
    /// <param name="part">The part.</param>
    public Money Balance(AccountPart part) => Money.Sum(Ledger.Where(p => p.Part == part).Select(p => p.Sum));

    /// <summary>Opens the account of a decision.</summary>
    /// <param name="fine">The fine.</param>
    /// <param name="gain">The confiscated gain.</param>
    /// <param name="on">The day of the decision.</param>
    /// <param name="policy">The choices followed.</param>
    /// <exception cref="ArgumentOutOfRangeException">A sum is negative.</exception>
    public static PenaltyAccount Open(Money fine, Money gain, DateOnly on, PaymentPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentOutOfRangeException.ThrowIfNegative(fine.Fen, nameof(fine));
        ArgumentOutOfRangeException.ThrowIfNegative(gain.Fen, nameof(gain));
        return new PenaltyAccount(policy) { Fine = fine, Gain = gain }.Post(on, PostingKind.Due, (AccountPart.Fine, fine), (AccountPart.Gain, gain));
    }

    /// <summary>The decision is served: the last day to pay is known.</summary>
    /// <param name="payBy">The last day to pay, inclusive.</param>
    public PenaltyAccount Served(DateOnly payBy) => this with { PayBy = payBy };

    /// <summary>The debtor received the decision on another day than was taken: the last day to pay moves, and what was imposed for days that are not overdue by it is taken back.</summary>
    /// <param name="payBy">The last day to pay, inclusive.</param>
    /// <param name="on">The day on which that was recorded.</param>
    public PenaltyAccount ServedAnew(DateOnly payBy, DateOnly on) => Served(payBy).Corrected(on);

    /// <summary>A receipt of the bank; one whose serial is booked already changes nothing.</summary>
    /// <param name="receipt">The receipt.</param>
    /// <param name="on">The day of booking.</param>
    /// <exception cref="ArgumentOutOfRangeException">The sum is not more than nothing.</exception>
    public PenaltyAccount Receive(Receipt receipt, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(receipt.Sum.Fen, nameof(receipt));
        if (Receipts.Any(r => r.Serial == receipt.Serial))
        {
            return this;
        }

        return (this with { Receipts = Receipts.Add(receipt) }).Credit(on, PostingKind.Received).Corrected(on);
    }

    /// <summary>A deferral or instalments.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <exception cref="ArgumentException">It has no instalment.</exception>
    public PenaltyAccount Defer(PaymentSchedule schedule)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        return schedule.Instalments.Count > 0 ? this with { Schedules = Schedules.Add(schedule), FinesThen = FinesThen.Add(Fine) } : throw new ArgumentException("A schedule has an instalment.", nameof(schedule));
    }

    /// <summary>Reconsideration or a suit begins: from this day on nothing accrues.</summary>
    /// <param name="from">The first day that does not count.</param>
    public PenaltyAccount Pause(DateOnly from) => this with { Pauses = Pauses.Add((from, null)) };

    /// <summary>Reconsideration or the suit has ended: the day after is the first that counts again.</summary>
    /// <param name="until">The last day that does not count.</param>
    public PenaltyAccount Resume(DateOnly until) => this with { Pauses = [.. Pauses.Select(p => p.Until is null ? (p.From, until) : p)] };

    /// <summary>Imposes the surcharge that has accrued and about which nothing was decided, through a day.</summary>
    /// <param name="through">The last day counted.</param>
    /// <param name="on">The day of the act.</param>
    public PenaltyAccount Impose(DateOnly through, DateOnly on)
    {
        var sum = UndecidedThrough(through);
        return (this with { Imposed = Imposed + sum, DecidedThrough = Later(through) })
            .Post(on, PostingKind.Imposed, (AccountPart.Surcharge, sum)).Credit(on, PostingKind.Credited);
    }

    /// <summary>Decides not to impose the surcharge that has accrued through a day; the law says "may".</summary>
    /// <param name="through">The last day counted.</param>
    public PenaltyAccount LeaveOff(DateOnly through) => this with { LeftOff = LeftOff + UndecidedThrough(through), DecidedThrough = Later(through) };

    /// <summary>Reduces the surcharge in an enforcement agreement.</summary>
    /// <param name="sum">At most what is still due of it.</param>
    /// <param name="on">The day of the act.</param>
    /// <exception cref="ArgumentOutOfRangeException">The sum is not more than nothing, or more than is due.</exception>
    public PenaltyAccount Reduce(Money sum, DateOnly on)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sum.Fen, nameof(sum));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sum.Fen, Balance(AccountPart.Surcharge).Fen, nameof(sum));
        return (this with { Reduced = Reduced + sum }).Post(on, PostingKind.Reduced, (AccountPart.Surcharge, Money.Zero - sum)).Credit(on, PostingKind.Credited);
    }

    /// <summary>A later decision lowers or annuls what is due; the surcharge follows the new fine.</summary>
    /// <param name="fine">The fine from now on.</param>
    /// <param name="gain">The confiscated gain from now on.</param>
    /// <param name="on">The day of the act.</param>
    /// <exception cref="ArgumentOutOfRangeException">A sum is negative or higher than before.</exception>
    public PenaltyAccount Change(Money fine, Money gain, DateOnly on)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(fine.Fen, nameof(fine));
        ArgumentOutOfRangeException.ThrowIfNegative(gain.Fen, nameof(gain));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(fine.Fen, Fine.Fen, nameof(fine));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(gain.Fen, Gain.Fen, nameof(gain));
        return (this with { Fine = fine, Gain = gain }).Credit(on, PostingKind.Changed).Corrected(on);
    }

    /// <summary>Returns what was paid too much.</summary>
    /// <param name="sum">At most what is to be returned.</param>
    /// <param name="on">The day on which it was returned.</param>
    /// <exception cref="ArgumentOutOfRangeException">The sum is not more than nothing, or more than is held.</exception>
    public PenaltyAccount Return(Money sum, DateOnly on)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sum.Fen, nameof(sum));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sum.Fen, Excess.Fen, nameof(sum));
        return (this with { Returned = Returned + sum }).Credit(on, PostingKind.Returned);
    }

    /// <summary>What is overdue of the fine at the end of a day (逾期未缴罚款).</summary>
    /// <param name="day">The day.</param>
    public Money OverdueOn(DateOnly day)
        => PayBy is null ? Money.Zero : Money.Sum(DueOn(day).Where(t => t.Instalment.DueOn < day).Select(t => UnpaidOf(t, CreditedToFine(r => r.On <= day))));

    /// <summary>The surcharge that has accrued until the end of a day, whether imposed or not.</summary>
    /// <param name="through">The last day counted.</param>
    public SurchargeCount AccruedThrough(DateOnly through)
    {
        if (PayBy is not { } payBy)
        {
            return new(Money.Zero, 0, false);
        }

        var (days, running, limit) = (0, false, Policy.CapOf(Fine).Yuan);
        var accrued = new Dictionary<(int Phase, int Place), decimal>();
        for (var day = payBy.AddDays(1); day <= through; day = day.AddDays(1))
        {
            running = false;
            if (Pauses.Any(p => p.From <= day && (p.Until is not { } until || day <= until)))
            {
                continue;
            }

            var paid = CreditedToFine(r => Policy.PaymentDayCounts ? r.On < day : r.On <= day);
            var bears = false;
            foreach (var due in DueOn(day).Where(t => t.Instalment.DueOn < day && UnpaidOf(t, paid) > Money.Zero))
            {
                bears = true;
                var whole = Policy.Base == SurchargeBasis.WholeSum;
                var overdue = whole ? due.Instalment.Sum : UnpaidOf(due, CreditedToFine(r => r.On <= due.Instalment.DueOn));
                var next = accrued.GetValueOrDefault((due.Phase, due.Place)) + (Policy.Rate * (whole ? due.Instalment.Sum : UnpaidOf(due, paid)).Yuan);
                var most = Policy.Cap * overdue.Yuan;
                running |= next < most;
                accrued[(due.Phase, due.Place)] = Math.Min(next, most);
            }

            days += bears ? 1 : 0;
        }

        var sum = accrued.Values.Sum();
        return new(Money.FromYuan(Math.Min(sum, limit), FenRounding.HalfUp), days, accrued.Count > 0 && (!running || sum >= limit));
    }

    /// <summary>The surcharge accrued until the end of a day about which nothing was decided.</summary>
    /// <param name="through">The last day counted.</param>
    public Money UndecidedThrough(DateOnly through) => Money.Max(Money.Zero, AccruedThrough(through).Sum - Imposed - LeftOff);

    /// <summary>What falls due by the schedule that holds on a day, cut from the end when the fine was lowered later.</summary>
    private List<Tranche> DueOn(DateOnly day)
    {
        var phase = Schedules.FindLastIndex(s => s.From <= day);
        IReadOnlyList<Instalment> plan = phase < 0 ? [new(PayBy!.Value, Fine)] : Schedules[phase].Instalments;
        var before = phase < 0 ? Money.Zero : Money.Max(Money.Zero, FinesThen[phase] - Money.Sum(plan.Select(p => p.Sum)));
        var left = Money.Max(Money.Zero, Fine - before);
        var due = new List<Tranche>(plan.Count);
        for (var place = 0; place < plan.Count && left > Money.Zero; place++)
        {
            var sum = Money.Min(plan[place].Sum, left);
            due.Add(new(phase, place, plan[place] with { Sum = sum }, before));
            (before, left) = (before + sum, left - sum);
        }

        return due;
    }

    private static Money UnpaidOf(Tranche due, Money paid) => Money.Min(due.Instalment.Sum, Money.Max(Money.Zero, due.Before + due.Instalment.Sum - paid));

    /// <summary>How much of the fine some receipts have paid, by the day on which the bank received them, not by the day of booking.</summary>
    private Money CreditedToFine(Func<Receipt, bool> counts)
    {
        var received = Money.Sum(Receipts.Where(counts).Select(r => r.Sum));
        return Money.Min(Fine, Policy.Order == CreditOrder.FineFirst ? received : Money.Max(Money.Zero, received - Gain));
    }

    private DateOnly Later(DateOnly through) => DecidedThrough is { } before && before > through ? before : through;

    /// <summary>Takes back what was imposed for days on which, as a receipt, a later decision or a service shows, less was overdue.</summary>
    private PenaltyAccount Corrected(DateOnly on)
    {
        if (DecidedThrough is not { } through || AccruedThrough(through).Sum is var right && right >= Imposed + LeftOff)
        {
            return this;
        }

        var left = Money.Min(LeftOff, right);
        return (this with { LeftOff = left, Imposed = Money.Min(Imposed, right - left) }).Credit(on, PostingKind.Corrected);
    }

    /// <summary>Spreads all that was received and not returned over what is due, and posts what changes by it.</summary>
    private PenaltyAccount Credit(DateOnly on, PostingKind kind)
    {
        var left = Received - Returned;
        AccountPart[] order = Policy.Order == CreditOrder.FineFirst ? [AccountPart.Fine, AccountPart.Gain, AccountPart.Surcharge] : [AccountPart.Gain, AccountPart.Fine, AccountPart.Surcharge];
        var changes = new List<(AccountPart, Money)>();
        foreach (var part in order)
        {
            var due = part switch { AccountPart.Fine => Fine, AccountPart.Gain => Gain, _ => Surcharge };
            var paid = Money.Min(due, left);
            left -= paid;
            changes.Add((part, due - paid - Balance(part)));
        }

        changes.Add((AccountPart.Excess, left - Balance(AccountPart.Excess)));
        return Post(on, kind, [.. changes]);
    }

    private PenaltyAccount Post(DateOnly on, PostingKind kind, params ReadOnlySpan<(AccountPart Part, Money Sum)> entries)
    {
        var ledger = Ledger;
        foreach (var (part, sum) in entries)
        {
            if (sum != Money.Zero)
            {
                ledger = ledger.Add(new Posting(ledger.Count + 1, on, kind, part, sum));
            }
        }

        return this with { Ledger = ledger };
    }

    /// <summary>A part of the fine that falls due on a day.</summary>
    /// <param name="Phase">Which schedule; -1 for the payment day of the decision.</param>
    /// <param name="Place">Place in the schedule.</param>
    /// <param name="Instalment">The day and the sum.</param>
    /// <param name="Before">What of the fine must be paid before this part is paid from.</param>
    private readonly record struct Tranche(int Phase, int Place, Instalment Instalment, Money Before);
}
