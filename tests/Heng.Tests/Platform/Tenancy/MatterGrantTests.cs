using Heng.Dossiers;
using Heng.Platform.People;
using Heng.Platform.Storage;
using Heng.Platform.Tenancy;
using Heng.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Heng.Tests.Platform.Tenancy;

[Row("1.4")]
public sealed class MatterGrantTests
{
    private static readonly DateOnly day = new(2026, 3, 2);
    private static readonly Bureau county = new(Guid.CreateVersion7(), null, BureauLevel.County, "示例县市场监督管理局", "示", "990101", "CN-GD");
    private static readonly Unit division = new(county.Id, Guid.CreateVersion7(), "法规科", false);
    private static readonly Unit station = new(county.Id, Guid.CreateVersion7(), "城关所", true);
    private static readonly Unit other = new(county.Id, Guid.CreateVersion7(), "城北所", true);
    private static readonly Unit delegated = new(county.Id, Guid.CreateVersion7(), "综合执法队", false) { IsDelegated = true };

    private static readonly MatterGrants list = new(county, [division, station, other, delegated],
    [
        Grant(null, "food"),
        Grant(null, "TM-001", until: day.AddDays(-1)),
        Grant(null, "price", level: BureauLevel.City),
        Grant(station, "ADV-001, ADV-002", until: day),
        Grant(other, "ADV-001", from: day.AddDays(1)),
        Grant(delegated, "drug", deed: "示委〔2026〕1号", published: "示例县政府网站 2026-01-05"),
        Grant(delegated, "metrology", deed: "示委〔2026〕2号"),
        Grant(delegated, "contract", deed: "示委〔2025〕1号", published: "示例县政府网站 2025-01-05", until: new DateOnly(2025, 12, 31)),
        Grant(delegated, "consumer"),
    ]);

    public static TheoryData<string, string, string, string> Matrix { get; } = new()
    {
        // The field of the whole bureau reaches divisions and stations, not a delegated body.
        { "division", "FOOD-008", "food", MatterGrants.Held },
        { "station", "FOOD-008", "food", MatterGrants.Held },
        { "delegated", "FOOD-008", "food", MatterGrants.Missing },
        { "division", "TM-001", "trademark", MatterGrants.Expired },
        { "station", "TM-001", "trademark", MatterGrants.Expired },
        { "division", "TM-002", "trademark", MatterGrants.Missing },
        // Another level's power is not ours.
        { "division", "PRICE-001", "price", MatterGrants.Missing },
        // A grant holds on its last day and not before its first.
        { "station", "ADV-001", "advertising", MatterGrants.Held },
        { "other", "ADV-001", "advertising", MatterGrants.Expired },
        { "other", "ADV-002", "advertising", MatterGrants.Missing },
        { "division", "ADV-001", "advertising", MatterGrants.Missing },
        // A delegated body needs a deed, in its period, that is published.
        { "delegated", "DRUG-001", "drug", MatterGrants.Held },
        { "delegated", "METR-001", "metrology", MatterGrants.Unpublished },
        { "delegated", "CON-001", "contract", MatterGrants.Expired },
        { "delegated", "CSM-001", "consumer", MatterGrants.Missing },
        { "station", "DRUG-001", "drug", MatterGrants.Missing },
    };

    [Theory, MemberData(nameof(Matrix))]
    public void A_unit_holds_what_the_list_gives_it_on_the_day(string unit, string matter, string field, string expected)
    {
        var id = unit switch { "division" => division.Id, "station" => station.Id, "other" => other.Id, _ => delegated.Id };
        Assert.Equal(expected, list.StateOf(id, matter, field, day));
    }

    [Fact]
    public void A_bureau_without_a_list_is_refused_only_when_its_setting_says_so()
    {
        var empty = new MatterGrants(county, [station], []);
        Assert.Equal(MatterGrants.Held, empty.StateOf(station.Id, "FOOD-008", "food", day));
        Assert.Equal(MatterGrants.Missing, (empty with { IsRequired = true }).StateOf(station.Id, "FOOD-008", "food", day));
    }

    [Theory, EachDatabase]
    public async Task An_act_sees_the_list_of_its_bureau(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        await using (var db = house.Db(Access.WholeBureau(house.Bureau.Id)))
        {
            db.Add(new MatterGrant(house.Bureau.Id, Guid.CreateVersion7(), house.Station.Id, "food", BureauLevel.County, day));
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        house.Services.GetRequiredService<PeopleDirectory>().Forget(house.Bureau.Id);
        await using var scope = house.Services.CreateAsyncScope();
        var context = await scope.ServiceProvider.GetRequiredService<ActDesk>().ContextAsync(house.Officer1, TestContext.Current.CancellationToken);
        Assert.Equal(MatterGrants.Held, context.Grants.StateOf(house.Station.Id, "FOOD-008", "food", house.Today));
        Assert.Equal(MatterGrants.Missing, context.Grants.StateOf(house.Division.Id, "FOOD-008", "food", house.Today));
    }

    private static MatterGrant Grant(Unit? unit, string covers, DateOnly? from = null, DateOnly? until = null, string deed = "", string published = "", BureauLevel level = BureauLevel.County)
        => new(county.Id, Guid.CreateVersion7(), unit?.Id, covers, level, from ?? new DateOnly(2024, 1, 1), until) { Deed = deed, DeedPublished = published };
}
