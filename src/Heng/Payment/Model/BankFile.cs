using Heng.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Heng.Payment.Model;

/// <summary>Bank file (银行对账文件) that was taken in; the file itself lies in the file store under its hash.</summary>
public sealed class BankFile : IBureauOwned
{
    private BankFile()
    {
    }

    /// <summary>Records a file.</summary>
    /// <param name="bureauId">The bureau.</param>
    /// <param name="id">The id.</param>
    /// <param name="sha256">SHA-256 of the content; unique in the bureau.</param>
    /// <param name="name">Name given by the sender.</param>
    /// <param name="by">Who took it in.</param>
    /// <param name="byName">His name.</param>
    /// <param name="at">When.</param>
    public BankFile(Guid bureauId, Guid id, string sha256, string name, Guid by, string byName, DateTime at)
        => (BureauId, Id, Sha256, Name, PersonId, PersonName, At) = (bureauId, id, sha256, name, by, byName, at);

    /// <inheritdoc/>
    public Guid BureauId { get; private set; }

    /// <inheritdoc/>
    public Guid Id { get; private set; }

    /// <summary>SHA-256 of the content.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>Name given by the sender.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Who took it in.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>His name.</summary>
    public string PersonName { get; private set; } = "";

    /// <summary>When.</summary>
    public DateTime At { get; private set; }

    /// <summary>Whether every line was read.</summary>
    public bool IsRead { get; private set; }

    /// <summary>Every line was read.</summary>
    public void Complete() => IsRead = true;

    internal sealed class Table : IEntityTypeConfiguration<BankFile>
    {
        public void Configure(EntityTypeBuilder<BankFile> builder)
        {
            builder.ToTable("bank_files");
            builder.HasIndex(f => new { f.BureauId, f.Sha256 }).IsUnique();
        }
    }
}

/// <summary>State of a line (对账结果).</summary>
public enum BankLineState
{
    /// <summary>It names a decision and may be booked (已匹配).</summary>
    Matched,

    /// <summary>It names no decision of the bureau (未匹配).</summary>
    Unmatched,

    /// <summary>Its serial is booked already (重复).</summary>
    Duplicate,

    /// <summary>It cannot be read (格式有误).</summary>
    Faulty,

    /// <summary>It is booked (已入账).</summary>
    Booked,

    /// <summary>It may not be booked by this person or now (未能入账).</summary>
    Refused,

    /// <summary>It was cleared by hand, with a note (已清理); no account is changed by it.</summary>
    Cleared,
}

/// <summary>Bank line (对账行): one line of a bank file and what became of it.</summary>
public sealed class BankLine : IBureauOwned
{
    private BankLine()
    {
    }

    /// <summary>Records a line.</summary>
    /// <param name="bureauId">The bureau.</param>
    /// <param name="id">The id.</param>
    /// <param name="fileId">The file.</param>
    /// <param name="number">Number of the line in the file, from 2.</param>
    public BankLine(Guid bureauId, Guid id, Guid fileId, int number) => (BureauId, Id, FileId, Number) = (bureauId, id, fileId, number);

    /// <inheritdoc/>
    public Guid BureauId { get; private set; }

    /// <inheritdoc/>
    public Guid Id { get; private set; }

    /// <summary>The file.</summary>
    public Guid FileId { get; private set; }

    /// <summary>Number of the line in the file.</summary>
    public int Number { get; private set; }

    /// <summary>The payment number.</summary>
    public string PaymentNumber { get; init; } = "";

    /// <summary>The sum, in fen.</summary>
    public long Sum { get; init; }

    /// <summary>Serial number of the bank.</summary>
    public string Serial { get; init; } = "";

    /// <summary>The day on which the bank received it; null where it cannot be read.</summary>
    public DateOnly? ReceivedOn { get; init; }

    /// <summary>Who paid, as the bank writes it.</summary>
    public string Payer { get; init; } = "";

    /// <summary>What became of it.</summary>
    public BankLineState State { get; private set; }

    /// <summary>Why it is not booked, or how it was cleared.</summary>
    public string Note { get; private set; } = "";

    /// <summary>The dossier; null while it names no decision.</summary>
    public Guid? DossierId { get; private set; }

    /// <summary>By how much it is more than what was due when it was read, in fen.</summary>
    public long Beyond { get; private set; }

    /// <summary>Version.</summary>
    public int Version { get; private set; }

    /// <summary>It names a decision.</summary>
    /// <param name="dossier">The dossier.</param>
    /// <param name="owed">What is due, in fen.</param>
    public void Match(Guid dossier, long owed) => (State, DossierId, Beyond, Note) = (BankLineState.Matched, dossier, Math.Max(0, Sum - owed), "");

    /// <summary>It is booked.</summary>
    public void Book() => (State, Note) = (BankLineState.Booked, "");

    /// <summary>It is not booked.</summary>
    /// <param name="state">What became of it.</param>
    /// <param name="note">Why.</param>
    public void Stay(BankLineState state, string note) => (State, Note) = (state, note);

    internal sealed class Table : IEntityTypeConfiguration<BankLine>
    {
        public void Configure(EntityTypeBuilder<BankLine> builder)
        {
            builder.ToTable("bank_lines");
            builder.Property(l => l.State).HasConversion<string>().HasMaxLength(16);
            builder.Property(l => l.Version).IsConcurrencyToken();
            builder.HasIndex(l => new { l.BureauId, l.FileId, l.Number }).IsUnique();
            builder.HasIndex(l => new { l.BureauId, l.State });
        }
    }
}

/// <summary>Booked receipt (已入账流水): one serial number of the bank is booked once in a bureau; written in the transaction of the act.</summary>
public sealed class BookedReceipt : IBureauOwned
{
    private BookedReceipt()
    {
    }

    /// <summary>Records a serial.</summary>
    /// <param name="bureauId">The bureau.</param>
    /// <param name="id">The id.</param>
    /// <param name="serial">Serial number of the bank.</param>
    /// <param name="dossierId">The dossier.</param>
    /// <param name="lineId">The line.</param>
    public BookedReceipt(Guid bureauId, Guid id, string serial, Guid dossierId, Guid lineId) => (BureauId, Id, Serial, DossierId, LineId) = (bureauId, id, serial, dossierId, lineId);

    /// <inheritdoc/>
    public Guid BureauId { get; private set; }

    /// <inheritdoc/>
    public Guid Id { get; private set; }

    /// <summary>Serial number of the bank.</summary>
    public string Serial { get; private set; } = "";

    /// <summary>The dossier.</summary>
    public Guid DossierId { get; private set; }

    /// <summary>The line.</summary>
    public Guid LineId { get; private set; }

    internal sealed class Table : IEntityTypeConfiguration<BookedReceipt>
    {
        public void Configure(EntityTypeBuilder<BookedReceipt> builder)
        {
            builder.ToTable("booked_receipts");
            builder.HasIndex(r => new { r.BureauId, r.Serial }).IsUnique();
        }
    }
}
