using Heng.Platform.Storage;
using Heng.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Heng.Platform.Settings;

/// <summary>Setting of a bureau (设置值): one decision about a setting. Rows are only added; the last one counts, the others are its history.</summary>
public sealed class SettingRow : IBureauOwned
{
    private SettingRow()
    {
    }

    /// <summary>Decides.</summary>
    /// <param name="bureauId">The bureau.</param>
    /// <param name="id">The id.</param>
    /// <param name="name">Name of the setting.</param>
    /// <param name="number">Place among the decisions about it, from 1.</param>
    /// <param name="value">The value; null to follow the level above.</param>
    /// <param name="isLocked">Whether the levels below may not decide otherwise.</param>
    /// <param name="at">When.</param>
    /// <param name="personName">Who.</param>
    /// <param name="reason">Why.</param>
    public SettingRow(Guid bureauId, Guid id, string name, int number, string? value, bool isLocked, DateTime at, string personName, string reason)
        => (BureauId, Id, Name, Number, Value, IsLocked, At, PersonName, Reason) = (bureauId, id, name, number, value, isLocked, at, personName, reason);

    /// <inheritdoc/>
    public Guid BureauId { get; private set; }

    /// <inheritdoc/>
    public Guid Id { get; private set; }

    /// <summary>Name of the setting.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Place among the decisions about it.</summary>
    public int Number { get; private set; }

    /// <summary>The value; null to follow the level above.</summary>
    public string? Value { get; private set; }

    /// <summary>Whether the levels below may not decide otherwise.</summary>
    public bool IsLocked { get; private set; }

    /// <summary>When.</summary>
    public DateTime At { get; private set; }

    /// <summary>Who.</summary>
    public string PersonName { get; private set; } = "";

    /// <summary>Why.</summary>
    public string Reason { get; private set; } = "";

    internal sealed class Table : IEntityTypeConfiguration<SettingRow>
    {
        public void Configure(EntityTypeBuilder<SettingRow> builder)
        {
            builder.ToTable("settings");
            builder.HasOne<Bureau>().WithMany().HasForeignKey(s => s.BureauId);
            builder.HasIndex(s => new { s.BureauId, s.Name, s.Number }).IsUnique();
        }
    }
}
