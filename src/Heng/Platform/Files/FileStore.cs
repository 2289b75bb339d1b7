using System.Buffers;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using Heng.Platform.Storage;

namespace Heng.Platform.Files;

/// <summary>File store (附件库): contents in a folder, named by their SHA-256; the same content is kept once.</summary>
/// <param name="store">Where the folder lies.</param>
public sealed class FileStore(DataStore store)
{
    private static readonly SearchValues<char> hexadecimal = SearchValues.Create("0123456789abcdef");

    private const int MostSeen = 20_000;

    private readonly ConcurrentDictionary<string, (long Length, DateTime Changed, bool Intact)> seen = new(StringComparer.Ordinal);

    /// <summary>Largest file taken, in bytes.</summary>
    public const int LargestFile = 100 * 1024 * 1024;

    /// <summary>Keeps a content; it is on the disk when this returns.</summary>
    /// <param name="content">The content.</param>
    /// <param name="stop">Stops the work.</param>
    /// <returns>SHA-256, lower-case hexadecimal.</returns>
    public async Task<string> KeepAsync(ReadOnlyMemory<byte> content, CancellationToken stop = default)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(content.Span));
        var path = PathOf(hash);
        if (File.Exists(path))
        {
            return hash;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var part = $"{path}.{Guid.CreateVersion7():N}.part";
        await using (var file = new FileStream(part, FileMode.CreateNew, FileAccess.Write, FileShare.None, 81920, FileOptions.Asynchronous))
        {
            await file.WriteAsync(content, stop);
            file.Flush(flushToDisk: true);
        }

        File.Move(part, path, overwrite: true);
        return hash;
    }

    /// <summary>The content with a hash, or null when it is missing or no longer what it was.</summary>
    /// <param name="hash">SHA-256, lower-case hexadecimal.</param>
    /// <param name="stop">Stops the work.</param>
    public async Task<byte[]?> ReadAsync(string hash, CancellationToken stop = default)
    {
        var path = PathOf(hash);
        if (!File.Exists(path))
        {
            return null;
        }

        var content = await File.ReadAllBytesAsync(path, stop);
        return Convert.ToHexStringLower(SHA256.HashData(content)) == hash ? content : null;
    }

    /// <summary>Whether the content with a hash is there and still what it was.</summary>
    /// <param name="hash">SHA-256, lower-case hexadecimal.</param>
    /// <param name="stop">Stops the work.</param>
    public async Task<bool> IsIntactAsync(string hash, CancellationToken stop = default)
    {
        var path = PathOf(hash);
        if (!File.Exists(path))
        {
            return false;
        }

        await using var content = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 81920, FileOptions.Asynchronous | FileOptions.SequentialScan);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(content, stop)) == hash;
    }

    /// <summary>Whether the content with a hash is there and still what it was when its file last changed: quick enough for a page, while an act that rests on it always reads it anew.</summary>
    /// <param name="hash">SHA-256, lower-case hexadecimal.</param>
    public bool SeemsIntact(string hash)
    {
        var file = new FileInfo(PathOf(hash));
        if (!file.Exists)
        {
            return false;
        }

        var state = (file.Length, file.LastWriteTimeUtc);
        if (seen.TryGetValue(hash, out var known) && (known.Length, known.Changed) == state)
        {
            return known.Intact;
        }

        using var content = file.OpenRead();
        var intact = Convert.ToHexStringLower(SHA256.HashData(content)) == hash;
        if (seen.Count >= MostSeen)
        {
            seen.Clear();
        }

        seen[hash] = (state.Length, state.LastWriteTimeUtc, intact);
        return intact;
    }

    private string PathOf(string hash)
    {
        if (hash.Length != 64 || hash.AsSpan().ContainsAnyExcept(hexadecimal))
        {
            throw new ArgumentException("Not a SHA-256 in lower-case hexadecimal.", nameof(hash));
        }

        return Path.Combine(store.FilesFolder, hash[..2], hash[2..4], hash);
    }
}
