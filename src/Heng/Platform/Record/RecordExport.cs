using System.Collections.Immutable;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Heng.Law.Citations;

namespace Heng.Platform.Record;

/// <summary>Manifest of an export (导出清单): what the export says of itself; every line of it is checked against the record.</summary>
/// <param name="Format">Always <see cref="RecordExport.Format"/>.</param>
/// <param name="Profile">Hash profile of the chain.</param>
/// <param name="Dossier">Id of the dossier, 32 hexadecimal digits.</param>
/// <param name="Number">Number of the dossier.</param>
/// <param name="Count">How many entries the record has.</param>
/// <param name="Head">Hash of the last entry.</param>
/// <param name="Laws">Hashes of the law sets used, in order of first use.</param>
/// <param name="Files">SHA-256 of the files that the record names, in order of first mention.</param>
public sealed record ExportManifest(string Format, string Profile, string Dossier, string Number, int Count, string Head, IReadOnlyList<string> Laws, IReadOnlyList<string> Files);

/// <summary>Export of a dossier (档案导出件): one file that holds the record, the law sets used and the files, and needs no database to be checked.</summary>
/// <remarks>
/// A zip: <c>manifest.json</c>; <c>record.jsonl</c>, the canonical forms, a line each; <c>hashes.txt</c>, their hashes, a line each;
/// <c>law/HASH/PATH</c>; <c>files/SHA256</c>. The same record gives the same file, byte for byte. <c>docs/record.md</c> describes it for outsiders.
/// </remarks>
public sealed record RecordExport
{
    /// <summary>The form of the file.</summary>
    public const string Format = "heng-export-1";

    private const string ManifestName = "manifest.json";
    private const string RecordName = "record.jsonl";
    private const string HashesName = "hashes.txt";
    private const string LawFolder = "law/";
    private const string FilesFolder = "files/";
    private static readonly JsonSerializerOptions json = new(JsonSerializerDefaults.Web) { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow, AllowDuplicateProperties = false, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true };

    /// <summary>The manifest; null when it is missing or malformed.</summary>
    public ExportManifest? Manifest { get; init; }

    /// <summary>The record: canonical forms, each ended by a line feed.</summary>
    public ReadOnlyMemory<byte> Record { get; init; }

    /// <summary>The hashes: each ended by a line feed.</summary>
    public string Hashes { get; init; } = "";

    /// <summary>The law sets, by the hash under which they lie.</summary>
    public ImmutableSortedDictionary<string, LawFiles> Laws { get; init; } = ImmutableSortedDictionary.Create<string, LawFiles>(StringComparer.Ordinal);

    /// <summary>The files: the name under which each lies, and the SHA-256 of what lies there.</summary>
    public ImmutableSortedDictionary<string, string> Files { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Entries of the zip that do not belong there.</summary>
    public IReadOnlyList<string> Strange { get; init; } = [];

    /// <summary>Writes an export.</summary>
    /// <param name="profile">The profile of the chain.</param>
    /// <param name="dossier">The dossier.</param>
    /// <param name="number">Its number.</param>
    /// <param name="entries">The record with its hashes.</param>
    /// <param name="laws">Finds a law set.</param>
    /// <param name="files">Finds a file; what it does not find is left out, and checking the export tells so.</param>
    /// <param name="to">Receives the zip.</param>
    /// <param name="stop">Stops the work.</param>
    public static async Task WriteAsync(HashProfile profile, Guid dossier, string number, IReadOnlyList<(ActEntry Entry, string Hash)> entries, Func<string, LawFiles?> laws, Func<string, CancellationToken, Task<byte[]?>> files, Stream to, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentNullException.ThrowIfNull(laws);
        ArgumentNullException.ThrowIfNull(files);
        string[] lawHashes = [.. entries.Select(e => e.Entry.LawHash).Distinct()];
        string[] fileHashes = [.. entries.SelectMany(e => KeptIn.Files(e.Entry)).Distinct()];
        var at = new DateTimeOffset(entries.Count == 0 ? new DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc) : entries[^1].Entry.At);
        await using var zip = await ZipArchive.CreateAsync(to, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, stop);
        await AddAsync(ManifestName, JsonSerializer.SerializeToUtf8Bytes(new ExportManifest(Format, profile.Name, dossier.ToString("N"), number, entries.Count, entries.Count == 0 ? "" : entries[^1].Hash, lawHashes, fileHashes), json));
        await AddAsync(RecordName, entries.SelectMany(e => (byte[])[.. e.Entry.CanonicalBytes(), (byte)'\n']).ToArray());
        await AddAsync(HashesName, System.Text.Encoding.ASCII.GetBytes(string.Concat(entries.Select(e => e.Hash + "\n"))));
        foreach (var hash in lawHashes)
        {
            foreach (var file in laws(hash) is { } set ? LawArchive.Counted(set) : [])
            {
                await AddAsync($"{LawFolder}{hash}/{file.Path}", file.Content);
            }
        }

        foreach (var hash in fileHashes)
        {
            if (await files(hash, stop) is { } content)
            {
                await AddAsync(FilesFolder + hash, content);
            }
        }

        async Task AddAsync(string name, ReadOnlyMemory<byte> content)
        {
            var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
            entry.LastWriteTime = at;
            await using var stream = await entry.OpenAsync(stop);
            await stream.WriteAsync(content, stop);
        }
    }

    /// <summary>Reads an export; nothing in it is believed yet.</summary>
    /// <param name="from">The zip.</param>
    /// <param name="stop">Stops the work.</param>
    /// <exception cref="InvalidDataException">It is no zip.</exception>
    public static async Task<RecordExport> ReadAsync(Stream from, CancellationToken stop)
    {
        await using var zip = await ZipArchive.CreateAsync(from, ZipArchiveMode.Read, leaveOpen: true, entryNameEncoding: null, stop);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var strange = new List<string>();
        var files = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var laws = new Dictionary<string, List<(string, Stream)>>(StringComparer.Ordinal);
        ReadOnlyMemory<byte> manifest = default, record = default, hashes = default;
        foreach (var entry in zip.Entries)
        {
            var name = entry.FullName;
            if (!seen.Add(name))
            {
                strange.Add(name);
                continue;
            }

            await using var stream = await entry.OpenAsync(stop);
            switch (name)
            {
                case ManifestName:
                    manifest = await AllAsync(stream);
                    break;
                case RecordName:
                    record = await AllAsync(stream);
                    break;
                case HashesName:
                    hashes = await AllAsync(stream);
                    break;
                case var _ when name.StartsWith(LawFolder, StringComparison.Ordinal) && name.IndexOf('/', LawFolder.Length) is var slash and > 0:
                    var hash = name[LawFolder.Length..slash];
                    if (!laws.TryGetValue(hash, out var set))
                    {
                        laws[hash] = set = [];
                    }

                    set.Add((name[(slash + 1)..], new MemoryStream(await AllAsync(stream))));
                    break;
                case var _ when name.StartsWith(FilesFolder, StringComparison.Ordinal):
                    files[name[FilesFolder.Length..]] = Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, stop));
                    break;
                default:
                    strange.Add(name);
                    break;
            }
        }

        return new RecordExport
        {
            Manifest = ManifestOf(manifest),
            Record = record,
            Hashes = System.Text.Encoding.ASCII.GetString(hashes.Span),
            Laws = laws.ToImmutableSortedDictionary(l => l.Key, l => LawFiles.From(l.Value), StringComparer.Ordinal),
            Files = files.ToImmutable(),
            Strange = strange,
        };

        async Task<byte[]> AllAsync(Stream stream)
        {
            using var memory = new MemoryStream();
            await stream.CopyToAsync(memory, stop);
            return memory.ToArray();
        }
    }

    /// <summary>A manifest, or null when the bytes are none.</summary>
    /// <param name="bytes">JSON.</param>
    public static ExportManifest? ManifestOf(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return JsonSerializer.Deserialize<ExportManifest>(bytes.Span, json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
