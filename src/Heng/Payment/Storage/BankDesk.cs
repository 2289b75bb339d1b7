using Heng.Dossiers;
using Heng.Payment.Model;
using Heng.Payment.Steps;
using Heng.Platform.Files;
using Heng.Platform.People;
using Heng.Platform.Shell;
using Heng.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Heng.Payment.Storage;

/// <summary>Bank desk (对账台): takes in files of the bank, matches their lines, books them one by one, and keeps what is left for clearing.</summary>
/// <param name="databases">Contexts of its own, beside that of the act desk.</param>
/// <param name="desk">Books a line as an act.</param>
/// <param name="acting">The context of the act desk; each line begins with nothing in it.</param>
/// <param name="gate">Lets one writer in on SQLite.</param>
/// <param name="store">Keeps the file.</param>
/// <param name="time">The clock.</param>
public sealed class BankDesk(IHengDbFactory databases, ActDesk desk, HengDb acting, WriteGate gate, FileStore store, TimeProvider time)
{
    /// <summary>Largest file taken in, in bytes.</summary>
    public const int LargestFile = 20 * 1024 * 1024;

    private const int Together = 500;

    /// <summary>Takes a file in and matches its lines; nothing is booked yet. The same file again is the file that was taken in before.</summary>
    /// <param name="me">Who.</param>
    /// <param name="name">Name of the file.</param>
    /// <param name="content">The content.</param>
    /// <param name="stop">Stops the work.</param>
    /// <returns>The file, or why it is not taken.</returns>
    public async Task<(Guid? File, bool IsKnown, string? Says)> TakeAsync(CurrentPerson me, string name, Stream content, CancellationToken stop = default)
    {
        Permit(me);
        ArgumentNullException.ThrowIfNull(content);
        if (content.Length is 0 or > LargestFile)
        {
            return (null, false, content.Length == 0 ? "文件是空的，请重新选择。" : $"文件超过 {LargestFile / 1024 / 1024} MB，请分开导入。");
        }

        var reader = new BankFileReader(content);
        var today = time.TodayInBeijing();
        if (reader.Lines(today).FirstOrDefault() is not { } head || head is { Number: 1 })
        {
            return (null, false, reader.Lines(today).FirstOrDefault()?.Fault ?? "文件只有列名，没有收款。");
        }

        content.Position = 0;
        var bytes = new byte[content.Length];
        await content.ReadExactlyAsync(bytes, stop);
        var hash = await store.KeepAsync(bytes, stop);
        await using var db = databases.Create(Access.WholeBureau(me.BureauId));
        var file = await db.Set<BankFile>().FirstOrDefaultAsync(f => f.Sha256 == hash, stop);
        var isKnown = file is not null;
        if (file is null)
        {
            file = new BankFile(me.BureauId, Guid.CreateVersion7(), hash, name.Length > 120 ? name[^120..] : name, me.PersonId, me.Name, time.UtcInstant());
            db.Add(file);
            using var turn = await gate.EnterAsync(stop);
            try
            {
                await db.SaveChangesAsync(stop);
            }
            catch (DbUpdateException fault) when (LostRace.Explains(fault))
            {
                // The same file at the same time: whoever was first keeps it.
                db.ChangeTracker.Clear();
                return ((await db.Set<BankFile>().SingleAsync(f => f.Sha256 == hash, stop)).Id, true, null);
            }
        }

        if (!file.IsRead)
        {
            await ReadLinesAsync(db, file, reader.Lines(today), stop);
        }

        return (file.Id, isKnown, null);
    }

    /// <summary>Books lines that are matched, each as an act of its own, in the order of the file.</summary>
    /// <param name="me">Who.</param>
    /// <param name="file">The file.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="stop">Stops the work; what is booked stays booked.</param>
    /// <returns>How many are left to be booked.</returns>
    public async Task<int> BookAsync(CurrentPerson me, Guid file, int most, CancellationToken stop = default)
    {
        Permit(me);
        await using var db = databases.Create(Access.WholeBureau(me.BureauId));
        if (await db.Set<BankFile>().AsNoTracking().FirstOrDefaultAsync(f => f.Id == file, stop) is not { } known)
        {
            return 0;
        }

        var lines = await db.Set<BankLine>().AsNoTracking().Where(l => l.FileId == file && l.State == BankLineState.Matched).OrderBy(l => l.Number).Take(most).ToListAsync(stop);
        foreach (var line in lines)
        {
            acting.ChangeTracker.Clear();
            try
            {
                var outcome = await desk.DoAsync(me, line.DossierId, null, ReceivePayment.Of(line, known.Sha256), stop);
                if (outcome is not ActOutcome.Done)
                {
                    await StayAsync(db, line.Id, outcome, stop);
                }
            }
            catch (Exception fault) when (LostRace.Explains(fault))
            {
                // Others kept coming first: nothing of it was done, and the line still waits.
                acting.ChangeTracker.Clear();
            }
        }

        return await db.Set<BankLine>().CountAsync(l => l.FileId == file && l.State == BankLineState.Matched, stop);
    }

    /// <summary>Matches again what names no decision: the decision may have come since.</summary>
    /// <param name="me">Who.</param>
    /// <param name="file">The file.</param>
    /// <param name="stop">Stops the work.</param>
    public async Task MatchAgainAsync(CurrentPerson me, Guid file, CancellationToken stop = default)
    {
        Permit(me);
        await using var db = databases.Create(Access.WholeBureau(me.BureauId));
        var lines = await db.Set<BankLine>().Where(l => l.FileId == file && (l.State == BankLineState.Unmatched || l.State == BankLineState.Refused)).ToListAsync(stop);
        foreach (var some in lines.Chunk(Together))
        {
            await MatchAsync(db, some, stop);
            using var turn = await gate.EnterAsync(stop);
            await db.SaveChangesAsync(stop);
        }
    }

    /// <summary>Clears a line by hand, with a note: it was returned, or belongs to something else. No account is changed by it.</summary>
    /// <param name="me">Who.</param>
    /// <param name="line">The line.</param>
    /// <param name="note">What was done.</param>
    /// <param name="stop">Stops the work.</param>
    /// <returns>Whether there was such a line to be cleared.</returns>
    public async Task<bool> ClearAsync(CurrentPerson me, Guid line, string note, CancellationToken stop = default)
    {
        Permit(me);
        ArgumentException.ThrowIfNullOrWhiteSpace(note);
        await using var db = databases.Create(Access.WholeBureau(me.BureauId));
        var found = await db.Set<BankLine>().FirstOrDefaultAsync(l => l.Id == line && l.State != BankLineState.Booked && l.State != BankLineState.Matched && l.State != BankLineState.Cleared, stop);
        if (found is null)
        {
            return false;
        }

        found.Stay(BankLineState.Cleared, $"{note}（{me.Name}，{time.TodayInBeijing():yyyy-MM-dd}）");
        using var turn = await gate.EnterAsync(stop);
        await db.SaveChangesAsync(stop);
        return true;
    }

    /// <summary>The files of the bureau, the newest first, with how many lines of each wait.</summary>
    /// <param name="me">Who reads.</param>
    /// <param name="stop">Stops the work.</param>
    public async Task<IReadOnlyList<BankFileView>> FilesAsync(CurrentPerson me, CancellationToken stop = default)
    {
        Permit(me);
        await using var db = databases.Create(Access.WholeBureau(me.BureauId));
        var files = await db.Set<BankFile>().AsNoTracking().OrderByDescending(f => f.At).Take(30).ToListAsync(stop);
        var ids = files.Select(f => f.Id).ToArray();
        var counts = await db.Set<BankLine>().Where(l => ids.Contains(l.FileId)).GroupBy(l => new { l.FileId, l.State }).Select(g => new { g.Key.FileId, g.Key.State, Count = g.Count(), Sum = g.Sum(l => l.Sum) }).ToListAsync(stop);
        return [.. files.Select(f => new BankFileView(f.Id, f.Name, f.Sha256, f.PersonName, f.At, counts.Where(c => c.FileId == f.Id).ToDictionary(c => c.State, c => (c.Count, c.Sum))))];
    }

    /// <summary>A file with some of its lines; null when there is none in the bureau.</summary>
    /// <param name="me">Who reads.</param>
    /// <param name="file">The file.</param>
    /// <param name="most">At most so many lines of each state.</param>
    /// <param name="stop">Stops the work.</param>
    public async Task<(BankFileView File, IReadOnlyList<BankLine> Lines)?> FindAsync(CurrentPerson me, Guid file, int most, CancellationToken stop = default)
    {
        Permit(me);
        await using var db = databases.Create(Access.WholeBureau(me.BureauId));
        if (await db.Set<BankFile>().AsNoTracking().FirstOrDefaultAsync(f => f.Id == file, stop) is not { } f)
        {
            return null;
        }

        var counts = await db.Set<BankLine>().Where(l => l.FileId == file).GroupBy(l => l.State).Select(g => new { State = g.Key, Count = g.Count(), Sum = g.Sum(l => l.Sum) }).ToListAsync(stop);
        var lines = new List<BankLine>();
        foreach (var state in counts.Select(c => c.State))
        {
            lines.AddRange(await db.Set<BankLine>().AsNoTracking().Where(l => l.FileId == file && l.State == state).OrderBy(l => l.Number).Take(most).ToListAsync(stop));
        }

        return (new(f.Id, f.Name, f.Sha256, f.PersonName, f.At, counts.ToDictionary(c => c.State, c => (c.Count, c.Sum))), lines);
    }

    private static void Permit(CurrentPerson me)
    {
        ArgumentNullException.ThrowIfNull(me);
        if (!me.Holds(PersonRoles.Finance) || me.Holds(RoleNames.Administrators))
        {
            throw new UnauthorizedAccessException("Only finance takes in files of the bank.");
        }
    }

    private async Task ReadLinesAsync(HengDb db, BankFile file, IEnumerable<BankFileLine> lines, CancellationToken stop)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        // A reading that was broken off goes on where it stopped.
        var last = await db.Set<BankLine>().Where(l => l.FileId == file.Id).MaxAsync(l => (int?)l.Number, stop) ?? 0;
        foreach (var some in lines.Chunk(Together))
        {
            var rows = some.Where(l => l.Number > last).Select(l => (Line: l, Row: new BankLine(file.BureauId, Guid.CreateVersion7(), file.Id, l.Number) { PaymentNumber = l.PaymentNumber, Sum = l.Sum.Fen, Serial = l.Serial, ReceivedOn = l.On, Payer = l.Payer })).ToArray();
            await MatchAsync(db, [.. rows.Select(r => r.Row)], stop);
            foreach (var (line, row) in rows)
            {
                if (line.Fault is { } fault)
                {
                    row.Stay(BankLineState.Faulty, fault);
                }
                else if (!seen.Add(line.Serial))
                {
                    row.Stay(BankLineState.Duplicate, "本文件内流水号重复。");
                }
            }

            db.AddRange(rows.Select(r => r.Row));
            using (await gate.EnterAsync(stop))
            {
                await db.SaveChangesAsync(stop);
            }

            db.ChangeTracker.Clear();
        }

        db.Attach(file);
        file.Complete();
        using var turn = await gate.EnterAsync(stop);
        await db.SaveChangesAsync(stop);
    }

    private static async Task MatchAsync(HengDb db, IReadOnlyCollection<BankLine> lines, CancellationToken stop)
    {
        var numbers = lines.Select(l => l.PaymentNumber).Where(n => n.Length > 0).Distinct().ToArray();
        var serials = lines.Select(l => l.Serial).Where(s => s.Length > 0).Distinct().ToArray();
        var payable = await db.Set<PayableDecision>().AsNoTracking().Where(p => numbers.Contains(p.PaymentNumber)).ToDictionaryAsync(p => p.PaymentNumber, stop);
        var booked = (await db.Set<BookedReceipt>().Where(r => serials.Contains(r.Serial)).Select(r => r.Serial).ToListAsync(stop)).ToHashSet(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            if (booked.Contains(line.Serial))
            {
                line.Stay(BankLineState.Duplicate, "流水号已经入账。");
            }
            else if (payable.GetValueOrDefault(line.PaymentNumber) is { } decision)
            {
                line.Match(decision.DossierId, decision.Owed);
            }
            else
            {
                line.Stay(BankLineState.Unmatched, "本局没有这个缴款码的处罚决定。");
            }
        }
    }

    private async Task StayAsync(HengDb db, Guid line, ActOutcome outcome, CancellationToken stop)
    {
        var row = await db.Set<BankLine>().FirstAsync(l => l.Id == line, stop);
        if (row.State != BankLineState.Matched)
        {
            return;
        }

        var refusals = outcome is ActOutcome.Refused refused ? refused.Refusals : [];
        var isDuplicate = refusals.Any(r => r.Code == Law.Payment.PaymentRules.ReceiptIsBookedOnce.Code);
        row.Stay(isDuplicate ? BankLineState.Duplicate : BankLineState.Refused, isDuplicate ? "流水号已经入账。" : outcome switch
        {
            ActOutcome.Refused r => string.Join("", r.Refusals.Select(x => x.Says)),
            ActOutcome.Forbidden f => f.Says,
            _ => "没有办成，请重新匹配后再试。",
        });
        using var turn = await gate.EnterAsync(stop);
        await db.SaveChangesAsync(stop);
        db.ChangeTracker.Clear();
    }
}

/// <summary>A bank file as its page shows it.</summary>
/// <param name="Id">The id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Sha256">SHA-256 of the content.</param>
/// <param name="By">Who took it in.</param>
/// <param name="At">When.</param>
/// <param name="Counts">Lines and their sum in fen, by state.</param>
public sealed record BankFileView(Guid Id, string Name, string Sha256, string By, DateTime At, IReadOnlyDictionary<BankLineState, (int Count, long Sum)> Counts)
{
    /// <summary>Lines in some states.</summary>
    /// <param name="states">The states.</param>
    public int Of(params ReadOnlySpan<BankLineState> states)
    {
        var count = 0;
        foreach (var state in states)
        {
            count += Counts.GetValueOrDefault(state).Count;
        }

        return count;
    }
}
