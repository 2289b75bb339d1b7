using Heng.Law.Time;

namespace Heng.Law.Tests.Time;

public sealed class LimitationTests
{
    [Theory]
    [InlineData("2024-03-15", 2, "2026-03-15")]
    [InlineData("2024-02-29", 2, "2026-02-28")]
    [InlineData("2024-02-29", 5, "2029-02-28")]
    [InlineData("2022-02-28", 2, "2024-02-28")]
    public void Limitation_ends_on_the_same_date_and_29_February_becomes_28(string act, int years, string last)
        => Assert.Equal(On(last), Limitation.LastDay(On(act), years));

    [Fact]
    public void Limitation_ending_on_a_holiday_does_not_roll_over()
        => Assert.Equal(On("2026-10-01"), Limitation.LastDay(On("2024-10-01"), 2));

    [Fact]
    public void Limitation_of_no_years_is_a_bug_of_the_caller()
        => Assert.Throws<ArgumentOutOfRangeException>(() => Limitation.LastDay(On("2024-10-01"), 0));

    private static DateOnly On(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
