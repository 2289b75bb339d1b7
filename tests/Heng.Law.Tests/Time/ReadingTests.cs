using Heng.Law.Time;
using static Heng.Law.Tests.Time.Counting;

namespace Heng.Law.Tests.Time;

/// <summary>Counting rules K1 to K11 and readings D1 to D7, each on its edge, both ways.</summary>
public sealed class ReadingTests
{
    [Theory]
    [InlineData(1, "ND", "2026-03-02", "2026-03-03")]
    [InlineData(1, "WD", "2026-03-02", "2026-03-03")]
    [InlineData(1, "WD", "2026-03-06", "2026-03-09")]
    [InlineData(1, "M", "2026-03-02", "2026-04-02")]
    public void K1_the_start_day_is_not_counted(int length, string unit, string start, string due)
        => Assert.Equal(due, Counter.CountPeriod(For(length, unit), At(start)).Counted().Due.ToString());

    [Theory]
    [InlineData("2026-04-16", "2026-05-06")]
    [InlineData("2026-04-15", "2026-04-30")]
    [InlineData("2026-04-24", "2026-05-09")]
    [InlineData("2026-04-25", "2026-05-11")]
    public void K2_D3_an_end_on_any_rest_day_moves_to_the_next_working_day_and_a_make_up_workday_is_none(string start, string due)
        => Assert.Equal(due, Due("L70", start));

    [Theory]
    [InlineData(RollOver.AnyRestDay, "2026-03-21", "2026-04-07")]
    [InlineData(RollOver.StatutoryDayOnly, "2026-03-21", "2026-04-06")]
    [InlineData(RollOver.None, "2026-03-21", "2026-04-05")]
    [InlineData(RollOver.AnyRestDay, "2026-03-20", "2026-04-07")]
    [InlineData(RollOver.StatutoryDayOnly, "2026-03-20", "2026-04-04")]
    [InlineData(RollOver.StatutoryDayOnly, "2026-02-02", "2026-02-20")]
    public void D3_the_roll_over_is_a_named_choice(RollOver choice, string start, string due)
        => Assert.Equal(due, Counter.With(Counter.Policy with { RollOver = choice }).Count("L70", At(start)).Counted().Due.ToString());

    [Fact]
    public void D3_working_days_do_not_roll_because_they_end_on_one()
    {
        var counted = Counter.Count("L40", At("2026-02-12")).Counted();
        Assert.Equal(counted.Unrolled, counted.Due);
    }

    [Fact]
    public void D3_limits_that_hold_goods_warn_on_the_unrolled_day_and_others_on_the_last()
    {
        var seizure = Counter.Count("L23", At("2026-01-16")).Counted();
        Assert.Equal(("2026-02-24", "2026-02-15"), (seizure.Due.ToString(), seizure.WarnOn.ToString()));
        var notice = Counter.Count("L52", At("2026-01-16")).Counted();
        Assert.Equal(("2026-02-24", "2026-02-24"), (notice.Due.ToString(), notice.WarnOn.ToString()));
    }

    [Theory]
    [InlineData("L40", "K4")]
    [InlineData("L72", "K5")]
    [InlineData("L95", "K6")]
    [InlineData("L50", "K7")]
    [InlineData("L92", "K9")]
    [InlineData("L05", null)]
    public void K4_to_K9_the_rule_that_gives_the_unit_its_meaning_is_named(string limit, string? rule)
        => Assert.Equal(rule, Counter.Count(limit, At("2026-01-05")).Counted().Explain()[0].Rule);

    [Theory]
    [InlineData("2026-02-01", "2026-02-01", "2026-03-03")]
    [InlineData("2026-02-01", "2026-02-02", "2026-03-04")]
    [InlineData("2026-01-05", "2026-02-02", "2026-03-04")]
    [InlineData("2026-02-10", "2026-02-11", "2026-03-05")]
    [InlineData("2026-03-03", "2026-03-03", "2026-03-04")]
    [InlineData("2026-03-04", "2026-03-04", "2026-03-03")]
    [InlineData("2025-01-01", "2026-02-01", "2026-03-03")]
    public void D1_both_ends_are_excluded_and_only_days_inside_the_running_period(string first, string last, string due)
    {
        Assert.Equal("2026-03-03", Due("L52", "2026-02-01"));
        Assert.Equal(due, Counter.CountPeriod(For(30, "ND"), At("2026-02-01"), [Days(first, last)]).Counted().Due.ToString());
    }

    [Fact]
    public void D1_overlapping_intervals_are_merged()
        => Assert.Equal(
            Due("L50", "2026-03-02", [Days("2026-03-10", "2026-03-19")]),
            Due("L50", "2026-03-02", [Days("2026-03-15", "2026-03-19"), Days("2026-03-10", "2026-03-16"), Days("2026-03-12", "2026-03-13")]));

    [Fact]
    public void D1_an_excluded_day_that_the_end_is_pushed_into_counts_too()
        => Assert.Equal("2026-03-09", Due("L52", "2026-02-01", [Days("2026-02-02", "2026-02-02"), Days("2026-03-04", "2026-03-08")]));

    [Fact]
    public void D1_an_excluded_working_day_is_not_counted_and_an_excluded_rest_day_changes_nothing()
    {
        Assert.Equal("2026-03-09", Due("L40", "2026-03-02"));
        Assert.Equal("2026-03-10", Due("L40", "2026-03-02", [Days("2026-03-04", "2026-03-04")]));
        Assert.Equal("2026-03-09", Due("L40", "2026-03-02", [Days("2026-03-07", "2026-03-08")]));
        Assert.Equal("2026-03-09", Due("L40", "2026-03-02", [Days("2026-03-02", "2026-03-02")]));
    }

    [Fact]
    public void D1_the_day_of_resumption_counts_only_under_the_other_choice()
    {
        var other = Counter.With(Counter.Policy with { ExcludedEnds = ExcludedEnds.ResumptionDayCounts });
        Assert.Equal("2026-03-10", Due("L40", "2026-03-02", [Days("2026-03-04", "2026-03-04")]));
        Assert.Equal("2026-03-09", other.Count("L40", At("2026-03-02"), [Days("2026-03-04", "2026-03-04")]).Counted().Due.ToString());
    }

    [Fact]
    public void D2_an_extension_runs_from_the_unrolled_end_and_the_end_rolls_once()
    {
        // 90 days end on 2026-04-05 inside the Qingming break; 30 more end on 2026-05-05 inside the Labour Day break.
        Assert.Equal("2026-05-06", Due("L50", "2026-01-05", extensions: [More(30, "ND")]));
        // From the rolled end, 2026-04-07, they would end on 2026-05-07.
        var other = Counter.With(Counter.Policy with { ExtensionStart = ExtensionStart.RolledEnd });
        Assert.Equal("2026-05-07", other.Count("L50", At("2026-01-05"), [], [More(30, "ND")]).Counted().Due.ToString());
    }

    [Fact]
    public void D2_each_extension_counts_in_its_own_unit()
    {
        Assert.Equal("2026-03-17", Due("L05", "2026-01-28", extensions: [More(15, "WD")]));
        Assert.Equal("2026-04-20", Due("L50", "2026-01-05", extensions: [More(10, "WD")]));
        Assert.Equal("2026-06-05", Due("L50", "2026-01-05", extensions: [More(2, "M")]));
        Assert.Equal("2026-04-07", Due("L50", "2026-01-05", extensions: [More(25, "H")]));
    }

    [Fact]
    public void D2_excluded_days_inside_an_extension_are_not_counted()
        => Assert.Equal("2026-05-11", Due("L50", "2026-01-05", [Days("2026-04-06", "2026-04-10")], [More(30, "ND")]));

    [Theory]
    [InlineData("L44", "2026-10-15", "2026-09-29")]
    [InlineData("L45", "2026-03-05", "2026-02-28")]
    [InlineData("L45", "2026-03-06", "2026-03-02")]
    [InlineData("L45", "2026-02-27", "2026-02-14")]
    [InlineData("L45", "2026-03-01", "2026-02-25")]
    public void K11_D4_full_working_days_lie_between_and_a_rest_day_gives_way_to_the_working_day_before(string limit, string day, string due)
        => Assert.Equal(due, Due(limit, day));

    [Fact]
    public void D4_the_counted_day_itself_serves_under_the_other_choice()
        => Assert.Equal("2026-09-30", Counter.With(Counter.Policy with { Backward = BackwardLimit.CountedDay }).Count("L44", At("2026-10-15")).Counted().Due.ToString());

    [Fact]
    public void D4_an_excluded_working_day_does_not_lie_between()
        => Assert.Equal("2026-09-28", Due("L44", "2026-10-15", [Days("2026-10-08", "2026-10-08")]));

    [Theory]
    [InlineData("L40", "2023-12-29", "2023")]
    [InlineData("L40", "2026-12-31", "2027")]
    [InlineData("L40", "2026-12-25", "2027")]
    [InlineData("L70", "2026-12-20", "2027")]
    [InlineData("L44", "2024-01-10", "2023")]
    [InlineData("L44", "2027-01-20", "2027")]
    [InlineData("L77", "9998-01-01", "10000")]
    public void D5_a_day_outside_the_loaded_years_is_refused_naming_the_year(string limit, string start, string year)
    {
        var refusal = Counter.Count(limit, At(start)).Refused();
        Assert.Equal(("calendar", year), (refusal.Code, refusal.Facts["year"]));
        Assert.Contains(year, refusal.Says, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("L70", "2023-12-20", "2024-01-04")]
    [InlineData("L70", "2026-12-16", "2026-12-31")]
    [InlineData("L40", "2026-12-24", "2026-12-31")]
    [InlineData("L40", "2023-12-31", "2024-01-08")]
    public void D5_only_the_days_that_are_tested_must_be_loaded(string limit, string start, string due) => Assert.Equal(due, Due(limit, start));

    [Fact]
    public void D5_an_excluded_day_need_not_be_tested()
        => Assert.Equal("2024-01-08", Due("L40", "2023-12-20", [Days("2023-12-21", "2023-12-31")]));

    [Theory]
    [InlineData("L85", "2019-03-01", "2021-03-01")]
    [InlineData("L85", "2024-02-29", "2026-02-28")]
    [InlineData("L85", "2024-10-01", "2026-10-01")]
    [InlineData("L86", "2024-05-01", "2029-05-01")]
    public void D5_limitation_never_rolls_and_needs_no_calendar(string limit, string start, string due)
    {
        Assert.Equal(due, Due(limit, start));
        Assert.Equal(due, Limitation.LastDay(On(start), Counter.Limits.Find(limit)!.Period.Length).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("L01", "2026-04-14")]
    [InlineData("L01o", "2026-04-15")]
    [InlineData("L01o", "2019-12-31")]
    [InlineData("L86", "2021-07-14")]
    public void D5_a_start_outside_the_days_in_force_is_refused(string limit, string start)
        => Assert.Equal("not-in-force", Counter.Count(limit, At(start)).Refused().Code);

    [Theory]
    [InlineData("L01", "2026-04-15")]
    [InlineData("L01o", "2026-04-14")]
    [InlineData("L86", "2021-07-15")]
    public void D5_a_start_on_the_first_or_last_day_in_force_is_counted(string limit, string start)
        => Assert.Same(Counter.Limits.Find(limit), Counter.Count(limit, At(start)).Counted().Limit);

    [Theory]
    [InlineData("L999")]
    [InlineData("l50")]
    [InlineData("")]
    public void D5_a_limit_that_is_not_in_the_table_is_refused(string limit)
        => Assert.Equal("unknown-rule", Counter.Count(limit, At("2026-01-05")).Refused().Code);

    [Fact]
    public void D5_a_rate_per_day_has_no_date() => Assert.Equal("no-date", Counter.Count("L71", At("2026-01-05")).Refused().Code);

    [Theory]
    [InlineData("2026-01-09T14:30", "2026-01-10T14:30")]
    [InlineData("2026-09-30T23:59", "2026-10-01T23:59")]
    [InlineData("2026-12-31T00:00", "2027-01-01T00:00")]
    [InlineData("2030-12-31T08:05", "2031-01-01T08:05")]
    public void D6_hours_run_to_the_minute_and_never_roll(string start, string due)
    {
        var counted = Counter.Count("L20", At(start)).Counted();
        Assert.Equal((due, due), (counted.Due.ToString(), counted.WarnOn.ToString()));
    }

    [Fact]
    public void D6_an_excluded_day_moves_hours_by_a_day_and_extensions_keep_the_time()
    {
        Assert.Equal("2026-01-07T14:30", Due("L20", "2026-01-05T14:30", [Days("2026-01-06", "2026-01-06")]));
        Assert.Equal("2026-01-07T02:30", Due("L20", "2026-01-05T14:30", extensions: [More(12, "H")]));
        Assert.Equal("2026-01-12T14:30", Due("L20", "2026-01-08T14:30", extensions: [More(1, "WD")]));
        Assert.Equal("2026-01-12T14:30", Due("L20", "2026-01-08T14:30", extensions: [More(1, "d")]));
    }

    [Theory]
    [InlineData("M", 1, "2026-01-31", "2026-02-28")]
    [InlineData("M", 1, "2026-01-28", "2026-02-28")]
    [InlineData("M", 3, "2025-11-30", "2026-02-28")]
    [InlineData("M", 6, "2025-08-31", "2026-02-28")]
    [InlineData("Y", 1, "2024-02-29", "2025-02-28")]
    [InlineData("Y", 2, "2024-03-15", "2026-03-16")]
    public void K9_D7_months_and_years_end_on_the_same_number_or_the_last_day(string unit, int length, string start, string due)
        => Assert.Equal(due, Counter.CountPeriod(For(length, unit), At(start)).Counted().Due.ToString());

    [Fact]
    public void D7_excluded_days_push_the_end_one_for_one()
    {
        Assert.Equal("2026-05-09", Due("L73", "2026-02-09"));
        Assert.Equal("2026-05-11", Due("L73", "2026-02-09", [Days("2026-03-01", "2026-03-02")]));
        Assert.Equal("2026-05-13", Due("L73", "2026-02-09", [Days("2026-03-01", "2026-03-02"), Days("2026-05-11", "2026-05-12")]));
    }

    [Fact]
    public void What_the_limit_does_not_foresee_is_computed_and_carries_a_note()
    {
        Assert.Empty(Notes("L50", [Days("2026-02-01", "2026-02-10")], [More(30, "ND", "HEAD"), More(60, "ND", "COLLECTIVE")]));
        Assert.Empty(Notes("L50", [], [More(30, "ND"), More(60, "ND")]));
        Assert.Equal(["not-foreseen"], Notes("L40", [Days("2026-02-01", "2026-02-10")], []));
        Assert.Equal(["not-foreseen"], Notes("L40", [], [More(3, "WD")]));
        Assert.Equal(["not-foreseen"], Notes("L05", [], [More(16, "WD")]));
        Assert.Equal(["not-foreseen"], Notes("L05", [], [More(15, "ND")]));
        Assert.Equal(["not-foreseen"], Notes("L05", [], [More(10, "WD"), More(5, "WD")]));
        Assert.Equal(["not-foreseen"], Notes("L05", [], [More(15, "WD", "COLLECTIVE")]));
        Assert.Equal(["not-foreseen", "not-foreseen"], Notes("L40", [Days("2026-02-01", "2026-02-10")], [More(3, "WD")]));
        Assert.Equal(["unconfirmed"], Notes("L100", [], []));

        static IEnumerable<string> Notes(string limit, DayInterval[] exclusions, GrantedExtension[] extensions)
            => Counter.Count(limit, At("2026-01-28"), exclusions, extensions).Counted().Notes.Select(n => n.Code);
    }

    [Fact]
    public void Misuse_is_a_bug_of_the_caller_and_not_a_refusal()
    {
        Assert.Throws<ArgumentException>(() => Counter.Count("L50", At("2026-01-05T14:30")));
        Assert.Throws<ArgumentException>(() => Counter.Count("L20", At("2026-01-05")));
        Assert.Throws<ArgumentException>(() => Counter.Count("L50", At("2026-01-05"), [Days("2026-02-02", "2026-02-01")]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Counter.Count("L50", At("2026-01-05"), [], [More(-1, "ND")]));
        Assert.Throws<ArgumentException>(() => Counter.CountPeriod(new Period(0, TimeUnit.Month), At("2026-01-05")));
        Assert.Throws<ArgumentException>(() => Counter.CountPeriod(new Period(1, TimeUnit.Month, CountDirection.Backward), At("2026-01-05")));
    }

    [Theory]
    [InlineData("ND", int.MaxValue)]
    [InlineData("WD", int.MaxValue)]
    [InlineData("H", int.MaxValue)]
    [InlineData("M", int.MaxValue)]
    [InlineData("Y", int.MaxValue)]
    public void A_period_beyond_the_calendar_of_the_machine_is_refused(string unit, int length)
    {
        Assert.Equal("calendar", Counter.Count("L85", At("2026-01-05"), [], [More(length, unit)]).Refused().Code);
        Assert.Equal("calendar", Counter.Count("L44", At("2026-06-05"), [], [More(length, unit)]).Refused().Code);
        Assert.Equal("calendar", Counter.Count("L85", At("2026-01-05"), [Days("0001-01-01", "9999-12-31")]).Refused().Code);
    }
}
