using Heng.Dossiers.Model;
using Heng.Platform.Record;
using Heng.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Heng.Dossiers;

/// <summary>Reads another dossier (查阅关联档案) for an act that must know it.</summary>
public static class DossierReader
{
    /// <summary>A dossier that the context may read; null when there is none.</summary>
    /// <param name="db">Reads what the person may read.</param>
    /// <param name="id">The dossier.</param>
    /// <param name="context">The law in force, and the law sets of earlier acts.</param>
    /// <param name="stop">Stops the work.</param>
    public static async Task<DossierFile?> OfAsync(HengDb db, Guid id, ActContext context, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(context);
        var dossier = await db.Set<Dossier>().AsNoTracking().FirstOrDefaultAsync(d => d.Id == id, stop);
        if (dossier is null)
        {
            return null;
        }

        var rows = await db.Set<ActRow>().AsNoTracking().Where(a => a.DossierId == id).OrderBy(a => a.Number).ToListAsync(stop);
        return DossierFile.Of(id, dossier.BureauId, dossier.UnitId, dossier.Number, context.Law, rows.Select(r => r.Entry), context.LawOf);
    }
}
