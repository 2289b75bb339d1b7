using Heng.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Heng.Cases;

/// <summary>Officer's time (执法时间): when an officer took part in a record, so that nobody is in two places.</summary>
public sealed class OfficerTime : IBureauOwned
{
    private OfficerTime()
    {
    }

    internal OfficerTime(Guid bureauId, Guid id, Guid personId, Guid dossierId, DateTime from, DateTime until)
        => (BureauId, Id, PersonId, DossierId, From, Until) = (bureauId, id, personId, dossierId, from, until);

    /// <inheritdoc/>
    public Guid BureauId { get; private set; }

    /// <inheritdoc/>
    public Guid Id { get; private set; }

    /// <summary>The officer.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>The dossier.</summary>
    public Guid DossierId { get; private set; }

    /// <summary>Beginning, Beijing time.</summary>
    public DateTime From { get; private set; }

    /// <summary>End, Beijing time.</summary>
    public DateTime Until { get; private set; }

    internal sealed class Table : IEntityTypeConfiguration<OfficerTime>
    {
        public void Configure(EntityTypeBuilder<OfficerTime> builder)
        {
            builder.ToTable("officer_times");
            builder.HasIndex(t => new { t.BureauId, t.PersonId, t.From });
        }
    }
}
