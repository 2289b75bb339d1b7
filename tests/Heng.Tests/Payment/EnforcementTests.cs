using Heng.Cases.Steps.Closing;
using Heng.Dossiers;
using Heng.Law.Codes;
using Heng.Law.Payment;
using Heng.Payment.Steps;
using Heng.Tests.Cases;
using Heng.Tests.Storage;

namespace Heng.Tests.Payment;

public sealed class EnforcementTests
{
    [Theory, EachDatabase, Row("8.24")]
    public async Task A_late_payment_waits_for_the_heads_decision_on_the_surcharge(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var (finance, id, account) = await ServedAsync(house);
        var (number, payBy, fine) = (account.Number.ToString(), account.Account.PayBy!.Value, account.Account.Fine);
        Assert.Contains("payment.surcharge.overdue", CodesOf(await house.TryAsync(house.Head, id, new ImposeSurcharge { Through = house.Today, Told = true, Reason = "逾期。" })));
        MoveTo(house, payBy.AddDays(3));
        await PaymentPath.PayAsync(house, finance, PaymentPath.Line(number, account.Account.Owed.Yuan, "A1", payBy.AddDays(3)));
        Assert.False((await house.ReadAsync(house.Head, id)).File.Procedure.Performed);
        var impose = (await house.PrefilledAsync<ImposeSurcharge>(house.Head, id)) with { Reason = "催促后仍逾期三日。" };
        Assert.Equal(["payment.surcharge.told"], CodesOf(await house.TryAsync(house.Head, id, impose)));
        await house.DoAsync(house.Head, id, impose with { Told = true });
        var owed = (await PaymentPath.AccountAsync(house, id)).Account.Owed;
        Assert.Equal(fine.Times(0.09m, FenRounding.HalfUp), owed);
        await PaymentPath.PayAsync(house, finance, PaymentPath.Line(number, owed.Yuan, "A2", house.Today));
        Assert.True((await house.ReadAsync(house.Head, id)).File.Procedure.Performed);
    }

    [Fact, Row("8.24")]
    public async Task A_head_may_leave_the_surcharge_and_that_settles_what_was_paid_late()
    {
        await using var house = await TestHouse.BuildAsync();
        var (finance, id, account) = await ServedAsync(house);
        MoveTo(house, account.Account.PayBy!.Value.AddDays(1));
        await PaymentPath.PayAsync(house, finance, PaymentPath.Line(account.Number.ToString(), account.Account.Owed.Yuan, "A1", house.Today));
        await house.DoAsync(house.Head, id, (await house.PrefilledAsync<LeaveSurcharge>(house.Head, id)) with { Reason = "银行系统故障，次日缴清。" });
        Assert.True((await house.ReadAsync(house.Head, id)).File.Procedure.Performed);
    }

    [Theory, EachDatabase, Row("7.8", "8.24")]
    public async Task A_deferral_with_instalments_moves_the_days_and_bears_no_surcharge_before_them(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var (finance, id, account) = await ServedAsync(house);
        var (number, payBy, fine) = (account.Number.ToString(), account.Account.PayBy!.Value, account.Account.Fine);
        var half = new Money(fine.Fen / 2);
        var defer = (await house.PrefilledAsync<DeferPayment>(house.Head, id)) with
        {
            Hardship = "连续亏损。",
            Application = [await house.UploadAsync(house.Head)],
            Proof = [await house.UploadAsync(house.Head)],
            Plan = $"{payBy.AddDays(30):yyyy-MM-dd} {half}\n{payBy.AddDays(60):yyyy-MM-dd} {fine - half}",
        };
        Assert.Contains("payment.plan.sum", CodesOf(await house.TryAsync(house.Head, id, defer with { Plan = $"{payBy.AddDays(30):yyyy-MM-dd} {half}" })));
        Assert.Contains("payment.plan.order", CodesOf(await house.TryAsync(house.Head, id, defer with { Plan = $"{payBy.AddDays(60):yyyy-MM-dd} {half}\n{payBy.AddDays(30):yyyy-MM-dd} {fine - half}" })));
        Assert.IsType<ActOutcome.Invalid>(await house.TryAsync(house.Head, id, defer with { Plan = "下个月" }));
        await house.DoAsync(house.Head, id, defer);
        MoveTo(house, payBy.AddDays(30));
        Assert.Equal(Money.Zero, (await PaymentPath.AccountAsync(house, id)).Account.AccruedThrough(house.Today).Sum);
        MoveTo(house, payBy.AddDays(31));
        Assert.Equal(half.Times(0.03m, FenRounding.HalfUp), (await PaymentPath.AccountAsync(house, id)).Account.AccruedThrough(house.Today).Sum);
        await PaymentPath.PayAsync(house, finance, PaymentPath.Line(number, account.Account.Owed.Yuan, "A1", payBy.AddDays(29)));
        var (file, _) = await house.ReadAsync(house.Head, id);
        Assert.True(file.Procedure.Performed);
        Assert.True(file.Procedure.Deferred);
    }

    [Theory, EachDatabase, Row("8.25")]
    public async Task A_demand_and_the_court_keep_their_days_and_the_court_may_end_it(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var (_, id, account) = await ServedAsync(house);
        var payBy = account.Account.PayBy!.Value;
        var demand = new DemandPerformance { On = payBy, PaperNumber = "示市监罚催〔2026〕1号" };
        MoveTo(house, payBy.AddDays(1));
        demand = demand with { Files = [await house.UploadAsync(house.Officer1)] };
        Assert.Equal(["payment.demand.overdue"], CodesOf(await house.TryAsync(house.Officer1, id, demand)));
        await house.DoAsync(house.Officer1, id, demand with { On = payBy.AddDays(1), Files = [await house.UploadAsync(house.Officer1)] });
        var (file, _) = await house.ReadAsync(house.Officer1, id);
        var window = Heng.Payment.PaymentFile.WindowOf(await PaymentPath.AccountAsync(house, id), file)!;
        var clock = new Heng.Payment.PaymentContributor().Clocks(file).Single(c => c.Name == "申请人民法院强制执行");
        Assert.Equal((window.Last.Day, window.Last.Day.AddDays(-30), window.Last.Day.AddDays(-5)), (clock.DueOn, clock.YellowOn(60), clock.RedOn(85)));
        MoveTo(house, window.RemedyEnds);
        var apply = (await house.PrefilledAsync<ApplyToCourt>(house.Head, id)) with { PaperNumber = "示市监执申〔2026〕1号", Files = [await house.UploadAsync(house.Head)] };
        Assert.Equal(["payment.court.remedies"], CodesOf(await house.TryAsync(house.Head, id, apply)));
        MoveTo(house, window.Last.Day.AddDays(1));
        apply = apply with { On = house.Today, Files = [await house.UploadAsync(house.Head)] };
        Assert.Equal(["payment.court.in-time"], CodesOf(await house.TryAsync(house.Head, id, apply)));
        await house.DoAsync(house.Head, id, apply with { On = window.Last.Day, Files = [await house.UploadAsync(house.Head)] });
        Assert.Contains("payment.close.settled", CodesOf(await house.TryAsync(house.Head, id, new CloseCase { Opinion = "同意结案。" })));
        await house.DoAsync(house.Officer1, id, new RecordCourtEnd { On = house.Today, PaperNumber = "（2026）示0101执1号", Files = [await house.UploadAsync(house.Officer1)] });
        await house.DoAsync(house.Head, id, new CloseCase { Opinion = "人民法院裁定终结执行，同意结案。" });
        Assert.Equal("S95", (await house.ReadAsync(house.Head, id)).File.Procedure.Main);
    }

    [Theory, EachDatabase, Row("8.24")]
    public async Task A_lowered_decision_turns_what_was_paid_into_money_to_be_returned(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var (finance, id, account) = await ServedAsync(house);
        await PaymentPath.PayAsync(house, finance, PaymentPath.Line(account.Number.ToString(), account.Account.Owed.Yuan + 5, "A1", house.Today));
        Assert.Equal(new Money(5_00), (await PaymentPath.AccountAsync(house, id)).Account.Excess);
        var change = (await house.PrefilledAsync<ChangeDue>(house.Head, id)) with { PaperNumber = "示政复〔2026〕1号", Files = [await house.UploadAsync(house.Head)] };
        Assert.Equal(["payment.change.not-heavier"], CodesOf(await house.TryAsync(house.Head, id, change)));
        await house.DoAsync(house.Head, id, change with { Fine = change.Fine - 1_000_00 });
        var back = (await house.PrefilledAsync<ReturnExcess>(house.UnitHead, id)) with { PaperNumber = "退库 1", Files = [await house.UploadAsync(house.UnitHead)] };
        Assert.Equal(1_005_00, back.Sum);
        Assert.Equal(["payment.return.excess"], CodesOf(await house.TryAsync(house.UnitHead, id, back with { Sum = back.Sum + 1 })));
        await house.DoAsync(house.UnitHead, id, back);
        var after = (await PaymentPath.AccountAsync(house, id)).Account;
        Assert.Equal((Money.Zero, Money.Zero), (after.Owed, after.Excess));
        Assert.Equal(after.Balance(AccountPart.Fine), Money.Sum(after.Ledger.Where(p => p.Part == AccountPart.Fine).Select(p => p.Sum)));
    }

    private static async Task<(Heng.Platform.People.CurrentPerson Finance, Guid Id, Heng.Payment.DecisionAccount Account)> ServedAsync(TestHouse house)
    {
        var finance = await PaymentPath.FinanceAsync(house);
        var id = await PenaltyPath.ToServedAsync(house);
        return (finance, id, await PaymentPath.AccountAsync(house, id));
    }

    private static void MoveTo(TestHouse house, DateOnly day) => house.Clock.Advance(TimeSpan.FromDays(day.DayNumber - house.Today.DayNumber));

    private static string[] CodesOf(ActOutcome outcome) => outcome is ActOutcome.Refused refused ? [.. refused.Refusals.Select(r => r.Code)] : [];
}
