using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Heng.Platform.Storage;

/// <summary>Write gate (写入闸): SQLite has one writer; waiting here is faster and fairer than waiting in the file.</summary>
/// <remarks>
/// A deferred commit reaches the disk after its turn, together with those that came meanwhile: whoever is next does not wait for the disk, and nobody
/// is told that something is done before it lies there. SQLite's log keeps the order of commits, so that none lasts without those before it.
/// </remarks>
/// <param name="file">The database file of SQLite; null for a database that lets many write.</param>
public sealed class WriteGate(string? file) : IDisposable
{
    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly SemaphoreSlim disk = new(1, 1);
    private long committed;
    private long lasting;

    /// <summary>Waits for the turn; dispose the answer to pass it on.</summary>
    /// <param name="stop">Gives up waiting.</param>
    public async ValueTask<Turn> EnterAsync(CancellationToken stop = default)
    {
        if (file is null)
        {
            return default;
        }

        await gate.WaitAsync(stop);
        return new Turn(gate);
    }

    /// <summary>Lets a context commit without waiting for the disk until the answer is disposed of; who does so owes <see cref="ReachDiskAsync"/>.</summary>
    /// <param name="db">The context, in no transaction yet.</param>
    /// <param name="stop">Stops the work.</param>
    /// <returns>Null for a database that lets many write, which keeps several commits by one writing itself.</returns>
    public async ValueTask<IAsyncDisposable?> DeferAsync(HengDb db, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (file is null)
        {
            return null;
        }

        var deferral = new Deferral(db.Database);
        await deferral.BeginAsync(stop);
        return deferral;
    }

    /// <summary>Waits until what was committed before lies on the disk.</summary>
    /// <exception cref="IOException">The disk does not take it.</exception>
    public async ValueTask ReachDiskAsync()
    {
        if (file is null)
        {
            return;
        }

        var mine = Interlocked.Increment(ref committed);
        await disk.WaitAsync(CancellationToken.None);
        try
        {
            // Whoever wrote while this one waited may have taken it along.
            if (lasting < mine)
            {
                var all = Interlocked.Read(ref committed);
                Flush(file + "-wal");
                lasting = all;
            }
        }
        finally
        {
            disk.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        gate.Dispose();
        disk.Dispose();
    }

    private static void Flush(string log)
    {
        try
        {
            using var handle = File.OpenHandle(log, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
            RandomAccess.FlushToDisk(handle);
        }
        catch (FileNotFoundException)
        {
            // SQLite removes its log only once everything in it lies in the database file, on the disk.
        }
    }

    private sealed class Deferral(DatabaseFacade database) : IAsyncDisposable
    {
        public async Task BeginAsync(CancellationToken stop)
        {
            await database.OpenConnectionAsync(stop);
            Say("PRAGMA synchronous=NORMAL");
        }

        public async ValueTask DisposeAsync()
        {
            try
            {
                Say("PRAGMA synchronous=FULL");
            }
            catch
            {
                // A connection that still defers must not come back from the pool.
                SqliteConnection.ClearPool((SqliteConnection)database.GetDbConnection());
                throw;
            }
            finally
            {
                await database.CloseConnectionAsync();
            }
        }

        /// <summary>Said past the machinery of statements, whose preparations would lengthen a turn for which others wait.</summary>
        private void Say(string statement)
        {
            using var command = database.GetDbConnection().CreateCommand();
            command.CommandText = statement;
            command.ExecuteNonQuery();
        }
    }

    /// <summary>One writer's turn.</summary>
    public readonly struct Turn : IDisposable, IEquatable<Turn>
    {
        private readonly SemaphoreSlim? gate;

        internal Turn(SemaphoreSlim gate) => this.gate = gate;

        /// <inheritdoc/>
        public void Dispose() => gate?.Release();

        /// <inheritdoc/>
        public bool Equals(Turn other) => ReferenceEquals(gate, other.gate);

        /// <inheritdoc/>
        public override bool Equals(object? obj) => obj is Turn other && Equals(other);

        /// <inheritdoc/>
        public override int GetHashCode() => gate?.GetHashCode() ?? 0;

        /// <summary>Whether two turns are one.</summary>
        public static bool operator ==(Turn left, Turn right) => left.Equals(right);

        /// <summary>Whether two turns differ.</summary>
        public static bool operator !=(Turn left, Turn right) => !left.Equals(right);
    }
}
