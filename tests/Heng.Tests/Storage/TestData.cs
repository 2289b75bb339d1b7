namespace Heng.Tests.Storage;

/// <summary>A data folder, and on PostgreSQL a database, of its own; both go when it is disposed.</summary>
public sealed class TestData : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("heng-house-");
    private readonly string? database;

    public TestData(string kind)
    {
        if (kind == TestHouse.PostgreSql)
        {
            database = "heng_" + Guid.CreateVersion7().ToString("N");
            Connection = new Npgsql.NpgsqlConnectionStringBuilder(TestHouse.PostgreSqlServer) { Database = database }.ToString();
        }
    }

    public string Folder => folder.FullName;

    /// <summary>Connection to the database on PostgreSQL; null for SQLite.</summary>
    public string? Connection { get; }

    public async ValueTask DisposeAsync()
    {
        if (database is null)
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        }
        else
        {
            Npgsql.NpgsqlConnection.ClearAllPools();
            await using var server = new Npgsql.NpgsqlConnection(TestHouse.PostgreSqlServer);
            await server.OpenAsync();
            await using var drop = new Npgsql.NpgsqlCommand($"DROP DATABASE IF EXISTS {database} WITH (FORCE)", server);
            await drop.ExecuteNonQueryAsync();
        }

        folder.Delete(recursive: true);
    }
}
