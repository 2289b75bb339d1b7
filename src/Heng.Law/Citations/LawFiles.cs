using System.Collections;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Heng.Law.Citations;

/// <summary>Law file (法规数据文件): one JSON file of the law data, named by its path under <c>law/</c>.</summary>
/// <param name="Path">For example <c>matters/food/FOOD-008.json</c>; forward slashes.</param>
/// <param name="Content">The bytes, UTF-8.</param>
public sealed record LawFile(string Path, ReadOnlyMemory<byte> Content)
{
    internal LawDocument Open() => new(this);
}

/// <summary>Law files (法规数据): a whole set of law data, and the hash that names it.</summary>
/// <remarks>The files are ordered by path (ordinal). Examples and schemas are not law and do not count for the hash.</remarks>
public sealed class LawFiles : IReadOnlyList<LawFile>
{
    private const string ResourcePrefix = "law/";
    private static readonly Lazy<LawFiles> embedded = new(ReadEmbedded);
    private readonly LawFile[] files;

    private LawFiles(IEnumerable<LawFile> files)
    {
        this.files = [.. files.OrderBy(f => f.Path, StringComparer.Ordinal)];
        Hash = HashOf(this.files.Where(f => !f.Path.StartsWith("examples/", StringComparison.Ordinal) && !f.Path.StartsWith("schema/", StringComparison.Ordinal)));
    }

    /// <summary>The law data that travels inside this library.</summary>
    public static LawFiles Embedded => embedded.Value;

    /// <summary>SHA-256 over paths and contents, lower-case hexadecimal; it names the set (法规集哈希).</summary>
    public string Hash { get; }

    /// <inheritdoc/>
    public int Count => files.Length;

    /// <inheritdoc/>
    public LawFile this[int index] => files[index];

    /// <summary>A set given as streams, for example a newer one than the embedded set.</summary>
    /// <param name="streams">Path under <c>law/</c> and content; each stream is read to its end and left open.</param>
    /// <exception cref="ArgumentException">Two streams have one path.</exception>
    public static LawFiles From(IEnumerable<(string Path, Stream Content)> streams)
    {
        ArgumentNullException.ThrowIfNull(streams);
        var read = new List<LawFile>();
        var paths = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (path, content) in streams)
        {
            if (!paths.Add(path))
            {
                throw new ArgumentException($"Two law files have the path '{path}'.", nameof(streams));
            }

            read.Add(new LawFile(path, ReadAll(content)));
        }

        return new LawFiles(read);
    }

    /// <summary>The files under a folder, in order.</summary>
    /// <param name="folder">For example <c>matters/</c>, with the closing slash.</param>
    public IEnumerable<LawFile> Under(string folder) => files.Where(f => f.Path.StartsWith(folder, StringComparison.Ordinal));

    /// <summary>The file with a path.</summary>
    /// <param name="path">For example <c>matters/facts.json</c>.</param>
    /// <exception cref="LawDataException">There is none.</exception>
    public LawFile One(string path)
        => files.FirstOrDefault(f => f.Path == path) ?? throw new LawDataException(path, "$", "缺少此文件");

    /// <inheritdoc/>
    public IEnumerator<LawFile> GetEnumerator() => ((IEnumerable<LawFile>)files).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static LawFiles ReadEmbedded()
    {
        var assembly = typeof(LawFiles).Assembly;
        return new LawFiles(assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(ResourcePrefix, StringComparison.Ordinal))
            .Select(n => ReadResource(assembly, n)));
    }

    private static LawFile ReadResource(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        return new LawFile(name[ResourcePrefix.Length..], ReadAll(stream));
    }

    private static byte[] ReadAll(Stream stream)
    {
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }

    private static string HashOf(IEnumerable<LawFile> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{file.Path}\n{file.Content.Length}\n"));
            hash.AppendData(file.Content.Span);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
