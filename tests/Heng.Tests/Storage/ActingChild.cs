using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Heng.Dossiers;
using Heng.Platform.Storage;
using Heng.Tests.Cases;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Heng.Tests.Storage;

/// <summary>A process of its own that does acts on a house and says on its output which were acknowledged, until it is killed.</summary>
internal static class ActingChild
{
    public const string Verb = "act-until-killed";
    private const int Writers = 2;
    private const int MostDossiers = 100;

    /// <summary>Starts the child.</summary>
    /// <param name="store">The data.</param>
    /// <param name="diesAt">The step in talking to the database at which it kills itself; 0 for never.</param>
    public static Process Start(DataStore store, int diesAt)
    {
        var program = Environment.ProcessPath!;
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(program) == "dotnet")
        {
            start.ArgumentList.Add(typeof(ActingChild).Assembly.Location);
        }

        foreach (var argument in new[] { Verb, store.Folder, store.PostgreSql ?? "", diesAt.ToString(CultureInfo.InvariantCulture) })
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }

    /// <summary>The dossier and the number of an acknowledged act; null for another line, as one that was cut off.</summary>
    public static (Guid Dossier, int Number)? Read(string line)
        => line.Split(' ') is ["done", var dossier, var number, "."] ? (Guid.ParseExact(dossier, "N"), int.Parse(number, CultureInfo.InvariantCulture)) : null;

    /// <summary>The child itself.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var store = new DataStore(args[1], args[2].Length == 0 ? null : args[2]);
        await using var house = await TestHouse.EnterAsync(store, new Death(int.Parse(args[3], CultureInfo.InvariantCulture)));
        house.Acknowledge = Say;
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(async _ =>
        {
            for (var i = 0; i < MostDossiers; i++)
            {
                await ExemptionPath.ToFilingAsync(house);
            }
        }));
        return 0;
    }

    private static void Say(ActOutcome.Done done)
    {
        lock (Console.Out)
        {
            Console.Out.WriteLine($"done {done.DossierId:N} {done.ActNumber} .");
            Console.Out.Flush();
        }
    }

    /// <summary>Kills its own process before a given command or commit, or after a commit that nobody heard of yet.</summary>
    private sealed class Death(int at) : DbCommandInterceptor, IDbTransactionInterceptor
    {
        private int steps;

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) => Pass(result);

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) => Pass(result);

        public ValueTask<InterceptionResult> TransactionCommittingAsync(DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) => Pass(result);

        public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default) => Pass(0).AsTask();

        private ValueTask<T> Pass<T>(T result)
        {
            if (Interlocked.Increment(ref steps) == at)
            {
                Process.GetCurrentProcess().Kill();
            }

            return ValueTask.FromResult(result);
        }
    }
}
