using Heng.Dossiers;
using Heng.Dossiers.Model;
using Heng.Platform.Commands;
using Heng.Platform.Record;
using Heng.Platform.Storage;
using Heng.Tests.Cases;
using Heng.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Heng.Tests.Platform.Record;

public sealed class RecordSweepTests
{
    [Theory, EachDatabase, Row("X.7")]
    public async Task Every_chain_of_an_installation_is_checked_where_it_lies(string database)
    {
        var stop = TestContext.Current.CancellationToken;
        await using var house = await TestHouse.BuildAsync(database);
        var first = await ExemptionPath.ToFilingAsync(house);
        house.Clock.Advance(TimeSpan.FromDays(1));
        var second = await ExemptionPath.ToFilingAsync(house);
        var sweep = new RecordSweep(house.Services.GetRequiredService<IHengDbFactory>());
        await using var db = house.Db(Access.None);
        var acts = await db.AcrossBureaus<ActRow>().CountAsync(stop);

        var heard = 0L;
        var whole = await sweep.RunAsync(entries => heard = entries, stop);
        Assert.Equal((2, acts, acts), (whole.Dossiers, whole.Entries, heard));
        Assert.Empty(whole.Faults);
        Assert.Equal((0, "核验通过"), await SayAsync());

        // It does not matter where an entry lies: here the second one behind those that follow it.
        var moved = await db.AcrossBureaus<ActRow>().AsNoTracking().SingleAsync(a => a.DossierId == first && a.Number == 2, stop);
        Assert.Equal(1, await db.AcrossBureaus<ActRow>().Where(a => a.DossierId == first && a.Number == 2).ExecuteDeleteAsync(stop));
        db.Add(moved);
        await db.SaveChangesAsync(stop);
        Assert.Empty((await sweep.RunAsync(null, stop)).Faults);

        // Texts are read in one piece: where one ends cannot be moved either.
        var (name, unit) = (moved.PersonName, moved.Unit);
        await RenameAsync($"{name}\u001f{unit}", "");
        Assert.Contains((await sweep.RunAsync(null, stop)).Faults, f => f.Fault is { Code: "record.hash", Entry: 2 });
        await RenameAsync(name, unit);
        Assert.Empty((await sweep.RunAsync(null, stop)).Faults);

        // Someone with the rights of the database changes one act of a dossier and takes the last one of the other.
        Assert.Equal(1, await db.AcrossBureaus<ActRow>().Where(a => a.DossierId == first && a.Number == 2).ExecuteUpdateAsync(a => a.SetProperty(x => x.PersonName, "演示他人"), stop));
        var last = await db.AcrossBureaus<ActRow>().Where(a => a.DossierId == second).MaxAsync(a => a.Number, stop);
        Assert.Equal(1, await db.AcrossBureaus<ActRow>().Where(a => a.DossierId == second && a.Number == last).ExecuteDeleteAsync(stop));
        var (_, left, faults) = await sweep.RunAsync(null, stop);
        Assert.Equal(acts - 1, left);
        Assert.Equal(2, faults.Select(f => f.Dossier).Distinct().Count());
        Assert.Contains(faults, f => f.Fault is { Code: "record.hash", Entry: 2 });
        Assert.Contains(faults, f => f.Fault.Code == "record.kept-head");
        Assert.Equal((1, $"核验不通过，问题 {faults.Count} 项"), await SayAsync());

        // Whoever takes an act out of the middle and sets the head back to the act before it is found by what stands behind the gap.
        var before = await db.AcrossBureaus<ActRow>().Where(a => a.DossierId == second && a.Number == 1).Select(a => a.Hash).SingleAsync(stop);
        Assert.Equal(1, await db.AcrossBureaus<ActRow>().Where(a => a.DossierId == second && a.Number == 2).ExecuteDeleteAsync(stop));
        Assert.Equal(1, await db.AcrossBureaus<Dossier>().Where(d => d.Id == second).ExecuteUpdateAsync(d => d.SetProperty(x => x.Head, before), stop));
        var number = await db.AcrossBureaus<Dossier>().Where(d => d.Id == second).Select(d => d.Number).SingleAsync(stop);
        Assert.Contains((await sweep.RunAsync(null, stop)).Faults, f => f.Dossier == number);

        async Task RenameAsync(string person, string at) => Assert.Equal(1, await db.AcrossBureaus<ActRow>().Where(a => a.DossierId == first && a.Number == 2)
            .ExecuteUpdateAsync(a => a.SetProperty(x => x.PersonName, person).SetProperty(x => x.Unit, at), stop));

        async Task<(int Status, string Conclusion)> SayAsync()
        {
            var said = new StringWriter();
            var status = await VerifyCommand.SweepAsync(house.Services.GetRequiredService<DataStore>(), asJson: false, said, said, stop);
            return (status, said.ToString().TrimEnd().Split('\n')[^1].Split(" / ")[0]);
        }
    }

    [Fact]
    public async Task A_folder_without_a_database_is_said_to_be_so()
    {
        var said = new StringWriter();
        var folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        Assert.Equal(2, await VerifyCommand.SweepAsync(new DataStore(folder), asJson: false, TextWriter.Null, said, TestContext.Current.CancellationToken));
        Assert.StartsWith("数据目录中没有数据库", said.ToString(), StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder));
    }
}
