using Heng.Dossiers.Model;
using Heng.Platform.Record;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Heng.Dossiers.Storage;

internal sealed class DossierTable : IEntityTypeConfiguration<Dossier>
{
    public void Configure(EntityTypeBuilder<Dossier> builder)
    {
        builder.ToTable("dossiers");
        builder.Property(d => d.Version).IsConcurrencyToken();
        builder.HasIndex(d => new { d.BureauId, d.Number }).IsUnique();
        builder.HasIndex(d => new { d.BureauId, d.SearchKey }).IsUnique();
        // The order of opening never changes, so an act leaves its indexes alone; only two follow the last act and the last day.
        builder.HasIndex(d => new { d.BureauId, d.UnitId, d.SearchKey });
        builder.HasIndex(d => new { d.BureauId, d.Stage, d.SearchKey });
        builder.HasIndex(d => new { d.BureauId, d.Matter, d.SearchKey });
        builder.HasIndex(d => new { d.BureauId, d.ChangedAt, d.Id });
        builder.HasIndex(d => new { d.BureauId, d.UnitId, d.ChangedAt, d.Id });
        builder.HasIndex(d => new { d.BureauId, d.DueOn, d.Id });
        builder.HasIndex(d => new { d.BureauId, d.UnitId, d.DueOn, d.Id });
        builder.HasIndex(d => new { d.BureauId, d.PartyCode });
    }
}

internal sealed class WorkItemTable : IEntityTypeConfiguration<WorkItem>
{
    public void Configure(EntityTypeBuilder<WorkItem> builder)
    {
        builder.ToTable("work_items");
        builder.HasOne(w => w.Dossier).WithMany().HasForeignKey(w => new { w.BureauId, w.DossierId });
        builder.HasIndex(w => new { w.BureauId, w.PersonId, w.DueOn, w.Id });
        // The list of a unit is read from this index alone: whose entry it is, its level, and for whom it is not.
        builder.HasIndex(w => new { w.BureauId, w.UnitId, w.PersonId, w.DueOn, w.Id, w.Roles, w.YellowOn, w.RedOn, w.NotFor }).HasDatabaseName("IX_work_items_of_unit");
    }
}

internal sealed class DossierPersonTable : IEntityTypeConfiguration<DossierPerson>
{
    public void Configure(EntityTypeBuilder<DossierPerson> builder)
    {
        builder.ToTable("dossier_people");
        builder.HasOne<Dossier>().WithMany().HasForeignKey(p => new { p.BureauId, p.DossierId });
        builder.HasIndex(p => new { p.BureauId, p.PersonId, p.DossierId }).IsUnique();
    }
}

internal sealed class VaultTable : IEntityTypeConfiguration<VaultRow>
{
    public void Configure(EntityTypeBuilder<VaultRow> builder)
    {
        builder.ToTable("vault");
        builder.HasOne<Dossier>().WithMany().HasForeignKey(v => new { v.BureauId, v.DossierId });
        builder.HasIndex(v => new { v.BureauId, v.DossierId });
    }
}

internal sealed class DraftTable : IEntityTypeConfiguration<Draft>
{
    public void Configure(EntityTypeBuilder<Draft> builder)
    {
        builder.ToTable("drafts");
        builder.HasIndex(d => new { d.BureauId, d.PersonId, d.DossierId, d.Act });
    }
}

internal sealed class SavedViewTable : IEntityTypeConfiguration<SavedView>
{
    public void Configure(EntityTypeBuilder<SavedView> builder)
    {
        builder.ToTable("saved_views");
        builder.HasIndex(v => new { v.BureauId, v.PersonId, v.Name }).IsUnique();
    }
}

internal sealed class ReadGrantTable : IEntityTypeConfiguration<ReadGrant>
{
    public void Configure(EntityTypeBuilder<ReadGrant> builder)
    {
        builder.ToTable("read_grants");
        builder.HasOne<Dossier>().WithMany().HasForeignKey(g => new { g.BureauId, g.DossierId });
        builder.HasIndex(g => new { g.BureauId, g.At });
        builder.HasIndex(g => new { g.BureauId, g.ReaderId, g.DossierId });
    }
}

/// <summary>The record hangs on its dossier.</summary>
internal sealed class RecordOfDossier : IEntityTypeConfiguration<ActRow>
{
    public void Configure(EntityTypeBuilder<ActRow> builder)
        => builder.HasOne<Dossier>().WithMany().HasForeignKey(a => new { a.BureauId, a.DossierId });
}
