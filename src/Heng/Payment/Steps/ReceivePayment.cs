using Heng.Cases;
using Heng.Dossiers;
using Heng.Law.Payment;
using Heng.Law.Rulings;
using Heng.Payment.Model;
using Heng.Platform.People;
using Heng.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Heng.Payment.Steps;

/// <summary>Receive a payment (银行收款入账): one line of a bank file. It has no field that a person could type in.</summary>
[Act("payment.receive", "银行收款入账", By = PersonRoles.Finance, Basis = "APL 67(1)", Page = PaymentLinks.Import, Help = "收款只从银行对账文件导入，一行一笔；同一流水号只入账一次。")]
public sealed record ReceivePayment : PaymentAct
{
    /// <summary>The line of the bank file.</summary>
    public Guid Line { get; init; }

    /// <summary>SHA-256 of the bank file.</summary>
    public string FileSha256 { get; init; } = "";

    /// <summary>The payment number that the payer gave.</summary>
    public string PaymentNumber { get; init; } = "";

    /// <summary>Serial number of the bank.</summary>
    public string Serial { get; init; } = "";

    /// <summary>The day on which the bank received the sum.</summary>
    public DateOnly ReceivedOn { get; init; }

    /// <summary>The sum, in fen.</summary>
    public long Sum { get; init; }

    /// <summary>Who paid, as the bank writes it.</summary>
    public string Payer { get; init; } = "";

    /// <inheritdoc/>
    public override string? Concerns => PaymentNumber;

    /// <inheritdoc/>
    public override string Says => $"银行收款 {Yuan(new(Sum))}（{ReceivedOn:yyyy-MM-dd}，流水号 {Serial}）";

    /// <summary>The act that books a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="sha256">SHA-256 of its file.</param>
    internal static ReceivePayment Of(BankLine line, string sha256) => new()
    {
        Line = line.Id,
        FileSha256 = sha256,
        PaymentNumber = line.PaymentNumber,
        Serial = line.Serial,
        ReceivedOn = line.ReceivedOn!.Value,
        Sum = line.Sum,
        Payer = line.Payer,
    };

    // Nobody is offered it on the page of a dossier; the import does it for each line.
    /// <inheritdoc/>
    public override bool IsOffered(DossierFile file) => Serial.Length > 0 && PaymentFile.Of(file).Accounts.Any(a => a.Number.ToString() == PaymentNumber);

    /// <inheritdoc/>
    public override PenaltyAccount? ApplyTo(PenaltyAccount account, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(account);
        return Sum > 0 && Serial.Length > 0 ? account.Receive(new(Serial, ReceivedOn, new(Sum)), on) : null;
    }

    /// <inheritdoc/>
    public override async Task<object?> LookUpAsync(HengDb db, DossierFile file, ActContext context, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(db);
        var line = await db.Set<BankLine>().FirstOrDefaultAsync(l => l.Id == Line, stop);
        var isBooked = await db.Set<BookedReceipt>().AnyAsync(r => r.Serial == Serial, stop);
        return new Looked(line, isBooked);
    }

    /// <inheritdoc/>
    public override IEnumerable<Refusal> Check(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(context);
        var looked = context.Found as Looked;
        var stands = looked?.Line is { } line && line.DossierId == file.Id && Of(line, FileSha256) == this;
        var receipt = new BankReceipt(stands, looked is { IsBooked: false }, file.Part<CaseFile>().WasHandledBy(context.Me.PersonId));
        return new[] { PaymentRules.ReceiptComesFromTheBank.Check(receipt), PaymentRules.ReceiptIsBookedOnce.Check(receipt), PaymentRules.ReceiptIsNotBookedByHandler.Check(receipt) }.OfType<Refusal>();
    }

    /// <inheritdoc/>
    public override IEnumerable<Rule> RestsOn() => [PaymentRules.ReceiptComesFromTheBank, PaymentRules.ReceiptIsBookedOnce, PaymentRules.ReceiptIsNotBookedByHandler];

    /// <inheritdoc/>
    public override void AddRows(HengDb db, DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(context);
        db.Add(new BookedReceipt(file.BureauId, Guid.CreateVersion7(), Serial, file.Id, Line));
        ((Looked)context.Found!).Line!.Book();
    }

    private sealed record Looked(BankLine? Line, bool IsBooked);
}
