using Heng.Cases;
using Heng.Goods.Model;
using Heng.Law.Goods;
using Heng.Law.Rulings;
using Heng.Platform.People;
using Heng.Platform.Shell;
using Heng.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Heng.Goods.Storage;

/// <summary>Stock desk (盘点台): the ledger of the bureau, and stock-takes: one counts, another checks.</summary>
/// <param name="databases">Contexts of its own.</param>
/// <param name="gate">Lets one writer in on SQLite.</param>
/// <param name="time">The clock.</param>
public sealed class StockDesk(IHengDbFactory databases, WriteGate gate, TimeProvider time)
{
    /// <summary>Who sees the ledger and takes stock: those who see the dossiers of the whole bureau.</summary>
    public const PersonRoles Counters = PersonRoles.Reviewer | PersonRoles.LegalReviewer | PersonRoles.Head | PersonRoles.Principal | PersonRoles.Supervision;

    /// <summary>Codes of <see cref="Counters"/>, for the attributes of pages.</summary>
    public const string CodesOfCounters = "reviewer,legal-reviewer,head,principal,supervision";

    /// <summary>Most lines on a page or in a count.</summary>
    public const int Most = 500;

    /// <summary>The goods in keeping, by place.</summary>
    /// <param name="me">Who.</param>
    /// <param name="place">The place; null or empty for all.</param>
    /// <param name="stop">Stops the work.</param>
    public async Task<IReadOnlyList<KeptGoods>> KeptAsync(CurrentPerson me, string? place, CancellationToken stop = default)
    {
        await using var db = Open(me);
        return await KeptIn(db, place).AsNoTracking().OrderBy(g => g.Place).ThenBy(g => g.Dossier).ThenBy(g => g.Number).Take(Most).ToListAsync(stop);
    }

    /// <summary>The places at which something is kept.</summary>
    /// <param name="me">Who.</param>
    /// <param name="stop">Stops the work.</param>
    public async Task<IReadOnlyList<string>> PlacesAsync(CurrentPerson me, CancellationToken stop = default)
    {
        await using var db = Open(me);
        return await KeptIn(db, null).Select(g => g.Place).Distinct().OrderBy(p => p).Take(Most).ToListAsync(stop);
    }

    /// <summary>The stock-takes, the last first.</summary>
    /// <param name="me">Who.</param>
    /// <param name="stop">Stops the work.</param>
    public async Task<IReadOnlyList<StockTake>> TakesAsync(CurrentPerson me, CancellationToken stop = default)
    {
        await using var db = Open(me);
        return await db.Set<StockTake>().AsNoTracking().OrderByDescending(t => t.Id).Take(50).ToListAsync(stop);
    }

    /// <summary>A stock-take with its counts.</summary>
    /// <param name="me">Who.</param>
    /// <param name="take">The stock-take.</param>
    /// <param name="stop">Stops the work.</param>
    public async Task<(StockTake Take, IReadOnlyList<StockCount> Counts)?> FindAsync(CurrentPerson me, Guid take, CancellationToken stop = default)
    {
        await using var db = Open(me);
        return await db.Set<StockTake>().AsNoTracking().FirstOrDefaultAsync(t => t.Id == take, stop) is not { } found ? null
            : (found, await db.Set<StockCount>().AsNoTracking().Where(c => c.TakeId == take).OrderBy(c => c.Place).ThenBy(c => c.Dossier).ThenBy(c => c.Number).ToListAsync(stop));
    }

    /// <summary>Records what one person counted; a line without a number is refused.</summary>
    /// <param name="me">Who.</param>
    /// <param name="place">The place; null or empty for all.</param>
    /// <param name="counts">What was there, by line of the ledger.</param>
    /// <param name="note">What was found besides.</param>
    /// <param name="stop">Stops the work.</param>
    /// <returns>The stock-take, or why there is none.</returns>
    public async Task<(Guid? Take, string? Says)> CountAsync(CurrentPerson me, string? place, IReadOnlyDictionary<Guid, decimal> counts, string? note, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(me);
        ArgumentNullException.ThrowIfNull(counts);
        await using var db = Open(me);
        var kept = await KeptIn(db, place).AsNoTracking().OrderBy(g => g.Place).ThenBy(g => g.Dossier).ThenBy(g => g.Number).Take(Most).ToListAsync(stop);
        if (kept.Count == 0)
        {
            return (null, "没有在管的财物，不用盘点。");
        }

        if (kept.FirstOrDefault(g => !counts.TryGetValue(g.Id, out var counted) || counted < 0) is { } missing)
        {
            return (null, $"{missing.Name}（{missing.Dossier}）没有填写实有数量；没有找到的填 0。");
        }

        var take = new StockTake(me.BureauId, Guid.CreateVersion7(), place ?? "", time.TodayInBeijing(), me.PersonId, me.Name) { Note = note is { Length: > 1000 } ? note[..1000] : note ?? "" };
        db.Add(take);
        db.AddRange(kept.Select(g => new StockCount(take, Guid.CreateVersion7(), g, counts[g.Id])));
        using var turn = await gate.EnterAsync(stop);
        await db.SaveChangesAsync(stop);
        return (take.Id, null);
    }

    /// <summary>Another person checks a count.</summary>
    /// <param name="me">Who.</param>
    /// <param name="take">The stock-take.</param>
    /// <param name="stop">Stops the work.</param>
    /// <returns>Why it is refused; null when it is checked.</returns>
    public async Task<Refusal?> CheckAsync(CurrentPerson me, Guid take, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(me);
        await using var db = Open(me);
        if (await db.Set<StockTake>().FirstOrDefaultAsync(t => t.Id == take && t.CheckedBy == null, stop) is not { } found)
        {
            return null;
        }

        if (GoodsRules.StockIsTakenByTwo.Check(found.CountedBy != me.PersonId) is { } refusal)
        {
            return refusal;
        }

        found.Check(me.PersonId, me.Name, time.TodayInBeijing());
        using var turn = await gate.EnterAsync(stop);
        await db.SaveChangesAsync(stop);
        return null;
    }

    private static IQueryable<KeptGoods> KeptIn(HengDb db, string? place)
        => db.Set<KeptGoods>().Where(g => g.State == GoodsState.Kept && (string.IsNullOrEmpty(place) || g.Place == place));

    private HengDb Open(CurrentPerson me)
    {
        ArgumentNullException.ThrowIfNull(me);
        return (me.Roles & Counters) != 0 ? databases.Create(Access.WholeBureau(me.BureauId)) : throw new UnauthorizedAccessException("The ledger of goods is for those who see the dossiers of the whole bureau.");
    }
}
