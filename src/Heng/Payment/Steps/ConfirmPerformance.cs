using Heng.Dossiers;
using Heng.Law.Payment;
using Heng.Law.Procedure;
using Heng.Law.Rulings;
using Heng.Platform.People;

namespace Heng.Payment.Steps;

/// <summary>Confirm full performance (确认履行完毕) where no receipt can be its step: all was paid before the service of the decision was recorded.</summary>
[Act("payment.confirm", "确认履行完毕", ActKind.RecordPayment, By = PersonRoles.Head | PersonRoles.Principal, Basis = "PR 77#1", Help = "只用于送达登记之前银行已经收齐的情形；账户没有缴清的不能确认。")]
public sealed record ConfirmPerformance : PaymentAct
{
    /// <inheritdoc/>
    public override string Says => "确认履行完毕：账户没有应缴余额";

    /// <inheritdoc/>
    public override bool IsOffered(DossierFile file) => base.IsOffered(file) && !file.Procedure.Performed && PaymentFile.Of(file) is { IsSettled: true, Current: var accounts } && accounts.Any(a => !a.Account.Receipts.IsEmpty);

    /// <inheritdoc/>
    public override IEnumerable<Refusal> Check(DossierFile file, ActContext context)
    {
        var payment = PaymentFile.Of(file);
        return new[] { PaymentRules.ClosingFindsTheAccountSettled.Check(new(payment.IsSettled, false, payment.Owed)) }.OfType<Refusal>();
    }

    /// <inheritdoc/>
    public override IEnumerable<Rule> RestsOn() => [PaymentRules.ClosingFindsTheAccountSettled];
}
