using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Heng.Cases;
using Heng.Cases.Steps.Decision;
using Heng.Dossiers;
using Heng.Law;
using Heng.Law.Citations;
using Heng.Platform.Commands;
using Heng.Platform.Record;
using Heng.Platform.Storage;
using Heng.Tests.Cases;
using Heng.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Heng.Tests.Platform.Record;

public sealed class RecordExportTests
{
    [Theory, EachDatabase, Row("5.13", "6.8", "X.7")]
    public async Task An_exported_dossier_is_verified_without_its_database(string database)
    {
        foreach (var profile in HashProfile.All)
        {
            byte[] bytes;
            string head;
            await using (var house = await TestHouse.BuildAsync(database, profile.Name))
            {
                (bytes, head) = await ExportedDossier.ExportAsync(house, await ExemptionPath.ToArchiveAsync(house));
            }

            var report = VerifyCommand.NewCheck().Run(await ExportedDossier.ReadAsync(bytes), head);
            Assert.Empty(report.Faults);
            Assert.True(report is { HeadWasKept: true, Entries: > 15, Files: > 2, Laws: 1, Deadlines: > 15, Assessments: >= 2 }, report.ToString());
        }
    }

    [Fact]
    public async Task The_same_record_gives_the_same_file()
    {
        await using var house = await TestHouse.BuildAsync();
        var id = await ExemptionPath.ToFilingAsync(house);
        var first = await ExportedDossier.ExportAsync(house, id);
        house.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(first.Bytes, (await ExportedDossier.ExportAsync(house, id)).Bytes);
    }

    [Theory, MemberData(nameof(ExportedDossier.Profiles), MemberType = typeof(ExportedDossier))]
    public async Task A_fault_is_told_by_its_code(string profile)
    {
        var whole = await ExportedDossier.OfAsync(profile);
        var check = VerifyCommand.NewCheck();
        var other = HashProfile.All.First(p => p.Name != profile);
        Assert.Contains("file.changed", CodesOf(whole.Export with { Files = whole.Export.Files.SetItem(whole.Export.Files.Keys.First(), new string('0', 64)) }));
        Assert.Contains("law.missing", CodesOf(whole.Export with { Laws = whole.Export.Laws.Clear() }));
        Assert.Contains("export.manifest", CodesOf(whole.Export with { Manifest = null }));
        Assert.Contains("record.kept-head", check.Run(whole.Export, new string('0', 64)).Faults.Select(f => f.Code));
        var hashes = whole.Export.Hashes.Split('\n');
        hashes[3] = whole.Entries[3].HashAfter(other, hashes[2]);
        Assert.Contains("record.mixed-profiles", CodesOf(whole.Export with { Hashes = string.Join('\n', hashes) }));

        IEnumerable<string> CodesOf(RecordExport export) => check.Run(export, whole.Head).Faults.Select(f => f.Code);
    }

    [Fact, Row("5.13")]
    public async Task An_answer_that_the_law_does_not_give_is_found_even_in_a_whole_chain()
    {
        var whole = await ExportedDossier.OfAsync("sha256");
        var forged = whole.Entries.ToList();
        var decision = forged.FindIndex(e => e.Code == "cases.decide-no-penalty");
        var content = JsonNode.Parse(forged[decision].Content)!;
        content["assessment"]!["answer"] = content["assessment"]!["answer"]!.GetValue<string>().Replace("\"outcome\":\"", "\"outcome\":\"x", StringComparison.Ordinal);
        forged[decision] = forged[decision] with { Content = content.ToJsonString() };
        var clock = forged.FindIndex(e => KeptIn.Deadlines(e).Any());
        var end = KeptIn.Deadlines(forged[clock]).First().Answer;
        forged[clock] = forged[clock] with { After = forged[clock].After.Replace($"\"end\":\"{end}\"", "\"end\":\"2026-12-31\"", StringComparison.Ordinal) };
        using var to = new MemoryStream();
        var before = ActEntry.Genesis(HashProfile.Sha256, forged[0].Dossier);
        await RecordExport.WriteAsync(HashProfile.Sha256, forged[0].Dossier, whole.Export.Manifest!.Number, [.. forged.Select(e => (e, before = e.HashAfter(HashProfile.Sha256, before)))], h => whole.Export.Laws[h], (h, _) => Task.FromResult<byte[]?>(null), to, TestContext.Current.CancellationToken);
        var faults = VerifyCommand.NewCheck().Run(await ExportedDossier.ReadAsync(to.ToArray()), null).Faults;
        Assert.Contains(faults, f => f.Code == "assessment.differs" && f.Entry == decision + 1);
        Assert.Contains(faults, f => f.Code == "deadline.differs" && f.Entry == clock + 1);
        Assert.DoesNotContain(faults, f => f.Code.StartsWith("record.", StringComparison.Ordinal));
    }

    [Theory, EachDatabase, Row("1.3", "5.13")]
    public async Task An_act_is_read_in_the_law_of_its_own_time(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var id = await ExemptionPath.ToDecisionAsync(house);
        var (before, _) = await house.ReadAsync(house.Head, id);
        var later = Changed(LawSet.Embedded);
        Assert.NotEqual(LawSet.Embedded.Hash, later.Hash);
        await using var scope = house.Services.CreateAsyncScope();
        var archive = new LawArchive(house.Services.GetRequiredService<DataStore>(), later);
        var desk = ActivatorUtilities.CreateInstance<ActDesk>(scope.ServiceProvider, later, archive);
        var read = (await desk.ReadAsync(house.Head, id, TestContext.Current.CancellationToken))!.Value.File;
        Assert.Same(later, read.Law);
        Assert.Equal(before.Procedure.Main, read.Procedure.Main);
        Assert.Equal(before.Acts.Select(a => a.Transition?.To), read.Acts.Select(a => a.Transition?.To));

        // What was decided stays what it was, and the next act is done under the new law.
        Assert.Equal(before.Part<CaseFile>().Decision!.Assessment, read.Part<CaseFile>().Decision!.Assessment);
        var education = (RecordEducation)new RecordEducation().Prefilled(read, await desk.ContextAsync(house.Officer1, TestContext.Current.CancellationToken));
        Assert.IsType<ActOutcome.Done>(await desk.DoAsync(house.Officer1, id, null, education, TestContext.Current.CancellationToken));
        await using var db = house.Db(Access.WholeBureau(house.Bureau.Id));
        using var to = new MemoryStream();
        var export = new DossierExport(house.Services.GetRequiredService<Heng.Platform.Files.FileStore>(), archive, house.Services.GetRequiredService<WriteGate>(), house.Clock);
        await export.WriteAsync(db, (await DossierExport.FindAsync(db, id, TestContext.Current.CancellationToken))!, to, TestContext.Current.CancellationToken);
        var report = VerifyCommand.NewCheck().Run(await ExportedDossier.ReadAsync(to.ToArray()), null);
        Assert.Empty(report.Faults);
        Assert.Equal(2, report.Laws);
    }

    [Theory, EachDatabase, Row("6.8")]
    public async Task The_commands_export_and_verify(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var id = await ExemptionPath.ToFilingAsync(house);
        var store = house.Services.GetRequiredService<DataStore>();
        var (file, _) = await house.ReadAsync(house.Head, id);
        foreach (var name in new[] { file.Number, id.ToString() })
        {
            var path = Path.Combine(store.Folder, Guid.CreateVersion7().ToString("N") + ".zip");
            using var said = new StringWriter();
            Assert.Equal(0, await ExportCommand.RunAsync(name, store, path, said, TestContext.Current.CancellationToken));
            var head = said.ToString().TrimEnd().Split(' ')[^1];
            Assert.Equal(0, await VerifyCommand.RunAsync(new FileInfo(path), head, false, said, TestContext.Current.CancellationToken));
            Assert.Contains("核验通过 / verified", said.ToString(), StringComparison.Ordinal);
            Assert.Equal(2, await ExportCommand.RunAsync(name, store, path, said, TestContext.Current.CancellationToken));
            using var json = new StringWriter();
            Assert.Equal(1, await VerifyCommand.RunAsync(new FileInfo(path), new string('0', 64), true, json, TestContext.Current.CancellationToken));
            Assert.False(JsonNode.Parse(json.ToString())!["verified"]!.GetValue<bool>());
        }

        Assert.Equal(1, await ExportCommand.RunAsync("990101-1999-00001", store, null, TextWriter.Null, TestContext.Current.CancellationToken));
        Assert.Equal(2, await VerifyCommand.RunAsync(new FileInfo(Path.Combine(store.Folder, "none.zip")), null, false, TextWriter.Null, TestContext.Current.CancellationToken));
        Assert.Equal(2, await VerifyCommand.RunAsync(new FileInfo(typeof(RecordExportTests).Assembly.Location), null, false, TextWriter.Null, TestContext.Current.CancellationToken));
        await using var db = house.Db(Access.WholeBureau(house.Bureau.Id));
        var log = await db.Set<SecurityEntry>().Where(e => e.Code == DossierExport.Exported).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(2, log.Count);
        Assert.All(log, e => Assert.Equal((file.Number, null), (e.Subject, e.PersonId)));
    }

    [Fact]
    public async Task A_second_entry_of_one_name_is_strange()
    {
        var whole = await ExportedDossier.OfAsync("sha256");
        using var doubled = new MemoryStream();
        doubled.Write(whole.Bytes);
        using (var zip = new ZipArchive(doubled, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var more = zip.CreateEntry("manifest.json").Open();
            more.Write("{}"u8);
        }

        Assert.Contains(VerifyCommand.NewCheck().Run(await ExportedDossier.ReadAsync(doubled.ToArray()), whole.Head).Faults, f => f.Code == "export.strange-entry");
    }

    private static LawSet Changed(LawSet law) => LawSet.Load(LawFiles.From(law.Files.Select(f => (f.Path, (Stream)new MemoryStream(f.Path == "authorities.json" ? [.. f.Content.Span, (byte)'\n'] : f.Content.ToArray())))));
}
