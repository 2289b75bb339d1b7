using Heng.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Heng.Platform.Tenancy;

/// <summary>Matter grant (权责清单条目): the matters that a unit may enforce, by the list of powers or by delegation, from a day until a day.</summary>
/// <remarks>Basis: list of powers; PR 7 to 9 for level, station and delegated body. Days are Beijing days, both inclusive.</remarks>
public sealed class MatterGrant : IBureauOwned
{
    private MatterGrant()
    {
    }

    /// <summary>Grants matters.</summary>
    /// <param name="bureauId">The bureau.</param>
    /// <param name="id">The id.</param>
    /// <param name="unitId">The unit; null for every unit of the bureau that is no delegated body.</param>
    /// <param name="covers">Ids of matters or of fields of matters, separated by commas; <c>*</c> for all.</param>
    /// <param name="level">The level that is competent.</param>
    /// <param name="from">First day.</param>
    /// <param name="until">Last day, inclusive; null while it lasts.</param>
    public MatterGrant(Guid bureauId, Guid id, Guid? unitId, string covers, BureauLevel level, DateOnly from, DateOnly? until = null)
        => (BureauId, Id, UnitId, Covers, Level, From, Until) = (bureauId, id, unitId, covers, level, from, until);

    /// <inheritdoc/>
    public Guid BureauId { get; private set; }

    /// <inheritdoc/>
    public Guid Id { get; private set; }

    /// <summary>The unit; null for every unit that is no delegated body.</summary>
    public Guid? UnitId { get; private set; }

    /// <summary>Ids of matters or fields, separated by commas.</summary>
    public string Covers { get; private set; } = "";

    /// <summary>The level that is competent.</summary>
    public BureauLevel Level { get; private set; }

    /// <summary>First day.</summary>
    public DateOnly From { get; private set; }

    /// <summary>Last day, inclusive; null while it lasts.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>Deed of delegation (委托书): its number; empty when the power is the bureau's own.</summary>
    public string Deed { get; set; } = "";

    /// <summary>Where the deed was published (行政处罚法第二十条第二款); empty while it is not.</summary>
    public string DeedPublished { get; set; } = "";

    /// <summary>Counts the changes.</summary>
    public int Version { get; private set; }

    /// <summary>Whether the grant names a matter or its field.</summary>
    /// <param name="matter">Id of the matter.</param>
    /// <param name="field">Id of its field.</param>
    public bool Names(string matter, string field) => Covers.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Any(c => c == "*" || c == matter || c == field);

    internal sealed class Table : IEntityTypeConfiguration<MatterGrant>
    {
        public void Configure(EntityTypeBuilder<MatterGrant> builder)
        {
            builder.ToTable("matter_grants");
            builder.Property(g => g.Level).HasConversion<string>();
            builder.Property(g => g.Version).IsConcurrencyToken();
            builder.HasOne<Unit>().WithMany().HasForeignKey(g => new { g.BureauId, g.UnitId });
            builder.HasIndex(g => new { g.BureauId, g.UnitId });
        }
    }
}
