using System.Collections.Concurrent;
using System.Text;
using Heng.Law.Citations;
using Heng.Platform.Commands;
using Heng.Platform.Record;

namespace Heng.Tests.Platform.Record;

public sealed class RecordAttackTests
{
    /// <summary>Ten thousand together; SM3 is slow.</summary>
    [Theory, InlineData("sha256", 8_000), InlineData("sm3", 2_000), Row("5.13", "6.8", "X.7")]
    public async Task Ten_thousand_random_attacks_are_all_found(string profile, int attacks)
    {
        var whole = await ExportedDossier.OfAsync(profile);
        var check = VerifyCommand.NewCheck();
        Assert.Empty(check.Run(whole.Export, whole.Head).Faults);
        var missed = new ConcurrentBag<string>();
        var kinds = new ConcurrentDictionary<string, int>();
        Parallel.For(0, attacks, seed =>
        {
            var (name, attacked) = new Attacker(whole, HashProfile.Find(profile)!, new Random(seed)).Attack();
            kinds.AddOrUpdate(name, 1, (_, n) => n + 1);
            if (check.Run(attacked, whole.Head).Faults.Count == 0)
            {
                missed.Add($"{name} (seed {seed})");
            }
        });
        Assert.Empty(missed);
        Assert.Equal(Attacker.Kinds, kinds.Count);
    }

    /// <summary>Someone who has the file and the program, but not the head that was kept elsewhere.</summary>
    private sealed class Attacker(ExportedDossier whole, HashProfile profile, Random random)
    {
        public const int Kinds = 20;

        private readonly RecordExport export = whole.Export;
        private readonly List<ActEntry> entries = [.. whole.Entries];

        public (string Name, RecordExport Attacked) Attack() => random.Next(Kinds) switch
        {
            0 => ("flip a byte", FlipByte()),
            1 => ("edit an entry and leave the rest", Edit(Rechain.Nothing)),
            2 => ("edit an entry and its hash", Edit(Rechain.One)),
            3 => ("edit an entry and every hash behind it", Edit(Rechain.All)),
            4 => ("remove an entry", Remove(Rechain.Nothing)),
            5 => ("remove an entry and make the chain anew", Remove(Rechain.All)),
            6 => ("insert an entry", Insert(Rechain.Nothing)),
            7 => ("insert an entry and make the chain anew", Insert(Rechain.All)),
            8 => ("reorder", Reorder(Rechain.Nothing)),
            9 => ("reorder and make the chain anew", Reorder(Rechain.All)),
            10 => ("truncate", Truncate(Rechain.Nothing)),
            11 => ("truncate and make the manifest anew", Truncate(Rechain.All)),
            12 => ("change a hash", export with { Hashes = Changed(export.Hashes) }),
            13 => ("change a file", ChangeFile()),
            14 => ("remove a file", export with { Files = export.Files.Remove(AnyOf(export.Files.Keys)) }),
            15 => ("add a file", export with { Files = export.Files.Add(Hex(), Hex()) }),
            16 => ("change the law", ChangeLaw()),
            17 => ("remove the law", export with { Laws = export.Laws.Clear() }),
            18 => ("change the manifest", ChangeManifest()),
            _ => ("mix profiles", MixProfiles()),
        };

        private enum Rechain
        {
            Nothing,
            One,
            All,
        }

        private RecordExport FlipByte()
        {
            var bytes = export.Record.ToArray();
            bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
            return export with { Record = bytes };
        }

        private RecordExport Edit(Rechain rechain)
        {
            var i = random.Next(entries.Count);
            var e = entries[i];
            entries[i] = random.Next(10) switch
            {
                0 => e with { At = e.At.AddTicks(TimeSpan.TicksPerMicrosecond * (1 + random.Next(1_000_000))) },
                1 => e with { On = e.On.AddDays(random.Next(2) == 0 ? -1 : 1) },
                2 => e with { Person = Guid.CreateVersion7() },
                3 => e with { PersonName = Changed(e.PersonName) },
                4 => e with { Roles = e.Roles + " head" },
                5 => e with { Code = whole.Entries.First(o => o.Code != e.Code).Code },
                6 => e with { Content = Changed(e.Content) },
                7 => e with { Grounds = Changed(e.Grounds) },
                8 => e with { After = Changed(e.After) },
                _ => e with { LawHash = Changed(e.LawHash) },
            };
            return Built(rechain, i);
        }

        private RecordExport Remove(Rechain rechain)
        {
            var i = random.Next(entries.Count);
            entries.RemoveAt(i);
            return Built(rechain, i);
        }

        private RecordExport Insert(Rechain rechain)
        {
            var i = random.Next(entries.Count + 1);
            entries.Insert(i, AnyOf(whole.Entries) with { Content = "{}" });
            return Built(rechain, i);
        }

        private RecordExport Reorder(Rechain rechain)
        {
            var i = random.Next(entries.Count);
            var j = (i + 1 + random.Next(entries.Count - 1)) % entries.Count;
            (entries[i], entries[j]) = (entries[j], entries[i]);
            return Built(rechain, Math.Min(i, j));
        }

        private RecordExport Truncate(Rechain rechain)
        {
            var keep = 1 + random.Next(entries.Count - 1);
            entries.RemoveRange(keep, entries.Count - keep);
            return Built(rechain, keep);
        }

        private RecordExport ChangeFile()
        {
            var name = AnyOf(export.Files.Keys);
            return export with { Files = export.Files.SetItem(name, random.Next(2) == 0 ? Hex() : export.Files.First(f => f.Key != name).Value) };
        }

        private RecordExport ChangeLaw()
        {
            var (hash, files) = AnyOf(export.Laws);
            var at = random.Next(files.Count);
            var remove = random.Next(4) == 0;
            var changed = LawFiles.From(files.Where((_, i) => !remove || i != at).Select((f, _) => (f.Path, (Stream)new MemoryStream(f.Path == files[at].Path ? Flipped(f.Content) : f.Content.ToArray()))));
            return export with { Laws = export.Laws.SetItem(hash, changed) };
        }

        private RecordExport ChangeManifest()
        {
            var m = export.Manifest!;
            return export with
            {
                Manifest = random.Next(8) switch
                {
                    0 => m with { Format = Changed(m.Format) },
                    1 => m with { Profile = HashProfile.All.First(p => p != profile).Name },
                    2 => m with { Dossier = Hex()[..32] },
                    3 => m with { Number = Changed(m.Number) },
                    4 => m with { Count = m.Count + 1 },
                    5 => m with { Head = Hex() },
                    6 => m with { Laws = [] },
                    _ => m with { Files = [.. m.Files.Skip(1)] },
                },
            };
        }

        private RecordExport MixProfiles()
        {
            var other = HashProfile.All.First(p => p != profile);
            var hashes = Chain();
            var i = random.Next(entries.Count);
            hashes[i] = entries[i].HashAfter(other, i == 0 ? ActEntry.Genesis(profile, entries[0].Dossier) : hashes[i - 1]);
            for (var j = i + 1; j < entries.Count; j++)
            {
                hashes[j] = entries[j].HashAfter(profile, hashes[j - 1]);
            }

            return export with { Hashes = string.Concat(hashes.Select(h => h + "\n")) };
        }

        /// <summary>The export with the entries as they are now; how much of the chain is made anew is the attacker's choice.</summary>
        private RecordExport Built(Rechain rechain, int from)
        {
            if (rechain == Rechain.All)
            {
                for (var i = 0; i < entries.Count; i++)
                {
                    entries[i] = entries[i] with { Number = i + 1 };
                }
            }

            var record = entries.SelectMany(e => (byte[])[.. e.CanonicalBytes(), (byte)'\n']).ToArray();
            var hashes = rechain == Rechain.All ? Chain() : export.Hashes.TrimEnd('\n').Split('\n');
            if (rechain == Rechain.One)
            {
                hashes[from] = entries[from].HashAfter(profile, from == 0 ? ActEntry.Genesis(profile, entries[0].Dossier) : hashes[from - 1]);
            }

            var manifest = rechain != Rechain.All ? export.Manifest! : export.Manifest! with
            {
                Count = entries.Count,
                Head = hashes[^1],
                Laws = [.. entries.Select(e => e.LawHash).Distinct()],
                Files = [.. entries.SelectMany(KeptIn.Files).Distinct()],
            };
            return export with
            {
                Record = record,
                Hashes = string.Concat(hashes.Select(h => h + "\n")),
                Manifest = manifest,
                Files = rechain == Rechain.All ? export.Files.RemoveRange(export.Files.Keys.Except(manifest.Files).ToArray()) : export.Files,
            };
        }

        private string[] Chain()
        {
            var hashes = new string[entries.Count];
            var before = ActEntry.Genesis(profile, whole.Entries[0].Dossier);
            for (var i = 0; i < entries.Count; i++)
            {
                hashes[i] = before = entries[i].HashAfter(profile, before);
            }

            return hashes;
        }

        private string Changed(string text)
        {
            var i = random.Next(text.Length);
            return text[..i] + (text[i] == '5' ? '6' : '5') + text[(i + 1)..];
        }

        private byte[] Flipped(ReadOnlyMemory<byte> content)
        {
            var bytes = content.ToArray();
            bytes[random.Next(bytes.Length)] ^= 1;
            return bytes;
        }

        private string Hex() => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.ASCII.GetBytes(random.NextInt64().ToString(System.Globalization.CultureInfo.InvariantCulture))));

        private T AnyOf<T>(IEnumerable<T> all)
        {
            T[] choices = [.. all];
            return choices[random.Next(choices.Length)];
        }
    }
}
