using Heng.Law.Citations;

namespace Heng.Law.Time;

/// <summary>Roll-over (届满日顺延): which last days move to a later day (reading D3).</summary>
/// <remarks>PR 80 says statutory holiday (法定节假日), CVP 85 statutory rest day (法定休假日); whether a plain Saturday moves a limit is not settled, so it is a choice.</remarks>
public enum RollOver
{
    /// <summary>Any day on which no work is done (任何休息日); the limit ends on the next working day.</summary>
    AnyRestDay,

    /// <summary>Only a statutory holiday in the narrow sense (仅法定节假日); the limit ends on the first day after it.</summary>
    StatutoryDayOnly,

    /// <summary>None (不顺延).</summary>
    None,
}

/// <summary>Ends of an excluded interval (扣除期间首尾) (reading D1).</summary>
public enum ExcludedEnds
{
    /// <summary>Both ends are excluded (含首尾两日).</summary>
    BothIncluded,

    /// <summary>The last day, on which work resumed, counts (恢复之日计入期限).</summary>
    ResumptionDayCounts,
}

/// <summary>Start of an extension (延长期限的起点) (reading D2).</summary>
public enum ExtensionStart
{
    /// <summary>The end before any roll-over (未顺延的届满日); one roll-over at the very end.</summary>
    UnrolledEnd,

    /// <summary>The end after roll-over (顺延后的届满日).</summary>
    RolledEnd,
}

/// <summary>Backward limit (倒算期限): what must lie between the day found and the event (reading D4).</summary>
public enum BackwardLimit
{
    /// <summary>The full number of working days (中间留足完整工作日), the safest reading.</summary>
    FullDaysBetween,

    /// <summary>The day found is itself the last of them (所得之日计入).</summary>
    CountedDay,
}

/// <summary>Counting policy (计算口径): the choices that the law leaves, each with a name; <c>law/parameters/counting-rules.json</c> holds those adopted.</summary>
/// <remarks>
/// The readings that Heng follows, by number:
/// <list type="bullet">
/// <item>D1 Excluded intervals include both ends and are merged; only days inside the running period count; an excluded working day is not counted. <see cref="ExcludedEnds"/>.</item>
/// <item>D2 Extensions run from the unrolled end, each in its own unit, with one roll-over at the very end. <see cref="ExtensionStart"/>.</item>
/// <item>D3 The last day moves from any rest day, for every unit but working days and hours, whoever is bound; the unit counted last decides. The warning falls on the unrolled day where the limit holds somebody's goods (<see cref="TimeLimit.WarnsUnrolled"/>). <see cref="RollOver"/>.</item>
/// <item>D4 Backward limits leave N full working days between; when the day found is a rest day, the working day before it. <see cref="BackwardLimit"/>.</item>
/// <item>D5 Refusals: <c>calendar</c>, <c>not-in-force</c>, <c>unknown-rule</c>, <c>no-date</c>. A limit of law data that never rolls needs no calendar.</item>
/// <item>D6 Hours run from a local time to the minute and never roll. An excluded day that they meet moves the end by one day.</item>
/// <item>D7 Months and years end on the same day number, else on the last day of the month; excluded days push the end one for one, and a day so added may meet a further excluded one.</item>
/// </list>
/// </remarks>
/// <param name="RollOver">D3.</param>
/// <param name="ExcludedEnds">D1.</param>
/// <param name="ExtensionStart">D2.</param>
/// <param name="Backward">D4.</param>
public sealed record CountingPolicy(RollOver RollOver, ExcludedEnds ExcludedEnds, ExtensionStart ExtensionStart, BackwardLimit Backward);

/// <summary>A choice of counting (计算口径选项) as the law data records it, for a lawyer to find and change.</summary>
/// <param name="Id">Number of the reading, for example <c>D3</c>.</param>
/// <param name="Name">Name of the choice, for example <c>rollOver</c>.</param>
/// <param name="Value">The choice adopted.</param>
/// <param name="Choices">The possible choices.</param>
/// <param name="Chinese">The reading in Chinese.</param>
/// <param name="Basis">The articles read.</param>
public sealed record CountingChoice(string Id, string Name, string Value, IReadOnlyList<string> Choices, string Chinese, IReadOnlyList<Citation> Basis);
