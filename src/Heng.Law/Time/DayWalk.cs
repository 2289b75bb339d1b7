namespace Heng.Law.Time;

/// <summary>Walks over days that count, jumping over excluded intervals; day numbers throughout.</summary>
/// <remarks>The intervals are sorted, apart from each other, and their last day is included.</remarks>
internal readonly ref struct DayWalk(WorkingCalendar calendar, ReadOnlySpan<DayWalk.Interval> excluded)
{
    private static readonly int MaxDay = DateOnly.MaxValue.DayNumber;
    private readonly ReadOnlySpan<Interval> excluded = excluded;

    /// <summary>The end of so many units after a moment.</summary>
    public Reached Forward(Reached from, long length, TimeUnit unit)
    {
        if (length == 0 || from.IsMissing)
        {
            return from;
        }

        switch (unit)
        {
            case TimeUnit.WorkingDay:
                return from.On(Working(from.Day, length));
            case TimeUnit.NaturalDay:
                return from.On(Natural(from.Day, length));
            case TimeUnit.Month:
                return from.On(Pushed(from.Day, AddMonths(from.Day, length)));
            case TimeUnit.Year:
                return from.On(Pushed(from.Day, AddMonths(from.Day, length * 12)));
            default:
                // A day ends at its midnight, so hours that follow a whole day reach into the days after it.
                var minutes = from.Minute is { } minute ? minute + length * 60 : (length + 23) / 24 * (24 * 60);
                var day = from.Day + minutes / (24 * 60);
                var reached = from.On(Pushed(from.Day, day > MaxDay ? WorkingCalendar.Found.Missing(MaxDay + 1) : new((int)day)));
                return from.Minute is null || reached.IsMissing ? reached : reached with { Minute = (int)(minutes % (24 * 60)) };
        }
    }

    /// <summary>The day so many units before a day, itself the last one counted.</summary>
    public Reached Backward(Reached from, long length, TimeUnit unit)
    {
        if (length == 0 || from.IsMissing)
        {
            return from;
        }

        return from.On(unit switch
        {
            TimeUnit.WorkingDay => WorkingBefore(from.Day, length),
            TimeUnit.NaturalDay => NaturalBefore(from.Day, length),
            TimeUnit.Month => Pulled(from.Day, AddMonths(from.Day, -length)),
            TimeUnit.Year => Pulled(from.Day, AddMonths(from.Day, -length * 12)),
            _ => NaturalBefore(from.Day, (length + 23) / 24),
        });
    }

    /// <summary>Excluded days after one day, up to and with another.</summary>
    public int ExcludedAfter(int day, int to)
    {
        var sum = 0;
        foreach (var interval in excluded)
        {
            var (first, last) = (Math.Max(interval.First, day + 1), Math.Min(interval.Last, to));
            sum += first <= last ? last - first + 1 : 0;
        }

        return sum;
    }

    private WorkingCalendar.Found Working(int day, long need)
    {
        foreach (var interval in excluded)
        {
            if (interval.Last <= day)
            {
                continue;
            }

            var found = calendar.After(day, need);
            if (found.Day < interval.First)
            {
                return found;
            }

            need -= interval.First > day ? calendar.WorkedBetween(day + 1, interval.First - 1) : 0;
            day = interval.Last;
        }

        return calendar.After(day, need);
    }

    private WorkingCalendar.Found WorkingBefore(int day, long need)
    {
        for (var i = excluded.Length - 1; i >= 0; i--)
        {
            var interval = excluded[i];
            if (interval.First >= day)
            {
                continue;
            }

            var found = calendar.Before(day, need);
            if (found.Day > interval.Last)
            {
                return found;
            }

            need -= interval.Last < day ? calendar.WorkedBetween(interval.Last + 1, day - 1) : 0;
            day = interval.First;
        }

        return calendar.Before(day, need);
    }

    private WorkingCalendar.Found Natural(int day, long need)
    {
        foreach (var interval in excluded)
        {
            if (interval.Last <= day)
            {
                continue;
            }

            if (day + need < interval.First)
            {
                break;
            }

            need -= Math.Max(interval.First - 1 - day, 0);
            day = interval.Last;
        }

        return day + need > MaxDay ? WorkingCalendar.Found.Missing(MaxDay + 1) : new((int)(day + need));
    }

    private WorkingCalendar.Found NaturalBefore(int day, long need)
    {
        for (var i = excluded.Length - 1; i >= 0; i--)
        {
            var interval = excluded[i];
            if (interval.First >= day)
            {
                continue;
            }

            if (day - need > interval.Last)
            {
                break;
            }

            need -= Math.Max(day - 1 - interval.Last, 0);
            day = interval.First;
        }

        return day - need < 0 ? WorkingCalendar.Found.Missing(-1) : new((int)(day - need));
    }

    /// <summary>Excluded days inside push the end one for one; a day so added may meet a further excluded one.</summary>
    private WorkingCalendar.Found Pushed(int day, WorkingCalendar.Found end)
    {
        var inside = end.IsMissing ? 0 : ExcludedAfter(day, end.Day);
        return inside == 0 ? end : Natural(end.Day, inside);
    }

    private WorkingCalendar.Found Pulled(int day, WorkingCalendar.Found end)
    {
        var inside = end.IsMissing ? 0 : ExcludedAfter(end.Day - 1, day - 1);
        return inside == 0 ? end : NaturalBefore(end.Day, inside);
    }

    private static WorkingCalendar.Found AddMonths(int day, long months)
    {
        var date = DateOnly.FromDayNumber(day);
        var month = date.Year * 12L + date.Month - 1 + months;
        if (month >= 10_000 * 12)
        {
            return WorkingCalendar.Found.Missing(MaxDay + 1);
        }

        return month < 12 ? WorkingCalendar.Found.Missing(-1) : new(date.AddMonths((int)months).DayNumber);
    }

    /// <summary>An excluded interval, both ends included.</summary>
    internal readonly record struct Interval(int First, int Last);

    /// <summary>Where a walk has come to, or the day that had to be tested and whose year is not loaded.</summary>
    internal readonly record struct Reached(int Day, int? Minute, bool IsMissing = false)
    {
        public Reached On(WorkingCalendar.Found found) => this with { Day = found.Day, IsMissing = found.IsMissing };

        public static Reached At(LegalMoment moment) => new(moment.Day.DayNumber, moment.Time is { } time ? time.Hour * 60 + time.Minute : null);

        public LegalMoment ToMoment() => new(DateOnly.FromDayNumber(Day), Minute is { } minute ? new TimeOnly(minute / 60, minute % 60) : null);
    }
}
