namespace Heng.Law.Procedure;

/// <summary>Chinese names of acts (程序行为名称).</summary>
public static class ProcedureActs
{
    private static readonly Dictionary<ActKind, string> names = new()
    {
        [ActKind.RegisterSource] = "案源登记",
        [ActKind.OpenOnTheSpot] = "当场调查",
        [ActKind.BeginVerification] = "开始核查",
        [ActKind.ProposeFiling] = "提出立案建议",
        [ActKind.ApproveFiling] = "批准立案",
        [ActKind.RefuseFiling] = "不予立案",
        [ActKind.PassClueOn] = "移送线索",
        [ActKind.BeginInvestigation] = "开始调查",
        [ActKind.SuspendInvestigation] = "中止调查",
        [ActKind.ResumeInvestigation] = "恢复调查",
        [ActKind.TerminateInvestigation] = "终止调查",
        [ActKind.ConcludeInvestigation] = "调查终结",
        [ActKind.SubmitForReview] = "送审",
        [ActKind.ReturnForEvidence] = "退回补充调查",
        [ActKind.ReturnForCorrection] = "退回纠正",
        [ActKind.AgreeToPenalty] = "审核同意处罚",
        [ActKind.AgreeToOtherDisposal] = "同意其他处理",
        [ActKind.ApproveProposal] = "批准拟处罚意见",
        [ActKind.ServeNotice] = "告知",
        [ActKind.DeclineProposal] = "不批准拟处罚",
        [ActKind.RecordDefence] = "陈述申辩",
        [ActKind.RecordWaiver] = "明确放弃",
        [ActKind.AcceptHearingRequest] = "受理听证申请",
        [ActKind.CloseHearing] = "听证结束",
        [ActKind.FailLegalReview] = "法制审核不通过",
        [ActKind.ProceedToDiscussion] = "提交集体讨论",
        [ActKind.ProceedToDecision] = "提请决定",
        [ActKind.ServeNewNotice] = "重新告知",
        [ActKind.OrderRefund] = "责令退款",
        [ActKind.ReturnToReport] = "退回补正",
        [ActKind.DecidePenalty] = "行政处罚决定",
        [ActKind.DecideNoPenalty] = "不予行政处罚决定",
        [ActKind.TransferCase] = "移送其他部门",
        [ActKind.ReferSuspectedCrime] = "移送涉嫌犯罪",
        [ActKind.TakeBackFromPolice] = "公安退回",
        [ActKind.ServeDecision] = "送达决定",
        [ActKind.Publish] = "公示",
        [ActKind.WithdrawPublication] = "撤回公示",
        [ActKind.RecordPayment] = "履行完毕",
        [ActKind.DeferPayment] = "延期、分期缴纳",
        [ActKind.DemandPerformance] = "催告",
        [ActKind.ApplyToCourt] = "申请法院强制执行",
        [ActKind.Close] = "结案",
        [ActKind.Archive] = "归档",
        [ActKind.Visit] = "回访",
        [ActKind.GiveOnTheSpotNotice] = "当场告知",
        [ActKind.DecideOnTheSpot] = "当场处罚",
        [ActKind.CollectOnTheSpot] = "当场收缴",
        [ActKind.ReportOnTheSpot] = "备案",
        [ActKind.TurnToOrdinary] = "转普通程序",
        [ActKind.RecordReconsideration] = "登记行政复议",
        [ActKind.RecordSuit] = "登记行政诉讼",
        [ActKind.RecordRemedyUpheld] = "复议、诉讼维持",
        [ActKind.ActAnew] = "重新作出处理",
        [ActKind.BeginPerformance] = "开始履行",
    };

    /// <summary>The Chinese name of an act.</summary>
    /// <param name="act">The act.</param>
    public static string NameOf(ActKind act) => names[act];
}
