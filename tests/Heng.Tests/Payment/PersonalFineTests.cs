using Heng.Cases;
using Heng.Cases.Steps.Closing;
using Heng.Cases.Steps.Service;
using Heng.Documents;
using Heng.Dossiers;
using Heng.Law.Codes;
using Heng.Law.Payment;
using Heng.Law.Reasoning;
using Heng.Payment;
using Heng.Payment.Steps;
using Heng.Platform.People;
using Heng.Tests.Cases;
using Heng.Tests.Documents;
using Heng.Tests.Dossiers;
using Heng.Tests.Storage;

namespace Heng.Tests.Payment;

/// <summary>A decision that fines responsible people beside the party: each pays his own, and the case ends with the last of them.</summary>
public sealed class PersonalFineTests
{
    [Theory, EachDatabase, Row("8.24")]
    public async Task Each_fined_person_has_his_own_number_and_the_case_is_performed_only_with_the_last(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var (finance, id, accounts) = await ServedAsync(house);
        Assert.Equal(["示例县示例食品有限公司", "张三（法定代表人）", "李四（食品安全管理员）"], accounts.Select(a => a.Who));
        Assert.Equal([new(66_800_00), new(5_000_00), new(4_000_00)], accounts.Select(a => a.Account.Owed));
        await PayAsync(house, finance, accounts[0], "A1");
        await PayAsync(house, finance, accounts[2], "A2");
        Assert.False((await house.ReadAsync(house.Head, id)).File.Procedure.Performed);
        Assert.Contains("payment.close.settled", CodesOf(await house.TryAsync(house.Head, id, new CloseCase { Opinion = "同意结案。" })));
        var needs = new PaymentContributor().Needs((await house.ReadAsync(house.Head, id)).File, (await house.ReadAsync(house.Head, id)).Context.Settings);
        Assert.Equal(["张三（法定代表人）：罚没款到期没有缴清；催告后须留足十个工作日才能申请强制执行"], needs.Select(n => n.Why));
        await PayAsync(house, finance, accounts[1], "A3");
        Assert.True((await house.ReadAsync(house.Head, id)).File.Procedure.Performed);
        await house.DoAsync(house.Head, id, await house.PrefilledAsync<CloseCase>(house.Head, id));
    }

    [Theory, EachDatabase, Row("8.24", "7.8")]
    public async Task Surcharge_demand_deferral_and_return_concern_the_debtor_that_is_chosen(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var (finance, id, accounts) = await ServedAsync(house);
        var (party, zhang, li) = (accounts[0].Number.ToString(), accounts[1].Number.ToString(), accounts[2].Number.ToString());
        MoveTo(house, accounts[0].Account.PayBy!.Value.AddDays(2));
        var demand = (await house.PrefilledAsync<DemandPerformance>(house.Officer1, id)) with { PaperNumber = "示市监罚催〔2026〕1号", Files = [await house.UploadAsync(house.Officer1)] };
        Assert.Equal("account", Assert.Single(Assert.IsType<ActOutcome.Invalid>(await house.TryAsync(house.Officer1, id, demand)).Faults).Field);
        await house.DoAsync(house.Officer1, id, demand with { Account = party });
        await house.DoAsync(house.Officer1, id, demand with { Account = zhang, PaperNumber = "示市监罚催〔2026〕2号", Files = [await house.UploadAsync(house.Officer1)] });
        Assert.IsType<ActOutcome.Invalid>(await house.TryAsync(house.Officer1, id, demand with { Account = zhang, Files = [await house.UploadAsync(house.Officer1)] }));
        var stranger = await house.HireAsync("办案癸", house.Station, PersonRoles.Officer);
        Assert.Contains("procedure.officer-is-named", CodesOf(await house.TryAsync(stranger, id, demand with { Account = li, Files = [await house.UploadAsync(stranger)] })));
        await house.DoAsync(house.Head, id, (await house.PrefilledAsync<ImposeSurcharge>(house.Head, id)) with { Account = zhang, Told = true, Reason = "逾期两日。" });
        // Whoever was not asked yet may still be given time, though the others are further.
        await house.DoAsync(house.Head, id, (await house.PrefilledAsync<DeferPayment>(house.Head, id)) with { Account = li, Hardship = "停薪。", Application = [await house.UploadAsync(house.Head)], Proof = [await house.UploadAsync(house.Head)], Plan = $"{house.Today.AddDays(60):yyyy-MM-dd} 4000" });
        accounts = await PaymentPath.AccountsAsync(house, id);
        Assert.Equal([Money.Zero, new(300_00), Money.Zero], accounts.Select(a => a.Account.Surcharge));
        Assert.Equal([true, true, false], accounts.Select(a => a.Demand is not null));
        Assert.Equal([0, 0, 1], accounts.Select(a => a.Account.Schedules.Count));
        await PaymentPath.PayAsync(house, finance, PaymentPath.Line(zhang, 5_310, "A1", house.Today), PaymentPath.Line(li, 4_005, "A2", house.Today));
        var back = await house.PrefilledAsync<ReturnExcess>(house.UnitHead, id);
        Assert.Equal((zhang, 10_00), (back.Account, back.Sum));
        await house.DoAsync(house.UnitHead, id, back with { Account = li, Sum = 5_00, PaperNumber = "退库 1", Files = [await house.UploadAsync(house.UnitHead)] });
        Assert.Equal([Money.Zero, new(10_00), Money.Zero], (await PaymentPath.AccountsAsync(house, id)).Select(a => a.Account.Excess));
    }

    [Fact, Row("8.24", "8.25")]
    public async Task A_person_who_was_served_on_another_day_pays_by_his_own()
    {
        await using var house = await TestHouse.BuildAsync();
        var (_, id, accounts) = await ServedAsync(house);
        var (payBy, zhang, li) = (accounts[0].Account.PayBy!.Value, accounts[1].Number.ToString(), accounts[2].Number.ToString());
        Assert.All(accounts, a => Assert.Equal(payBy, a.Account.PayBy));
        MoveTo(house, house.Today.AddDays(4));
        var service = (await house.PrefilledAsync<ServeOnPerson>(house.Officer1, id)) with { Person = "1", Files = [await house.UploadAsync(house.Officer1)] };
        Assert.IsType<ActOutcome.Invalid>(await house.TryAsync(house.Officer1, id, service with { On = accounts[1].Penalty.On.AddDays(-1) }));
        Assert.Contains("service.proof", CodesOf(await house.TryAsync(house.Officer1, id, service with { Files = [] })));
        await house.DoAsync(house.Officer1, id, service);
        Assert.IsType<ActOutcome.Invalid>(await house.TryAsync(house.Officer1, id, service with { Files = [await house.UploadAsync(house.Officer1)] }));
        var own = PaymentDays.PayBy(Heng.Law.LawSet.Embedded.Deadlines, house.Today).Day;
        var (file, _) = await house.ReadAsync(house.Officer1, id);
        accounts = PaymentFile.Of(file).Current;
        Assert.Equal([payBy, own, payBy], accounts.Select(a => a.Account.PayBy!.Value));
        Assert.Equal([true, false], accounts.Skip(1).Select(a => PaymentFile.WindowOf(a, file)!.RemedyEnds > PaymentFile.WindowOf(accounts[0], file)!.RemedyEnds));
        Assert.Contains("决定书送达回证（张三）", Volume.Of(file).Select(i => i.Title));

        MoveTo(house, payBy.AddDays(1));
        await ImposeAsync(house, id, li);
        await DemandAsync(house, id, li);
        Assert.Equal([Money.Zero, new(120_00)], (await PaymentPath.AccountsAsync(house, id)).Skip(1).Select(a => a.Account.AccruedThrough(house.Today).Sum));
        MoveTo(house, own);
        Assert.Equal(["payment.demand.overdue"], CodesOf(await house.TryAsync(house.Officer1, id, Demand(house, zhang, await house.UploadAsync(house.Officer1)))));
        MoveTo(house, own.AddDays(1));
        await DemandAsync(house, id, zhang);

        // The proof that the other received it later too turns up: what was imposed and demanded before his days ended is gone.
        Assert.Equal(new(120_00), (await PaymentPath.AccountsAsync(house, id))[2].Account.Surcharge);
        await house.DoAsync(house.Officer1, id, service with { Person = "2", Receiver = "李四", On = service.On.AddDays(1), Files = [await house.UploadAsync(house.Officer1)] });
        var late = (await PaymentPath.AccountsAsync(house, id))[2];
        Assert.Equal((Money.Zero, null), (late.Account.Surcharge, late.Demand));
        Assert.DoesNotContain(ActDesk.OffersOf(house.Officer1, (await house.ReadAsync(house.Officer1, id)).File, (await house.ReadAsync(house.Officer1, id)).Context), o => o.Type.Code == "cases.serve-person");
    }

    [Fact, Row("7.8")]
    public async Task Time_may_be_given_after_the_demand_and_then_the_demand_comes_again()
    {
        await using var house = await TestHouse.BuildAsync();
        var (_, id, accounts) = await ServedAsync(house);
        var (party, zhang) = (accounts[0].Number.ToString(), accounts[1].Number.ToString());
        MoveTo(house, accounts[0].Account.PayBy!.Value.AddDays(1));
        foreach (var number in new[] { party, zhang })
        {
            await DemandAsync(house, id, number);
            await house.DoAsync(house.Head, id, (await house.PrefilledAsync<DeferPayment>(house.Head, id)) with { Account = number, Hardship = "停产停薪。", Application = [await house.UploadAsync(house.Head)], Proof = [await house.UploadAsync(house.Head)], Plan = $"{house.Today.AddDays(30):yyyy-MM-dd} {(number == party ? 66_000 : 5_000)}" });
        }

        MoveTo(house, house.Today.AddDays(30));
        accounts = await PaymentPath.AccountsAsync(house, id);
        Assert.Equal([null, null], accounts.Take(2).Select(a => a.Demand));
        Assert.Equal(["payment.demand.overdue"], CodesOf(await house.TryAsync(house.Officer1, id, Demand(house, party, await house.UploadAsync(house.Officer1)))));
        var court = (await house.PrefilledAsync<ApplyToCourt>(house.Head, id)) with { Account = party, PaperNumber = "示市监执申〔2026〕1号", Files = [await house.UploadAsync(house.Head)] };
        Assert.IsType<ActOutcome.Invalid>(await house.TryAsync(house.Head, id, court));
        MoveTo(house, house.Today.AddDays(1));
        await DemandAsync(house, id, party);
        Assert.Equal([true, false], (await PaymentPath.AccountsAsync(house, id)).Take(2).Select(a => a.Demand is not null));
    }

    [Fact, Row("8.25")]
    public async Task The_court_may_end_it_for_one_debtor_and_the_case_still_waits_for_the_other()
    {
        await using var house = await TestHouse.BuildAsync();
        var (finance, id, accounts) = await ServedAsync(house);
        await PayAsync(house, finance, accounts[2], "A1");
        MoveTo(house, accounts[0].Account.PayBy!.Value.AddDays(1));
        foreach (var account in accounts.Take(2))
        {
            await house.DoAsync(house.Officer1, id, new DemandPerformance { On = house.Today, Account = account.Number.ToString(), PaperNumber = "示市监罚催〔2026〕1号", Files = [await house.UploadAsync(house.Officer1)] });
        }

        var window = PaymentFile.WindowOf((await PaymentPath.AccountsAsync(house, id))[0], (await house.ReadAsync(house.Officer1, id)).File)!;
        MoveTo(house, window.Last.Day);
        foreach (var account in accounts.Take(2))
        {
            await house.DoAsync(house.Head, id, (await house.PrefilledAsync<ApplyToCourt>(house.Head, id)) with { Account = account.Number.ToString(), PaperNumber = "示市监执申〔2026〕1号", Files = [await house.UploadAsync(house.Head)] });
        }

        await house.DoAsync(house.Officer1, id, new RecordCourtEnd { Account = accounts[0].Number.ToString(), On = house.Today, PaperNumber = "（2026）示0101执1号", Files = [await house.UploadAsync(house.Officer1)] });
        Assert.Contains("payment.close.settled", CodesOf(await house.TryAsync(house.Head, id, new CloseCase { Opinion = "同意结案。" })));
        Assert.Null((await house.ReadAsync(house.Head, id)).File.Part<CaseFile>().EnforcementEndedOn);
        var late = (await PaymentPath.AccountsAsync(house, id))[1].Account.AccruedThrough(house.Today);
        await PayAsync(house, finance, accounts[1], "A2");
        await house.DoAsync(house.Head, id, (await house.PrefilledAsync<LeaveSurcharge>(house.Head, id)) with { Reason = "执行中主动缴清。" });
        Assert.True(late.Sum > Money.Zero);
        Assert.Equal(house.Today, (await house.ReadAsync(house.Head, id)).File.Part<CaseFile>().EnforcementEndedOn);
        await house.DoAsync(house.Head, id, new CloseCase { Opinion = "人民法院裁定终结执行，其余已经缴清，同意结案。" });
    }

    [Theory, EachDatabase, Row("8.24")]
    public async Task The_demand_stands_on_the_work_list_only_after_the_last_day_to_pay(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var (_, id, accounts) = await ServedAsync(house);
        Assert.DoesNotContain((await house.WorkAsync(house.Officer1)).Entries, e => e.Act == "payment.demand");
        MoveTo(house, accounts[0].Account.PayBy!.Value);
        Assert.DoesNotContain((await house.WorkAsync(house.Officer1)).Entries, e => e.Act == "payment.demand");
        MoveTo(house, accounts[0].Account.PayBy!.Value.AddDays(1));
        Assert.Equal(3, (await house.WorkAsync(house.Officer1)).Entries.Count(e => e.Act == "payment.demand" && e.DossierId == id));
    }

    [Fact, Row("6.6", "8.19", "8.24")]
    public async Task Notice_decision_and_payment_notices_name_each_person_with_his_sum_right_and_number()
    {
        await using var house = await TestHouse.BuildAsync();
        var id = await PenaltyPath.ToServedAsync(house, PenaltyCase.Personal with { Persons = "张三，法定代表人，12000\n李四，食品安全管理员，4000" });
        var accounts = await PaymentPath.AccountsAsync(house, id);
        var documents = await DocumentPath.CheckAllAsync(house, id);
        var notice = documents.Single(d => d.Draft.Form == "37");
        var decision = documents.Single(d => d.Draft.Form == "45");
        var payments = documents.Where(d => d.Draft.Form == "payment").ToArray();
        Assert.All([notice, decision, .. payments], d => Assert.Empty(d.Diagnostics.Where(x => x.Severity == Severity.Error).Select(x => $"{d.Draft.Name}: {x.Code} {x.Says}")));
        Assert.Contains("就拟对其处罚款12,000.00元（大写：壹万贰仟元整），张三本人有权自收到本告知书之日起五个工作日内陈述、申辩，并可以要求举行听证（拟对张三罚款12,000.00元，达到对个人的听证标准10,000元）", notice.Filled.Text, StringComparison.Ordinal);
        Assert.Contains("李四本人有权自收到本告知书之日起五个工作日内陈述、申辩；逾期没有提出的", notice.Filled.Text, StringComparison.Ordinal);
        Assert.Equal(3, payments.Select(p => p.Draft.Key).Distinct().Count());
        Assert.All(accounts, a => Assert.Contains(FormText.Spaced(a.Number), decision.Filled.Text, StringComparison.Ordinal));
        Assert.Equal(accounts.Select(a => (a.Debtor, Own: FormText.Spaced(a.Number))), payments.Select(p => (p.Draft.Party!.Name, Own: accounts.Select(a => FormText.Spaced(a.Number)).Single(n => p.Filled.Text.Contains(n, StringComparison.Ordinal)))));
        Assert.DoesNotContain("李四", payments[1].Filled.Text, StringComparison.Ordinal);
        Assert.Equal(3, Volume.Of((await house.ReadAsync(house.Officer1, id)).File).Select(i => i.Document).Intersect(payments.Select(p => p.Draft.Key)).Count());
    }

    [Fact, Row("8.24")]
    public void Acts_of_before_concern_the_party_and_still_read()
    {
        Assert.Null(((PaymentAct)ActTypes.Read("payment.impose-surcharge", """{"through":"2026-03-20","told":true,"reason":"逾期。","sum":100}""")).Concerns);
        Assert.Equal("990101202600000162", ((PaymentAct)ActTypes.Read("payment.return", """{"sum":500,"paymentNumber":"990101202600000162","on":"2026-03-20"}""")).Concerns);
        Assert.True(((PaymentAct)ActTypes.Read("payment.record-court-end", """{"on":"2026-03-20"}""")).EndsEnforcement);
        Assert.False(((PaymentAct)ActTypes.Read("payment.demand", """{"on":"2026-03-20"}""")).EndsEnforcement);
    }

    private static async Task<(CurrentPerson Finance, Guid Id, IReadOnlyList<DecisionAccount> Accounts)> ServedAsync(TestHouse house)
    {
        var finance = await PaymentPath.FinanceAsync(house);
        var id = await PenaltyPath.ToServedAsync(house, PenaltyCase.Personal);
        return (finance, id, await PaymentPath.AccountsAsync(house, id));
    }

    private static Task<Guid> PayAsync(TestHouse house, CurrentPerson finance, DecisionAccount account, string serial)
        => PaymentPath.PayAsync(house, finance, PaymentPath.Line(account.Number.ToString(), account.Account.Owed.Yuan, serial, house.Today));

    private static DemandPerformance Demand(TestHouse house, string number, Guid paper) => new() { On = house.Today, Account = number, PaperNumber = $"示市监罚催〔2026〕{number[^2..]}号", Files = [paper] };

    private static async Task DemandAsync(TestHouse house, Guid id, string number) => await house.DoAsync(house.Officer1, id, Demand(house, number, await house.UploadAsync(house.Officer1)));

    private static async Task ImposeAsync(TestHouse house, Guid id, string number)
        => await house.DoAsync(house.Head, id, (await house.PrefilledAsync<ImposeSurcharge>(house.Head, id)) with { Account = number, Told = true, Reason = "逾期。" });

    private static void MoveTo(TestHouse house, DateOnly day) => house.Clock.Advance(TimeSpan.FromDays(day.DayNumber - house.Today.DayNumber));

    private static string[] CodesOf(ActOutcome outcome) => outcome is ActOutcome.Refused refused ? [.. refused.Refusals.Select(r => r.Code)] : [];
}
