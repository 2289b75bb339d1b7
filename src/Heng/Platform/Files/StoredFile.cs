using Heng.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Heng.Platform.Files;

/// <summary>Stored file (附件): the row of a file; its content lies in the file store under its hash.</summary>
public sealed class StoredFile : IBureauOwned
{
    private StoredFile()
    {
    }

    /// <summary>Records a file.</summary>
    /// <param name="bureauId">The bureau.</param>
    /// <param name="id">The id.</param>
    /// <param name="dossierId">The dossier it belongs to; null while a new dossier is being registered.</param>
    /// <param name="sha256">SHA-256 of the content, lower-case hexadecimal.</param>
    /// <param name="size">Bytes.</param>
    /// <param name="mediaType">Type found in the content.</param>
    /// <param name="name">The name it was given by the sender.</param>
    /// <param name="by">Who gave it.</param>
    /// <param name="at">When.</param>
    public StoredFile(Guid bureauId, Guid id, Guid? dossierId, string sha256, long size, string mediaType, string name, Guid by, DateTime at)
        => (BureauId, Id, DossierId, Sha256, Size, MediaType, Name, PersonId, At) = (bureauId, id, dossierId, sha256, size, mediaType, name, by, at);

    /// <inheritdoc/>
    public Guid BureauId { get; private set; }

    /// <inheritdoc/>
    public Guid Id { get; private set; }

    /// <summary>The dossier; set once.</summary>
    public Guid? DossierId { get; private set; }

    /// <summary>SHA-256 of the content.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>Bytes.</summary>
    public long Size { get; private set; }

    /// <summary>Type found in the content.</summary>
    public string MediaType { get; private set; } = "";

    /// <summary>Name given by the sender.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Who gave it.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>When.</summary>
    public DateTime At { get; private set; }

    /// <summary>Ties the file to the dossier that was registered with it.</summary>
    /// <param name="dossierId">The dossier.</param>
    public void BelongTo(Guid dossierId) => DossierId ??= dossierId;

    internal sealed class Table : IEntityTypeConfiguration<StoredFile>
    {
        public void Configure(EntityTypeBuilder<StoredFile> builder)
        {
            builder.ToTable("files");
            builder.HasIndex(f => new { f.BureauId, f.DossierId });
        }
    }
}
