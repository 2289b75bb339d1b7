using CsCheck;
using Heng.Law.Codes;
using Heng.Law.Payment;
using Heng.Law.Time;

namespace Heng.Law.Tests.Payment;

/// <summary>The account of a decision by worked examples at its edge days, and by its invariants on sequences of acts.</summary>
public sealed class PenaltyAccountTests
{
    private static readonly DateOnly decided = new(2026, 3, 2);
    private static readonly DateOnly payBy = new(2026, 3, 31);
    private static readonly Money fine = new(10_000_00);
    private static readonly PaymentPolicy adopted = LawSet.Embedded.Payment.PolicyOn(decided);

    private static PenaltyAccount Account(long gain = 0, PaymentPolicy? policy = null) => PenaltyAccount.Open(fine, Yuan(gain), decided, policy ?? adopted).Served(payBy);

    private static Money Yuan(long yuan) => new(yuan * 100);

    [Fact, Row("8.24")]
    public void The_choices_adopted_are_those_of_the_readings()
        => Assert.Equal(new PaymentPolicy(0.03m, 1.0m, SurchargeBasis.UnpaidPart, true, CreditOrder.FineFirst), adopted);

    [Theory, Row("8.24")]
    [InlineData(0, 0, false)]
    [InlineData(1, 300, false)]
    [InlineData(2, 600, false)]
    [InlineData(33, 9_900, false)]
    [InlineData(34, 10_000, true)]
    [InlineData(35, 10_000, true)]
    [InlineData(400, 10_000, true)]
    public void The_surcharge_begins_on_the_day_after_and_stops_at_the_fine_on_the_34th_day(int daysLate, long yuan, bool capped)
    {
        var accrued = Account(gain: 5_000).AccruedThrough(payBy.AddDays(daysLate));
        Assert.Equal(Yuan(yuan), accrued.Sum);
        Assert.Equal(capped, accrued.IsCapped);
    }

    [Theory, Row("8.24")]
    [InlineData(true, 0, 0)]
    [InlineData(true, 1, 300)]
    [InlineData(false, 1, 0)]
    [InlineData(false, 2, 300)]
    public void The_day_of_a_late_payment_counts_or_not_as_the_setting_says(bool counts, int daysLate, long yuan)
    {
        var account = Account(policy: adopted with { PaymentDayCounts = counts }).Receive(new("A", payBy.AddDays(daysLate), fine), payBy.AddDays(daysLate));
        Assert.Equal(Yuan(yuan), account.Undecided);
        Assert.Equal(yuan == 0, account.IsSettled);
    }

    [Theory, Row("8.24")]
    [InlineData(SurchargeBasis.UnpaidPart, 180, 6_000)]
    [InlineData(SurchargeBasis.WholeSum, 300, 10_000)]
    public void After_a_part_payment_in_time_the_base_is_what_the_setting_says(SurchargeBasis basis, long firstDay, long most)
    {
        var account = Account(policy: adopted with { Base = basis }).Receive(new("A", payBy, Yuan(4_000)), payBy);
        Assert.Equal(Yuan(firstDay), account.AccruedThrough(payBy.AddDays(1)).Sum);
        Assert.Equal(Yuan(most), account.AccruedThrough(payBy.AddDays(34)).Sum);
    }

    [Fact, Row("8.24")]
    public void A_late_part_payment_lowers_the_base_from_the_next_day()
    {
        var account = Account().Receive(new("A", payBy.AddDays(10), Yuan(4_000)), payBy.AddDays(10));
        Assert.Equal(Yuan(3_000), account.AccruedThrough(payBy.AddDays(10)).Sum);
        Assert.Equal(Yuan(3_180), account.AccruedThrough(payBy.AddDays(11)).Sum);
    }

    [Theory, Row("8.24")]
    [InlineData(CreditOrder.FineFirst, 8_000, 5_000)]
    [InlineData(CreditOrder.GainFirst, 10_000, 3_000)]
    public void A_receipt_pays_first_what_the_setting_says(CreditOrder order, long fineLeft, long gainLeft)
    {
        var account = Account(gain: 5_000, adopted with { Order = order }).Receive(new("A", payBy, Yuan(2_000)), payBy);
        Assert.Equal((Yuan(fineLeft), Yuan(gainLeft)), (account.Balance(AccountPart.Fine), account.Balance(AccountPart.Gain)));
    }

    [Fact, Row("8.24")]
    public void Confiscated_gains_bear_no_surcharge()
        => Assert.Equal(Money.Zero, PenaltyAccount.Open(Money.Zero, fine, decided, adopted).Served(payBy).AccruedThrough(payBy.AddDays(100)).Sum);

    [Fact, Row("8.24")]
    public void Days_of_reconsideration_or_suit_do_not_count_both_ends_included()
    {
        var paused = Account().Pause(payBy.AddDays(2));
        Assert.Equal(Yuan(300), paused.AccruedThrough(payBy.AddDays(50)).Sum);
        var resumed = paused.Resume(payBy.AddDays(50));
        Assert.Equal(Yuan(300), resumed.AccruedThrough(payBy.AddDays(50)).Sum);
        Assert.Equal(Yuan(600), resumed.AccruedThrough(payBy.AddDays(51)).Sum);
    }

    [Theory, Row("7.8", "8.24")]
    [InlineData(-1, 0)]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    [InlineData(2, 300)]
    [InlineData(3, 600)]
    public void A_deferral_stops_the_surcharge_from_the_day_of_its_approval(int approvedAfter, long yuan)
    {
        var approved = payBy.AddDays(approvedAfter);
        var account = Account().Defer(new(approved, [new(payBy.AddDays(60), fine)]));
        Assert.Equal(Yuan(yuan), account.AccruedThrough(payBy.AddDays(60)).Sum);
        Assert.Equal(Yuan(yuan + 300), account.AccruedThrough(payBy.AddDays(61)).Sum);
    }

    [Fact, Row("7.8")]
    public void Only_the_instalment_that_is_overdue_bears_a_surcharge_and_never_more_than_itself()
    {
        var first = payBy.AddDays(30);
        var account = Account().Defer(new(payBy, [new(first, Yuan(2_500)), new(payBy.AddDays(100), Yuan(7_500))]));
        Assert.Equal(Money.Zero, account.AccruedThrough(first).Sum);
        Assert.Equal(Yuan(75), account.AccruedThrough(first.AddDays(1)).Sum);
        Assert.Equal(Yuan(2_500), account.AccruedThrough(payBy.AddDays(100)).Sum);
        Assert.Equal(Yuan(2_500 + 225), account.AccruedThrough(payBy.AddDays(101)).Sum);
        Assert.Equal(Yuan(2_500), account.OverdueOn(payBy.AddDays(100)));
        Assert.Equal(fine, account.OverdueOn(payBy.AddDays(101)));
    }

    [Fact, Row("7.8")]
    public void An_instalment_paid_on_its_last_day_bears_none()
    {
        var first = payBy.AddDays(30);
        var account = Account().Receive(new("A", payBy.AddDays(-1), Yuan(1_000)), payBy).Defer(new(payBy, [new(first, Yuan(4_000)), new(payBy.AddDays(60), Yuan(5_000))]))
            .Receive(new("B", first, Yuan(4_000)), first).Receive(new("C", payBy.AddDays(60), Yuan(5_000)), payBy.AddDays(60));
        Assert.Equal(Money.Zero, account.AccruedThrough(payBy.AddDays(200)).Sum);
        Assert.True(account.IsSettled);
    }

    [Fact, Row("7.8")]
    public void Two_defaults_together_never_bear_more_than_the_fine()
    {
        var account = Account().Defer(new(payBy.AddDays(40), [new(payBy.AddDays(80), fine)]));
        Assert.Equal(fine, account.AccruedThrough(payBy.AddDays(500)).Sum);
    }

    [Fact, Row("8.24")]
    public void A_receipt_that_turns_up_late_takes_back_what_was_imposed_for_days_it_covers()
    {
        var account = Account().Impose(payBy.AddDays(10), payBy.AddDays(10)).Receive(new("A", payBy, fine), payBy.AddDays(12));
        Assert.Equal(Money.Zero, account.Owed);
        Assert.Equal(Money.Zero, account.Surcharge);
        Assert.True(account.IsSettled);
    }

    [Fact, Row("8.24")]
    public void What_is_paid_too_much_waits_to_be_returned()
    {
        var account = Account().Receive(new("A", payBy, Yuan(12_000)), payBy);
        Assert.Equal((Money.Zero, Yuan(2_000)), (account.Owed, account.Excess));
        Assert.Throws<ArgumentOutOfRangeException>(() => account.Return(Yuan(2_001), payBy));
        Assert.Equal(Money.Zero, account.Return(Yuan(2_000), payBy).Excess);
    }

    [Fact, Row("8.24")]
    public void An_annulled_decision_gives_everything_back()
    {
        var account = Account(gain: 5_000).Receive(new("A", payBy.AddDays(5), Yuan(15_000)), payBy.AddDays(5)).Impose(payBy.AddDays(5), payBy.AddDays(6))
            .Receive(new("B", payBy.AddDays(7), Yuan(1_500)), payBy.AddDays(7)).Change(Money.Zero, Money.Zero, payBy.AddDays(30));
        Assert.Equal((Money.Zero, Yuan(16_500)), (account.Owed, account.Excess));
        Assert.True(account.IsSettled);
    }

    [Fact, Row("8.24")]
    public void A_lowered_fine_lowers_the_surcharge_with_it()
    {
        var account = Account().Impose(payBy.AddDays(10), payBy.AddDays(10)).Change(Yuan(5_000), Money.Zero, payBy.AddDays(20));
        Assert.Equal(Yuan(1_500), account.Balance(AccountPart.Surcharge));
        Assert.Equal(Yuan(6_500), account.Owed);
    }

    [Fact, Row("8.24")]
    public void A_late_payment_is_settled_only_when_the_surcharge_is_decided_upon()
    {
        var late = Account().Receive(new("A", payBy.AddDays(3), fine), payBy.AddDays(4));
        Assert.False(late.IsSettled);
        Assert.True(late.LeaveOff(payBy.AddDays(4)).IsSettled);
        var imposed = late.Impose(payBy.AddDays(4), payBy.AddDays(5));
        Assert.Equal(Yuan(900), imposed.Owed);
        Assert.True(imposed.Receive(new("B", payBy.AddDays(6), Yuan(900)), payBy.AddDays(6)).IsSettled);
        Assert.True(imposed.Reduce(Yuan(900), payBy.AddDays(6)).IsSettled);
    }

    [Theory, Row("8.24")]
    [InlineData(4, 180)]
    [InlineData(9, 30)]
    [InlineData(10, 0)]
    [InlineData(12, 0)]
    public void A_later_day_of_service_takes_back_the_surcharge_of_the_days_before_it(int later, long left)
    {
        var account = Account().Impose(payBy.AddDays(10), payBy.AddDays(10)).ServedAnew(payBy.AddDays(later), payBy.AddDays(11));
        Assert.Equal(Yuan(left * 10), account.Surcharge);
        Assert.Equal(fine + Yuan(left * 10), account.Owed);
        Assert.Equal(Account().Served(payBy.AddDays(later)).AccruedThrough(payBy.AddDays(10)).Sum, account.Imposed);
    }

    [Fact, Row("8.24")]
    public void An_earlier_day_of_service_leaves_the_days_between_to_be_decided()
    {
        var account = Account().Receive(new("A", payBy, fine), payBy).ServedAnew(payBy.AddDays(-2), payBy.AddDays(1));
        Assert.Equal((Money.Zero, Yuan(600)), (account.Owed, account.Undecided));
        Assert.False(account.IsSettled);
    }

    private abstract record Move
    {
        public sealed record Receive(int Serial, int Day, long Fen) : Move;

        public sealed record Impose(int Day) : Move;

        public sealed record LeaveOff(int Day) : Move;

        public sealed record Reduce(int PerMille) : Move;

        public sealed record Defer(int Day, int[] Gaps) : Move;

        public sealed record Pause(int Day, int Length) : Move;

        public sealed record Change(int PerMille) : Move;

        public sealed record ServeAnew(int Day) : Move;

        public sealed record Return(int PerMille) : Move;
    }

    private static readonly Gen<Move> move = Gen.Frequency(
        (6, Gen.Select(Gen.Int[0, 8], Gen.Int[-20, 120], Gen.Long[1, 6_000_00]).Select((s, d, f) => (Move)new Move.Receive(s, d, f))),
        (3, Gen.Int[-5, 150].Select(d => (Move)new Move.Impose(d))),
        (1, Gen.Int[-5, 150].Select(d => (Move)new Move.LeaveOff(d))),
        (1, Gen.Int[1, 1000].Select(p => (Move)new Move.Reduce(p))),
        (2, Gen.Select(Gen.Int[-10, 100], Gen.Int[1, 40].Array[1, 4]).Select((d, g) => (Move)new Move.Defer(d, g))),
        (1, Gen.Select(Gen.Int[-5, 100], Gen.Int[0, 40]).Select((d, n) => (Move)new Move.Pause(d, n))),
        (1, Gen.Int[0, 999].Select(p => (Move)new Move.Change(p))),
        (1, Gen.Int[-20, 60].Select(d => (Move)new Move.ServeAnew(d))),
        (1, Gen.Int[1, 1000].Select(p => (Move)new Move.Return(p))));

    private static readonly Gen<PaymentPolicy> policies = Gen.Select(Gen.Bool, Gen.Bool, Gen.Bool).Select((b, d, o)
        => adopted with { Base = b ? SurchargeBasis.UnpaidPart : SurchargeBasis.WholeSum, PaymentDayCounts = d, Order = o ? CreditOrder.FineFirst : CreditOrder.GainFirst });

    [Fact, Row("8.24", "7.8")]
    public void Whatever_happens_the_ledger_sums_to_the_balance_and_nothing_is_negative()
        => Gen.Select(Gen.Long[0, 20_000_00], Gen.Long[0, 9_000_00], policies, move.Array[0, 12]).Sample((f, g, policy, moves) =>
        {
            var account = PenaltyAccount.Open(new(f), new(g), decided, policy).Served(payBy);
            foreach (var m in moves)
            {
                var before = account;
                account = Do(account, m);
                Hold(account);
                Assert.Equal(before.Ledger, account.Ledger.Take(before.Ledger.Count));
            }
        }, iter: 1_500);

    [Fact, Row("8.24")]
    public void The_same_receipt_again_changes_nothing()
        => Gen.Select(move.Array[0, 8], Gen.Long[1, 9_000_00], Gen.Int[-5, 90]).Sample((moves, fen, day) =>
        {
            var account = moves.Aggregate(Account(3_000), Do).Receive(new("twice", payBy.AddDays(day), new(fen)), payBy.AddDays(day));
            Assert.Same(account, account.Receive(new("twice", payBy.AddDays(day + 1), new(fen + 1)), payBy.AddDays(day)));
        }, iter: 500);

    [Fact, Row("8.24")]
    public void Paying_sooner_or_more_never_raises_the_surcharge()
        => Gen.Select(policies, Gen.Int[-10, 60], Gen.Int[0, 10], Gen.Long[1, 12_000_00], Gen.Int[0, 90]).Sample((policy, day, sooner, fen, through) =>
        {
            var account = Account(2_000, policy);
            var late = account.Receive(new("A", payBy.AddDays(day), new(fen)), payBy).AccruedThrough(payBy.AddDays(through)).Sum;
            Assert.True(account.Receive(new("A", payBy.AddDays(day - sooner), new(fen)), payBy).AccruedThrough(payBy.AddDays(through)).Sum <= late);
            Assert.True(account.Receive(new("A", payBy.AddDays(day), new(fen + 100_00)), payBy).AccruedThrough(payBy.AddDays(through)).Sum <= late);
            Assert.True(late <= account.AccruedThrough(payBy.AddDays(through)).Sum);
        }, iter: 500);

    [Fact, Row("8.24")]
    public void A_slow_count_day_by_day_gives_the_same_surcharge()
        => Gen.Select(Gen.Long[1, 50_000_00], Gen.Int[0, 120], Gen.Select(Gen.Int[-10, 100], Gen.Long[1, 20_000_00]).Array[0, 4]).Sample((f, through, receipts) =>
        {
            var account = PenaltyAccount.Open(new(f), Money.Zero, decided, adopted).Served(payBy);
            account = receipts.Select((r, i) => new Receipt($"{i}", payBy.AddDays(r.Item1), new(r.Item2))).Aggregate(account, (a, r) => a.Receive(r, payBy));
            decimal sum = 0;
            var most = Math.Max(0m, f - receipts.Where(r => r.Item1 <= 0).Sum(r => r.Item2)) / 100;
            for (var late = 1; late <= through; late++)
            {
                sum += 0.03m * Math.Max(0m, f - receipts.Where(r => r.Item1 < late).Sum(r => r.Item2)) / 100;
            }

            Assert.Equal(Money.FromYuan(Math.Min(sum, most), FenRounding.HalfUp), account.AccruedThrough(payBy.AddDays(through)).Sum);
        }, iter: 500);

    private static PenaltyAccount Do(PenaltyAccount a, Move m) => m switch
    {
        Move.Receive r => a.Receive(new($"{r.Serial}", payBy.AddDays(r.Day), new(r.Fen)), payBy.AddDays(r.Day)),
        Move.Impose i => a.Impose(payBy.AddDays(i.Day), payBy.AddDays(i.Day)),
        Move.LeaveOff l => a.LeaveOff(payBy.AddDays(l.Day)),
        Move.Reduce r when Part(a.Balance(AccountPart.Surcharge), r.PerMille) is var sum && sum > Money.Zero => a.Reduce(sum, payBy),
        Move.Defer d when a.Balance(AccountPart.Fine) is var unpaid && unpaid.Fen >= d.Gaps.Length => a.Defer(Plan(payBy.AddDays(d.Day), unpaid, d.Gaps)),
        Move.Pause p => a.Pause(payBy.AddDays(p.Day)).Resume(payBy.AddDays(p.Day + p.Length)),
        Move.Change c => a.Change(Part(a.Fine, c.PerMille), Part(a.Gain, c.PerMille), payBy),
        Move.ServeAnew s => a.ServedAnew(payBy.AddDays(s.Day), payBy),
        Move.Return r when Part(a.Excess, r.PerMille) is var sum && sum > Money.Zero => a.Return(sum, payBy),
        _ => a,
    };

    private static Money Part(Money sum, int perMille) => new(sum.Fen * perMille / 1000);

    private static PaymentSchedule Plan(DateOnly from, Money unpaid, int[] gaps)
    {
        var each = unpaid.Fen / gaps.Length;
        var day = from;
        return new(from, [.. gaps.Select((g, i) => new Instalment(day = day.AddDays(g), new(i == gaps.Length - 1 ? unpaid.Fen - (each * (gaps.Length - 1)) : each)))]);
    }

    private static void Hold(PenaltyAccount a)
    {
        foreach (var part in Enum.GetValues<AccountPart>())
        {
            Assert.True(a.Balance(part) >= Money.Zero, $"{part} {a.Balance(part)}");
        }

        // What is due less what came in, and what came in beyond it: nothing is made and nothing is lost.
        Assert.Equal(a.Fine + a.Gain + a.Surcharge - (a.Received - a.Returned), a.Owed - a.Excess);
        Assert.True(a.Owed == Money.Zero || a.Excess == Money.Zero);
        Assert.True(a.Surcharge <= a.Fine && a.Imposed <= a.Policy.CapOf(a.Fine));
        Assert.Equal(a.Receipts.Count, a.Receipts.Select(r => r.Serial).Distinct().Count());
        Assert.Equal(Enumerable.Range(1, a.Ledger.Count), a.Ledger.Select(p => p.Number));
    }
}
