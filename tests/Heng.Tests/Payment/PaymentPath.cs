using System.Text;
using Heng.Payment;
using Heng.Payment.Storage;
using Heng.Platform.People;
using Heng.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Heng.Tests.Payment;

/// <summary>The bank and the finance desk, as tests use them.</summary>
internal static class PaymentPath
{
    public static async Task<CurrentPerson> FinanceAsync(TestHouse house) => await house.HireAsync("对账己", house.Division, PersonRoles.Finance);

    public static async Task<DecisionAccount> AccountAsync(TestHouse house, Guid id) => PaymentFile.Of((await house.ReadAsync(house.Head, id)).File).Accounts.Last(a => a.Person is null);

    /// <summary>The accounts of the decision in force, the party first.</summary>
    public static async Task<IReadOnlyList<DecisionAccount>> AccountsAsync(TestHouse house, Guid id) => PaymentFile.Of((await house.ReadAsync(house.Head, id)).File).Current;

    /// <summary>A line of a bank file.</summary>
    public static string Line(string number, decimal yuan, string serial, DateOnly on) => FormattableString.Invariant($"{number},{yuan:0.00},{serial},{on:yyyy-MM-dd},示例付款人");

    public static byte[] FileOf(params IEnumerable<string> lines) => Encoding.UTF8.GetBytes(string.Join('\n', lines.Prepend(string.Join(',', BankFileReader.Columns))) + "\n");

    public static async Task<Guid> TakeAsync(TestHouse house, CurrentPerson me, byte[] content)
    {
        await using var scope = house.Services.CreateAsyncScope();
        using var stream = new MemoryStream(content);
        var (file, _, says) = await scope.ServiceProvider.GetRequiredService<BankDesk>().TakeAsync(me, "对账.csv", stream, TestContext.Current.CancellationToken);
        return file ?? throw new InvalidOperationException(says);
    }

    public static async Task<int> BookAsync(TestHouse house, CurrentPerson me, Guid file, int most = 1000)
    {
        await using var scope = house.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<BankDesk>().BookAsync(me, file, most, TestContext.Current.CancellationToken);
    }

    public static async Task<BankFileView> ShowAsync(TestHouse house, CurrentPerson me, Guid file)
    {
        await using var scope = house.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<BankDesk>().FindAsync(me, file, 10, TestContext.Current.CancellationToken))!.Value.File;
    }

    /// <summary>The bank sends a file with these lines and it is booked.</summary>
    public static async Task<Guid> PayAsync(TestHouse house, CurrentPerson me, params string[] lines)
    {
        var file = await TakeAsync(house, me, FileOf(lines));
        await BookAsync(house, me, file);
        return file;
    }
}
