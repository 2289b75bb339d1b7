using System.Text.Json;
using System.Text.Json.Nodes;
using Heng.Law;
using Heng.Law.Citations;

namespace Heng.Platform.Record;

/// <summary>Fault of an export (核验问题).</summary>
/// <param name="Code">Stable code, for example <c>record.hash</c>.</param>
/// <param name="Entry">Number of the entry; null when it concerns the whole.</param>
/// <param name="Chinese">What is wrong, in Chinese.</param>
/// <param name="English">The same in English.</param>
public sealed record RecordFault(string Code, int? Entry, string Chinese, string English);

/// <summary>What a check found.</summary>
public sealed record RecordReport
{
    /// <summary>Faults, in the order of the record; empty when all holds.</summary>
    public required IReadOnlyList<RecordFault> Faults { get; init; }

    /// <summary>Hash of the last entry as it was computed.</summary>
    public required string Head { get; init; }

    /// <summary>Whether it was compared with a hash kept elsewhere.</summary>
    public required bool HeadWasKept { get; init; }

    /// <summary>Entries checked.</summary>
    public int Entries { get; init; }

    /// <summary>Files checked.</summary>
    public int Files { get; init; }

    /// <summary>Law sets checked.</summary>
    public int Laws { get; init; }

    /// <summary>Deadlines computed again.</summary>
    public int Deadlines { get; init; }

    /// <summary>Assessments computed again.</summary>
    public int Assessments { get; init; }
}

/// <summary>Check of an export (导出件核验): the chain, the files, the law sets, and what was computed with them.</summary>
/// <param name="assess">Answers a question of discretion again under a law set: the answer of the contract.</param>
/// <param name="count">Answers a question of a time limit again: the answer of the contract.</param>
public sealed class RecordCheck(Func<LawSet, string, string> assess, Func<LawSet, string, string> count)
{
    /// <summary>Sentences for people; the contract says that they are never compared.</summary>
    private static readonly string[] spoken = ["says", "because"];

    /// <summary>Checks an export.</summary>
    /// <param name="export">The export.</param>
    /// <param name="head">Hash of the last entry, kept elsewhere; null when there is none, and then a record cut or rewritten as a whole is not found.</param>
    public RecordReport Run(RecordExport export, string? head)
    {
        ArgumentNullException.ThrowIfNull(export);
        var faults = new List<RecordFault>();
        foreach (var name in export.Strange)
        {
            faults.Add(new("export.strange-entry", null, $"导出件中有多余或者重名的内容：{name}", $"the export holds something that does not belong there: {name}"));
        }

        var lines = LinesOf(export.Record, faults);
        if (export.Manifest is not { Format: RecordExport.Format } manifest || HashProfile.Find(manifest.Profile) is not { } profile || !Guid.TryParseExact(manifest.Dossier, "N", out var dossier))
        {
            faults.Add(new("export.manifest", null, "导出清单缺失、格式不对或者算法配置不明", "the manifest is missing, malformed or names an unknown profile"));
            return new RecordReport { Faults = faults, Head = "", HeadWasKept = false, Entries = lines.Count };
        }

        (ActEntry? Entry, ReadOnlyMemory<byte> Line)[] read = [.. lines.Select(l => (ActEntry.Parse(l), l))];
        ActEntry[] entries = [.. read.Select(r => r.Entry).OfType<ActEntry>()];
        var hashes = HashesOf(export.Hashes, lines.Count, faults);
        var chain = new ChainWalk(profile, dossier, faults);
        for (var i = 0; i < read.Length; i++)
        {
            chain.Next(read[i].Entry, read[i].Line.Span, i < hashes.Length ? hashes[i] : null);
        }

        var last = chain.Last;
        CheckHead(manifest, lines.Count, last, head, faults);
        if (entries.Length > 0 && KeptIn.Number(entries[^1]) != manifest.Number)
        {
            faults.Add(new("export.manifest", null, "清单中的档案号与记录不符", "the number of the dossier in the manifest is not that of the record"));
        }

        var laws = CheckLaws(export, manifest, entries, faults);
        var files = CheckFiles(export, manifest, entries, faults);
        var (deadlines, assessments) = (0, 0);
        // A limit stands after every act for as long as it runs: each question is answered once.
        var due = new Dictionary<(LawSet, string), string?>();
        var same = new Dictionary<(LawSet, KeptQuestion), bool>();
        foreach (var entry in entries)
        {
            if (!laws.TryGetValue(entry.LawHash, out var law))
            {
                continue;
            }

            foreach (var kept in KeptIn.Deadlines(entry))
            {
                deadlines++;
                if (Once(due, (law, kept.Question), () => DueOf(count(law, kept.Question))) is var day && day != kept.Answer)
                {
                    faults.Add(new("deadline.differs", entry.Number, $"第 {entry.Number} 条记录的期限重新计算为 {day ?? "无"}，记录为 {kept.Answer}", $"entry {entry.Number}: the deadline is now {day ?? "none"}, the record says {kept.Answer}"));
                }
            }

            foreach (var kept in KeptIn.Assessments(entry))
            {
                assessments++;
                if (!Once(same, (law, kept), () => SameAnswer(assess(law, kept.Question), kept.Answer)))
                {
                    faults.Add(new("assessment.differs", entry.Number, $"第 {entry.Number} 条记录的裁量测算重新计算后结果不同", $"entry {entry.Number}: the assessment, computed again, differs"));
                }
            }
        }

        return new RecordReport { Faults = faults, Head = last, HeadWasKept = head is not null, Entries = lines.Count, Files = files, Laws = laws.Count, Deadlines = deadlines, Assessments = assessments };
    }

    /// <summary>What is wrong with the chain of a record as it is stored; empty when it holds.</summary>
    /// <param name="profile">The profile of the chain.</param>
    /// <param name="dossier">The dossier.</param>
    /// <param name="entries">The entries with the hash stored with each.</param>
    /// <param name="head">The hash of the last entry that is kept beside the record.</param>
    public static IReadOnlyList<RecordFault> ChainFaults(HashProfile profile, Guid dossier, IEnumerable<(ActEntry Entry, string Hash)> entries, string head)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(entries);
        var faults = new List<RecordFault>();
        var chain = new ChainWalk(profile, dossier, faults);
        var json = new CanonicalJson(16_384);
        foreach (var (entry, hash) in entries)
        {
            chain.Next(entry, entry.WriteTo(json), hash);
        }

        CheckKeptHead(chain.Last, head, faults);
        return faults;
    }

    /// <summary>Whether two answers of the contract of discretion say the same; sentences for people are not compared.</summary>
    /// <param name="left">An answer.</param>
    /// <param name="right">Another.</param>
    public static bool SameAnswer(string left, string right)
    {
        try
        {
            return JsonNode.DeepEquals(Bare(JsonNode.Parse(left)), Bare(JsonNode.Parse(right)));
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static List<ReadOnlyMemory<byte>> LinesOf(ReadOnlyMemory<byte> record, List<RecordFault> faults)
    {
        var lines = new List<ReadOnlyMemory<byte>>();
        while (!record.IsEmpty)
        {
            var end = record.Span.IndexOf((byte)'\n');
            if (end < 0)
            {
                faults.Add(new("record.malformed", lines.Count + 1, "最后一条记录不完整", "the last entry is cut off"));
                lines.Add(record);
                break;
            }

            lines.Add(record[..end]);
            record = record[(end + 1)..];
        }

        return lines;
    }

    private static string[] HashesOf(string hashes, int entries, List<RecordFault> faults)
    {
        var lines = hashes.Split('\n');
        if (lines.Length != entries + 1 || lines[^1].Length > 0)
        {
            faults.Add(new("record.count", null, $"记录 {entries} 条，哈希 {lines.Length - 1} 条", $"{entries} entries, {lines.Length - 1} hashes"));
        }

        return lines[..^1];
    }

    private static void CheckHead(ExportManifest manifest, int count, string last, string? head, List<RecordFault> faults)
    {
        if (manifest.Count != count)
        {
            faults.Add(new("record.count", null, $"清单写明 {manifest.Count} 条记录，实际 {count} 条", $"the manifest says {manifest.Count} entries, there are {count}"));
        }

        if (manifest.Head != last)
        {
            faults.Add(new("record.head", null, "清单中的末条哈希与记录不符", "the head in the manifest is not that of the record"));
        }

        CheckKeptHead(last, head, faults);
    }

    private static void CheckKeptHead(string last, string? head, List<RecordFault> faults)
    {
        if (head is not null && head != last)
        {
            faults.Add(new("record.kept-head", null, "末条哈希与另行保存的哈希不符：记录被截断、改写，或者之后又有新的记录", "the head is not the one kept elsewhere: the record was cut or rewritten, or has grown since"));
        }
    }

    private static Dictionary<string, LawSet> CheckLaws(RecordExport export, ExportManifest manifest, ActEntry[] entries, List<RecordFault> faults)
    {
        string[] used = [.. entries.Select(e => e.LawHash).Distinct()];
        Named(used, manifest.Laws, export.Laws.Keys, "law", "法规集", "law set", faults);
        var laws = new Dictionary<string, LawSet>(StringComparer.Ordinal);
        foreach (var (hash, files) in export.Laws)
        {
            if (files.Hash != hash)
            {
                faults.Add(new("law.changed", null, $"法规集 {Short(hash)} 的内容被改动", $"law set {Short(hash)} was changed"));
            }
            else if (used.Contains(hash) && LawOf(files, faults) is { } law)
            {
                laws[hash] = law;
            }
        }

        return laws;
    }

    private static int CheckFiles(RecordExport export, ExportManifest manifest, ActEntry[] entries, List<RecordFault> faults)
    {
        Named([.. entries.SelectMany(KeptIn.Files).Distinct()], manifest.Files, export.Files.Keys, "file", "文件", "file", faults);
        foreach (var (name, _) in export.Files.Where(f => f.Key != f.Value))
        {
            faults.Add(new("file.changed", null, $"文件 {Short(name)} 的内容被改动", $"file {Short(name)} was changed"));
        }

        return export.Files.Count;
    }

    /// <summary>What the record names, what the manifest lists and what is there must be the same.</summary>
    private static void Named(string[] wanted, IReadOnlyList<string> listed, IEnumerable<string> there, string code, string chinese, string english, List<RecordFault> faults)
    {
        if (!wanted.SequenceEqual(listed))
        {
            faults.Add(new("export.manifest", null, $"清单所列{chinese}与记录所引不符", $"the {english}s of the manifest are not those of the record"));
        }

        var found = there.ToHashSet(StringComparer.Ordinal);
        faults.AddRange(wanted.Where(w => !found.Contains(w)).Select(w => new RecordFault($"{code}.missing", null, $"记录所引的{chinese} {Short(w)} 不在导出件中", $"{english} {Short(w)}, named by the record, is not in the export")));
        faults.AddRange(found.Except(wanted).Order(StringComparer.Ordinal).Select(f => new RecordFault($"{code}.unknown", null, $"导出件中的{chinese} {Short(f)} 不是记录所引", $"{english} {Short(f)} is not named by the record")));
    }

    private static LawSet? LawOf(LawFiles files, List<RecordFault> faults)
    {
        try
        {
            return files.Hash == LawSet.Embedded.Hash ? LawSet.Embedded : LawSet.Load(files);
        }
        catch (LawDataException e)
        {
            faults.Add(new("law.unreadable", null, $"本程序不能读取法规集 {Short(files.Hash)}：{e.Message}", $"this program cannot read law set {Short(files.Hash)}"));
            return null;
        }
    }

    private static TValue Once<TKey, TValue>(Dictionary<TKey, TValue> known, TKey key, Func<TValue> find)
        where TKey : notnull
        => known.TryGetValue(key, out var value) ? value : known[key] = find();

    private static string? DueOf(string answer)
    {
        using var json = JsonDocument.Parse(answer);
        return json.RootElement.TryGetProperty("due", out var due) ? due.GetString() : null;
    }

    private static JsonNode? Bare(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject fields:
                foreach (var name in spoken)
                {
                    fields.Remove(name);
                }

                foreach (var (_, value) in fields)
                {
                    Bare(value);
                }

                break;
            case JsonArray items:
                foreach (var item in items)
                {
                    Bare(item);
                }

                break;
        }

        return node;
    }

    private static string Short(string hash) => hash.Length > 12 ? hash[..12] : hash;

    /// <summary>Walk along a chain: entries, each with its canonical form, one after another.</summary>
    private sealed class ChainWalk(HashProfile profile, Guid dossier, List<RecordFault> faults)
    {
        private int number;
        private bool broken;

        /// <summary>Hash of the last entry.</summary>
        public string Last { get; private set; } = ActEntry.Genesis(profile, dossier);

        /// <summary>Checks the next entry.</summary>
        /// <param name="read">The entry; null when its line is not canonical.</param>
        /// <param name="line">Its canonical form.</param>
        /// <param name="stored">The hash stored with it; null when there is none.</param>
        public void Next(ActEntry? read, ReadOnlySpan<byte> line, string? stored)
        {
            number++;
            if (read is not { } entry)
            {
                faults.Add(new("record.malformed", number, $"第 {number} 条记录不是规范格式", $"entry {number} is not in canonical form"));
            }
            else
            {
                if (entry.Dossier != dossier)
                {
                    faults.Add(new("record.dossier", number, $"第 {number} 条记录不属于本档案", $"entry {number} belongs to another dossier"));
                }

                if (entry.Number != number)
                {
                    faults.Add(new("record.order", number, $"第 {number} 条记录的序号是 {entry.Number}：记录被删除、插入或者调换", $"entry {number} is numbered {entry.Number}: entries were removed, inserted or moved"));
                }
            }

            var hash = ActEntry.HashAfter(profile, Last, line);
            if (stored is not null && stored != hash)
            {
                // Behind the first break every hash differs; only there can be told how it was made.
                var other = !broken && IsOfAnother(line, stored);
                broken = true;
                faults.Add(other
                    ? new("record.mixed-profiles", number, $"第 {number} 条记录使用了另一种算法；一条记录链只能使用一种算法", $"entry {number} is hashed with another profile; one chain has one profile")
                    : new("record.hash", number, $"第 {number} 条记录的哈希不符：此条或者此前的记录被改动", $"entry {number}: the hash does not match; this entry or one before it was changed"));
            }

            Last = hash;
        }

        private bool IsOfAnother(ReadOnlySpan<byte> line, string stored)
        {
            foreach (var other in HashProfile.All)
            {
                if (other != profile && ActEntry.HashAfter(other, Last, line) == stored)
                {
                    return true;
                }
            }

            return false;
        }
    }
}
