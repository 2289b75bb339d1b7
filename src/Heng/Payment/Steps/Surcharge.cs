using Heng.Dossiers;
using Heng.Law.Codes;
using Heng.Law.Payment;
using Heng.Law.Rulings;
using Heng.Platform.People;

namespace Heng.Payment.Steps;

/// <summary>A decision on the surcharge for the late days of a debtor (加处罚款的决定): whether it is imposed is for the head to say, for the law says "may".</summary>
public abstract record SurchargeDecision : DebtorAct
{
    /// <summary>The last day concerned.</summary>
    [Field("计算到哪一日", Help = "到这一日为止还没有决定的逾期天数一并决定。")]
    public DateOnly Through { get; init; }

    /// <summary>Why.</summary>
    [Field("理由", Kind = FieldKind.LongText, Order = 2)]
    public string Reason { get; init; } = "";

    /// <inheritdoc/>
    public override bool IsOffered(DossierFile file) => IsRunning(file);

    /// <inheritdoc/>
    public override DossierAct Prefilled(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return ((SurchargeDecision)base.Prefilled(file, context)) with { Through = context.Today };
    }

    /// <inheritdoc/>
    public override IEnumerable<Refusal> Check(DossierFile file, ActContext context)
        => ChosenIn(file) is { Account: var account } ? Rules(account, ActOn(account, context)).OfType<Refusal>() : [];

    /// <summary>Whether the rate was told; it is asked where a surcharge is imposed.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    protected virtual bool WasTold => true;

    /// <summary>What the rules of the decision say.</summary>
    /// <param name="account">The account.</param>
    /// <param name="act">The decision.</param>
    protected virtual IEnumerable<Refusal?> Rules(PenaltyAccount account, SurchargeAct act) => [PaymentRules.SurchargeIsForOverdueDays.Check(act)];

    private SurchargeAct ActOn(PenaltyAccount account, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new(context.Today, Through, account.PayBy, account.UndecidedThrough(Through), WasTold);
    }
}

/// <summary>Impose the surcharge (加处罚款): what has accrued through a day and is not decided upon.</summary>
[Act("payment.impose-surcharge", "加处罚款", By = PersonRoles.Head | PersonRoles.Principal, Basis = "APL 72(1)#1", Help = "逾期不缴纳的可以每日按未缴罚款的百分之三加处，总额不超过罚款；没收违法所得不加处，延期、分期未到期和复议、诉讼期间不加处。数额由系统计算。")]
public sealed record ImposeSurcharge : SurchargeDecision
{
    /// <summary>Whether the rate was told.</summary>
    [Field("加处标准已经告知当事人", Order = 1, Help = "处罚决定书、催告书或者其他已经送达的文书载明了加处罚款的标准。")]
    public bool Told { get; init; }

    /// <summary>What is imposed, in fen, frozen.</summary>
    public long Sum { get; init; }

    /// <inheritdoc/>
    public override string Says => $"加处罚款 {Yuan(new(Sum))}（计算到 {Through:yyyy-MM-dd}）";

    /// <inheritdoc/>
    public override PenaltyAccount? ApplyTo(PenaltyAccount account, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(account);
        return account.Impose(Through, on);
    }

    /// <inheritdoc/>
    public override IEnumerable<Rule> RestsOn() => [PaymentRules.SurchargeIsForOverdueDays, PaymentRules.SurchargeRateIsTold, PaymentRules.SurchargeStaysBelowTheFine];

    /// <inheritdoc/>
    public override DossierAct Frozen(DossierFile file, ActContext context)
        => ((ImposeSurcharge)base.Frozen(file, context)) with { Sum = ChosenIn(file)?.Account.UndecidedThrough(Through).Fen ?? 0 };

    /// <inheritdoc/>
    [System.Text.Json.Serialization.JsonIgnore]
    protected override bool WasTold => Told;

    /// <inheritdoc/>
    protected override IEnumerable<Refusal?> Rules(PenaltyAccount account, SurchargeAct act)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(act);
        return [.. base.Rules(account, act), PaymentRules.SurchargeRateIsTold.Check(act), PaymentRules.SurchargeStaysBelowTheFine.Check(new(account.Imposed + act.Undecided, account.Policy.CapOf(account.Fine)))];
    }
}

/// <summary>Decide not to impose the surcharge (决定不加处罚款); the law says "may".</summary>
[Act("payment.leave-surcharge", "决定不加处罚款", By = PersonRoles.Head | PersonRoles.Principal, Basis = "APL 72(1)#1", Help = "法律规定“可以”加处。不加处的写明理由；已经加处的只能在执行协议中减免。")]
public sealed record LeaveSurcharge : SurchargeDecision
{
    /// <inheritdoc/>
    public override string Says => $"决定截至 {Through:yyyy-MM-dd} 的逾期不加处罚款";

    /// <inheritdoc/>
    public override PenaltyAccount? ApplyTo(PenaltyAccount account, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(account);
        return account.LeaveOff(Through);
    }

    /// <inheritdoc/>
    public override IEnumerable<Rule> RestsOn() => [PaymentRules.SurchargeIsForOverdueDays];
}

/// <summary>Reduce the surcharge in an enforcement agreement (执行协议减免加处罚款).</summary>
[Act("payment.reduce-surcharge", "执行协议减免加处罚款", By = PersonRoles.Head | PersonRoles.Principal, Basis = "ACL 42(1)", Help = "只有在执行协议中约定，并且当事人采取了补救措施的，才可以减免；罚款本身不能减免。")]
public sealed record ReduceSurcharge : DebtorAct
{
    /// <summary>The day of the agreement.</summary>
    [Field("执行协议日期")]
    public DateOnly AgreedOn { get; init; }

    /// <summary>What the party did.</summary>
    [Field("当事人采取的补救措施", Kind = FieldKind.LongText)]
    public string Remedy { get; init; } = "";

    /// <summary>What is reduced, in fen.</summary>
    [Field("减免数额", Kind = FieldKind.Money, Unit = "元")]
    public long Sum { get; init; }

    /// <summary>Agreement and proof.</summary>
    [Field("执行协议和补救证明", Kind = FieldKind.Files)]
    public IReadOnlyList<Guid> Files { get; init; } = [];

    /// <summary>The files, frozen.</summary>
    public IReadOnlyList<NamedFile> Stored { get; init; } = [];

    /// <inheritdoc/>
    public override string Says => $"执行协议减免加处罚款 {Yuan(new(Sum))}";

    /// <inheritdoc/>
    public override bool IsOffered(DossierFile file) => IsRunning(file) && OpenIn(file).Any();

    /// <inheritdoc/>
    protected override bool Fits(DecisionAccount account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return base.Fits(account) && account.Account.Balance(AccountPart.Surcharge) > Money.Zero;
    }

    /// <inheritdoc/>
    public override DossierAct Prefilled(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return ((ReduceSurcharge)base.Prefilled(file, context)) with { AgreedOn = context.Today };
    }

    /// <inheritdoc/>
    public override IEnumerable<InputFault> Faults(DossierFile file, ActContext context) => [.. base.Faults(file, context), .. DayFaults("agreedOn", AgreedOn, file, context)];

    /// <inheritdoc/>
    public override PenaltyAccount? ApplyTo(PenaltyAccount account, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(account);
        return Sum > 0 && Sum <= account.Balance(AccountPart.Surcharge).Fen ? account.Reduce(new(Sum), on) : null;
    }

    /// <inheritdoc/>
    public override IEnumerable<Refusal> Check(DossierFile file, ActContext context)
        => new[] { PaymentRules.ReductionNeedsAnAgreement.Check(new(Files.Count > 0, Remedy.Length > 0, new(Sum), ChosenIn(file)?.Account.Balance(AccountPart.Surcharge) ?? Money.Zero)) }.OfType<Refusal>();

    /// <inheritdoc/>
    public override IEnumerable<Rule> RestsOn() => [PaymentRules.ReductionNeedsAnAgreement];

    /// <inheritdoc/>
    public override DossierAct Frozen(DossierFile file, ActContext context) => ((ReduceSurcharge)base.Frozen(file, context)) with { Stored = NamedFile.Of(Files, context) };
}
