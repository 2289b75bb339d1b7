using Heng.Law.Rulings;

namespace Heng.Law.Visits;

/// <summary>Check of a duty (义务核查) that stays after an exemption.</summary>
/// <param name="Met">Whether the duty was found met.</param>
/// <param name="HasProof">Whether proof lies with it.</param>
/// <param name="BySomeoneElse">Whether the one who checks is another than the one who set it.</param>
public sealed record DutyCheck(bool Met, bool HasProof, bool BySomeoneElse);

/// <summary>Re-examination (重新审查) of an exemption as the rules see it.</summary>
/// <param name="HasGround">Whether an unmet duty is on record, or false material or a new fact is named.</param>
/// <param name="HasProof">Whether proof of it lies with it.</param>
/// <param name="WasExempted">Whether an exemption is in force in the dossier.</param>
public sealed record ReExamination(bool HasGround, bool HasProof, bool WasExempted);

/// <summary>Rules of duty after exemption (免罚不免责规则).</summary>
public static class DutyRules
{
    /// <summary>A duty is met only with proof.</summary>
    public static Rule<DutyCheck> DutyIsProven { get; } = new(
        "duty.proof", "OP 7", "免予处罚不免除退款、召回、改正、赔偿等责任；认定履行完毕应当有证明。",
        d => !d.Met || d.HasProof,
        _ => "认定义务已经履行，但没有凭证；请上传退款、召回、改正、赔偿的证明。",
        () => new(true, false, true), () => new(true, true, true));

    /// <summary>Someone else than who set a duty checks it.</summary>
    public static Rule<DutyCheck> DutyIsCheckedBySomeoneElse { get; } = new(
        "duty.second-person", "OP 7", "义务履行情况由登记义务以外的另一人核查。",
        d => d.BySomeoneElse,
        _ => "这项义务由您登记；请由另一名人员核查。",
        () => new(true, true, false), () => new(true, true, true), isPolicy: true);

    /// <summary>A re-examination rests on an unmet duty, false material or a new fact, with proof.</summary>
    public static Rule<ReExamination> ReExaminationHasGround { get; } = new(
        "re-examination.ground", "APL 75(2)", "发现决定有错误的，应当主动改正；重新审查须有义务未履行、材料虚假或者新的事实并有证据。",
        r => r.HasGround && r.HasProof,
        r => r.HasGround ? "没有上传证明材料；请上传证明义务未履行、材料虚假或者新事实的证据。" : "档案中没有未履行的义务，也没有写明虚假材料或者新的事实；没有新情况不得重新审查。",
        () => new(false, true, true), () => new(true, true, true));

    /// <summary>Only an exemption that was decided is re-examined.</summary>
    public static Rule<ReExamination> OnlyExemptionsAreReExamined { get; } = new(
        "re-examination.of-exemption", "APL 75(2)", "重新审查针对已经作出的免罚决定，原决定不修改。",
        r => r.WasExempted,
        _ => "本档案没有已经作出的免罚决定；请按案件程序办理。",
        () => new(true, true, false), () => new(true, true, true));

    /// <summary>The party is heard again before the new report or decision.</summary>
    public static Rule<bool> PartyIsHeardAgain { get; } = new(
        "re-examination.heard", "APL 45(1)", "重新审查的，应当再次告知当事人并听取陈述、申辩，复核当事人提出的事实、理由和证据。",
        heard => heard,
        _ => "重新审查后还没有听取当事人的陈述、申辩；请先登记当事人的意见或者其明确放弃。",
        () => false, () => true);

    /// <summary>Every rule, in order.</summary>
    public static IReadOnlyList<Rule> All { get; } = [DutyIsProven, DutyIsCheckedBySomeoneElse, ReExaminationHasGround, OnlyExemptionsAreReExamined, PartyIsHeardAgain];
}
