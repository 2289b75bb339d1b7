using System.IO.Compression;
using System.Text;
using Heng.Dossiers;
using Heng.Platform.Storage;
using Heng.Tests.Cases;
using Heng.Tests.FollowUp;
using Heng.Tests.Platform.Record;
using Heng.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Heng.Tests.Dossiers;

public sealed class VaultTests
{
    private const string Reporter = "举报人欧阳保密";
    private const string Note = "曾经收到保密土特产";
    private static readonly string[] secrets = [Reporter, Note, "欧阳保密", "保密土特产"];

    [Theory, EachDatabase, Row("7.2", "X.3")]
    public async Task What_the_vault_keeps_stands_nowhere_else(string database)
    {
        var stop = TestContext.Current.CancellationToken;
        await using var house = await TestHouse.BuildAsync(database);
        var reported = await house.DoAsync(house.Officer1, null, ExemptionPath.Clue(house) with { Reporter = Reporter });
        var visited = await ExemptionPath.ToArchiveAsync(house);
        await house.DoAsync(house.UnitHead, visited, (await FollowUpPath.VisitOfAsync(house, house.UnitHead, visited)) with { Integrity = "present", IntegrityNote = Note });
        await using (var scope = house.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<DraftDesk>().KeepAsync(house.Officer1, null, "intake.register-source", new Dictionary<string, string[]> { ["reporter"] = [Reporter] }, stop);
        }

        // Not in what is exported or found by words.
        foreach (var id in new[] { reported, visited })
        {
            var (bytes, _) = await ExportedDossier.ExportAsync(house, id);
            await using var zip = new ZipArchive(new MemoryStream(bytes));
            foreach (var entry in zip.Entries.Where(e => !e.FullName.StartsWith("law/", StringComparison.Ordinal)))
            {
                using var content = new StreamReader(await entry.OpenAsync(stop), Encoding.UTF8);
                HasNone(await content.ReadToEndAsync(stop));
            }
        }

        foreach (var secret in secrets)
        {
            Assert.Empty(await house.PartiesAsync(house.Head, "q=" + Uri.EscapeDataString(secret)));
        }

        // Not in any table, nor in any file of the data folder.
        var found = false;
        await using var db = house.Db(Access.None);
        await db.Database.OpenConnectionAsync(stop); // held: SQLite takes its side files away with the last connection
        if (database == TestHouse.PostgreSql)
        {
            foreach (var table in db.Model.GetEntityTypes().Select(t => t.GetTableName()!).Distinct())
            {
                var every = $"SELECT t::text AS \"Value\" FROM {table} t";
                Look(string.Join('\n', await db.Database.SqlQueryRaw<string>(every).ToListAsync(stop)));
            }
        }

        foreach (var file in Directory.GetFiles(house.Services.GetRequiredService<DataStore>().Folder, "*", SearchOption.AllDirectories))
        {
            await using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var content = new StreamReader(open, Encoding.UTF8);
            Look(await content.ReadToEndAsync(stop));
        }

        Assert.True(found, "what is no secret was not found either: the search is blind");

        void Look(string text)
        {
            HasNone(text);
            found |= text.Contains("示例副食店", StringComparison.Ordinal);
        }
    }

    private static void HasNone(string text) => Assert.All(secrets, s => Assert.DoesNotContain(s, text, StringComparison.Ordinal));
}
