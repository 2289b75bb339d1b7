using Heng.Cases.Steps.Filing;
using Heng.Intake.Steps;
using Heng.Platform.People;
using Heng.Platform.Storage;
using Heng.Platform.Tenancy;
using Heng.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Heng.Tests.Cases;

/// <summary>The list of powers at the filing: unit × matter × day.</summary>
[Row("1.4")]
public sealed class FilingPowersTests
{
    private const string Refusal = "intake.matter-held";

    [Theory, EachDatabase]
    public async Task A_case_is_proposed_and_filed_only_where_the_units_grant_covers_the_matter_on_the_day(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var proposed = await ToVerifiedAsync(house);
        var filed = await ToVerifiedAsync(house);
        var proposal = (await house.PrefilledAsync<ProposeFiling>(house.UnitHead, proposed)) with { Handlers = [house.Officer1.PersonId, house.Officer2.PersonId] };
        await house.DoAsync(house.UnitHead, filed, proposal);
        var approval = await house.PrefilledAsync<ApproveFiling>(house.Head, filed);
        var today = house.Today;
        (string Case, bool Holds, MatterGrant[] Grants)[] matrix =
        [
            ("no list is entered", true, []),
            ("the field of the bureau", true, [Grant(null, "food")]),
            ("the matter of the station", true, [Grant(house.Station, "FOOD-008")]),
            ("one of two grants of the station", true, [Grant(house.Station, "ADV-001"), Grant(house.Station, "food")]),
            ("until today", true, [Grant(house.Station, "food", until: today)]),
            ("from today", true, [Grant(house.Station, "food", from: today)]),
            ("until yesterday", false, [Grant(house.Station, "food", until: today.AddDays(-1))]),
            ("from tomorrow", false, [Grant(house.Station, "food", from: today.AddDays(1))]),
            ("another field", false, [Grant(house.Station, "advertising")]),
            ("another matter of the field", false, [Grant(house.Station, "FOOD-009")]),
            ("another unit", false, [Grant(house.Division, "food")]),
            ("another level", false, [Grant(null, "food", level: BureauLevel.City)]),
        ];
        foreach (var (name, holds, grants) in matrix)
        {
            await SetAsync(house, grants);
            foreach (var codes in new[] { await house.RefusalsAsync(house.UnitHead, proposed, proposal, check: true), await house.RefusalsAsync(house.Head, filed, approval, check: true) })
            {
                Assert.True(holds ? codes.Count == 0 : codes.SequenceEqual([Refusal]), $"{name}: {string.Join(' ', codes)}");
            }
        }

        // What is refused changes nothing; with the grant it is done.
        Assert.Contains(Refusal, await house.RefusalsAsync(house.Head, filed, approval));
        Assert.Equal("S08", (await house.ReadAsync(house.Head, filed)).File.Procedure.Main);
        await SetAsync(house, [Grant(house.Station, "FOOD-008")]);
        await house.DoAsync(house.Head, filed, approval);

        MatterGrant Grant(Unit? unit, string covers, DateOnly? from = null, DateOnly? until = null, BureauLevel level = BureauLevel.County)
            => new(house.Bureau.Id, Guid.CreateVersion7(), unit?.Id, covers, level, from ?? new DateOnly(2024, 1, 1), until);
    }

    private static async Task SetAsync(TestHouse house, MatterGrant[] grants)
    {
        await using var db = house.Db(Access.WholeBureau(house.Bureau.Id));
        await db.Set<MatterGrant>().ExecuteDeleteAsync(TestContext.Current.CancellationToken);
        db.AddRange(grants);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        house.Services.GetRequiredService<PeopleDirectory>().Forget(house.Bureau.Id);
    }

    private static async Task<Guid> ToVerifiedAsync(TestHouse house)
    {
        var id = await house.DoAsync(house.Officer1, null, ExemptionPath.Clue(house));
        await house.DoAsync(house.UnitHead, id, new AssignVerifiers { People = [house.Officer1.PersonId, house.Officer2.PersonId] });
        await house.DoAsync(house.Officer1, id, new RecordVerification { Findings = "属实。" });
        return id;
    }
}
