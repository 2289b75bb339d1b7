using System.Text.Json.Serialization;
using Heng.Cases;
using Heng.Dossiers;
using Heng.Law.Codes;
using Heng.Law.Payment;
using Heng.Law.Procedure;

namespace Heng.Payment.Steps;

/// <summary>An act of payment (罚缴行为): it changes the account of a debtor, and is the step of full performance when it settles the last account of the decision.</summary>
public abstract record PaymentAct : DossierAct, IEndsEnforcement
{
    /// <summary>The payment number of the account that the act concerns; null for that of the party of the decision in force.</summary>
    [JsonIgnore]
    public virtual string? Concerns => null;

    /// <summary>Whether nothing of the decision is left after the act, a part of it being ended by the court; frozen.</summary>
    public bool? Ends { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public virtual bool EndsEnforcement => Ends == true;

    /// <summary>The account after the act; null when the act does not fit it.</summary>
    /// <param name="account">The account before.</param>
    /// <param name="on">The day of the act.</param>
    public virtual PenaltyAccount? ApplyTo(PenaltyAccount account, DateOnly on) => account;

    /// <inheritdoc/>
    public override ActKind? StepIn(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return base.StepIn(file) ?? (!file.Procedure.Performed && file.Next.Any(t => t.Act == ActKind.RecordPayment) && Lasts(file, file.Acts[^1].On, settled: true) ? ActKind.RecordPayment : null);
    }

    /// <inheritdoc/>
    public override DossierAct Frozen(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(context);
        return file.Procedure.Performance == "S93" && Lasts(file, context.Today, settled: false) ? this with { Ends = true } : this with { Ends = IsCourtEnd ? false : null };
    }

    /// <summary>Whether the court ends the enforcement of the account by the act.</summary>
    [JsonIgnore]
    protected virtual bool IsCourtEnd => false;

    /// <summary>The account that the act concerns; null for none.</summary>
    /// <param name="file">The dossier.</param>
    protected virtual DecisionAccount? ChosenIn(DossierFile file) => PaymentFile.Of(file).Find(Concerns);

    /// <summary>Whether a decision is served and one of its accounts open.</summary>
    /// <param name="file">The dossier.</param>
    protected static bool IsRunning(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Procedure.Main == "S76" && PaymentFile.Of(file).Current.Any(IsOpen);
    }

    /// <summary>Whether an account is served and open.</summary>
    /// <param name="account">The account.</param>
    protected static bool IsOpen(DecisionAccount account) => account is { IsAnnulled: false, IsOver: false, Account.PayBy: not null };

    /// <summary>A fault when a day lies after today or before the decision.</summary>
    /// <param name="field">Name of the field.</param>
    /// <param name="on">The day.</param>
    /// <param name="file">The dossier.</param>
    /// <param name="context">Today.</param>
    protected static IEnumerable<InputFault> DayFaults(string field, DateOnly on, DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return on > context.Today || (PaymentFile.Of(file).Current is [{ Penalty.On: var decided }, ..] && on < decided) ? [new(field, "日期应当在处罚决定之日和今天之间。")] : [];
    }

    /// <summary>A sum for people.</summary>
    /// <param name="sum">The sum.</param>
    protected static string Yuan(Money sum) => $"{sum} 元";

    /// <summary>Whether the act is what settles the decision in force: its own account by it, and all others before.</summary>
    private bool Lasts(DossierFile file, DateOnly on, bool settled)
    {
        var payment = PaymentFile.Of(file);
        return ChosenIn(file) is { Account.IsSettled: false, IsAnnulled: false } own && payment.Current.Contains(own)
            && ((!settled && IsCourtEnd) || ApplyTo(own.Account, on) is { IsSettled: true })
            && payment.Current.All(a => ReferenceEquals(a, own) || (settled ? a.Account.IsSettled : a.IsOver));
    }
}

/// <summary>An act of payment that concerns one debtor, chosen where several are open (缴款人).</summary>
public abstract record DebtorAct : PaymentAct
{
    /// <summary>Payment number of the account; null in acts of before, which concern the party.</summary>
    [Field("缴款人", Kind = FieldKind.Choice, Optional = true, Order = -1, Help = "当事人和被处罚款的责任人员各有账户和缴款码，分别办理。")]
    public string? Account { get; init; }

    /// <inheritdoc/>
    public override string? Concerns => Account;

    /// <inheritdoc/>
    public override ActKind? StepIn(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        // The track of performance follows the debtor who is furthest and never goes back: what is done to one who stands before that moves no stage.
        return IsBeside(file) ? null : base.StepIn(file);
    }

    /// <inheritdoc/>
    public override bool IsOffered(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return OpenIn(file).Any() && (base.IsOffered(file) || IsBesideStage(file));
    }

    /// <inheritdoc/>
    public override bool AsksFor(string field, DossierFile file) => field != nameof(Account) || OpenIn(file).Skip(1).Any();

    /// <inheritdoc/>
    public override IEnumerable<(string Value, string Label)> ChoicesOf(string field, DossierFile file, ActContext context)
        => field == nameof(Account) ? OpenIn(file).Select(a => (a.Number.ToString(), $"{a.Who}（未缴 {a.Account.Owed} 元）")) : base.ChoicesOf(field, file, context);

    /// <inheritdoc/>
    public override DossierAct Prefilled(DossierFile file, ActContext context) => this with { Account = OpenIn(file).ToArray() is [var only] ? only.Number.ToString() : null };

    /// <inheritdoc/>
    public override IEnumerable<InputFault> Faults(DossierFile file, ActContext context)
        => string.IsNullOrEmpty(Account) && OpenIn(file).Skip(1).Any() ? [new("account", "有几个缴款人，请选择本次办理的是谁。")] : [];

    /// <inheritdoc/>
    public override DossierAct Frozen(DossierFile file, ActContext context) => ((DebtorAct)base.Frozen(file, context)) with { Account = ChosenIn(file)?.Number.ToString() };

    /// <summary>Whether the act may concern an account now.</summary>
    /// <param name="account">The account.</param>
    protected virtual bool Fits(DecisionAccount account) => IsOpen(account);

    /// <summary>The accounts that the act may concern now.</summary>
    /// <param name="file">The dossier.</param>
    protected IEnumerable<DecisionAccount> OpenIn(DossierFile file) => PaymentFile.Of(file).Accounts.Where(Fits);

    /// <inheritdoc/>
    protected override DecisionAccount? ChosenIn(DossierFile file)
        => !string.IsNullOrEmpty(Account) ? PaymentFile.Of(file).Find(Account) : OpenIn(file).Take(2).ToArray() is [var only] ? only : PaymentFile.Of(file).Find(null);

    /// <summary>Stages of performance, besides that of the step, in which the act may be done for a debtor who has not come to them, or was given time again.</summary>
    [JsonIgnore]
    protected virtual IReadOnlyList<string> Later => [];

    private bool IsBesideStage(DossierFile file) => file.Procedure is { Main: "S76", Performance: { } stage, Performed: false } && Later.Contains(stage);

    private bool IsBeside(DossierFile file) => IsBesideStage(file) && ChosenIn(file) is { } chosen && Fits(chosen) && Waits(chosen);

    /// <summary>Whether the account has not come to the step of the act, whatever others have.</summary>
    /// <param name="account">The account.</param>
    protected virtual bool Waits(DecisionAccount account) => false;
}
