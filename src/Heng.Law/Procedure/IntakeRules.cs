using System.Globalization;
using Heng.Law.Rulings;

namespace Heng.Law.Procedure;

/// <summary>Source entry (案源登记): when a clue was found or received, held against the day of registration.</summary>
/// <param name="FoundOn">The day it was found or received.</param>
/// <param name="Today">The day of registration.</param>
/// <param name="HasProof">Whether a proof of receipt lies with it.</param>
public sealed record SourceEntry(DateOnly FoundOn, DateOnly Today, bool HasProof);

/// <summary>Step under a limit (期限内办理): an act held against the last day of its time limit.</summary>
/// <param name="Today">The day of the act.</param>
/// <param name="DueOn">The last day; null when no limit runs.</param>
/// <param name="ReasonRecorded">Whether the breach of the limit was recorded with its reason.</param>
public sealed record TimedStep(DateOnly Today, DateOnly? DueOn, bool ReasonRecorded);

/// <summary>Filing proposal (立案建议): the four conditions of filing as they were answered.</summary>
/// <param name="HasEvidence">Evidence shows a violation for the time being.</param>
/// <param name="DeservesPenalty">Laws, regulations or rules provide a penalty.</param>
/// <param name="IsOurs">The bureau has jurisdiction.</param>
/// <param name="InTime">The limitation period has not passed.</param>
public sealed record FilingConditions(bool HasEvidence, bool DeservesPenalty, bool IsOurs, bool InTime);

/// <summary>Intake rules (案源与立案规则).</summary>
public static class IntakeRules
{
    private static readonly DateOnly day = new(2026, 3, 2);

    /// <summary>A clue is not registered as found later than today, nor back-dated without proof of receipt.</summary>
    public static Rule<SourceEntry> SourceIsNotBackdated { get; } = new(
        "intake.source.not-backdated", "PR 18(1)", "核查期限自发现线索或者收到材料之日起计算；登记的日期应当与收到材料的凭证一致。",
        s => s.FoundOn == s.Today || (s.FoundOn < s.Today && s.HasProof),
        s => s.FoundOn > s.Today ? "发现或者收到的日期晚于今天；请核对日期。" : "登记的日期早于今天而没有收到材料的凭证；请上传收文凭证，或者按今天登记。",
        () => new(day.AddDays(-1), day, false), () => new(day.AddDays(-1), day, true));

    /// <summary>Verification and the filing decision keep their limit.</summary>
    public static Rule<TimedStep> VerificationKeepsItsLimit { get; } = new(
        "intake.verification.limit", "PR 18(1)", "应当自发现线索或者收到材料之日起十五个工作日内核查并决定是否立案；经批准可以延长十五个工作日。",
        s => s.DueOn is not { } due || s.Today <= due || s.ReasonRecorded,
        s => $"核查和决定是否立案的期限已于 {Day(s.DueOn)} 届满；请先登记超期原因，由办案机构负责人确认后再办理。",
        () => new(day.AddDays(1), day, false), () => new(day, day, false));

    /// <summary>All four conditions of filing hold.</summary>
    public static Rule<FilingConditions> FourConditionsHold { get; } = new(
        "intake.filing.conditions", "PR 19(1)", "立案应当同时符合四个条件：有证据初步证明存在违法行为、依法应当给予行政处罚、属于本部门管辖、在法定期限内。",
        c => c is { HasEvidence: true, DeservesPenalty: true, IsOurs: true, InTime: true },
        c => $"不符合立案条件：{Missing(c)}；请补充核查，或者提出不予立案、移送的意见。",
        () => new(true, true, false, true), () => new(true, true, true, true));

    /// <summary>The verification is recorded before anything is proposed on it.</summary>
    public static Rule<bool> VerificationIsRecorded { get; } = new(
        "intake.verification.recorded", "PR 18(1)", "对线索或者材料应当先核查，再决定是否立案。",
        recorded => recorded,
        _ => "还没有登记核查情况；请由核查人员先登记核查情况，再提出立案建议。",
        () => false, () => true);

    /// <summary>The time for verification stops for testing and identification only.</summary>
    public static Rule<bool> VerificationStopsForTestingOnly { get; } = new(
        "intake.verification.exclusion", "PR 18(2)", "检测、检验、检疫、鉴定以及权利人辨认或者鉴别等所需时间，不计入核查期限。",
        testing => testing,
        _ => "立案前只有检测、检验、检疫、鉴定和权利人辨认鉴别的时间不计入核查期限；请核对事项。",
        () => false, () => true);

    /// <summary>Nobody approves the filing that he himself proposed.</summary>
    public static Rule<bool> FilingIsApprovedBySomeoneElse { get; } = new(
        "intake.filing.second-person", "PR 19(2)", "立案应当填写审批表，由市场监督管理部门负责人批准；提出建议的人不能批准自己的建议。",
        another => another,
        _ => "立案建议由您提出，不能由您批准；请由其他负责人审批。",
        () => false, () => true, isPolicy: true);

    /// <summary>A refusal of filing names its ground and reason.</summary>
    public static Rule<string?> NoFilingHasAGround { get; } = new(
        "intake.no-filing.ground", "PR 20", "不予立案应当有法定的情形并说明理由。",
        ground => !string.IsNullOrWhiteSpace(ground),
        _ => "没有写明不予立案的情形或者理由；请选择情形并写明理由。",
        () => null, () => "minor");

    /// <summary>A matter that is barred by time is not filed for a penalty.</summary>
    public static Rule<bool> MatterIsNotBarred { get; } = new(
        "intake.filing.not-barred", "APL 36(1)", "超过追责时效的违法行为，不再给予行政处罚。",
        barred => !barred,
        _ => "按登记的违法行为终了日期和发现日期，已经超过追责时效，不得为处罚立案；日期有误的请先更正。",
        () => true, () => false);

    /// <summary>The unit holds the matter on the day of the act.</summary>
    public static Rule<string> UnitHoldsTheMatter { get; } = new(
        "intake.matter-held", "PR 7", "办案机构应当在权责清单确定的事项范围内办案。",
        state => state == "held",
        state => state switch { "expired" => "本机构办理该事项的授权或者委托已经到期；请核对权责清单。", "unpublished" => "该事项的委托书没有公布；请先公布委托书。", _ => "本机构的权责清单中没有该事项；请交有权办理的机构，或者由管理员核对清单。" },
        () => "missing", () => "held", isPolicy: true);

    /// <summary>Every rule, in order.</summary>
    public static IReadOnlyList<Rule> All { get; } = [SourceIsNotBackdated, VerificationKeepsItsLimit, VerificationIsRecorded, VerificationStopsForTestingOnly, FourConditionsHold, FilingIsApprovedBySomeoneElse, NoFilingHasAGround, MatterIsNotBarred, UnitHoldsTheMatter];

    internal static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static string Missing(FilingConditions c) => string.Join("、", new[]
    {
        c.HasEvidence ? null : "没有证据初步证明存在违法行为",
        c.DeservesPenalty ? null : "依据法律、法规、规章不应当给予行政处罚",
        c.IsOurs ? null : "不属于本部门管辖",
        c.InTime ? null : "不在给予行政处罚的法定期限内",
    }.OfType<string>());
}
