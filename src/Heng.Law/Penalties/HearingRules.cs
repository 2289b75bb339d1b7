using System.Globalization;
using Heng.Law.Rulings;

namespace Heng.Law.Penalties;

/// <summary>Hearing notice (听证通知): when the party is told of the hearing.</summary>
/// <param name="Today">The day on which it is told.</param>
/// <param name="Latest">The last day on which that leaves seven working days; null where it cannot be counted.</param>
public sealed record HearingNotice(DateOnly Today, DateOnly? Latest);

/// <summary>Hearing rules (听证规则).</summary>
public static class HearingRules
{
    /// <summary>The party is told seven working days before the hearing.</summary>
    public static Rule<HearingNotice> NoticeComesBefore { get; } = new(
        "hearing.seven-days", "APL 64#2", "行政机关应当在举行听证的七个工作日前，通知当事人和有关人员听证的时间、地点。",
        n => n.Latest is { } latest && n.Today <= latest,
        n => n.Latest is { } latest ? $"按所定的听证日期，至迟应当在 {latest.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} 通知当事人；请推迟听证日期。" : "听证日期所在年份的工作日历尚未载入，无法计算通知期限；请选择其他日期。",
        () => new(new(2026, 3, 10), new(2026, 3, 9)), () => new(new(2026, 3, 9), new(2026, 3, 9)));

    /// <summary>Every rule, in order.</summary>
    public static IReadOnlyList<Rule> All { get; } = [NoticeComesBefore];
}
