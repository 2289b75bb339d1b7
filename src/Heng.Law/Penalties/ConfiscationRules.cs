using Heng.Law.Codes;
using Heng.Law.Rulings;

namespace Heng.Law.Penalties;

/// <summary>Gain at a penalty (没收违法所得审查): the sum that is to be confiscated and what was determined.</summary>
/// <param name="Confiscated">The sum to be confiscated.</param>
public sealed record GainAtPenalty(Money Confiscated)
{
    /// <summary>Whether the law confiscates illegal income here and the facts say that there is some.</summary>
    public bool HasGain { get; init; }

    /// <summary>Whether the illegal income was determined.</summary>
    public bool IsDetermined { get; init; }

    /// <summary>Whether the determination waits for the approval of the principal head.</summary>
    public bool AwaitsPrincipal { get; init; }

    /// <summary>What the determination lets be confiscated.</summary>
    public Money Confiscable { get; init; }

    /// <summary>The illegal income determined; null when it was not computed.</summary>
    public Money? Determined { get; init; }

    /// <summary>The illegal income among the facts of the case; null while not known.</summary>
    public Money? Found { get; init; }

    /// <summary>Whether the party is exempt under APL 33(1).</summary>
    public bool IsExempt { get; init; }
}

/// <summary>Rules on confiscating illegal income (没收违法所得规则).</summary>
public static class ConfiscationRules
{
    private static readonly Money thousand = Money.FromYuan(1_000, FenRounding.Exact);
    private static readonly GainAtPenalty good = new(thousand) { HasGain = true, IsDetermined = true, Confiscable = thousand, Determined = thousand, Found = thousand };

    /// <summary>Illegal income is determined before it is confiscated.</summary>
    public static Rule<GainAtPenalty> GainIsDetermined { get; } = new(
        "gain.determined", "APL 28(2)", "有违法所得并依法应当没收的，应当先认定违法所得的数额。",
        g => g.IsDetermined || (!g.HasGain && g.Confiscated == Money.Zero),
        _ => "还没有认定违法所得；请由办案人员办理“违法所得认定”，写明收入、支出和证据。",
        () => good with { IsDetermined = false }, () => good);

    /// <summary>A determination of what cannot be found out has the principal head's approval.</summary>
    public static Rule<GainAtPenalty> PrincipalApproved { get; } = new(
        "gain.approved", "IG 14(3)", "违法所得无法查清或者只能部分查清的，其认定须经主要负责人批准。",
        g => !g.AwaitsPrincipal,
        _ => "违法所得未能全部查清，认定还没有经主要负责人批准；请报主要负责人批准。",
        () => good with { AwaitsPrincipal = true }, () => good);

    /// <summary>The facts of the case and the determination name one sum.</summary>
    public static Rule<GainAtPenalty> FactsAgree { get; } = new(
        "gain.facts-agree", "APL 40", "认定事实中的违法所得应当与违法所得认定的数额一致。",
        g => !g.IsDetermined || g.Found is not { } found || g.Determined is not { } determined || found == determined,
        g => $"认定事实中的违法所得是 {g.Found} 元，违法所得认定的数额是 {g.Determined} 元；请更正其中之一。",
        () => good with { Found = Money.Zero }, () => good);

    /// <summary>What is confiscated is what was determined.</summary>
    public static Rule<GainAtPenalty> SumIsTheDetermined { get; } = new(
        "gain.sum", "APL 28(2)", "没收的违法所得应当是认定的数额减去已经依法退赔的部分。",
        g => !g.IsDetermined || g.Confiscated == Money.Zero || g.Confiscated == g.Confiscable,
        g => $"拟没收违法所得 {g.Confiscated} 元，与认定可以没收的 {g.Confiscable} 元不一致；请按认定的数额填写，或者重新认定。",
        () => good with { Confiscated = thousand + thousand }, () => good);

    /// <summary>Who is exempt under APL 33(1) keeps the illegal income; the duty to refund stays.</summary>
    public static Rule<GainAtPenalty> ExemptKeepsTheGain { get; } = new(
        "gain.exempt", "IG 15", "依照行政处罚法第三十三条第一款不予行政处罚的，不没收违法所得，但不免除依法退赔的义务。",
        g => !g.IsExempt || g.Confiscated == Money.Zero,
        _ => "本案依照行政处罚法第三十三条第一款不予行政处罚，不得没收违法所得；依法应当退赔的仍应退赔。",
        () => good with { IsExempt = true }, () => good with { IsExempt = true, Confiscated = Money.Zero });

    /// <summary>Every rule, in order.</summary>
    public static IReadOnlyList<Rule<GainAtPenalty>> All { get; } = [GainIsDetermined, PrincipalApproved, FactsAgree, SumIsTheDetermined, ExemptKeepsTheGain];

    /// <summary>Everything that stands against the confiscation.</summary>
    /// <param name="gain">The sum and the determination.</param>
    public static IReadOnlyList<Refusal> Check(GainAtPenalty gain) => [.. All.Select(r => r.Check(gain)).OfType<Refusal>()];
}
