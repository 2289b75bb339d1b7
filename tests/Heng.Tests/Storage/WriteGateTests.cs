using Heng.Platform.Storage;
using Heng.Tests.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Heng.Tests.Storage;

public sealed class WriteGateTests
{
    [Fact]
    public async Task A_commit_is_deferred_for_its_own_turn_only()
    {
        var stop = TestContext.Current.CancellationToken;
        await using var house = await TestHouse.BuildAsync("sqlite");
        await ExemptionPath.ToFilingAsync(house);
        var gate = house.Services.GetRequiredService<WriteGate>();
        await using var db = house.Db(Access.None);
        Assert.Equal(Full, await SynchronousAsync(db));
        using (await gate.EnterAsync(stop))
        {
            await using (await gate.DeferAsync(db, stop))
            {
                Assert.Equal(Normal, await SynchronousAsync(db));
                await using var other = house.Db(Access.None);
                Assert.Equal(Full, await SynchronousAsync(other));
            }
        }

        await db.Database.OpenConnectionAsync(stop);
        Assert.Equal(Full, await SynchronousAsync(db));
    }

    [Fact]
    public async Task Many_who_wait_for_the_disk_are_all_served_and_without_a_log_there_is_nothing_to_wait_for()
    {
        await using var house = await TestHouse.BuildAsync("sqlite");
        var gate = house.Services.GetRequiredService<WriteGate>();
        await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => gate.ReachDiskAsync().AsTask()));
        using var none = new WriteGate(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()));
        await none.ReachDiskAsync();
        using var open = new WriteGate(null);
        await open.ReachDiskAsync();
        await using var db = house.Db(Access.None);
        Assert.Null(await open.DeferAsync(db, TestContext.Current.CancellationToken));
    }

    private const long Full = 2;
    private const long Normal = 1;

    private static Task<long> SynchronousAsync(HengDb db)
        => db.Database.SqlQueryRaw<long>("SELECT synchronous AS Value FROM pragma_synchronous").SingleAsync(TestContext.Current.CancellationToken);
}
