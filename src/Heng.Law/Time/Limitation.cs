namespace Heng.Law.Time;

/// <summary>Limitation (追责时效): the last day on which a discovery still allows a penalty.</summary>
/// <remarks>
/// Basis: APL 36. The number of years is law data (limits L85 and L86), so it is given. A discovery on the last day is in time.
/// Limitation never rolls over: it bounds a power of the bureau, so a rest day at its end does not lengthen it, and no calendar is needed.
/// </remarks>
public static class Limitation
{
    /// <summary>The same date a number of years after the last day of the act; 29 February becomes 28 in a common year.</summary>
    /// <param name="lastDayOfAct">The day of the act, or the day on which a continuous or continuing act ended.</param>
    /// <param name="years">Years of limitation, at least 1.</param>
    /// <returns>The last day, inclusive.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The years are below 1, or the day lies past the year 9999.</exception>
    public static DateOnly LastDay(DateOnly lastDayOfAct, int years)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(years, 1);
        return lastDayOfAct.AddYears(years);
    }
}
