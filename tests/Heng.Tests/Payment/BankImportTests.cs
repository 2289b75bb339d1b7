using Heng.Dossiers;
using Heng.Law.Codes;
using Heng.Payment.Model;
using Heng.Payment.Steps;
using Heng.Payment.Storage;
using Heng.Platform.People;
using Heng.Tests.Cases;
using Heng.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Heng.Tests.Payment;

public sealed class BankImportTests
{
    [Theory, EachDatabase, Row("8.24")]
    public async Task A_payment_of_the_bank_settles_the_account_and_is_the_step_of_performance(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var finance = await PaymentPath.FinanceAsync(house);
        var id = await PenaltyPath.ToServedAsync(house);
        var account = await PaymentPath.AccountAsync(house, id);
        var number = account.Number.ToString();
        await PaymentPath.PayAsync(house, finance, PaymentPath.Line(number, 1_000, "A1", house.Today));
        Assert.False((await house.ReadAsync(house.Head, id)).File.Procedure.Performed);
        var file = await PaymentPath.PayAsync(house, finance, PaymentPath.Line(number, account.Account.Owed.Yuan - 1_000, "A2", house.Today));
        Assert.Equal(1, (await PaymentPath.ShowAsync(house, finance, file)).Of(BankLineState.Booked));
        var (dossier, _) = await house.ReadAsync(house.Head, id);
        Assert.Equal(("S90", true), (dossier.Procedure.Performance, dossier.Procedure.Performed));
        Assert.Equal("CH16", dossier.Acts[^1].Transition!.Id);
        Assert.Equal(Money.Zero, (await PaymentPath.AccountAsync(house, id)).Account.Owed);
    }

    [Theory, EachDatabase, Row("8.24")]
    public async Task The_same_file_again_or_twice_at_once_books_every_serial_once(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var finance = await PaymentPath.FinanceAsync(house);
        var id = await PenaltyPath.ToServedAsync(house);
        var number = (await PaymentPath.AccountAsync(house, id)).Number.ToString();
        string[] lines = [.. Enumerable.Range(1, 4).Select(i => PaymentPath.Line(number, 10, $"S{i}", house.Today))];
        var first = await PaymentPath.TakeAsync(house, finance, PaymentPath.FileOf(lines));
        Assert.Equal(first, await PaymentPath.TakeAsync(house, finance, PaymentPath.FileOf(lines)));
        // Another file, with the same serials in another order.
        var second = await PaymentPath.TakeAsync(house, finance, PaymentPath.FileOf(lines.Reverse()));
        await Task.WhenAll(PaymentPath.BookAsync(house, finance, first), PaymentPath.BookAsync(house, finance, second), PaymentPath.BookAsync(house, finance, first));
        await PaymentPath.BookAsync(house, finance, first);
        await PaymentPath.BookAsync(house, finance, second);
        Assert.Equal(["S1", "S2", "S3", "S4"], (await PaymentPath.AccountAsync(house, id)).Account.Receipts.Select(r => r.Serial).Order());
        var views = new[] { await PaymentPath.ShowAsync(house, finance, first), await PaymentPath.ShowAsync(house, finance, second) };
        Assert.Equal(4, views.Sum(v => v.Of(BankLineState.Booked)));
        Assert.Equal(4, views.Sum(v => v.Of(BankLineState.Duplicate, BankLineState.Refused)));
        // A third file of another day brings the same serial once more.
        var third = await PaymentPath.PayAsync(house, finance, PaymentPath.Line(number, 11, "S1", house.Today));
        Assert.Equal(1, (await PaymentPath.ShowAsync(house, finance, third)).Of(BankLineState.Duplicate));
    }

    [Theory, EachDatabase, Row("8.24")]
    public async Task Nobody_marks_a_decision_as_paid_by_hand(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var finance = await PaymentPath.FinanceAsync(house);
        var id = await PenaltyPath.ToServedAsync(house);
        var account = await PaymentPath.AccountAsync(house, id);
        var typed = new ReceivePayment { PaymentNumber = account.Number.ToString(), Serial = "H1", ReceivedOn = house.Today, Sum = account.Account.Owed.Fen, Payer = "示例付款人" };
        foreach (var person in new[] { house.Officer1, house.UnitHead, house.Reviewer, house.Head })
        {
            Assert.IsType<ActOutcome.Forbidden>(await house.TryAsync(person, id, typed));
        }

        Assert.Equal(["payment.receipt.from-bank"], CodesOf(await house.TryAsync(finance, id, typed)));
        Assert.Empty(ActTypes.Of(typed).Fields);
        Assert.NotEmpty(CodesOf(await house.TryAsync(house.Head, id, new ConfirmPerformance())));
        // No other act that is, or may become, the step of performance does so while something is owed; a later decision that asks for less is no payment, and lies with it.
        foreach (var type in ActTypes.All.Where(t => t.Type != typeof(ReceivePayment) && t.Type != typeof(ChangeDue)))
        {
            var (file, _) = await house.ReadAsync(house.Head, id);
            Assert.True(type.Empty.StepIn(file) is not Heng.Law.Procedure.ActKind.RecordPayment || !type.Empty.IsOffered(file), type.Code);
        }

        Assert.False((await house.ReadAsync(house.Head, id)).File.Procedure.Performed);
        Assert.Contains("payment.close.settled", CodesOf(await house.TryAsync(house.Head, id, new Heng.Cases.Steps.Closing.CloseCase { Opinion = "同意结案。" })));
    }

    [Fact, Row("8.24")]
    public async Task A_line_with_another_sum_than_the_file_or_for_ones_own_case_is_refused()
    {
        await using var house = await TestHouse.BuildAsync();
        var both = await house.HireAsync("一人两岗", house.Station, PersonRoles.Finance | PersonRoles.Officer);
        var finance = await PaymentPath.FinanceAsync(house);
        var id = await PenaltyPath.ToServedAsync(house);
        var number = (await PaymentPath.AccountAsync(house, id)).Number.ToString();
        var file = await PaymentPath.TakeAsync(house, finance, PaymentPath.FileOf(PaymentPath.Line(number, 10, "T1", house.Today)));
        await using (var db = house.Db(finance.Reach))
        {
            var line = db.Set<BankLine>().Single(l => l.FileId == file);
            var act = ReceivePayment.Of(line, db.Set<BankFile>().Single().Sha256);
            Assert.Equal(["payment.receipt.from-bank"], CodesOf(await house.TryAsync(finance, id, act with { Sum = 66_000_00 })));
            Assert.Equal(["payment.receipt.from-bank"], CodesOf(await house.TryAsync(finance, id, act with { ReceivedOn = house.Today.AddDays(-3) })));
            var handler = house.Officer1 with { Roles = PersonRoles.Officer | PersonRoles.Finance };
            Assert.Equal(["payment.receipt.no-own-case"], CodesOf(await house.TryAsync(handler, id, act)));
            Assert.IsType<ActOutcome.Done>(await house.TryAsync(both, id, act));
            Assert.Contains("payment.receipt.once", CodesOf(await house.TryAsync(finance, id, act)));
        }
    }

    [Fact, Row("8.24")]
    public async Task What_matches_nothing_waits_until_its_decision_comes_or_it_is_cleared()
    {
        await using var house = await TestHouse.BuildAsync();
        var finance = await PaymentPath.FinanceAsync(house);
        var early = PaymentNumber.Of(house.Bureau.AreaCode, 2026, 1).ToString();
        var strange = PaymentNumber.Of(house.Bureau.AreaCode, 2026, 77).ToString();
        var file = await PaymentPath.PayAsync(house, finance, PaymentPath.Line(early, 10, "U1", house.Today), PaymentPath.Line(strange, 20, "U2", house.Today));
        Assert.Equal(2, (await PaymentPath.ShowAsync(house, finance, file)).Of(BankLineState.Unmatched));
        var id = await PenaltyPath.ToServedAsync(house);
        await using (var scope = house.Services.CreateAsyncScope())
        {
            var desk = scope.ServiceProvider.GetRequiredService<BankDesk>();
            await desk.MatchAgainAsync(finance, file, TestContext.Current.CancellationToken);
            Assert.Equal(0, await desk.BookAsync(finance, file, 10, TestContext.Current.CancellationToken));
            var (_, lines) = (await desk.FindAsync(finance, file, 10, TestContext.Current.CancellationToken))!.Value;
            Assert.True(await desk.ClearAsync(finance, lines.Single(l => l.Serial == "U2").Id, "属于他局，已退回付款人", TestContext.Current.CancellationToken));
            Assert.False(await desk.ClearAsync(finance, lines.Single(l => l.Serial == "U1").Id, "不能清理已入账", TestContext.Current.CancellationToken));
        }

        Assert.Equal(new Money(10_00), (await PaymentPath.AccountAsync(house, id)).Account.Received);
        var view = await PaymentPath.ShowAsync(house, finance, file);
        Assert.Equal((1, 1), (view.Of(BankLineState.Booked), view.Of(BankLineState.Cleared)));
    }

    [Fact, Row("8.24")]
    public async Task A_file_of_ten_thousand_lines_is_read_in_parts()
    {
        await using var house = await TestHouse.BuildAsync();
        var finance = await PaymentPath.FinanceAsync(house);
        var lines = Enumerable.Range(1, 10_000).Select(i => PaymentPath.Line(PaymentNumber.Of("990101", 2025, i).ToString(), i, $"L{i % 9_999}", house.Today));
        var file = await PaymentPath.TakeAsync(house, finance, PaymentPath.FileOf(lines));
        var view = await PaymentPath.ShowAsync(house, finance, file);
        Assert.Equal((9_999, 1), (view.Of(BankLineState.Unmatched), view.Of(BankLineState.Duplicate)));
    }

    private static string[] CodesOf(ActOutcome outcome) => outcome is ActOutcome.Refused refused ? [.. refused.Refusals.Select(r => r.Code)] : [];
}
