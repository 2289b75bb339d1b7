using Heng.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Heng.Platform.Record;

/// <summary>Act row (办案记录行): an entry of the record as it is stored. It is only ever added.</summary>
public sealed class ActRow : IBureauOwned
{
    private ActRow()
    {
    }

    /// <summary>Stores an entry.</summary>
    /// <param name="bureauId">The bureau.</param>
    /// <param name="id">Id of the row.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="hash">Its hash in the chain.</param>
    public ActRow(Guid bureauId, Guid id, ActEntry entry, string hash)
    {
        ArgumentNullException.ThrowIfNull(entry);
        (BureauId, Id, Hash) = (bureauId, id, hash);
        (DossierId, Number, At, On, PersonId, PersonName) = (entry.Dossier, entry.Number, entry.At, entry.On, entry.Person, entry.PersonName);
        (Unit, Roles, Code, Content) = (entry.Unit, entry.Roles, entry.Code, entry.Content);
        (Grounds, Before, After, LawHash) = (entry.Grounds, entry.Before, entry.After, entry.LawHash);
    }

    /// <inheritdoc/>
    public Guid BureauId { get; private set; }

    /// <inheritdoc/>
    public Guid Id { get; private set; }

    /// <summary>The dossier.</summary>
    public Guid DossierId { get; private set; }

    /// <summary>Place in the chain, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Instant.</summary>
    public DateTime At { get; private set; }

    /// <summary>Beijing day.</summary>
    public DateOnly On { get; private set; }

    /// <summary>Who acted.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>Name then.</summary>
    public string PersonName { get; private set; } = "";

    /// <summary>Unit then.</summary>
    public string Unit { get; private set; } = "";

    /// <summary>Roles then.</summary>
    public string Roles { get; private set; } = "";

    /// <summary>Code of the act.</summary>
    public string Code { get; private set; } = "";

    /// <summary>What the act carries.</summary>
    public string Content { get; private set; } = "";

    /// <summary>Why it was allowed.</summary>
    public string Grounds { get; private set; } = "";

    /// <summary>Summary before.</summary>
    public string Before { get; private set; } = "";

    /// <summary>Summary after.</summary>
    public string After { get; private set; } = "";

    /// <summary>Law set used.</summary>
    public string LawHash { get; private set; } = "";

    /// <summary>Hash in the chain.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>The entry as it was chained.</summary>
    public ActEntry Entry => new(DossierId, Number, At, On, PersonId, PersonName, Unit, Roles, Code, Content, Grounds, Before, After, LawHash);

    internal sealed class Table : IEntityTypeConfiguration<ActRow>
    {
        public void Configure(EntityTypeBuilder<ActRow> builder)
        {
            builder.ToTable("acts");
            builder.Ignore(a => a.Entry);
            builder.HasIndex(a => new { a.BureauId, a.DossierId, a.Number }).IsUnique();
        }
    }
}
