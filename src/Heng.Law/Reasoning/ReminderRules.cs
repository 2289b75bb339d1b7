using Heng.Law.Rulings;

namespace Heng.Law.Reasoning;

/// <summary>Letter (提醒信、敦促函) as the rules see it.</summary>
/// <param name="Found">The words in it that a letter does not use.</param>
/// <param name="Characters">How long it is.</param>
/// <param name="Most">How long it may be.</param>
public sealed record LetterText(IReadOnlyList<PenalWord> Found, int Characters, int Most);

/// <summary>Urging letter (敦促函) as the rules see it.</summary>
/// <param name="NamesFailure">Whether it names what was not done.</param>
/// <param name="Today">The day.</param>
/// <param name="AnswerBy">The day until which to answer.</param>
/// <param name="ApprovedByWriter">Whether the one who approves is the one who wrote it.</param>
public sealed record UrgingText(bool NamesFailure, DateOnly Today, DateOnly AnswerBy, bool ApprovedByWriter);

/// <summary>Rules of reminders (提醒规则): a letter warns and helps, and punishes nothing.</summary>
public static class ReminderRules
{
    private static readonly DateOnly day = new(2026, 3, 2);
    private static readonly UrgingText good = new(true, day, day.AddDays(7), false);

    /// <summary>A letter has no penal wording.</summary>
    public static Rule<LetterText> NoPenalWording { get; } = new(
        "reminder.no-penal-wording", "OP 3", "提醒、敦促不是处罚，信中不得写处罚、强制措施和告诫性语句。",
        l => l.Found.Count == 0,
        l => $"信中有不应使用的词语：{string.Join("；", l.Found.Select(w => $"“{w.Word}”（{w.Reason}）"))}。请改用建议的语气。",
        () => new([new("罚款", "提醒不写处罚种类和数额")], 100, 900), () => new([], 100, 900),
        l => l.Found.Select((w, i) => (Key: $"word{i + 1}", w.Word)).ToDictionary(w => w.Key, w => w.Word), isPolicy: true);

    /// <summary>A letter fits on one page.</summary>
    public static Rule<LetterText> LetterFitsOnAPage { get; } = new(
        "reminder.one-page", "OP 3", "提醒信应当通俗易懂，不超过一页。",
        l => l.Characters <= l.Most,
        l => $"信共 {l.Characters} 字，一页最多 {l.Most} 字；请精简。",
        () => new([], 901, 900), () => new([], 900, 900), isPolicy: true);

    /// <summary>An urging letter names the failure and a day to answer.</summary>
    public static Rule<UrgingText> UrgingNamesFailureAndDay { get; } = new(
        "reminder.urging-complete", "OP 3", "敦促函应当写明没有做到的事项和答复日期。",
        u => u.NamesFailure && u.AnswerBy > u.Today,
        u => u.NamesFailure ? "答复日期不晚于今天；请改为以后的日期。" : "没有写明没有做到的事项；请填写。",
        () => good with { AnswerBy = day }, () => good, isPolicy: true);

    /// <summary>Someone else than its writer approves an urging letter.</summary>
    public static Rule<UrgingText> UrgingIsApprovedBySomeoneElse { get; } = new(
        "reminder.urging-approval", "OP 3", "敦促函由办案机构负责人审批，起草人不得审批自己起草的敦促函。",
        u => !u.ApprovedByWriter,
        _ => "这份敦促函由您起草，不得由您审批；请由其他负责人审批。",
        () => good with { ApprovedByWriter = true }, () => good, isPolicy: true);

    /// <summary>The rules of the text of a letter, in order.</summary>
    public static IReadOnlyList<Rule<LetterText>> OfText { get; } = [NoPenalWording, LetterFitsOnAPage];

    /// <summary>Every rule, in order.</summary>
    public static IReadOnlyList<Rule> All { get; } = [.. OfText, UrgingNamesFailureAndDay, UrgingIsApprovedBySomeoneElse];
}
