using Heng.Law.Time;

namespace Heng.Demonstration.Model;

/// <summary>Room of the practice clock (可拨天数): it goes no further than the working calendar is loaded, since no limit could be counted there.</summary>
internal static class ClockRoom
{
    /// <summary>How many days of those wanted the clock can be moved.</summary>
    /// <param name="wanted">Days wanted.</param>
    /// <param name="today">The day it shows.</param>
    /// <param name="calendar">The working calendar.</param>
    public static int DaysOf(int wanted, DateOnly today, WorkingCalendar calendar) => Enumerable.Range(1, wanted).TakeWhile(d => calendar.Covers(today.AddDays(d))).Count();

    /// <summary>Why it goes no further, and what to do.</summary>
    /// <param name="last">The last day it can show.</param>
    public static string Says(DateOnly last)
    {
        var missing = last.AddDays(1).Year;
        return $"练习时钟最多拨到 {last:yyyy 年 M 月 d 日}：{missing} 年的放假安排还没有载入，以后的工作日和期限无法计算。国务院办公厅公布 {missing} 年放假安排以后，更新到已经载入的版本（law/calendar/{missing}.json）再继续拨快。";
    }
}
