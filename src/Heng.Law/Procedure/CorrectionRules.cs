using Heng.Law.Rulings;

namespace Heng.Law.Procedure;

/// <summary>Check of a correction (整改核查).</summary>
/// <param name="Corrected">Whether the violation was found corrected.</param>
/// <param name="HasProof">Whether proof of the state afterwards lies with it.</param>
/// <param name="BySomeoneElse">Whether the one who checks is another than the one who ordered.</param>
public sealed record CorrectionCheck(bool Corrected, bool HasProof, bool BySomeoneElse);

/// <summary>Claim of a prompt correction (及时改正的认定) held against what proves it.</summary>
/// <param name="HasProof">Whether suitable evidence with a picture or paper of the state afterwards lies with it.</param>
/// <param name="LastCheckFailed">Whether the last check found it not corrected.</param>
/// <param name="DueOn">The day that the order set; null without an order.</param>
/// <param name="CorrectedOn">The day by which it was corrected; null while not known, and then nobody can say that it was in time.</param>
public sealed record PromptCorrection(bool HasProof, bool LastCheckFailed, DateOnly? DueOn, DateOnly? CorrectedOn);

/// <summary>Correction rules (责令改正规则).</summary>
public static class CorrectionRules
{
    private static readonly DateOnly day = new(2026, 3, 2);

    /// <summary>An order to correct sets a day that is not past.</summary>
    public static Rule<TimedStep> OrderSetsItsDay { get; } = new(
        "correction.period", "APL 28(1)", "实施行政处罚时，应当责令当事人改正或者限期改正违法行为。",
        s => s.DueOn >= s.Today,
        _ => "没有设定改正的期限，或者期限早于今天；请写明改正期限。",
        () => new(day, null, false), () => new(day, day, false));

    /// <summary>A correction is recorded with proof.</summary>
    public static Rule<CorrectionCheck> CorrectionIsProven { get; } = new(
        "correction.proof", "APL 33(1)", "认定及时改正，应当有改正前后的证明。",
        c => !c.Corrected || c.HasProof,
        _ => "认定已经改正，但没有改正后的照片、票据等证明；请上传证明。",
        () => new(true, false, true), () => new(true, true, true));

    /// <summary>Someone else than who ordered it checks a correction.</summary>
    public static Rule<CorrectionCheck> CheckedBySomeoneElse { get; } = new(
        "correction.second-person", "OP", "责令改正由另一名执法人员核查。",
        c => c.BySomeoneElse,
        _ => "您就是下达责令改正的人员；请由另一名办案人员核查。",
        () => new(true, true, false), () => new(true, true, true), isPolicy: true);

    /// <summary>A correction that carries an exemption is proven and was in time.</summary>
    public static Rule<PromptCorrection> ExemptionNeedsAPromptCorrection { get; } = new(
        "correction.in-time", "APL 33(1)", "以及时改正为条件不予处罚的，应当有改正前后的证明，并且在责令改正的期限内改正。",
        c => c.HasProof && !c.LastCheckFailed && (c.DueOn is null || c.CorrectedOn <= c.DueOn),
        c => c.LastCheckFailed ? "最近一次核查认定尚未改正，不能按及时改正认定；请改正后再次核查。"
            : !c.HasProof ? "认定及时改正，但没有改正后的照片、票据等证明；请核查改正情况并上传证明。"
            : c.CorrectedOn is null ? $"核查晚于责令改正的期限 {IntakeRules.Day(c.DueOn)}，又没有查明改正完成的日期，是否及时改正不明，不能按及时改正认定；请查明日期后再次核查。"
            : $"改正日期 {IntakeRules.Day(c.CorrectedOn)} 晚于责令改正的期限 {IntakeRules.Day(c.DueOn)}，不能按及时改正认定。",
        () => new(false, false, null, null), () => new(true, false, day, day));

    /// <summary>More time for a correction is granted before the time ends.</summary>
    public static Rule<TimedStep> ExtensionComesBeforeTheEnd { get; } = new(
        "correction.extension-in-time", "OP", "改正期限的延长应当在期限届满前决定并写明理由，不得事后补延。",
        s => s.DueOn is not { } due || s.Today <= due,
        s => $"改正期限已于 {IntakeRules.Day(s.DueOn)} 届满，不能再延长；请核查改正情况，未改正的重新责令改正。",
        () => new(day.AddDays(1), day, false), () => new(day, day, false), isPolicy: true);

    /// <summary>Every rule, in order.</summary>
    public static IReadOnlyList<Rule> All { get; } = [OrderSetsItsDay, CorrectionIsProven, CheckedBySomeoneElse, ExemptionNeedsAPromptCorrection, ExtensionComesBeforeTheEnd];
}
