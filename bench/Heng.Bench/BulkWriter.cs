using Heng.Platform.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Heng.Bench;

/// <summary>Rows of one table as plain values, in the order of its columns.</summary>
internal sealed class Table(IEntityType type)
{
    /// <summary>The entity.</summary>
    public IEntityType Type { get; } = type;

    /// <summary>The columns that are written.</summary>
    public IReadOnlyList<IProperty> Columns { get; } = [.. type.GetProperties().Where(p => p.ValueGenerated != ValueGenerated.OnAddOrUpdate)];

    /// <summary>Names of the properties.</summary>
    public IReadOnlyList<string> Names { get; } = [.. type.GetProperties().Where(p => p.ValueGenerated != ValueGenerated.OnAddOrUpdate).Select(p => p.Name)];

    /// <summary>What each column needs before it is written; null for nothing.</summary>
    public IReadOnlyList<Func<object?, object?>?> Converters { get; } = [.. type.GetProperties().Where(p => p.ValueGenerated != ValueGenerated.OnAddOrUpdate).Select(p => p.GetTypeMapping().Converter?.ConvertToProvider)];

    /// <summary>The values of an entity.</summary>
    public object?[] ValuesOf(object entity) => [.. Columns.Select(c => c.PropertyInfo!.GetValue(entity))];

    /// <summary>Place of a column.</summary>
    public int PlaceOf(string name) => Columns.Select((c, i) => (c, i)).Where(x => x.c.Name == name).Select(x => (int?)x.i).FirstOrDefault() ?? -1;
}

/// <summary>Writes rows in bulk: COPY on PostgreSQL, one prepared statement in large transactions on SQLite.</summary>
internal static class BulkWriter
{
    /// <summary>Rows of a transaction on SQLite, whose log would otherwise grow as large as the table.</summary>
    private const int Together = 100_000;

    /// <summary>Writes rows of a table.</summary>
    public static async Task<long> WriteAsync(HengDb db, Table table, IEnumerable<object?[]> rows)
    {
        await db.Database.OpenConnectionAsync();
        return db.Database.GetDbConnection() switch
        {
            NpgsqlConnection npgsql => await CopyAsync(npgsql, table, rows),
            SqliteConnection sqlite => Insert(sqlite, table, rows),
            var other => throw new NotSupportedException(other.GetType().Name),
        };
    }

    /// <summary>Writes rows of a table without its indexes and makes these again afterwards, which takes far less than keeping them up for each row.</summary>
    public static async Task<long> WriteUnindexedAsync(HengDb db, Table table, IEnumerable<object?[]> rows)
    {
        await db.Database.OpenConnectionAsync();
        // Those of keys and other constraints stay.
        var sql = db.Database.IsNpgsql()
            ? """SELECT i.indexname AS "Name", i.indexdef AS "Sql" FROM pg_indexes i WHERE i.schemaname = 'public' AND i.tablename = {0} AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conname = i.indexname)"""
            : """SELECT name AS "Name", sql AS "Sql" FROM sqlite_master WHERE type = 'index' AND tbl_name = {0} AND sql IS NOT NULL""";
        var indexes = await db.Database.SqlQueryRaw<Index>(sql, Name(table)).ToListAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandTimeout = 0;
        foreach (var index in indexes)
        {
            command.CommandText = $"DROP INDEX \"{index.Name}\"";
            await command.ExecuteNonQueryAsync();
        }

        var count = await WriteAsync(db, table, rows);
        foreach (var index in indexes)
        {
            command.CommandText = index.Sql;
            await command.ExecuteNonQueryAsync();
        }

        return count;
    }

    private sealed record Index(string Name, string Sql);

    private static string Name(Table table) => table.Type.GetTableName()!;

    private static string Columns(Table table) => string.Join(", ", table.Columns.Select(c => $"\"{c.GetColumnName()}\""));

    private static object? ToProvider(Table table, int column, object? value) => table.Converters[column] is { } convert ? convert(value) : value;

    private static async Task<long> CopyAsync(NpgsqlConnection connection, Table table, IEnumerable<object?[]> rows)
    {
        var types = table.Columns.Select(c => c.GetColumnType()).ToArray();
        // A copy points where its template points: the foreign keys need not be looked up a million times.
        await using (var command = new NpgsqlCommand("SET session_replication_role = replica", connection))
        {
            await command.ExecuteNonQueryAsync();
        }

        await using var writer = await connection.BeginBinaryImportAsync($"COPY {Name(table)} ({Columns(table)}) FROM STDIN (FORMAT BINARY)");
        writer.Timeout = TimeSpan.Zero;
        foreach (var row in rows)
        {
            await writer.StartRowAsync();
            for (var i = 0; i < row.Length; i++)
            {
                if (ToProvider(table, i, row[i]) is { } value)
                {
                    await writer.WriteAsync(value, types[i]);
                }
                else
                {
                    await writer.WriteNullAsync();
                }
            }
        }

        return (long)await writer.CompleteAsync();
    }

    private static long Insert(SqliteConnection connection, Table table, IEnumerable<object?[]> rows)
    {
        // Without a log each page is written once, and with the indexes in memory too, though keys come in no order. The log can be put away while nobody else is connected.
        SqliteConnection.ClearAllPools();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA cache_size = -2000000; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF; PRAGMA journal_mode = OFF";
        command.ExecuteNonQuery();
        var transaction = connection.BeginTransaction();
        command.Transaction = transaction;
        command.CommandText = $"INSERT INTO {Name(table)} ({Columns(table)}) VALUES ({string.Join(", ", table.Columns.Select((_, i) => "$p" + i))})";
        var parameters = table.Columns.Select((c, i) => (SqliteParameter)c.GetRelationalTypeMapping().CreateParameter(command, "$p" + i, null)).ToArray();
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(parameter);
        }

        var count = 0L;
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Length; i++)
            {
                parameters[i].Value = ToProvider(table, i, row[i]) ?? DBNull.Value;
            }

            command.ExecuteNonQuery();
            if (++count % Together == 0)
            {
                transaction.Commit();
                transaction.Dispose();
                transaction = connection.BeginTransaction();
                command.Transaction = transaction;
            }
        }

        transaction.Commit();
        transaction.Dispose();
        // The connection goes back to the pool, and what is measured on it runs as the program runs.
        using var restore = connection.CreateCommand();
        restore.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON";
        restore.ExecuteNonQuery();
        return count;
    }
}
