using Heng.Dossiers.Model;
using Heng.Platform.People;
using Heng.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Heng.Dossiers.Storage;

/// <summary>Keeps the saved views (常用筛选) of a person.</summary>
/// <param name="db">The database.</param>
/// <param name="gate">Lets one writer in on SQLite.</param>
internal sealed class SavedViews(HengDb db, WriteGate gate)
{
    public const int Most = 20;
    public const int LongestName = 30;

    public async Task<IReadOnlyList<SavedView>> OfAsync(CurrentPerson me, CancellationToken stop)
    {
        db.Access = me.Access;
        return await db.Set<SavedView>().AsNoTracking().Where(v => v.PersonId == me.PersonId).OrderBy(v => v.Name).ToListAsync(stop);
    }

    /// <summary>Saves a view; one of the same name is replaced.</summary>
    /// <returns>What is wrong with it, in Chinese; null when it is saved.</returns>
    public async Task<string?> SaveAsync(CurrentPerson me, string? name, DossierFilter filter, CancellationToken stop)
    {
        name = name?.Trim() ?? "";
        if (name.Length is 0 or > LongestName)
        {
            return $"请给常用筛选起一个名称，不超过 {LongestName} 个字。";
        }

        if (!filter.IsNarrow && filter.Order == DossierOrder.Opened)
        {
            return "还没有筛选条件，请先筛选再保存。";
        }

        db.Access = me.Access;
        using var turn = await gate.EnterAsync(stop);
        var known = await db.Set<SavedView>().Where(v => v.PersonId == me.PersonId).ToListAsync(stop);
        var same = known.Find(v => v.Name == name);
        if (same is null && known.Count >= Most)
        {
            return $"最多保存 {Most} 个常用筛选，请先删除不用的。";
        }

        if (same is not null)
        {
            same.Query = filter.ToQuery();
        }
        else
        {
            db.Add(new SavedView(me.BureauId, Guid.CreateVersion7(), me.PersonId, name, filter.ToQuery()));
        }

        await db.SaveChangesAsync(stop);
        return null;
    }

    public async Task ForgetAsync(CurrentPerson me, Guid id, CancellationToken stop)
    {
        db.Access = me.Access;
        using var turn = await gate.EnterAsync(stop);
        await db.Set<SavedView>().Where(v => v.Id == id && v.PersonId == me.PersonId).ExecuteDeleteAsync(stop);
    }
}
