using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Heng.Platform.Storage;

/// <summary>How many practice data (演示数据) are made.</summary>
public enum PracticeSize
{
    /// <summary>Two years of work in four bureaus.</summary>
    Full,

    /// <summary>Some of every stage: for slow machines and training rooms.</summary>
    Small,
}

/// <summary>Data store (数据目录): where the database and the files of one installation lie.</summary>
/// <param name="Folder">The data folder; files lie below it, and the database too when it is SQLite.</param>
/// <param name="PostgreSql">The connection string of PostgreSQL; null for SQLite.</param>
public sealed record DataStore(string Folder, string? PostgreSql = null)
{
    /// <summary>Name of the SQLite file in the folder.</summary>
    public const string FileName = "heng.db";

    /// <summary>Whether an empty installation is filled with practice data.</summary>
    public bool WantsPractice { get; init; }

    /// <summary>The day on which practice data that are made now begin; null for the real day.</summary>
    public DateOnly? PracticeDay { get; init; }

    /// <summary>How many practice data are made.</summary>
    public PracticeSize PracticeSize { get; init; }

    /// <summary>The folder of the content-addressed files.</summary>
    public string FilesFolder => Path.Combine(Folder, "files");

    /// <summary>Whether there is no database in the folder where it should be.</summary>
    public bool IsMissing => PostgreSql is null && !File.Exists(SqliteFile);

    private string SqliteFile => Path.Combine(Folder, FileName);

    /// <summary>Registers contexts: a pooled factory, and one context for each scope.</summary>
    /// <param name="services">The services of the program.</param>
    public void AddTo(IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddSingleton(this);
        services.AddSingleton(new WriteGate(PostgreSql is null ? SqliteFile : null));
        if (PostgreSql is { } connection)
        {
            services.AddPooledDbContextFactory<PostgreSqlHengDb>(o => o.UseNpgsql(Prepared(connection)));
            services.AddSingleton<IHengDbFactory>(s => new HengDbFactory<PostgreSqlHengDb>(s.GetRequiredService<IDbContextFactory<PostgreSqlHengDb>>()));
        }
        else
        {
            Directory.CreateDirectory(Folder);
            services.AddPooledDbContextFactory<SqliteHengDb>(o => UseSqlite(o, SqliteFile));
            services.AddSingleton<IHengDbFactory>(s => new HengDbFactory<SqliteHengDb>(s.GetRequiredService<IDbContextFactory<SqliteHengDb>>()));
        }

        services.AddHostedService<Preparation>();
        services.AddScoped(s => s.GetRequiredService<IHengDbFactory>().Create(Access.None));
    }

    /// <summary>The connection string as the program uses a connection. What the operator sets stands.</summary>
    /// <remarks>
    /// Statements are kept prepared: planning them anew costs the server more than running them. A connection goes back to the pool as it is:
    /// nothing is set for a session, and locks end with their transaction, so nothing needs to be undone before each next query.
    /// </remarks>
    internal static string Prepared(string connection)
    {
        var settings = new NpgsqlConnectionStringBuilder(connection);
        // The builder of Npgsql says of every setting it knows that it holds it; the plain one knows what was written.
        var written = new DbConnectionStringBuilder { ConnectionString = connection }.Keys.Cast<string>().Select(k => k.Replace(" ", "", StringComparison.Ordinal)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (!written.Contains(nameof(settings.MaxAutoPrepare)))
        {
            settings.MaxAutoPrepare = 200;
        }

        if (!written.Contains(nameof(settings.NoResetOnClose)))
        {
            settings.NoResetOnClose = true;
        }

        return settings.ToString();
    }

    /// <summary>Options of a SQLite file: WAL, full synchronisation, five seconds of patience.</summary>
    /// <param name="options">The options to set.</param>
    /// <param name="file">The file.</param>
    public static void UseSqlite(DbContextOptionsBuilder options, string file)
    {
        ArgumentNullException.ThrowIfNull(options);
        var connection = new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = 5, Pooling = true }.ToString();
        options.UseSqlite(connection).AddInterceptors(SqliteSettings.Instance);
    }

    private sealed class HengDbFactory<T>(IDbContextFactory<T> pool) : IHengDbFactory
        where T : HengDb
    {
        public HengDb Create(Access access)
        {
            var db = pool.CreateDbContext();
            db.Access = access;
            return db;
        }
    }

    /// <summary>Makes the tables, or brings them up to date, before the first request is answered.</summary>
    private sealed class Preparation(IHengDbFactory factory) : IHostedService
    {
        public async Task StartAsync(CancellationToken cancellationToken)
        {
            await using var db = factory.Create(Access.None);
            await db.Database.MigrateAsync(cancellationToken);
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    /// <summary>No acknowledged act may be lost: every commit reaches the disk, one that is deferred before it is acknowledged.</summary>
    /// <remarks>
    /// A connection of the pool keeps what it was told, so it is told once. The log is taken over into the file every 32 MB: busy pages are written once then, not every 25 acts.
    /// The file is not mapped: where it is larger than memory, a mapped page that is missing brings the megabytes around it with it.
    /// </remarks>
    private sealed class SqliteSettings : DbConnectionInterceptor
    {
        private static readonly ConditionalWeakTable<object, object> told = [];

        public static SqliteSettings Instance { get; } = new();

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Apply(connection);

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Apply(connection);
            return Task.CompletedTask;
        }

        private static void Apply(DbConnection connection)
        {
            var handle = ((SqliteConnection)connection).Handle!;
            if (told.TryGetValue(handle, out _))
            {
                return;
            }

            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=5000; PRAGMA foreign_keys=ON; PRAGMA wal_autocheckpoint=8000;";
            command.ExecuteNonQuery();
            told.AddOrUpdate(handle, handle);
        }
    }
}
