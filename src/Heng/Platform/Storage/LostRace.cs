using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Heng.Platform.Storage;

/// <summary>Lost race (并发落后): tells a change that came after another's from one that failed.</summary>
public static class LostRace
{
    private const int SqliteBusy = 5;
    private const int SqlitePrimaryKey = 1555;
    private const int SqliteUnique = 2067;

    /// <summary>Whether a change failed only because another came first and surely nothing of it was done, so that looking again may help.</summary>
    /// <remarks>A row has changed, a number is taken, or the database gave way to another. A broken connection is none: what it had begun may be done.</remarks>
    /// <param name="fault">What saving threw.</param>
    public static bool Explains(Exception fault) => fault switch
    {
        DbUpdateConcurrencyException => true,
        DbUpdateException => fault.InnerException is { } inner && Explains(inner),
        PostgresException e => e.SqlState is PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure,
        SqliteException e => e.SqliteErrorCode == SqliteBusy || e.SqliteExtendedErrorCode is SqliteUnique or SqlitePrimaryKey,
        _ => false,
    };
}
