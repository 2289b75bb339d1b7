using Heng.Dossiers.Model;
using Heng.Platform.Files;
using Heng.Platform.People;
using Heng.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Heng.Dossiers;

/// <summary>File desk (附件台): takes files in and hands them out to those who may read them.</summary>
/// <param name="db">Reads what the person may read.</param>
/// <param name="gate">Lets one writer in on SQLite.</param>
/// <param name="store">Keeps the contents.</param>
/// <param name="readings">Who may read the dossier of another for a reason of duty.</param>
/// <param name="assignments">Who may read the dossier of another unit by assignment.</param>
/// <param name="time">The clock.</param>
public sealed class FileDesk(HengDb db, WriteGate gate, FileStore store, ReadingDesk readings, AssignedReading assignments, TimeProvider time)
{
    private const int LongestName = 120;

    /// <summary>Takes a file in; until an act names it, it is its sender's alone.</summary>
    /// <param name="me">The sender.</param>
    /// <param name="name">The name it was given.</param>
    /// <param name="content">The content.</param>
    /// <param name="stop">Stops the work.</param>
    /// <returns>The file, or why it is not taken.</returns>
    public async Task<(StoredFile? File, string? Says)> TakeAsync(CurrentPerson me, string name, Stream content, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(me);
        ArgumentNullException.ThrowIfNull(content);
        var known = NameOf(name);
        if (content.Length > FileStore.LargestFile)
        {
            return (null, $"“{known}”超过 {FileStore.LargestFile / 1024 / 1024} MB，请压缩或者分开上传。");
        }

        var bytes = new byte[content.Length];
        await content.ReadExactlyAsync(bytes, stop);
        if (bytes.Length == 0)
        {
            return (null, $"“{known}”是空文件，请重新选择。");
        }

        if (FileKind.Of(bytes) is not { } type)
        {
            return (null, $"“{known}”的内容不是可以上传的类型；可以上传：{FileKind.Accepted}。");
        }

        var hash = await store.KeepAsync(bytes, stop);
        var file = new StoredFile(me.BureauId, Guid.CreateVersion7(), null, hash, bytes.Length, type, known, me.PersonId, time.UtcInstant());
        using var turn = await gate.EnterAsync(stop);
        db.Access = me.Access;
        db.Add(file);
        await db.SaveChangesAsync(stop);
        return (file, null);
    }

    /// <summary>The files with ids that the person may name in an act: his own that belong to no dossier, and those of the dossier.</summary>
    /// <param name="me">The person.</param>
    /// <param name="dossierId">The dossier, which he may read.</param>
    /// <param name="ids">The ids.</param>
    /// <param name="stop">Stops the work.</param>
    public async Task<IReadOnlyList<StoredFile>> NamedAsync(CurrentPerson me, Guid? dossierId, IReadOnlyCollection<Guid> ids, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(me);
        ArgumentNullException.ThrowIfNull(ids);
        db.Access = me.Access;
        return ids.Count == 0 ? [] : await db.Set<StoredFile>().AsNoTracking().Where(f => ids.Contains(f.Id) && (f.DossierId == null ? f.PersonId == me.PersonId : f.DossierId == dossierId)).ToListAsync(stop);
    }

    /// <summary>A file that the person may read, or null: one of a dossier that he may read, also for a reason of duty and on record, or his own that belongs to none yet.</summary>
    /// <param name="me">The person.</param>
    /// <param name="id">The file.</param>
    /// <param name="stop">Stops the work.</param>
    public async Task<StoredFile?> FindAsync(CurrentPerson me, Guid id, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(me);
        db.Access = me.Access;
        var file = await db.Set<StoredFile>().AsNoTracking().FirstOrDefaultAsync(f => f.Id == id, stop);
        var mayRead = file is not null && (file.DossierId is { } dossier ? await db.Set<Dossier>().AnyAsync(d => d.Id == dossier, stop) : file.PersonId == me.PersonId);
        if (mayRead || (file?.DossierId is { } own && await assignments.OfAsync(me, own, stop) is not null))
        {
            return file;
        }

        file = await db.AcrossBureaus<StoredFile>().AsNoTracking().FirstOrDefaultAsync(f => f.Id == id, stop);
        return file?.DossierId is { } foreign && await readings.OpenAsync(me, foreign, stop) is { } access && access.BureauId == file.BureauId ? file : null;
    }

    /// <summary>The files of a dossier that the person may read which are no longer what they were when they were taken in.</summary>
    /// <param name="dossierId">The dossier, which was read just before.</param>
    /// <param name="stop">Stops the work.</param>
    /// <returns>How many there are, and the names of the altered ones.</returns>
    public async Task<(int Count, IReadOnlyList<string> Altered)> AlteredAsync(Guid dossierId, CancellationToken stop = default)
    {
        var files = await db.Set<StoredFile>().AsNoTracking().Where(f => f.DossierId == dossierId).OrderBy(f => f.At).ThenBy(f => f.Id).Select(f => new { f.Name, f.Sha256 }).ToListAsync(stop);
        var altered = new List<string>();
        foreach (var file in files)
        {
            if (!await store.IsIntactAsync(file.Sha256, stop))
            {
                altered.Add(file.Name);
            }
        }

        return (files.Count, altered);
    }

    /// <summary>The name without folders and without signs that no file name has.</summary>
    private static string NameOf(string name)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var clean = string.Concat(last.Where(c => !char.IsControl(c) && c is not ('<' or '>' or ':' or '"' or '|' or '?' or '*'))).Trim(' ', '.');
        return clean.Length == 0 ? "附件" : clean.Length <= LongestName ? clean : clean[..(LongestName / 2)] + "…" + clean[^(LongestName / 2 - 1)..];
    }
}
