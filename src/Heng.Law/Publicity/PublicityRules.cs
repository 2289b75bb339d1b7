using Heng.Law.Codes;
using Heng.Law.Discretion;
using Heng.Law.Procedure;
using Heng.Law.Reasoning;
using Heng.Law.Rulings;

namespace Heng.Law.Publicity;

/// <summary>Text to be published (公示文本) held against the text served.</summary>
/// <param name="Served">The text of the decision as served.</param>
/// <param name="Published">The text to be published.</param>
/// <param name="Masks">What was masked.</param>
public sealed record PublishedText(string Served, string Published, IReadOnlyList<Mask> Masks);

/// <summary>Request to end a display early (提前停止公示).</summary>
/// <param name="Today">The day.</param>
/// <param name="HasDecision">Whether a repair decision is recorded with its number and day.</param>
/// <param name="MayBeRepaired">Whether the class allows repair at all.</param>
/// <param name="EarliestOn">The first day of repair; null while it is not known.</param>
public sealed record EarlyEnd(DateOnly Today, bool HasDecision, bool MayBeRepaired, DateOnly? EarliestOn);

/// <summary>Entry of a publication (公示录入): who enters and who checks.</summary>
/// <param name="ByHandler">Whether an officer of the case entered it.</param>
/// <param name="CheckedByAnother">Whether someone else checks it.</param>
public sealed record PublicityEntry(bool ByHandler, bool CheckedByAnother);

/// <summary>Rules of publicity (公示规则): what is published, what never, how it is withdrawn and when it ends.</summary>
public static class PublicityRules
{
    private static readonly DateOnly day = new(2026, 3, 2);
    private static readonly PenaltyToPublish fine = new(new Sanction(new Money(10_000_00), Money.Zero, []), day, PartyKind.Unit);
    private static readonly PublishedText masked = new("当事人电话13800000000。", "当事人电话***********。", [new Mask(5, 11, "***********", MaskReason.Telephone)]);

    /// <summary>Penalties of the ordinary procedure are published.</summary>
    public static Rule<PenaltyToPublish> OrdinaryPenaltiesArePublished { get; } = new(
        "publicity.ordinary", "DR 2(1)", "公示适用普通程序作出的行政处罚决定；适用简易程序的、不予行政处罚的不公示。",
        p => p.IsOrdinary && !p.Sanction.IsEmpty,
        p => p.IsOrdinary ? "没有给予行政处罚，不公示。" : "适用简易程序的行政处罚不公示。",
        () => fine with { IsOrdinary = false }, () => fine);

    /// <summary>A bare warning is not published, unless a law or administrative regulation says otherwise.</summary>
    public static Rule<PenaltyToPublish> BareWarningsAreNot { get; } = new(
        "publicity.bare-warning", "DR 2(2)", "仅受到警告的行政处罚不公示，法律、行政法规另有规定的除外。",
        p => p.LawWantsWarning || p.Sanction.IsEmpty || !IsBareWarning(p.Sanction),
        _ => "仅处警告的不公示；法律、行政法规另有规定的，请写明规定。",
        () => fine with { Sanction = new(Money.Zero, Money.Zero, ["warning"]) }, () => fine with { Sanction = new(new Money(100_00), Money.Zero, ["warning"]) });

    /// <summary>Rules for the day are loaded.</summary>
    public static Rule<bool> ARuleForTheDayIsLoaded { get; } = new(
        "publicity.no-rule-loaded", "DR 13", "公示期限按当日有效的规定确定。",
        loaded => loaded,
        _ => "没有载入当日有效的公示规定，不能确定公示期限；请核对日期，或者补充法规数据。",
        () => false, () => true);

    /// <summary>The text published is the text served, apart from what is masked.</summary>
    public static Rule<PublishedText> TextIsTheOneServed { get; } = new(
        "publicity.text-differs", "DR 7", "公示的行政处罚决定书除依法隐去的内容外，应当与送达当事人的一致。",
        t => PublicText.EqualsOutside(t.Served, t.Published, t.Masks),
        _ => "公示文本除隐去的内容以外与送达的决定书不一致；请按送达的决定书重新生成公示文本。",
        () => masked with { Published = "当事人手机***********。" }, () => masked);

    /// <summary>Nothing personal is left.</summary>
    public static Rule<IReadOnlyList<Residue>> NothingPersonalIsLeft { get; } = new(
        "publicity.personal-data-left", "DR 6", "公示前应当依法处理个人信息：证件号码、电话、账号、住址、未成年人、举报人、证人等不得公示。",
        left => left.Count == 0,
        left => $"公示文本中还有个人信息：{string.Join("、", left.Select(r => Masks.NameOf(r.Reason)).Distinct())}（共 {left.Count} 处）；请隐去后再公示。",
        () => [new Residue(5, 11, MaskReason.Telephone)], () => [],
        left => left.GroupBy(r => r.Reason).ToDictionary(g => g.Key.ToString(), g => g.Count().ToString(System.Globalization.CultureInfo.InvariantCulture)));

    /// <summary>The secrecy check is answered.</summary>
    public static Rule<bool> SecrecyIsChecked { get; } = new(
        "publicity.secrecy", "DR 5", "公示信息不得泄露国家秘密，不得危及国家安全、公共安全、经济安全和社会稳定。",
        isClear => isClear,
        _ => "保密审查没有通过或者没有填写；涉及国家秘密或者可能危及安全、稳定的不得公示，请报负责人处理。",
        () => false, () => true);

    /// <summary>The summary is complete.</summary>
    public static Rule<IReadOnlyList<string>> SummaryIsComplete { get; } = new(
        "publicity.summary", "DR 4(3)", "信息摘要包括决定书文号、当事人基本情况、违法行为类型、处罚内容、处罚机关、处罚日期。",
        missing => missing.Count == 0,
        missing => $"信息摘要缺少：{string.Join("、", missing)}；请补齐。",
        () => ["违法行为类型"], () => []);

    /// <summary>Who handles the case enters it.</summary>
    public static Rule<PublicityEntry> HandlerEnters { get; } = new(
        "publicity.handler-enters", "DR 19", "谁办案、谁录入、谁负责。",
        e => e.ByHandler,
        _ => "公示信息由本案办案人员录入；您不是本案办案人员。",
        () => new(false, true), () => new(true, true));

    /// <summary>Someone else than the one who entered it checks it.</summary>
    public static Rule<PublicityEntry> AnotherChecks { get; } = new(
        "publicity.another-checks", "DR 19", "公示信息由录入人以外的公示管理人员核对后发布。",
        e => e.CheckedByAnother,
        _ => "公示信息由您录入，不能由您核对发布；请由其他公示管理人员办理。",
        () => new(true, false), () => new(true, true), isPolicy: true);

    /// <summary>Publication keeps its limit, or its delay has a reason.</summary>
    public static Rule<TimedStep> PublicationKeepsItsLimit { get; } = new(
        "publicity.limit", "DR 9", "应当自作出行政处罚决定之日起二十个工作日内公示；当事人登记在外省的，十个工作日内推送。",
        s => s.DueOn is not { } due || s.Today <= due || s.ReasonRecorded,
        s => $"公示期限已于 {s.DueOn:yyyy-MM-dd} 届满；请写明迟延的原因后公示。",
        () => new(day.AddDays(1), day, false), () => new(day, day, false));

    /// <summary>Withdrawal keeps its limit, or its delay has a reason.</summary>
    public static Rule<TimedStep> WithdrawalKeepsItsLimit { get; } = new(
        "publicity.withdrawal-limit", "DR 11", "决定被变更、撤销、确认违法或者确认无效的，应当在三个工作日内撤回公示并公开说明理由。",
        s => s.DueOn is not { } due || s.Today <= due || s.ReasonRecorded,
        s => $"撤回公示的期限已于 {s.DueOn:yyyy-MM-dd} 届满；请写明迟延的原因后撤回。",
        () => new(day.AddDays(1), day, false), () => new(day, day, false));

    /// <summary>A withdrawal has a reason that is made public.</summary>
    public static Rule<bool> WithdrawalHasAReason { get; } = new(
        "publicity.withdrawal-reason", "APL 48(2)", "撤回公示应当公开说明理由。",
        has => has,
        _ => "没有写明撤回的理由；请填写，理由将公开。",
        () => false, () => true);

    /// <summary>A correction says what was wrong.</summary>
    public static Rule<bool> CorrectionSaysWhat { get; } = new(
        "publicity.correction", "DR 12", "发现公示信息不准确的应当及时更正；当事人有证据的可以要求更正。",
        says => says,
        _ => "没有写明哪里不准确、依据是什么；请填写。",
        () => false, () => true);

    /// <summary>A display ends early only on a repair decision, where the class allows one and not before its day.</summary>
    public static Rule<EarlyEnd> EarlyEndNeedsADecision { get; } = new(
        "publicity.early-end", "CR 16(2)", "公示期未满的，只有作出准予信用修复决定才可以提前停止公示；未满最短公示期或者依法不予修复的不得提前停止。",
        e => e.HasDecision && e.MayBeRepaired && e.EarliestOn is { } earliest && e.Today >= earliest,
        e => !e.HasDecision ? "没有准予信用修复的决定，不能提前停止公示；请先登记决定的文号和日期。"
            : !e.MayBeRepaired ? "该类处罚信息依法不予提前停止公示，只能在公示期届满后停止。"
            : e.EarliestOn is { } earliest ? $"最短公示期未满，{earliest:yyyy-MM-dd} 起才可以修复。" : "限制期没有届满或者没有登记，不能提前停止公示。",
        () => new(day, false, true, day), () => new(day, true, true, day));

    /// <summary>The party is told at service that the decision will be published.</summary>
    public static Rule<bool> PartyIsTold { get; } = new(
        "publicity.party-told", "DR 8", "作出行政处罚决定时应当书面告知当事人行政处罚决定信息将公示。",
        told => told,
        _ => "决定书没有送达并告知当事人将公示；请先送达，送达时书面告知。",
        () => false, () => true);

    /// <summary>Every rule, in order.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        OrdinaryPenaltiesArePublished, BareWarningsAreNot, ARuleForTheDayIsLoaded, TextIsTheOneServed, NothingPersonalIsLeft, SecrecyIsChecked, SummaryIsComplete,
        HandlerEnters, AnotherChecks, PublicationKeepsItsLimit, WithdrawalKeepsItsLimit, WithdrawalHasAReason, CorrectionSaysWhat, EarlyEndNeedsADecision, PartyIsTold,
    ];

    private static bool IsBareWarning(Sanction s) => s is { OtherKinds: ["warning"], Personal.Count: 0 } && s.Fine == Money.Zero && s.ConfiscatedGain == Money.Zero && s.ConfiscatedGoods == Money.Zero;
}
