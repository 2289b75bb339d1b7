using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Heng.Discretion;
using Heng.Law;
using Heng.Law.Citations;
using Heng.Law.Matters;
using Heng.Platform.Record;
using Heng.Platform.Storage;

namespace Heng.Tests.Platform.Record;

public sealed class ReplayTests
{
    private const int Decisions = 10_000;
    private static readonly string[] parties = ["individual", "individualBusiness", "unit"];

    [Fact, Row("5.13")]
    public void Ten_thousand_decisions_recomputed_with_the_kept_law_are_equal_byte_for_byte()
    {
        var folder = Directory.CreateTempSubdirectory("heng-replay-");
        try
        {
            new LawArchive(new DataStore(folder.FullName), LawSet.Embedded).Keep();
            var kept = Kept(folder);
            Assert.Equal(LawSet.Embedded.Hash, kept.Hash);
            var (then, now) = (new AssessContract(LawSet.Embedded), new AssessContract(kept));
            var matters = new HashSet<string>(StringComparer.Ordinal);
            for (var i = 0; i < Decisions; i++)
            {
                var (matter, question) = Question(new Random(i), i);
                var (good, answer) = Answer(then, question);
                Assert.True(good, Encoding.UTF8.GetString(answer));
                Assert.Equal(answer, Answer(now, question).Bytes);
                matters.Add(matter.Id);
            }

            Assert.Equal(LawSet.Embedded.Matters.All.Count, matters.Count);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The set as another program reads it years later: from the folder alone.</summary>
    private static LawSet Kept(DirectoryInfo folder)
    {
        using var zip = ZipFile.OpenRead(Assert.Single(folder.GetFiles("law/*.zip")).FullName);
        return LawSet.Load(LawFiles.From(zip.Entries.Select(e => (e.FullName, e.Open()))));
    }

    private static (bool Good, byte[] Bytes) Answer(AssessContract contract, byte[] question)
    {
        using var to = new MemoryStream();
        using (var writer = new Utf8JsonWriter(to))
        {
            if (!contract.Answer(question, writer, default))
            {
                writer.Flush();
                return (false, to.ToArray());
            }
        }

        return (true, to.ToArray());
    }

    /// <summary>A question about one matter in turn, in one of its versions, with some of the facts known.</summary>
    private static (Matter Matter, byte[] Question) Question(Random random, int i)
    {
        var law = LawSet.Embedded;
        var matter = law.Matters.All[i % law.Matters.All.Count];
        var version = matter.Versions[random.Next(matter.Versions.Count)];
        var day = version.From > new DateOnly(2025, 1, 1) ? version.From : new DateOnly(2025, 1, 1);
        var facts = version.Penalties.SelectMany(p => (p.When?.Facts ?? []).Concat(p.BaseFact is { } basis ? [basis] : []))
            .Concat(new[] { "firstViolation", "minorViolation", "correctedPromptly", "noHarm", "harmfulConsequences", "provesNoFault" }.Select(f => law.Matters.Facts.Find(f)!))
            .Where(f => f.Id != "partyType").Distinct().Where(_ => random.Next(4) > 0).ToArray();
        using var to = new MemoryStream();
        using (var json = new Utf8JsonWriter(to))
        {
            json.WriteStartObject();
            json.WriteNumber("id", i);
            json.WriteString("matter", matter.Id);
            json.WriteString("region", random.Next(2) == 0 ? "CN" : "CN-GD");
            json.WriteString("actDate", day.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
            json.WriteString("decisionDate", day.AddDays(random.Next(1, 400)).ToString("O", System.Globalization.CultureInfo.InvariantCulture));
            json.WriteString("party", parties[random.Next(parties.Length)]);
            json.WriteStartObject("facts");
            foreach (var fact in facts)
            {
                json.WritePropertyName(fact.Id);
                switch (fact.Kind)
                {
                    case FactKind.Boolean:
                        json.WriteBooleanValue(random.Next(2) == 0);
                        break;
                    case FactKind.Number:
                        json.WriteNumberValue(random.Next(1, 20_000));
                        break;
                    default:
                        json.WriteStringValue(fact.Values[random.Next(fact.Values.Count)]);
                        break;
                }
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return (matter, to.ToArray());
    }
}
