using Heng.Law.Citations;

namespace Heng.Law.Publicity;

/// <summary>Publicity class (公示类别): how long a penalty of a kind is shown and when the party may first ask for repair.</summary>
/// <param name="Id">Stable id, for example <c>minor</c> or <c>serious-product</c>.</param>
/// <param name="Chinese">Chinese name.</param>
/// <param name="What">Which penalties belong to it, in Chinese.</param>
/// <param name="Months">Months of display, from the day of publication.</param>
/// <param name="EarliestRepairMonths">Months after which repair may be asked for; null where it may not, or where the rule was not read.</param>
/// <param name="StopsByItself">Whether the display stops by itself after its months; null where a restriction must be over as well.</param>
/// <param name="Kinds">Ids of penalty kinds that put a decision into the class.</param>
/// <param name="Fields">Fields of matters that do.</param>
/// <param name="Matters">Single matters that do.</param>
/// <param name="Basis">Where the law says it.</param>
/// <param name="Note">What is to be known, in Chinese; null for nothing.</param>
public sealed record PublicityClass(
    string Id, string Chinese, string What, int Months, int? EarliestRepairMonths, bool? StopsByItself,
    IReadOnlyList<string> Kinds, IReadOnlyList<string> Fields, IReadOnlyList<string> Matters, IReadOnlyList<Citation> Basis, string? Note)
{
    /// <summary>Whether the display and the repair wait for the end of a restriction.</summary>
    public bool WaitsForRestriction => StopsByItself is null;

    /// <summary>The last day of the display, itself included.</summary>
    /// <param name="publishedOn">The day of publication; it is not counted.</param>
    /// <param name="restriction">Last day of the restriction imposed.</param>
    /// <returns>Null while the end of the restriction is not known.</returns>
    /// <remarks>Months by the day number, else the last day of the month; no roll-over, because a longer display burdens the party.</remarks>
    public DateOnly? ShownUntil(DateOnly publishedOn, Restriction restriction)
    {
        ArgumentNullException.ThrowIfNull(restriction);
        var end = publishedOn.AddMonths(Months);
        return !WaitsForRestriction ? end
            : !restriction.IsKnown ? null
            : restriction.Until is { } until && until > end ? until : end;
    }

    /// <summary>The first day on which the party may ask for repair; null where it may not or the end of a restriction is not known.</summary>
    /// <param name="publishedOn">The day of publication.</param>
    /// <param name="restriction">Last day of the restriction imposed.</param>
    /// <remarks>The months must be full, so that the first day is the one after the last of them.</remarks>
    public DateOnly? EarliestRepair(DateOnly publishedOn, Restriction restriction)
    {
        ArgumentNullException.ThrowIfNull(restriction);
        if (EarliestRepairMonths is not { } months || (WaitsForRestriction && !restriction.IsKnown))
        {
            return null;
        }

        var full = publishedOn.AddMonths(months);
        return (WaitsForRestriction && restriction.Until is { } until && until > full ? until : full).AddDays(1);
    }
}

/// <summary>Restriction (限制期): how long a penalty forbids business, production or a trade.</summary>
/// <param name="IsKnown">Whether its end is known; also true where nothing is restricted.</param>
/// <param name="Until">Its last day; null where nothing is restricted or its end is not known.</param>
public sealed record Restriction(bool IsKnown, DateOnly? Until)
{
    /// <summary>Nothing is restricted (没有限制).</summary>
    public static Restriction None { get; } = new(true, null);

    /// <summary>Restricted without a known end (限制期未定), for example until a licence is given back.</summary>
    public static Restriction Open { get; } = new(false, null);
}
