using Heng.Platform.Files;
using Heng.Platform.Storage;
using Heng.Tests.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Heng.Tests.Storage;

/// <summary>The rules of the tables, read from the model of each database.</summary>
public sealed class SchemaTests
{
    private static readonly string[] appendOnly = ["acts", "security_log", "read_grants", "settings", "code_lists"];

    public static TheoryData<string> Models => [TestHouse.Sqlite, TestHouse.PostgreSql];

    [Theory, MemberData(nameof(Models))]
    public void Every_table_belongs_to_a_bureau_by_its_key_or_is_marked_shared(string database)
        => Assert.All(TablesOf(database), t =>
        {
            if (IsOwned(t))
            {
                Assert.False(IsShared(t));
                Assert.Equal([nameof(IBureauOwned.BureauId), nameof(IBureauOwned.Id)], t.FindPrimaryKey()!.Properties.Select(p => p.Name));
            }
            else
            {
                Assert.True(IsShared(t), $"{t.ClrType} is neither owned by a bureau nor shared");
            }
        });

    [Theory, MemberData(nameof(Models))]
    public void What_is_unique_is_unique_within_a_bureau_and_points_only_within_it(string database)
        => Assert.All(TablesOf(database).Where(IsOwned), t =>
        {
            Assert.All(t.GetIndexes().Where(i => i.IsUnique), i => Assert.Equal(nameof(IBureauOwned.BureauId), i.Properties[0].Name));
            Assert.All(t.GetForeignKeys().Where(k => IsOwned(k.PrincipalEntityType)), k =>
            {
                Assert.Equal(nameof(IBureauOwned.BureauId), k.Properties[0].Name);
                Assert.Equal([nameof(IBureauOwned.BureauId), nameof(IBureauOwned.Id)], k.PrincipalKey.Properties.Select(p => p.Name));
            });
        });

    [Theory, MemberData(nameof(Models))]
    public void A_shared_table_never_points_at_one_of_a_bureau(string database)
        => Assert.All(TablesOf(database).Where(IsShared), t => Assert.All(t.GetForeignKeys(), k => Assert.True(IsShared(k.PrincipalEntityType), k.ToString())));

    [Theory, MemberData(nameof(Models))]
    public void No_value_comes_from_the_database_and_no_instant_has_an_offset(string database)
        => Assert.All(TablesOf(database).SelectMany(t => t.GetProperties()), p =>
        {
            Assert.Equal(ValueGenerated.Never, p.ValueGenerated);
            Assert.NotEqual(typeof(DateTimeOffset), Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType);
        });

    [Theory, MemberData(nameof(Models))]
    public void Nothing_is_deleted_or_emptied_with_something_else(string database)
        => Assert.All(TablesOf(database).SelectMany(t => t.GetForeignKeys()), k => Assert.Equal(DeleteBehavior.Restrict, k.DeleteBehavior));

    [Theory, MemberData(nameof(Models))]
    public void Navigations_stay_within_a_capability(string database)
        => Assert.All(TablesOf(database).SelectMany(t => t.GetNavigations()), n => Assert.Equal(RoomOf(n.DeclaringEntityType), RoomOf(n.TargetEntityType)));

    [Theory, MemberData(nameof(Models))]
    public void The_migrations_make_the_model(string database)
    {
        using var db = ContextOf(database);
        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Theory, EachDatabase]
    public async Task An_instant_comes_back_in_whole_microseconds(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var at = new DateTime(2026, 3, 2, 1, 2, 3, DateTimeKind.Utc).AddTicks(1_234_567);
        var id = Guid.CreateVersion7();
        await using (var db = house.Db(house.Head.Access))
        {
            db.Add(new StoredFile(house.Bureau.Id, id, null, new string('0', 64), 1, "text/plain", "时刻", house.Head.PersonId, at));
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await using var again = house.Db(house.Head.Access);
        var read = await again.Set<StoredFile>().SingleAsync(f => f.Id == id, TestContext.Current.CancellationToken);
        Assert.Equal((at.AddTicks(-7), DateTimeKind.Utc), (read.At, read.At.Kind));
        Assert.Equal(Instant.Round(at), read.At);
    }

    [Fact, Row("X.4")]
    public async Task The_role_of_the_application_does_acts_and_can_neither_change_nor_remove_what_is_recorded()
    {
        Assert.SkipWhen(TestHouse.PostgreSqlServer is null && Environment.GetEnvironmentVariable("CI") is null, "HENG_TEST_POSTGRES 没有设置");
        var stop = TestContext.Current.CancellationToken;
        await using (var server = new NpgsqlConnection(TestHouse.PostgreSqlServer))
        {
            await server.OpenAsync(stop);
            await using var role = new NpgsqlCommand("DO $$ BEGIN CREATE ROLE heng_app; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$", server);
            await role.ExecuteNonQueryAsync(stop);
        }

        await using var built = await TestHouse.BuildAsync(TestHouse.PostgreSql);
        var store = built.Services.GetRequiredService<DataStore>();
        var asApplication = new NpgsqlConnectionStringBuilder(store.PostgreSql) { Options = "-c role=heng_app" }.ToString();
        await using var house = await TestHouse.EnterAsync(store with { PostgreSql = asApplication });
        await ExemptionPath.ToFilingAsync(house);

        await using var connection = new NpgsqlConnection(asApplication);
        await connection.OpenAsync(stop);
        foreach (var statement in appendOnly.SelectMany(t => new[] { $"UPDATE {t} SET \"BureauId\" = \"BureauId\"", $"DELETE FROM {t}", $"TRUNCATE {t}" }).Append("DROP TABLE acts").Append("ALTER TABLE acts DISABLE TRIGGER ALL"))
        {
            await using var command = new NpgsqlCommand(statement, connection);
            var refused = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(stop));
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
        }
    }

    private static HengDb ContextOf(string database)
        => database == TestHouse.Sqlite ? new SqliteDesignTime().CreateDbContext([]) : new PostgreSqlDesignTime().CreateDbContext([]);

    /// <summary>Every table but the index of words, which each database has in its own way.</summary>
    private static IReadOnlyList<IEntityType> TablesOf(string database)
    {
        using var db = ContextOf(database);
        return [.. db.GetService<IDesignTimeModel>().Model.GetEntityTypes().Where(t => t.ClrType != typeof(WordRow))];
    }

    private static bool IsOwned(IReadOnlyEntityType type) => typeof(IBureauOwned).IsAssignableFrom(type.ClrType);

    private static bool IsShared(IReadOnlyEntityType type) => Attribute.IsDefined(type.ClrType, typeof(SharedAttribute));

    private static string RoomOf(IReadOnlyTypeBase type) => type.ClrType.Namespace!.Split('.')[1];
}
