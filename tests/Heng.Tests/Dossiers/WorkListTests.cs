using Heng.Cases.Steps.Filing;
using Heng.Cases.Steps.Investigation;
using Heng.Dossiers;
using Heng.Dossiers.Storage;
using Heng.Intake.Steps;
using Heng.Platform.People;
using Heng.Tests.Cases;
using Heng.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Heng.Tests.Dossiers;

public sealed class WorkListTests
{
    [Theory, EachDatabase, Row("10.6", "12.4")]
    public async Task Each_step_moves_the_entry_to_whoever_must_act_next(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var id = await house.ClueAsync(house.Officer1, "示例商店");
        var entry = Assert.Single((await house.WorkAsync(house.UnitHead)).Entries);
        Assert.Equal(("指定核查人员", DossierLinks.Act(id, "intake.assign-verifiers"), false), (entry.Title, entry.Address, entry.IsMine));
        Assert.NotNull(entry.DueOn);
        Assert.NotEmpty(entry.Basis!);
        Assert.Empty((await house.WorkAsync(house.Officer1)).Entries);

        await house.DoAsync(house.UnitHead, id, new AssignVerifiers { People = [house.Officer1.PersonId, house.Officer2.PersonId] });
        Assert.Empty((await house.WorkAsync(house.UnitHead)).Entries);
        Assert.True(Assert.Single((await house.WorkAsync(house.Officer1)).Entries).IsMine);
        Assert.Single((await house.WorkAsync(house.Officer2, new WorkFilter(WorkOf.Me))).Entries);
        Assert.Empty((await house.WorkAsync(house.Officer2, new WorkFilter(WorkOf.Roles))).Entries);
    }

    [Theory, EachDatabase, Row("1.5")]
    public async Task Work_of_another_bureau_or_another_station_is_nobodys_here(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var neighbour = await house.NeighbourAsync(PersonRoles.Officer | PersonRoles.UnitHead);
        var station = await house.AddStationAsync("城东市场监督管理所");
        var east = await house.HireAsync("城东所长", station, PersonRoles.UnitHead);
        await house.ClueAsync(house.Officer1, "城关示例商店");
        Assert.Single((await house.WorkAsync(house.UnitHead)).Entries);
        Assert.Empty((await house.WorkAsync(east)).Entries);
        Assert.Empty((await house.WorkAsync(neighbour)).Entries);
    }

    [Theory, EachDatabase]
    public async Task A_head_who_is_an_officer_of_the_case_is_not_asked_to_approve_in_it(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var other = await house.HireAsync("副所长己", house.Station, PersonRoles.UnitHead);
        var id = await house.DoAsync(house.Officer1, null, ExemptionPath.Clue(house));
        await house.DoAsync(house.UnitHead, id, new AssignVerifiers { People = [house.Officer1.PersonId, house.UnitHead.PersonId] });
        await house.DoAsync(house.Officer1, id, new RecordVerification { Findings = "货架上有三袋方便面超过保质期五天，货值 12 元。" });
        var proposal = await house.PrefilledAsync<ProposeFiling>(other, id);
        await house.DoAsync(other, id, proposal with { Handlers = [house.Officer1.PersonId, house.UnitHead.PersonId] });
        await house.DoAsync(house.Head, id, await house.PrefilledAsync<ApproveFiling>(house.Head, id));

        // To begin the investigation is the unit head's; the one who handles the case may not, and is not asked.
        Assert.Contains((await house.WorkAsync(other)).Entries, e => e.Act == "cases.begin-investigation");
        Assert.DoesNotContain((await house.WorkAsync(house.UnitHead)).Entries, e => e.Act == "cases.begin-investigation");
        Assert.IsType<ActOutcome.Refused>(await house.TryAsync(house.UnitHead, id, new BeginInvestigation()));
        Assert.IsType<ActOutcome.Done>(await house.TryAsync(other, id, new BeginInvestigation()));
    }

    [Theory, EachDatabase, Row("12.4")]
    public async Task The_most_urgent_comes_first_and_pages_follow_one_another(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        const int Count = (2 * WorkList.PageSize) + 3;
        for (var i = 0; i < Count; i++)
        {
            await house.ClueAsync(house.Officer1, $"示例商店{i:00}");
            house.Clock.Advance(TimeSpan.FromDays(1));
        }

        var all = await WalkAsync(house.UnitHead);
        Assert.Equal(Count, all.Select(e => e.DossierId).Distinct().Count());
        var levels = all.Select(e => e.LevelOn(house.Today)).ToArray();
        Assert.Equal(levels.Order(), levels);
        Assert.Contains(ClockLevel.Overdue, levels);
        Assert.Contains(ClockLevel.Green, levels);

        await using var scope = house.Services.CreateAsyncScope();
        var counts = await CountsAsync(house.UnitHead);
        Assert.All(ClockLevels.All, l => Assert.Equal(levels.Count(x => x == l), counts[l]));
        // Whoever sees the whole bureau is told the same, counted in another way.
        var wide = house.UnitHead with { Roles = house.UnitHead.Roles | PersonRoles.Supervision };
        Assert.Equal(counts, await CountsAsync(wide));
        Assert.Equal(all.Select(e => e.Id), (await WalkAsync(wide)).Select(e => e.Id));
        var red = await house.WorkAsync(house.UnitHead, new WorkFilter(Level: ClockLevel.Red));
        Assert.Equal(counts[ClockLevel.Red], red.Entries.Count);

        async Task<WorkEntry[]> WalkAsync(CurrentPerson me)
        {
            List<WorkEntry> entries = [];
            for (var page = await house.WorkAsync(me); ; page = await house.WorkAsync(me, new WorkFilter(After: page.After)))
            {
                entries.AddRange(page.Entries);
                if (page.After is null)
                {
                    return [.. entries];
                }

                Assert.Equal(WorkList.PageSize, page.Entries.Count);
            }
        }

        async Task<IReadOnlyDictionary<ClockLevel, int>> CountsAsync(CurrentPerson me)
            => (await scope.ServiceProvider.GetRequiredService<WorkList>().PageAsync(me, new WorkFilter(), TestContext.Current.CancellationToken)).Counts;
    }
}
