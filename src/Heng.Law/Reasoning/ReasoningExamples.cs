using Heng.Law.Citations;
using Heng.Law.Codes;

namespace Heng.Law.Reasoning;

/// <summary>Documents without a fault, from which the rules take their examples; every name in them is made up.</summary>
internal static class ReasoningExamples
{
    private static readonly Lazy<ReasoningTable> table = new(() => ReasoningTable.From(LawFiles.Embedded));

    public static ReasoningTable Table => table.Value;

    /// <summary>A sale of expired food, fined lighter after a defence that was answered.</summary>
    public static ReasonedDocument Penalty { get; } = new(DocumentKind.PenaltyDecision, new DateOnly(2026, 3, 2), new DateOnly(2026, 6, 1))
    {
        ConfirmedParts = new HashSet<string>(StringComparer.Ordinal) { "party", "performance", "authority-date", "seal" },
        Evidence = [new("E1", "现场检查时货架上有三袋超过保质期的面包", true), new("E2", "当事人在检查当日即下架并召回", true)],
        Findings = [new("F1", "当事人经营超过保质期的食品", ["E1"]), new("F2", "当事人主动消除危害后果", ["E2"])],
        Conclusions =
        [
            new("C1", ConclusionRole.Violation, "违反食品安全法关于禁止经营超过保质期食品的规定", ["F1"], [Citation.Parse("FSL 34#10")], []),
            new("C2", ConclusionRole.Consequence, "给予罚款并没收违法所得", ["F1", "F2"], [Citation.Parse("FSL 124(1)#5"), Citation.Parse("APL 32")], ["SAMR-2022"]),
        ],
        Discretion = new(PenaltyDegree.Lighter, "涉案数量少且主动消除危害后果，在法定幅度内从轻处罚", [new("X1", "主动消除危害后果", FactorDirection.Lighter, ["F2"])], ["F1"]),
        DefenceState = DefenceState.Made,
        DefencePoints = [new("D1", "首次违法，请求从轻")],
        DefenceAnswers = [new("D1", true, "经复核属实，已在裁量中考虑")],
        Notices = [new(new DateOnly(2026, 5, 18), new Sanction(new Money(6_000_000), new Money(4_500), []), ["F1", "F2"])],
        Sanction = new Sanction(new Money(5_500_000), new Money(4_500), []),
        CorrectionIsSettled = true,
        Remedies = new RemedyStatement(ReconsiderationBody.SameLevelGovernment, 60, 6, false, "示例县人民法院"),
    };

    /// <summary>A minor violation, corrected in time and without harm.</summary>
    public static ReasonedDocument NoPenalty { get; } = new(DocumentKind.NoPenaltyDecision, new DateOnly(2026, 3, 2), new DateOnly(2026, 6, 1))
    {
        ConfirmedParts = new HashSet<string>(StringComparer.Ordinal) { "party", "authority-date", "seal" },
        Evidence = [new("E1", "现场检查笔录载明标价签缺失一处", true), new("E2", "复查照片显示已补齐标价签", true)],
        Findings = [new("F1", "违法行为轻微", ["E1"]), new("F2", "当事人当场改正", ["E2"]), new("F3", "没有造成危害后果", ["E1"])],
        Conclusions = [new("C1", ConclusionRole.Consequence, "依法不予行政处罚", ["F1", "F2", "F3"], [Citation.Parse("APL 33(1)")], [])],
        NoPenalty = new("minor", new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["minor"] = ["F1"], ["corrected"] = ["F2"], ["no-harm"] = ["F3"] }),
        Education = "讲解明码标价的要求，当事人表示今后逐一核对标价签",
        Remedies = new RemedyStatement(ReconsiderationBody.SameLevelGovernment, 60, 6, false, "示例县人民法院"),
    };

    /// <summary>A small fine on the spot: reconsideration comes first.</summary>
    public static ReasonedDocument OnTheSpot { get; } = new(DocumentKind.OnTheSpotDecision, new DateOnly(2026, 6, 1), new DateOnly(2026, 6, 1))
    {
        ConfirmedParts = new HashSet<string>(StringComparer.Ordinal) { "party", "performance", "authority-date", "seal", "signatures" },
        Evidence = [new("E1", "现场照片显示未按规定明码标价", true)],
        Findings = [new("F1", "未按规定明码标价", ["E1"])],
        Conclusions = [new("C1", ConclusionRole.Consequence, "当场处以罚款", ["F1"], [Citation.Parse("PRL 42"), Citation.Parse("APL 51")], [])],
        Notices = [new(new DateOnly(2026, 6, 1), new Sanction(new Money(20_000), Money.Zero, []), ["F1"])],
        Sanction = new Sanction(new Money(20_000), Money.Zero, []),
        CorrectionIsSettled = true,
        Remedies = new RemedyStatement(ReconsiderationBody.SameLevelGovernment, 60, null, true, "示例县人民法院"),
    };

    /// <summary>The notice before <see cref="Penalty"/>.</summary>
    public static ReasonedDocument Notice { get; } = Penalty with
    {
        Kind = DocumentKind.PenaltyNotice,
        DecisionDate = new DateOnly(2026, 5, 18),
        ConfirmedParts = new HashSet<string>(StringComparer.Ordinal) { "party", "right-to-defend" },
        Notices = [],
        DefenceState = DefenceState.NotStated,
        DefencePoints = [],
        DefenceAnswers = [],
        Remedies = null,
    };
}
