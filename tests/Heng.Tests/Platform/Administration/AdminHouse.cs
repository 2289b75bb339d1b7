using Heng.Platform.Administration;
using Heng.Platform.People;
using Heng.Platform.Record;
using Heng.Platform.Storage;
using Heng.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Heng.Tests.Platform.Administration;

/// <summary>A house with its three administrators.</summary>
internal static class AdminHouse
{
    /// <summary>Stops when the test is stopped.</summary>
    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static SystemDesk System(this TestHouse house) => house.Services.GetRequiredService<SystemDesk>();

    public static SecurityDesk Security(this TestHouse house) => house.Services.GetRequiredService<SecurityDesk>();

    public static Task<CurrentPerson> AdminAsync(this TestHouse house, PersonRoles role) => house.HireAsync(RoleNames.NamesOf(role), house.Division, role);

    /// <summary>Someone without an account and without a role.</summary>
    public static async Task<Guid> NewcomerAsync(this TestHouse house)
    {
        await using var db = house.Db(Access.WholeBureau(house.Bureau.Id));
        var person = new Person(house.Bureau.Id, Guid.CreateVersion7(), house.Station.Id, "新人", null);
        db.Add(person);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        house.Services.GetRequiredService<PeopleDirectory>().Forget(house.Bureau.Id);
        return person.Id;
    }

    public static AdminOutcome.Done MustBeDone(AdminOutcome outcome)
        => outcome as AdminOutcome.Done ?? throw new InvalidOperationException(outcome is AdminOutcome.Refused r ? string.Join("；", r.Problems.Select(p => $"{p.Field} {p.Says}")) : outcome.ToString());

    public static string Refusal(AdminOutcome outcome) => Assert.Single(Assert.IsType<AdminOutcome.Refused>(outcome).Problems).Field;

    public static async Task<IReadOnlyList<SecurityEntry>> LogAsync(this TestHouse house)
    {
        await using var db = house.Db(Access.WholeBureau(house.Bureau.Id));
        return await db.Set<SecurityEntry>().AsNoTracking().OrderBy(e => e.Number).ToListAsync(TestContext.Current.CancellationToken);
    }

    public static async Task<IReadOnlyList<string>> LogFaultsAsync(this TestHouse house)
    {
        await using var db = house.Db(Access.WholeBureau(house.Bureau.Id));
        return await SecurityLog.FaultsAsync(db, TestContext.Current.CancellationToken);
    }
}
