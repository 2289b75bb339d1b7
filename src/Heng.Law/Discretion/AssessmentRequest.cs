using Heng.Law.Codes;
using Heng.Law.Matters;

namespace Heng.Law.Discretion;

/// <summary>Party kind (当事人类型).</summary>
public enum PartyKind
{
    /// <summary>Unit: legal person or other organisation (单位).</summary>
    Unit,

    /// <summary>Individual (个人).</summary>
    Individual,

    /// <summary>Individual business (个体工商户): in most rules an individual, in duties of units also a unit.</summary>
    IndividualBusiness,
}

/// <summary>Assessment request (测算请求): the facts of one violation and the days that choose the law.</summary>
/// <remarks>Facts that are not on the sheet are unknown, never false. Days are Beijing days.</remarks>
public sealed class AssessmentRequest
{
    /// <summary>Makes a request.</summary>
    /// <param name="matter">The matter.</param>
    /// <param name="facts">What is known.</param>
    /// <param name="actDate">First or only day of the act.</param>
    /// <param name="decisionDate">Day of the decision, not before <paramref name="actDate"/> or the end of the act.</param>
    /// <exception cref="ArgumentException">The days or sums are impossible; see <see cref="Fault"/>.</exception>
    public AssessmentRequest(Matter matter, FactSheet facts, DateOnly actDate, DateOnly decisionDate)
    {
        ArgumentNullException.ThrowIfNull(matter);
        ArgumentNullException.ThrowIfNull(facts);
        (Matter, Facts, ActDate, DecisionDate) = (matter, facts, actDate, decisionDate);
    }

    /// <summary>The matter.</summary>
    public Matter Matter { get; init; }

    /// <summary>What is known.</summary>
    public FactSheet Facts { get; init; }

    /// <summary>Region of the deciding bureau; the whole country unless given.</summary>
    public Region Region { get; init; }

    /// <summary>First or only day of the act.</summary>
    public DateOnly ActDate { get; init; }

    /// <summary>Last day of a continuing or continuous act, inclusive; null for an act of one day.</summary>
    public DateOnly? ActEndDate { get; init; }

    /// <summary>Day on which the violation was discovered; null when not known.</summary>
    public DateOnly? DiscoveryDate { get; init; }

    /// <summary>Day of the decision.</summary>
    public DateOnly DecisionDate { get; init; }

    /// <summary>Who the party is.</summary>
    public PartyKind Party { get; init; }

    /// <summary>Circumstances found; each counts as proven.</summary>
    public IReadOnlyList<Circumstance> Circumstances { get; init; } = [];

    /// <summary>The fine that an officer proposes, in yuan; null for none.</summary>
    public decimal? ProposedFine { get; init; }

    /// <summary>The last day of the act, which chooses the law (行政处罚法第三十七条) and starts the limitation (第三十六条).</summary>
    public DateOnly LastDayOfAct => ActEndDate ?? ActDate;

    /// <summary>What is impossible in the request: a stable code and a Chinese sentence; null when nothing is.</summary>
    public (string Code, string Says)? Fault
        => LastDayOfAct < ActDate ? ("end-before-start", "违法行为终了日早于开始日，请核对 actDate 与 actEndDate")
        : DecisionDate < LastDayOfAct ? ("decision-before-act", "处罚决定日早于违法行为发生日（终了日），请核对日期")
        : DiscoveryDate < ActDate ? ("discovery-before-act", "发现日早于违法行为开始日，请核对 discoveryDate")
        : DiscoveryDate > DecisionDate ? ("discovery-after-decision", "发现日晚于处罚决定日，请核对 discoveryDate")
        : ProposedFine < 0 ? ("negative-sum", "拟罚款额不能为负数")
        : null;
}
