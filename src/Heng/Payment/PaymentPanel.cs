using Heng.Dossiers;
using Heng.Law.Codes;
using Heng.Law.Payment;

namespace Heng.Payment;

/// <summary>What the card of payment shows.</summary>
/// <param name="Accounts">The accounts, the last decision first.</param>
/// <param name="Today">Today.</param>
public sealed record PaymentView(IReadOnlyList<AccountView> Accounts, DateOnly Today)
{
    /// <summary>The Chinese name of a part.</summary>
    /// <param name="part">The part.</param>
    public static string NameOf(AccountPart part) => part switch { AccountPart.Fine => "罚款", AccountPart.Gain => "没收违法所得", AccountPart.Surcharge => "加处罚款", _ => "多缴待退" };

    /// <summary>The Chinese name of a kind of posting.</summary>
    /// <param name="kind">The kind.</param>
    public static string NameOf(PostingKind kind) => kind switch
    {
        PostingKind.Due => "决定应缴",
        PostingKind.Received => "银行收款",
        PostingKind.Imposed => "加处",
        PostingKind.Reduced => "协议减免",
        PostingKind.Corrected => "更正加处",
        PostingKind.Changed => "决定变更",
        PostingKind.Credited => "抵缴",
        _ => "退还",
    };

    /// <summary>The postings of an account, each with what is owed after it.</summary>
    /// <param name="account">The account.</param>
    public static IEnumerable<(Posting Posting, Money Owed)> LedgerOf(PenaltyAccount account)
    {
        ArgumentNullException.ThrowIfNull(account);
        var owed = Money.Zero;
        foreach (var posting in account.Ledger)
        {
            owed = posting.Part == AccountPart.Excess ? owed : owed + posting.Sum;
            yield return (posting, owed);
        }
    }

    /// <summary>The state of an instalment today.</summary>
    /// <param name="account">The account.</param>
    /// <param name="place">Its place in the last schedule.</param>
    public string StateOf(PenaltyAccount account, int place)
    {
        ArgumentNullException.ThrowIfNull(account);
        var plan = account.Schedules[^1].Instalments;
        var later = Money.Sum(plan.Skip(place + 1).Select(i => i.Sum));
        return account.Balance(AccountPart.Fine) <= later ? "已缴" : plan[place].DueOn < Today ? "逾期" : "未到期";
    }
}

/// <summary>An account as the card of payment shows it.</summary>
/// <param name="Item">The account.</param>
/// <param name="IsOneOfSeveral">Whether the card shows others too, so that its debtor is named.</param>
/// <param name="Window">When the court may be asked; null while it is not served or nothing is owed.</param>
/// <param name="LastDemand">The last day to serve a demand in time; null with a demand.</param>
/// <param name="Accrued">What has accrued until today; null for a decision that is not in force.</param>
public sealed record AccountView(DecisionAccount Item, bool IsOneOfSeveral, CourtWindow? Window, DateOnly? LastDemand, SurchargeCount? Accrued);

/// <summary>The card of payment on the page of a dossier.</summary>
internal sealed class PaymentPanel : IDossierPanel
{
    public int Order => 45;

    public string Title => "罚没款";

    public string View => "/Payment/Pages/_Payment.cshtml";

    public object? ModelOf(DossierFile file, ActContext context)
    {
        var payment = PaymentFile.Of(file);
        if (payment.Accounts.Count == 0)
        {
            return null;
        }

        var demand = file.Law.Deadlines.Limits.Find("L72")!.Period.Length;
        var shown = payment.Accounts.Where(a => a.Person is not null || a.Account.Ledger.Count > 0 || payment.Accounts.Count == 1);
        return new PaymentView([.. shown.GroupBy(a => a.Penalty.Number).Reverse().SelectMany(g => g.Select(a => ViewOf(a, file, context, demand)))], context.Today);

        AccountView ViewOf(DecisionAccount account, DossierFile file, ActContext context, int demand)
        {
            var isCurrent = payment.Current.Contains(account);
            var window = isCurrent && !account.IsOver && account.Account.Owed > Money.Zero ? PaymentFile.WindowOf(account, file) : null;
            return new(account, payment.Accounts.Count > 1, window, account.Demand is null ? window?.LastDemand(file.Law.Deadlines.Calendar, demand) : null, isCurrent ? account.Account.AccruedThrough(context.Today) : null);
        }
    }
}
