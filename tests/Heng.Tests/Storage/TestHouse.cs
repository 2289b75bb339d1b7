using Heng.Dossiers;
using Heng.Law;
using Heng.Platform.Files;
using Heng.Platform.People;
using Heng.Platform.Record;
using Heng.Platform.Settings;
using Heng.Platform.Storage;
using Heng.Platform.Tenancy;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Heng.Tests.Storage;

/// <summary>A house of its own on a real database: services, a clock that stands still, a bureau with its people.</summary>
public sealed class TestHouse : IAsyncDisposable
{
    public const string Sqlite = "SQLite";
    public const string PostgreSql = "PostgreSQL";
    private const string DivisionName = "法规科";
    private const string StationName = "城关市场监督管理所";
    private readonly TestData? data;
    private readonly IServiceProvider services;
    private readonly IAsyncDisposable? own;

    private TestHouse(TestData? data, DataStore store, params IInterceptor[] interceptors)
    {
        this.data = data;
        var collection = new ServiceCollection();
        store.AddTo(collection);
        collection.ConfigureDbContext<SqliteHengDb>(o => o.AddInterceptors(interceptors)).ConfigureDbContext<PostgreSqlHengDb>(o => o.AddInterceptors(interceptors));
        collection.AddSingleton(LawSet.Embedded).AddSingleton<TimeProvider>(Clock).AddSingleton<FileStore>().AddSingleton<LawArchive>().AddScoped<SignedIn>();
        collection.AddLogging();
        collection.AddDataProtection().UseEphemeralDataProtectionProvider();
        Heng.Platform.Shell.Site.AddCapabilities(collection, Capabilities.All);

        var built = collection.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
        (services, own) = (built, built);
    }

    private TestHouse(TestData data, IServiceProvider services, FakeTimeProvider clock) => (this.data, this.services, Clock) = (data, services, clock);

    /// <summary>Connection to the server for tests, without a database name.</summary>
    public static string? PostgreSqlServer => Environment.GetEnvironmentVariable("HENG_TEST_POSTGRES");

    /// <summary>Hears of every act that was done.</summary>
    public Action<ActOutcome.Done>? Acknowledge { get; set; }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero));

    public IServiceProvider Services => services;

    public Bureau Bureau { get; private set; } = null!;

    public Unit Station { get; private set; } = null!;

    public Unit Division { get; private set; } = null!;

    public CurrentPerson Officer1 { get; private set; } = null!;

    public CurrentPerson Officer2 { get; private set; } = null!;

    public CurrentPerson UnitHead { get; private set; } = null!;

    public CurrentPerson Reviewer { get; private set; } = null!;

    public CurrentPerson Head { get; private set; } = null!;

    public DateOnly Today => DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime.AddHours(8));

    /// <summary>A house with a county bureau, a station and people in the roles of a case.</summary>
    public static Task<TestHouse> BuildAsync(string kind = Sqlite, string profile = "sha256", params IInterceptor[] interceptors)
        => FurnishAsync(New(kind, interceptors), profile);

    /// <summary>A house that was built before, by another process or another role; its data stay when it is disposed.</summary>
    public static async Task<TestHouse> EnterAsync(DataStore store, params IInterceptor[] interceptors)
    {
        var house = new TestHouse(null, store, interceptors);
        await using (var all = house.Db(Access.None))
        {
            house.Bureau = await all.Set<Bureau>().SingleAsync();
        }

        await using var db = house.Db(Access.WholeBureau(house.Bureau.Id));
        var units = await db.Set<Unit>().ToListAsync();
        (house.Division, house.Station) = (units.Single(u => u.Name == DivisionName), units.Single(u => u.Name == StationName));
        var people = await db.Set<Person>().Include(p => p.Grants).ToDictionaryAsync(p => p.Name);
        (house.Officer1, house.Officer2, house.UnitHead, house.Reviewer, house.Head) = (Of("办案甲"), Of("办案乙"), Of("所长丙"), Of("审核丁"), Of("局长戊"));
        return house;

        CurrentPerson Of(string name) => people[name] is var p ? new CurrentPerson(p.AccountId!.Value, p.Id, p.BureauId, p.UnitId, name, p.RolesOn(house.Today), true) : null!;
    }

    /// <summary>A database with its tables and nothing in them.</summary>
    public static async Task<TestHouse> BuildEmptyAsync(string kind = Sqlite)
    {
        var house = New(kind);
        await using var db = house.Db(Access.None);
        await db.Database.MigrateAsync();
        return house;
    }

    /// <summary>The same house inside a running program, whose services and clock it shares.</summary>
    public static Task<TestHouse> BuildInAsync(TestData data, IServiceProvider services, FakeTimeProvider clock) => FurnishAsync(new TestHouse(data, services, clock));

    private static TestHouse New(string kind, params IInterceptor[] interceptors)
    {
        var data = new TestData(kind);
        return new TestHouse(data, new DataStore(data.Folder, data.Connection), interceptors);
    }

    private static async Task<TestHouse> FurnishAsync(TestHouse house, string profile = "sha256")
    {
        await using (var db = house.Db(Access.None))
        {
            await db.Database.MigrateAsync();
        }

        house.Bureau = new Bureau(Guid.CreateVersion7(), null, BureauLevel.County, "示例县市场监督管理局", "示", "990101", "CN-GD") { Address = "示例县示例路 1 号", Telephone = "000-00000000", Government = "示例县人民政府", Court = "示例县人民法院", HashProfile = profile };
        house.Division = new Unit(house.Bureau.Id, Guid.CreateVersion7(), DivisionName, false);
        house.Station = new Unit(house.Bureau.Id, Guid.CreateVersion7(), StationName, true);
        await using (var db = house.Db(Access.WholeBureau(house.Bureau.Id)))
        {
            db.AddRange(house.Bureau, house.Division, house.Station);
            await db.SaveChangesAsync();
        }

        house.Officer1 = await house.HireAsync("办案甲", house.Station, PersonRoles.Officer);
        house.Officer2 = await house.HireAsync("办案乙", house.Station, PersonRoles.Officer);
        house.UnitHead = await house.HireAsync("所长丙", house.Station, PersonRoles.UnitHead | PersonRoles.Officer);
        house.Reviewer = await house.HireAsync("审核丁", house.Division, PersonRoles.Reviewer | PersonRoles.LegalReviewer);
        house.Head = await house.HireAsync("局长戊", house.Division, PersonRoles.Principal);
        return house;
    }

    /// <summary>A context of the house.</summary>
    public HengDb Db(Access access) => services.GetRequiredService<IHengDbFactory>().Create(access);

    /// <summary>Someone new in a unit, with a certificate when he is an officer.</summary>
    public async Task<CurrentPerson> HireAsync(string name, Unit unit, PersonRoles roles, DateOnly? certifiedUntil = null, Bureau? bureau = null)
    {
        var bureauId = (bureau ?? Bureau).Id;
        await using var db = Db(Access.WholeBureau(bureauId));
        var account = new Account(Guid.CreateVersion7(), "p" + Guid.CreateVersion7().ToString("N"));
        var person = new Person(bureauId, Guid.CreateVersion7(), unit.Id, name, account.Id) { HasLegalQualification = true };
        db.AddRange(account, person);
        var from = new DateOnly(2020, 1, 1);
        foreach (var role in RoleNames.CodesOf(roles))
        {
            db.Add(new RoleGrant(bureauId, Guid.CreateVersion7(), person.Id, role, from));
        }

        if ((roles & PersonRoles.Officer) != 0)
        {
            db.Add(new Certificate(bureauId, Guid.CreateVersion7(), person.Id, "示" + person.Id.ToString("N")[^8..], from, certifiedUntil ?? new DateOnly(2030, 12, 31)));
        }

        await db.SaveChangesAsync();
        services.GetRequiredService<PeopleDirectory>().Forget(bureauId);
        return new CurrentPerson(account.Id, person.Id, bureauId, unit.Id, name, roles, true);
    }

    /// <summary>Does an act and says what became of it.</summary>
    public async Task<ActOutcome> TryAsync(CurrentPerson me, Guid? dossier, DossierAct act, int? version = null)
    {
        await using var scope = services.CreateAsyncScope();
        var outcome = await scope.ServiceProvider.GetRequiredService<ActDesk>().DoAsync(me, dossier, version, act, TestContext.Current.CancellationToken);
        if (outcome is ActOutcome.Done done)
        {
            Acknowledge?.Invoke(done);
        }

        return outcome;
    }

    /// <summary>Does an act that must succeed.</summary>
    public async Task<Guid> DoAsync(CurrentPerson me, Guid? dossier, DossierAct act)
    {
        var outcome = await TryAsync(me, dossier, act);
        return outcome is ActOutcome.Done done ? done.DossierId : throw new InvalidOperationException($"{ActTypes.Of(act).Code}: {Describe(outcome)}");
    }

    /// <summary>The codes with which an act is refused; none when it is done, or with <paramref name="check"/> when it would be.</summary>
    public async Task<IReadOnlyList<string>> RefusalsAsync(CurrentPerson me, Guid dossier, DossierAct act, bool check = false)
    {
        await using var scope = services.CreateAsyncScope();
        var outcome = check ? await scope.ServiceProvider.GetRequiredService<ActDesk>().CheckAsync(me, dossier, act, TestContext.Current.CancellationToken) : await TryAsync(me, dossier, act);
        return outcome switch
        {
            null or ActOutcome.Done => [],
            ActOutcome.Refused refused => [.. refused.Refusals.Select(r => r.Code)],
            _ => throw new InvalidOperationException(Describe(outcome)),
        };
    }

    /// <summary>The act as its form would show it.</summary>
    public async Task<T> PrefilledAsync<T>(CurrentPerson me, Guid dossier)
        where T : DossierAct, new()
    {
        var (file, context) = await ReadAsync(me, dossier);
        return (T)new T().Prefilled(file, context);
    }

    /// <summary>Reads a dossier.</summary>
    public async Task<(DossierFile File, ActContext Context)> ReadAsync(CurrentPerson me, Guid dossier)
    {
        await using var scope = services.CreateAsyncScope();
        var read = await scope.ServiceProvider.GetRequiredService<ActDesk>().ReadAsync(me, dossier, TestContext.Current.CancellationToken);
        return read is { } r ? (r.File, r.Context) : throw new InvalidOperationException("no such dossier");
    }

    /// <summary>Decides a setting of the bureau.</summary>
    public async Task SetAsync(string name, string value)
    {
        await using var db = Db(Access.WholeBureau(Bureau.Id));
        var number = await db.Set<SettingRow>().CountAsync(r => r.Name == name, TestContext.Current.CancellationToken) + 1;
        db.Add(new SettingRow(Bureau.Id, Guid.CreateVersion7(), name, number, value, false, Clock.GetUtcNow().UtcDateTime, "系统管理员", "示例"));
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        Services.GetRequiredService<SettingsDesk>().Forget();
    }

    /// <summary>Uploads a small file.</summary>
    public async Task<Guid> UploadAsync(CurrentPerson me, string name = "照片.txt", byte[]? content = null)
    {
        ArgumentNullException.ThrowIfNull(me);
        await using var db = Db(me.Access);
        content ??= System.Text.Encoding.UTF8.GetBytes("示例材料 " + Guid.CreateVersion7());
        var hash = await services.GetRequiredService<FileStore>().KeepAsync(content);
        var file = new StoredFile(me.BureauId, Guid.CreateVersion7(), null, hash, content.Length, FileKind.Of(content)!, name, me.PersonId, Clock.GetUtcNow().UtcDateTime);
        db.Add(file);
        await db.SaveChangesAsync();
        return file.Id;
    }

    /// <summary>What became of an act, for messages.</summary>
    public static string Describe(ActOutcome outcome) => outcome switch
    {
        ActOutcome.Refused refused => string.Join("；", refused.Refusals.Select(r => $"{r.Code} {r.Says}")),
        ActOutcome.Invalid invalid => string.Join("；", invalid.Faults.Select(f => $"{f.Field} {f.Says}")),
        ActOutcome.Forbidden forbidden => forbidden.Says,
        _ => outcome.ToString()!,
    };

    public async ValueTask DisposeAsync()
    {
        if (own is not null)
        {
            await own.DisposeAsync();
        }

        if (data is not null)
        {
            await data.DisposeAsync();
        }
    }
}
