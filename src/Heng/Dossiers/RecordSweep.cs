using System.Collections.Concurrent;
using System.Data;
using System.Linq.Expressions;
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
    /// <summary>Dossiers that are read in one go.</summary>
    private const int Together = 200;

    /// <summary>Portions that are read at once for each core.</summary>
    private const int PortionsOfCore = 4;

    private static readonly Expression<Func<Dossier, Kept>> kept = d => new Kept(d.BureauId, d.Id, d.Number, d.Profile, d.Head);
    /// <summary>Checks every chain.</summary>
    /// <param name="progress">Hears, from any thread, how many entries were checked so far.</param>
    /// <param name="stop">Stops the work.</param>
    public async Task<SweepReport> RunAsync(Action<long>? progress, CancellationToken stop = default)
    {
        var faults = new ConcurrentBag<(string Dossier, RecordFault Fault)>();
        var (dossiers, entries) = (0L, 0L);
        // Reading blocks on the disk: with more portions than cores at once, no core waits for it.
        await Parallel.ForEachAsync(PortionsAsync(stop), new ParallelOptions { MaxDegreeOfParallelism = PortionsOfCore * Environment.ProcessorCount, CancellationToken = stop }, async (portion, stop) =>
        {
            await using var db = factory.Create(Access.None);
            await db.Database.OpenConnectionAsync(stop);
            var doubtful = new List<Kept>();
            var walk = new Walk();
            var next = 0;
            var read = 0L;
            await foreach (var row in EncodedEntry.ReadAsync(RowsOf(db, portion[0].BureauId, portion[0].Id, portion[^1].Id), stop))
            {
                while (next < portion.Count && portion[next].Id.CompareTo(row.Dossier) < 0)
                {
                    Finish();
                }

                // A dossier opened since the portion was read is left for the next sweep.
                if (next < portion.Count && portion[next].Id == row.Dossier)
                {
                    walk.Step(portion[next], row);
                    read++;
                }
            }

            while (next < portion.Count)
            {
                Finish();
            }

            foreach (var dossier in doubtful)
            {
                foreach (var fault in await LookAgainAsync(db, dossier, stop))
                {
                    faults.Add((dossier.Number, fault));
                }
            }

            Interlocked.Add(ref dossiers, portion.Count);
            var soFar = Interlocked.Add(ref entries, read);
            progress?.Invoke(soFar);

            void Finish()
            {
                if (!walk.Ends(portion[next]))
                {
                    doubtful.Add(portion[next]);
                }

                next++;
            }
        });
        return new SweepReport(dossiers, entries, [.. faults.OrderBy(f => f.Dossier, StringComparer.Ordinal).ThenBy(f => f.Fault.Entry)]);
    }

    /// <summary>The faults of a dossier whose head and record are read at one moment: an act may have come between the two before.</summary>
    private static async Task<IReadOnlyList<RecordFault>> LookAgainAsync(HengDb db, Kept dossier, CancellationToken stop)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, stop);
        var now = await db.AcrossBureaus<Dossier>().Where(d => d.BureauId == dossier.BureauId && d.Id == dossier.Id).Select(kept).SingleAsync(stop);
        var record = await RowsOf(db, dossier.BureauId, dossier.Id, dossier.Id).ToListAsync(stop);
        return HashProfile.Find(now.Profile) is { } profile ? RecordCheck.ChainFaults(profile, now.Id, record.Select(r => (r.Entry, r.Hash)), now.Head)
            : [new("record.profile", null, $"档案的算法配置不明：{now.Profile}", $"the dossier names an unknown profile: {now.Profile}")];
    }

    /// <summary>The records of a range of dossiers as they are stored, one after another in its order: a range of the index.</summary>
    private static IQueryable<ActRow> RowsOf(HengDb db, Guid bureau, Guid first, Guid last)
        => db.AcrossBureaus<ActRow>().AsNoTracking()
            .Where(a => a.BureauId == bureau && a.DossierId.CompareTo(first) >= 0 && a.DossierId.CompareTo(last) <= 0)
            .OrderBy(a => a.DossierId).ThenBy(a => a.Number);

    /// <summary>All dossiers in portions of one bureau each, by key.</summary>
    private async IAsyncEnumerable<List<Kept>> PortionsAsync([EnumeratorCancellation] CancellationToken stop)
    {
        await using var db = factory.Create(Access.None);
        var portion = new List<Kept>();
        await foreach (var dossier in db.AcrossBureaus<Dossier>().OrderBy(d => d.BureauId).ThenBy(d => d.Id).Select(kept).AsAsyncEnumerable().WithCancellation(stop))
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

    /// <summary>Walk along one chain after another; it tells only whether a chain holds, and what is wrong is found by <see cref="RecordCheck"/>.</summary>
    private sealed class Walk
    {
        private readonly CanonicalJson json = new(16_384);
        private int number;
        private bool holds = true;
        private string last = "";

        /// <summary>Takes the next entry of a dossier.</summary>
        public void Step(Kept dossier, in EncodedEntry entry)
        {
            if (HashProfile.Find(dossier.Profile) is not { } profile)
            {
                holds = false;
                return;
            }

            last = number == 0 ? ActEntry.Genesis(profile, dossier.Id) : last;
            holds &= entry.Follows(profile, ++number, ref last, json);
        }

        /// <summary>Whether the chain of a dossier held up to the hash kept beside it; the next one begins.</summary>
        public bool Ends(Kept dossier)
        {
            // A dossier without entries holds nothing that could be kept: what is wrong with it is told like any fault.
            var whole = holds && number > 0 && last == dossier.Head;
            (number, holds, last) = (0, true, "");
            return whole;
        }
    }
}
