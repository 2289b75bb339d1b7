using Heng.Platform.Storage;
using Heng.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Heng.Platform.Settings;

/// <summary>Version of a code list (代码表版本): codes with their names, published by a bureau for itself and the levels below. Versions are only added.</summary>
public sealed class CodeListVersion : IBureauOwned
{
    private CodeListVersion()
    {
    }

    /// <summary>Publishes a version.</summary>
    /// <param name="bureauId">The bureau.</param>
    /// <param name="id">The id.</param>
    /// <param name="list">Name of the list.</param>
    /// <param name="number">Number of the version, from 1.</param>
    /// <param name="entries">The entries: a line each, code, a blank, name.</param>
    /// <param name="at">When.</param>
    /// <param name="personName">Who.</param>
    public CodeListVersion(Guid bureauId, Guid id, string list, int number, string entries, DateTime at, string personName)
        => (BureauId, Id, List, Number, Entries, At, PersonName) = (bureauId, id, list, number, entries, at, personName);

    /// <inheritdoc/>
    public Guid BureauId { get; private set; }

    /// <inheritdoc/>
    public Guid Id { get; private set; }

    /// <summary>Name of the list.</summary>
    public string List { get; private set; } = "";

    /// <summary>Number of the version.</summary>
    public int Number { get; private set; }

    /// <summary>The entries as lines.</summary>
    public string Entries { get; private set; } = "";

    /// <summary>When.</summary>
    public DateTime At { get; private set; }

    /// <summary>Who.</summary>
    public string PersonName { get; private set; } = "";

    internal sealed class Table : IEntityTypeConfiguration<CodeListVersion>
    {
        public void Configure(EntityTypeBuilder<CodeListVersion> builder)
        {
            builder.ToTable("code_lists");
            builder.HasOne<Bureau>().WithMany().HasForeignKey(c => c.BureauId);
            builder.HasIndex(c => new { c.BureauId, c.List, c.Number }).IsUnique();
        }
    }
}
