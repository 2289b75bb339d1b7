namespace Heng.Law.Time;

/// <summary>Excluded interval (扣除期间): days that do not count for a limit; both ends belong to it.</summary>
/// <param name="First">First excluded day.</param>
/// <param name="Last">Last excluded day, not before the first.</param>
public readonly record struct DayInterval(DateOnly First, DateOnly Last);

/// <summary>Extension (延长期限): a further period granted before the limit ended.</summary>
/// <param name="Length">How long, zero or more.</param>
/// <param name="Unit">In which unit; it may differ from the limit's.</param>
/// <param name="Approver">Role that granted it, for example <c>HEAD</c>; null when not said.</param>
public readonly record struct GrantedExtension(int Length, TimeUnit Unit, string? Approver = null);
