using Heng.Law.Time;

namespace Heng.Demonstration.Model;

/// <summary>A step with its day.</summary>
/// <param name="Dossier">Number of the dossier, from 1.</param>
/// <param name="Place">Number of the step in its dossier, from 0.</param>
/// <param name="Step">The step.</param>
/// <param name="On">Its day.</param>
/// <param name="StartedOn">Day of the first step.</param>
internal sealed record DatedStep(int Dossier, int Place, StepPlan Step, DateOnly On, DateOnly StartedOn);

/// <summary>Time line (时间线): every step of a bureau in the order of its days, so that numbers rise with time as in real work.</summary>
internal static class TimeLine
{
    /// <summary>The steps of the dossiers of a bureau.</summary>
    /// <param name="book">The scenarios.</param>
    /// <param name="bureau">The bureau.</param>
    /// <param name="today">The day on which the data are made; every step lies before it.</param>
    /// <param name="calendar">The working calendar.</param>
    public static IReadOnlyList<DatedStep> Of(ScenarioBook book, BureauPlan bureau, DateOnly today, WorkingCalendar calendar)
        => [.. Enumerable.Range(1, book.Dossiers.Count).Where(n => book.Dossiers[n - 1].Bureau == bureau.Key && IsKnown(book.Dossiers[n - 1], today, calendar)).SelectMany(n => Of(book, n, today, calendar)).OrderBy(s => s.On).ThenBy(s => s.Dossier).ThenBy(s => s.Place)];

    /// <summary>The first day that must be known: no dossier outside the series is left out.</summary>
    public static DateOnly FirstDay(ScenarioBook book, DateOnly today) => today.AddDays(-book.Dossiers.Where(d => !d.IsOfSeries).Max(d => d.DaysAgo));

    /// <summary>Whether a dossier is made: a series goes back as far as the calendar is known.</summary>
    /// <param name="plan">The dossier.</param>
    /// <param name="today">The day on which the data are made.</param>
    /// <param name="calendar">The working calendar.</param>
    public static bool IsKnown(DossierPlan plan, DateOnly today, WorkingCalendar calendar) => !plan.IsOfSeries || calendar.Covers(today.AddDays(-plan.DaysAgo));

    private static IEnumerable<DatedStep> Of(ScenarioBook book, int number, DateOnly today, WorkingCalendar calendar)
    {
        var plan = book.Dossiers[number - 1];
        var steps = book.StepsOf(plan.Path, plan.To, plan.Affair);
        var last = today.AddDays(-1);
        var start = Earlier(WorkingDayFrom(today.AddDays(-plan.DaysAgo), calendar), last);
        var day = start;
        for (var i = 0; i < steps.Count; i++)
        {
            for (var n = 0; n < steps[i].After; n++)
            {
                day = WorkingDayFrom(day.AddDays(1), calendar);
            }

            day = Earlier(day, last);
            yield return new DatedStep(number, i, steps[i], day, start);
        }
    }

    private static DateOnly WorkingDayFrom(DateOnly day, WorkingCalendar calendar)
    {
        while (!(calendar.IsWorkingDay(day) ?? day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;
}
