using System.Collections.Concurrent;
using Heng.Platform.Storage;
using Heng.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Heng.Platform.People;

/// <summary>A bureau with its units and the people in a post.</summary>
/// <param name="Bureau">The bureau.</param>
/// <param name="Units">Its units.</param>
/// <param name="People">The people, with grants and certificates.</param>
/// <param name="Grants">The list of powers.</param>
public sealed record House(Bureau? Bureau, IReadOnlyList<Unit> Units, IReadOnlyList<Person> People, MatterGrants Grants);

/// <summary>People directory (人员名册): the people of a bureau, kept for a few seconds; what is kept is never changed.</summary>
/// <param name="factory">Makes contexts.</param>
/// <param name="time">The clock.</param>
public sealed class PeopleDirectory(IHengDbFactory factory, TimeProvider time)
{
    /// <summary>How long another node's change may stay unseen. Dates are looked at anew each time.</summary>
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<Guid, (House House, long At)> kept = new();

    /// <summary>The people of a bureau.</summary>
    /// <param name="bureauId">The bureau.</param>
    /// <param name="stop">Stops the work.</param>
    public async ValueTask<House> OfAsync(Guid bureauId, CancellationToken stop = default)
    {
        if (kept.TryGetValue(bureauId, out var found) && time.GetElapsedTime(found.At) < patience)
        {
            return found.House;
        }

        var today = DateOnly.FromDateTime(time.UtcInstant().AddHours(8));
        await using var db = factory.Create(Access.WholeBureau(bureauId));
        var bureau = await db.Set<Bureau>().AsNoTracking().FirstOrDefaultAsync(b => b.Id == bureauId, stop);
        var units = await db.Set<Unit>().AsNoTracking().OrderBy(u => u.Name).ToListAsync(stop);
        var people = await db.Set<Person>().AsNoTracking().Include(p => p.Grants).Include(p => p.Certificates).AsSplitQuery().Where(p => p.LeftOn == null || p.LeftOn > today).OrderBy(p => p.Name).ToListAsync(stop);
        var grants = await db.Set<MatterGrant>().AsNoTracking().OrderBy(g => g.Id).ToListAsync(stop);
        var house = new House(bureau, units, people, new MatterGrants(bureau, units, grants));
        kept[bureauId] = (house, time.GetTimestamp());
        return house;
    }

    /// <summary>Forgets what is kept of a bureau, after a change of its people.</summary>
    /// <param name="bureauId">The bureau.</param>
    public void Forget(Guid bureauId) => kept.TryRemove(bureauId, out _);
}
