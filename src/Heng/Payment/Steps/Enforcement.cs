using Heng.Cases;
using Heng.Dossiers;
using Heng.Law.Codes;
using Heng.Law.Payment;
using Heng.Law.Procedure;
using Heng.Law.Rulings;
using Heng.Platform.People;

namespace Heng.Payment.Steps;

/// <summary>Something of payment done on paper and recorded here.</summary>
public abstract record PaymentPaper : DebtorAct, IFromPaper
{
    /// <summary>The day on the paper.</summary>
    [Field("日期", Help = "文书载明或者送达、提交的日期。")]
    public DateOnly On { get; init; }

    /// <summary>Number of the paper.</summary>
    [Field("文书文号")]
    public string PaperNumber { get; init; } = "";

    /// <summary>The papers.</summary>
    [Field("文书扫描件", Kind = FieldKind.Files)]
    public IReadOnlyList<Guid> Files { get; init; } = [];

    /// <summary>The files, frozen.</summary>
    public IReadOnlyList<NamedFile> Stored { get; init; } = [];

    /// <inheritdoc/>
    public override DossierAct Prefilled(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return ((PaymentPaper)base.Prefilled(file, context)) with { On = context.Today };
    }

    /// <inheritdoc/>
    public override IEnumerable<InputFault> Faults(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return [.. base.Faults(file, context), .. On > context.Today ? [new InputFault("on", "日期晚于今天。")] : Array.Empty<InputFault>()];
    }

    /// <inheritdoc/>
    public override DossierAct Frozen(DossierFile file, ActContext context) => ((PaymentPaper)base.Frozen(file, context)) with { Stored = NamedFile.Of(Files, context) };
}

/// <summary>Demand performance (履行催告, form 48 on paper).</summary>
[Act("payment.demand", "登记履行催告", ActKind.DemandPerformance, By = PersonRoles.Officer, Basis = "ACL 54", Help = "催告书送达满十个工作日仍不履行的，才可以申请强制执行；催告不改变三个月的申请期限，宜早送达。")]
public sealed record DemandPerformance : PaymentPaper
{
    /// <inheritdoc/>
    public override string Says => $"催告书（{PaperNumber}）于 {On:yyyy-MM-dd} 送达";

    /// <inheritdoc/>
    public override IEnumerable<Refusal> Check(DossierFile file, ActContext context)
        => ChosenIn(file)?.Account is { } account ? new[] { PaymentRules.DemandFollowsTheLastDay.Check(new(On, account.LastDay, account.Owed)) }.OfType<Refusal>() : [];

    /// <inheritdoc/>
    public override IEnumerable<Rule> RestsOn() => [PaymentRules.DemandFollowsTheLastDay];

    /// <inheritdoc/>
    protected override bool Fits(DecisionAccount account) => base.Fits(account) && Waits(account);

    /// <inheritdoc/>
    protected override bool Waits(DecisionAccount account) => account is { Demand: null, Account.Owed.Fen: > 0 };

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Later => ["S92", "S93"];
}

/// <summary>Apply to the court (申请法院强制执行, form 49 on paper).</summary>
[Act("payment.apply-to-court", "登记申请强制执行", ActKind.ApplyToCourt, By = PersonRoles.Head | PersonRoles.Principal, Basis = "ACL 53", Help = "负责人签署申请书并加盖印章后提交；材料包括申请书、处罚决定书及事实、理由、依据、当事人的意见和催告情况、执行标的情况。")]
public sealed record ApplyToCourt : PaymentPaper
{
    /// <summary>The court.</summary>
    [Field("人民法院")]
    public string Court { get; init; } = "";

    /// <summary>Why it comes late.</summary>
    [Field("逾期申请的正当理由", Kind = FieldKind.LongText, Optional = true, Help = "超过三个月的填写，由人民法院认定。")]
    public string? GoodReason { get; init; }

    /// <inheritdoc/>
    public override string Says => $"于 {On:yyyy-MM-dd} 向{Court}申请强制执行（{PaperNumber}）";

    /// <inheritdoc/>
    public override DossierAct Prefilled(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return ((ApplyToCourt)base.Prefilled(file, context)) with { Court = context.Bureau?.Court ?? "" };
    }

    /// <inheritdoc/>
    public override IEnumerable<Refusal> Check(DossierFile file, ActContext context)
    {
        if (ChosenIn(file) is not { } now)
        {
            return [];
        }

        var application = new CourtApplication(On, PaymentFile.WindowOf(now, file), !string.IsNullOrWhiteSpace(GoodReason));
        return new[] { PaymentRules.CourtWaitsForTheRemedies.Check(application), PaymentRules.CourtWaitsForTheDemand.Check(application), PaymentRules.CourtIsAskedInTime.Check(application) }.OfType<Refusal>();
    }

    /// <inheritdoc/>
    public override IEnumerable<Rule> RestsOn() => [PaymentRules.CourtWaitsForTheRemedies, PaymentRules.CourtWaitsForTheDemand, PaymentRules.CourtIsAskedInTime];

    /// <inheritdoc/>
    protected override bool Fits(DecisionAccount account) => base.Fits(account) && Waits(account);

    /// <inheritdoc/>
    protected override bool Waits(DecisionAccount account) => account is { Demand: not null, Court: null };

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Later => ["S93"];
}

/// <summary>Record that the court ended the enforcement (登记终结执行).</summary>
[Act("payment.record-court-end", "登记法院终结执行", By = PersonRoles.Officer | PersonRoles.UnitHead, Basis = "PR 77#2", Help = "人民法院裁定终结执行的登记后，可以结案。法院执行到位的款项仍从银行文件入账。")]
public sealed record RecordCourtEnd : PaymentPaper
{
    /// <inheritdoc/>
    public override string Says => $"人民法院裁定终结执行（{PaperNumber}，{On:yyyy-MM-dd}）";

    /// <inheritdoc/>
    public override bool IsOffered(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Procedure is { Main: "S76", Performance: "S93" } && OpenIn(file).Any();
    }

    /// <inheritdoc/>
    [System.Text.Json.Serialization.JsonIgnore]
    public override bool EndsEnforcement => Ends != false;

    /// <inheritdoc/>
    protected override bool Fits(DecisionAccount account) => account is { Court: not null, IsEnded: false, IsAnnulled: false };

    /// <inheritdoc/>
    [System.Text.Json.Serialization.JsonIgnore]
    protected override bool IsCourtEnd => true;
}

/// <summary>Record a later decision that lowers or annuls what is due (登记应缴数额变更).</summary>
[Act("payment.change-due", "登记应缴数额变更", By = PersonRoles.Head | PersonRoles.Principal, Basis = "ARL 63(2)", Help = "复议决定、生效判决或者依法自行纠正的决定减少、免除罚没款的，按该决定登记；已经多收的转为待退还。")]
public sealed record ChangeDue : PaymentPaper
{
    /// <summary>The fine from now on, in fen.</summary>
    [Field("变更后的罚款", Kind = FieldKind.Money, Unit = "元")]
    public long? Fine { get; init; }

    /// <summary>The confiscated gain from now on, in fen.</summary>
    [Field("变更后的没收违法所得", Kind = FieldKind.Money, Unit = "元")]
    public long? Gain { get; init; }

    /// <inheritdoc/>
    public override string Says => $"按 {PaperNumber} 应缴变更为罚款 {Yuan(new(Fine ?? 0))}、没收违法所得 {Yuan(new(Gain ?? 0))}";

    /// <inheritdoc/>
    public override bool IsOffered(DossierFile file) => OpenIn(file).Any();

    /// <inheritdoc/>
    protected override bool Fits(DecisionAccount account) => account is { IsAnnulled: false, Account: var due } && due.Fine + due.Gain > Money.Zero;

    /// <inheritdoc/>
    public override DossierAct Prefilled(DossierFile file, ActContext context)
    {
        var filled = (ChangeDue)base.Prefilled(file, context);
        return filled.Account is null || ChosenIn(file) is not { Account: var account } ? filled : filled with { Fine = account.Fine.Fen, Gain = account.Gain.Fen };
    }

    /// <inheritdoc/>
    public override IEnumerable<(string Label, string Says)> Recalls(DossierFile file, ActContext context)
        => OpenIn(file).ToArray() is { Length: > 1 } several ? several.Select(a => (a.Who, $"罚款 {a.Account.Fine} 元，没收违法所得 {a.Account.Gain} 元")) : [];

    /// <inheritdoc/>
    public override PenaltyAccount? ApplyTo(PenaltyAccount account, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(account);
        return Fine is { } fine and >= 0 && Gain is { } gain and >= 0 && fine <= account.Fine.Fen && gain <= account.Gain.Fen ? account.Change(new(fine), new(gain), on) : null;
    }

    /// <inheritdoc/>
    public override IEnumerable<Refusal> Check(DossierFile file, ActContext context)
        => ChosenIn(file)?.Account is { } account ? new[] { PaymentRules.ChangeIsNotHeavier.Check(new(account.Fine, account.Gain, new(Fine ?? 0), new(Gain ?? 0))) }.OfType<Refusal>() : [];

    /// <inheritdoc/>
    public override IEnumerable<Rule> RestsOn() => [PaymentRules.ChangeIsNotHeavier];
}

/// <summary>Record the return of what was paid too much (登记退还多缴款项).</summary>
[Act("payment.return", "登记退还多缴款项", By = PersonRoles.UnitHead | PersonRoles.Head | PersonRoles.Principal, Basis = "CF", Help = "按退库手续退还后，凭退库凭证登记。")]
public sealed record ReturnExcess : PaymentPaper
{
    /// <summary>What was returned, in fen.</summary>
    [Field("退还数额", Kind = FieldKind.Money, Unit = "元")]
    public long Sum { get; init; }

    /// <summary>The payment number of the account, in acts of before.</summary>
    public string? PaymentNumber { get; init; }

    /// <inheritdoc/>
    public override string? Concerns => Account ?? PaymentNumber;

    /// <inheritdoc/>
    public override string Says => $"退还 {Yuan(new(Sum))}（{PaperNumber}）";

    /// <inheritdoc/>
    public override bool IsOffered(DossierFile file) => OpenIn(file).Any();

    /// <inheritdoc/>
    protected override bool Fits(DecisionAccount account) => account is { Account.Excess.Fen: > 0 };

    /// <inheritdoc/>
    public override IEnumerable<(string Value, string Label)> ChoicesOf(string field, DossierFile file, ActContext context)
        => OpenIn(file).Select(a => (a.Number.ToString(), $"{a.Who}（{a.Penalty.Number}，待退 {a.Account.Excess} 元）"));

    /// <inheritdoc/>
    public override DossierAct Prefilled(DossierFile file, ActContext context)
        => OpenIn(file).FirstOrDefault() is { } first ? ((ReturnExcess)base.Prefilled(file, context)) with { Account = first.Number.ToString(), Sum = first.Account.Excess.Fen } : this;

    /// <inheritdoc/>
    public override PenaltyAccount? ApplyTo(PenaltyAccount account, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(account);
        return Sum > 0 && Sum <= account.Excess.Fen ? account.Return(new(Sum), on) : null;
    }

    /// <inheritdoc/>
    public override IEnumerable<Refusal> Check(DossierFile file, ActContext context)
        => new[] { PaymentRules.OnlyExcessIsReturned.Check(new(new(Sum), ChosenIn(file)?.Account.Excess ?? Money.Zero)) }.OfType<Refusal>();

    /// <inheritdoc/>
    public override IEnumerable<Rule> RestsOn() => [PaymentRules.OnlyExcessIsReturned];
}
