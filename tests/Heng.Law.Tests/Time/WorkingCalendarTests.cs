using System.Text;
using Heng.Law.Citations;
using Heng.Law.Time;
using static Heng.Law.Tests.Time.Counting;

namespace Heng.Law.Tests.Time;

public sealed class WorkingCalendarTests
{
    [Fact]
    public void The_years_2024_to_2026_are_loaded() => Assert.Equal([2024, 2025, 2026], Calendar.Years.Select(y => y.Year));

    [Theory, Row("8.29")]
    [InlineData(2024, 251)]
    [InlineData(2025, 248)]
    [InlineData(2026, 248)]
    public void The_working_days_of_a_year_and_of_each_month_agree_with_the_check_sums(int year, int total)
    {
        var listed = Calendar.Years.Single(y => y.Year == year).WorkingDaysPerMonth;
        for (var month = 1; month <= 12; month++)
        {
            var first = new DateOnly(year, month, 1);
            var days = Enumerable.Range(0, DateTime.DaysInMonth(year, month)).Select(first.AddDays);
            Assert.Equal(listed[month - 1], days.Count(d => Calendar.IsWorkingDay(d) == true));
            Assert.Equal(listed[month - 1], Calendar.CountWorkingDays(first, first.AddMonths(1).AddDays(-1)));
        }

        Assert.Equal(total, Calendar.CountWorkingDays(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31)));
    }

    [Theory]
    [InlineData("2026-02-13", DayKind.WorkingDay, null)]
    [InlineData("2026-02-14", DayKind.MakeUpWorkday, null)]
    [InlineData("2026-02-15", DayKind.DayOff, "春节")]
    [InlineData("2026-02-23", DayKind.DayOff, "春节")]
    [InlineData("2026-02-24", DayKind.WorkingDay, null)]
    [InlineData("2026-03-07", DayKind.Weekend, null)]
    [InlineData("2024-02-09", DayKind.WorkingDay, null)]
    [InlineData("2023-12-31", DayKind.NotLoaded, null)]
    [InlineData("2027-01-01", DayKind.NotLoaded, null)]
    [InlineData("0001-01-01", DayKind.NotLoaded, null)]
    [InlineData("9999-12-31", DayKind.NotLoaded, null)]
    public void Each_day_has_its_kind_and_its_festival(string day, DayKind kind, string? name)
    {
        Assert.Equal(kind, Calendar.KindOf(On(day)));
        Assert.Equal(name, Calendar.NameOf(On(day)));
    }

    [Fact]
    public void The_statutory_days_are_fewer_than_the_days_off()
    {
        Assert.True(Calendar.IsStatutoryDay(On("2026-10-03")));
        Assert.False(Calendar.IsStatutoryDay(On("2026-10-04")));
        Assert.Null(Calendar.IsStatutoryDay(On("2027-10-03")));
    }

    [Fact, Row("8.29")]
    public void A_count_that_meets_a_year_not_loaded_is_unknown()
    {
        Assert.Null(Calendar.CountWorkingDays(On("2026-12-31"), On("2027-01-01")));
        Assert.Null(Calendar.CountWorkingDays(On("2023-12-31"), On("2024-01-02")));
        Assert.Equal(0, Calendar.CountWorkingDays(On("2026-02-02"), On("2026-02-01")));
    }

    [Fact]
    public void A_gap_between_loaded_years_is_not_bridged()
    {
        var gap = WorkingCalendar.From(LawFiles.From(LawSet.Embedded.Files.Under("calendar/").Where(f => f.Path != "calendar/2025.json").Select(f => (f.Path, (Stream)new MemoryStream(f.Content.ToArray())))));
        Assert.Equal([2024, 2026], gap.Years.Select(y => y.Year));
        Assert.Null(gap.IsWorkingDay(On("2025-06-03")));
        Assert.True(gap.IsWorkingDay(On("2026-06-03")));
        Assert.Null(gap.CountWorkingDays(On("2024-12-31"), On("2026-01-05")));
        Assert.Equal(248, gap.CountWorkingDays(On("2026-01-01"), On("2026-12-31")));
    }

    [Theory]
    [InlineData("\"2026-01-04\", \"2026-02-14\"", "\"2026-01-05\", \"2026-02-14\"", "makeupWorkdays")]
    [InlineData("[21, 16,", "[21, 17,", "workingDaysPerMonth")]
    [InlineData("\"year\": 2026", "\"year\": 2025", "daysOff")]
    [InlineData("\"2026-06-21\"\n", "\"2026-06-31\"\n", "daysOff")]
    [InlineData("\"statutoryDays\": [", "\"statutoryDays\": [\"2026-01-05\",", "statutoryDays")]
    public void A_calendar_that_contradicts_itself_is_not_loaded(string text, string wrong, string place)
    {
        var good = Encoding.UTF8.GetString(LawSet.Embedded.Files.One("calendar/2026.json").Content.Span);
        var bad = good.Replace(text, wrong, StringComparison.Ordinal);
        if (place == "daysOff" && wrong.Contains("06-31", StringComparison.Ordinal))
        {
            bad = good.Replace("\"2026-06-21\",", "\"2026-06-31\",", StringComparison.Ordinal);
        }

        Assert.NotEqual(good, bad);
        var fault = Assert.Throws<LawDataException>(() => WorkingCalendar.From(LawFiles.From([("calendar/2026.json", new MemoryStream(Encoding.UTF8.GetBytes(bad)))])));
        Assert.Contains(place, fault.Place, StringComparison.Ordinal);
    }

    [Fact]
    public void A_year_loaded_twice_is_a_fault()
    {
        var content = LawSet.Embedded.Files.One("calendar/2026.json").Content.ToArray();
        Assert.Throws<LawDataException>(() => WorkingCalendar.From(LawFiles.From([("calendar/2026.json", new MemoryStream(content)), ("calendar/other.json", new MemoryStream(content))])));
    }
}
