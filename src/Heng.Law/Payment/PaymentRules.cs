using Heng.Law.Codes;
using Heng.Law.Rulings;

namespace Heng.Law.Payment;

/// <summary>Receipt to be booked (拟入账收款) as the rules see it.</summary>
/// <param name="IsFromBankFile">Whether it stands, with this sum and day, as a line in a bank file that was taken in.</param>
/// <param name="IsNew">Whether its serial is not booked yet.</param>
/// <param name="ByHandler">Whether an officer of the case books it.</param>
public sealed record BankReceipt(bool IsFromBankFile, bool IsNew, bool ByHandler);

/// <summary>Surcharge to be imposed (拟加处罚款) as the rules see it.</summary>
/// <param name="Today">The day of the act.</param>
/// <param name="Through">The last day counted.</param>
/// <param name="LastDay">The last day to pay; null until the decision is served.</param>
/// <param name="Undecided">What has accrued through that day and is not decided upon.</param>
/// <param name="WasTold">Whether the rate was told to the party.</param>
public sealed record SurchargeAct(DateOnly Today, DateOnly Through, DateOnly? LastDay, Money Undecided, bool WasTold);

/// <summary>Surcharge and its fine (加处罚款与罚款本数).</summary>
/// <param name="Surcharge">All that is imposed.</param>
/// <param name="Cap">The most that may be.</param>
public sealed record SurchargeOfFine(Money Surcharge, Money Cap);

/// <summary>Reduction of a surcharge (减免加处罚款).</summary>
/// <param name="HasAgreement">Whether an enforcement agreement was made.</param>
/// <param name="HasRemedied">Whether the party has taken remedial steps, with proof.</param>
/// <param name="Sum">What is to be reduced.</param>
/// <param name="Due">What of the surcharge is still due.</param>
public sealed record SurchargeReduction(bool HasAgreement, bool HasRemedied, Money Sum, Money Due);

/// <summary>Payment plan asked for (申请的缴款计划): a deferral or instalments.</summary>
/// <param name="HasApplication">Whether the party applied in writing.</param>
/// <param name="HasProof">Whether proof of economic hardship lies with it.</param>
/// <param name="Today">The day of the approval.</param>
/// <param name="Unpaid">What of the fine is unpaid.</param>
/// <param name="Instalments">The plan.</param>
public sealed record PaymentPlan(bool HasApplication, bool HasProof, DateOnly Today, Money Unpaid, IReadOnlyList<Instalment> Instalments);

/// <summary>Demand (催告) as the rules see it.</summary>
/// <param name="On">The day on which it was served.</param>
/// <param name="LastDay">The last day to pay, of the decision or of the schedule.</param>
/// <param name="Owed">What is still to be paid.</param>
public sealed record DemandMade(DateOnly On, DateOnly? LastDay, Money Owed);

/// <summary>Court application (强制执行申请) as the rules see it.</summary>
/// <param name="On">The day on which it was handed in.</param>
/// <param name="Window">From when until when; null until the decision is served.</param>
/// <param name="HasGoodReason">Whether a good reason for being late is written down, for the court to accept.</param>
public sealed record CourtApplication(DateOnly On, CourtWindow? Window, bool HasGoodReason);

/// <summary>Return of money (退款) as the rules see it.</summary>
/// <param name="Sum">What is returned.</param>
/// <param name="Excess">What is held beyond all dues.</param>
public sealed record MoneyReturned(Money Sum, Money Excess);

/// <summary>Change of what is due (应缴数额变更) by a later decision.</summary>
/// <param name="FineBefore">The fine before.</param>
/// <param name="GainBefore">The confiscated gain before.</param>
/// <param name="Fine">The fine from now on.</param>
/// <param name="Gain">The confiscated gain from now on.</param>
public sealed record DueChange(Money FineBefore, Money GainBefore, Money Fine, Money Gain);

/// <summary>State of payment (缴款状况) at a closing.</summary>
/// <param name="IsSettled">Whether all is paid and every late day is decided upon.</param>
/// <param name="IsEnded">Whether the court has ended the enforcement.</param>
/// <param name="Owed">What is still to be paid.</param>
public sealed record PaymentState(bool IsSettled, bool IsEnded, Money Owed);

/// <summary>Payment rules (缴款规则): decision and collection apart, surcharge, deferral, demand, court.</summary>
public static class PaymentRules
{
    private static readonly DateOnly day = new(2026, 3, 2);
    private static readonly Money sum = new(10_000_00);
    private static readonly CourtWindow window = new(new(2026, 9, 2), new(2026, 9, 2), new("L72", new(2026, 8, 1), new(2026, 8, 14), null), new("L73", new(2026, 9, 2), new(2026, 12, 2), null), []);

    /// <summary>Only a line of a bank file makes a receipt.</summary>
    public static Rule<BankReceipt> ReceiptComesFromTheBank { get; } = new(
        "payment.receipt.from-bank", "APL 67(1)", "作出罚款决定的机关与收缴罚款的机构分离，收款以银行对账文件为准，不得手工登记。",
        r => r.IsFromBankFile,
        _ => "收款只能从银行对账文件导入，不能手工登记为已缴；请由财务对账人员在“罚没收款”中导入银行文件。",
        () => new(false, true, false), () => new(true, true, false));

    /// <summary>A receipt is booked once.</summary>
    public static Rule<BankReceipt> ReceiptIsBookedOnce { get; } = new(
        "payment.receipt.once", "APL 67(3)", "同一笔银行收款只入账一次。",
        r => r.IsNew,
        _ => "这笔银行流水已经入账，不再重复入账。",
        () => new(true, false, false), () => new(true, true, false), isPolicy: true);

    /// <summary>No officer of a case books its receipts.</summary>
    public static Rule<BankReceipt> ReceiptIsNotBookedByHandler { get; } = new(
        "payment.receipt.no-own-case", "APL 67(1)", "办案人员不得为自己办理的案件对账入账。",
        r => !r.ByHandler,
        _ => "您是本案办案人员，不得为本案收款入账；请由其他财务对账人员导入。",
        () => new(true, true, true), () => new(true, true, false), isPolicy: true);

    /// <summary>A surcharge is for days that have passed after the last day to pay.</summary>
    public static Rule<SurchargeAct> SurchargeIsForOverdueDays { get; } = new(
        "payment.surcharge.overdue", "APL 72(1)#1", "到期不缴纳罚款的，每日按罚款数额的百分之三加处罚款；未到期、暂缓或者分期未到期、复议诉讼期间不加处。",
        s => s.LastDay is not null && s.Through <= s.Today && s.Undecided > Money.Zero,
        s => s.LastDay is null ? "处罚决定还没有送达，缴款期限没有开始计算。" : s.Through > s.Today ? "加处罚款只能计算到今天。" : "截至该日没有逾期未缴的罚款，或者已经作出决定；请核对缴款期限、分期计划和收款。",
        () => new(day, day, day, Money.Zero, true), () => new(day, day, day.AddDays(-1), new(300_00), true));

    /// <summary>The rate of the surcharge is told to the party.</summary>
    public static Rule<SurchargeAct> SurchargeRateIsTold { get; } = new(
        "payment.surcharge.told", "ACL 45(1)", "加处罚款的标准应当告知当事人。",
        s => s.WasTold,
        _ => "没有确认已经把加处罚款的标准告知当事人；未在决定书或者其他文书中告知的，不得加处。",
        () => new(day, day, day.AddDays(-1), new(300_00), false), () => new(day, day, day.AddDays(-1), new(300_00), true));

    /// <summary>The surcharge never exceeds the fine.</summary>
    public static Rule<SurchargeOfFine> SurchargeStaysBelowTheFine { get; } = new(
        "payment.surcharge.cap", "ACL 45(2)", "加处罚款的数额不得超出罚款的数额。",
        s => s.Surcharge <= s.Cap,
        s => $"加处罚款 {s.Surcharge} 元超出罚款数额 {s.Cap} 元；请按不超出罚款的数额计算。",
        () => new(sum + new Money(1), sum), () => new(sum, sum));

    /// <summary>A surcharge is reduced only in an enforcement agreement after remedial steps.</summary>
    public static Rule<SurchargeReduction> ReductionNeedsAnAgreement { get; } = new(
        "payment.surcharge.reduction", "ACL 42(1)", "执行协议约定且当事人采取补救措施的，可以减免加处的罚款；没有其他减免理由。",
        r => r.HasAgreement && r.HasRemedied && r.Sum > Money.Zero && r.Sum <= r.Due,
        r => r.HasAgreement && r.HasRemedied ? $"减免数额应当大于零且不超过尚未缴纳的加处罚款 {r.Due} 元。" : "减免加处罚款须有执行协议，并有当事人采取补救措施的证明；没有的不得减免。",
        () => new(false, true, sum, sum), () => new(true, true, sum, sum));

    /// <summary>A deferral rests on a written application with proof.</summary>
    public static Rule<PaymentPlan> DeferralIsAppliedFor { get; } = new(
        "payment.plan.application", "APL 66(2)", "当事人确有经济困难，需要延期或者分期缴纳罚款的，经当事人申请和行政机关批准，可以暂缓或者分期缴纳。",
        p => p.HasApplication && p.HasProof,
        p => p.HasApplication ? "没有当事人经济困难的证明材料；请上传。" : "没有当事人的书面申请；请上传。",
        () => new(false, true, day, sum, [new(day.AddDays(30), sum)]), () => new(true, true, day, sum, [new(day.AddDays(30), sum)]));

    /// <summary>The plan covers what is unpaid of the fine, no more and no less.</summary>
    public static Rule<PaymentPlan> PlanCoversTheFine { get; } = new(
        "payment.plan.sum", "PR 74", "延期、分期缴纳的各期数额之和等于尚未缴纳的罚款。",
        p => p.Instalments.Count > 0 && p.Instalments.All(i => i.Sum > Money.Zero) && Money.Sum(p.Instalments.Select(i => i.Sum)) == p.Unpaid,
        p => p.Unpaid == Money.Zero ? "罚款已经缴清，不需要延期或者分期。" : $"各期数额之和应当等于尚未缴纳的罚款 {p.Unpaid} 元，且每期大于零；请改正。",
        () => new(true, true, day, sum, [new(day.AddDays(30), sum - new Money(1))]), () => new(true, true, day, sum, [new(day.AddDays(30), new(4_000_00)), new(day.AddDays(60), new(6_000_00))]));

    /// <summary>The days of a plan lie ahead and follow each other.</summary>
    public static Rule<PaymentPlan> PlanDaysFollowEachOther { get; } = new(
        "payment.plan.order", "PR 74", "延期、分期缴纳的期限应当在批准之后，各期依次在后。",
        p => p.Instalments.Select(i => i.DueOn).Prepend(p.Today).Zip(p.Instalments.Select(i => i.DueOn)).All(d => d.First < d.Second),
        _ => "各期的最后日期应当晚于批准之日，并且一期比一期晚；请改正。",
        () => new(true, true, day, sum, [new(day.AddDays(60), new(4_000_00)), new(day.AddDays(30), new(6_000_00))]), () => new(true, true, day, sum, [new(day.AddDays(30), new(4_000_00)), new(day.AddDays(60), new(6_000_00))]));

    /// <summary>A demand follows the last day to pay.</summary>
    public static Rule<DemandMade> DemandFollowsTheLastDay { get; } = new(
        "payment.demand.overdue", "PR 76(1)", "当事人在缴款期限届满后仍未履行的，催告其履行。",
        d => d.LastDay is { } last && d.On > last && d.Owed > Money.Zero,
        d => d.Owed == Money.Zero ? "应缴款项已经缴清，不需要催告。" : $"缴款期限{(d.LastDay is { } last ? $"到 {last:yyyy-MM-dd} 届满" : "还没有开始计算")}，届满后仍未缴纳的才催告。",
        () => new(day, day, sum), () => new(day.AddDays(1), day, sum));

    /// <summary>The court is asked after the party's remedies have ended.</summary>
    public static Rule<CourtApplication> CourtWaitsForTheRemedies { get; } = new(
        "payment.court.remedies", "ACL 53", "当事人在法定期限内不申请行政复议或者提起行政诉讼，又不履行决定的，自期限届满之日起才可以申请人民法院强制执行。",
        c => c.Window is { } w && c.On > w.RemedyEnds,
        c => $"当事人申请复议、提起诉讼的期限{(c.Window is { } w ? $"到 {w.RemedyEnds:yyyy-MM-dd}" : "还没有开始计算")}，届满前不能申请强制执行。",
        () => new(window.RemedyEnds, window, false), () => new(window.RemedyEnds.AddDays(1), window, false));

    /// <summary>The court is asked only ten working days after a demand.</summary>
    public static Rule<CourtApplication> CourtWaitsForTheDemand { get; } = new(
        "payment.court.demand", "ACL 54", "申请人民法院强制执行前应当催告，催告书送达十日后仍未履行的，可以申请。",
        c => c.Window?.DemandEnds is { } demand && c.On > demand.Day,
        c => c.Window?.DemandEnds is { } demand ? $"催告书送达后的期限到 {demand.Day:yyyy-MM-dd}，届满前的申请不予受理。" : "还没有送达履行催告书；请先催告，并留足十个工作日。",
        () => new(new(2026, 10, 8), window with { DemandEnds = new("L72", new(2026, 9, 21), new(2026, 10, 8), null) }, false), () => new(new(2026, 10, 9), window with { DemandEnds = new("L72", new(2026, 9, 21), new(2026, 10, 8), null) }, false));

    /// <summary>The court is asked inside three months.</summary>
    public static Rule<CourtApplication> CourtIsAskedInTime { get; } = new(
        "payment.court.in-time", "ACL 53", "自当事人复议、诉讼期限届满之日起三个月内申请强制执行；延期、分期的自该期限结束之日起计算。",
        c => c.Window is not { } w || c.On <= w.Last.Day || c.HasGoodReason,
        c => $"申请强制执行的期限已于 {c.Window!.Last.Day:yyyy-MM-dd} 届满；有正当理由的写明理由，由人民法院认定。",
        () => new(window.Last.Day.AddDays(1), window, false), () => new(window.Last.Day, window, false));

    /// <summary>Only what was paid too much is returned.</summary>
    public static Rule<MoneyReturned> OnlyExcessIsReturned { get; } = new(
        "payment.return.excess", "CF", "只退还多缴或者因决定变更、撤销而不应收缴的款项。",
        r => r.Sum > Money.Zero && r.Sum <= r.Excess,
        r => r.Excess == Money.Zero ? "没有待退还的款项；决定变更、撤销的，先登记变更后的应缴数额。" : $"退还数额应当大于零且不超过待退余额 {r.Excess} 元。",
        () => new(sum, Money.Zero), () => new(sum, sum));

    /// <summary>A later decision never raises what is due.</summary>
    public static Rule<DueChange> ChangeIsNotHeavier { get; } = new(
        "payment.change.not-heavier", "ARL 63(2)", "复议、诉讼变更的决定不得对当事人更为不利；应缴数额只能减少。",
        c => c.Fine >= Money.Zero && c.Gain >= Money.Zero && c.Fine <= c.FineBefore && c.Gain <= c.GainBefore && (c.Fine, c.Gain) != (c.FineBefore, c.GainBefore),
        _ => "变更后的罚款、没收违法所得不得高于原数额，且至少一项减少；请按变更后的决定填写。",
        () => new(sum, Money.Zero, sum + new Money(1), Money.Zero), () => new(sum, Money.Zero, sum - new Money(1), Money.Zero));

    /// <summary>A case is closed as performed only when its account is settled.</summary>
    public static Rule<PaymentState> ClosingFindsTheAccountSettled { get; } = new(
        "payment.close.settled", "PR 77#1", "罚没款缴清、逾期加处罚款已经作出决定后，方可按执行完毕结案；法院裁定终结执行的除外。",
        s => s.IsSettled || s.IsEnded,
        s => s.Owed > Money.Zero ? $"罚没款还有 {s.Owed} 元未缴，不能结案；收款以银行对账文件为准。" : "当事人逾期缴纳，是否加处罚款还没有决定；请先决定加处或者不加处。",
        () => new(false, false, sum), () => new(true, false, Money.Zero));

    /// <summary>Every rule, in order.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        ReceiptComesFromTheBank, ReceiptIsBookedOnce, ReceiptIsNotBookedByHandler, SurchargeIsForOverdueDays, SurchargeRateIsTold, SurchargeStaysBelowTheFine,
        ReductionNeedsAnAgreement, DeferralIsAppliedFor, PlanCoversTheFine, PlanDaysFollowEachOther, DemandFollowsTheLastDay, CourtWaitsForTheRemedies,
        CourtWaitsForTheDemand, CourtIsAskedInTime, OnlyExcessIsReturned, ChangeIsNotHeavier, ClosingFindsTheAccountSettled,
    ];
}
