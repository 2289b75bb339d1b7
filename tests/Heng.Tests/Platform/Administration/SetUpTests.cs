using Heng.Platform.Administration;
using Heng.Platform.People;
using Heng.Platform.Record;
using Heng.Platform.SignIn;
using Heng.Platform.Storage;
using Heng.Platform.Tenancy;
using Heng.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OtpNet;

namespace Heng.Tests.Platform.Administration;

[Row("X.1", "X.2")]
public sealed class SetUpTests
{
    [Theory, EachDatabase]
    public async Task The_token_makes_three_administrators_once(string database)
    {
        await using var house = await TestHouse.BuildEmptyAsync(database);
        var desk = house.Services.GetRequiredService<SetUpDesk>();
        Assert.False(await desk.IsOpenAsync(AdminHouse.Stop));
        var first = await desk.OfferAsync(AdminHouse.Stop);
        var token = await desk.OfferAsync(AdminHouse.Stop);
        Assert.NotNull(token);
        Assert.Equal("token", Assert.Single(await desk.SetUpAsync(first, Form(), "局机关", Three(house), AdminHouse.Stop)).Field);
        var three = Three(house);
        three[1].Code = "000000";
        Assert.Equal("code1", Assert.Single(await desk.SetUpAsync(token, Form(), "局机关", three, AdminHouse.Stop)).Field);
        three = Three(house);
        three[2].Password = three[0].Password;
        Assert.Equal(["password0", "password2"], (await desk.SetUpAsync(token, Form(), "局机关", three, AdminHouse.Stop)).Select(p => p.Field));
        Assert.Empty(await desk.SetUpAsync(token, Form(), "局机关", Three(house), AdminHouse.Stop));
        Assert.Equal("token", Assert.Single(await desk.SetUpAsync(token, Form(), "局机关", Three(house), AdminHouse.Stop)).Field);
        Assert.Null(await desk.OfferAsync(AdminHouse.Stop));
        Assert.False(await desk.IsOpenAsync(AdminHouse.Stop));
        Bureau bureau;
        await using (var any = house.Db(Access.None))
        {
            bureau = await any.Set<Bureau>().SingleAsync(AdminHouse.Stop);
        }

        await using var db = house.Db(Access.WholeBureau(bureau.Id));
        Assert.Equal(["audit-admin", "security-admin", "system-admin"], await db.Set<RoleGrant>().Select(g => g.Role).OrderBy(r => r).ToListAsync(AdminHouse.Stop));
        Assert.Equal(3, await db.Set<Person>().Select(p => p.AccountId).Distinct().CountAsync(AdminHouse.Stop));
        Assert.Empty(await SecurityLog.FaultsAsync(db, AdminHouse.Stop));
        Assert.True((await house.Services.GetRequiredService<SignInDesk>().BeginAsync("system", "one password for 1", AdminHouse.Stop)).Session!.IsWaiting);
    }

    [Theory, EachDatabase]
    public async Task No_token_is_offered_where_a_bureau_exists(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        Assert.Null(await house.Services.GetRequiredService<SetUpDesk>().OfferAsync(AdminHouse.Stop));
    }

    private static BureauForm Form() => new() { Level = BureauLevel.County, Name = "示例县市场监督管理局", ShortName = "示", AreaCode = "990101", LawRegion = "CN-GD", HashProfile = "sm3" };

    private static FirstAdministrator[] Three(TestHouse house) => [.. new[] { "system", "security", "audit" }.Select((name, i) =>
    {
        var secret = SecondFactor.NewSecret();
        return new FirstAdministrator { Name = $"管理员{i + 1}", Account = name, Password = $"one password for {i + 1}", Secret = secret, Code = new Totp(Base32Encoding.ToBytes(secret)).ComputeTotp(house.Clock.GetUtcNow().UtcDateTime) };
    })];
}
