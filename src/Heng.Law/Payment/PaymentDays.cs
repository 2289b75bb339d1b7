using Heng.Law.Rulings;
using Heng.Law.Time;

namespace Heng.Law.Payment;

/// <summary>Day of a limit (期限届满日) of payment, or an estimate of it while the calendar of its year is not published.</summary>
/// <param name="Limit">Id of the limit.</param>
/// <param name="Since">The day from which it runs; it does not count.</param>
/// <param name="Day">The last day.</param>
/// <param name="Deadline">The computed limit; null for an estimate.</param>
public sealed record LimitDay(string Limit, DateOnly Since, DateOnly Day, Deadline? Deadline)
{
    /// <summary>Whether the day is estimated.</summary>
    public bool IsEstimate => Deadline is null;
}

/// <summary>How the party's remedies ended (救济期限), as far as the court application looks at it.</summary>
/// <param name="Served">The day on which the party received the decision.</param>
/// <param name="ReconsideredOn">The day on which the party received a decision on reconsideration that upheld; null without one.</param>
/// <param name="JudgedOn">The day on which a judgment that upheld took effect; null without one.</param>
public sealed record RemedyCourse(DateOnly Served, DateOnly? ReconsideredOn = null, DateOnly? JudgedOn = null);

/// <summary>Window of the court application (申请法院强制执行期间): from when until when.</summary>
/// <param name="RemedyEnds">The last day of the party's remedies.</param>
/// <param name="Start">What the three months run from: the end of the remedies, or of a deferral that ends later.</param>
/// <param name="DemandEnds">The end of the ten working days after the demand; null while none was served.</param>
/// <param name="Last">The last day to apply.</param>
/// <param name="Alarms">The days on which an alarm is due, the earliest first.</param>
public sealed record CourtWindow(DateOnly RemedyEnds, DateOnly Start, LimitDay? DemandEnds, LimitDay Last, IReadOnlyList<(int Before, DateOnly On)> Alarms)
{
    /// <summary>The first day on which an application is admissible; null while no demand was served.</summary>
    public DateOnly? First => DemandEnds is { } demand ? (demand.Day > RemedyEnds ? demand.Day : RemedyEnds).AddDays(1) : null;

    /// <summary>The last day on which a demand may be served so that its ten working days end before the last day.</summary>
    /// <param name="calendar">The working calendar.</param>
    /// <param name="length">Working days of the demand.</param>
    public DateOnly LastDemand(WorkingCalendar calendar, int length)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        var day = Last.Day;
        for (var left = length + 1; left > 0;)
        {
            day = day.AddDays(-1);
            if (calendar.IsWorkingDay(day) ?? day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
            {
                left--;
            }
        }

        return day;
    }
}

/// <summary>Days of payment and enforcement (缴款与执行期限): each counted by the counter of the law set.</summary>
public static class PaymentDays
{
    private const string Pay = "L70";
    private const string Demand = "L72";
    private const string Court = "L73";
    private const string Suit = "L92";
    private const string SuitAfterReconsideration = "L94";

    /// <summary>The last day to pay (缴款期限), fifteen days from receipt, L70.</summary>
    /// <param name="counter">Counts.</param>
    /// <param name="received">The day on which the party received the decision.</param>
    public static LimitDay PayBy(DeadlineCounter counter, DateOnly received) => Of(counter, Pay, received);

    /// <summary>The end of the demand (催告期限), ten working days, L72.</summary>
    /// <param name="counter">Counts.</param>
    /// <param name="served">The day on which the demand was served.</param>
    public static LimitDay DemandEnds(DeadlineCounter counter, DateOnly served) => Of(counter, Demand, served);

    /// <summary>The last day of the party's remedies (复议、诉讼期限): six months from receipt, fifteen days after reconsideration.</summary>
    /// <param name="counter">Counts.</param>
    /// <param name="course">How the remedies went.</param>
    public static DateOnly RemedyEnds(DeadlineCounter counter, RemedyCourse course)
    {
        ArgumentNullException.ThrowIfNull(course);
        return course.JudgedOn ?? (course.ReconsideredOn is { } on ? Of(counter, SuitAfterReconsideration, on) : Of(counter, Suit, course.Served)).Day;
    }

    /// <summary>The window of the court application (申请法院强制执行), L73 with reading P6.</summary>
    /// <param name="law">The law set.</param>
    /// <param name="course">How the remedies went.</param>
    /// <param name="deferralEnds">The last day of a deferral or of instalments; null without one.</param>
    /// <param name="demandServed">The day on which the demand was served; null without one.</param>
    /// <param name="alarms">Days before the last day at which an alarm is due.</param>
    public static CourtWindow Window(DeadlineCounter law, RemedyCourse course, DateOnly? deferralEnds, DateOnly? demandServed, IReadOnlyList<int> alarms)
    {
        ArgumentNullException.ThrowIfNull(alarms);
        var ends = RemedyEnds(law, course);
        var start = deferralEnds is { } deferred && deferred > ends ? deferred : ends;
        var last = Of(law, Court, start);
        return new(ends, start, demandServed is { } served ? DemandEnds(law, served) : null, last, [.. alarms.OrderDescending().Select(a => (a, last.Day.AddDays(-a)))]);
    }

    private static LimitDay Of(DeadlineCounter counter, string id, DateOnly start)
    {
        ArgumentNullException.ThrowIfNull(counter);
        return counter.Count(id, start) is Outcome<Deadline>.Allowed(var deadline, _)
            ? new(id, start, deadline.Due.Day, deadline)
            : new(id, start, DeadlineEstimate.Of(counter, counter.Limits.Find(id)!, start, [], []) ?? throw new InvalidOperationException($"The limit {id} cannot be estimated."), null);
    }
}
