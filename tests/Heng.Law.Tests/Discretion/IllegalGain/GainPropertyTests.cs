using CsCheck;
using Heng.Law.Codes;
using Heng.Law.Discretion.IllegalGain;
using Heng.Law.Rulings;

namespace Heng.Law.Tests.Discretion.IllegalGain;

public sealed class GainPropertyTests
{
    private static readonly GainCalculator calculator = LawSet.Embedded.IllegalGain;
    private static readonly DateOnly firstDay = new(2025, 10, 1);
    private static readonly Gen<DateOnly> days = Gen.Int[0, 400].Select(firstDay.AddDays);
    private static readonly Gen<Money> sums = Gen.Long[0, 10_000_000].Select(f => new Money(f));

    private static readonly Gen<Outlay> outlays =
        Gen.Select(Gen.Int[0, 3], sums, days, Gen.Bool, Gen.Int[0, 15])
            .Select((kind, sum, day, proved, flags) => new Outlay("支出", (OutlayKind)kind, sum, proved ? day : null, (flags & 1) == 0, (flags & 2) == 0, (flags & 4) != 0, (flags & 8) != 0));

    private static readonly Gen<GainCase> cases =
        Gen.Select(
            Gen.Select(days, Gen.Int[0, 3], sums, Gen.Int[0, 2], Gen.Int[0, 63]),
            Gen.Select(outlays.Array[0, 4], sums, days, sums, days))
            .Select((head, body) => new GainCase(head.Item1, (GainMode)head.Item2, head.Item3)
            {
                IsIndustryAndCommerce = (head.Item5 & 1) != 0,
                PrincipalApproved = (head.Item5 & 2) != 0,
                Clause = (head.Item5 & 28) == 28 ? GainClause.Silent : GainClause.Confiscates,
                IsExemptedUnder33 = (head.Item5 & 32) != 0,
                Ascertained = (Ascertained)head.Item4,
                Outlays = body.Item1,
                Taxes = [new TaxPaid("税款", body.Item2, body.Item3, true)],
                Refunded = body.Item4,
                ProofPeriodEnd = body.Item5,
            });

    [Fact]
    public void Illegal_gain_lies_between_nothing_and_the_receipts_and_confiscation_below_it()
        => cases.Sample(c => Determined(c) is not { } d
            || (d.IllegalGain is not { } gain ? d.Confiscable == Money.Zero : gain >= Money.Zero && gain <= c.Receipts && d.Confiscable >= Money.Zero && d.Confiscable <= gain));

    [Fact]
    public void Refunds_never_change_the_illegal_gain()
        => cases.Sample(c => Determined(c)?.IllegalGain == Determined(c with { Refunded = Money.Zero })?.IllegalGain);

    [Fact]
    public void Outlay_that_is_not_deducted_changes_nothing()
        => Gen.Select(cases, outlays).Sample((c, o) =>
        {
            var with = Determined(c with { Outlays = [.. c.Outlays, o] });
            return with is null || with.Items.Count == 0 || with.Items[c.Outlays.Count].IsDeducted || with.IllegalGain == Determined(c)!.IllegalGain;
        });

    [Fact]
    public void More_outlay_never_raises_the_illegal_gain()
        => Gen.Select(cases, outlays).Sample((c, o) =>
        {
            var with = Determined(c with { Outlays = [.. c.Outlays, o] });
            return with?.IllegalGain is not { } gain || gain <= Determined(c)!.IllegalGain!.Value;
        });

    [Fact]
    public void Where_all_income_counts_the_illegal_gain_is_the_receipts()
        => cases.Sample(c => c.Mode == GainMode.Ordinary || c.Ascertained == Ascertained.NotAtAll || Determined(c)?.IllegalGain is not { } gain || gain == c.Receipts);

    [Fact]
    public void A_party_exempted_under_APL_33_loses_nothing()
        => cases.Sample(c => Determined(c with { IsExemptedUnder33 = true }) is not { } d || (d.Confiscable == Money.Zero && d.RefundDutyStays));

    [Fact]
    public void The_2026_measures_never_find_more_than_the_penalty_law_alone()
        => cases.Sample(c =>
            Determined(c with { DecisionDate = new DateOnly(2026, 3, 20) })?.IllegalGain is not { } after
            || Determined(c with { DecisionDate = new DateOnly(2026, 3, 19), IsIndustryAndCommerce = false })?.IllegalGain is not { } before
            || after <= before);

    [Fact]
    public void The_same_case_gives_the_same_determination()
        => cases.Sample(c => Determined(c) is not { } one || (Determined(c) is { } two && one.Items.SequenceEqual(two.Items) && one.Grounds.SequenceEqual(two.Grounds)));

    [Fact]
    public void From_2021_on_exactly_one_rule_governs_each_day_and_field()
    {
        for (var day = new DateOnly(2021, 7, 15); day <= new DateOnly(2026, 12, 31); day = day.AddDays(1))
        {
            foreach (var industryAndCommerce in new[] { true, false })
            {
                Assert.Single(calculator.Regimes, r => r.Governs(new GainCase(day, GainMode.Ordinary, Money.Zero) { IsIndustryAndCommerce = industryAndCommerce }));
            }
        }
    }

    [Fact]
    public void A_negative_sum_is_a_bug_of_the_caller()
        => Assert.Throws<ArgumentException>(() => calculator.Determine(new GainCase(firstDay, GainMode.Ordinary, new Money(-1))));

    [Fact]
    public void Every_refusal_is_given_at_once()
    {
        var subject = new GainCase(new DateOnly(2026, 5, 20), GainMode.Price, Money.Zero) { Ascertained = Ascertained.InPart, RefundIsDue = true };
        var refused = Assert.IsType<Outcome<GainDetermination>.Refused>(calculator.Determine(subject));
        Assert.Equal(["discretion.gain.unascertained-needs-principal", "discretion.gain.refund-first"], refused.Refusals.Select(r => r.Code));
    }

    private static GainDetermination? Determined(GainCase subject) => (calculator.Determine(subject) as Outcome<GainDetermination>.Allowed)?.Value;
}
