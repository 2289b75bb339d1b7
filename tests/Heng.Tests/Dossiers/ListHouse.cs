using Heng.Dossiers;
using Heng.Dossiers.Storage;
using Heng.Intake.Steps;
using Heng.Platform.People;
using Heng.Platform.Storage;
using Heng.Platform.Tenancy;
using Heng.Tests.Cases;
using Heng.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Heng.Tests.Dossiers;

/// <summary>What tests of lists need of a house: clues by name, a second station, a second bureau, and the lists themselves.</summary>
internal static class ListHouse
{
    public static Task<Guid> ClueAsync(this TestHouse house, CurrentPerson me, string party, string content = "日常检查发现的线索。", string? code = null, string? matter = "FOOD-008")
        => house.DoAsync(me, null, ExemptionPath.Clue(house) with { PartyName = party, Content = content, PartyCode = code, NoCodeReason = code is null ? "示例数据" : null, Matter = matter });

    public static async Task<Unit> AddStationAsync(this TestHouse house, string name)
    {
        var unit = new Unit(house.Bureau.Id, Guid.CreateVersion7(), name, true);
        await using var db = house.Db(Access.WholeBureau(house.Bureau.Id));
        db.Add(unit);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return unit;
    }

    /// <summary>An officer of another bureau on the same database.</summary>
    public static async Task<CurrentPerson> NeighbourAsync(this TestHouse house, PersonRoles roles = PersonRoles.Officer)
    {
        var bureau = new Bureau(Guid.CreateVersion7(), null, BureauLevel.County, "邻县市场监督管理局", "邻", "990102", "CN-GD");
        var unit = new Unit(bureau.Id, Guid.CreateVersion7(), "邻县城关所", true);
        await using (var db = house.Db(Access.WholeBureau(bureau.Id)))
        {
            db.AddRange(bureau, unit);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        return await house.HireAsync("邻县办案", unit, roles, bureau: bureau);
    }

    public static async Task<T> WithListAsync<T>(this TestHouse house, Func<DossierList, Task<T>> read)
    {
        await using var scope = house.Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<DossierList>());
    }

    public static Task<DossierPage> PageAsync(this TestHouse house, CurrentPerson me, string query = "", string? before = null, string? after = null)
        => house.WithListAsync(l => l.PageAsync(me, DossierFilter.Parse(query), before, after, TestContext.Current.CancellationToken));

    public static async Task<string[]> PartiesAsync(this TestHouse house, CurrentPerson me, string query = "")
        => [.. (await house.PageAsync(me, query)).Lines.Select(l => l.Party)];

    public static async Task<WorkPage> WorkAsync(this TestHouse house, CurrentPerson me, WorkFilter? filter = null)
    {
        await using var scope = house.Services.CreateAsyncScope();
        var list = scope.ServiceProvider.GetRequiredService<WorkList>();
        return await list.PageAsync(me, filter ?? new WorkFilter(), TestContext.Current.CancellationToken);
    }
}
