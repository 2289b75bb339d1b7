using Heng.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Heng.Platform.Tenancy;

/// <summary>Unit (办案机构): a division (科室) or a station (市场监督管理所) that acts in the name of its bureau.</summary>
public sealed class Unit : IBureauOwned
{
    private Unit()
    {
    }

    /// <summary>Makes a unit.</summary>
    /// <param name="bureauId">The bureau.</param>
    /// <param name="id">Its id.</param>
    /// <param name="name">Its name.</param>
    /// <param name="isStation">Whether it is a station outside the house.</param>
    public Unit(Guid bureauId, Guid id, string name, bool isStation) => (BureauId, Id, Name, IsStation) = (bureauId, id, name, isStation);

    /// <inheritdoc/>
    public Guid BureauId { get; private set; }

    /// <inheritdoc/>
    public Guid Id { get; private set; }

    /// <summary>Its name.</summary>
    public string Name { get; set; } = "";

    /// <summary>Whether it is a station (市场监督管理所).</summary>
    public bool IsStation { get; set; }

    /// <summary>Whether it is a delegated body (受委托组织), which acts only within its deed (PR 9).</summary>
    public bool IsDelegated { get; set; }

    /// <summary>The day it was closed; null while it works.</summary>
    public DateOnly? ClosedOn { get; set; }

    /// <summary>Counts the changes.</summary>
    public int Version { get; private set; }

    internal sealed class Table : IEntityTypeConfiguration<Unit>
    {
        public void Configure(EntityTypeBuilder<Unit> builder)
        {
            builder.ToTable("units");
            builder.Property(u => u.Version).IsConcurrencyToken();
            builder.HasIndex(u => new { u.BureauId, u.Name }).IsUnique();
        }
    }
}
