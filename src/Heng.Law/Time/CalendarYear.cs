using Heng.Law.Citations;

namespace Heng.Law.Time;

/// <summary>Kind of a day (日期类型) in the working calendar.</summary>
public enum DayKind
{
    /// <summary>The year of the day is not loaded (未载入); nothing is known of it.</summary>
    NotLoaded,

    /// <summary>An ordinary working day (工作日).</summary>
    WorkingDay,

    /// <summary>A Saturday or Sunday on which work is done (调休上班).</summary>
    MakeUpWorkday,

    /// <summary>A plain Saturday or Sunday (周末).</summary>
    Weekend,

    /// <summary>A day off listed by the holiday notice (放假).</summary>
    DayOff,
}

/// <summary>Calendar year (年度放假安排): what the holiday notice of one year says.</summary>
/// <param name="Year">The year.</param>
/// <param name="Notice">Number of the notice.</param>
/// <param name="Published">Day the notice came out.</param>
/// <param name="DaysOff">Listed days off, in order.</param>
/// <param name="MakeUpWorkdays">Saturdays and Sundays worked instead, in order.</param>
/// <param name="StatutoryDays">The narrow statutory holidays (法定节假日) among the days off.</param>
/// <param name="Names">Festival of each day off.</param>
/// <param name="WorkingDaysPerMonth">Check sums, January to December.</param>
/// <param name="Basis">Where the days come from.</param>
/// <param name="Confidence">How well the days are known.</param>
/// <param name="CheckedOn">Day the entry was last confirmed.</param>
public sealed record CalendarYear(
    int Year, string Notice, DateOnly Published, IReadOnlyList<DateOnly> DaysOff, IReadOnlyList<DateOnly> MakeUpWorkdays,
    IReadOnlyList<DateOnly> StatutoryDays, IReadOnlyDictionary<DateOnly, string> Names, IReadOnlyList<int> WorkingDaysPerMonth,
    Citation Basis, Confidence Confidence, DateOnly CheckedOn);
