using Heng.Cases.Steps.Investigation;
using Heng.Dossiers;
using Heng.Tests.Storage;

namespace Heng.Tests.Cases;

public sealed class OfficerTimeRaceTests
{
    [Theory, EachDatabase, Row("8.12")]
    public async Task Of_two_records_of_one_officer_at_one_time_in_two_dossiers_one_is_refused_though_both_saw_him_free(string database)
    {
        var readers = new HeldReaders(2, sql => sql.Contains("officer_times", StringComparison.Ordinal));
        await using var house = await TestHouse.BuildAsync(database, interceptors: readers);
        Guid[] dossiers = [await ToInvestigationAsync(house), await ToInvestigationAsync(house)];
        var now = house.Clock.GetUtcNow().UtcDateTime.AddHours(8);
        var records = new List<RecordInspection>();
        foreach (var id in dossiers)
        {
            records.Add((await house.PrefilledAsync<RecordInspection>(house.Officer1, id)) with { Start = now.AddHours(-2), End = now.AddHours(-1), CertificatesShown = true, RightsTold = true, Confirmed = Confirmation.Confirmed, Content = "现场检查。" });
        }

        readers.Holds = true;
        var outcomes = await Task.WhenAll(dossiers.Zip(records).Select(d => Task.Run(() => house.TryAsync(house.Officer1, d.First, d.Second))));
        Assert.Equal(2, readers.Held);
        Assert.Single(outcomes.OfType<ActOutcome.Done>());
        Assert.Contains("officers.one-place", Assert.Single(outcomes.OfType<ActOutcome.Refused>()).Refusals.Select(r => r.Code));

        // One after the other they may touch.
        var refused = Array.FindIndex(outcomes, o => o is ActOutcome.Refused);
        await house.DoAsync(house.Officer1, dossiers[refused], records[refused] with { Start = now.AddHours(-1), End = now });
    }

    private static async Task<Guid> ToInvestigationAsync(TestHouse house)
    {
        var id = await ExemptionPath.ToFilingAsync(house);
        await house.DoAsync(house.UnitHead, id, new BeginInvestigation());
        await house.DoAsync(house.Officer1, id, new DeclareInterest { Answer = Interest.None });
        await house.DoAsync(house.Officer2, id, new DeclareInterest { Answer = Interest.None });
        return id;
    }
}
