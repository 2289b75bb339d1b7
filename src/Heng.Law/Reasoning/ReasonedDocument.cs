using Heng.Law.Citations;
using Heng.Law.Codes;

namespace Heng.Law.Reasoning;

/// <summary>Kind of reasoned document (说理式文书种类).</summary>
public enum DocumentKind
{
    /// <summary>Penalty decision (行政处罚决定书).</summary>
    PenaltyDecision,

    /// <summary>No-penalty decision (不予行政处罚决定书).</summary>
    NoPenaltyDecision,

    /// <summary>Penalty notice (行政处罚告知书).</summary>
    PenaltyNotice,

    /// <summary>On-the-spot decision (当场行政处罚决定书).</summary>
    OnTheSpotDecision,
}

/// <summary>Degree of a penalty (裁量档次).</summary>
public enum PenaltyDegree
{
    /// <summary>Below the statutory minimum (减轻).</summary>
    Mitigated,

    /// <summary>Lighter (从轻).</summary>
    Lighter,

    /// <summary>Ordinary (一般).</summary>
    Ordinary,

    /// <summary>Heavier (从重).</summary>
    Heavier,
}

/// <summary>Role of a conclusion (结论作用): what its articles are cited for.</summary>
public enum ConclusionRole
{
    /// <summary>The duty that was broken (定性).</summary>
    Violation,

    /// <summary>The penalty that follows, or its absence (处理依据).</summary>
    Consequence,

    /// <summary>How a sum is computed (计算), such as illegal income: by the rule of the day of the decision.</summary>
    Calculation,

    /// <summary>Procedure followed (程序): by the rule of the day of the decision.</summary>
    Procedure,
}

/// <summary>Direction of a factor (情节方向).</summary>
public enum FactorDirection
{
    /// <summary>For a lighter or mitigated penalty (从轻、减轻).</summary>
    Lighter,

    /// <summary>For a heavier penalty (从重).</summary>
    Heavier,
}

/// <summary>Whether the party stated its case (陈述申辩情况).</summary>
public enum DefenceState
{
    /// <summary>The document does not say (未写明).</summary>
    NotStated,

    /// <summary>The party stated or defended (已陈述申辩).</summary>
    Made,

    /// <summary>The period passed without a statement (逾期未陈述申辩).</summary>
    NotMade,

    /// <summary>The party waived it expressly (明确放弃).</summary>
    Waived,
}

/// <summary>Level of the authority that decides (机关层级); it decides who reconsiders.</summary>
public enum AuthorityLevel
{
    /// <summary>A local authority: county, city or province (县级以上地方).</summary>
    Local,

    /// <summary>A department of the State Council (国务院部门).</summary>
    National,
}

/// <summary>Body of reconsideration (行政复议机关).</summary>
public enum ReconsiderationBody
{
    /// <summary>The people's government of the same level (本级人民政府).</summary>
    SameLevelGovernment,

    /// <summary>The department of the State Council itself (作出决定的国务院部门).</summary>
    DecidingDepartment,

    /// <summary>The authority above (上一级主管部门), as before 2024.</summary>
    UpperDepartment,
}

/// <summary>Evidence (证据): one item, what it shows, and whether it was verified.</summary>
/// <param name="Id">Id within the document.</param>
/// <param name="Shows">What it proves (证明内容), in Chinese.</param>
/// <param name="IsVerified">Whether it was verified as true (查证属实).</param>
public sealed record Evidence(string Id, string Shows, bool IsVerified);

/// <summary>Finding (事实认定): a fact the document states, with the evidence that proves it.</summary>
/// <param name="Id">Id within the document.</param>
/// <param name="Says">The fact, in Chinese.</param>
/// <param name="Evidence">Ids of evidence.</param>
public sealed record Finding(string Id, string Says, IReadOnlyList<string> Evidence);

/// <summary>Conclusion (法律结论): what follows from findings by articles in force.</summary>
/// <param name="Id">Id within the document.</param>
/// <param name="Role">What the articles are cited for.</param>
/// <param name="Says">The conclusion, in Chinese.</param>
/// <param name="Findings">Ids of the findings it rests on.</param>
/// <param name="Articles">Articles cited.</param>
/// <param name="Benchmarks">Ids of benchmarks cited beside them (裁量基准).</param>
/// <param name="ByLaterLaw">Whether the text of the day of the decision is applied because it is lighter (从旧兼从轻).</param>
public sealed record Conclusion(
    string Id, ConclusionRole Role, string Says, IReadOnlyList<string> Findings, IReadOnlyList<Citation> Articles, IReadOnlyList<string> Benchmarks, bool ByLaterLaw = false);

/// <summary>Factor (裁量因素): a circumstance that moves the penalty, with the findings that show it.</summary>
/// <param name="Id">Id within the document.</param>
/// <param name="Says">The circumstance and its weight, in Chinese.</param>
/// <param name="Direction">Which way it moves.</param>
/// <param name="Findings">Ids of findings.</param>
public sealed record Factor(string Id, string Says, FactorDirection Direction, IReadOnlyList<string> Findings);

/// <summary>Reasoning on discretion (裁量说理).</summary>
/// <param name="Degree">Degree of the penalty.</param>
/// <param name="Says">Why this degree and this sum, in Chinese.</param>
/// <param name="Factors">The factors weighed.</param>
/// <param name="ConstituentFindings">Ids of findings that already make up the violation or opened a more serious tier (构成要件、情节严重).</param>
public sealed record DiscretionReasoning(PenaltyDegree Degree, string Says, IReadOnlyList<Factor> Factors, IReadOnlyList<string> ConstituentFindings);

/// <summary>Defence point (申辩意见): one point the party made.</summary>
/// <param name="Id">Id within the document.</param>
/// <param name="Says">The point, in Chinese.</param>
public sealed record DefencePoint(string Id, string Says);

/// <summary>Answer to a defence point (采纳情况及理由).</summary>
/// <param name="Point">Id of the point.</param>
/// <param name="IsAdopted">Whether it is adopted.</param>
/// <param name="Reason">Why, in Chinese.</param>
public sealed record DefenceAnswer(string Point, bool IsAdopted, string Reason);

/// <summary>Sanction (处罚内容), as proposed in a notice or imposed in a decision.</summary>
/// <param name="Fine">Fine (罚款).</param>
/// <param name="ConfiscatedGain">Confiscated illegal income (没收违法所得).</param>
/// <param name="OtherKinds">Other kinds by id, for example <c>confiscateGoods</c>, <c>warning</c>, <c>revokeLicence</c>.</param>
public sealed record Sanction(Money Fine, Money ConfiscatedGain, IReadOnlyList<string> OtherKinds)
{
    /// <summary>Nothing at all (无处罚).</summary>
    public static Sanction None { get; } = new(Money.Zero, Money.Zero, []);

    /// <summary>Value of the goods confiscated (没收非法财物价值); the kind itself stands among the other kinds.</summary>
    public Money ConfiscatedGoods { get; init; }

    /// <summary>Fines on responsible persons (对责任人员的罚款); empty when nobody besides the party is fined.</summary>
    public IReadOnlyList<PersonalFine> Personal { get; init; } = [];

    /// <summary>Whether nothing is imposed.</summary>
    public bool IsEmpty => Fine == Money.Zero && ConfiscatedGain == Money.Zero && OtherKinds.Count == 0 && Personal.Count == 0;

    /// <summary>Whether this sanction is heavier than another in any respect: a larger sum, a kind the other lacks, or a person fined more.</summary>
    /// <param name="other">For example the sanction of the notice.</param>
    public bool IsHeavierThan(Sanction other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Fine > other.Fine || ConfiscatedGain > other.ConfiscatedGain || ConfiscatedGoods > other.ConfiscatedGoods || OtherKinds.Except(other.OtherKinds, StringComparer.Ordinal).Any()
            || Personal.Any(p => p.Fine > Money.Sum(other.Personal.Where(o => o.Name == p.Name).Select(o => o.Fine)));
    }
}

/// <summary>Fine on a responsible person (对责任人员的罚款).</summary>
/// <param name="Name">Name of the person.</param>
/// <param name="Post">Post, for example 法定代表人.</param>
/// <param name="Fine">The fine.</param>
public sealed record PersonalFine(string Name, string Post, Money Fine);

/// <summary>Notice given (已作告知): what the party was told before the decision, in writing or, on the spot, orally.</summary>
/// <param name="On">Day of service, or of the oral notice.</param>
/// <param name="Proposed">The sanction proposed.</param>
/// <param name="Findings">Ids of the findings that were told.</param>
/// <param name="OnNewFacts">Whether it was given again because of new facts or evidence.</param>
public sealed record NoticeGiven(DateOnly On, Sanction Proposed, IReadOnlyList<string> Findings, bool OnNewFacts = false);

/// <summary>Reasoning for no penalty (不予处罚说理).</summary>
/// <param name="Ground">Id of the ground, for example <c>minor</c>.</param>
/// <param name="Conditions">For each condition of the ground: its id and the findings that show it.</param>
public sealed record NoPenaltyReasoning(string Ground, IReadOnlyDictionary<string, IReadOnlyList<string>> Conditions);

/// <summary>Statement of remedies (救济告知) as it stands in the document.</summary>
/// <param name="Body">Body of reconsideration.</param>
/// <param name="ReconsiderationDays">Days for reconsideration.</param>
/// <param name="SuitMonths">Months for suing directly; null when the document names none.</param>
/// <param name="ReconsiderationFirst">Whether it says that reconsideration comes first (复议前置).</param>
/// <param name="Court">Name of the court; empty when the document names none.</param>
public sealed record RemedyStatement(ReconsiderationBody Body, int ReconsiderationDays, int? SuitMonths, bool ReconsiderationFirst, string Court);

/// <summary>Reasoned document (说理式文书): the structure of a decision or notice, before it is set in words.</summary>
/// <remarks>Ids are unique within their list. Which parts are needed depends on the kind; <see cref="DocumentReview"/> says what is wrong.</remarks>
/// <param name="Kind">Kind of document.</param>
/// <param name="ActDate">Last day of the act.</param>
/// <param name="DecisionDate">Day of the document.</param>
public sealed record ReasonedDocument(DocumentKind Kind, DateOnly ActDate, DateOnly DecisionDate)
{
    /// <summary>Level of the authority.</summary>
    public AuthorityLevel Level { get; init; }

    /// <summary>Ids of formal parts that an officer confirms, for example <c>seal</c>.</summary>
    public IReadOnlySet<string> ConfirmedParts { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Evidence.</summary>
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <summary>Findings of fact.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>Conclusions of law.</summary>
    public IReadOnlyList<Conclusion> Conclusions { get; init; } = [];

    /// <summary>Reasoning on discretion.</summary>
    public DiscretionReasoning? Discretion { get; init; }

    /// <summary>Whether the party stated its case.</summary>
    public DefenceState DefenceState { get; init; }

    /// <summary>Points of the defence.</summary>
    public IReadOnlyList<DefencePoint> DefencePoints { get; init; } = [];

    /// <summary>Answers to the defence.</summary>
    public IReadOnlyList<DefenceAnswer> DefenceAnswers { get; init; } = [];

    /// <summary>Notices given before, oldest first.</summary>
    public IReadOnlyList<NoticeGiven> Notices { get; init; } = [];

    /// <summary>What is imposed, or proposed in a notice.</summary>
    public Sanction Sanction { get; init; } = Sanction.None;

    /// <summary>Whether correction is ordered or already done (责令改正或者已改正).</summary>
    public bool CorrectionIsSettled { get; init; }

    /// <summary>Reasoning for no penalty.</summary>
    public NoPenaltyReasoning? NoPenalty { get; init; }

    /// <summary>What the party is taught (教育内容); empty when nothing.</summary>
    public string Education { get; init; } = "";

    /// <summary>Remedies as stated.</summary>
    public RemedyStatement? Remedies { get; init; }

    /// <summary>Whether the case is in the range of a hearing (属于听证范围).</summary>
    public bool IsInHearingRange { get; init; }

    /// <summary>Whether a price case with a refund due (应当退还价款).</summary>
    public bool HasPriceRefund { get; init; }
}
