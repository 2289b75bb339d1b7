namespace Heng.Law.Procedure;

/// <summary>Act (程序行为): what a person does to a dossier, as an officer would say it.</summary>
public enum ActKind
{
    /// <summary>Register a source (案源登记).</summary>
    RegisterSource,

    /// <summary>Open an on-the-spot case (当场调查).</summary>
    OpenOnTheSpot,

    /// <summary>Begin verification (开始核查).</summary>
    BeginVerification,

    /// <summary>Propose filing or not (提出立案建议).</summary>
    ProposeFiling,

    /// <summary>Approve filing and name the officers (批准立案).</summary>
    ApproveFiling,

    /// <summary>Refuse filing (不予立案).</summary>
    RefuseFiling,

    /// <summary>Pass the clue on (移送线索).</summary>
    PassClueOn,

    /// <summary>Begin the investigation (开始调查).</summary>
    BeginInvestigation,

    /// <summary>Suspend the investigation (中止调查).</summary>
    SuspendInvestigation,

    /// <summary>Resume the investigation (恢复调查).</summary>
    ResumeInvestigation,

    /// <summary>Terminate the investigation (终止调查).</summary>
    TerminateInvestigation,

    /// <summary>Conclude the investigation with a report (调查终结).</summary>
    ConcludeInvestigation,

    /// <summary>Submit for review (送审).</summary>
    SubmitForReview,

    /// <summary>Return for more evidence (退回补充调查).</summary>
    ReturnForEvidence,

    /// <summary>Return for correction (退回纠正).</summary>
    ReturnForCorrection,

    /// <summary>Agree to the proposed penalty (审核同意处罚).</summary>
    AgreeToPenalty,

    /// <summary>Agree to a disposal other than a penalty (同意其他处理).</summary>
    AgreeToOtherDisposal,

    /// <summary>Approve the proposed penalty of which the party is to be told (批准拟处罚意见).</summary>
    ApproveProposal,

    /// <summary>Serve the penalty notice that a head approved (告知).</summary>
    ServeNotice,

    /// <summary>Decline the proposed penalty (不批准拟处罚).</summary>
    DeclineProposal,

    /// <summary>Record a statement or defence (陈述申辩).</summary>
    RecordDefence,

    /// <summary>Record an express waiver (明确放弃).</summary>
    RecordWaiver,

    /// <summary>Accept a hearing request and name the chair (受理听证申请).</summary>
    AcceptHearingRequest,

    /// <summary>Close the hearing with the chair's report (听证结束).</summary>
    CloseHearing,

    /// <summary>Legal review not passed (法制审核不通过).</summary>
    FailLegalReview,

    /// <summary>Proceed to collective discussion (提交集体讨论).</summary>
    ProceedToDiscussion,

    /// <summary>Proceed to the decision (提请决定).</summary>
    ProceedToDecision,

    /// <summary>Serve a new notice (重新告知).</summary>
    ServeNewNotice,

    /// <summary>Order a refund (责令退款).</summary>
    OrderRefund,

    /// <summary>Return to the report to mend the procedure (退回补正).</summary>
    ReturnToReport,

    /// <summary>Decide a penalty (行政处罚决定).</summary>
    DecidePenalty,

    /// <summary>Decide no penalty (不予行政处罚决定).</summary>
    DecideNoPenalty,

    /// <summary>Transfer the case (移送其他部门).</summary>
    TransferCase,

    /// <summary>Refer a suspected crime (移送涉嫌犯罪).</summary>
    ReferSuspectedCrime,

    /// <summary>Take the case back from the police (公安退回).</summary>
    TakeBackFromPolice,

    /// <summary>Serve the decision (送达决定).</summary>
    ServeDecision,

    /// <summary>Publish (公示).</summary>
    Publish,

    /// <summary>Withdraw the publication (撤回公示).</summary>
    WithdrawPublication,

    /// <summary>Record full performance (履行完毕).</summary>
    RecordPayment,

    /// <summary>Defer or split the payment (延期、分期缴纳).</summary>
    DeferPayment,

    /// <summary>Demand performance (催告).</summary>
    DemandPerformance,

    /// <summary>Apply to the court (申请法院强制执行).</summary>
    ApplyToCourt,

    /// <summary>Close the case (结案).</summary>
    Close,

    /// <summary>Archive (归档).</summary>
    Archive,

    /// <summary>Follow-up visit (回访).</summary>
    Visit,

    /// <summary>Give notice on the spot (当场告知).</summary>
    GiveOnTheSpotNotice,

    /// <summary>Decide on the spot (当场处罚).</summary>
    DecideOnTheSpot,

    /// <summary>Collect the fine on the spot (当场收缴).</summary>
    CollectOnTheSpot,

    /// <summary>Report the on-the-spot decision (备案).</summary>
    ReportOnTheSpot,

    /// <summary>Turn to the ordinary procedure (转普通程序).</summary>
    TurnToOrdinary,

    /// <summary>Record an application for reconsideration (登记行政复议).</summary>
    RecordReconsideration,

    /// <summary>Record a suit (登记行政诉讼).</summary>
    RecordSuit,

    /// <summary>Record that the decision was upheld (复议、诉讼维持).</summary>
    RecordRemedyUpheld,

    /// <summary>Act anew after the decision was revoked (重新作出处理).</summary>
    ActAnew,

    /// <summary>Begin performance (开始履行): named only by law sets of before; performance now begins with service. An act once named in a law set is read for ever.</summary>
    BeginPerformance,
}

/// <summary>Actor (行为人): who acts, in which roles.</summary>
/// <param name="Person">Id of the person or sitting; no name.</param>
/// <param name="Roles">The roles held on the day.</param>
public sealed record Actor(string Person, ProcedureRole Roles);

/// <summary>Handler (办案人员): an officer named to a case.</summary>
/// <param name="Person">Id of the person.</param>
/// <param name="Certified">Whether the enforcement certificate is valid on the day (行政执法证件).</param>
public readonly record struct Handler(string Person, bool Certified);

/// <summary>Penalty gravity (处罚轻重): what two penalties are compared by.</summary>
/// <param name="Severity">Highest severity of a kind, 0 to 6.</param>
/// <param name="FineFen">Sum of fines, in fen.</param>
/// <param name="ConfiscatedFen">Sum confiscated, in fen.</param>
public readonly record struct PenaltyGravity(int Severity, long FineFen, long ConfiscatedFen)
{
    /// <summary>Whether this penalty is heavier in any respect.</summary>
    /// <param name="other">The penalty compared with.</param>
    public bool IsHeavierThan(PenaltyGravity other) => Severity > other.Severity || FineFen > other.FineFen || ConfiscatedFen > other.ConfiscatedFen;
}

/// <summary>Procedure act (程序行为): an act with who, when and what it carries.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="By">Who does it.</param>
/// <param name="On">Beijing day of the act.</param>
public sealed record ProcedureAct(ActKind Kind, Actor By, DateOnly On)
{
    /// <summary>The officers of the case, with the filing or the on-the-spot case.</summary>
    public IReadOnlyList<Handler> Handlers { get; init; } = [];

    /// <summary>The penalty proposed or decided, with an approved proposal, a notice or a penalty decision.</summary>
    public PenaltyGravity? Penalty { get; init; }

    /// <summary>Whether that penalty gives the right to a hearing (听证范围).</summary>
    public bool HearingTriggered { get; init; }

    /// <summary>Whether the notice tells of the right to a hearing.</summary>
    public bool HearingOffered { get; init; }

    /// <summary>Last day of the five working days, with a notice; counted by limit L40.</summary>
    public DateOnly? LapsesOn { get; init; }

    /// <summary>Whether a new notice rests on new facts.</summary>
    public bool NewFacts { get; init; }

    /// <summary>Whether the case is on the legal-review list (法制审核目录), with the submission.</summary>
    public bool OnReviewList { get; init; }

    /// <summary>Whether every defence point has been re-checked and answered.</summary>
    public bool DefenceAnswered { get; init; }

    /// <summary>Whether the party is an individual, on the spot.</summary>
    public bool PartyIsIndividual { get; init; }

    /// <summary>Whether facts are clear and the basis is given, on the spot.</summary>
    public bool FactsAreClear { get; init; }

    /// <summary>Whether collecting later would be hard or the party in a remote area asks (行政处罚法第六十八条、第六十九条).</summary>
    public bool CollectionGround { get; init; }

    /// <summary>Whether the court has ended the enforcement, with a closing.</summary>
    public bool EnforcementEnded { get; init; }
}
