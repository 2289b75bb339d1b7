using System.Globalization;
using System.Text.Json;

namespace Heng.Law.Tests.Time;

/// <summary>
/// A second, slow counter that walks day by day and shares nothing with the library but the data files: it reads the
/// calendars and limits itself, keeps dates as plain integers by its own arithmetic of the Gregorian calendar, and asks of
/// each day in turn whether it counts. It exists to be compared with.
/// </summary>
public sealed class SlowCounter
{
    private readonly HashSet<int> years = [];
    private readonly HashSet<int> off = [];
    private readonly HashSet<int> makeUp = [];
    private readonly Dictionary<string, JsonElement> limits = [];

    /// <summary>Reads the law data from path and content pairs.</summary>
    public SlowCounter(IEnumerable<(string Path, ReadOnlyMemory<byte> Content)> files)
    {
        foreach (var (path, content) in files)
        {
            if (path.StartsWith("calendar/2", StringComparison.Ordinal))
            {
                using var json = JsonDocument.Parse(content);
                years.Add(json.RootElement.GetProperty("year").GetInt32());
                off.UnionWith(json.RootElement.GetProperty("daysOff").EnumerateArray().Select(d => NumberOf(d.GetString()!)));
                makeUp.UnionWith(json.RootElement.GetProperty("makeupWorkdays").EnumerateArray().Select(d => NumberOf(d.GetString()!)));
            }
            else if (path.StartsWith("parameters/limits/", StringComparison.Ordinal))
            {
                using var json = JsonDocument.Parse(content);
                foreach (var limit in json.RootElement.GetProperty("limits").EnumerateArray())
                {
                    limits.Add(limit.GetProperty("id").GetString()!, limit.Clone());
                }
            }
        }
    }

    /// <summary>The answer as text: <c>due/warnOn</c>, or the refusal code (with the year for <c>calendar</c>).</summary>
    public string Answer(string rule, string start, IReadOnlyList<(string First, string Last)> exclusions, IReadOnlyList<(int Length, string Unit)> extensions)
    {
        if (!limits.TryGetValue(rule, out var limit))
        {
            return "unknown-rule";
        }

        var day = NumberOf(start[..10]);
        if ((limit.GetProperty("from").GetString() is { } from && day < NumberOf(from)) || (limit.GetProperty("until").GetString() is { } until && day > NumberOf(until)))
        {
            return "not-in-force";
        }

        if (rule == "L71")
        {
            return "no-date";
        }

        var warnUnrolled = limit.GetProperty("warnUnrolled").GetBoolean();
        var (unrolled, due) = Count(
            limit.GetProperty("length").GetInt32(), limit.GetProperty("unit").GetString()!, limit.GetProperty("direction").GetString() == "backward",
            limit.GetProperty("rolls").GetBoolean(), day, exclusions, extensions, out var missing);
        var time = start.Length > 10 ? start[10..] : "";
        return missing is { } year ? "calendar " + year.ToString(CultureInfo.InvariantCulture) : $"{TextOf(due)}{time}/{TextOf(warnUnrolled ? unrolled : due)}{time}";
    }

    /// <summary>Counts a period; hours must be whole days, so that the time of day stays.</summary>
    public (int Unrolled, int Due) Count(int length, string unit, bool backward, bool rolls, int start, IReadOnlyList<(string First, string Last)> exclusions, IReadOnlyList<(int Length, string Unit)> extensions, out int? missing)
    {
        missing = null;
        var excluded = new HashSet<int>();
        foreach (var (first, last) in exclusions)
        {
            for (var day = NumberOf(first); day <= NumberOf(last); day++)
            {
                excluded.Add(day);
            }
        }

        var step = backward ? -1 : 1;
        var end = start;
        var lastUnit = unit;
        foreach (var (n, u) in extensions.Prepend((length, unit)))
        {
            if (n > 0 && missing is null)
            {
                lastUnit = u;
                end = Walk(end, n, u, step, excluded, ref missing);
            }
        }

        if (backward && missing is null)
        {
            end--;
        }

        var due = end;
        if (rolls && missing is null && (backward || lastUnit is not ("WD" or "H")))
        {
            while (!IsWorkingDay(due, ref missing) && missing is null)
            {
                due += step;
            }
        }

        return (end, due);
    }

    /// <summary>The number of a day written <c>yyyy-MM-dd</c>: days since 0000-03-01.</summary>
    public static int NumberOf(string text)
    {
        var (y, m, d) = (int.Parse(text[..4], CultureInfo.InvariantCulture), int.Parse(text[5..7], CultureInfo.InvariantCulture), int.Parse(text[8..10], CultureInfo.InvariantCulture));
        return NumberOf(y, m, d);
    }

    /// <summary>Writes a day number as <c>yyyy-MM-dd</c>.</summary>
    public static string TextOf(int day)
    {
        var (y, m, d) = PartsOf(day);
        return string.Create(CultureInfo.InvariantCulture, $"{y:0000}-{m:00}-{d:00}");
    }

    private int Walk(int from, int n, string unit, int step, HashSet<int> excluded, ref int? missing)
    {
        var day = from;
        if (unit is "M" or "Y")
        {
            var (y, m, d) = PartsOf(from);
            for (var i = 0; i < (unit == "Y" ? n * 12 : n); i++)
            {
                m += step;
                (y, m) = m switch { 13 => (y + 1, 1), 0 => (y - 1, 12), _ => (y, m) };
            }

            var target = NumberOf(y, m, Math.Min(d, LengthOf(y, m)));
            var owed = 0;
            for (day = from; day != target; day += step)
            {
                owed += excluded.Contains(day + step) ? 1 : 0;
            }

            // A backward count reaches its last day and counts it, so the loop above is the same both ways.
            while (owed > 0)
            {
                day += step;
                owed -= excluded.Contains(day) ? 0 : 1;
            }

            return day;
        }

        // Hours: whole days, and a further part of a day reaches into one more.
        var left = unit == "H" ? (n + 23) / 24 : n;
        while (left > 0)
        {
            day += step;
            if (excluded.Contains(day))
            {
                continue;
            }

            if (unit != "WD" || IsWorkingDay(day, ref missing))
            {
                left--;
            }

            if (missing is not null)
            {
                return day;
            }
        }

        return day;
    }

    private bool IsWorkingDay(int day, ref int? missing)
    {
        var (y, _, _) = PartsOf(day);
        if (!years.Contains(y))
        {
            missing = y;
            return false;
        }

        // Day 0 of the count, 0000-03-01, was a Wednesday.
        var weekDay = (day + 3) % 7;
        return makeUp.Contains(day) || (weekDay is not (0 or 6) && !off.Contains(day));
    }

    private static bool IsLeap(int year) => (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

    private static int LengthOf(int year, int month) => month switch
    {
        2 => IsLeap(year) ? 29 : 28,
        4 or 6 or 9 or 11 => 30,
        _ => 31,
    };

    private static int NumberOf(int year, int month, int day)
    {
        // Years counted from March, so that the leap day comes last.
        var y = month <= 2 ? year - 1 : year;
        var m = (month + 9) % 12;
        return 365 * y + y / 4 - y / 100 + y / 400 + (m * 306 + 5) / 10 + day - 1;
    }

    private static (int Year, int Month, int Day) PartsOf(int day)
    {
        var year = day / 366;
        while (NumberOf(year + 1, 3, 1) <= day)
        {
            year++;
        }

        var month = 3;
        while (true)
        {
            var (nextYear, nextMonth) = month == 12 ? (year + 1, 1) : (year, month + 1);
            if (NumberOf(nextYear, nextMonth, 1) > day)
            {
                return (year, month, day - NumberOf(year, month, 1) + 1);
            }

            (year, month) = (nextYear, nextMonth);
        }
    }
}
