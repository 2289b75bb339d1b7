using System.Text;
using Heng.Dossiers;
using Heng.Law;
using Heng.Law.Citations;
using Heng.Tests.Cases;
using Heng.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Heng.Tests.Dossiers;

public sealed class FrozenLawTests
{
    [Fact, Row("1.3")]
    public async Task A_dossier_as_it_was_is_judged_in_the_law_of_that_day_and_its_next_act_in_the_law_of_today()
    {
        await using var house = await TestHouse.BuildAsync();
        var id = await ExemptionPath.ToFactsAsync(house);
        await using var scope = house.Services.CreateAsyncScope();
        var read = (await scope.ServiceProvider.GetRequiredService<ActDesk>().ReadRecordAsync(house.Head, id, TestContext.Current.CancellationToken))!.Value;
        var then = Renamed("从前的事项名称");
        Assert.NotEqual(LawSet.Embedded.Hash, then.Hash);
        const int before = 5;
        var entries = read.Record.Select(r => r.Entry.Gist).Select((g, i) => i < before ? g with { LawHash = then.Hash } : g);
        var file = DossierFile.Of(id, read.File.BureauId, read.File.UnitId, read.File.Number, LawSet.Embedded, entries, hash => hash == then.Hash ? then : null);
        Assert.Equal(read.File.Procedure.Main, file.Procedure.Main);
        Assert.Same(LawSet.Embedded, file.Law);
        Assert.Equal("从前的事项名称", NameIn(file.AsOf(before)));
        Assert.NotEqual("从前的事项名称", NameIn(file.AsOf(before + 1)));
        Assert.NotEqual("从前的事项名称", NameIn(file.AsOf(file.Acts.Count)));
        Assert.Equal(file.Procedure.Main, file.AsOf(file.Acts.Count).Procedure.Main);
        Assert.Equal("从前的事项名称", NameIn(DossierFile.Of(id, file.BureauId, file.UnitId, file.Number, LawSet.Embedded, entries.Take(before), hash => hash == then.Hash ? then : null).AsOf(before)));

        static string NameIn(DossierFile file) => file.Law.Matters.Find("FOOD-008")!.Chinese;
    }

    /// <summary>The law set as it might have been once: one matter had another name.</summary>
    private static LawSet Renamed(string name)
    {
        var present = LawSet.Embedded.Matters.Find("FOOD-008")!.Chinese;
        return LawSet.Load(LawFiles.From(LawSet.Embedded.Files.Select(f => (f.Path, (Stream)new MemoryStream(f.Path.EndsWith("FOOD-008.json", StringComparison.Ordinal)
            ? Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(f.Content.Span).Replace($"\"{present}\"", $"\"{name}\"", StringComparison.Ordinal))
            : f.Content.ToArray())))));
    }
}
