using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Heng.Tests.Platform.Record;

/// <summary>A verifier written from docs/record.md alone, as an outsider would write it; it uses nothing of Heng.</summary>
public sealed partial class OutsiderTests
{
    [Theory, MemberData(nameof(ExportedDossier.Profiles), MemberType = typeof(ExportedDossier)), Row("5.13", "X.7")]
    public async Task An_outsider_can_verify_an_export_from_the_document(string profile)
    {
        var whole = await ExportedDossier.OfAsync(profile);
        Assert.Null(Outsider.FaultOf(Unpacked(whole.Bytes), whole.Head));
    }

    [Theory, MemberData(nameof(ExportedDossier.Profiles), MemberType = typeof(ExportedDossier))]
    public async Task An_outsider_finds_a_change_anywhere(string profile)
    {
        var whole = await ExportedDossier.OfAsync(profile);
        var entries = Unpacked(whole.Bytes);
        var random = new Random(1);
        foreach (var name in entries.Keys.Where(n => n != "manifest.json" && random.Next(40) == 0).Concat(["record.jsonl", "hashes.txt"]))
        {
            var attacked = new Dictionary<string, byte[]>(entries) { [name] = [.. entries[name]] };
            attacked[name][random.Next(attacked[name].Length)] ^= 1;
            Assert.NotNull(Outsider.FaultOf(attacked, whole.Head));
        }

        Assert.Equal("head", Outsider.FaultOf(entries, new string('0', 64)));
    }

    private static Dictionary<string, byte[]> Unpacked(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes));
        return zip.Entries.ToDictionary(e => e.FullName, e =>
        {
            using var stream = e.Open();
            using var memory = new MemoryStream();
            stream.CopyTo(memory);
            return memory.ToArray();
        });
    }

    private static partial class Outsider
    {
        private static readonly string[] order = ["dossier", "number", "at", "on", "person", "personName", "unit", "roles", "code", "content", "grounds", "before", "after", "lawHash"];

        public static string? FaultOf(Dictionary<string, byte[]> zip, string head)
        {
            using var manifest = JsonDocument.Parse(zip["manifest.json"]);
            string Said(string name) => manifest.RootElement.GetProperty(name).GetString()!;
            string[] Listed(string name) => [.. manifest.RootElement.GetProperty(name).EnumerateArray().Select(e => e.GetString()!)];
            var hash = (Func<byte[], string>)(Said("profile") == "sm3" ? Sm3.Hex : b => Convert.ToHexStringLower(SHA256.HashData(b)));
            if (Said("format") != "heng-export-1")
            {
                return "format";
            }

            var record = Encoding.UTF8.GetString(zip["record.jsonl"]);
            var lines = record.Split('\n')[..^1];
            var stored = Encoding.UTF8.GetString(zip["hashes.txt"]).Split('\n')[..^1];
            if (lines.Length != manifest.RootElement.GetProperty("count").GetInt32() || stored.Length != lines.Length || record[^1] != '\n')
            {
                return "count";
            }

            var last = hash(Encoding.ASCII.GetBytes($"heng {Said("profile")} {Said("dossier")}"));
            List<string> laws = [], files = [];
            string? number = null;
            for (var i = 0; i < lines.Length; i++)
            {
                last = hash(Encoding.UTF8.GetBytes(last + "\n" + lines[i]));
                if (last != stored[i])
                {
                    return $"hash {i + 1}";
                }

                using var entry = JsonDocument.Parse(lines[i]);
                var root = entry.RootElement;
                if (!root.EnumerateObject().Select(p => p.Name).SequenceEqual(order) || Written(root) != lines[i] || root.GetProperty("number").GetInt32() != i + 1 || root.GetProperty("dossier").GetString() != Said("dossier"))
                {
                    return $"entry {i + 1}";
                }

                laws.Add(root.GetProperty("lawHash").GetString()!);
                using var content = JsonDocument.Parse(root.GetProperty("content").GetString()!);
                Collect(content.RootElement, files);
                using var after = JsonDocument.Parse(root.GetProperty("after").GetString()!);
                number = after.RootElement.GetProperty("number").GetString();
            }

            if (last != Said("head") || last != head)
            {
                return "head";
            }

            var names = new List<string> { "manifest.json", "record.jsonl", "hashes.txt" };
            foreach (var law in laws.Distinct())
            {
                var set = zip.Where(e => e.Key.StartsWith($"law/{law}/", StringComparison.Ordinal)).Select(e => (Path: e.Key[(law.Length + 5)..], e.Value)).OrderBy(e => e.Path, StringComparer.Ordinal).ToArray();
                names.AddRange(set.Select(e => $"law/{law}/{e.Path}"));
                if (Convert.ToHexStringLower(SHA256.HashData([.. set.SelectMany(e => Encoding.UTF8.GetBytes($"{e.Path}\n{e.Value.Length}\n").Concat(e.Value))])) != law)
                {
                    return "law";
                }
            }

            foreach (var file in files.Distinct())
            {
                names.Add("files/" + file);
                if (!zip.TryGetValue("files/" + file, out var bytes) || Convert.ToHexStringLower(SHA256.HashData(bytes)) != file)
                {
                    return "file";
                }
            }

            return number != Said("number") || !laws.Distinct().SequenceEqual(Listed("laws")) || !files.Distinct().SequenceEqual(Listed("files")) || names.Count != zip.Count || names.Except(zip.Keys).Any() ? "manifest" : null;
        }

        private static string Written(JsonElement entry)
            => "{" + string.Join(',', entry.EnumerateObject().Select(p => $"\"{p.Name}\":{(p.Value.ValueKind == JsonValueKind.Number ? p.Value.GetRawText() : $"\"{Escapes().Replace(p.Value.GetString()!, m => m.Value switch { "\"" => "\\\"", "\\" => "\\\\", "\b" => "\\b", "\t" => "\\t", "\n" => "\\n", "\f" => "\\f", "\r" => "\\r", var c => $"\\u{(int)c[0]:x4}" })}\"")}")) + "}";

        private static void Collect(JsonElement json, List<string> files)
        {
            if (json.ValueKind == JsonValueKind.Array)
            {
                foreach (var item in json.EnumerateArray())
                {
                    Collect(item, files);
                }
            }
            else if (json.ValueKind == JsonValueKind.Object)
            {
                foreach (var property in json.EnumerateObject())
                {
                    if (property.Name == "sha256" && property.Value.ValueKind == JsonValueKind.String && Hash().IsMatch(property.Value.GetString()!))
                    {
                        files.Add(property.Value.GetString()!);
                    }

                    Collect(property.Value, files);
                }
            }
        }

        [GeneratedRegex("""["\\\x00-\x1f]""")]
        private static partial Regex Escapes();

        [GeneratedRegex(@"^[0-9a-f]{64}\z")]
        private static partial Regex Hash();
    }

    /// <summary>SM3 as GB/T 32905-2016 writes it down.</summary>
    private static class Sm3
    {
        public static string Hex(byte[] message)
        {
            var padded = new byte[(message.Length + 9 + 63) / 64 * 64];
            message.CopyTo(padded, 0);
            padded[message.Length] = 0x80;
            System.Buffers.Binary.BinaryPrimitives.WriteUInt64BigEndian(padded.AsSpan(padded.Length - 8), (ulong)message.Length * 8);
            uint[] v = [0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e];
            for (var at = 0; at < padded.Length; at += 64)
            {
                Compress(v, padded.AsSpan(at, 64));
            }

            return string.Concat(v.Select(x => x.ToString("x8", System.Globalization.CultureInfo.InvariantCulture)));
        }

        private static void Compress(uint[] v, ReadOnlySpan<byte> block)
        {
            unchecked
            {
                var w = new uint[68];
                for (var j = 0; j < 68; j++)
                {
                    w[j] = j < 16 ? System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(block[(j * 4)..]) : P1(w[j - 16] ^ w[j - 9] ^ Rol(w[j - 3], 15)) ^ Rol(w[j - 13], 7) ^ w[j - 6];
                }

                var (a, b, c, d, e, f, g, h) = (v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7]);
                for (var j = 0; j < 64; j++)
                {
                    var ss1 = Rol(Rol(a, 12) + e + Rol(j < 16 ? 0x79cc4519u : 0x7a879d8au, j % 32), 7);
                    var ss2 = ss1 ^ Rol(a, 12);
                    var tt1 = (j < 16 ? a ^ b ^ c : (a & b) | (a & c) | (b & c)) + d + ss2 + (w[j] ^ w[j + 4]);
                    var tt2 = (j < 16 ? e ^ f ^ g : (e & f) | (~e & g)) + h + ss1 + w[j];
                    (d, c, b, a) = (c, Rol(b, 9), a, tt1);
                    (h, g, f, e) = (g, Rol(f, 19), e, tt2 ^ Rol(tt2, 9) ^ Rol(tt2, 17));
                }

                uint[] next = [a, b, c, d, e, f, g, h];
                for (var i = 0; i < 8; i++)
                {
                    v[i] ^= next[i];
                }
            }
        }

        private static uint P1(uint x) => x ^ Rol(x, 15) ^ Rol(x, 23);

        private static uint Rol(uint x, int n) => System.Numerics.BitOperations.RotateLeft(x, n);
    }
}
