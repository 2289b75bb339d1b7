using System.Net;
using Heng.Documents;
using Heng.Dossiers;
using Heng.Dossiers.Model;
using Heng.Law;
using Heng.Platform.Commands;
using Heng.Platform.Record;
using Heng.Platform.Storage;
using Heng.Tests.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Heng.Tests.Platform.Record;

/// <summary>
/// Exports that an earlier program made, with the law sets of their time. They are never made anew: what was recorded once must be verified and opened for ever.
/// When a law set, an act or a part of the record changes its form, add an export of before.
/// </summary>
public sealed class KeptExportTests(SignedInSite site) : IClassFixture<SignedInSite>
{
    /// <summary>File, and the head that was kept apart.</summary>
    public static TheoryData<string, string> Kept => new()
    {
        { "exemption-2026-11.heng.zip", "ea2e999634e8a063b6558eb6eb09c6edb8e5c6a45f1f510964a8dceaae1deb5c" },
    };

    [Theory, MemberData(nameof(Kept)), Row("5.13", "6.8", "X.7")]
    public async Task An_export_of_before_is_verified_today(string file, string head)
    {
        var report = VerifyCommand.NewCheck().Run(await ReadAsync(file), head);
        Assert.Empty(report.Faults);
        Assert.True(report is { HeadWasKept: true, Entries: > 20, Laws: >= 1, Deadlines: > 20, Assessments: >= 2 }, report.ToString());
    }

    [Theory, MemberData(nameof(Kept)), Row("5.13")]
    public async Task A_dossier_of_before_is_opened_today(string file, string head)
    {
        var export = await ReadAsync(file);
        var id = await TakeInAsync(export, head);
        foreach (var page in new[] { DossierLinks.Page(id), DossierLinks.Record(id), DocumentLinks.List(id), "/work", "/dossiers" })
        {
            using var answer = await site.GetAsync(site.House.Officer1, page);
            Assert.Equal((page, HttpStatusCode.OK), (page, answer.StatusCode));
        }

        var (dossier, context) = await site.House.ReadAsync(site.House.Officer1, id);
        Assert.All(dossier.Acts, a => Assert.Contains(a.Law!.Hash, export.Laws.Keys));
        Assert.NotEmpty(DocumentDrafts.Of(dossier, context));
        foreach (var act in dossier.Acts)
        {
            Assert.Equal(act.Number, dossier.AsOf(act.Number).Acts.Count);
        }
    }

    /// <summary>The rows and the law sets as the program of before left them in its data.</summary>
    private async Task<Guid> TakeInAsync(RecordExport export, string head)
    {
        foreach (var law in export.Laws.Values)
        {
            new LawArchive(site.Services.GetRequiredService<DataStore>(), LawSet.Load(law)).Keep();
        }

        var entries = ExportedDossier.Lines(export).Select(l => ActEntry.Parse(l)!).ToList();
        var hashes = export.Hashes.TrimEnd('\n').Split('\n');
        var me = site.House.Officer1;
        var dossier = new Dossier(me.BureauId, entries[0].Dossier, me.UnitId, export.Manifest!.Number, export.Manifest.Profile, entries[0].On, entries[0].At);
        dossier.Take(entries.Count, head, entries[^1].At, new DossierSummary { Number = dossier.Number, Title = dossier.Number }, null, 50, 80);
        await using var db = site.House.Db(me.Access);
        db.Add(dossier);
        db.AddRange(entries.Select((e, i) => new ActRow(me.BureauId, Guid.CreateVersion7(), e, hashes[i])));
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return dossier.Id;
    }

    private static async Task<RecordExport> ReadAsync(string file)
    {
        await using var from = File.OpenRead(Path.Combine(Repository.Root, "tests", "Heng.Tests", "Platform", "Record", "Kept", file));
        return await RecordExport.ReadAsync(from, TestContext.Current.CancellationToken);
    }
}
