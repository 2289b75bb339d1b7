using System.Security.Cryptography;
using System.Text;
using Heng.Platform.People;
using Heng.Platform.Record;
using Heng.Platform.Shell.Kit;
using Heng.Platform.SignIn;
using Heng.Platform.Storage;
using Heng.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Heng.Platform.Administration;

/// <summary>One of the three first administrators (首批管理员), as entered.</summary>
public sealed class FirstAdministrator
{
    public string? Name { get; set; }

    public string? Account { get; set; }

    public string? Password { get; set; }

    /// <summary>The secret of the second factor, in base 32.</summary>
    public string Secret { get; set; } = "";

    public string? Code { get; set; }
}

/// <summary>Set-up desk (初始设置): makes the first bureau and its three administrators, once, for whoever holds the one-time token.</summary>
/// <param name="factory">Makes contexts.</param>
/// <param name="gate">Lets one writer in on SQLite.</param>
/// <param name="factor">The second factor.</param>
/// <param name="policy">The limits.</param>
/// <param name="time">The clock.</param>
public sealed class SetUpDesk(IHengDbFactory factory, WriteGate gate, SecondFactor factor, SignInPolicy policy, TimeProvider time)
{
    /// <summary>The three roles, in the order of the form.</summary>
    public static IReadOnlyList<PersonRoles> Roles { get; } = [PersonRoles.SystemAdmin, PersonRoles.SecurityAdmin, PersonRoles.AuditAdmin];

    /// <summary>Makes a token for an installation that has no administrator yet; an earlier token no longer counts.</summary>
    /// <param name="stop">Stops the work.</param>
    /// <returns>The token; null when the installation is set up already.</returns>
    public async Task<string?> OfferAsync(CancellationToken stop = default)
    {
        using var turn = await gate.EnterAsync(stop);
        await using var db = factory.Create(Access.None);
        var installation = await db.Set<Installation>().SingleOrDefaultAsync(stop);
        if (installation is { SetUpToken: null } || await db.Set<Bureau>().AnyAsync(stop))
        {
            return null;
        }

        if (installation is null)
        {
            installation = new Installation(Guid.CreateVersion7(), isPractice: false, time.UtcInstant());
            db.Add(installation);
        }

        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        installation.SetUpToken = HashOf(token);
        await db.SaveChangesAsync(stop);
        return token;
    }

    /// <summary>Whether a token is waited for.</summary>
    /// <param name="stop">Stops the work.</param>
    public async Task<bool> IsOpenAsync(CancellationToken stop = default)
    {
        await using var db = factory.Create(Access.None);
        return await db.Set<Installation>().AnyAsync(i => i.SetUpToken != null, stop);
    }

    /// <summary>Sets up, or says what is wrong; the token is used up by success only.</summary>
    /// <param name="token">The token.</param>
    /// <param name="form">The bureau.</param>
    /// <param name="unitName">Name of the unit in which the administrators are.</param>
    /// <param name="three">The administrators, in the order of <see cref="Roles"/>.</param>
    /// <param name="stop">Stops the work.</param>
    public async Task<IReadOnlyList<FieldProblem>> SetUpAsync(string? token, BureauForm form, string? unitName, IReadOnlyList<FirstAdministrator> three, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(three);
        using var turn = await gate.EnterAsync(stop);
        await using var db = factory.Create(Access.None);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var given = HashOf(token?.Trim() ?? "");
        // The token is taken in one statement, so that of two at once only one succeeds.
        if (await db.Set<Installation>().Where(i => i.SetUpToken == given).ExecuteUpdateAsync(i => i.SetProperty(x => x.SetUpToken, (string?)null), stop) != 1)
        {
            return [new("token", "设置令牌不正确，或者已经用过。")];
        }

        var problems = new List<FieldProblem>(SystemDesk.ProblemsOf(form, null));
        if (string.IsNullOrWhiteSpace(unitName))
        {
            problems.Add(new("unit", "请填写管理员所在的机构。"));
        }

        for (var i = 0; i < Roles.Count; i++)
        {
            var (who, role) = (three[i], RoleNames.NamesOf(Roles[i]));
            if (string.IsNullOrWhiteSpace(who.Name))
            {
                problems.Add(new($"name{i}", $"请填写{role}的姓名。"));
            }

            if (!SecurityDesk.IsSignInName(who.Account?.Trim() ?? "") || three.Count(o => o.Account?.Trim() == who.Account?.Trim()) > 1)
            {
                problems.Add(new($"account{i}", $"{role}的账号为 3 至 40 个小写字母、数字、点或者连字符，以字母开头，三人各不相同。"));
            }

            if (Passwords.FaultOf(who.Password, policy) is { } fault || three.Count(o => o.Password == who.Password) > 1)
            {
                problems.Add(new($"password{i}", $"{role}：{Passwords.FaultOf(who.Password, policy) ?? "三人的密码不能相同。"}"));
            }

            if (!factor.Proves(who.Secret, who.Code))
            {
                problems.Add(new($"code{i}", $"{role}的动态口令不正确，请核对手机时间后再试。"));
            }
        }

        if (three.Select(t => t.Name?.Trim()).Distinct().Count() < three.Count && problems.Count == 0)
        {
            problems.Add(new("name1", "三员分立：三名管理员应当是三个人。"));
        }

        if (problems.Count > 0)
        {
            // Without commit the token is given back.
            return problems;
        }

        await MakeAsync(db, form, unitName!.Trim(), three, stop);
        await transaction.CommitAsync(stop);
        return [];
    }

    private async Task MakeAsync(HengDb db, BureauForm form, string unitName, IReadOnlyList<FirstAdministrator> three, CancellationToken stop)
    {
        var now = time.UtcInstant();
        var today = DateOnly.FromDateTime(now.AddHours(8));
        var bureau = new Bureau(Guid.CreateVersion7(), null, form.Level!.Value, "", "", "", "");
        SystemDesk.Take(bureau, form);
        var unit = new Unit(bureau.Id, Guid.CreateVersion7(), unitName, false);
        db.AddRange(bureau, unit);
        await db.SaveChangesAsync(stop);
        var (profile, itself) = (HashProfile.Find(bureau.HashProfile)!, new SecurityActor(null, "初始设置", ""));
        await SecurityLog.AppendAsync(db, bureau.Id, profile, now, itself, new("bureau.added", bureau.Name, "", AdminOffice.Json(SystemDesk.Told(bureau))), stop);
        for (var i = 0; i < Roles.Count; i++)
        {
            var who = three[i];
            var account = new Account(Guid.CreateVersion7(), who.Account!.Trim());
            account.PasswordHash = Passwords.Hash(account, who.Password!);
            factor.Enrol(account, who.Secret);
            var person = new Person(bureau.Id, Guid.CreateVersion7(), unit.Id, who.Name!.Trim(), account.Id) { Post = RoleNames.NamesOf(Roles[i]), JoinedOn = today };
            db.AddRange(account, person);
            await db.SaveChangesAsync(stop);
            db.Add(new RoleGrant(bureau.Id, Guid.CreateVersion7(), person.Id, RoleNames.CodeOf(Roles[i]), today));
            await SecurityLog.AppendAsync(db, bureau.Id, profile, now, itself, new("role.granted", $"{person.Name}：{RoleNames.NamesOf(Roles[i])}"), stop);
        }
    }

    private static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
