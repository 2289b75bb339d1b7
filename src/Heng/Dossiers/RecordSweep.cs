using System.Buffers;
using System.Collections.Concurrent;
using System.Data;
using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
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
/// <remarks>
/// The record is read as it lies in the database, not dossier by dossier, so that the disk need not seek. A hash depends on nothing but its entry and the
/// hash before, which is kept for each dossier (about 150 bytes). What does not fit is read again by itself: an act may have come meanwhile, and only
/// then it is told what is wrong. It reads past every filter and is for the operator of the installation; it gives numbers of dossiers and codes, nothing of what they hold.
/// </remarks>
/// <param name="factory">Makes contexts.</param>
public sealed class RecordSweep(IHengDbFactory factory)
{
    /// <summary>Stretches that are read and checked at once for each core, so that no core waits for the disk.</summary>
    private const int StretchesOfCore = 2;

    private static readonly Expression<Func<Dossier, Kept>> kept = d => new Kept(d.BureauId, d.Id, d.Number, d.Profile, d.Head);

    /// <summary>Checks every chain.</summary>
    /// <param name="progress">Hears, from any thread, how many entries were checked so far.</param>
    /// <param name="stop">Stops the work.</param>
    public async Task<SweepReport> RunAsync(Action<long>? progress, CancellationToken stop = default)
    {
        await using var db = factory.Create(Access.None);
        var links = await LinksAsync(db, stop);
        var doubtful = new ConcurrentDictionary<Guid, bool>();
        var early = new Dictionary<(Guid Dossier, int Number), (Guid Bureau, byte[] Hash, byte[] Canonical)>();
        var free = new ConcurrentBag<Room>();
        var entries = 0L;
        await Parallel.ForEachAsync(Stretches(await db.StretchesAsync<ActRow>(stop)), new ParallelOptions { MaxDegreeOfParallelism = StretchesOfCore * Environment.ProcessorCount, CancellationToken = stop }, async (stretch, stop) =>
        {
            var room = free.TryTake(out var used) ? used : new Room();
            try
            {
                await using var own = factory.Create(Access.None);
                await own.Database.OpenConnectionAsync(stop);
                await foreach (var entry in EncodedEntry.ReadAsync(own.Stretch<ActRow>(stretch.Number), stop))
                {
                    room.Take(entry);
                }

                // Each learns the hash before it, stretch by stretch in the order in which they lie.
                await stretch.Before;
                room.Learn(links, early);
            }
            finally
            {
                stretch.Linked.SetResult();
            }

            foreach (var dossier in room.Broken())
            {
                doubtful[dossier] = true;
            }

            var soFar = Interlocked.Add(ref entries, room.Taken);
            progress?.Invoke(soFar);
            room.Clear();
            free.Add(room);
        });
        foreach (var (dossier, _) in early.Keys)
        {
            // What it follows never came: a head set back to the entry before the gap would hide it.
            doubtful[dossier] = true;
        }

        var dossiers = 0L;
        var again = new List<Kept>();
        await foreach (var dossier in db.AcrossBureaus<Dossier>().Select(kept).AsAsyncEnumerable().WithCancellation(stop))
        {
            dossiers++;
            if (doubtful.ContainsKey(dossier.Id) || links.GetValueOrDefault(dossier.Id).Last is not { } last || !Ascii.Equals(dossier.Head, last))
            {
                again.Add(dossier);
            }
        }

        var faults = new List<(string Dossier, RecordFault Fault)>();
        foreach (var dossier in again)
        {
            faults.AddRange((await LookAgainAsync(db, dossier, stop)).Select(f => (dossier.Number, f)));
        }

        return new SweepReport(dossiers, entries, [.. faults.OrderBy(f => f.Dossier, StringComparer.Ordinal).ThenBy(f => f.Fault.Entry)]);
    }

    /// <summary>Every dossier before the first entry of its record.</summary>
    private static async Task<Dictionary<Guid, Link>> LinksAsync(HengDb db, CancellationToken stop)
    {
        var links = new Dictionary<Guid, Link>();
        await foreach (var dossier in db.AcrossBureaus<Dossier>().Select(d => new { d.Id, d.BureauId, d.Profile }).AsAsyncEnumerable().WithCancellation(stop))
        {
            links.Add(dossier.Id, new Link { Bureau = dossier.BureauId, Profile = HashProfile.Find(dossier.Profile) });
        }

        return links;
    }

    /// <summary>The stretches of the record, each with the one before it.</summary>
    private static IEnumerable<Stretch> Stretches(long count)
    {
        var before = Task.CompletedTask;
        for (var number = 0L; number < count; number++)
        {
            var stretch = new Stretch(number, before, new(TaskCreationOptions.RunContinuationsAsynchronously));
            yield return stretch;
            before = stretch.Linked.Task;
        }
    }

    /// <summary>The faults of a dossier whose head and record are read at one moment.</summary>
    private static async Task<IReadOnlyList<RecordFault>> LookAgainAsync(HengDb db, Kept dossier, CancellationToken stop)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, stop);
        var now = await db.AcrossBureaus<Dossier>().Where(d => d.BureauId == dossier.BureauId && d.Id == dossier.Id).Select(kept).SingleAsync(stop);
        var record = await db.AcrossBureaus<ActRow>().AsNoTracking().Where(a => a.BureauId == dossier.BureauId && a.DossierId == dossier.Id).OrderBy(a => a.Number).ToListAsync(stop);
        return HashProfile.Find(now.Profile) is { } profile ? RecordCheck.ChainFaults(profile, now.Id, record.Select(r => (r.Entry, r.Hash)), now.Head)
            : [new("record.profile", null, $"档案的算法配置不明：{now.Profile}", $"the dossier names an unknown profile: {now.Profile}")];
    }

    /// <summary>What is kept of a dossier beside its record.</summary>
    private sealed record Kept(Guid BureauId, Guid Id, string Number, string Profile, string Head);

    /// <summary>A stretch of the record: <paramref name="Before"/> ends when all before it know the hashes before theirs, <paramref name="Linked"/> when it does.</summary>
    private sealed record Stretch(long Number, Task Before, TaskCompletionSource Linked);

    /// <summary>Room for a stretch, used for one after another: the entries as they are hashed, and what is asked of each.</summary>
    private sealed class Room
    {
        /// <summary>So many entries are kept that lie before those they follow; chains with more of them are read again.</summary>
        private const int MostEarly = 100_000;
        private readonly CanonicalJson json = new(16_384);
        private readonly ArrayBufferWriter<byte> canonical = new(4_000_000);
        private readonly List<Row> rows = [];

        /// <summary>How many entries the stretch has.</summary>
        public int Taken { get; private set; }

        public void Take(in EncodedEntry entry)
        {
            Add(entry.Bureau, entry.Dossier, entry.Number, entry.Hash.ToArray(), entry.WriteTo(json));
            Taken++;
        }

        /// <summary>Gives each entry the hash before it. One that lies before the entry it follows waits for it; databases fill gaps.</summary>
        public void Learn(Dictionary<Guid, Link> links, Dictionary<(Guid Dossier, int Number), (Guid Bureau, byte[] Hash, byte[] Canonical)> early)
        {
            for (var i = 0; i < rows.Count; i++)
            {
                ref var row = ref CollectionsMarshal.AsSpan(rows)[i];
                ref var link = ref CollectionsMarshal.GetValueRefOrNullRef(links, row.Dossier);
                if (Unsafe.IsNullRef(ref link) || row.Bureau != link.Bureau || row.Number <= link.Number)
                {
                    // Opened since the sweep began, or in a place that is not its own: no hash fits.
                    continue;
                }

                if (row.Number > link.Number + 1)
                {
                    row.Waits = early.Count < MostEarly && early.TryAdd((row.Dossier, row.Number), (row.Bureau, row.Hash, canonical.WrittenSpan.Slice(row.From, row.Length).ToArray()));
                    continue;
                }

                (row.Profile, row.Last) = (link.Profile, link.Last);
                (link.Number, link.Last) = (row.Number, row.Hash);
                if (early.Count > 0 && early.Remove((row.Dossier, row.Number + 1), out var next))
                {
                    Add(next.Bureau, row.Dossier, row.Number + 1, next.Hash, next.Canonical);
                }
            }
        }

        /// <summary>The dossiers of entries whose hash is not the one that they have behind the one before.</summary>
        public IEnumerable<Guid> Broken() => rows.Where(r => !r.Waits && !Holds(r)).Select(r => r.Dossier);

        public void Clear()
        {
            rows.Clear();
            canonical.ResetWrittenCount();
            Taken = 0;
        }

        private bool Holds(in Row row)
            => row.Profile is { } profile
                && Ascii.Equals(ActEntry.HashAfter(profile, row.Last is { } last ? Encoding.ASCII.GetString(last) : ActEntry.Genesis(profile, row.Dossier), canonical.WrittenSpan.Slice(row.From, row.Length)), row.Hash);

        private void Add(Guid bureau, Guid dossier, int number, byte[] hash, ReadOnlySpan<byte> form)
        {
            rows.Add(new Row { Bureau = bureau, Dossier = dossier, Number = number, Hash = hash, From = canonical.WrittenCount, Length = form.Length });
            canonical.Write(form);
        }
    }

    /// <summary>An entry of a stretch: where its canonical form lies, and the hash before it once that is known.</summary>
    private struct Row
    {
        public Guid Bureau;
        public Guid Dossier;
        public int Number;
        public byte[] Hash;
        public int From;
        public int Length;
        public HashProfile? Profile;
        public byte[]? Last;
        public bool Waits;
    }

    /// <summary>How far a chain was followed: number and hash of the last entry, 0 and null before the first.</summary>
    private struct Link
    {
        public Guid Bureau;
        public HashProfile? Profile;
        public int Number;
        public byte[]? Last;
    }
}
