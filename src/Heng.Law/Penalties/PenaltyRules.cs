using System.Globalization;
using Heng.Law.Discretion;
using Heng.Law.Rulings;

namespace Heng.Law.Penalties;

/// <summary>Penalty at decision (作出处罚决定): who decides on what.</summary>
/// <param name="Proposal">What is to be imposed, held against the assessment of the day.</param>
/// <param name="IsPrincipal">Whether the principal head decides.</param>
/// <param name="IsDiscussed">Whether the heads discussed the case on the present notice.</param>
/// <param name="FollowsTheDiscussion">Whether it is what they concluded; true where they did not discuss.</param>
/// <param name="CorrectionStands">Whether correction was ordered or is done.</param>
public sealed record PenaltyAtDecision(PenaltyProposal Proposal, bool IsPrincipal, bool IsDiscussed, bool FollowsTheDiscussion, bool CorrectionStands);

/// <summary>Penalty rules (处罚规则): what a proposed or decided penalty must fit.</summary>
public static class PenaltyRules
{
    private static readonly PenaltyProposal good = new() { Fine = 60_000, Range = new(50_000, 65_000) };
    private static readonly PenaltyAtDecision decided = new(good, false, false, true, true);

    /// <summary>The law lets a penalty be imposed at all.</summary>
    public static Rule<PenaltyProposal> PenaltyIsDue { get; } = new(
        "penalty.due", "APL 33(1)", "不构成违法、超过追责时效或者依法应当不予处罚的，不得给予行政处罚。",
        p => p.Outcome is not (AssessmentOutcome.NotAViolation or AssessmentOutcome.Barred or AssessmentOutcome.NoPenalty),
        p => $"按已认定的事实，测算结论为“{DiscretionCodes.NameOf(p.Outcome)}”，不得给予处罚；请改为相应的处理。",
        () => good with { Outcome = AssessmentOutcome.NoPenalty }, () => good);

    /// <summary>The facts that decide the sum are known.</summary>
    public static Rule<PenaltyProposal> FactsAreKnown { get; } = new(
        "penalty.facts-known", "APL 40", "违法事实不清、证据不足的，不得给予行政处罚。",
        p => p.Outcome != AssessmentOutcome.NeedsFacts,
        _ => "决定罚款幅度的事实还没有查明，不能拟定处罚；请先查明提示的事实并附上证据。",
        () => good with { Outcome = AssessmentOutcome.NeedsFacts }, () => good);

    /// <summary>A penalty imposes something.</summary>
    public static Rule<PenaltyProposal> PenaltyIsNamed { get; } = new(
        "penalty.named", "APL 59(1)#3", "行政处罚应当写明处罚的种类和数额。",
        p => !p.IsEmpty,
        _ => "没有写明处罚的种类和数额；请填写罚款、没收或者其他处罚种类。",
        () => good with { IsEmpty = true }, () => good);

    /// <summary>One fact is weighed once.</summary>
    public static Rule<PenaltyProposal> FactIsWeighedOnce { get; } = new(
        "fact-used-twice", "APL 5(2)", "已经作为违法构成要件或者处罚档次依据的事实，不得再作为从重、从轻的情节。",
        p => !p.WeighsAFactTwice,
        _ => "同一事实既用于确定处罚档次，又作为从重情节，属于重复评价；请从情节中删去，或者说明另有事实。",
        () => good with { WeighsAFactTwice = true }, () => good);

    /// <summary>Only kinds that the law opens are imposed.</summary>
    public static Rule<PenaltyProposal> KindsAreOpen { get; } = new(
        "penalty.kinds-open", "APL 4", "行政处罚的种类应当由适用的法律、法规、规章规定。",
        p => p.ClosedKinds.Count == 0,
        p => $"适用的条款没有规定或者条件没有成就：{string.Join("、", p.ClosedKinds)}；请删去。",
        () => good with { ClosedKinds = ["吊销许可证件"] }, () => good);

    /// <summary>Kinds that the law orders are imposed.</summary>
    public static Rule<PenaltyProposal> OrderedKindsAreImposed { get; } = new(
        "penalty.kinds-ordered", "APL 5(2)", "法律规定应当并处的处罚种类，不得遗漏；没有可以没收之物的，应当写明。",
        p => p.MissingKinds.Count == 0,
        p => $"法律规定应当并处而没有提出：{string.Join("、", p.MissingKinds)}；请补上，没有可以没收的财物或者所得的写明原因。",
        () => good with { MissingKinds = ["没收违法物品"] }, () => good);

    /// <summary>A fine below the minimum names its ground and its reason.</summary>
    public static Rule<PenaltyProposal> MitigationIsReasoned { get; } = new(
        "penalty.mitigation", "APL 32", "减轻处罚应当写明减轻的情节和理由。",
        p => !p.IsMitigated || (p.Reasons.NamesAGround && p.Reasons.Mitigation.Length > 0),
        p => $"拟罚款 {Yuan(p.Fine)} 元低于法定下限，属于减轻处罚，没有写明减轻的情节或者理由；请选择情节并写明理由。",
        () => good with { IsMitigated = true }, () => good with { IsMitigated = true, Reasons = new() { NamesAGround = true, Mitigation = "主动消除危害后果" } });

    /// <summary>Leaving the benchmark has a category and a reason.</summary>
    public static Rule<PenaltyProposal> DeviationIsReasoned { get; } = new(
        "penalty.deviation", "SDO", "在法定幅度内偏离裁量基准的，应当写明偏离的情形和理由，并按规定批准。",
        p => !p.Deviates || (p.Reasons.NamesACategory && p.Reasons.Deviation.Length > 0),
        p => $"拟罚款 {Yuan(p.Fine)} 元在法定幅度以内，但不在本案情节对应的区间（{Yuan(p.Range!.Value.From)} 元至 {Yuan(p.Range.Value.To)} 元），属于偏离裁量基准；请调整数额，或者写明偏离的情形和理由。",
        () => good with { Fine = 66_000, Deviates = true }, () => good with { Fine = 66_000, Deviates = true, Reasons = new() { NamesACategory = true, Deviation = "客观情况变化" } });

    /// <summary>Leaving the benchmark of a higher authority comes after asking it.</summary>
    public static Rule<PenaltyProposal> IssuerIsAsked { get; } = new(
        "penalty.issuer-asked", "SDO", "适用上级制定的裁量基准明显不当需要调整的，应当先请示制定该基准的机关。",
        p => !p.Deviates || p.IssuerAbove is null || p.Reasons.IssuerAnswer.Length > 0,
        p => $"本案适用的裁量基准由{p.IssuerAbove}制定，偏离以前应当请示；请写明请示的日期、文号和答复。",
        () => good with { Deviates = true, IssuerAbove = "上级机关" }, () => good with { Deviates = true, IssuerAbove = "上级机关", Reasons = new() { IssuerAnswer = "2026-03-02 答复同意" } }, isPolicy: true);

    /// <summary>A heavy fine on a small gain is argued.</summary>
    public static Rule<PenaltyProposal> ProportionalityIsArgued { get; } = new(
        "penalty.proportionality", "APL 5(2)", "罚款与货值、违法所得明显不相称的，应当论证与违法行为的事实、性质、情节和社会危害程度相当。",
        p => !p.IsDisproportionate || p.Reasons.Proportionality.Length > 0,
        p => $"拟罚款 {Yuan(p.Fine)} 元触发小过重罚预警，没有过罚相当的论证；请写明论证，并提交集体讨论。",
        () => good with { IsDisproportionate = true }, () => good with { IsDisproportionate = true, Reasons = new() { Proportionality = "危害食品安全" } });

    /// <summary>Who may be exempt is fined only for a reason.</summary>
    public static Rule<PenaltyProposal> ExemptionIsConsidered { get; } = new(
        "penalty.exemption-considered", "APL 33(1)", "符合可以不予处罚的条件而仍给予处罚的，应当写明不适用免罚的理由。",
        p => p.Outcome != AssessmentOutcome.MayBeExempt || p.Reasons.WhyNotExempt.Length > 0,
        _ => "本案符合可以不予处罚的条件；请改为不予处罚，或者写明不适用免罚的理由。",
        () => good with { Outcome = AssessmentOutcome.MayBeExempt }, () => good with { Outcome = AssessmentOutcome.MayBeExempt, Reasons = new() { WhyNotExempt = "两年内曾受提醒" } });

    /// <summary>Fines on responsible persons stay inside what the law says of them.</summary>
    public static Rule<PenaltyProposal> PersonsAreFinedInside { get; } = new(
        "penalty.persons", "APL 4", "对责任人员罚款，应当有法律规定，并在规定的幅度以内。",
        p => p.PersonsOutside.Count == 0,
        p => $"对责任人员的罚款不符合规定：{string.Join("；", p.PersonsOutside)}。",
        () => good with { PersonsOutside = ["某某"] }, () => good);

    /// <summary>Leaving the benchmark is decided by the principal head or by the heads together.</summary>
    public static Rule<PenaltyAtDecision> DeviationIsApproved { get; } = new(
        "penalty.deviation-approved", "SDO", "偏离裁量基准，应当经主要负责人批准或者集体讨论决定。",
        d => !d.Proposal.Deviates || d.IsPrincipal || d.IsDiscussed,
        _ => "本案偏离裁量基准，没有经主要负责人批准，也没有经集体讨论；请由主要负责人决定，或者提交集体讨论。",
        () => decided with { Proposal = good with { Deviates = true } }, () => decided with { Proposal = good with { Deviates = true }, IsPrincipal = true });

    /// <summary>A heavy fine on a small gain, and a conflict of circumstances, are decided by the heads together.</summary>
    public static Rule<PenaltyAtDecision> AlarmIsDiscussed { get; } = new(
        "penalty.alarm-discussed", "APL 57(2)", "触发小过重罚预警，或者应当从重与应当从轻、减轻的情节并存的，由负责人集体讨论决定。",
        d => !(d.Proposal.IsDisproportionate || d.Proposal.HasConflict) || d.IsDiscussed,
        d => $"{(d.Proposal.IsDisproportionate ? "罚款与货值、违法所得明显不相称（小过重罚预警）" : "应当从重与应当从轻、减轻的情节并存")}，没有经集体讨论，不能作出决定；请提交负责人集体讨论。",
        () => decided with { Proposal = good with { IsDisproportionate = true } }, () => decided with { Proposal = good with { IsDisproportionate = true }, IsDiscussed = true }, isPolicy: true);

    /// <summary>What the heads concluded together is what is decided.</summary>
    public static Rule<PenaltyAtDecision> DiscussionIsFollowed { get; } = new(
        "penalty.discussion-followed", "PR 60(2)", "经负责人集体讨论的，按集体讨论的决定作出处罚。",
        d => d.FollowsTheDiscussion,
        _ => "拟作出的处罚与集体讨论的结论不一致；请按结论作出决定，需要改变的重新讨论。",
        () => decided with { FollowsTheDiscussion = false }, () => decided);

    /// <summary>A penalty comes with correction.</summary>
    public static Rule<PenaltyAtDecision> CorrectionIsOrdered { get; } = new(
        "penalty.correction", "APL 28(1)", "实施行政处罚时，应当责令当事人改正或者限期改正违法行为。",
        d => d.CorrectionStands,
        _ => "还没有责令当事人改正违法行为，也没有认定已经改正；请先出具责令改正通知书。",
        () => decided with { CorrectionStands = false }, () => decided);

    /// <summary>What touches a bottom line is exempted only by the heads together.</summary>
    public static Rule<bool> RedLineIsDiscussed { get; } = new(
        "exemption.red-line", "APL 57(2)", "涉及生命健康、公共安全等红线的事项拟不予处罚的，由负责人集体讨论决定；红线事项由各局确定。",
        discussed => discussed,
        _ => "本案事项列入本局的红线事项，拟不予处罚的应当经负责人集体讨论；请提交集体讨论。",
        () => false, () => true, isPolicy: true);

    /// <summary>Money is found paid by its receipts, never because somebody says so.</summary>
    public static Rule<bool> MoneyIsNotTyped { get; } = new(
        "penalty.paid-by-receipt", "APL 67(1)", "作出罚款决定的机关与收缴罚款的机构分离；是否缴清按收款记录认定，不由办案人员填写。",
        noMoney => noMoney,
        _ => "决定含有罚款或者没收违法所得，是否缴清按收款记录认定，不能手工登记履行完毕；请导入收款记录。",
        () => false, () => true);

    /// <summary>The rules of a proposal, in order.</summary>
    public static IReadOnlyList<Rule<PenaltyProposal>> OfProposals { get; } =
    [
        PenaltyIsDue, FactsAreKnown, PenaltyIsNamed, FactIsWeighedOnce, KindsAreOpen, OrderedKindsAreImposed, MitigationIsReasoned,
        DeviationIsReasoned, IssuerIsAsked, ProportionalityIsArgued, ExemptionIsConsidered, PersonsAreFinedInside,
    ];

    /// <summary>The rules of a decision besides those of the proposal, in order.</summary>
    public static IReadOnlyList<Rule<PenaltyAtDecision>> OfDecisions { get; } = [DeviationIsApproved, AlarmIsDiscussed, DiscussionIsFollowed, CorrectionIsOrdered];

    /// <summary>Every rule, in order.</summary>
    public static IReadOnlyList<Rule> All { get; } = [.. OfProposals, .. OfDecisions, RedLineIsDiscussed, MoneyIsNotTyped];

    /// <summary>Everything that stands against a proposal: what the engine refuses, then the rules.</summary>
    /// <param name="proposal">The proposal.</param>
    public static IReadOnlyList<Refusal> Check(PenaltyProposal proposal)
    {
        ArgumentNullException.ThrowIfNull(proposal);
        return [.. proposal.Refused.Select(f => new Refusal(f.Code, f.Basis, f.Says, new Dictionary<string, string>())), .. OfProposals.Select(r => r.Check(proposal)).OfType<Refusal>()];
    }

    private static string Yuan(decimal sum) => sum.ToString("#,##0.##", CultureInfo.InvariantCulture);
}
