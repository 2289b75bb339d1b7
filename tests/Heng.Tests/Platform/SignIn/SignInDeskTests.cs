using Heng.Dossiers;
using Heng.Intake.Steps;
using Heng.Platform.Administration;
using Heng.Platform.People;
using Heng.Platform.SignIn;
using Heng.Platform.Storage;
using Heng.Tests.Cases;
using Heng.Tests.Platform.Administration;
using Heng.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OtpNet;

namespace Heng.Tests.Platform.SignIn;

[Row("X.2")]
public sealed class SignInDeskTests
{
    private const string Password = "correct horse battery";

    [Theory, EachDatabase]
    public async Task Five_failures_lock_for_a_quarter_of_an_hour_even_with_the_right_password(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var desk = await WithAccountAsync(house);
        for (var i = 0; i < 5; i++)
        {
            Assert.Null((await desk.BeginAsync("officer1", "wrong", AdminHouse.Stop)).Session);
        }

        Assert.Null((await desk.BeginAsync("officer1", Password, AdminHouse.Stop)).Session);
        house.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.NotNull((await desk.BeginAsync("officer1", Password, AdminHouse.Stop)).Session);
        Assert.Equal(["sign-in.failed", "sign-in.failed", "sign-in.failed", "sign-in.failed", "sign-in.locked", "sign-in.done"], (await house.LogAsync()).Select(e => e.Code));
        Assert.Empty(await house.LogFaultsAsync());
    }

    [Theory, EachDatabase]
    public async Task An_unknown_name_and_a_wrong_password_are_told_alike(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var desk = await WithAccountAsync(house);
        Assert.Equal((await desk.BeginAsync("nobody", "wrong", AdminHouse.Stop)).Says, (await desk.BeginAsync("officer1", "wrong", AdminHouse.Stop)).Says);
    }

    [Theory, EachDatabase]
    public async Task An_unknown_name_is_logged_without_the_name_and_strangers_cannot_fill_the_log(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var desk = await WithAccountAsync(house);
        for (var i = 0; i < 4; i++)
        {
            await desk.BeginAsync("li.si.13900000000", "wrong", AdminHouse.Stop);
        }

        house.Clock.Advance(TimeSpan.FromMinutes(2));
        await desk.BeginAsync("li.si.13900000000", "wrong", AdminHouse.Stop);
        var log = await house.LogAsync();
        Assert.Equal([("sign-in.unknown", "没有查到的登录名，1 次"), ("sign-in.unknown", "没有查到的登录名，4 次")], log.Select(e => (e.Code, e.Subject)));
        Assert.DoesNotContain(log, e => (e.PersonName + e.Before + e.After).Contains("13900000000", StringComparison.Ordinal));
        Assert.Empty(await house.LogFaultsAsync());
    }

    [Theory, EachDatabase]
    public async Task A_session_ends_when_it_is_idle_and_at_the_end_of_its_life(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var desk = await WithAccountAsync(house);
        var idle = (await desk.BeginAsync("officer1", Password, AdminHouse.Stop)).Session!;
        house.Clock.Advance(TimeSpan.FromMinutes(29));
        Assert.NotNull(await desk.FindAsync(idle.Id, AdminHouse.Stop));
        house.Clock.Advance(TimeSpan.FromMinutes(30));
        Assert.Null(await desk.FindAsync(idle.Id, AdminHouse.Stop));
        var busy = (await desk.BeginAsync("officer1", Password, AdminHouse.Stop)).Session!;
        for (var i = 0; i < 35; i++)
        {
            house.Clock.Advance(TimeSpan.FromMinutes(20));
            Assert.NotNull(await desk.FindAsync(busy.Id, AdminHouse.Stop));
        }

        house.Clock.Advance(TimeSpan.FromMinutes(20));
        Assert.Null(await desk.FindAsync(busy.Id, AdminHouse.Stop));
    }

    [Theory, EachDatabase]
    public async Task A_fourth_session_ends_the_oldest(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var desk = await WithAccountAsync(house);
        var sessions = new List<Session>();
        for (var i = 0; i < 4; i++)
        {
            sessions.Add((await desk.BeginAsync("officer1", Password, AdminHouse.Stop)).Session!);
            house.Clock.Advance(TimeSpan.FromSeconds(10));
        }

        Assert.Null(await desk.FindAsync(sessions[0].Id, AdminHouse.Stop));
        foreach (var session in sessions[1..])
        {
            Assert.NotNull(await desk.FindAsync(session.Id, AdminHouse.Stop));
        }
    }

    [Theory, EachDatabase]
    public async Task A_code_counts_once_also_when_it_is_sent_twice_at_once(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var secret = SecondFactor.NewSecret();
        var desk = await WithAccountAsync(house, secret);
        var (one, two) = ((await desk.BeginAsync("officer1", Password, AdminHouse.Stop)).Session!, (await desk.BeginAsync("officer1", Password, AdminHouse.Stop)).Session!);
        Assert.True(one.IsWaiting);
        var code = new Totp(Base32Encoding.ToBytes(secret)).ComputeTotp(house.Clock.GetUtcNow().UtcDateTime);
        var outcomes = await Task.WhenAll(desk.ProveAsync(one, code, AdminHouse.Stop), desk.ProveAsync(two, code, AdminHouse.Stop));
        Assert.Single(outcomes, o => o.Session is not null);
        Assert.Null((await desk.ProveAsync(two, code, AdminHouse.Stop)).Session);
        house.Clock.Advance(TimeSpan.FromSeconds(30));
        var next = new Totp(Base32Encoding.ToBytes(secret)).ComputeTotp(house.Clock.GetUtcNow().UtcDateTime);
        Assert.NotNull((await desk.ProveAsync(two, next, AdminHouse.Stop)).Session);
    }

    [Theory, EachDatabase]
    public async Task A_session_that_waits_for_its_second_factor_is_nobody(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var desk = await WithAccountAsync(house, SecondFactor.NewSecret());
        var session = (await desk.BeginAsync("officer1", Password, AdminHouse.Stop)).Session!;
        Assert.True(session.IsWaiting);
        Assert.False(session.HasSecondFactor);
    }

    [Theory, EachDatabase]
    public async Task An_approval_with_one_factor_is_refused(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var id = await house.DoAsync(house.Officer1, null, ExemptionPath.Clue(house));
        var act = new AssignVerifiers { People = [house.Officer1.PersonId, house.Officer2.PersonId] };
        Assert.IsType<ActOutcome.Forbidden>(await house.TryAsync(house.UnitHead with { HasSecondFactor = false }, id, act));
        Assert.IsType<ActOutcome.Done>(await house.TryAsync(house.UnitHead, id, act));
    }

    [Theory, EachDatabase]
    public async Task A_one_time_password_must_be_changed_and_runs_out(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var (security, person) = (await house.AdminAsync(PersonRoles.SecurityAdmin), await house.NewcomerAsync());
        var opened = AdminHouse.MustBeDone(await house.Security().OpenAccountAsync(security, house.Bureau.Id, person, "new.person", AdminHouse.Stop));
        var desk = house.Services.GetRequiredService<SignInDesk>();
        var session = (await desk.BeginAsync("new.person", opened.Secret!, AdminHouse.Stop)).Session!;
        Assert.True(await desk.MustChangePasswordAsync(session, AdminHouse.Stop));
        Assert.Equal("wanted", (await desk.ChangePasswordAsync(session, opened.Secret!, "short", AdminHouse.Stop))!.Value.Field);
        Assert.Equal("wanted", (await desk.ChangePasswordAsync(session, opened.Secret!, opened.Secret!, AdminHouse.Stop))!.Value.Field);
        Assert.Equal("present", (await desk.ChangePasswordAsync(session, "wrong", Password, AdminHouse.Stop))!.Value.Field);
        Assert.Null(await desk.ChangePasswordAsync(session, opened.Secret!, Password, AdminHouse.Stop));
        Assert.False(await desk.MustChangePasswordAsync(session, AdminHouse.Stop));
        Assert.False((await desk.FindAsync(session.Id, AdminHouse.Stop))!.HasSecondFactor);
        Assert.Null((await desk.BeginAsync("new.person", opened.Secret!, AdminHouse.Stop)).Session);
        var again = AdminHouse.MustBeDone(await house.Security().ResetPasswordAsync(security, house.Bureau.Id, person, AdminHouse.Stop));
        Assert.Null(await desk.FindAsync(session.Id, AdminHouse.Stop));
        house.Clock.Advance(SecurityDesk.OneTimeLife + TimeSpan.FromMinutes(1));
        Assert.Null((await desk.BeginAsync("new.person", again.Secret!, AdminHouse.Stop)).Session);
    }

    [Theory, EachDatabase]
    public async Task A_locked_account_is_out_at_once_and_cannot_sign_in(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var desk = await WithAccountAsync(house);
        var security = await house.AdminAsync(PersonRoles.SecurityAdmin);
        var session = (await desk.BeginAsync("officer1", Password, AdminHouse.Stop)).Session!;
        Assert.NotNull(await desk.FindAsync(session.Id, AdminHouse.Stop));
        AdminHouse.MustBeDone(await house.Security().LockAsync(security, house.Bureau.Id, house.Officer1.PersonId, AdminHouse.Stop));
        Assert.Null(await desk.FindAsync(session.Id, AdminHouse.Stop));
        Assert.Null((await desk.BeginAsync("officer1", Password, AdminHouse.Stop)).Session);
        AdminHouse.MustBeDone(await house.Security().UnlockAsync(security, house.Bureau.Id, house.Officer1.PersonId, AdminHouse.Stop));
        Assert.NotNull((await desk.BeginAsync("officer1", Password, AdminHouse.Stop)).Session);
    }

    private static async Task<SignInDesk> WithAccountAsync(TestHouse house, string? secret = null)
    {
        var account = new Account(Guid.CreateVersion7(), "officer1");
        account.PasswordHash = Passwords.Hash(account, Password);
        if (secret is not null)
        {
            house.Services.GetRequiredService<SecondFactor>().Enrol(account, secret);
        }

        await using (var db = house.Db(Access.WholeBureau(house.Bureau.Id)))
        {
            db.Add(account);
            await db.SaveChangesAsync(AdminHouse.Stop);
            await db.Set<Person>().Where(p => p.Id == house.Officer1.PersonId).ExecuteUpdateAsync(p => p.SetProperty(x => x.AccountId, account.Id), AdminHouse.Stop);
        }

        return house.Services.GetRequiredService<SignInDesk>();
    }
}
