using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Heng.Platform.People;
using Heng.Platform.SignIn;
using Heng.Platform.Storage;
using Heng.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Change = Heng.Platform.Administration.AdminOffice.Change;

namespace Heng.Platform.Administration;

/// <summary>Security administrator's desk (安全管理): roles, accounts, locks, second factors, sessions.</summary>
/// <param name="office">Makes the changes.</param>
/// <param name="sessions">Forgets ended sessions.</param>
public sealed partial class SecurityDesk(AdminOffice office, SignInDesk sessions)
{
    /// <summary>How long a one-time password can be used.</summary>
    public static readonly TimeSpan OneTimeLife = TimeSpan.FromHours(72);
    private const PersonRoles Mine = PersonRoles.SecurityAdmin;
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <summary>Whether a text can be a sign-in name.</summary>
    /// <param name="name">The text.</param>
    public static bool IsSignInName(string name) => SignInName().IsMatch(name);

    /// <summary>What stands against roles in one hand at one time; null when nothing does.</summary>
    /// <param name="roles">The roles.</param>
    public static string? ConflictOf(PersonRoles roles)
    {
        var administrators = roles & RoleNames.Administrators;
        return System.Numerics.BitOperations.PopCount((uint)administrators) > 1 ? $"三员分立：一人不能同时担任{RoleNames.NamesOf(administrators, "和")}。"
            : administrators != 0 && roles != administrators ? $"管理员不能兼任执法岗位：{RoleNames.NamesOf(administrators)}与{RoleNames.NamesOf(roles & ~administrators)}冲突。"
            : null;
    }

    /// <summary>Grants a role from a day until a day.</summary>
    /// <param name="me">Who.</param>
    /// <param name="bureauId">The bureau.</param>
    /// <param name="personId">The person.</param>
    /// <param name="role">Code of the role.</param>
    /// <param name="from">First day.</param>
    /// <param name="until">Last day; null while it lasts.</param>
    /// <param name="stop">Stops the work.</param>
    public Task<AdminOutcome> GrantRoleAsync(CurrentPerson me, Guid bureauId, Guid personId, string? role, DateOnly? from, DateOnly? until, CancellationToken stop)
        => office.ChangeAsync(me, Mine, bureauId, async (db, _) =>
        {
            if (await PersonAsync(db, personId, stop) is not { } person)
            {
                return Change.NotFound;
            }

            if (RoleNames.Parse(role ?? "") is not (not PersonRoles.None and var single))
            {
                return Change.Wrong("role", "请选择角色。");
            }

            if (from is not { } first || until < first)
            {
                return Change.Wrong("from", "请填写起期，止期不早于起期。");
            }

            if (await IsMyselfAsync(db, me, person, stop))
            {
                return Change.Wrong("role", "不能更改自己的角色；请由另一名安全管理员办理。");
            }

            var grant = new RoleGrant(bureauId, Guid.CreateVersion7(), personId, role!, first, until);
            if (ConflictIn([.. (await HandsAsync(db, person, stop)).SelectMany(p => p.Grants), grant]) is { } conflict)
            {
                return Change.Wrong("role", conflict);
            }

            db.Add(grant);
            return Change.Made(grant.Id, "role.granted", $"{person.Name}：{RoleNames.NamesOf(single)}", null, new { grant.Role, grant.From, grant.Until });
        }, stop);

    /// <summary>Records an impact assessment or an audit of personal data.</summary>
    /// <param name="me">Who.</param>
    /// <param name="bureauId">The bureau.</param>
    /// <param name="form">What was reviewed and found.</param>
    /// <param name="stop">Stops the work.</param>
    public Task<AdminOutcome> RecordReviewAsync(CurrentPerson me, Guid bureauId, PrivacyReviewForm form, CancellationToken stop)
        => office.ChangeAsync(me, Mine, bureauId, (db, _) =>
        {
            ArgumentNullException.ThrowIfNull(form);
            var (scope, findings, measures) = (form.Scope?.Trim() ?? "", form.Findings?.Trim() ?? "", form.Measures?.Trim() ?? "");
            var problems = new List<Shell.Kit.FieldProblem>();
            void Ask(bool isWrong, string field, string says)
            {
                if (isWrong)
                {
                    problems.Add(new(field, says));
                }
            }

            Ask(PrivacyReview.NameOf(form.Kind) is null, "kind", "请选择评估或者审计。");
            Ask(form.On is not { } day || day > office.Today, "on", "请填写完成日期，不晚于今天。");
            Ask(scope.Length is < 4 or > 500, "scope", "请写明评估、审计的范围，4 至 500 个字。");
            Ask(findings.Length is < 4 or > 4000, "findings", "请写明结论，4 至 4000 个字。");
            Ask(measures.Length is < 1 or > 4000, "measures", "请写明处理措施；没有的写“无”。");
            if (problems.Count > 0)
            {
                return Task.FromResult(Change.Wrong([.. problems]));
            }

            var review = new PrivacyReview(bureauId, Guid.CreateVersion7(), form.Kind!, form.On!.Value, scope, findings, measures, PersonalDataCatalogue.Hash, me.Name, office.Now);
            db.Add(review);
            return Task.FromResult(Change.Made(review.Id, "privacy.reviewed", $"{PrivacyReview.NameOf(review.Kind)} {review.On:yyyy-MM-dd}", null, new { review.Scope, review.Findings, review.Measures, review.Catalogue }));
        }, stop);

    /// <summary>Sets the last day of a role.</summary>
    /// <param name="me">Who.</param>
    /// <param name="bureauId">The bureau.</param>
    /// <param name="id">The grant.</param>
    /// <param name="until">Last day.</param>
    /// <param name="stop">Stops the work.</param>
    public Task<AdminOutcome> EndRoleAsync(CurrentPerson me, Guid bureauId, Guid id, DateOnly? until, CancellationToken stop)
        => office.ChangeAsync(me, Mine, bureauId, async (db, _) =>
        {
            if (await db.Set<RoleGrant>().FirstOrDefaultAsync(g => g.Id == id, stop) is not { } grant || await PersonAsync(db, grant.PersonId, stop) is not { } person)
            {
                return Change.NotFound;
            }

            if (until is not { } last)
            {
                return Change.Wrong("until", "请填写最后一天。");
            }

            if (await IsMyselfAsync(db, me, person, stop))
            {
                return Change.Wrong("until", "不能更改自己的角色；请由另一名安全管理员办理。");
            }

            var before = grant.Until;
            grant.Until = last;
            return ConflictIn([.. (await HandsAsync(db, person, stop)).SelectMany(p => p.Grants)]) is { } conflict
                ? Change.Wrong("until", conflict)
                : Change.Made(id, "role.ended", $"{person.Name}：{RoleNames.NamesOf(RoleNames.Parse(grant.Role))}", new { grant.Role, Until = before }, new { grant.Role, grant.Until });
        }, stop);

    /// <summary>Gives a person an account with a one-time password, or ties him to an account that exists.</summary>
    /// <param name="me">Who.</param>
    /// <param name="bureauId">The bureau.</param>
    /// <param name="personId">The person.</param>
    /// <param name="name">Sign-in name.</param>
    /// <param name="stop">Stops the work.</param>
    public Task<AdminOutcome> OpenAccountAsync(CurrentPerson me, Guid bureauId, Guid personId, string? name, CancellationToken stop)
        => office.ChangeAsync(me, Mine, bureauId, async (db, _) =>
        {
            var known = name?.Trim().ToLowerInvariant() ?? "";
            if (await PersonAsync(db, personId, stop) is not { } person)
            {
                return Change.NotFound;
            }

            if (!SignInName().IsMatch(known))
            {
                return Change.Wrong("account", "账号为 3 至 40 个小写字母、数字、点或者连字符，以字母开头。");
            }

            if (person.AccountId is not null)
            {
                return Change.Wrong("account", "这名人员已有账号。");
            }

            if (await db.Set<Account>().FirstOrDefaultAsync(a => a.Name == known, stop) is { } existing)
            {
                // One person, one account, posts in several bureaus: only where every post is ours to administer.
                if (!await IsOursAsync(db, me, existing.Id, stop))
                {
                    return Change.Wrong("account", "这个账号已被使用，请换一个。");
                }

                var hands = await db.AcrossBureaus<Person>().Include(p => p.Grants).Where(p => p.AccountId == existing.Id).ToListAsync(stop);
                if (ConflictIn([.. hands.SelectMany(p => p.Grants), .. person.Grants]) is { } conflict)
                {
                    return Change.Wrong("account", conflict);
                }

                person.AccountId = existing.Id;
                return Change.Made(existing.Id, "account.tied", person.Name, null, new { Account = known });
            }

            var account = new Account(Guid.CreateVersion7(), known);
            var secret = GiveOneTimePassword(account);
            db.Add(account);
            person.AccountId = account.Id;
            return Change.Made(account.Id, "account.opened", person.Name, null, new { Account = known }, secret);
        }, stop);

    /// <summary>Gives an account a new one-time password and ends its sessions.</summary>
    /// <param name="me">Who.</param>
    /// <param name="bureauId">The bureau.</param>
    /// <param name="personId">The person.</param>
    /// <param name="stop">Stops the work.</param>
    public Task<AdminOutcome> ResetPasswordAsync(CurrentPerson me, Guid bureauId, Guid personId, CancellationToken stop)
        => OfAccountAsync(me, bureauId, personId, "account.password-reset", account => GiveOneTimePassword(account), stop);

    /// <summary>Takes the second factor from an account, which must be enrolled again.</summary>
    /// <param name="me">Who.</param>
    /// <param name="bureauId">The bureau.</param>
    /// <param name="personId">The person.</param>
    /// <param name="stop">Stops the work.</param>
    public Task<AdminOutcome> ResetSecondFactorAsync(CurrentPerson me, Guid bureauId, Guid personId, CancellationToken stop)
        => OfAccountAsync(me, bureauId, personId, "account.second-factor-reset", account =>
        {
            (account.SecondFactor, account.SecondFactorStep) = (null, 0);
            return null;
        }, stop);

    /// <summary>Locks an account until it is unlocked.</summary>
    /// <param name="me">Who.</param>
    /// <param name="bureauId">The bureau.</param>
    /// <param name="personId">The person.</param>
    /// <param name="stop">Stops the work.</param>
    public Task<AdminOutcome> LockAsync(CurrentPerson me, Guid bureauId, Guid personId, CancellationToken stop)
        => OfAccountAsync(me, bureauId, personId, "account.locked", account =>
        {
            account.IsLocked = true;
            return null;
        }, stop);

    /// <summary>Unlocks an account, also after too many failures.</summary>
    /// <param name="me">Who.</param>
    /// <param name="bureauId">The bureau.</param>
    /// <param name="personId">The person.</param>
    /// <param name="stop">Stops the work.</param>
    public Task<AdminOutcome> UnlockAsync(CurrentPerson me, Guid bureauId, Guid personId, CancellationToken stop)
        => OfAccountAsync(me, bureauId, personId, "account.unlocked", account =>
        {
            (account.IsLocked, account.LockedUntil, account.Failures) = (false, null, 0);
            return null;
        }, stop);

    /// <summary>Ends every session of an account.</summary>
    /// <param name="me">Who.</param>
    /// <param name="bureauId">The bureau.</param>
    /// <param name="personId">The person.</param>
    /// <param name="stop">Stops the work.</param>
    public Task<AdminOutcome> EndSessionsAsync(CurrentPerson me, Guid bureauId, Guid personId, CancellationToken stop)
        => OfAccountAsync(me, bureauId, personId, "account.sessions-ended", _ => null, stop);

    private async Task<AdminOutcome> OfAccountAsync(CurrentPerson me, Guid bureauId, Guid personId, string code, Func<Account, string?> change, CancellationToken stop)
    {
        var outcome = await office.ChangeAsync(me, Mine, bureauId, async (db, _) =>
        {
            if (await PersonAsync(db, personId, stop) is not { AccountId: { } accountId } person)
            {
                return Change.NotFound;
            }

            if (await IsMyselfAsync(db, me, person, stop))
            {
                return Change.Wrong("account", "不能这样更改自己的账号；请由另一名安全管理员办理。");
            }

            if (!await IsOursAsync(db, me, accountId, stop))
            {
                return Change.Wrong("account", "这个账号在上级或者其他单位也有岗位，请由能够管理全部岗位的安全管理员办理。");
            }

            var account = await db.Set<Account>().FirstAsync(a => a.Id == accountId, stop);
            var before = Told(account);
            var secret = change(account);
            var ended = code == "account.unlocked" ? 0 : await EndAllAsync(db, accountId, stop);
            return Change.Made(accountId, code, person.Name, before, new { Account = Told(account), SessionsEnded = ended }, secret);
        }, stop);
        sessions.Forget();
        return outcome;

        static object Told(Account a) => new { a.Name, a.IsLocked, HasSecondFactor = a.SecondFactor is not null, OneTime = a.OneTimeUntil is not null };
    }

    private Task<int> EndAllAsync(HengDb db, Guid accountId, CancellationToken stop)
    {
        var now = office.Now;
        return db.Set<Session>().Where(s => s.AccountId == accountId && s.EndedAt == null).ExecuteUpdateAsync(s => s.SetProperty(x => x.EndedAt, now), stop);
    }

    private string GiveOneTimePassword(Account account)
    {
        var secret = string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Letters, 4)));
        account.PasswordHash = Passwords.Hash(account, secret);
        (account.OneTimeUntil, account.Failures, account.LockedUntil) = (office.Now + OneTimeLife, 0, null);
        return secret;
    }

    private static Task<Person?> PersonAsync(HengDb db, Guid id, CancellationToken stop) => db.Set<Person>().Include(p => p.Grants).FirstOrDefaultAsync(p => p.Id == id, stop);

    /// <summary>Every person that the same account is: a conflict does not go away because the second role is held in another bureau.</summary>
    private static async Task<IReadOnlyList<Person>> HandsAsync(HengDb db, Person person, CancellationToken stop)
        => person.AccountId is { } account ? await db.AcrossBureaus<Person>().Include(p => p.Grants).Where(p => p.AccountId == account).ToListAsync(stop) : [person];

    private static async Task<bool> IsMyselfAsync(HengDb db, CurrentPerson me, Person person, CancellationToken stop)
        => person.Id == me.PersonId || (person.AccountId is { } account && await db.AcrossBureaus<Person>().AnyAsync(p => p.AccountId == account && p.Id == me.PersonId, stop));

    /// <summary>Whether every post of an account lies in a bureau that the person administers.</summary>
    private static async Task<bool> IsOursAsync(HengDb db, CurrentPerson me, Guid accountId, CancellationToken stop)
    {
        var mine = await db.Set<Bureau>().Where(b => b.Id == me.BureauId).Select(b => b.Path).SingleAsync(stop);
        var bureaus = await db.AcrossBureaus<Person>().Where(p => p.AccountId == accountId).Select(p => p.BureauId).Distinct().ToArrayAsync(stop);
        return await db.Set<Bureau>().CountAsync(b => bureaus.Contains(b.Id) && b.Path.StartsWith(mine), stop) == bureaus.Length;
    }

    /// <summary>A conflict on any day on which the grants stand together.</summary>
    private static string? ConflictIn(IReadOnlyList<RoleGrant> grants)
        => grants.Select(g => g.From).Distinct().Select(day => ConflictOf(grants.Where(g => g.HoldsOn(day)).Aggregate(PersonRoles.None, (all, g) => all | RoleNames.Parse(g.Role)))).FirstOrDefault(c => c is not null);

    [GeneratedRegex("^[a-z][a-z0-9.-]{2,39}$")]
    private static partial Regex SignInName();
}
