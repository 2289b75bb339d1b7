using Heng.Dossiers.Model;
using Heng.Law;
using Heng.Platform.Record;
using Heng.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Heng.Dossiers;

/// <summary>Reads dossiers from their records (查阅档案).</summary>
public static class DossierReader
{
    /// <summary>What a dossier is, read from its record.</summary>
    /// <param name="db">Reads what the person may read.</param>
    /// <param name="dossier">The row of the dossier.</param>
    /// <param name="law">The law in which its next acts are judged.</param>
    /// <param name="lawOf">Finds the law sets of earlier acts.</param>
    /// <param name="stop">Stops the work.</param>
    public static async Task<DossierFile> FileOfAsync(HengDb db, Dossier dossier, LawSet law, Func<string, LawSet?>? lawOf, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(dossier);
        // Another act may be recorded after the row was read: the record is read as far as the row knows it.
        var (id, version) = (dossier.Id, dossier.Version);
        var entries = await db.Set<ActRow>().Where(a => a.DossierId == id && a.Number <= version).OrderBy(a => a.Number)
            .Select(a => new EntryGist(a.Code, a.Content, a.On, a.At, a.PersonId, a.PersonName, a.Roles, a.LawHash)).ToListAsync(stop);
        return DossierFile.Of(id, dossier.BureauId, dossier.UnitId, dossier.Number, law, entries, lawOf);
    }

    /// <summary>Another dossier, for an act that must know it: one that the context may read; null when there is none.</summary>
    /// <param name="db">Reads what the person may read.</param>
    /// <param name="id">The dossier.</param>
    /// <param name="context">The law in force, and the law sets of earlier acts.</param>
    /// <param name="stop">Stops the work.</param>
    public static async Task<DossierFile?> OfAsync(HengDb db, Guid id, ActContext context, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(context);
        var dossier = await db.Set<Dossier>().AsNoTracking().FirstOrDefaultAsync(d => d.Id == id, stop);
        return dossier is null ? null : await FileOfAsync(db, dossier, context.Law, context.LawOf, stop);
    }
}
