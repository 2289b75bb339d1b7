using System.Collections.Concurrent;
using Heng.Platform.Storage;
using Heng.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Heng.Platform.Settings;

/// <summary>Settings desk (设置台): what is set in each bureau; kept for a few seconds.</summary>
/// <param name="factory">Makes contexts.</param>
/// <param name="definitions">The register.</param>
/// <param name="time">The clock.</param>
public sealed class SettingsDesk(IHengDbFactory factory, IEnumerable<SettingDefinition> definitions, TimeProvider time)
{
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<Guid, (EffectiveSettings Settings, long At)> kept = new();

    /// <summary>The register of settings, ordered by name.</summary>
    public IReadOnlyList<SettingDefinition> Register { get; } = [.. definitions.OrderBy(d => d.Name, StringComparer.Ordinal)];

    /// <summary>What holds in a bureau.</summary>
    /// <param name="bureauId">The bureau.</param>
    /// <param name="stop">Stops the work.</param>
    public async ValueTask<EffectiveSettings> OfAsync(Guid bureauId, CancellationToken stop = default)
    {
        if (kept.TryGetValue(bureauId, out var found) && time.GetElapsedTime(found.At) < patience)
        {
            return found.Settings;
        }

        await using var db = factory.Create(Access.None);
        var settings = await ReadAsync(db, bureauId, stop);
        kept[bureauId] = (settings, time.GetTimestamp());
        return settings;
    }

    /// <summary>What holds in a bureau, read anew inside the present transaction.</summary>
    /// <param name="db">The context.</param>
    /// <param name="bureauId">The bureau.</param>
    /// <param name="stop">Stops the work.</param>
    public async Task<EffectiveSettings> ReadAsync(HengDb db, Guid bureauId, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        var line = await Bureau.LineAsync(db, bureauId, stop);
        var ids = line.Select(b => b.Id).ToArray();
        // Settings come from the levels above: one of the named reads across bureaus.
        var rows = await db.AcrossBureaus<SettingRow>().AsNoTracking().Where(r => ids.Contains(r.BureauId)).ToListAsync(stop);
        return EffectiveSettings.Of(Register, line, [.. rows.GroupBy(r => (r.BureauId, r.Name)).Select(g => g.MaxBy(r => r.Number)!)]);
    }

    /// <summary>Forgets what is kept, after a change.</summary>
    public void Forget() => kept.Clear();
}
