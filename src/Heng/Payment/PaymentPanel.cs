using Heng.Dossiers;
using Heng.Law.Codes;
using Heng.Law.Payment;

namespace Heng.Payment;

/// <summary>What the card of payment shows.</summary>
/// <param name="Accounts">The accounts of the decisions, the last one last.</param>
/// <param name="Window">When the court may be asked; null while it is not served or nothing is owed.</param>
/// <param name="LastDemand">The last day to serve a demand in time; null with a demand.</param>
/// <param name="Accrued">What has accrued until today and is not decided upon.</param>
/// <param name="Today">Today.</param>
public sealed record PaymentView(IReadOnlyList<DecisionAccount> Accounts, CourtWindow? Window, DateOnly? LastDemand, SurchargeCount? Accrued, DateOnly Today)
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

        var now = payment.Now;
        var window = now is { IsOver: false } && now.Account.Owed > Money.Zero ? PaymentFile.WindowOf(now, file) : null;
        var demand = file.Law.Deadlines.Limits.Find("L72")!.Period.Length;
        return new PaymentView(payment.Accounts, window, now?.Demand is null ? window?.LastDemand(file.Law.Deadlines.Calendar, demand) : null, now?.Account.AccruedThrough(context.Today), context.Today);
    }
}
