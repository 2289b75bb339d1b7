using Heng.Law.Rulings;

namespace Heng.Law.Penalties;

/// <summary>Question of the same act (同一违法行为审查): what a search found before a fine.</summary>
/// <param name="IsFined">Whether a fine is to be imposed.</param>
public sealed record SameActQuestion(bool IsFined)
{
    /// <summary>Whether a search was made on the present facts.</summary>
    public bool IsSearched { get; init; }

    /// <summary>Cases in which the party was fined for an act that may be the same and that nobody told apart, as people read them.</summary>
    public IReadOnlyList<string> FinedBefore { get; init; } = [];

    /// <summary>Another provision that the act breaks too and whose fine is the higher one, in Chinese; null when there is none.</summary>
    public string? HigherUnder { get; init; }

    /// <summary>Another provision whose fine cannot be compared while its facts are open, in Chinese; null when there is none.</summary>
    public string? OpenUnder { get; init; }
}

/// <summary>Rules on one act and one fine (一事不二罚规则).</summary>
public static class SameActRules
{
    private static readonly SameActQuestion searched = new(true) { IsSearched = true };

    /// <summary>Before a fine the bureaus of the house are searched for the same act.</summary>
    public static Rule<SameActQuestion> SearchIsMade { get; } = new(
        "same-act.searched", "APL 29", "拟处罚款以前，应当按现在认定的事实查询同一违法行为是否已经给予过罚款。",
        q => !q.IsFined || q.IsSearched,
        _ => "还没有按现在认定的事实查询同一违法行为；请由办案人员办理“一事不二罚查询”。",
        () => searched with { IsSearched = false }, () => searched, isPolicy: true);

    /// <summary>The same act is not fined twice.</summary>
    public static Rule<SameActQuestion> NotFinedTwice { get; } = new(
        "same-act.not-fined-twice", "APL 29", "对当事人的同一个违法行为，不得给予两次以上罚款的行政处罚。",
        q => !q.IsFined || q.FinedBefore.Count == 0,
        q => $"当事人可能已经因同一违法行为被罚款：{string.Join("；", q.FinedBefore)}。请不再罚款；确实不是同一违法行为的，写明区别的理由。",
        () => searched with { FinedBefore = ["某案"] }, () => searched);

    /// <summary>An act that breaks several provisions is fined under the one with the higher fine.</summary>
    public static Rule<SameActQuestion> HigherFineIsChosen { get; } = new(
        "same-act.higher-fine", "APL 29", "同一个违法行为违反多个法律规范应当给予罚款处罚的，按照罚款数额高的规定处罚。",
        q => !q.IsFined || (q.HigherUnder is null && q.OpenUnder is null),
        q => q.HigherUnder is { } higher ? $"同一行为还违反“{higher}”的规定，其罚款数额更高；请改按该案由认定事实并处罚。" : $"同一行为还违反“{q.OpenUnder}”的规定，其罚款幅度还没有查明，无法比较；请补充认定有关事实。",
        () => searched with { HigherUnder = "另一规定" }, () => searched);

    /// <summary>Every rule, in order.</summary>
    public static IReadOnlyList<Rule<SameActQuestion>> All { get; } = [SearchIsMade, NotFinedTwice, HigherFineIsChosen];

    /// <summary>Everything that stands against the fine.</summary>
    /// <param name="question">The question.</param>
    public static IReadOnlyList<Refusal> Check(SameActQuestion question) => [.. All.Select(r => r.Check(question)).OfType<Refusal>()];
}
