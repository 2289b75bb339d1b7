using System.Globalization;
using Heng.Cases;
using Heng.Dossiers;
using Heng.Law.Codes;
using Heng.Law.Payment;
using Heng.Law.Procedure;
using Heng.Law.Rulings;
using Heng.Platform.People;

namespace Heng.Payment.Steps;

/// <summary>Defer or split the payment (延期、分期缴纳, form 47), on the party's written application, approved by a head.</summary>
[Act("payment.defer", "批准延期、分期缴纳", ActKind.DeferPayment, By = PersonRoles.Head | PersonRoles.Principal, Basis = "APL 66(2)", Help = "当事人确有经济困难并书面申请的，由负责人批准。只有罚款可以延期、分期；批准之日起不加处，申请强制执行的期限从延期、分期结束之日起计算。催告以后也可以批准，期满仍不缴纳的重新催告。")]
public sealed record DeferPayment : DebtorAct, IFiledInVolume
{
    /// <summary>The day of the application.</summary>
    [Field("当事人申请日期", Group = "申请")]
    public DateOnly AppliedOn { get; init; }

    /// <summary>The hardship.</summary>
    [Field("经济困难情况", Kind = FieldKind.LongText)]
    public string Hardship { get; init; } = "";

    /// <summary>The application.</summary>
    [Field("书面申请", Kind = FieldKind.Files)]
    public IReadOnlyList<Guid> Application { get; init; } = [];

    /// <summary>The proof.</summary>
    [Field("困难证明", Kind = FieldKind.Files)]
    public IReadOnlyList<Guid> Proof { get; init; } = [];

    /// <summary>The plan, a line for each instalment.</summary>
    [Field("缴款计划", Kind = FieldKind.LongText, Group = "审批", Help = "一期一行，写最后日期和金额（元），例如：2026-05-31 5000。只延期不分期的写一行。各期之和等于尚未缴纳的罚款。")]
    public string Plan { get; init; } = "";

    /// <summary>Number of the notice.</summary>
    public string DocumentNumber { get; init; } = "";

    /// <summary>The files, frozen.</summary>
    public IReadOnlyList<NamedFile> Stored { get; init; } = [];

    /// <summary>The instalments of the plan; empty when a line cannot be read.</summary>
    public IReadOnlyList<Instalment> Instalments() => TryRead(Plan, out var plan) ? plan : [];

    /// <inheritdoc/>
    public override string Says => Instalments() is { Count: > 0 } plan ? $"批准{(plan.Count == 1 ? "延期" : $"分 {plan.Count} 期")}缴纳（{DocumentNumber}），最后日期 {plan[^1].DueOn:yyyy-MM-dd}" : "批准延期、分期缴纳";

    /// <inheritdoc/>
    [System.Text.Json.Serialization.JsonIgnore]
    public IReadOnlyList<(string Volume, int Order, string Title, string? Form)> Papers => [("main", 4, "延期、分期缴纳罚款通知书", "47"), ("side", 6, "有关事项审批表（延期、分期缴纳罚款）", "08")];

    /// <inheritdoc/>
    public override string? Series => "F47";

    /// <inheritdoc/>
    public override bool IsOffered(DossierFile file) => base.IsOffered(file) && IsRunning(file);

    /// <inheritdoc/>
    protected override bool Fits(DecisionAccount account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return base.Fits(account) && Waits(account) && account.Account.Balance(AccountPart.Fine) > Money.Zero;
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Later => ["S92", "S93"];

    /// <inheritdoc/>
    protected override bool Waits(DecisionAccount account) => account is { Court: null };

    /// <inheritdoc/>
    public override DossierAct Prefilled(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return ((DeferPayment)base.Prefilled(file, context)) with { AppliedOn = context.Today };
    }

    /// <inheritdoc/>
    public override IEnumerable<InputFault> Faults(DossierFile file, ActContext context)
        => [.. base.Faults(file, context), .. DayFaults("appliedOn", AppliedOn, file, context), .. TryRead(Plan, out _) ? Array.Empty<InputFault>() : [new("plan", "每行写一期：日期和金额，例如 2026-05-31 5000。")]];

    /// <inheritdoc/>
    public override PenaltyAccount? ApplyTo(PenaltyAccount account, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(account);
        return Instalments() is { Count: > 0 } plan ? account.Defer(new(on, plan)) : null;
    }

    /// <inheritdoc/>
    public override IEnumerable<Refusal> Check(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var plan = new PaymentPlan(Application.Count > 0, Proof.Count > 0, context.Today, ChosenIn(file)?.Account.Balance(AccountPart.Fine) ?? Money.Zero, Instalments());
        return new[] { PaymentRules.DeferralIsAppliedFor.Check(plan), PaymentRules.PlanCoversTheFine.Check(plan), PaymentRules.PlanDaysFollowEachOther.Check(plan) }.OfType<Refusal>();
    }

    /// <inheritdoc/>
    public override IEnumerable<Rule> RestsOn() => [PaymentRules.DeferralIsAppliedFor, PaymentRules.PlanCoversTheFine, PaymentRules.PlanDaysFollowEachOther];

    /// <inheritdoc/>
    public override DossierAct Frozen(DossierFile file, ActContext context) => ((DeferPayment)base.Frozen(file, context)) with { Stored = NamedFile.Of([.. Application, .. Proof], context) };

    /// <inheritdoc/>
    public override DossierAct Numbered(int number, ActContext context) => this with { DocumentNumber = DocumentNumbers.Of(context, "延分通", number) };

    private static bool TryRead(string text, out IReadOnlyList<Instalment> plan)
    {
        var read = new List<Instalment>();
        plan = read;
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (line.Split([' ', '\t', '　'], 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is not [var day, var sum]
                || !DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) || !Money.TryParse(sum, out var money, out _))
            {
                return false;
            }

            read.Add(new(on, money));
        }

        return read.Count > 0;
    }
}
