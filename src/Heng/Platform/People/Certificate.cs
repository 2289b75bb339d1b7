using Heng.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Heng.Platform.People;

/// <summary>Enforcement certificate (行政执法证件): without a valid one nobody handles a case (行政处罚法第四十二条).</summary>
public sealed class Certificate : IBureauOwned
{
    private Certificate()
    {
    }

    /// <summary>Records a certificate.</summary>
    /// <param name="bureauId">The bureau.</param>
    /// <param name="id">The id.</param>
    /// <param name="personId">The holder.</param>
    /// <param name="number">Its number.</param>
    /// <param name="from">First day.</param>
    /// <param name="until">Last day, inclusive.</param>
    public Certificate(Guid bureauId, Guid id, Guid personId, string number, DateOnly from, DateOnly until)
        => (BureauId, Id, PersonId, Number, From, Until) = (bureauId, id, personId, number, from, until);

    /// <inheritdoc/>
    public Guid BureauId { get; private set; }

    /// <inheritdoc/>
    public Guid Id { get; private set; }

    /// <summary>The holder.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>Number of the certificate.</summary>
    public string Number { get; private set; } = "";

    /// <summary>First day.</summary>
    public DateOnly From { get; private set; }

    /// <summary>Last day, inclusive.</summary>
    public DateOnly Until { get; set; }

    /// <summary>Whether it is valid on a day.</summary>
    /// <param name="day">The day.</param>
    public bool IsValidOn(DateOnly day) => From <= day && day <= Until;

    internal sealed class Table : IEntityTypeConfiguration<Certificate>
    {
        public void Configure(EntityTypeBuilder<Certificate> builder)
        {
            builder.ToTable("certificates");
            builder.HasIndex(c => new { c.BureauId, c.PersonId });
        }
    }
}
