using Heng.Platform.Storage;
using Heng.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Heng.Platform.Settings;

/// <summary>Code lists (代码表) in force in a bureau: the last version of the nearest level that publishes the list.</summary>
/// <param name="factory">Makes contexts.</param>
public sealed class CodeLists(IHengDbFactory factory)
{
    /// <summary>The lists that hold in a bureau, by name.</summary>
    /// <param name="bureauId">The bureau.</param>
    /// <param name="stop">Stops the work.</param>
    public async Task<IReadOnlyList<CodeListVersion>> OfAsync(Guid bureauId, CancellationToken stop = default)
    {
        await using var db = factory.Create(Access.None);
        var line = await Bureau.LineAsync(db, bureauId, stop);
        var ids = line.Select(b => b.Id).ToArray();
        var versions = await db.AcrossBureaus<CodeListVersion>().AsNoTracking().Where(c => ids.Contains(c.BureauId)).ToListAsync(stop);
        return [.. versions.GroupBy(v => v.List).Select(g => g.OrderByDescending(v => Array.IndexOf(ids, v.BureauId)).ThenByDescending(v => v.Number).First()).OrderBy(v => v.List, StringComparer.Ordinal)];
    }

    /// <summary>The version of a list that held at an instant, so that a value of then keeps its meaning; null when there was none.</summary>
    /// <param name="bureauId">The bureau.</param>
    /// <param name="list">Name of the list.</param>
    /// <param name="at">The instant.</param>
    /// <param name="stop">Stops the work.</param>
    public async Task<CodeListVersion?> AtAsync(Guid bureauId, string list, DateTime at, CancellationToken stop = default)
    {
        await using var db = factory.Create(Access.None);
        var ids = (await Bureau.LineAsync(db, bureauId, stop)).Select(b => b.Id).ToArray();
        var versions = await db.AcrossBureaus<CodeListVersion>().AsNoTracking().Where(c => ids.Contains(c.BureauId) && c.List == list && c.At <= at).ToListAsync(stop);
        return versions.OrderByDescending(v => Array.IndexOf(ids, v.BureauId)).ThenByDescending(v => v.Number).FirstOrDefault();
    }
}
