using System.Globalization;
using Heng.Law.Citations;

namespace Heng.Law.Time;

/// <summary>Working calendar (工作日历): which days are working days, from the yearly holiday notices.</summary>
/// <remarks>
/// A working day is a Monday to Friday that is no listed day off, or a listed make-up workday. Years are data: nothing is
/// guessed about a year that is not loaded, so every question about such a day has the answer "not loaded".
/// </remarks>
public sealed class WorkingCalendar
{
    private readonly Dictionary<DateOnly, string> names;
    private readonly HashSet<int> statutory;
    private readonly int first;
    private readonly DayKind[] kinds;

    // Dense tables over the days from the first to the last loaded one, so that a count is two look-ups.
    private readonly int[] workedBefore;
    private readonly int[] workingDays;
    private readonly int[] nextGap;
    private readonly int[] previousGap;

    private WorkingCalendar(IReadOnlyList<CalendarYear> years)
    {
        Years = years;
        names = years.SelectMany(y => y.Names).ToDictionary(n => n.Key, n => n.Value);
        statutory = [.. years.SelectMany(y => y.StatutoryDays).Select(d => d.DayNumber)];
        if (years.Count == 0)
        {
            (kinds, workedBefore, workingDays, nextGap, previousGap) = ([], [0], [], [], []);
            return;
        }

        first = new DateOnly(years[0].Year, 1, 1).DayNumber;
        kinds = new DayKind[new DateOnly(years[^1].Year, 12, 31).DayNumber - first + 1];
        foreach (var year in years)
        {
            Mark(year);
        }

        workedBefore = new int[kinds.Length + 1];
        nextGap = new int[kinds.Length];
        previousGap = new int[kinds.Length];
        var worked = new List<int>();
        for (int i = 0, gap = first - 1; i < kinds.Length; i++)
        {
            if (IsWork(kinds[i]))
            {
                worked.Add(first + i);
            }

            gap = kinds[i] == DayKind.NotLoaded ? first + i : gap;
            previousGap[i] = gap;
            workedBefore[i + 1] = worked.Count;
        }

        for (int i = kinds.Length - 1, gap = first + kinds.Length; i >= 0; i--)
        {
            gap = kinds[i] == DayKind.NotLoaded ? first + i : gap;
            nextGap[i] = gap;
        }

        workingDays = [.. worked];
    }

    /// <summary>The loaded years, in order.</summary>
    public IReadOnlyList<CalendarYear> Years { get; }

    /// <summary>Whether the year of a day is loaded.</summary>
    /// <param name="day">The day.</param>
    public bool Covers(DateOnly day) => KindOf(day) != DayKind.NotLoaded;

    /// <summary>What kind of day it is.</summary>
    /// <param name="day">The day.</param>
    public DayKind KindOf(DateOnly day) => KindOf(day.DayNumber);

    /// <summary>Whether work is done on a day, or null when its year is not loaded.</summary>
    /// <param name="day">The day.</param>
    public bool? IsWorkingDay(DateOnly day) => KindOf(day) switch
    {
        DayKind.NotLoaded => null,
        var kind => IsWork(kind),
    };

    /// <summary>Whether the day is a statutory holiday in the narrow sense (法定节假日), or null when its year is not loaded.</summary>
    /// <param name="day">The day.</param>
    public bool? IsStatutoryDay(DateOnly day) => Covers(day) ? statutory.Contains(day.DayNumber) : null;

    /// <summary>The festival of a listed day off, for example 春节; null for every other day.</summary>
    /// <param name="day">The day.</param>
    public string? NameOf(DateOnly day) => names.GetValueOrDefault(day);

    /// <summary>Working days from one day to another, both included, or null when a year between is not loaded.</summary>
    /// <param name="from">First day.</param>
    /// <param name="to">Last day; before the first there are none.</param>
    public int? CountWorkingDays(DateOnly from, DateOnly to)
    {
        if (to < from)
        {
            return 0;
        }

        return Covers(from) && Covers(to) && nextGap[from.DayNumber - first] > to.DayNumber ? WorkedBetween(from.DayNumber, to.DayNumber) : null;
    }

    /// <summary>Reads <c>calendar/</c>.</summary>
    /// <param name="files">The law data.</param>
    /// <exception cref="LawDataException">A file is malformed, or its check sums do not agree with its days.</exception>
    public static WorkingCalendar From(LawFiles files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var years = new List<CalendarYear>();
        foreach (var file in files.Under("calendar/").Where(f => f.Path != "calendar/rule.json"))
        {
            using var document = file.Open();
            years.Add(Read(document.Root));
        }

        years.Sort((a, b) => a.Year.CompareTo(b.Year));
        for (var i = 1; i < years.Count; i++)
        {
            if (years[i].Year == years[i - 1].Year)
            {
                throw new LawDataException($"calendar/{years[i].Year.ToString(CultureInfo.InvariantCulture)}.json", "$.year", "同一年度载入了两次");
            }
        }

        return new WorkingCalendar(years);
    }

    internal DayKind KindOf(int day)
    {
        var i = day - first;
        return unchecked((uint)i) < (uint)kinds.Length ? kinds[i] : DayKind.NotLoaded;
    }

    internal bool IsStatutory(int day) => statutory.Contains(day);

    /// <summary>Working days between two loaded days, both included, with no gap between.</summary>
    internal int WorkedBetween(int from, int to) => from > to ? 0 : workedBefore[to - first + 1] - workedBefore[from - first];

    /// <summary>The n-th working day after a day; or the first day on the way that is not loaded.</summary>
    internal Found After(int day, long n)
    {
        var i = day + 1 - first;
        if (unchecked((uint)i) >= (uint)kinds.Length)
        {
            return Found.Missing(day + 1);
        }

        var rank = workedBefore[i] + n - 1;
        var gap = nextGap[i];
        return rank < workingDays.Length && workingDays[rank] < gap ? new Found(workingDays[rank]) : Found.Missing(gap);
    }

    /// <summary>The n-th working day before a day; or the first day on the way back that is not loaded.</summary>
    internal Found Before(int day, long n)
    {
        var i = day - 1 - first;
        if (unchecked((uint)i) >= (uint)kinds.Length)
        {
            return Found.Missing(day - 1);
        }

        var rank = workedBefore[i + 1] - n;
        var gap = previousGap[i];
        return rank >= 0 && workingDays[rank] > gap ? new Found(workingDays[rank]) : Found.Missing(gap);
    }

    internal static bool IsWork(DayKind kind) => kind is DayKind.WorkingDay or DayKind.MakeUpWorkday;

    private void Mark(CalendarYear year)
    {
        var last = new DateOnly(year.Year, 12, 31);
        for (var day = new DateOnly(year.Year, 1, 1); ; day = day.AddDays(1))
        {
            kinds[day.DayNumber - first] = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? DayKind.Weekend : DayKind.WorkingDay;
            if (day == last)
            {
                break;
            }
        }

        foreach (var day in year.DaysOff)
        {
            kinds[day.DayNumber - first] = DayKind.DayOff;
        }

        foreach (var day in year.MakeUpWorkdays)
        {
            kinds[day.DayNumber - first] = DayKind.MakeUpWorkday;
        }
    }

    private static CalendarYear Read(LawElement root)
    {
        var year = new CalendarYear(
            root.Whole("year"), root.Text("notice"), root.Day("published"),
            [.. root.Items("daysOff").Select(d => d.Day()).Order()],
            [.. root.Items("makeupWorkdays").Select(d => d.Day()).Order()],
            [.. root.Items("statutoryDays").Select(d => d.Day()).Order()],
            root["names"].Members().ToDictionary(n => DayNamed(n.Name, n.Value), n => n.Value.Text()),
            [.. root.Items("workingDaysPerMonth").Select(n => n.Whole())],
            root.Citation("basis"), root.Confidence("confidence"), root.Day("checkedOn"));
        Check(year, root);
        return year;
    }

    private static DateOnly DayNamed(string name, LawElement place)
        => DateOnly.TryParseExact(name, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new LawDataException(place.File, place.Place, "应为 yyyy-MM-dd 形式的日期");

    private static void Check(CalendarYear year, LawElement root)
    {
        if (year.Year is < 1 or > 9998)
        {
            throw root.Fault("year", "不是有效的年份");
        }

        if (year.DaysOff.Concat(year.MakeUpWorkdays).Concat(year.StatutoryDays).Concat(year.Names.Keys).Any(d => d.Year != year.Year))
        {
            throw root.Fault("daysOff", "列有其他年份的日期");
        }

        if (year.MakeUpWorkdays.Any(d => d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) || year.DaysOff.Contains(d)))
        {
            throw root.Fault("makeupWorkdays", "调休上班日应为未列入放假的星期六或者星期日");
        }

        if (year.StatutoryDays.Any(d => !year.DaysOff.Contains(d)))
        {
            throw root.Fault("statutoryDays", "法定节假日应列入放假日");
        }

        var calendar = new WorkingCalendar([year]);
        for (var month = 1; month <= 12; month++)
        {
            var from = new DateOnly(year.Year, month, 1);
            if (year.WorkingDaysPerMonth.Count != 12 || calendar.CountWorkingDays(from, from.AddMonths(1).AddDays(-1)) != year.WorkingDaysPerMonth[month - 1])
            {
                throw root.Fault("workingDaysPerMonth", $"{month.ToString(CultureInfo.InvariantCulture)} 月工作日数与所列放假、调休日不符");
            }
        }
    }

    /// <summary>A day found, or the day that had to be tested and whose year is not loaded.</summary>
    internal readonly record struct Found(int Day, bool IsMissing = false)
    {
        public static Found Missing(int day) => new(day, true);
    }
}
