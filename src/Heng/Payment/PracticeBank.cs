using System.Globalization;
using System.Text;
using Heng.Dossiers;
using Heng.Law.Codes;
using Heng.Payment.Storage;
using Heng.Platform.People;
using Heng.Platform.Shell;

namespace Heng.Payment;

/// <summary>Practice bank (演练银行): writes the file that a bank would send of a party that pays what it owes. Practice data alone have it.</summary>
public static class PracticeBank
{
    private const int MostDebtors = 100;

    /// <summary>The file of a dossier; null while nothing is owed.</summary>
    /// <param name="file">The dossier.</param>
    /// <param name="on">The day on which the bank receives the sum.</param>
    public static byte[]? FileOf(DossierFile file, DateOnly on)
    {
        string[] lines = [.. PaymentFile.Of(file).Current.Where(a => a.Account.Owed > Money.Zero).Select(LineOf)];
        return lines.Length == 0 ? null : Encoding.UTF8.GetBytes($"{string.Join(',', BankFileReader.Columns)}\n{string.Join('\n', lines)}\n");

        string LineOf(DecisionAccount now)
            => string.Create(CultureInfo.InvariantCulture, $"{now.Number},{now.Account.Owed.Yuan:0.00},演练{now.Number}{now.Account.Receipts.Count + 1:00},{on:yyyy-MM-dd},演示付款人");
    }

    /// <summary>The bank sends its file, and finance takes it in and books it.</summary>
    /// <param name="services">The services of one scope.</param>
    /// <param name="desk">The act desk.</param>
    /// <param name="time">The clock.</param>
    /// <param name="me">Who does it.</param>
    /// <param name="file">The dossier.</param>
    /// <param name="stop">Stops the work.</param>
    /// <returns>Why it was not booked; null when it was.</returns>
    public static async Task<string?> PayAsync(IServiceProvider services, ActDesk desk, TimeProvider time, CurrentPerson me, DossierFile file, CancellationToken stop = default)
    {
        if (FileOf(file, time.TodayInBeijing()) is not { } content)
        {
            return "没有应缴的款项。";
        }

        var bank = ActivatorUtilities.CreateInstance<BankDesk>(services, desk, time);
        using var stream = new MemoryStream(content);
        var (taken, _, says) = await bank.TakeAsync(me, "演练对账文件.csv", stream, stop);
        return taken is not { } id ? says : await bank.BookAsync(me, id, MostDebtors, stop) == 0 ? null : "对账文件没有入账。";
    }
}
