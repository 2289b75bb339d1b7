using System.Text.Json.Serialization;
using Heng.Dossiers;
using Heng.Law.Codes;
using Heng.Law.Payment;
using Heng.Law.Procedure;

namespace Heng.Payment.Steps;

/// <summary>An act of payment (罚缴行为): it changes the account of a decision, and is the step of full performance when it settles it.</summary>
public abstract record PaymentAct : DossierAct
{
    /// <summary>The payment number of the decision that the act concerns; null for the decision in force.</summary>
    [JsonIgnore]
    public virtual string? Concerns => null;

    /// <summary>The account after the act; null when the act does not fit it.</summary>
    /// <param name="account">The account before.</param>
    /// <param name="on">The day of the act.</param>
    public virtual PenaltyAccount? ApplyTo(PenaltyAccount account, DateOnly on) => account;

    /// <inheritdoc/>
    public override ActKind? StepIn(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return base.StepIn(file) ?? (PaymentFile.Of(file).Now is { } now && (Concerns is null || Concerns == now.Number.ToString()) && !now.Account.IsSettled && !file.Procedure.Performed
            && ApplyTo(now.Account, file.Acts[^1].On) is { IsSettled: true } && file.Next.Any(t => t.Act == ActKind.RecordPayment) ? ActKind.RecordPayment : null);
    }

    /// <summary>The account of the decision in force; null without one.</summary>
    /// <param name="file">The dossier.</param>
    protected static DecisionAccount? NowOf(DossierFile file) => PaymentFile.Of(file).Now;

    /// <summary>Whether a decision is served and its account open.</summary>
    /// <param name="file">The dossier.</param>
    protected static bool IsRunning(DossierFile file) => NowOf(file) is { IsOver: false, Account.PayBy: not null } && file.Procedure.Main == "S76";

    /// <summary>A fault when a day lies after today or before the decision.</summary>
    /// <param name="field">Name of the field.</param>
    /// <param name="on">The day.</param>
    /// <param name="file">The dossier.</param>
    /// <param name="context">Today.</param>
    protected static IEnumerable<InputFault> DayFaults(string field, DateOnly on, DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return on > context.Today || on < NowOf(file)?.Penalty.On ? [new(field, "日期应当在处罚决定之日和今天之间。")] : [];
    }

    /// <summary>A sum for people.</summary>
    /// <param name="sum">The sum.</param>
    protected static string Yuan(Money sum) => $"{sum} 元";
}
