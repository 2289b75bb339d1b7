using Heng.Law.Codes;
using Heng.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Heng.Payment.Model;

/// <summary>Payable decision (待缴决定): finds the dossier of a payment number; brought up to date with each act.</summary>
public sealed class PayableDecision : IBureauOwned
{
    private PayableDecision()
    {
    }

    /// <summary>Enters a decision.</summary>
    /// <param name="bureauId">The bureau.</param>
    /// <param name="id">The id.</param>
    /// <param name="dossierId">The dossier.</param>
    /// <param name="paymentNumber">The payment number; unique in the bureau.</param>
    /// <param name="decidedOn">The day of the decision.</param>
    public PayableDecision(Guid bureauId, Guid id, Guid dossierId, string paymentNumber, DateOnly decidedOn)
        => (BureauId, Id, DossierId, PaymentNumber, DecidedOn) = (bureauId, id, dossierId, paymentNumber, decidedOn);

    /// <inheritdoc/>
    public Guid BureauId { get; private set; }

    /// <inheritdoc/>
    public Guid Id { get; private set; }

    /// <summary>The dossier.</summary>
    public Guid DossierId { get; private set; }

    /// <summary>The payment number.</summary>
    public string PaymentNumber { get; private set; } = "";

    /// <summary>The day of the decision.</summary>
    public DateOnly DecidedOn { get; private set; }

    /// <summary>What is still to be paid, in fen.</summary>
    public long Owed { get; private set; }

    /// <summary>What is to be returned, in fen.</summary>
    public long Excess { get; private set; }

    /// <summary>Brings the balance up to date.</summary>
    /// <param name="owed">What is still to be paid.</param>
    /// <param name="excess">What is to be returned.</param>
    public void Stand(Money owed, Money excess) => (Owed, Excess) = (owed.Fen, excess.Fen);

    internal sealed class Table : IEntityTypeConfiguration<PayableDecision>
    {
        public void Configure(EntityTypeBuilder<PayableDecision> builder)
        {
            builder.ToTable("payable_decisions");
            builder.HasIndex(p => new { p.BureauId, p.PaymentNumber }).IsUnique();
            builder.HasIndex(p => new { p.BureauId, p.DossierId });
        }
    }
}
