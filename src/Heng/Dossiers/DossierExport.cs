using System.Text.Json;
using Heng.Dossiers.Model;
using Heng.Platform.Files;
using Heng.Platform.People;
using Heng.Platform.Record;
using Heng.Platform.Storage;
using Heng.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Heng.Dossiers;

/// <summary>A dossier that can be exported.</summary>
/// <param name="BureauId">The bureau.</param>
/// <param name="Id">The id.</param>
/// <param name="Number">The number.</param>
/// <param name="Profile">Hash profile of its chain.</param>
/// <param name="Count">Entries of its record.</param>
/// <param name="Head">Hash of the last entry.</param>
public sealed record ExportSource(Guid BureauId, Guid Id, string Number, string Profile, int Count, string Head);

/// <summary>Export of a dossier (档案导出): its record, files and law sets in one file that anyone can check; each export is itself recorded.</summary>
/// <remarks>The file holds what the record holds, personal data too; what lies in the vault never leaves it.</remarks>
/// <param name="files">The contents of files.</param>
/// <param name="laws">The law sets of the acts.</param>
/// <param name="gate">Lets one writer in on SQLite.</param>
/// <param name="time">The clock.</param>
public sealed class DossierExport(FileStore files, LawArchive laws, WriteGate gate, TimeProvider time)
{
    /// <summary>Media type of an export.</summary>
    public const string MediaType = "application/zip";

    /// <summary>Code of the event in the security log.</summary>
    public const string Exported = "dossier.exported";

    /// <summary>Code of the event when a list of dossiers is exported.</summary>
    public const string ListExported = "list.exported";

    /// <summary>The dossier that a context may read, by its id; null when there is none.</summary>
    /// <param name="db">The context.</param>
    /// <param name="id">The id.</param>
    /// <param name="stop">Stops the work.</param>
    public static async Task<ExportSource?> FindAsync(HengDb db, Guid id, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        return await Sources(db.Set<Dossier>().Where(d => d.Id == id)).FirstOrDefaultAsync(stop);
    }

    /// <summary>The dossiers of every bureau with a number or an id, for the operator of the installation.</summary>
    /// <param name="db">The context.</param>
    /// <param name="numberOrId">The number or the id.</param>
    /// <param name="stop">Stops the work.</param>
    public static async Task<IReadOnlyList<ExportSource>> FindEverywhereAsync(HengDb db, string numberOrId, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        var all = db.AcrossBureaus<Dossier>();
        return await Sources(Guid.TryParse(numberOrId, out var id) ? all.Where(d => d.Id == id) : all.Where(d => d.Number == numberOrId)).ToListAsync(stop);
    }

    /// <summary>Records that a dossier is exported.</summary>
    /// <param name="db">The context.</param>
    /// <param name="source">The dossier.</param>
    /// <param name="me">Who takes the export; null for the operator at the command line.</param>
    /// <param name="stop">Stops the work.</param>
    public async Task RecordAsync(HengDb db, ExportSource source, CurrentPerson? me, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(source);
        await RecordAsync(db, source.BureauId, me, new SecurityEvent(Exported, source.Number, After: JsonSerializer.Serialize(new { source.Count, source.Head }, ActTypes.Json)), stop);
    }

    /// <summary>Records that a list of dossiers is exported: how many, and by which filters, without what was looked for.</summary>
    /// <param name="db">The context.</param>
    /// <param name="me">Who takes the export.</param>
    /// <param name="count">How many lines.</param>
    /// <param name="filters">The names of the filters.</param>
    /// <param name="stop">Stops the work.</param>
    public Task RecordListAsync(HengDb db, CurrentPerson me, int count, IReadOnlyList<string> filters, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(me);
        db.Access = me.Access;
        return RecordAsync(db, me.BureauId, me, new SecurityEvent(ListExported, $"档案清单 {count} 条", After: JsonSerializer.Serialize(new { count, filters }, ActTypes.Json)), stop);
    }

    private async Task RecordAsync(HengDb db, Guid bureau, CurrentPerson? me, SecurityEvent what, CancellationToken stop)
    {
        var profile = await db.Set<Bureau>().Where(b => b.Id == bureau).Select(b => b.HashProfile).SingleAsync(stop);
        var by = new SecurityActor(me?.PersonId, me?.Name ?? "heng export", me is null ? "" : string.Join(' ', RoleNames.CodesOf(me.Roles)));
        using var turn = await gate.EnterAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await SecurityLog.AppendAsync(db, bureau, HashProfile.Find(profile)!, time.UtcInstant(), by, what, stop);
        await transaction.CommitAsync(stop);
    }

    /// <summary>Writes the export.</summary>
    /// <param name="db">The context.</param>
    /// <param name="source">The dossier.</param>
    /// <param name="to">Receives the file.</param>
    /// <param name="stop">Stops the work.</param>
    public async Task WriteAsync(HengDb db, ExportSource source, Stream to, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(source);
        // The record is append-only: what was there when the dossier was found is still there.
        var rows = await db.AcrossBureaus<ActRow>().AsNoTracking().Where(a => a.BureauId == source.BureauId && a.DossierId == source.Id && a.Number <= source.Count).OrderBy(a => a.Number).ToListAsync(stop);
        await RecordExport.WriteAsync(HashProfile.Find(source.Profile)!, source.Id, source.Number, [.. rows.Select(r => (r.Entry, r.Hash))], laws.FilesOf, files.ReadAsync, to, stop);
    }

    private static IQueryable<ExportSource> Sources(IQueryable<Dossier> dossiers)
        => dossiers.AsNoTracking().Select(d => new ExportSource(d.BureauId, d.Id, d.Number, d.Profile, d.Version, d.Head));
}
