using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Heng.Dossiers.Model;
using Heng.Platform.Record;
using Heng.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Heng.Dossiers;

/// <summary>What a sweep found.</summary>
/// <param name="Dossiers">Dossiers looked at.</param>
/// <param name="Entries">Entries of their records.</param>
/// <param name="Faults">The faults, each with the number of its dossier; empty when every chain holds.</param>
public sealed record SweepReport(long Dossiers, long Entries, IReadOnlyList<(string Dossier, RecordFault Fault)> Faults);

/// <summary>Sweep of the record (全库核验): checks the chain of every dossier of an installation as it is stored, on every core.</summary>
/// <remarks>It reads past every filter and is for the operator of the installation; it gives numbers of dossiers and codes, nothing of what they hold.</remarks>
/// <param name="factory">Makes contexts.</param>
public sealed class RecordSweep(IHengDbFactory factory)
{
    /// <summary>Dossiers whose records are in memory at once, for each core.</summary>
    private const int Together = 200;

    /// <summary>Checks every chain.</summary>
    /// <param name="progress">Hears, from any thread, how many entries were checked so far.</param>
    /// <param name="stop">Stops the work.</param>
    public async Task<SweepReport> RunAsync(Action<long>? progress, CancellationToken stop = default)
    {
        var faults = new ConcurrentBag<(string Dossier, RecordFault Fault)>();
        var (dossiers, entries) = (0L, 0L);
        await Parallel.ForEachAsync(PortionsAsync(stop), new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = stop }, async (portion, stop) =>
        {
            var (bureau, ids) = (portion[0].BureauId, portion.ConvertAll(d => d.Id));
            await using var db = factory.Create(Access.None);
            var rows = await db.AcrossBureaus<ActRow>().AsNoTracking().Where(a => a.BureauId == bureau && ids.Contains(a.DossierId)).ToListAsync(stop);
            var records = rows.ToLookup(r => r.DossierId);
            foreach (var dossier in portion)
            {
                foreach (var fault in FaultsOf(dossier, records[dossier.Id].OrderBy(r => r.Number)))
                {
                    faults.Add((dossier.Number, fault));
                }
            }

            Interlocked.Add(ref dossiers, portion.Count);
            var soFar = Interlocked.Add(ref entries, rows.Count);
            progress?.Invoke(soFar);
        });
        return new SweepReport(dossiers, entries, [.. faults.OrderBy(f => f.Dossier, StringComparer.Ordinal).ThenBy(f => f.Fault.Entry)]);
    }

    private static IReadOnlyList<RecordFault> FaultsOf(Kept dossier, IEnumerable<ActRow> rows)
        => HashProfile.Find(dossier.Profile) is { } profile ? RecordCheck.ChainFaults(profile, dossier.Id, rows.Select(r => (r.Entry, r.Hash)), dossier.Head)
            : [new("record.profile", null, $"档案的算法配置不明：{dossier.Profile}", $"the dossier names an unknown profile: {dossier.Profile}")];

    /// <summary>All dossiers in portions of one bureau each, by key.</summary>
    private async IAsyncEnumerable<List<Kept>> PortionsAsync([EnumeratorCancellation] CancellationToken stop)
    {
        await using var db = factory.Create(Access.None);
        var kept = db.AcrossBureaus<Dossier>().OrderBy(d => d.BureauId).ThenBy(d => d.Id).Select(d => new Kept(d.BureauId, d.Id, d.Number, d.Profile, d.Head));
        var portion = new List<Kept>();
        await foreach (var dossier in kept.AsAsyncEnumerable().WithCancellation(stop))
        {
            if (portion.Count == Together || (portion.Count > 0 && portion[0].BureauId != dossier.BureauId))
            {
                yield return portion;
                portion = [];
            }

            portion.Add(dossier);
        }

        if (portion.Count > 0)
        {
            yield return portion;
        }
    }

    /// <summary>What is kept of a dossier beside its record.</summary>
    private sealed record Kept(Guid BureauId, Guid Id, string Number, string Profile, string Head);
}
