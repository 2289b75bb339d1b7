using Heng.Law.Rulings;

namespace Heng.Law.Penalties;

/// <summary>Sitting (会议): the heads who discuss a case together.</summary>
/// <param name="Heads">How many heads the bureau has.</param>
/// <param name="Present">How many of them gave their view.</param>
/// <param name="LeastShare">The share of the heads that must take part, in per cent; the bureau's choice.</param>
public sealed record Sitting(int Heads, int Present, int LeastShare)
{
    /// <summary>Fewest members that must take part; never fewer than two.</summary>
    public int Least => Math.Max(2, (int)Math.Ceiling(Heads * LeastShare / 100m));
}

/// <summary>Discussion rules (集体讨论规则).</summary>
public static class DiscussionRules
{
    /// <summary>Enough heads take part.</summary>
    public static Rule<Sitting> QuorumIsPresent { get; } = new(
        "discussion.quorum", "PR 60(2)", "集体讨论由负责人参加；参加人数应当达到本局规定的比例，至少两人（比例由各局确定）。",
        s => s.Present >= s.Least,
        s => $"本局负责人 {s.Heads} 人，应当有 {s.Least} 人以上发表意见，现在有 {s.Present} 人；请等待其他参加人员发表意见，或者补充参加人员。",
        () => new(5, 2, 50), () => new(5, 3, 50), isPolicy: true);

    /// <summary>Everyone who attends says his own view.</summary>
    public static Rule<IReadOnlyList<string>> EveryoneSaysHisView { get; } = new(
        "discussion.views", "PR 60(2)", "集体讨论应当记录每一名参加人员的意见，不同意见如实记录。",
        silent => silent.Count == 0,
        silent => $"还没有发表意见：{string.Join("、", silent)}；请本人登录发表意见，未到会的由召集人登记缺席。",
        () => ["某某"], () => [], isPolicy: true);

    /// <summary>Only who attends says a view, once.</summary>
    public static Rule<bool> ViewIsOfAMember { get; } = new(
        "discussion.member", "PR 60(2)", "集体讨论的意见由参加人员本人发表，发表后不能修改、删除。",
        may => may,
        _ => "您不是本次集体讨论的参加人员，或者已经发表过意见；意见发表后不能修改。",
        () => false, () => true, isPolicy: true);

    /// <summary>Members are heads and none of them handled the case.</summary>
    public static Rule<IReadOnlyList<string>> MembersAreHeads { get; } = new(
        "discussion.members-are-heads", "APL 43", "集体讨论由行政机关负责人参加；与案件有利害关系或者承办本案的，应当回避。",
        others => others.Count == 0,
        others => $"不能作为参加人员：{string.Join("、", others)}（不是负责人，或者是本案办案人员、声明有利害关系）；请更换。",
        () => ["某某"], () => []);

    /// <summary>Every rule, in order.</summary>
    public static IReadOnlyList<Rule> All { get; } = [QuorumIsPresent, EveryoneSaysHisView, ViewIsOfAMember, MembersAreHeads];
}
