using System.Runtime.CompilerServices;
using Heng.Cases;
using Heng.Dossiers;
using Heng.Law.Codes;
using Heng.Law.Payment;
using Heng.Law.Procedure;
using Heng.Law.Reasoning;
using Heng.Payment.Steps;

namespace Heng.Payment;

/// <summary>Account of one debtor of a decision (罚没款账户) with what was done to enforce it: of the party, or of a responsible person who is fined beside it.</summary>
/// <param name="Number">The payment number.</param>
/// <param name="Penalty">The decision.</param>
/// <param name="Account">What is due and received.</param>
/// <param name="IsAnnulled">Whether the decision was revoked and the case is handled anew.</param>
public sealed record DecisionAccount(PaymentNumber Number, DecidedPenalty Penalty, PenaltyAccount Account, bool IsAnnulled = false)
{
    /// <summary>The fined responsible person; null for the party.</summary>
    public PersonalFine? Person { get; init; }

    /// <summary>Name of the debtor.</summary>
    public string Debtor { get; init; } = "";

    /// <summary>The debtor as people read it: name, and what a responsible person is.</summary>
    public string Who => Person is { } person ? $"{person.Name}（{person.Post}）" : Debtor;

    /// <summary>The day on which the debtor received the decision; null before.</summary>
    public DateOnly? ServedOn { get; init; }

    /// <summary>The demand; null without one, and when time to pay was given after it.</summary>
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
/// <param name="Accounts">The accounts of every decision, the last one last: the party, then each responsible person who is fined.</param>
public sealed record PaymentFile(IReadOnlyList<DecisionAccount> Accounts)
{
    private static readonly PaymentFile none = new([]);
    private static readonly ConditionalWeakTable<DossierFile, PaymentFile> known = [];

    /// <summary>The accounts of the decision in force, the party first; empty without one.</summary>
    public IReadOnlyList<DecisionAccount> Current { get; } = [.. Accounts.Where(a => !a.IsAnnulled && a.Penalty.Number == Accounts[^1].Penalty.Number)];

    /// <summary>Whether a decision is in force and nothing of it is left to be paid or decided.</summary>
    public bool IsSettled => Current.Count > 0 && Current.All(a => a.Account.IsSettled);

    /// <summary>Whether a decision is in force and each of its accounts is settled or ended by the court.</summary>
    public bool IsOver => Current.Count > 0 && Current.All(a => a.IsOver);

    /// <summary>What is still to be paid of the decision in force.</summary>
    public Money Owed => Money.Sum(Current.Select(a => a.Account.Owed));

    /// <summary>The accounts with money to be returned, of the oldest decision first (先决定的先退).</summary>
    public IEnumerable<DecisionAccount> WithExcess => Accounts.Where(a => a.Account.Excess > Money.Zero);

    /// <summary>The account that an act concerns: what it names, else the party of the decision in force; null for none.</summary>
    /// <param name="number">The payment number; null where the act names none.</param>
    public DecisionAccount? Find(string? number) => number is null ? Current.FirstOrDefault(a => a.Person is null) : Accounts.FirstOrDefault(a => a.Number.ToString() == number);

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
        return account.ServedOn is not { } served ? null
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
        return new([.. decisions.SelectMany((first, i) => AccountsOf(file, first, i + 1 < decisions.Length ? decisions[i + 1] : int.MaxValue))]);
    }

    private static IEnumerable<DecisionAccount> AccountsOf(DossierFile file, int first, int next)
    {
        var revoked = file.Acts.FirstOrDefault(a => a.Number > first && a.Transition?.Act == ActKind.ActAnew);
        var penalty = (revoked is null ? file : file.AsOf(revoked.Number - 1)).Part<CaseFile>().Penalty;
        if (penalty is null)
        {
            return [];
        }

        var party = file.Part<Affair>().Party?.Name ?? "";
        return
        [
            AccountOf(file, first, next, penalty, 0, penalty.Sanction.Fine, penalty.Sanction.ConfiscatedGain) with { Debtor = party },
            .. penalty.Sanction.Personal.Select((person, n) => AccountOf(file, first, next, penalty, n + 1, person.Fine, Money.Zero) with { Debtor = person.Name, Person = person }),
        ];
    }

    private static DecisionAccount AccountOf(DossierFile file, int first, int next, DecidedPenalty penalty, int person, Money fine, Money gain)
    {
        var account = PenaltyAccount.Open(fine, gain, penalty.On, file.Law.Payment.PolicyOn(penalty.On));
        if (penalty.ServedOn is { } served)
        {
            account = account.Served(PaymentDays.PayBy(file.Law.Deadlines, served).Day);
        }

        var state = new DecisionAccount(penalty.PaymentNumberIn(file.Number, person), penalty, account) { ServedOn = penalty.ServedOn };
        foreach (var done in file.Acts.Where(a => a.Number > first))
        {
            var isCurrent = done.Number < next;
            state = isCurrent && done.Act is IServesAPerson service && service.Place == person ? Served(state, service.ReceivedOn, done.On, file) : After(state, done, isCurrent, person == 0);
        }

        return state;
    }

    /// <summary>The account of a person who received the decision on another day than the party (行政处罚法第六十七条第三款): his own fifteen days run from it.</summary>
    /// <remarks>A demand of before the end of them came too early and is none.</remarks>
    private static DecisionAccount Served(DecisionAccount state, DateOnly received, DateOnly on, DossierFile file)
    {
        var account = state.Account.ServedAnew(PaymentDays.PayBy(file.Law.Deadlines, received).Day, on);
        return state with { ServedOn = received, Account = account, Demand = state.Demand?.On <= account.LastDay ? null : state.Demand };
    }

    private static DecisionAccount After(DecisionAccount state, RecordedAct done, bool isCurrent, bool isParty)
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

        if (done.Act is not PaymentAct act || !(act.Concerns is { } number ? number == state.Number.ToString() : isCurrent && isParty))
        {
            return state;
        }

        state = state with { Account = act.ApplyTo(state.Account, done.On) ?? state.Account };
        return act switch
        {
            DemandPerformance demand => state with { Demand = demand },
            DeferPayment => state with { Demand = null },
            ApplyToCourt court => state with { Court = court },
            RecordCourtEnd => state with { IsEnded = true },
            _ => state,
        };
    }
}
