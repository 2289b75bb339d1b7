using System.Globalization;
using Heng.Law.Citations;
using Heng.Law.Rulings;

namespace Heng.Law.Procedure;

/// <summary>Procedure step (程序步骤): an act held against the state in which it is tried.</summary>
/// <param name="State">The state before.</param>
/// <param name="Act">The act.</param>
/// <param name="Transition">The transition it would take; null when none leaves the present stages.</param>
/// <param name="Table">The procedure of the law set.</param>
public sealed record ProcedureStep(ProcedureState State, ProcedureAct Act, Transition? Transition, ProcedureTable Table)
{
    internal bool Is(params ReadOnlySpan<ActKind> kinds) => kinds.Contains(Act.Kind);
}

/// <summary>Procedure rules (程序规则): every precondition of an act, by name, with its article.</summary>
public static class ProcedureRules
{
    private const ProcedureRole Approvers = ProcedureRole.UnitHead | ProcedureRole.Head | ProcedureRole.Principal;
    private static readonly DateOnly served = new(2026, 3, 2);
    private static readonly DateOnly lapse = new(2026, 3, 9);
    private static readonly PenaltyGravity light = new(2, 1_000_00, 0);
    private static readonly Lazy<ProcedureTable> table = new(() => ProcedureTable.From(LawFiles.Embedded));

    /// <summary>The act is possible at the present stage.</summary>
    public static Rule<ProcedureStep> ActFitsTheStage { get; } = Of(
        "procedure.stage", "PR 18(1)", "办案应当按照规定的步骤进行，前一步完成后才能办理后一步。",
        s => s.Transition is not null || s.Is(ActKind.RegisterSource, ActKind.OpenOnTheSpot) && s.State.Main is null,
        s => $"当前阶段（{StageName(s)}）不能办理此项；请先完成前面的步骤。",
        () => Example(ActKind.DecidePenalty, ReadyToDecide with { Main = "S20" }), () => Example(ActKind.DecidePenalty, ReadyToDecide));

    /// <summary>The actor holds a role that the transition asks for.</summary>
    public static Rule<ProcedureStep> ActorHoldsTheRole { get; } = Of(
        "procedure.role", "PR 19(2)", "每一步由规定的人员办理或者批准。",
        s => s.Transition is null || (s.Act.By.Roles & s.Transition.By) != 0,
        s => $"此项应当由{ProcedureRoles.NamesOf(s.Transition!.By)}办理或者批准。",
        () => Example(ActKind.DecidePenalty, ReadyToDecide, a => a with { By = new("C", ProcedureRole.Officer) }), () => Example(ActKind.DecidePenalty, ReadyToDecide));

    /// <summary>After filing the work of officers is done by the named officers.</summary>
    public static Rule<ProcedureStep> OfficerIsNamed { get; } = Of(
        "procedure.officer-is-named", "PR 19(2)", "立案后由指定的办案人员办理案件。",
        s => s.Transition is not { By: ProcedureRole.Officer } || s.State.Handlers.All.Count == 0 || s.Is(ActKind.Visit, ActKind.Archive, ActKind.Publish) || s.State.Handlers.Contains(s.Act.By.Person),
        _ => "您不是本案指定的办案人员；请由办案人员办理，或者由办案机构负责人变更办案人员。",
        () => Example(ActKind.SubmitForReview, Investigated, a => a with { By = new("Z", ProcedureRole.Officer) }), () => Example(ActKind.SubmitForReview, Investigated, a => a with { By = new("A", ProcedureRole.Officer) }));

    /// <summary>A case officer does not review the case.</summary>
    public static Rule<ProcedureStep> ReviewerIsNoHandler { get; } = Of(
        "procedure.reviewer-is-no-handler", "PR 49(3)", "办案人员不得作为本案的审核人员。",
        s => s.Transition is not { } t || (t.By & (ProcedureRole.Reviewer | ProcedureRole.LegalReviewer)) == 0 || !s.State.Handlers.Contains(s.Act.By.Person),
        _ => "您是本案办案人员，不得审核本案；请由其他人员审核。",
        () => Example(ActKind.AgreeToPenalty, UnderReview, a => a with { By = new("A", ProcedureRole.Reviewer) }), () => Example(ActKind.AgreeToPenalty, UnderReview));

    /// <summary>Nobody reviews the report that he signed.</summary>
    public static Rule<ProcedureStep> NobodyReviewsOwnReport { get; } = Of(
        "procedure.no-own-review", "PR 49", "任何人不得审核自己签署的调查终结报告。",
        s => s.Transition is not { } t || (t.By & (ProcedureRole.Reviewer | ProcedureRole.LegalReviewer)) == 0 || s.State.ReportBy != s.Act.By.Person,
        _ => "本案调查终结报告由您签署，不得由您审核；请由其他人员审核。",
        () => Example(ActKind.AgreeToPenalty, UnderReview, a => a with { By = new("U", ProcedureRole.Reviewer) }), () => Example(ActKind.AgreeToPenalty, UnderReview), isPolicy: true);

    /// <summary>A case officer does not chair the hearing.</summary>
    public static Rule<ProcedureStep> ChairIsNoHandler { get; } = Of(
        "procedure.chair-is-no-handler", "HR 11(3)", "办案人员不得担任本案的听证主持人。",
        s => s.Transition is not { } t || (t.By & ProcedureRole.HearingChair) == 0 || !s.State.Handlers.Contains(s.Act.By.Person),
        _ => "您是本案办案人员，不得主持听证；请由部门负责人另行指定主持人。",
        () => Example(ActKind.CloseHearing, InHearing, a => a with { By = new("A", ProcedureRole.HearingChair) }), () => Example(ActKind.CloseHearing, InHearing));

    /// <summary>A head who is one of the officers approves nothing in the case.</summary>
    public static Rule<ProcedureStep> ApproverIsNoHandler { get; } = Of(
        "procedure.approver-is-no-handler", "APL 43", "负责人同时是本案办案人员的，不得审批本案。",
        s => s.Transition is not { } t || (t.By & Approvers) == 0 || (t.By & ProcedureRole.Officer) != 0 || !s.State.Handlers.Contains(s.Act.By.Person),
        _ => "您是本案办案人员，不得审批本案事项；请由其他负责人审批。",
        () => Example(ActKind.DecidePenalty, ReadyToDecide, a => a with { By = new("A", ProcedureRole.Head) }), () => Example(ActKind.DecidePenalty, ReadyToDecide), isPolicy: true);

    /// <summary>Filing names at least two certified officers, of whom the head is none.</summary>
    public static Rule<ProcedureStep> FilingNamesTwoCertifiedOfficers { get; } = Of(
        "procedure.filing.two-officers", "APL 42(1)", "立案时应当指定两名以上具有行政执法资格的办案人员。",
        s => !s.Is(ActKind.ApproveFiling) || TwoCertified(HandlerSet.Of(s.Act.Handlers), s.Table),
        _ => "本案至少需要两名持有效执法证件的办案人员；请补充指定或者核对证件有效期。",
        () => Example(ActKind.ApproveFiling, ProposedForFiling, a => a with { Handlers = [new("A", true), new("B", false)] }), () => Example(ActKind.ApproveFiling, ProposedForFiling));

    /// <summary>The approving head is not named as an officer by his own approval.</summary>
    public static Rule<ProcedureStep> FilingApproverIsNotNamed { get; } = Of(
        "procedure.filing.approver-not-named", "APL 43", "批准立案的负责人不得同时被指定为本案办案人员。",
        s => !s.Is(ActKind.ApproveFiling) || s.Act.Handlers.All(h => h.Person != s.Act.By.Person),
        _ => "批准立案的负责人不能同时作为本案办案人员；请另行指定办案人员或者由其他负责人批准。",
        () => Example(ActKind.ApproveFiling, ProposedForFiling, a => a with { Handlers = [new("H", true), new("B", true)] }), () => Example(ActKind.ApproveFiling, ProposedForFiling), isPolicy: true);

    /// <summary>The investigation and the decision rest on two certified officers.</summary>
    public static Rule<ProcedureStep> CaseHasTwoCertifiedOfficers { get; } = Of(
        "procedure.two-officers", "APL 42(1)", "行政处罚应当由两名以上具有行政执法资格的执法人员实施。",
        s => !s.Is(ActKind.BeginInvestigation, ActKind.ConcludeInvestigation, ActKind.DecidePenalty) || TwoCertified(s.State.Handlers, s.Table),
        _ => "本案办案人员中持有效执法证件的不足两人，不能继续；请补充指定。",
        () => Example(ActKind.DecidePenalty, ReadyToDecide with { Handlers = HandlerSet.Of([new("A", true)]) }), () => Example(ActKind.DecidePenalty, ReadyToDecide));

    /// <summary>No penalty without a head's approval of the filing.</summary>
    public static Rule<ProcedureStep> PenaltyNeedsFiling { get; } = Of(
        "procedure.decision.filed", "APL 54(2)", "按普通程序处罚的案件应当依法立案。",
        s => !s.Is(ActKind.DecidePenalty) || s.State.FiledByHead,
        _ => "本案未经部门负责人批准立案，不得作出处罚决定；请先办理立案。",
        () => Example(ActKind.DecidePenalty, ReadyToDecide with { FiledByHead = false }), () => Example(ActKind.DecidePenalty, ReadyToDecide));

    /// <summary>A case on the legal-review list is reviewed by a legal reviewer.</summary>
    public static Rule<ProcedureStep> ListedCaseNeedsALegalReviewer { get; } = Of(
        "procedure.review.legal", "PR 50(1)", "列入法制审核目录的案件由法制审核人员审核。",
        s => !s.Is(ActKind.AgreeToPenalty) || !s.State.OnReviewList || (s.Act.By.Roles & ProcedureRole.LegalReviewer) != 0,
        _ => "本案列入法制审核目录，应当由法制审核人员审核；请转法制机构。",
        () => Example(ActKind.AgreeToPenalty, UnderReview with { OnReviewList = true }), () => Example(ActKind.AgreeToPenalty, UnderReview));

    /// <summary>A notice says what is proposed and when the period ends.</summary>
    public static Rule<ProcedureStep> NoticeIsComplete { get; } = Of(
        "procedure.notice.complete", "APL 44", "处罚告知应当写明拟作出的处罚内容及事实、理由、依据，并告知权利。",
        s => !s.Is(ActKind.ServeNotice, ActKind.ServeNewNotice) || (s.Act.Penalty is not null && s.Act.LapsesOn > s.Act.On),
        _ => "告知书缺少拟处罚内容，或者没有计算陈述申辩期限；请补充后再送达。",
        () => Example(ActKind.ServeNotice, Proposed, a => a with { Penalty = null }), () => Example(ActKind.ServeNotice, Proposed));

    /// <summary>A notice tells what a head approved, nothing else.</summary>
    public static Rule<ProcedureStep> NoticeIsApproved { get; } = Of(
        "procedure.notice.approved", "PR 56", "拟给予行政处罚的，经审核后报部门负责人审查批准，告知的内容应当是批准的内容。",
        s => !s.Is(ActKind.ServeNotice, ActKind.ServeNewNotice) || (s.State.Approved is { } approved && (s.Act.Penalty is not { } told || told == approved)),
        s => s.State.Approved is null ? "拟处罚意见还没有经负责人批准，不能告知；请先报负责人批准。" : "告知的处罚与负责人批准的不一致；请按批准的内容告知，需要改变的重新报批。",
        () => Example(ActKind.ServeNotice, Proposed with { Approved = null }), () => Example(ActKind.ServeNotice, Proposed));

    /// <summary>The notice offers a hearing whenever one is triggered.</summary>
    public static Rule<ProcedureStep> HeavyPenaltyNeedsHearingNotice { get; } = Of(
        "procedure.notice.hearing", "APL 63", "拟处罚属于听证范围的，应当告知当事人有要求听证的权利。",
        s => !s.Is(ActKind.ApproveProposal, ActKind.ServeNotice, ActKind.ServeNewNotice) || !s.Act.HearingTriggered || s.Act.HearingOffered,
        _ => "拟处罚属于听证范围，告知书没有告知听证权利；请改用载明听证权利的告知书。",
        () => Example(ActKind.ServeNotice, Proposed, a => a with { HearingTriggered = true }), () => Example(ActKind.ServeNotice, Proposed, a => a with { HearingTriggered = true, HearingOffered = true }));

    /// <summary>A heavier new notice after a defence or hearing request rests on new facts.</summary>
    public static Rule<ProcedureStep> HeavierNoticeNeedsNewFacts { get; } = Of(
        "procedure.notice.not-heavier", "APL 45(2)", "不得因当事人陈述、申辩或者要求听证而给予更重的处罚。",
        s => !s.Is(ActKind.ApproveProposal, ActKind.ServeNewNotice) || s.Act.NewFacts || s.Act.Penalty is not { } then || s.State.Notified is not { } now || !then.IsHeavierThan(now),
        _ => "当事人陈述申辩或者要求听证后，拟处罚重于原告知内容且没有新的事实；请维持或者减轻，确有新事实的写明新事实后重新告知。",
        () => Example(ActKind.ServeNewNotice, Defending, a => a with { Penalty = light with { FineFen = light.FineFen + 1 } }), () => Example(ActKind.ServeNewNotice, Defending, a => a with { Penalty = light with { FineFen = light.FineFen + 1 }, NewFacts = true }));

    /// <summary>A statement or defence is made within the five working days.</summary>
    public static Rule<ProcedureStep> DefenceIsInTime { get; } = Of(
        "procedure.defence.in-time", "PR 57(2)", "当事人自告知书送达之日起五个工作日内可以陈述、申辩。",
        s => !s.Is(ActKind.RecordDefence) || (s.Act.On <= s.State.LapsesOn && !s.State.Waived),
        s => $"陈述申辩期限已于 {Day(s.State.LapsesOn)} 届满或者当事人已经明确放弃，视为放弃；当事人的意见可以作为材料入卷并在决定前考虑。",
        () => Example(ActKind.RecordDefence, Notified, a => a with { On = lapse.AddDays(1) }), () => Example(ActKind.RecordDefence, Notified, a => a with { On = lapse }));

    /// <summary>A hearing request is made within the period by a party that has the right.</summary>
    public static Rule<ProcedureStep> HearingRequestIsInTime { get; } = Of(
        "procedure.hearing.request", "APL 64#1", "属于听证范围的，当事人自告知后五个工作日内可以要求听证。",
        s => !s.Is(ActKind.AcceptHearingRequest) || (s.State.HearingOffered && !s.State.HearingRequested && s.Act.On <= s.State.LapsesOn && !s.State.Waived),
        s => s.State.HearingOffered ? $"要求听证的期限已于 {Day(s.State.LapsesOn)} 届满、当事人已经明确放弃，或者听证已经举行。" : "拟处罚不属于听证范围，告知书没有告知听证权利。",
        () => Example(ActKind.AcceptHearingRequest, Notified), () => Example(ActKind.AcceptHearingRequest, Notified with { HearingOffered = true }));

    /// <summary>The five working days pass, or the party waives them, before the case goes on.</summary>
    public static Rule<ProcedureStep> PeriodLapsesBeforeProceeding { get; } = Of(
        "procedure.notice.five-days", "PR 57(2)", "陈述申辩期限届满或者当事人明确放弃前，不得提请决定。",
        s => !s.Is(ActKind.ProceedToDecision, ActKind.ProceedToDiscussion, ActKind.OrderRefund) || s.State.Main is not ("S50" or "S55") || PeriodOver(s),
        s => $"陈述申辩期限至 {Day(s.State.LapsesOn)}，尚未届满，当事人也没有明确放弃；请等待期限届满。",
        () => Example(ActKind.ProceedToDecision, Notified, a => a with { On = lapse }), () => Example(ActKind.ProceedToDecision, Notified, a => a with { On = lapse.AddDays(1) }));

    /// <summary>A defence is re-checked and answered before the case goes on.</summary>
    public static Rule<ProcedureStep> DefenceIsAnswered { get; } = Of(
        "procedure.defence.answered", "PR 58", "对当事人提出的事实、理由和证据应当复核并回应，成立的应当采纳。",
        s => !s.Is(ActKind.ProceedToDecision, ActKind.ProceedToDiscussion) || s.State.Main != "S55" || s.Act.DefenceAnswered,
        _ => "当事人的陈述申辩尚未逐条复核回应；请先写明每一条是否采纳及理由。",
        () => Example(ActKind.ProceedToDecision, Defending), () => Example(ActKind.ProceedToDecision, Defending, a => a with { DefenceAnswered = true }));

    /// <summary>No penalty without a review of the report by a non-handler.</summary>
    public static Rule<ProcedureStep> PenaltyNeedsReview { get; } = Of(
        "procedure.decision.reviewed", "PR 49", "案件未经审核，不得作出处罚决定。",
        s => !s.Is(ActKind.DecidePenalty) || s.State.Reviewed,
        _ => "本案调查终结报告未经非办案人员审核；请退回补正程序后送审。",
        () => Example(ActKind.DecidePenalty, ReadyToDecide with { Reviewed = false }), () => Example(ActKind.DecidePenalty, ReadyToDecide));

    /// <summary>No penalty without a notice.</summary>
    public static Rule<ProcedureStep> PenaltyNeedsNotice { get; } = Of(
        "procedure.decision.notice", "APL 62", "未告知拟处罚内容及事实、理由、依据的，不得作出处罚决定。",
        s => !s.Is(ActKind.DecidePenalty) || s.State.Notified is not null,
        _ => "本案没有有效的处罚告知；请退回补正程序，重新提出意见、审核并告知。",
        () => Example(ActKind.DecidePenalty, ReadyToDecide with { Notified = null, LapsesOn = null }), () => Example(ActKind.DecidePenalty, ReadyToDecide));

    /// <summary>No penalty inside the five working days, unless they are expressly waived.</summary>
    public static Rule<ProcedureStep> PenaltyWaitsForThePeriod { get; } = Of(
        "procedure.decision.lapse", "PR 57(2)", "陈述申辩期限届满或者当事人明确放弃前，不得作出处罚决定。",
        s => !s.Is(ActKind.DecidePenalty) || s.State.Notified is null || PeriodOver(s),
        s => $"陈述申辩、要求听证的期限至 {Day(s.State.LapsesOn)}，尚未届满，当事人也没有明确放弃；请等待期限届满后再决定。",
        () => Example(ActKind.DecidePenalty, ReadyToDecide, a => a with { On = lapse }), () => Example(ActKind.DecidePenalty, ReadyToDecide));

    /// <summary>A defence made is answered before the penalty.</summary>
    public static Rule<ProcedureStep> PenaltyAnswersTheDefence { get; } = Of(
        "procedure.decision.defence", "APL 62", "拒绝听取当事人陈述、申辩的，不得作出处罚决定。",
        s => !s.Is(ActKind.DecidePenalty) || !s.State.Defended || s.State.DefenceAnswered || s.State.HearingHeld,
        _ => "当事人的陈述申辩没有复核回应；请退回补正。",
        () => Example(ActKind.DecidePenalty, ReadyToDecide with { Defended = true }), () => Example(ActKind.DecidePenalty, ReadyToDecide with { Defended = true, DefenceAnswered = true }));

    /// <summary>A hearing asked for is held before the penalty.</summary>
    public static Rule<ProcedureStep> PenaltyWaitsForTheHearing { get; } = Of(
        "procedure.decision.hearing", "APL 63", "当事人要求听证的，应当组织听证后再作出决定。",
        s => !s.Is(ActKind.DecidePenalty) || !s.State.HearingRequested || s.State.HearingHeld,
        _ => "当事人已要求听证而听证尚未举行或者终止；请先组织听证。",
        () => Example(ActKind.DecidePenalty, ReadyToDecide with { HearingRequested = true }), () => Example(ActKind.DecidePenalty, ReadyToDecide with { HearingRequested = true, HearingHeld = true, LegalReviewPassed = true, Discussed = true }));

    /// <summary>A penalty in the hearing range was notified with that right.</summary>
    public static Rule<ProcedureStep> PenaltyInHearingRangeWasOffered { get; } = Of(
        "procedure.decision.hearing-offered", "APL 63", "属于听证范围的处罚，应当已经告知听证权利。",
        s => !s.Is(ActKind.DecidePenalty) || !s.Act.HearingTriggered || s.State.HearingOffered,
        _ => "该处罚属于听证范围，但告知时没有告知听证权利；请退回补正程序后重新告知。",
        () => Example(ActKind.DecidePenalty, ReadyToDecide, a => a with { HearingTriggered = true }), () => Example(ActKind.DecidePenalty, ReadyToDecide with { HearingOffered = true }, a => a with { HearingTriggered = true }));

    /// <summary>Legal review whenever it is triggered: the list, or a hearing held.</summary>
    public static Rule<ProcedureStep> PenaltyNeedsLegalReview { get; } = Of(
        "procedure.decision.legal-review", "APL 58(1)", "应当法制审核的案件未经审核或者审核未通过的，不得作出决定。",
        s => !s.Is(ActKind.DecidePenalty) || !(s.State.OnReviewList || s.State.HearingHeld) || s.State.LegalReviewPassed,
        _ => "本案列入法制审核目录或者经过听证，法制审核尚未通过；请送法制审核。",
        () => Example(ActKind.DecidePenalty, ReadyToDecide with { OnReviewList = true, Discussed = true }), () => Example(ActKind.DecidePenalty, ReadyToDecide with { OnReviewList = true, LegalReviewPassed = true, Discussed = true }));

    /// <summary>Collective discussion whenever legal review is triggered.</summary>
    public static Rule<ProcedureStep> PenaltyNeedsDiscussion { get; } = Of(
        "procedure.decision.collective", "PR 60(2)", "法制审核范围内拟给予处罚的案件，由负责人集体讨论决定。",
        s => !s.Is(ActKind.DecidePenalty) || !(s.State.OnReviewList || s.State.HearingHeld) || s.State.Discussed,
        _ => "本案属于法制审核范围，拟给予处罚须经负责人集体讨论；请提交集体讨论。",
        () => Example(ActKind.DecidePenalty, ReadyToDecide with { OnReviewList = true, LegalReviewPassed = true }), () => Example(ActKind.DecidePenalty, ReadyToDecide with { OnReviewList = true, LegalReviewPassed = true, Discussed = true }));

    /// <summary>The penalty never exceeds the notice.</summary>
    public static Rule<ProcedureStep> PenaltyIsNotHeavierThanTheNotice { get; } = Of(
        "procedure.decision.not-heavier", "APL 45(2)", "处罚决定不得重于告知内容；确有新事实需要加重的，应当重新告知。",
        s => !s.Is(ActKind.DecidePenalty) || s.State.Notified is not { } notified || s.Act.Penalty is not { } decided || !decided.IsHeavierThan(notified),
        _ => "拟作出的处罚重于告知书载明的内容；请维持或者减轻，确有新事实的重新告知。",
        () => Example(ActKind.DecidePenalty, ReadyToDecide, a => a with { Penalty = light with { FineFen = light.FineFen + 1 } }), () => Example(ActKind.DecidePenalty, ReadyToDecide));

    /// <summary>A penalty decision says what it imposes.</summary>
    public static Rule<ProcedureStep> PenaltyIsNamed { get; } = Of(
        "procedure.decision.content", "APL 59", "处罚决定应当载明处罚的种类和数额。",
        s => !s.Is(ActKind.DecidePenalty, ActKind.DecideOnTheSpot) || s.Act.Penalty is not null,
        _ => "处罚决定没有写明处罚种类和数额；请补充。",
        () => Example(ActKind.DecidePenalty, ReadyToDecide, a => a with { Penalty = null }), () => Example(ActKind.DecidePenalty, ReadyToDecide));

    /// <summary>On the spot too there are two certified officers.</summary>
    public static Rule<ProcedureStep> OnTheSpotNeedsTwoOfficers { get; } = Of(
        "procedure.spot.two-officers", "APL 42(1)", "当场处罚应当由两名以上具有行政执法资格的执法人员实施。",
        s => !s.Is(ActKind.OpenOnTheSpot, ActKind.GiveOnTheSpotNotice, ActKind.DecideOnTheSpot) || TwoCertified(s.Is(ActKind.OpenOnTheSpot) ? HandlerSet.Of(s.Act.Handlers) : s.State.Handlers, s.Table),
        _ => "当场处罚需要两名以上持有效执法证件的执法人员在场；人员不足的，转为普通程序。",
        () => Example(ActKind.DecideOnTheSpot, OnTheSpot with { Handlers = HandlerSet.Of([new("A", true)]) }), () => Example(ActKind.DecideOnTheSpot, OnTheSpot));

    /// <summary>An on-the-spot penalty stays inside its limits.</summary>
    public static Rule<ProcedureStep> OnTheSpotStaysInItsLimits { get; } = Of(
        "procedure.spot.limit", "APL 51", "当场处罚限于违法事实确凿、有法定依据，对公民二百元以下、对单位三千元以下罚款或者警告。",
        s => !s.Is(ActKind.DecideOnTheSpot) || (s.Act.FactsAreClear && s.Act.Penalty is { Severity: <= 2, ConfiscatedFen: 0 } penalty && penalty.FineFen <= SpotLimit(s) * 100),
        s => $"不符合当场处罚条件：须事实确凿、有法定依据，且只能警告或者处 {SpotLimit(s).ToString("0", CultureInfo.InvariantCulture)} 元以下罚款；请转为普通程序。",
        () => Example(ActKind.DecideOnTheSpot, OnTheSpot, a => a with { PartyIsIndividual = true, Penalty = new(2, 200_01, 0) }), () => Example(ActKind.DecideOnTheSpot, OnTheSpot, a => a with { PartyIsIndividual = true, Penalty = new(2, 200_00, 0) }));

    /// <summary>A fine is collected on the spot only up to its limit or on a ground.</summary>
    public static Rule<ProcedureStep> CollectionHasAGround { get; } = Of(
        "procedure.spot.collection", "APL 68", "当场收缴限于一百元以下罚款、不当场收缴事后难以执行，或者边远地区当事人提出的情形。",
        s => !s.Is(ActKind.CollectOnTheSpot) || s.Act.CollectionGround || s.State.Notified is { } fine && fine.FineFen <= s.Table.CollectedOnTheSpot * 100,
        s => $"罚款超过 {s.Table.CollectedOnTheSpot.ToString("0", CultureInfo.InvariantCulture)} 元且没有可以当场收缴的情形；请当事人到指定银行或者通过电子支付缴纳。",
        () => Example(ActKind.CollectOnTheSpot, OnTheSpot with { Main = "P30", Notified = new(2, 100_01, 0) }), () => Example(ActKind.CollectOnTheSpot, OnTheSpot with { Main = "P30", Notified = new(2, 100_00, 0) }));

    /// <summary>No demand or court application while the decision is performed, deferred or challenged.</summary>
    public static Rule<ProcedureStep> EnforcementFindsAnOpenDuty { get; } = Of(
        "procedure.enforcement.open-duty", "ACL 53", "当事人未履行且不在复议、诉讼中的，才可以催告和申请强制执行。",
        s => !s.Is(ActKind.DemandPerformance, ActKind.ApplyToCourt) || (!s.State.Performed && s.State.Remedy is null),
        _ => "决定已经履行，或者正在复议、诉讼中，不能催告或者申请强制执行。",
        () => Example(ActKind.DemandPerformance, Performing with { Performed = true }), () => Example(ActKind.DemandPerformance, Performing));

    /// <summary>A case is closed when its decision is performed, served, or the court has ended the enforcement.</summary>
    public static Rule<ProcedureStep> ClosingConditionIsMet { get; } = Of(
        "procedure.close.condition", "PR 77", "处罚决定执行完毕、不予处罚决定送达、法院裁定终结执行等条件成就后，方可结案。",
        s => !s.Is(ActKind.Close) || s.Transition?.From switch { "S90" => s.State.Performed, "S93" => s.Act.EnforcementEnded, "S77" => s.State.Service is not null, _ => true },
        _ => "结案条件尚未成就：处罚决定未履行完毕，或者法院未裁定终结执行，或者不予处罚决定未送达。",
        () => Example(ActKind.Close, Performing), () => Example(ActKind.Close, Performing with { Performed = true }));

    /// <summary>After closing only a penalty is published.</summary>
    public static Rule<ProcedureStep> OnlyPenaltiesArePublished { get; } = Of(
        "procedure.publish.penalty", "DR 2", "公示适用普通程序作出的行政处罚决定；没有给予处罚的案件结案后没有可以公示的决定。",
        s => !s.Is(ActKind.Publish) || s.Transition?.From is not ("S95" or "S97") || s.State.Performance is not null,
        _ => "本案没有给予行政处罚，没有可以公示的决定。",
        () => Example(ActKind.Publish, Performing with { Main = "S95", Performance = null }), () => Example(ActKind.Publish, Performing with { Main = "S95" }));

    /// <summary>Acting anew first withdraws what was published.</summary>
    public static Rule<ProcedureStep> ActingAnewWithdrawsPublication { get; } = Of(
        "procedure.anew.publication", "DR 11", "处罚决定被撤销、变更的，应当在三个工作日内撤回原公示信息。",
        s => !s.Is(ActKind.ActAnew) || s.State.Publication is null,
        _ => "原处罚决定仍在公示；请先撤回公示再重新处理。",
        () => Example(ActKind.ActAnew, Performing with { Remedy = "R10", Publication = "S85" }), () => Example(ActKind.ActAnew, Performing with { Remedy = "R10" }));

    /// <summary>Every rule, in the order in which refusals are listed.</summary>
    public static IReadOnlyList<Rule<ProcedureStep>> All { get; } =
    [
        ActFitsTheStage, ActorHoldsTheRole, OfficerIsNamed, ReviewerIsNoHandler, NobodyReviewsOwnReport, ChairIsNoHandler, ApproverIsNoHandler,
        FilingNamesTwoCertifiedOfficers, FilingApproverIsNotNamed, CaseHasTwoCertifiedOfficers, PenaltyNeedsFiling, ListedCaseNeedsALegalReviewer,
        NoticeIsComplete, NoticeIsApproved, HeavyPenaltyNeedsHearingNotice, HeavierNoticeNeedsNewFacts, DefenceIsInTime, HearingRequestIsInTime, PeriodLapsesBeforeProceeding,
        DefenceIsAnswered, PenaltyNeedsReview, PenaltyNeedsNotice, PenaltyWaitsForThePeriod, PenaltyAnswersTheDefence, PenaltyWaitsForTheHearing,
        PenaltyInHearingRangeWasOffered, PenaltyNeedsLegalReview, PenaltyNeedsDiscussion, PenaltyIsNotHeavierThanTheNotice, PenaltyIsNamed,
        OnTheSpotNeedsTwoOfficers, OnTheSpotStaysInItsLimits, CollectionHasAGround, EnforcementFindsAnOpenDuty, ClosingConditionIsMet, OnlyPenaltiesArePublished, ActingAnewWithdrawsPublication,
    ];

    private static ProcedureState Base => ProcedureState.Empty with { Main = "S20", Handlers = HandlerSet.Of([new("A", true), new("B", true)]), FiledByHead = true };

    private static ProcedureState ProposedForFiling => ProcedureState.Empty with { Main = "S08" };

    private static ProcedureState Investigated => Base with { Main = "S30", ReportBy = "U" };

    private static ProcedureState UnderReview => Investigated with { Main = "S40" };

    private static ProcedureState Proposed => UnderReview with { Main = "S45", Reviewed = true, Approved = light };

    private static ProcedureState Notified => Proposed with { Main = "S50", Approved = null, Notified = light, LapsesOn = lapse };

    private static ProcedureState Defending => Notified with { Main = "S55", Defended = true };

    private static ProcedureState InHearing => Notified with { Main = "S60", HearingOffered = true, HearingRequested = true };

    private static ProcedureState ReadyToDecide => Notified with { Main = "S75" };

    private static ProcedureState Performing => ReadyToDecide with { Main = "S76", Service = "S80", Performance = "S90" };

    private static ProcedureState OnTheSpot => ProcedureState.Empty with { Main = "P20", Handlers = HandlerSet.Of([new("A", true), new("B", true)]) };

    private static Rule<ProcedureStep> Of(string code, string basis, string states, Func<ProcedureStep, bool> isMet, Func<ProcedureStep, string> says, Func<ProcedureStep> refused, Func<ProcedureStep> passed, bool isPolicy = false)
        => new(code, basis, states, isMet, says, refused, passed, isPolicy: isPolicy);

    private static ProcedureStep Example(ActKind kind, ProcedureState state, Func<ProcedureAct, ProcedureAct>? change = null)
    {
        var transition = ProcedureMachine.TransitionOf(table.Value, state, kind);
        var role = transition?.By ?? ProcedureRole.Officer;
        var person = role switch { ProcedureRole.Officer => "A", ProcedureRole.Head => "H", _ => "R" };
        // The reviewer of the example is a case reviewer, not a legal one.
        var act = new ProcedureAct(kind, new Actor(person, role == (ProcedureRole.Reviewer | ProcedureRole.LegalReviewer) ? ProcedureRole.Reviewer : role), kind is ActKind.ServeNotice or ActKind.RecordDefence or ActKind.AcceptHearingRequest ? served : lapse.AddDays(1))
        {
            Handlers = [new("A", true), new("B", true)],
            Penalty = light,
            LapsesOn = lapse.AddDays(14),
            FactsAreClear = true,
        };
        return new ProcedureStep(state, change is null ? act : change(act), transition, table.Value);
    }

    private static bool TwoCertified(HandlerSet handlers, ProcedureTable table) => handlers.Certified >= table.LeastOfficers;

    private static bool PeriodOver(ProcedureStep s) => s.State.Waived || s.Act.On > s.State.LapsesOn;

    private static decimal SpotLimit(ProcedureStep s) => s.Act.PartyIsIndividual ? s.Table.OnTheSpotIndividual : s.Table.OnTheSpotUnit;

    private static string StageName(ProcedureStep s) => s.State.Main is { } main ? s.Table.Find(main)?.Chinese ?? main : "尚未登记";

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "（未告知）";
}
