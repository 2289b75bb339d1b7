using Heng.Dossiers;
using Heng.Intake.Steps;
using Heng.Tests.Cases;
using Heng.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Heng.Tests.Dossiers;

public sealed class ActRaceTests
{
    [Theory, EachDatabase]
    public async Task A_failure_that_is_no_race_is_told_at_once(string database)
    {
        var failing = new Failing(() => new DbUpdateException("示例故障", new IOException()));
        await using var house = await TestHouse.BuildAsync(database, interceptors: failing);
        failing.Fails = true;
        await Assert.ThrowsAsync<DbUpdateException>(() => house.TryAsync(house.Officer1, null, ExemptionPath.Clue(house)));
        Assert.Equal(1, failing.Times);
    }

    [Theory, EachDatabase]
    public async Task A_lost_race_is_tried_again(string database)
    {
        var failing = new Failing(() => new DbUpdateConcurrencyException("示例并发"));
        await using var house = await TestHouse.BuildAsync(database, interceptors: failing);
        failing.Fails = true;
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => house.TryAsync(house.Officer1, null, ExemptionPath.Clue(house)));
        Assert.Equal(4, failing.Times);
    }

    [Theory, EachDatabase]
    public async Task Of_two_who_saw_the_same_version_one_is_told_what_the_other_did(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var id = await house.DoAsync(house.Officer1, null, ExemptionPath.Clue(house));
        var act = new AssignVerifiers { People = [house.Officer1.PersonId, house.Officer2.PersonId] };
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => house.TryAsync(house.UnitHead, id, act, version: 1))));
        Assert.Single(outcomes.OfType<ActOutcome.Done>());
        Assert.Equal(2, Assert.Single(Assert.Single(outcomes.OfType<ActOutcome.Conflict>()).Since).Number);
    }

    /// <summary>Saving fails, every time, with the same fault.</summary>
    private sealed class Failing(Func<Exception> fault) : SaveChangesInterceptor
    {
        public bool Fails { get; set; }

        public int Times { get; private set; }

        public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            if (!Fails)
            {
                return ValueTask.FromResult(result);
            }

            Times++;
            throw fault();
        }
    }
}
