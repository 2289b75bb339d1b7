using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Heng.Tests.Storage;

/// <summary>Holds whoever has read something until so many have: all of them saw the same.</summary>
/// <param name="many">How many.</param>
/// <param name="reads">Whether a query is the one.</param>
internal sealed class HeldReaders(int many, Func<string, bool> reads) : DbCommandInterceptor
{
    private readonly TaskCompletionSource all = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int held;

    public bool Holds { get; set; }

    public int Held => held;

    public override async ValueTask<DbDataReader> ReaderExecutedAsync(DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
    {
        if (Holds && command.CommandText.StartsWith("SELECT", StringComparison.Ordinal) && reads(command.CommandText) && !all.Task.IsCompleted)
        {
            if (Interlocked.Increment(ref held) == many)
            {
                all.SetResult();
            }

            await all.Task.WaitAsync(TimeSpan.FromMinutes(1), cancellationToken);
        }

        return result;
    }
}
