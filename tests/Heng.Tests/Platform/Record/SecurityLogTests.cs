using Heng.Platform.Record;
using Heng.Platform.Storage;
using Heng.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace Heng.Tests.Platform.Record;

public sealed class SecurityLogTests
{
    [Theory, EachDatabase, Row("X.7")]
    public async Task A_log_keeps_the_profile_it_was_begun_with(string database)
    {
        foreach (var profile in HashProfile.All)
        {
            var other = HashProfile.All.First(p => p != profile);
            await using var house = await TestHouse.BuildAsync(database, profile.Name);
            await using var db = house.Db(Access.WholeBureau(house.Bureau.Id));
            foreach (var bureau in new[] { profile, profile, other, profile, other })
            {
                await AppendAsync(db, house, bureau);
            }

            Assert.Equal([profile.Name], await db.Set<SecurityEntry>().Select(e => e.Profile).Distinct().ToListAsync(TestContext.Current.CancellationToken));
            Assert.Empty(await SecurityLog.FaultsAsync(db, TestContext.Current.CancellationToken));
        }
    }

    [Theory, EachDatabase, Row("X.7")]
    public async Task An_entry_of_another_profile_is_found(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        await using var db = house.Db(Access.WholeBureau(house.Bureau.Id));
        for (var i = 0; i < 4; i++)
        {
            await AppendAsync(db, house, HashProfile.Sha256);
        }

        await db.Set<SecurityEntry>().Where(e => e.Number == 3).ExecuteUpdateAsync(e => e.SetProperty(x => x.Profile, "sm3"), TestContext.Current.CancellationToken);
        Assert.Equal("第 3 条使用了另一种算法；一个日志只能使用一种算法", Assert.Single(await SecurityLog.FaultsAsync(db, TestContext.Current.CancellationToken)));
    }

    private static async Task AppendAsync(HengDb db, TestHouse house, HashProfile profile)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await SecurityLog.AppendAsync(db, house.Bureau.Id, profile, house.Clock.GetUtcNow().UtcDateTime, new SecurityActor(null, "示例", ""), new SecurityEvent("example", "示例"), TestContext.Current.CancellationToken);
        await transaction.CommitAsync(TestContext.Current.CancellationToken);
    }
}
