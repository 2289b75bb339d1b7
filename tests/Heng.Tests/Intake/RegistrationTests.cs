using Heng.Dossiers.Model;
using Heng.Platform.Storage;
using Heng.Tests.Cases;
using Heng.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Heng.Tests.Intake;

[Row("8.1")]
public sealed class RegistrationTests
{
    private const int Writers = 16;

    /// <summary>Some transactions fall and give their numbers back. A server waits for its disk at each, so there are fewer there.</summary>
    [Theory, EachDatabase]
    public async Task Of_10_000_numbers_given_at_once_none_is_given_twice_and_none_is_left_out(string database)
    {
        const int InOne = 25;
        var each = database == TestHouse.Sqlite ? 625 : 125;
        await using var house = await TestHouse.BuildAsync(database);
        var gate = house.Services.GetRequiredService<WriteGate>();
        var given = await Task.WhenAll(Enumerable.Range(0, Writers).Select(w => Task.Run(() => TakeAsync(new Random(w)))));
        Assert.Equal(Enumerable.Range(1, Writers * each), given.SelectMany(g => g).Order());

        async Task<List<int>> TakeAsync(Random random)
        {
            var taken = new List<int>();
            while (taken.Count < each)
            {
                await using var db = house.Db(house.Officer1.Access);
                using var turn = await gate.EnterAsync(TestContext.Current.CancellationToken);
                await using var transaction = await db.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
                var numbers = new List<int>();
                try
                {
                    for (var i = 0; i < InOne; i++)
                    {
                        numbers.Add(await Sequence.NextAsync(db, house.Bureau.Id, "dossier", 2026, TestContext.Current.CancellationToken));
                    }
                }
                catch (DbUpdateException e) when (LostRace.Explains(e))
                {
                    continue;
                }

                if (random.Next(5) > 0)
                {
                    await transaction.CommitAsync(TestContext.Current.CancellationToken);
                    taken.AddRange(numbers);
                }
            }

            return taken;
        }
    }

    [Theory, EachDatabase]
    public async Task Leads_registered_at_once_are_numbered_without_gap_or_double(string database)
    {
        const int Each = 12;
        await using var house = await TestHouse.BuildAsync(database);
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(w => Task.Run(async () =>
        {
            for (var i = 0; i < Each; i++)
            {
                await house.DoAsync(w % 2 == 0 ? house.Officer1 : house.Officer2, null, ExemptionPath.Clue(house) with { PartyName = $"示例商店{w}-{i}" });
            }
        })));
        await using var db = house.Db(house.Head.Access);
        var numbers = await db.Set<Dossier>().Select(d => d.Number).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(Enumerable.Range(1, Writers * Each).Select(n => $"990101-2026-{n:00000}"), numbers.Order(StringComparer.Ordinal));
    }
}
