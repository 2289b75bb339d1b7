using Heng.Dossiers;
using Heng.Platform.Settings;
using Heng.Platform.Storage;
using Heng.Platform.Tenancy;
using Heng.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Heng.Tests.Platform.Settings;

[Row("12.9")]
public sealed class SettingsTests
{
    private const string Name = DossierSettings.RedShare;
    private static readonly Bureau province = new(Guid.CreateVersion7(), null, BureauLevel.Province, "省局", "省", "990000", "CN-GD");
    private static readonly Bureau city = new(Guid.CreateVersion7(), province, BureauLevel.City, "市局", "市", "990100", "CN-GD");
    private static readonly Bureau county = new(Guid.CreateVersion7(), city, BureauLevel.County, "县局", "县", "990101", "CN-GD");

    [Fact]
    public void What_nobody_decided_is_the_default()
    {
        var setting = Of().Find(Name)!;
        Assert.Equal(("85", null, null), (setting.Value, setting.Origin, setting.LockedBy));
    }

    [Fact]
    public void The_nearest_level_decides_and_the_origin_is_told()
    {
        var setting = Of(Row(province, "70"), Row(county, "90")).Find(Name)!;
        Assert.Equal(("90", county, null), (setting.Value, setting.Origin, setting.LockedBy));
        Assert.Equal(("70", province), (Of(Row(province, "70")).Find(Name)!.Value, Of(Row(province, "70")).Find(Name)!.Origin));
    }

    [Fact]
    public void A_locked_value_holds_below_whatever_was_decided_there()
    {
        var setting = Of(Row(province, "70", locked: true), Row(city, "75"), Row(county, "90")).Find(Name)!;
        Assert.Equal(("70", province, province), (setting.Value, setting.Origin, setting.LockedBy));
    }

    [Fact]
    public void A_level_may_lock_what_it_inherits()
    {
        var setting = Of(Row(province, "70"), Row(city, null, locked: true), Row(county, "90")).Find(Name)!;
        Assert.Equal(("70", province, city), (setting.Value, setting.Origin, setting.LockedBy));
    }

    [Fact]
    public void A_level_is_not_locked_by_itself()
        => Assert.Null(Of(Row(county, "90", locked: true)).Find(Name)!.LockedBy);

    [Fact]
    public void A_value_outside_the_register_is_refused()
    {
        var definition = DossierSettings.All.Single(d => d.Name == Name);
        Assert.Null(definition.FaultOf("90", "85"));
        Assert.All(new[] { "0", "101", "-1", "ninety", "" }, v => Assert.NotNull(definition.FaultOf(v, "85")));
        var parts = DossierSettings.All.Single(d => d.Name == DossierSettings.MandatoryParts);
        Assert.Null(parts.FaultOf("visit,exemption", ""));
        Assert.NotNull(parts.FaultOf("visit,unknown", ""));
    }

    [Fact, Row("X.4")]
    public void The_life_of_the_security_log_is_never_shortened()
    {
        var keep = PlatformSettings.All.Single(d => d.Name == PlatformSettings.SecurityLogDays);
        Assert.NotNull(keep.FaultOf("183", "184"));
        Assert.NotNull(keep.FaultOf("700", "730"));
        Assert.Null(keep.FaultOf("731", "730"));
    }

    [Fact]
    public void Every_default_is_allowed_and_every_setting_says_why()
        => Assert.All(Capabilities.All.SelectMany(c => c.Settings), d =>
        {
            Assert.Null(d.FaultOf(d.Default, d.Default));
            Assert.NotEmpty(d.Why);
            Assert.All(d.Basis is null ? [] : new[] { d.Basis }, b => Assert.NotNull(Heng.Law.LawSet.Embedded.Instruments.Find(Heng.Law.Citations.Citation.Parse(b).Instrument)));
        });

    [Fact]
    public void Names_of_settings_are_unique()
        => Assert.Distinct(Capabilities.All.SelectMany(c => c.Settings).Select(d => d.Name));

    [Theory, EachDatabase]
    public async Task An_act_sees_what_the_level_above_decided(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        await using (var db = house.Db(Access.None))
        {
            db.Add(Row(house.Bureau, "77"));
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await using var scope = house.Services.CreateAsyncScope();
        var context = await scope.ServiceProvider.GetRequiredService<ActDesk>().ContextAsync(house.Officer1, TestContext.Current.CancellationToken);
        Assert.Equal(77, DossierSettings.Number(context.Settings, Name));
        Assert.Equal(30, DossierSettings.Number(context.Settings, DossierSettings.VisitAfterDays));
    }

    private static EffectiveSettings Of(params SettingRow[] rows) => EffectiveSettings.Of(DossierSettings.All, [province, city, county], rows);

    private static SettingRow Row(Bureau bureau, string? value, bool locked = false)
        => new(bureau.Id, Guid.CreateVersion7(), Name, 1, value, locked, new DateTime(2026, 3, 2, 1, 0, 0, DateTimeKind.Utc), "系统管理员", "");
}
