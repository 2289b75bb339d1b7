using System.Collections.Concurrent;
using Heng.Platform.People;
using Heng.Platform.Record;
using Heng.Platform.Storage;
using Heng.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Heng.Platform.SignIn;

/// <summary>A post (岗位) that an account may take: a person of a bureau.</summary>
/// <param name="BureauId">The bureau.</param>
/// <param name="PersonId">The person.</param>
/// <param name="Label">Bureau, unit, name and roles.</param>
/// <param name="Account">Sign-in name.</param>
public sealed record Post(Guid BureauId, Guid PersonId, string Label, string Account)
{
    /// <summary>Name of the bureau.</summary>
    public string Bureau { get; init; } = "";

    /// <summary>Name of the unit.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Name of the person.</summary>
    public string Name { get; init; } = "";

    /// <summary>The roles held today.</summary>
    public PersonRoles Roles { get; init; }
}

/// <summary>What became of an attempt to sign in.</summary>
/// <param name="Session">The session; null when it was refused.</param>
/// <param name="Says">Why it was refused, in Chinese.</param>
public sealed record SignInOutcome(Session? Session, string? Says);

/// <summary>Sign-in desk (登录台): proves who someone is, keeps the sessions, says in which post he acts.</summary>
/// <param name="factory">Makes contexts.</param>
/// <param name="gate">Lets one writer in on SQLite.</param>
/// <param name="factor">The second factor.</param>
/// <param name="directory">The people of a bureau.</param>
/// <param name="policy">The limits.</param>
/// <param name="time">The clock.</param>
public sealed class SignInDesk(IHengDbFactory factory, WriteGate gate, SecondFactor factor, PeopleDirectory directory, SignInPolicy policy, TimeProvider time)
{
    private const string WrongPair = "账号或者密码不正确。";
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<Guid, (Session Session, long At)> kept = new();
    private bool? practice;
    private int unknownNames;
    private long? unknownAt;

    /// <summary>Whether the data are practice data.</summary>
    /// <param name="stop">Stops the work.</param>
    public async ValueTask<bool> IsPracticeAsync(CancellationToken stop = default)
    {
        if (practice is null)
        {
            await using var db = factory.Create(Access.None);
            practice = await db.Set<Installation>().Select(i => (bool?)i.IsPractice).SingleOrDefaultAsync(stop);
        }

        return practice == true;
    }

    /// <summary>Proves the first factor.</summary>
    /// <param name="name">Sign-in name.</param>
    /// <param name="password">Password.</param>
    /// <param name="stop">Stops the work.</param>
    public async Task<SignInOutcome> BeginAsync(string name, string password, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        var known = name.Trim().ToLowerInvariant();
        return await ChangeAsync(a => a.Name == known, (account, _) => Passwords.Match(account, password) ? null : WrongPair, stop);
    }

    /// <summary>Chooses a practice account; refused when the data are real.</summary>
    /// <param name="name">Sign-in name.</param>
    /// <param name="stop">Stops the work.</param>
    public async Task<SignInOutcome> BeginPracticeAsync(string name, CancellationToken stop = default)
        => await IsPracticeAsync(stop) ? await ChangeAsync(a => a.Name == name, (account, _) => account is null ? WrongPair : null, stop) : new(null, "只有演练数据可以这样登录。");

    /// <summary>Proves the second factor of a session that waits for it.</summary>
    /// <param name="session">The session.</param>
    /// <param name="code">The code.</param>
    /// <param name="stop">Stops the work.</param>
    public async Task<SignInOutcome> ProveAsync(Session session, string? code, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        return await ChangeAsync(a => a.Id == session.AccountId, (account, _) => account is not null && factor.Accept(account, code) ? null : "动态口令不正确，或者已经用过；请等下一个口令。", stop, session);
    }

    /// <summary>The present code of a practice account; null when the data are real.</summary>
    /// <param name="session">The session.</param>
    /// <param name="stop">Stops the work.</param>
    public async Task<string?> PracticeCodeAsync(Session session, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        if (!await IsPracticeAsync(stop))
        {
            return null;
        }

        await using var db = factory.Create(Access.None);
        return await db.Set<Account>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == session.AccountId, stop) is { } account ? factor.PresentCode(account) : null;
    }

    /// <summary>Signs in as a practice account with both factors at once, to change the post quickly; refused when the data are real.</summary>
    /// <param name="name">Sign-in name.</param>
    /// <param name="stop">Stops the work.</param>
    public async Task<SignInOutcome> SwitchPracticeAsync(string name, CancellationToken stop = default)
    {
        var begun = await BeginPracticeAsync(name, stop);
        return begun.Session is not { IsWaiting: true } session ? begun : await ChangeAsync(a => a.Id == session.AccountId, (account, _) => account is null ? WrongPair : null, stop, session);
    }

    /// <summary>Moves the practice clock forward; sessions and locks move with it, so that nobody is signed out by it.</summary>
    /// <param name="clock">The clock.</param>
    /// <param name="days">Days, at least one.</param>
    /// <param name="stop">Stops the work.</param>
    /// <returns>Whether it was moved; never when the data are real.</returns>
    public async Task<bool> MovePracticeClockAsync(PracticeClock clock, int days, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(clock);
        if (days < 1 || !await IsPracticeAsync(stop))
        {
            return false;
        }

        using var turn = await gate.EnterAsync(stop);
        await using var db = factory.Create(Access.None);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var installation = await db.Set<Installation>().SingleAsync(stop);
        installation.PracticeDays += days;
        foreach (var session in await db.Set<Session>().Where(s => s.EndedAt == null).ToListAsync(stop))
        {
            session.Move(TimeSpan.FromDays(days));
        }

        foreach (var account in await db.Set<Account>().Where(a => a.LockedUntil != null).ToListAsync(stop))
        {
            account.LockedUntil += TimeSpan.FromDays(days);
        }

        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        clock.Follow(installation);
        kept.Clear();
        return true;
    }

    /// <summary>Gives the account of a session a second factor, which also counts as proved.</summary>
    /// <param name="session">The session.</param>
    /// <param name="secret">The secret, in base 32.</param>
    /// <param name="code">The code that shows that the authenticator knows it.</param>
    /// <param name="stop">Stops the work.</param>
    public async Task<bool> EnrolAsync(Session session, string secret, string? code, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        if (!factor.Proves(secret, code))
        {
            return false;
        }

        using var turn = await gate.EnterAsync(stop);
        await using var db = factory.Create(Access.None);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var account = await db.Set<Account>().FirstAsync(a => a.Id == session.AccountId, stop);
        factor.Enrol(account, secret);
        (await db.Set<Session>().FirstAsync(s => s.Id == session.Id, stop)).HasSecondFactor = true;
        await db.SaveChangesAsync(stop);
        await LogAsync(db, account, "second-factor.enrolled", stop);
        await transaction.CommitAsync(stop);
        kept.TryRemove(session.Id, out _);
        return true;
    }

    /// <summary>Whether the account of a session still has a one-time password, which must be changed before a post is taken.</summary>
    /// <param name="session">The session.</param>
    /// <param name="stop">Stops the work.</param>
    public async Task<bool> MustChangePasswordAsync(Session session, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        await using var db = factory.Create(Access.None);
        return await db.Set<Account>().AnyAsync(a => a.Id == session.AccountId && a.OneTimeUntil != null, stop);
    }

    /// <summary>Changes the password of the account of a session; its other sessions end.</summary>
    /// <param name="session">The session.</param>
    /// <param name="present">The present password.</param>
    /// <param name="wanted">The new one.</param>
    /// <param name="stop">Stops the work.</param>
    /// <returns>What is wrong: the field and the words; null when it is done.</returns>
    public async Task<(string Field, string Says)?> ChangePasswordAsync(Session session, string present, string wanted, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        if (Passwords.FaultOf(wanted, policy) is { } fault)
        {
            return ("wanted", fault);
        }

        if (wanted == present)
        {
            return ("wanted", "新密码不能与现在的密码相同。");
        }

        if (await ChangeAsync(a => a.Id == session.AccountId, (account, _) => Passwords.Match(account, present) ? null : "现在的密码不正确。", stop, session, "password", account =>
        {
            account.PasswordHash = Passwords.Hash(account, wanted);
            account.OneTimeUntil = null;
        }) is { Says: { } says })
        {
            return ("present", says);
        }

        return null;
    }

    /// <summary>Forgets the sessions that are kept, after an administrator ended some.</summary>
    public void Forget() => kept.Clear();

    /// <summary>The living session with an id, or null; using it keeps it alive.</summary>
    /// <param name="id">The id.</param>
    /// <param name="stop">Stops the work.</param>
    public async ValueTask<Session?> FindAsync(Guid id, CancellationToken stop = default)
    {
        var now = time.UtcInstant();
        if (!kept.TryGetValue(id, out var found) || time.GetElapsedTime(found.At) >= patience)
        {
            await using var db = factory.Create(Access.None);
            if (await db.Set<Session>().AsNoTracking().FirstOrDefaultAsync(s => s.Id == id, stop) is not { } session)
            {
                return null;
            }

            if (IsAlive(session, now) && now - session.SeenAt > TimeSpan.FromMinutes(1))
            {
                using var turn = await gate.EnterAsync(stop);
                await db.Set<Session>().Where(s => s.Id == id).ExecuteUpdateAsync(s => s.SetProperty(x => x.SeenAt, now), stop);
                session = await db.Set<Session>().AsNoTracking().FirstAsync(s => s.Id == id, stop);
            }

            found = (session, time.GetTimestamp());
            kept[id] = found;
        }

        return IsAlive(found.Session, now) ? found.Session : null;
    }

    /// <summary>A session that ran out by time alone, within the last day; null while it lives, and when someone ended it or locked its account.</summary>
    /// <param name="id">The id.</param>
    /// <param name="stop">Stops the work.</param>
    public async Task<Session?> FindRanOutAsync(Guid id, CancellationToken stop = default)
    {
        var now = time.UtcInstant();
        await using var db = factory.Create(Access.None);
        return await db.Set<Session>().AsNoTracking().FirstOrDefaultAsync(s => s.Id == id && s.EndedAt == null && !s.IsWaiting && db.Set<Account>().Any(a => a.Id == s.AccountId && !a.IsLocked), stop) is { } session
            && !IsAlive(session, now) && now < session.SeenAt + policy.Idle + TimeSpan.FromDays(1) ? session : null;
    }

    /// <summary>Ends a session.</summary>
    /// <param name="id">The id.</param>
    /// <param name="stop">Stops the work.</param>
    public async Task EndAsync(Guid id, CancellationToken stop = default)
    {
        var now = time.UtcInstant();
        using var turn = await gate.EnterAsync(stop);
        await using var db = factory.Create(Access.None);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (await db.Set<Session>().Where(s => s.Id == id && s.EndedAt == null).ExecuteUpdateAsync(s => s.SetProperty(x => x.EndedAt, now), stop) > 0)
        {
            var account = await db.Set<Account>().Where(a => db.Set<Session>().Any(s => s.Id == id && s.AccountId == a.Id)).SingleAsync(stop);
            await LogAsync(db, account, "sign-out", stop);
        }

        await transaction.CommitAsync(stop);
        kept.TryRemove(id, out _);
    }

    /// <summary>The posts of the account of a session.</summary>
    /// <param name="session">The session.</param>
    /// <param name="stop">Stops the work.</param>
    public Task<IReadOnlyList<Post>> PostsAsync(Session session, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        return PostsOfAsync(p => p.AccountId == session.AccountId, stop);
    }

    /// <summary>Every practice account; none when the data are real.</summary>
    /// <param name="stop">Stops the work.</param>
    public async Task<IReadOnlyList<Post>> PracticePostsAsync(CancellationToken stop = default)
        => await IsPracticeAsync(stop) ? await PostsOfAsync(p => p.AccountId != null, stop) : [];

    /// <summary>The person that a session is in a post; null when the post is not the account's, or is left.</summary>
    /// <param name="session">The session.</param>
    /// <param name="bureauId">The bureau of the post.</param>
    /// <param name="personId">The person of the post.</param>
    /// <param name="stop">Stops the work.</param>
    public async ValueTask<CurrentPerson?> PersonAsync(Session session, Guid bureauId, Guid personId, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        var house = await directory.OfAsync(bureauId, stop);
        var today = DateOnly.FromDateTime(time.UtcInstant().AddHours(8));
        return house.People.FirstOrDefault(p => p.Id == personId && p.AccountId == session.AccountId) is { } person
            ? new CurrentPerson(session.AccountId, person.Id, bureauId, person.UnitId, person.Name, person.RolesOn(today), session.HasSecondFactor)
            : null;
    }

    private bool IsAlive(Session session, DateTime now) => session.EndedAt is null && now < session.EndsAt && now < session.SeenAt + policy.Idle;

    private async Task<IReadOnlyList<Post>> PostsOfAsync(System.Linq.Expressions.Expression<Func<Person, bool>> which, CancellationToken stop)
    {
        await using var db = factory.Create(Access.None);
        var today = DateOnly.FromDateTime(time.UtcInstant().AddHours(8));
        var people = await db.AcrossBureaus<Person>().AsNoTracking().Include(p => p.Grants).Where(p => p.LeftOn == null).Where(which).OrderBy(p => p.BureauId).ThenBy(p => p.UnitId).ThenBy(p => p.Id).Take(500).ToListAsync(stop);
        var bureauIds = people.Select(p => p.BureauId).Distinct().ToArray();
        var accountIds = people.Select(p => p.AccountId).Distinct().ToArray();
        var bureaus = await db.Set<Bureau>().AsNoTracking().Where(b => bureauIds.Contains(b.Id)).ToDictionaryAsync(b => b.Id, b => b.Name, stop);
        var units = await db.AcrossBureaus<Unit>().AsNoTracking().Where(u => bureauIds.Contains(u.BureauId)).ToDictionaryAsync(u => (u.BureauId, u.Id), u => u.Name, stop);
        var accounts = await db.Set<Account>().AsNoTracking().Where(a => accountIds.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, stop);
        return [.. people.Select(PostOf)];

        Post PostOf(Person p)
        {
            var (bureau, unit, roles) = (bureaus[p.BureauId], units[(p.BureauId, p.UnitId)], p.RolesOn(today));
            return new Post(p.BureauId, p.Id, $"{bureau} · {unit} · {p.Name}（{RoleNames.NamesOf(roles)}）", accounts[p.AccountId!.Value]) { Bureau = bureau, Unit = unit, Name = p.Name, Roles = roles };
        }
    }

    /// <summary>Checks an account and counts the failures; proves a waiting session, begins a new one, or changes the account of a living one.</summary>
    private async Task<SignInOutcome> ChangeAsync(System.Linq.Expressions.Expression<Func<Account, bool>> which, Func<Account?, DateTime, string?> refusal, CancellationToken stop, Session? living = null, string? code = null, Action<Account>? change = null)
    {
        code ??= living is null ? "sign-in" : "second-factor";
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryAsync(which, refusal, living, code, change, stop);
            }
            catch (DbUpdateException fault) when (attempt < 4 && LostRace.Explains(fault))
            {
                // Two attempts at once: the second looks again, so that a code counts once and no failure is forgotten.
            }
        }
    }

    private async Task<SignInOutcome> TryAsync(System.Linq.Expressions.Expression<Func<Account, bool>> which, Func<Account?, DateTime, string?> refusal, Session? living, string code, Action<Account>? change, CancellationToken stop)
    {
        var now = time.UtcInstant();
        using var turn = await gate.EnterAsync(stop);
        await using var db = factory.Create(Access.None);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var account = await db.Set<Account>().FirstOrDefaultAsync(which, stop);
        if (account?.LockedUntil > now)
        {
            return new(null, $"连续失败次数过多，请在 {policy.Lock.TotalMinutes:0} 分钟后再试，或者联系安全管理员。");
        }

        var says = refusal(account, now);
        // What follows is told only to someone who knows the password.
        says ??= account!.IsLocked ? "账号已停用，请联系安全管理员。" : account.OneTimeUntil < now ? "一次性密码已经过期，请联系安全管理员重新发放。" : null;
        if (says is not null)
        {
            if (account is not null)
            {
                account.Failures++;
                var locks = account.Failures >= policy.Failures;
                if (locks)
                {
                    (account.Failures, account.LockedUntil) = (0, now + policy.Lock);
                }

                await db.SaveChangesAsync(stop);
                await LogAsync(db, account, locks ? code + ".locked" : code + ".failed", stop);
                await transaction.CommitAsync(stop);
            }
            else if (code == "sign-in" && await LogUnknownAsync(db, now, stop))
            {
                await transaction.CommitAsync(stop);
            }

            return new(null, says);
        }

        account!.Failures = 0;
        change?.Invoke(account);
        Session session;
        if (living is not null)
        {
            session = await db.Set<Session>().FirstAsync(s => s.Id == living.Id, stop);
            (session.HasSecondFactor, session.IsWaiting) = (session.HasSecondFactor || change is null, false);
        }
        else
        {
            session = new Session(Unguessable(), account.Id, now, now + policy.Whole) { IsWaiting = account.SecondFactor is not null };
            db.Add(session);
        }

        var keeps = change is not null ? 0 : policy.Sessions - 1;
        foreach (var other in await db.Set<Session>().Where(s => s.AccountId == account.Id && s.Id != session.Id && s.EndedAt == null && s.EndsAt > now).OrderByDescending(s => s.StartedAt).Skip(keeps).ToListAsync(stop))
        {
            other.EndedAt = now;
            kept.TryRemove(other.Id, out _);
        }

        await db.SaveChangesAsync(stop);
        await LogAsync(db, account, code + ".done", stop);
        await transaction.CommitAsync(stop);
        kept.TryRemove(session.Id, out _);
        return new(session, null);
    }

    /// <summary>Writes into the security log of every bureau in which the account has a post.</summary>
    private async Task LogAsync(HengDb db, Account account, string code, CancellationToken stop)
    {
        var now = time.UtcInstant();
        var people = await db.AcrossBureaus<Person>().AsNoTracking().Where(p => p.AccountId == account.Id).OrderBy(p => p.BureauId).ToListAsync(stop);
        foreach (var person in people.DistinctBy(p => p.BureauId))
        {
            var profile = await db.Set<Bureau>().Where(b => b.Id == person.BureauId).Select(b => b.HashProfile).SingleAsync(stop);
            await SecurityLog.AppendAsync(db, person.BureauId, HashProfile.Find(profile)!, now, new SecurityActor(person.Id, person.Name, ""), new SecurityEvent(code, account.Name), stop);
        }
    }

    /// <summary>Writes into the log of the highest bureau that an unknown name was tried: never the name, which may be a person's or, mistyped, a password.</summary>
    /// <remarks>At most one entry a minute, which counts those before it: strangers must not fill the log. The caller holds the turn.</remarks>
    private async Task<bool> LogUnknownAsync(HengDb db, DateTime now, CancellationToken stop)
    {
        unknownNames++;
        if ((unknownAt is { } last && time.GetElapsedTime(last) < TimeSpan.FromMinutes(1))
            || await db.Set<Bureau>().AsNoTracking().Where(b => b.ParentId == null).OrderBy(b => b.Path).FirstOrDefaultAsync(stop) is not { } top)
        {
            return false;
        }

        await SecurityLog.AppendAsync(db, top.Id, HashProfile.Find(top.HashProfile)!, now, new SecurityActor(null, "（未登录）", ""), new SecurityEvent("sign-in.unknown", $"没有查到的登录名，{unknownNames} 次"), stop);
        (unknownNames, unknownAt) = (0, time.GetTimestamp());
        return true;
    }

    private static Guid Unguessable() => new(System.Security.Cryptography.RandomNumberGenerator.GetBytes(16));
}
