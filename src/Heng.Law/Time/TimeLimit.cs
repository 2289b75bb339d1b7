using System.Globalization;
using Heng.Law.Citations;

namespace Heng.Law.Time;

/// <summary>Direction of counting (计算方向).</summary>
public enum CountDirection
{
    /// <summary>From the start to a later day (顺算).</summary>
    Forward,

    /// <summary>From an event back to an earlier day (倒算).</summary>
    Backward,
}

/// <summary>Extension slot (延长规定): an extension that a limit foresees.</summary>
/// <param name="Approver">Role that may grant it, for example <c>HEAD</c>.</param>
/// <param name="ApproverChinese">The role in Chinese.</param>
/// <param name="Length">The longest extension, or null where the law names none.</param>
/// <param name="Unit">Its unit, or null where the law names none.</param>
/// <param name="Times">How often it may be granted, or null where the law names no number.</param>
public sealed record ExtensionSlot(string Approver, string ApproverChinese, int? Length, TimeUnit? Unit, int? Times)
{
    /// <summary>Whether an extension stays inside the slot: its approver when said, its unit and its length.</summary>
    /// <param name="extension">The extension granted.</param>
    public bool Allows(GrantedExtension extension)
        => (extension.Approver is null || extension.Approver == Approver)
            && (Unit is not { } unit || unit == extension.Unit)
            && (Length is not { } length || extension.Length <= length);
}

/// <summary>Period (期间): a number of units, counted forward or backward; a limit without its law.</summary>
/// <param name="Length">At least 1.</param>
/// <param name="Unit">The unit.</param>
/// <param name="Direction">Forward, or back from an event.</param>
/// <param name="Rolls">Whether the end may roll over at all; a limitation never does.</param>
public sealed record Period(int Length, TimeUnit Unit, CountDirection Direction = CountDirection.Forward, bool Rolls = true)
{
    /// <summary>The period as a Chinese sentence says it, for example 15个工作日.</summary>
    public string InChinese => Length.ToString(CultureInfo.InvariantCulture) + Unit.InChinese();
}

/// <summary>Terms of a limit (期限说明) in one language: what lawyers need to read besides the number.</summary>
/// <param name="Group">Group in the list.</param>
/// <param name="Trigger">What starts it; for a backward limit the event it counts back from.</param>
/// <param name="ExtensionRule">How it may be extended.</param>
/// <param name="SuspendedBy">What stops its clock.</param>
/// <param name="Consequence">What follows when it is missed.</param>
/// <param name="Binds">Whom it binds.</param>
public sealed record LimitTerms(string Group, string Trigger, string ExtensionRule, string SuspendedBy, string Consequence, string Binds);

/// <summary>Time limit (期限): one legal time limit, such as L50, the handling period of an ordinary case.</summary>
/// <param name="Id">Stable id, for example <c>L50</c>.</param>
/// <param name="Chinese">Name in Chinese.</param>
/// <param name="English">Name in English.</param>
/// <param name="Terms">Its terms in Chinese.</param>
/// <param name="EnglishTerms">Its terms in English.</param>
/// <param name="Period">How long it is.</param>
/// <param name="IsPerDay">True for a rate per day (按日加处), which yields no date.</param>
/// <param name="WarnsUnrolled">Whether the warning falls on the unrolled day, because the limit holds somebody's goods.</param>
/// <param name="ForeseesExclusions">Whether the law excludes some days from it.</param>
/// <param name="Extensions">The extensions foreseen.</param>
/// <param name="Basis">The articles.</param>
/// <param name="From">First day of start for which it is in force, inclusive; null when open.</param>
/// <param name="Until">Last such day, inclusive; null while in force.</param>
/// <param name="Note">What a reader must know besides.</param>
/// <param name="Confidence">How well it is known.</param>
/// <param name="CheckedOn">Day the entry was last confirmed.</param>
public sealed record TimeLimit(
    string Id, string Chinese, string English, LimitTerms Terms, LimitTerms EnglishTerms, Period Period, bool IsPerDay, bool WarnsUnrolled,
    bool ForeseesExclusions, IReadOnlyList<ExtensionSlot> Extensions, IReadOnlyList<Citation> Basis, DateOnly? From, DateOnly? Until,
    string? Note, Confidence Confidence, DateOnly CheckedOn)
{
    /// <summary>Whether the limit is in force for a start on this day; both ends are inclusive.</summary>
    /// <param name="start">Day of start.</param>
    public bool InForceOn(DateOnly start) => (From is not { } from || from <= start) && (Until is not { } until || start <= until);
}
