using Heng.Dossiers;
using Heng.Intake.Steps;
using Heng.Platform.Administration;
using Heng.Platform.People;
using Heng.Platform.Record;
using Heng.Platform.Settings;
using Heng.Platform.Storage;
using Heng.Platform.Tenancy;
using Heng.Tests.Cases;
using Heng.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Heng.Tests.Platform.Administration;

public sealed class AdministrationTests
{
    private static readonly DateOnly day = new(2026, 3, 2);

    [Theory, EachDatabase, Row("X.1", "X.4")]
    public async Task Every_change_stands_in_the_log_with_who_what_before_and_after(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var (system, security, person) = (await house.AdminAsync(PersonRoles.SystemAdmin), await house.AdminAsync(PersonRoles.SecurityAdmin), await house.NewcomerAsync());
        var bureau = house.Bureau.Id;
        AdminHouse.MustBeDone(await house.System().SaveUnitAsync(system, bureau, house.Station.Id, new UnitForm { Name = "城关所", Sort = UnitSort.Station }, AdminHouse.Stop));
        AdminHouse.MustBeDone(await house.System().AddCertificateAsync(system, bureau, person, "示 001", day, day.AddYears(3), AdminHouse.Stop));
        AdminHouse.MustBeDone(await house.Security().GrantRoleAsync(security, bureau, person, "officer", day, null, AdminHouse.Stop));
        var opened = AdminHouse.MustBeDone(await house.Security().OpenAccountAsync(security, bureau, person, "new.person", AdminHouse.Stop));
        Assert.Matches("^([a-z2-9]{4}-){3}[a-z2-9]{4}$", opened.Secret);
        var log = await house.LogAsync();
        Assert.Equal(["unit.changed", "certificate.added", "role.granted", "account.opened"], log.Select(e => e.Code));
        Assert.Equal([1, 2, 3, 4], log.Select(e => e.Number));
        Assert.Equal((system.PersonId, system.Name, "system-admin"), (log[0].PersonId, log[0].PersonName, log[0].Roles));
        Assert.Contains("城关市场监督管理所", log[0].Before, StringComparison.Ordinal);
        Assert.Contains("城关所", log[0].After, StringComparison.Ordinal);
        Assert.DoesNotContain(opened.Secret!, string.Concat(log.Select(e => e.Before + e.After + e.Subject)), StringComparison.Ordinal);
        Assert.Empty(await house.LogFaultsAsync());
    }

    [Theory, EachDatabase]
    public async Task A_refused_change_leaves_nothing(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var system = await house.AdminAsync(PersonRoles.SystemAdmin);
        Assert.Equal("name", AdminHouse.Refusal(await house.System().SaveUnitAsync(system, house.Bureau.Id, null, new UnitForm { Name = house.Division.Name }, AdminHouse.Stop)));
        Assert.Empty(await house.LogAsync());
    }

    [Theory, EachDatabase, Row("X.4")]
    public async Task A_change_in_the_log_is_found(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var system = await house.AdminAsync(PersonRoles.SystemAdmin);
        foreach (var name in new[] { "甲科", "乙科", "丙科" })
        {
            AdminHouse.MustBeDone(await house.System().SaveUnitAsync(system, house.Bureau.Id, null, new UnitForm { Name = name }, AdminHouse.Stop));
        }

        await using (var db = house.Db(Access.WholeBureau(house.Bureau.Id)))
        {
            await db.Set<SecurityEntry>().Where(e => e.Number == 2).ExecuteUpdateAsync(e => e.SetProperty(x => x.Subject, "别的"), AdminHouse.Stop);
        }

        Assert.Single(await house.LogFaultsAsync());
        await using (var db = house.Db(Access.WholeBureau(house.Bureau.Id)))
        {
            await db.Set<SecurityEntry>().Where(e => e.Number >= 2).ExecuteDeleteAsync(AdminHouse.Stop);
        }

        Assert.Contains("截断", Assert.Single(await house.LogFaultsAsync()), StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Changes_at_once_stand_one_behind_the_other(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var system = await house.AdminAsync(PersonRoles.SystemAdmin);
        AdminHouse.MustBeDone(await house.System().SaveUnitAsync(system, house.Bureau.Id, null, new UnitForm { Name = "第 0 科" }, AdminHouse.Stop));
        await Task.WhenAll(Enumerable.Range(1, 8).Select(async i => AdminHouse.MustBeDone(await house.System().SaveUnitAsync(system, house.Bureau.Id, null, new UnitForm { Name = $"第 {i} 科" }, AdminHouse.Stop))));
        Assert.Equal(9, (await house.LogAsync()).Count);
        Assert.Empty(await house.LogFaultsAsync());
    }

    [Theory, EachDatabase, Row("10.1")]
    public async Task An_expired_certificate_ends_the_rights_in_a_case_the_same_day(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var system = await house.AdminAsync(PersonRoles.SystemAdmin);
        await using (var db = house.Db(Access.WholeBureau(house.Bureau.Id)))
        {
            var certificate = await db.Set<Certificate>().SingleAsync(c => c.PersonId == house.Officer1.PersonId, AdminHouse.Stop);
            AdminHouse.MustBeDone(await house.System().EndCertificateAsync(system, house.Bureau.Id, certificate.Id, day, AdminHouse.Stop));
        }

        var id = await house.DoAsync(house.Officer1, null, ExemptionPath.Clue(house));
        await house.DoAsync(house.UnitHead, id, new AssignVerifiers { People = [house.Officer1.PersonId, house.Officer2.PersonId] });
        house.Clock.Advance(TimeSpan.FromDays(1));
        var refused = Assert.IsType<ActOutcome.Refused>(await house.TryAsync(house.Officer1, id, new RecordVerification { Findings = "货架上有过期食品。" }));
        Assert.Contains(refused.Refusals, r => r.Basis.ToString().StartsWith("APL 42", StringComparison.Ordinal));
    }

    [Theory, EachDatabase, Row("10.1")]
    public async Task Whoever_has_left_has_no_role_from_that_day(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var system = await house.AdminAsync(PersonRoles.SystemAdmin);
        AdminHouse.MustBeDone(await house.System().SavePersonAsync(system, house.Bureau.Id, house.Officer1.PersonId, new PersonForm { Name = "办案甲", Unit = house.Station.Id, LeftOn = day.AddDays(1) }, AdminHouse.Stop));
        Assert.Contains((await HouseAsync()).People, p => p.Id == house.Officer1.PersonId && (p.RolesOn(day) & PersonRoles.Officer) != 0);
        house.Clock.Advance(TimeSpan.FromDays(1));
        Assert.DoesNotContain((await HouseAsync()).People, p => p.Id == house.Officer1.PersonId);

        ValueTask<House> HouseAsync() => house.Services.GetRequiredService<PeopleDirectory>().OfAsync(house.Bureau.Id, AdminHouse.Stop);
    }

    [Theory, EachDatabase, Row("12.9")]
    public async Task A_locked_setting_cannot_be_changed_below_and_every_decision_is_kept(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var city = await house.AdminAsync(PersonRoles.SystemAdmin);
        var (station, below) = await BelowAsync(house, city);
        var county = await house.HireAsync("县系统管理员", station, PersonRoles.SystemAdmin, bureau: below);
        var desk = house.System();
        const string name = DossierSettings.RedShare;
        Assert.Equal("reason", AdminHouse.Refusal(await desk.DecideAsync(county, below.Id, name, "80", false, " ", AdminHouse.Stop)));
        Assert.Equal("value", AdminHouse.Refusal(await desk.DecideAsync(county, below.Id, name, "200", false, "试", AdminHouse.Stop)));
        AdminHouse.MustBeDone(await desk.DecideAsync(county, below.Id, name, "80", false, "县局意见", AdminHouse.Stop));
        AdminHouse.MustBeDone(await desk.DecideAsync(city, house.Bureau.Id, name, "75", true, "全市统一", AdminHouse.Stop));
        Assert.Equal("value", AdminHouse.Refusal(await desk.DecideAsync(county, below.Id, name, "90", false, "想放宽", AdminHouse.Stop)));
        Assert.Equal("75", (await house.Services.GetRequiredService<SettingsDesk>().OfAsync(below.Id, AdminHouse.Stop))[name]);
        AdminHouse.MustBeDone(await desk.DecideAsync(city, house.Bureau.Id, name, "75", false, "放开", AdminHouse.Stop));
        Assert.Equal("80", (await house.Services.GetRequiredService<SettingsDesk>().OfAsync(below.Id, AdminHouse.Stop))[name]);
        await using var db = house.Db(Access.WholeBureau(house.Bureau.Id));
        Assert.Equal(["全市统一", "放开"], await db.Set<SettingRow>().Where(r => r.Name == name).OrderBy(r => r.Number).Select(r => r.Reason).ToListAsync(AdminHouse.Stop));
    }

    [Theory, EachDatabase, Row("X.4")]
    public async Task Shortening_the_life_of_the_log_is_refused(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var system = await house.AdminAsync(PersonRoles.SystemAdmin);
        Assert.Equal("value", AdminHouse.Refusal(await house.System().DecideAsync(system, house.Bureau.Id, PlatformSettings.SecurityLogDays, "400", false, "省空间", AdminHouse.Stop)));
        AdminHouse.MustBeDone(await house.System().DecideAsync(system, house.Bureau.Id, PlatformSettings.SecurityLogDays, "1000", false, "延长", AdminHouse.Stop));
        Assert.Equal("value", AdminHouse.Refusal(await house.System().DecideAsync(system, house.Bureau.Id, PlatformSettings.SecurityLogDays, null, false, "改回", AdminHouse.Stop)));
    }

    [Theory, EachDatabase, Row("1.5")]
    public async Task An_administrator_works_in_his_own_bureau_and_below_and_nowhere_else(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var city = await house.AdminAsync(PersonRoles.SystemAdmin);
        var (unit, below) = await BelowAsync(house, city);
        var county = await house.HireAsync("县系统管理员", unit, PersonRoles.SystemAdmin, bureau: below);
        Assert.IsType<AdminOutcome.NotFound>(await house.System().SaveUnitAsync(county, house.Bureau.Id, null, new UnitForm { Name = "新科" }, AdminHouse.Stop));
        Assert.IsType<AdminOutcome.NotFound>(await house.System().SaveUnitAsync(county, Guid.CreateVersion7(), null, new UnitForm { Name = "新科" }, AdminHouse.Stop));
        AdminHouse.MustBeDone(await house.System().SaveUnitAsync(city, below.Id, null, new UnitForm { Name = "新科" }, AdminHouse.Stop));
    }

    [Theory, EachDatabase, Row("1.4")]
    public async Task A_delegation_needs_its_deed_and_its_period_and_known_matters(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var system = await house.AdminAsync(PersonRoles.SystemAdmin);
        var unit = AdminHouse.MustBeDone(await house.System().SaveUnitAsync(system, house.Bureau.Id, null, new UnitForm { Name = "综合执法队", Sort = UnitSort.Delegated }, AdminHouse.Stop)).Id;
        Assert.Equal("covers", AdminHouse.Refusal(await house.System().AddGrantAsync(system, house.Bureau.Id, new GrantForm { Covers = "NOTHING-1", From = day }, AdminHouse.Stop)));
        Assert.Equal("deed", AdminHouse.Refusal(await house.System().AddGrantAsync(system, house.Bureau.Id, new GrantForm { Unit = unit, Covers = "food", From = day }, AdminHouse.Stop)));
        var grant = AdminHouse.MustBeDone(await house.System().AddGrantAsync(system, house.Bureau.Id, new GrantForm { Unit = unit, Covers = "food, FOOD-008", From = day, Until = day.AddDays(30), Deed = "示委〔2026〕1号" }, AdminHouse.Stop)).Id;
        Assert.Equal(MatterGrants.Unpublished, await StateAsync());
        AdminHouse.MustBeDone(await house.System().ChangeGrantAsync(system, house.Bureau.Id, grant, day.AddDays(30), "示例县政府网站 2026-03-01", AdminHouse.Stop));
        Assert.Equal(MatterGrants.Held, await StateAsync());

        async Task<string> StateAsync() => (await house.Services.GetRequiredService<PeopleDirectory>().OfAsync(house.Bureau.Id, AdminHouse.Stop)).Grants.StateOf(unit, "FOOD-008", "food", day);
    }

    [Theory, EachDatabase, Row("10.7")]
    public async Task A_code_list_has_versions_and_holds_below_until_one_is_published_there(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var system = await house.AdminAsync(PersonRoles.SystemAdmin);
        var (_, below) = await BelowAsync(house, system);
        var lists = house.Services.GetRequiredService<CodeLists>();
        Assert.Equal("entries", AdminHouse.Refusal(await house.System().PublishCodesAsync(system, house.Bureau.Id, "计量单位", "kg 千克\nkg 公斤", AdminHouse.Stop)));
        AdminHouse.MustBeDone(await house.System().PublishCodesAsync(system, house.Bureau.Id, "计量单位", "kg 千克\nbag 袋", AdminHouse.Stop));
        var then = house.Clock.GetUtcNow().UtcDateTime;
        house.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal("entries", AdminHouse.Refusal(await house.System().PublishCodesAsync(system, house.Bureau.Id, "计量单位", "kg 千克\nbag 袋", AdminHouse.Stop)));
        AdminHouse.MustBeDone(await house.System().PublishCodesAsync(system, house.Bureau.Id, "计量单位", "kg 千克\nbag 袋\nbox 箱", AdminHouse.Stop));
        Assert.Equal(2, Assert.Single(await lists.OfAsync(below.Id, AdminHouse.Stop)).Number);
        Assert.Equal(1, (await lists.AtAsync(below.Id, "计量单位", then, AdminHouse.Stop))!.Number);
        AdminHouse.MustBeDone(await house.System().PublishCodesAsync(system, below.Id, "计量单位", "t 吨", AdminHouse.Stop));
        Assert.Equal("t 吨", Assert.Single(await lists.OfAsync(below.Id, AdminHouse.Stop)).Entries);
        Assert.Equal(2, Assert.Single(await lists.OfAsync(house.Bureau.Id, AdminHouse.Stop)).Number);
    }

    /// <summary>A county below the house's bureau, which then is a city.</summary>
    internal static async Task<(Unit Unit, Bureau Bureau)> BelowAsync(TestHouse house, CurrentPerson me)
    {
        await using (var db = house.Db(Access.None))
        {
            await db.Set<Bureau>().Where(b => b.Id == house.Bureau.Id).ExecuteUpdateAsync(b => b.SetProperty(x => x.Level, BureauLevel.City), AdminHouse.Stop);
        }

        var id = AdminHouse.MustBeDone(await house.System().AddBureauAsync(me, house.Bureau.Id, new BureauForm { Level = BureauLevel.County, Name = "示例区市场监督管理局", ShortName = "区", AreaCode = "990102", LawRegion = "CN-GD", HashProfile = "sm3" }, AdminHouse.Stop)).Id;
        await using var read = house.Db(Access.WholeBureau(id));
        var unit = new Unit(id, Guid.CreateVersion7(), "法规科", false);
        read.Add(unit);
        await read.SaveChangesAsync(AdminHouse.Stop);
        return (unit, await read.Set<Bureau>().SingleAsync(b => b.Id == id, AdminHouse.Stop));
    }
}
