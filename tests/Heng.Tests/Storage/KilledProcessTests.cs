using Heng.Dossiers;
using Heng.Dossiers.Model;
using Heng.Platform.Commands;
using Heng.Platform.Record;
using Heng.Platform.Storage;
using Heng.Tests.Cases;
using Heng.Tests.Platform.Record;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Heng.Tests.Storage;

public sealed class KilledProcessTests
{
    private const int Acts = 500;
    private const int Killed = 128 + 9;

    /// <summary>By turns from outside, after an act was acknowledged, and from inside, before a command or around a commit.</summary>
    [Theory, EachDatabase, Row("6.8", "8.1")]
    public async Task Of_500_acts_of_processes_killed_at_random_none_is_lost_and_none_is_half_done(string database)
    {
        var stop = TestContext.Current.CancellationToken;
        await using var house = await TestHouse.BuildAsync(database);
        var store = house.Services.GetRequiredService<DataStore>();
        var random = new Random(9);
        var acknowledged = new List<(Guid Dossier, int Number)>();
        for (var round = 0; acknowledged.Count < Acts; round++)
        {
            var fromInside = round % 2 == 1;
            using var child = ActingChild.Start(store, fromInside ? random.Next(300, 1500) : 0);
            var patience = acknowledged.Count + random.Next(40, 140);
            while (await child.StandardOutput.ReadLineAsync(stop) is { } line)
            {
                if (ActingChild.Read(line) is { } act)
                {
                    acknowledged.Add(act);
                }

                if (!fromInside && acknowledged.Count == patience)
                {
                    child.Kill();
                }
            }

            await child.WaitForExitAsync(stop);
            Assert.Equal(Killed, child.ExitCode);
        }

        Assert.Distinct(acknowledged);
        await CheckAsync(house, acknowledged);
        await ExemptionPath.ToFilingAsync(house);
    }

    private static async Task CheckAsync(TestHouse house, List<(Guid Dossier, int Number)> acknowledged)
    {
        var stop = TestContext.Current.CancellationToken;
        await using var scope = house.Services.CreateAsyncScope();
        var desk = scope.ServiceProvider.GetRequiredService<ActDesk>();
        var context = await desk.ContextAsync(house.Head, stop);
        await using var db = house.Db(Access.WholeBureau(house.Bureau.Id));
        // One picture: a server may still be ending what a dead process had begun.
        await using var picture = await db.Database.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, stop);
        var dossiers = await db.Set<Dossier>().AsNoTracking().ToListAsync(stop);
        var records = (await db.Set<ActRow>().AsNoTracking().OrderBy(a => a.Number).ToListAsync(stop)).ToLookup(a => a.DossierId);
        var work = (await db.Set<WorkItem>().AsNoTracking().ToListAsync(stop)).ToLookup(w => w.DossierId, w => (w.Title, w.PersonId));
        Assert.Empty(acknowledged.Where(a => records[a.Dossier].ElementAtOrDefault(a.Number - 1)?.Number != a.Number));

        foreach (var dossier in dossiers)
        {
            ActRow[] record = [.. records[dossier.Id]];
            Assert.Equal((record.Length, record[^1].Hash), (dossier.Version, dossier.Head));
            Assert.Empty(RecordCheck.ChainFaults(HashProfile.Find(dossier.Profile)!, dossier.Id, record.Select(r => (r.Entry, r.Hash)), dossier.Head));
            var file = DossierFile.Of(dossier.Id, dossier.BureauId, dossier.UnitId, dossier.Number, context.Law, record.Select(r => r.Entry.Gist));
            var wanted = desk.NeedsOf(file, context.Settings).SelectMany(n => n.People.Count == 0 ? [(n.Title, (Guid?)null)] : n.People.Select(p => (n.Title, (Guid?)p)));
            Assert.Equal(wanted.Order(), work[dossier.Id].Order());
        }

        // Numbers were given back by what was not done: none is left out.
        Assert.Equal(Enumerable.Range(1, dossiers.Count), dossiers.Select(d => int.Parse(d.Number[^5..], System.Globalization.CultureInfo.InvariantCulture)).Order());
        Assert.Equal(dossiers.Count, await db.Set<WordRow>().CountAsync(stop));
        await picture.CommitAsync(stop);
        var (bytes, head) = await ExportedDossier.ExportAsync(house, acknowledged[^1].Dossier);
        Assert.Empty(VerifyCommand.NewCheck().Run(await ExportedDossier.ReadAsync(bytes), head).Faults);
    }
}
