using Heng.Dossiers;
using Heng.Intake.Steps;
using Heng.Platform.Files;
using Heng.Platform.People;
using Heng.Platform.Record;
using Heng.Platform.Storage;
using Heng.Tests.Cases;
using Heng.Tests.Platform.Administration;
using Heng.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Heng.Tests.Dossiers;

[Row("1.5")]
public sealed class ReadingTests
{
    [Theory, EachDatabase]
    public async Task A_station_cannot_open_another_stations_dossier_and_the_attempt_is_logged(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var id = await house.DoAsync(house.Officer1, null, ExemptionPath.Clue(house));
        var other = await house.HireAsync("外所", house.Division, PersonRoles.Officer);
        Assert.False(await CanReadAsync(house, other, id));
        var entry = Assert.Single(await house.LogAsync());
        Assert.Equal(("reading.denied", other.PersonId), (entry.Code, entry.PersonId));
    }

    [Theory, EachDatabase]
    public async Task With_a_reason_it_opens_for_a_while_read_only_and_every_reading_is_logged(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var id = await house.DoAsync(house.Officer1, null, ExemptionPath.Clue(house));
        var other = await house.HireAsync("外所", house.Division, PersonRoles.Officer);
        var number = await NumberAsync(house, id);
        Assert.Equal("duty", (await AskAsync(house, other, number, "curiosity", "就是想看看")).Fault!.Field);
        Assert.Equal("reason", (await AskAsync(house, other, number, "cooperation", " ")).Fault!.Field);
        Assert.Equal(id, (await AskAsync(house, other, number, "cooperation", "与本所案件并案核查")).DossierId);
        Assert.True(await CanReadAsync(house, other, id));
        Assert.True((await house.ReadAsync(other, id)).Context.IsGuest);
        Assert.IsType<ActOutcome.NotFound>(await house.TryAsync(other, id, new RecordVerification { Findings = "越权" }));
        Assert.Equal(["reading.granted", "reading.opened", "reading.opened"], (await house.LogAsync()).Select(e => e.Code));
        Assert.Empty(await house.LogFaultsAsync());
        house.Clock.Advance(TimeSpan.FromDays(3));
        Assert.False(await CanReadAsync(house, other, id));
    }

    [Theory, EachDatabase]
    public async Task A_guest_opens_the_files_of_the_dossier_that_he_was_granted_and_no_others(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var other = await house.HireAsync("外所", house.Division, PersonRoles.Officer);
        var granted = await house.DoAsync(house.Officer1, null, ExemptionPath.Clue(house));
        var closed = await house.DoAsync(house.Officer1, null, ExemptionPath.Clue(house));
        var (file, secret, loose) = (await FileAsync(house, granted), await FileAsync(house, closed), await FileAsync(house, null));
        Assert.False(await OpensAsync(house, other, file));
        await AskAsync(house, other, await NumberAsync(house, granted), "cooperation", "与本所案件并案核查");
        Assert.True(await OpensAsync(house, other, file));
        Assert.False(await OpensAsync(house, other, secret));
        Assert.False(await OpensAsync(house, other, loose));
        Assert.Equal(["reading.denied", "reading.granted", "reading.opened", "reading.denied"], (await house.LogAsync()).Select(e => e.Code));
        house.Clock.Advance(TimeSpan.FromDays(3));
        Assert.False(await OpensAsync(house, other, file));
    }

    [Theory, EachDatabase]
    public async Task The_level_above_reads_with_a_reason_and_the_owner_sees_it(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var system = await house.AdminAsync(PersonRoles.SystemAdmin);
        var (unit, county) = await AdministrationTests.BelowAsync(house, system);
        var clerk = await house.HireAsync("区办案", unit, PersonRoles.Officer, bureau: county);
        var leader = await house.HireAsync("区局长", unit, PersonRoles.Principal, bureau: county);
        var id = await house.DoAsync(clerk, null, ExemptionPath.Clue(house));
        string number;
        await using (var db = house.Db(Access.WholeBureau(county.Id)))
        {
            number = await db.Set<Heng.Dossiers.Model.Dossier>().Select(d => d.Number).SingleAsync(AdminHouse.Stop);
        }

        Assert.False(await CanReadAsync(house, house.Head, id));
        Assert.Equal("number", (await AskAsync(house, house.Officer1, number, "supervision", "办案人员不能跨级查阅")).Fault!.Field);
        Assert.Equal(id, (await AskAsync(house, house.Head, number, "supervision", "年度执法监督检查")).DossierId);
        Assert.True(await CanReadAsync(house, house.Head, id));
        await using var owner = house.Db(Access.WholeBureau(county.Id));
        var log = await owner.Set<SecurityEntry>().OrderBy(e => e.Number).ToListAsync(AdminHouse.Stop);
        Assert.Equal(["reading.denied", "reading.granted", "reading.opened"], log.Select(e => e.Code));
        Assert.Contains(house.Bureau.Name, log[1].PersonName, StringComparison.Ordinal);
        Assert.Contains("年度执法监督检查", log[1].After, StringComparison.Ordinal);
        Assert.Empty(await SecurityLog.FaultsAsync(owner, AdminHouse.Stop));
        var desk = house.Services.GetRequiredService<ReadingDesk>();
        Assert.Equal(number, Assert.Single(await desk.OfBureauAsync(leader, AdminHouse.Stop)).Number);
        Assert.Empty(await desk.OfBureauAsync(clerk, AdminHouse.Stop));
    }

    [Theory, EachDatabase]
    public async Task The_level_below_and_administrators_get_nothing_even_with_a_reason(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var system = await house.AdminAsync(PersonRoles.SystemAdmin);
        var (unit, county) = await AdministrationTests.BelowAsync(house, system);
        var leader = await house.HireAsync("区局长", unit, PersonRoles.Principal, bureau: county);
        var id = await house.DoAsync(house.Officer1, null, ExemptionPath.Clue(house));
        var number = await NumberAsync(house, id);
        foreach (var me in new[] { leader, system, await house.AdminAsync(PersonRoles.AuditAdmin) })
        {
            Assert.Equal("number", (await AskAsync(house, me, number, "supervision", "年度执法监督检查")).Fault!.Field);
            Assert.False(await CanReadAsync(house, me, id));
        }
    }

    private static Task<(Guid? DossierId, InputFault? Fault)> AskAsync(TestHouse house, CurrentPerson me, string number, string duty, string reason)
        => house.Services.GetRequiredService<ReadingDesk>().AskAsync(me, number, duty, reason, AdminHouse.Stop);

    private static async Task<Guid> FileAsync(TestHouse house, Guid? dossier)
    {
        var file = new StoredFile(house.Bureau.Id, Guid.CreateVersion7(), dossier, new string('a', 64), 1, "image/png", "照片.png", house.Officer1.PersonId, house.Clock.GetUtcNow().UtcDateTime);
        await using var db = house.Db(Access.WholeBureau(house.Bureau.Id));
        db.Add(file);
        await db.SaveChangesAsync(AdminHouse.Stop);
        return file.Id;
    }

    private static async Task<bool> OpensAsync(TestHouse house, CurrentPerson me, Guid file)
    {
        await using var scope = house.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<FileDesk>().FindAsync(me, file, AdminHouse.Stop) is not null;
    }

    private static async Task<bool> CanReadAsync(TestHouse house, CurrentPerson me, Guid id)
    {
        await using var scope = house.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ActDesk>().ReadAsync(me, id, AdminHouse.Stop) is not null;
    }

    private static async Task<string> NumberAsync(TestHouse house, Guid id) => (await house.ReadAsync(house.Officer1, id)).File.Number;
}
