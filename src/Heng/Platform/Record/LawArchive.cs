using System.Collections.Concurrent;
using System.IO.Compression;
using Heng.Law;
using Heng.Law.Citations;
using Heng.Platform.Storage;

namespace Heng.Platform.Record;

/// <summary>Law archive (法规集存档): every law set under which an act was done, kept once under its hash in the data folder.</summary>
/// <remarks>A set is on the disk before the first act that used it is acknowledged, so that the act can be recomputed for ever.</remarks>
/// <param name="store">Where the data lie.</param>
/// <param name="present">The set in force.</param>
public sealed class LawArchive(DataStore store, LawSet present)
{
    private readonly ConcurrentDictionary<string, Lazy<LawSet?>> read = new(StringComparer.Ordinal);
    private readonly Lock writing = new();
    private volatile bool isKept;

    /// <summary>Keeps the set in force; only the first call does anything.</summary>
    public void Keep()
    {
        if (isKept)
        {
            return;
        }

        lock (writing)
        {
            if (!isKept && ReadFiles(present.Hash) is null)
            {
                Write(present.Files);
            }

            isKept = true;
        }
    }

    /// <summary>The set with a hash, or null when it was never kept or is no longer what it was.</summary>
    /// <param name="hash">SHA-256 that names it.</param>
    public LawSet? Find(string hash)
        => hash == present.Hash ? present : read.GetOrAdd(hash, h => new Lazy<LawSet?>(() => ReadFiles(h) is { } files ? LawSet.Load(files) : null)).Value;

    /// <summary>The files of the set with a hash, or null.</summary>
    /// <param name="hash">SHA-256 that names it.</param>
    public LawFiles? FilesOf(string hash) => hash == present.Hash ? present.Files : ReadFiles(hash);

    /// <summary>The files that count for the hash; examples and schemas do not.</summary>
    /// <param name="files">A set.</param>
    public static IEnumerable<LawFile> Counted(LawFiles files)
    {
        ArgumentNullException.ThrowIfNull(files);
        return files.Where(f => !f.Path.StartsWith("examples/", StringComparison.Ordinal) && !f.Path.StartsWith("schema/", StringComparison.Ordinal));
    }

    private LawFiles? ReadFiles(string hash)
    {
        var path = PathOf(hash);
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            using var zip = ZipFile.OpenRead(path);
            var files = LawFiles.From(zip.Entries.Select(e => (e.FullName, (Stream)ReadAll(e))));
            return files.Hash == hash ? files : null;
        }
        catch (Exception e) when (e is InvalidDataException or ArgumentException)
        {
            return null;
        }
    }

    private void Write(LawFiles files)
    {
        var path = PathOf(files.Hash);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var part = $"{path}.{Guid.CreateVersion7():N}.part";
        using (var file = new FileStream(part, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None))
        {
            using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
            {
                foreach (var law in Counted(files))
                {
                    using var entry = zip.CreateEntry(law.Path, CompressionLevel.Fastest).Open();
                    entry.Write(law.Content.Span);
                }
            }

            file.Flush(flushToDisk: true);
        }

        File.Move(part, path, overwrite: true);
    }

    private static MemoryStream ReadAll(ZipArchiveEntry entry)
    {
        var memory = new MemoryStream();
        using var stream = entry.Open();
        stream.CopyTo(memory);
        memory.Position = 0;
        return memory;
    }

    private string PathOf(string hash)
        => hash.Length == 64 && hash.All(char.IsAsciiHexDigitLower) ? Path.Combine(store.Folder, "law", hash + ".zip") : throw new ArgumentException("Not a SHA-256 in lower-case hexadecimal.", nameof(hash));
}
