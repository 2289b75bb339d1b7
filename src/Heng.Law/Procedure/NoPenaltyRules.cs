using Heng.Law.Rulings;

namespace Heng.Law.Procedure;

/// <summary>Exemption proposal (免罚审查): a decision without a penalty held against what was found.</summary>
/// <param name="EngineAgrees">Whether the assessment gives <c>noPenalty</c> or <c>mayBeExempt</c>, or the ground does not come from the engine.</param>
/// <param name="Branches">How many grounds are named.</param>
/// <param name="WithoutEvidence">Elements of the ground that no suitable evidence supports, in Chinese.</param>
/// <param name="FirstUnknown">Whether "first" is not known and no head approved treating it as first.</param>
public sealed record ExemptionProposal(bool EngineAgrees, int Branches, IReadOnlyList<string> WithoutEvidence, bool FirstUnknown);

/// <summary>Review at hand (审核): who reviews and what is decided on it.</summary>
/// <param name="Reviewed">Whether a reviewer agreed on the present report.</param>
/// <param name="NeedsLegal">Whether the case is on the legal-review list.</param>
/// <param name="ReviewerQualified">Whether the legal reviewer holds the qualification or reviewed before it was asked for.</param>
public sealed record ReviewAtHand(bool Reviewed, bool NeedsLegal, bool ReviewerQualified);

/// <summary>Rules of a decision without a penalty (不予处罚规则).</summary>
public static class NoPenaltyRules
{
    private static readonly DateOnly day = new(2026, 3, 2);
    private static readonly ExemptionProposal good = new(true, 1, [], false);

    /// <summary>The assessment leads to an exemption.</summary>
    public static Rule<ExemptionProposal> AssessmentLeadsToIt { get; } = new(
        "no-penalty.assessment", "APL 33(1)", "不予处罚应当符合法定条件或者免罚清单的条件。",
        p => p.EngineAgrees,
        _ => "按已认定的事实，测算结果不是不予处罚或者可以不予处罚；请补充事实和证据，或者改为其他处理。",
        () => good with { EngineAgrees = false }, () => good);

    /// <summary>One ground is named, and grounds are not mixed.</summary>
    public static Rule<ExemptionProposal> OneGroundIsNamed { get; } = new(
        "no-penalty.one-ground", "PR 61", "不予行政处罚决定应当写明不予处罚的一项理由和依据。",
        p => p.Branches == 1,
        _ => "应当写明一项不予处罚的情形，不能不写，也不能把几项情形拼合使用；请选择一项。",
        () => good with { Branches = 2 }, () => good);

    /// <summary>Every element of the ground has evidence.</summary>
    public static Rule<ExemptionProposal> ElementsHaveEvidence { get; } = new(
        "no-penalty.evidence", "APL 40", "不予处罚的每一个条件都应当有证据证明。",
        p => p.WithoutEvidence.Count == 0,
        p => $"以下条件没有证据支持：{string.Join("、", p.WithoutEvidence)}；请附上证据。",
        () => good with { WithoutEvidence = ["及时改正"] }, () => good);

    /// <summary>What is not known to be the first time is not treated as first without approval.</summary>
    public static Rule<ExemptionProposal> UnknownIsNotFirst { get; } = new(
        "no-penalty.first", "APL 33(1)", "初次违法应当经查询确认；查询结果不明的，不能当作初次违法。",
        p => !p.FirstUnknown,
        _ => "是否初次违法尚未查明；请查询既往处罚记录，查询仍不明的由负责人批准后认定。",
        () => good with { FirstUnknown = true }, () => good);

    /// <summary>A decision follows a review by someone who is no handler.</summary>
    public static Rule<ReviewAtHand> DecisionFollowsReview { get; } = new(
        "no-penalty.reviewed", "PR 49", "案件调查终结后应当审核；未经审核不得提请负责人作出处理。",
        r => r.Reviewed,
        _ => "本案还没有审核同意的意见；请先由审核人员审核。",
        () => new(false, false, true), () => new(true, false, true));

    /// <summary>The list decides which cases a legal reviewer reviews: an officer may add a case and takes none away.</summary>
    public static Rule<IReadOnlyList<string>> ListDecidesOnLegalReview { get; } = new(
        "review.listed", "PR 50(1)", "列入法制审核范围的案件应当由法制审核人员审核；是否列入由规定的情形决定。",
        left => left.Count == 0,
        left => $"本案符合法制审核目录，不能取消：{string.Join("；", left)}。",
        () => ["涉及重大公共利益"], () => []);

    /// <summary>A newcomer among legal reviewers holds the national qualification.</summary>
    public static Rule<ReviewAtHand> LegalReviewerIsQualified { get; } = new(
        "review.qualification", "APL 58(2)", "初次从事行政处罚决定法制审核的人员，应当通过国家统一法律职业资格考试取得法律职业资格。",
        r => !r.NeedsLegal || r.ReviewerQualified,
        _ => "您没有登记法律职业资格，不能从事法制审核；请由具有资格的法制审核人员审核。",
        () => new(true, true, false), () => new(true, true, true));

    /// <summary>The handling period is kept, or its breach is recorded.</summary>
    public static Rule<TimedStep> DecisionKeepsTheHandlingPeriod { get; } = new(
        "decision.handling-period", "PR 64(1)", "适用普通程序办理的案件应当自立案之日起九十日内作出处理决定；延长须经批准。",
        s => s.DueOn is not { } due || s.Today <= due || s.ReasonRecorded,
        s => $"办案期限已于 {IntakeRules.Day(s.DueOn)} 届满；请先登记超期原因，再作出决定。",
        () => new(day.AddDays(1), day, false), () => new(day, day, false));

    /// <summary>The handling period is extended before it ends.</summary>
    public static Rule<TimedStep> ExtensionComesBeforeTheEnd { get; } = new(
        "decision.extension-in-time", "PR 64(1)", "延长办案期限应当在期限届满前批准；届满后的延期不能补正超期。",
        s => s.DueOn is not { } due || s.Today <= due,
        s => $"办案期限已于 {IntakeRules.Day(s.DueOn)} 届满，不能再批准延期；请登记超期原因后继续办理。",
        () => new(day.AddDays(1), day, false), () => new(day, day, false));

    /// <summary>The review keeps its limit, or its breach is recorded.</summary>
    public static Rule<TimedStep> ReviewKeepsItsLimit { get; } = new(
        "review.limit", "PR 55", "审核应当自收到案件材料之日起十个工作日内完成。",
        s => s.DueOn is not { } due || s.Today <= due || s.ReasonRecorded,
        s => $"审核期限已于 {IntakeRules.Day(s.DueOn)} 届满；请先登记超期原因，再出具审核意见。",
        () => new(day.AddDays(1), day, false), () => new(day, day, false));

    /// <summary>No penalty is proposed where the law forbids one.</summary>
    public static Rule<bool> ReportFitsTheAssessment { get; } = new(
        "report.shall-not-punish", "APL 33(1)", "依法应当不予处罚或者超过追责时效的，不得建议给予行政处罚。",
        forbidden => !forbidden,
        _ => "按已认定的事实，本案应当不予处罚或者已经超过追责时效，不能建议给予处罚；请改为不予处罚，事实有误的先更正。",
        () => true, () => false);

    /// <summary>Nobody decides on the report that he himself signed.</summary>
    public static Rule<bool> DecisionIsNotOnOwnReport { get; } = new(
        "no-penalty.own-report", "PR 60(1)", "负责人对调查终结报告和审核意见进行审查后作出决定；任何人不得审批自己签署的报告。",
        another => another,
        _ => "本案调查终结报告由您签署，不能由您决定；请由其他负责人办理。",
        () => false, () => true, isPolicy: true);

    /// <summary>The party of a case that ends without a penalty is educated before it is closed.</summary>
    public static Rule<bool> PartyIsEducated { get; } = new(
        "no-penalty.education", "APL 33(3)", "对当事人的违法行为依法不予行政处罚的，应当对当事人进行教育。",
        educated => educated,
        _ => "还没有教育记录，不能结案；请先对当事人进行教育并登记。",
        () => false, () => true);

    /// <summary>Every rule of the proposal, in order.</summary>
    public static IReadOnlyList<Rule<ExemptionProposal>> OfProposals { get; } = [AssessmentLeadsToIt, OneGroundIsNamed, ElementsHaveEvidence, UnknownIsNotFirst];

    /// <summary>Every rule, in order.</summary>
    public static IReadOnlyList<Rule> All { get; } = [.. OfProposals, DecisionFollowsReview, ListDecidesOnLegalReview, LegalReviewerIsQualified, DecisionKeepsTheHandlingPeriod, ExtensionComesBeforeTheEnd, ReviewKeepsItsLimit, ReportFitsTheAssessment, DecisionIsNotOnOwnReport, PartyIsEducated];
}
