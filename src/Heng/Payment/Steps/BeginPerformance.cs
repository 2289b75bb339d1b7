using Heng.Dossiers;
using Heng.Law.Codes;
using Heng.Law.Payment;
using Heng.Law.Procedure;
using Heng.Law.Rulings;
using Heng.Platform.People;

namespace Heng.Payment.Steps;

/// <summary>Begin performance (开始履行): the party has the decision, its payment number and its last day to pay.</summary>
[Act("payment.begin", "开始履行", ActKind.BeginPerformance, Basis = "PR 72", Help = "处罚决定送达后办理：把缴款码和缴款期限告知当事人，由当事人到银行或者通过电子支付缴纳。办案人员不收款。")]
public sealed record BeginPerformance : PaymentAct
{
    /// <summary>The payment number, frozen.</summary>
    public string PaymentNumber { get; init; } = "";

    /// <summary>The last day to pay, frozen.</summary>
    public DateOnly? PayBy { get; init; }

    /// <inheritdoc/>
    public override string Says => $"开始履行：缴款码 {PaymentNumber}，缴款期限 {PayBy:yyyy-MM-dd}";

    /// <inheritdoc/>
    public override DossierAct Frozen(DossierFile file, ActContext context)
    {
        var now = NowOf(file);
        return this with { PaymentNumber = now?.Number.ToString() ?? "", PayBy = now?.Account.PayBy };
    }
}

/// <summary>Confirm full performance (确认履行完毕) where no receipt can be its step: all was paid before the service of the decision was recorded.</summary>
[Act("payment.confirm", "确认履行完毕", ActKind.RecordPayment, By = PersonRoles.Head | PersonRoles.Principal, Basis = "PR 77#1", Help = "只用于送达登记之前银行已经收齐的情形；账户没有缴清的不能确认。")]
public sealed record ConfirmPerformance : PaymentAct
{
    /// <inheritdoc/>
    public override string Says => "确认履行完毕：账户没有应缴余额";

    /// <inheritdoc/>
    public override bool IsOffered(DossierFile file) => base.IsOffered(file) && !file.Procedure.Performed && NowOf(file) is { Account: { IsSettled: true, Receipts.IsEmpty: false } };

    /// <inheritdoc/>
    public override IEnumerable<Refusal> Check(DossierFile file, ActContext context)
    {
        var now = NowOf(file)?.Account;
        return new[] { PaymentRules.ClosingFindsTheAccountSettled.Check(new(now?.IsSettled == true, false, now?.Owed ?? Money.Zero)) }.OfType<Refusal>();
    }

    /// <inheritdoc/>
    public override IEnumerable<Rule> RestsOn() => [PaymentRules.ClosingFindsTheAccountSettled];
}
