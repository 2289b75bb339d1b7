using Heng.Dossiers.Model;
using Heng.Platform.Record;
using Heng.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Heng.Dossiers.Storage;

/// <summary>What was done last on a dossier (最近办理).</summary>
/// <param name="Code">Code of the act.</param>
/// <param name="On">The day.</param>
/// <param name="By">Name of the person.</param>
internal sealed record LastAct(string Code, DateOnly On, string By)
{
    /// <summary>The act in one line, in Chinese.</summary>
    public string Says => $"{On:yyyy-MM-dd} {By}：{ActTypes.Find(Code)?.Chinese ?? Code}";

    /// <summary>The last acts of dossiers.</summary>
    /// <param name="db">Reads what the person may read.</param>
    /// <param name="dossiers">The dossiers.</param>
    /// <param name="stop">Stops the work.</param>
    public static async Task<IReadOnlyDictionary<Guid, LastAct>> OfAsync(HengDb db, Guid[] dossiers, CancellationToken stop)
        => dossiers.Length == 0 ? new Dictionary<Guid, LastAct>() : await (
            from d in db.Set<Dossier>()
            join a in db.Set<ActRow>() on new { DossierId = d.Id, Number = d.Version } equals new { a.DossierId, a.Number }
            where dossiers.Contains(d.Id)
            select new { a.DossierId, a.Code, a.On, a.PersonName }).ToDictionaryAsync(a => a.DossierId, a => new LastAct(a.Code, a.On, a.PersonName), stop);
}
