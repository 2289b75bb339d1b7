using System.Runtime.CompilerServices;
using Heng.Cases;
using Heng.Dossiers;
using Heng.Law.Codes;
using Heng.Law.Payment;
using Heng.Law.Procedure;
using Heng.Payment.Steps;

namespace Heng.Payment;

/// <summary>Account of one decision of a dossier (罚没款账户) with what was done to enforce it.</summary>
/// <param name="Number">The payment number.</param>
/// <param name="Penalty">The decision.</param>
/// <param name="Account">What is due and received.</param>
/// <param name="IsAnnulled">Whether the decision was revoked and the case is handled anew.</param>
public sealed record DecisionAccount(PaymentNumber Number, DecidedPenalty Penalty, PenaltyAccount Account, bool IsAnnulled = false)
{
    /// <summary>The demand; null without one.</summary>
    public DemandPerformance? Demand { get; init; }

    /// <summary>The court application; null without one.</summary>
    public ApplyToCourt? Court { get; init; }

    /// <summary>Whether the court ended the enforcement.</summary>
    public bool IsEnded { get; init; }

    /// <summary>The day on which a decision on reconsideration upheld; null without.</summary>
    public DateOnly? ReconsideredOn { get; init; }

    /// <summary>The day on which a judgment upheld; null without.</summary>
    public DateOnly? JudgedOn { get; init; }

    /// <summary>Whether nothing is left to be paid or decided, or the court has ended the enforcement.</summary>
    public bool IsOver => IsEnded || Account.IsSettled;
}

/// <summary>Payment (罚缴): the accounts of the decisions of a dossier, derived from its record.</summary>
/// <param name="Accounts">The account of every decision, the last one last.</param>
public sealed record PaymentFile(IReadOnlyList<DecisionAccount> Accounts)
{
    private static readonly PaymentFile none = new([]);
    private static readonly ConditionalWeakTable<DossierFile, PaymentFile> known = [];

    /// <summary>The account of the decision in force; null without one.</summary>
    public DecisionAccount? Now => Accounts.Count > 0 && !Accounts[^1].IsAnnulled ? Accounts[^1] : null;

    /// <summary>The first account with money to be returned; null for none.</summary>
    public DecisionAccount? WithExcess => Accounts.FirstOrDefault(a => a.Account.Excess > Money.Zero);

    /// <summary>The payment of a dossier.</summary>
    /// <param name="file">The dossier.</param>
    public static PaymentFile Of(DossierFile file) => known.GetValue(file, Derive);

    /// <summary>When the court may be asked; null while the decision is not served.</summary>
    /// <param name="account">The account.</param>
    /// <param name="file">The dossier.</param>
    public static CourtWindow? WindowOf(DecisionAccount account, DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(file);
        return account.Penalty.ServedOn is not { } served ? null
            : PaymentDays.Window(file.Law.Deadlines, new(served, account.ReconsideredOn, account.JudgedOn), account.Account.Schedules.IsEmpty ? null : account.Account.LastDay, account.Demand?.On, file.Law.Payment.Alarms);
    }

    private static PaymentFile Derive(DossierFile file)
    {
        int[] decisions = [.. file.Acts.Where(a => a.Transition?.Act == ActKind.DecidePenalty).Select(a => a.Number)];
        if (decisions.Length == 0)
        {
            return none;
        }

        // Receipts are booked to the decision that their number names, also after it was revoked.
        return new([.. decisions.Select((first, i) => AccountOf(file, first, i + 1 < decisions.Length ? decisions[i + 1] : int.MaxValue)).OfType<DecisionAccount>()]);
    }

    private static DecisionAccount? AccountOf(DossierFile file, int first, int next)
    {
        var revoked = file.Acts.FirstOrDefault(a => a.Number > first && a.Transition?.Act == ActKind.ActAnew);
        var penalty = (revoked is null ? file : file.AsOf(revoked.Number - 1)).Part<CaseFile>().Penalty;
        if (penalty is null)
        {
            return null;
        }

        var account = PenaltyAccount.Open(penalty.Sanction.Fine, penalty.Sanction.ConfiscatedGain, penalty.On, file.Law.Payment.PolicyOn(penalty.On));
        if (penalty.ServedOn is { } served)
        {
            account = account.Served(PaymentDays.PayBy(file.Law.Deadlines, served).Day);
        }

        var state = new DecisionAccount(penalty.PaymentNumberIn(file.Number), penalty, account);
        foreach (var done in file.Acts.Where(a => a.Number > first))
        {
            state = After(state, done, done.Number < next);
        }

        return state;
    }

    private static DecisionAccount After(DecisionAccount state, RecordedAct done, bool isCurrent)
    {
        var paper = (done.Act as IFromPaper)?.On ?? done.On;
        switch (done.Transition?.Act)
        {
            case ActKind.RecordReconsideration or ActKind.RecordSuit when isCurrent:
                return state with { Account = state.Account.Pause(paper) };
            case ActKind.RecordRemedyUpheld when isCurrent:
                var resumed = state with { Account = state.Account.Resume(paper) };
                return done.Transition.From == "R10" ? resumed with { ReconsideredOn = paper } : resumed with { JudgedOn = paper };
            case ActKind.ActAnew when isCurrent && !state.IsAnnulled:
                return state with { IsAnnulled = true, Account = state.Account.Resume(paper).Change(Money.Zero, Money.Zero, done.On) };
        }

        if (done.Act is not PaymentAct act || !(act.Concerns is { } number ? number == state.Number.ToString() : isCurrent))
        {
            return state;
        }

        state = state with { Account = act.ApplyTo(state.Account, done.On) ?? state.Account };
        return act switch
        {
            DemandPerformance demand => state with { Demand = demand },
            ApplyToCourt court => state with { Court = court },
            RecordCourtEnd => state with { IsEnded = true },
            _ => state,
        };
    }
}
