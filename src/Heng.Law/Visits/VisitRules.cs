using Heng.Law.Rulings;

namespace Heng.Law.Visits;

/// <summary>Visit made (回访记录) as the rules see it.</summary>
/// <param name="ByHandler">Whether the visitor is one of the officers of the case.</param>
/// <param name="AllIsWell">Whether the violation has stopped and is corrected.</param>
/// <param name="HasNextStep">Whether a next step is written down.</param>
public sealed record VisitMade(bool ByHandler, bool AllIsWell, bool HasNextStep);

/// <summary>Test made again (复检) as the rules see it.</summary>
/// <param name="ChainIsWhole">Whether sampling, sealing and delivery are documented without a gap.</param>
/// <param name="LabIsQualified">Whether the laboratory holds the qualification.</param>
public sealed record TestMade(bool ChainIsWhole, bool LabIsQualified);

/// <summary>Deferral (暂缓): a day and a reason.</summary>
/// <param name="Today">The day of the deferral.</param>
/// <param name="Until">The new last day.</param>
/// <param name="HasReason">Whether the reason is written down.</param>
public sealed record VisitDeferral(DateOnly Today, DateOnly Until, bool HasReason);

/// <summary>Follow-up rules (回访规则): who visits, what holds the archive and the closing of a dossier.</summary>
public static class VisitRules
{
    private static readonly DateOnly day = new(2026, 3, 2);

    /// <summary>The visitor is none of the officers of the case.</summary>
    public static Rule<VisitMade> VisitorIsNoHandler { get; } = new(
        "visit.visitor-is-no-handler", "ES 12#5", "回访是执法监督的方式，由本案办案人员以外的执法人员进行。",
        v => !v.ByHandler,
        _ => "您是本案办案人员，不得对本案当事人回访；请由其他有执法证件的人员回访。",
        () => new(true, true, false), () => new(false, true, false), isPolicy: true);

    /// <summary>What is not corrected gets a next step.</summary>
    public static Rule<VisitMade> UncorrectedHasNextStep { get; } = new(
        "visit.next-step", "OP 7", "回访发现没有停止、没有改正的，应当写明下一步处理。",
        v => v.AllIsWell || v.HasNextStep,
        _ => "违法行为没有停止或者没有改正，但没有写明下一步怎么办；请填写后续处理意见。",
        () => new(false, false, false), () => new(false, false, true), isPolicy: true);

    /// <summary>A case is not archived over an open mandatory follow-up unless the head of the unit has deferred it.</summary>
    public static Rule<IReadOnlyList<string>> ArchiveDefersWhatIsOpen { get; } = new(
        "visit.archive-deferral", "OP 7", "归档时尚未完成的回访任务，由办案机构负责人暂缓后转入档案跟踪，不影响结案。",
        open => open.Count == 0,
        open => $"还有未完成的回访任务：{string.Join("、", open)}；请先完成，或者由办案机构负责人办理“暂缓回访”，再归档。",
        () => ["回头访"], () => [], isPolicy: true);

    /// <summary>A deferral has a later day and a reason.</summary>
    public static Rule<VisitDeferral> DeferralHasDayAndReason { get; } = new(
        "visit.deferral", "OP 7", "暂缓、延期应当写明新的日期和理由。",
        d => d.Until > d.Today && d.HasReason,
        d => d.HasReason ? "新的日期不晚于今天；请改为以后的日期。" : "没有写明理由；请填写。",
        () => new(day, day, true), () => new(day, day.AddDays(1), true), isPolicy: true);

    /// <summary>A test with a broken chain or an unqualified laboratory proves nothing.</summary>
    public static Rule<TestMade> TestIsUsable { get; } = new(
        "retest.usable", "PQL 19", "复检应当由具备检测条件和能力的检验机构进行，抽样、封存、送检环节完整。",
        t => t.ChainIsWhole && t.LabIsQualified,
        t => t.LabIsQualified ? "抽样、封存、送检环节不完整，复检结果不能使用；请重新抽样送检。" : "检验机构没有相应资质，复检结果不能使用；请委托有资质的机构。",
        () => new(false, true), () => new(true, true));

    /// <summary>A new dossier for a relapse follows a re-look, re-test or visit that found one.</summary>
    public static Rule<bool> RelapseWasFound { get; } = new(
        "relook.relapse-found", "OP 7", "回访发现再次违法的，作为新的线索另立档案，并与原档案关联。",
        found => found,
        _ => "原档案中没有再次违法的回访结果，或者已经立了关联档案；请先登记回头看或者回头检的结果。",
        () => false, () => true, isPolicy: true);

    /// <summary>A dossier stays open until each of the five parts has an outcome or a reason.</summary>
    public static Rule<IReadOnlyList<string>> FivePartsAreSettled { get; } = new(
        "dossier.five-parts", "OP 7", "预防、免罚、严惩、相当、回访各环节都有结果或者理由，档案才终结；必须具备的环节由各局设置（“结档前须有结果的环节”）。",
        open => open.Count == 0,
        open => $"还没有结果也没有理由的环节：{string.Join("、", open)}；请办理完毕或者写明不适用的理由（本局设置“结档前须有结果的环节”要求）。",
        () => ["回访"], () => [], isPolicy: true);

    /// <summary>Every rule, in order.</summary>
    public static IReadOnlyList<Rule> All { get; } = [VisitorIsNoHandler, UncorrectedHasNextStep, ArchiveDefersWhatIsOpen, DeferralHasDayAndReason, TestIsUsable, RelapseWasFound, FivePartsAreSettled];
}
