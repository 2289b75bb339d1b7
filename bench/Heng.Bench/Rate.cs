using System.Diagnostics;
using System.Globalization;

namespace Heng.Bench;

/// <summary>Measures how many calls a second one core makes: warm-up rounds, then the median of the rest.</summary>
internal static class Rate
{
    private const int Rounds = 12;
    private const int WarmUp = 4;

    /// <summary>Measures and prints one figure.</summary>
    public static double Of<T>(string what, IReadOnlyList<T> cases, Func<T, int> call)
    {
        var rates = new double[Rounds];
        for (var round = 0; round < Rounds; round++)
        {
            var sum = 0L;
            var watch = Stopwatch.StartNew();
            for (var i = 0; i < cases.Count; i++)
            {
                sum += call(cases[i]);
            }

            rates[round] = sum > 0 ? cases.Count / watch.Elapsed.TotalSeconds : throw new InvalidOperationException("Nothing was computed.");
        }

        Array.Sort(rates, WarmUp, Rounds - WarmUp);
        var median = rates[WarmUp + ((Rounds - WarmUp) / 2)];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {median:N0} per second on one core ({1_000_000 / median:N2} µs each)"));
        return median;
    }
}
