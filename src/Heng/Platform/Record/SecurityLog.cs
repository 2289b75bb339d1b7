using Heng.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Heng.Platform.Record;

/// <summary>Security log (安全日志) of a bureau: written in the transaction of what it tells, never changed, checked by its hashes.</summary>
public static class SecurityLog
{
    private const string Series = "security";

    /// <summary>Adds an event inside the present transaction.</summary>
    /// <param name="db">A context with an open transaction.</param>
    /// <param name="bureauId">The bureau whose log it is.</param>
    /// <param name="profile">Hash profile of the bureau; a log that was begun with another keeps that one, for a chain has one profile.</param>
    /// <param name="at">When.</param>
    /// <param name="by">Who.</param>
    /// <param name="what">What.</param>
    /// <param name="stop">Stops the work.</param>
    public static async Task AppendAsync(HengDb db, Guid bureauId, HashProfile profile, DateTime at, SecurityActor by, SecurityEvent what, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        // The number's row is locked until the transaction ends, so that two events at once stand one behind the other.
        var number = await Sequence.NextAsync(db, bureauId, Series, 0, stop);
        var last = number == 1 ? null : await db.AcrossBureaus<SecurityEntry>().Where(e => e.BureauId == bureauId && e.Number == number - 1).Select(e => new { e.Profile, e.Hash }).SingleAsync(stop);
        var begun = last is null ? profile : HashProfile.Find(last.Profile)!;
        db.Add(new SecurityEntry(bureauId, number, at, by, what, begun, last?.Hash ?? SecurityEntry.Genesis(begun, bureauId)));
        await db.SaveChangesAsync(stop);
    }

    /// <summary>What is wrong with the log of the bureau read; empty when it holds.</summary>
    /// <param name="db">Reads the bureau.</param>
    /// <param name="stop">Stops the work.</param>
    public static async Task<IReadOnlyList<string>> FaultsAsync(HengDb db, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        var faults = new List<string>();
        var (number, before, profile) = (0, "", "");
        await foreach (var entry in db.Set<SecurityEntry>().AsNoTracking().OrderBy(e => e.Number).AsAsyncEnumerable().WithCancellation(stop))
        {
            number++;
            if (entry.Number != number)
            {
                faults.Add($"缺少第 {number} 条");
                number = entry.Number;
            }

            if (profile.Length == 0)
            {
                profile = entry.Profile;
                before = HashProfile.Find(profile) is { } first ? SecurityEntry.Genesis(first, entry.BureauId) : "";
            }

            if (entry.Profile != profile || HashProfile.Find(profile) is null)
            {
                faults.Add($"第 {entry.Number} 条使用了另一种算法；一个日志只能使用一种算法");
            }
            else if (entry.HashAfter(before) != entry.Hash)
            {
                faults.Add($"第 {entry.Number} 条的哈希不符");
            }

            before = entry.Hash;
        }

        var given = await db.Set<Sequence>().Where(s => s.Kind == Series && s.Year == 0).Select(s => s.Last).FirstOrDefaultAsync(stop);
        if (given != number)
        {
            faults.Add($"编号已经发到 {given}，而最后一条是第 {number} 条：末尾可能被截断");
        }

        return faults;
    }
}
