using Heng.Law.Codes;
using Heng.Law.Payment;
using Heng.Law.Time;

namespace Heng.Law.Tests.Payment;

/// <summary>Last days of payment and enforcement, by worked examples.</summary>
public sealed class PaymentDaysTests
{
    private static readonly DeadlineCounter counter = LawSet.Embedded.Deadlines;
    private static readonly IReadOnlyList<int> alarms = LawSet.Embedded.Payment.Alarms;

    [Theory, Row("8.24")]
    [InlineData("2026-03-02", "2026-03-17")]
    [InlineData("2026-03-20", "2026-04-07")] // The fifteenth day is 4 April, the first of three days off.
    [InlineData("2026-09-12", "2026-09-28")] // Sunday 27 September is a day off.
    public void The_fine_is_paid_within_fifteen_days_of_receipt(string received, string due)
        => Assert.Equal(On(due), PaymentDays.PayBy(counter, On(received)).Day);

    [Fact, Row("8.25")]
    public void The_three_months_run_from_the_end_of_the_six_months_of_an_untouched_case()
    {
        var window = PaymentDays.Window(counter, new(On("2025-11-10")), null, null, alarms);
        Assert.Equal(On("2026-05-11"), window.RemedyEnds); // 10 May 2026 is a Sunday.
        Assert.Equal(On("2026-08-11"), window.Last.Day);
        Assert.Equal([(30, On("2026-07-12")), (15, On("2026-07-27")), (5, On("2026-08-06"))], window.Alarms);
        Assert.Null(window.First);
    }

    [Fact, Row("8.25")]
    public void After_reconsideration_fifteen_days_end_the_remedies()
        => Assert.Equal((On("2026-03-17"), On("2026-06-17")), (PaymentDays.RemedyEnds(counter, new(On("2025-11-10"), On("2026-03-02"))), PaymentDays.Window(counter, new(On("2025-11-10"), On("2026-03-02")), null, null, alarms).Last.Day));

    [Theory, Row("7.8", "8.25")]
    [InlineData("2026-05-01", "2026-08-11")]
    [InlineData("2026-05-11", "2026-08-11")]
    [InlineData("2026-05-12", "2026-08-12")]
    [InlineData("2026-08-31", "2026-11-30")]
    public void A_deferral_that_ends_later_moves_the_start(string deferralEnds, string last)
        => Assert.Equal(On(last), PaymentDays.Window(counter, new(On("2025-11-10")), On(deferralEnds), null, alarms).Last.Day);

    [Fact, Row("8.25")]
    public void The_demand_leaves_ten_working_days_before_the_application()
    {
        var window = PaymentDays.Window(counter, new(On("2025-11-10")), null, On("2026-05-06"), alarms);
        Assert.Equal(On("2026-05-19"), window.DemandEnds!.Day); // Saturday 9 May is a working day.
        Assert.Equal(On("2026-05-20"), window.First);
        Assert.NotNull(PaymentRules.CourtWaitsForTheDemand.Check(new(On("2026-05-19"), window, false)));
        Assert.Null(PaymentRules.CourtWaitsForTheDemand.Check(new(On("2026-05-20"), window, false)));
        Assert.NotNull(PaymentRules.CourtWaitsForTheRemedies.Check(new(On("2026-05-11"), window, false)));
        Assert.Null(PaymentRules.CourtIsAskedInTime.Check(new(On("2026-08-11"), window, false)));
        Assert.NotNull(PaymentRules.CourtIsAskedInTime.Check(new(On("2026-08-12"), window, false)));
        Assert.Null(PaymentRules.CourtIsAskedInTime.Check(new(On("2026-08-12"), window, true)));
        var latest = window.LastDemand(counter.Calendar, 10);
        Assert.True(PaymentDays.DemandEnds(counter, latest).Day < window.Last.Day);
        Assert.False(PaymentDays.DemandEnds(counter, latest.AddDays(1)).Day < window.Last.Day);
    }

    [Fact, Row("8.25")]
    public void A_last_day_in_a_year_without_a_published_calendar_is_estimated()
    {
        var window = PaymentDays.Window(counter, new(On("2026-06-01")), null, null, alarms);
        Assert.Equal((On("2026-12-01"), On("2027-03-01")), (window.RemedyEnds, window.Last.Day));
        Assert.True(window.Last.IsEstimate);
    }

    [Theory, Row("8.24")]
    [InlineData("990101", 2026, 1, 0)]
    [InlineData("110000", 2030, 999_999, 0)]
    [InlineData("990101", 2026, 1, 1)]
    [InlineData("110000", 2030, 999_999, 99)]
    public void A_payment_number_is_read_back_and_every_wrong_digit_or_swap_is_caught(string area, int year, int ordinal, int person)
    {
        var text = PaymentNumber.Of(area, year, ordinal, person).ToString();
        Assert.Equal(person == 0 ? 18 : 20, text.Length);
        Assert.True(PaymentNumber.TryParse($" {text[..6]} {text[6..]}", out var read, out _));
        Assert.Equal(text, read.ToString());
        for (var at = 0; at < text.Length; at++)
        {
            for (var digit = '0'; digit <= '9'; digit++)
            {
                var wrong = text[..at] + digit + text[(at + 1)..];
                Assert.Equal(wrong == text, PaymentNumber.TryParse(wrong, out _, out _));
            }

            if (at > 0 && text[at] != text[at - 1])
            {
                Assert.False(PaymentNumber.TryParse(text[..(at - 1)] + text[at] + text[at - 1] + text[(at + 1)..], out _, out var fault));
                Assert.Equal("codes.payment-number.check", fault.Code);
            }
        }
    }

    private static DateOnly On(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
