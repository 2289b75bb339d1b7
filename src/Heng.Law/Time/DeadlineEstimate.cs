namespace Heng.Law.Time;

/// <summary>Estimate (期限推算): the last day of a limit while the calendar of a year that it touches is not published.</summary>
/// <remarks>
/// Not a deadline: where the calendar is not loaded, Saturday and Sunday stand for rest days and every other day for a working day.
/// It keeps a running limit in sight until the holidays of the next year are published; the counter then gives the exact day.
/// </remarks>
public static class DeadlineEstimate
{
    /// <summary>The day on which a limit would end.</summary>
    /// <param name="counter">Knows the limit and the calendar.</param>
    /// <param name="limit">The limit, counted forward in days, or in months or years without excluded days and extensions.</param>
    /// <param name="start">The day of the event; it does not count.</param>
    /// <param name="exclusions">Days that do not count, both ends included.</param>
    /// <param name="extensions">Extensions granted.</param>
    /// <returns>Null where the limit is counted in another unit or backward.</returns>
    public static DateOnly? Of(DeadlineCounter counter, TimeLimit limit, DateOnly start, IReadOnlyList<DayInterval> exclusions, IReadOnlyList<GrantedExtension> extensions)
    {
        ArgumentNullException.ThrowIfNull(counter);
        ArgumentNullException.ThrowIfNull(limit);
        ArgumentNullException.ThrowIfNull(exclusions);
        ArgumentNullException.ThrowIfNull(extensions);
        var period = limit.Period;
        if (period.Direction == CountDirection.Forward && period.Unit is TimeUnit.Month or TimeUnit.Year && exclusions.Count == 0 && extensions.Count == 0)
        {
            return Rolled(counter, period, start.AddMonths(period.Unit == TimeUnit.Month ? period.Length : 12 * period.Length));
        }

        if (period.Direction != CountDirection.Forward || period.Unit is not (TimeUnit.WorkingDay or TimeUnit.NaturalDay))
        {
            return null;
        }

        var day = start;
        foreach (var (length, unit) in extensions.Select(e => (e.Length, e.Unit)).Prepend((period.Length, period.Unit)))
        {
            for (var left = length; left > 0;)
            {
                day = day.AddDays(1);
                if (exclusions.All(x => day < x.First || day > x.Last) && (unit != TimeUnit.WorkingDay || IsWorkingDay(counter, day)))
                {
                    left--;
                }
            }
        }

        return Rolled(counter, period, day);
    }

    private static DateOnly Rolled(DeadlineCounter counter, Period period, DateOnly day)
    {
        while (period.Rolls && !IsWorkingDay(counter, day))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    private static bool IsWorkingDay(DeadlineCounter counter, DateOnly day)
        => counter.Calendar.IsWorkingDay(day) ?? day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
}
