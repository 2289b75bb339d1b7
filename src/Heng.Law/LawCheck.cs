using System.Globalization;
using Heng.Law.Citations;

namespace Heng.Law;

/// <summary>Law check (法规数据检查): everything about a set of law files that can be wrong without breaking its schema.</summary>
/// <remarks>
/// References, dates, gaps and overlaps, tiers, benchmarks, citations in force, values unconfirmed or unchecked for a year.
/// Findings that <c>known-gaps.json</c> lists are marked as known. The order is that of files and places; the same files and day give the same findings.
/// </remarks>
public static class LawCheck
{
    /// <summary>Path of the file that lists what is known to be missing.</summary>
    public const string KnownGaps = "known-gaps.json";

    /// <summary>Checks a set of files.</summary>
    /// <param name="files">The files.</param>
    /// <param name="asOf">The day on which the check is made.</param>
    public static IReadOnlyList<LawFinding> Run(LawFiles files, DateOnly asOf) => Run(files, asOf, []);

    /// <summary>Checks a set of files, together with findings made elsewhere, for example by schema.</summary>
    /// <param name="files">The files.</param>
    /// <param name="asOf">The day on which the check is made.</param>
    /// <param name="others">Findings made elsewhere; they are ordered and marked as known with the rest.</param>
    public static IReadOnlyList<LawFinding> Run(LawFiles files, DateOnly asOf, IEnumerable<LawFinding> others)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(others);
        var findings = new List<LawFinding>();
        var nodes = new LawNodes(files, findings);
        findings.AddRange(others.Where(o => findings.All(f => f.Code != "law.json" || f.File != o.File)));
        findings.AddRange(ReferenceCheck.Of(nodes));
        findings.AddRange(DateCheck.Of(nodes, asOf));
        findings.AddRange(CitationCheck.Of(nodes, asOf));
        findings.AddRange(CompiledChecks(files));
        return [.. Known(nodes, findings, asOf).OrderBy(f => f.File, StringComparer.Ordinal).ThenByDescending(f => f.Severity).ThenBy(f => f.Path, StringComparer.Ordinal).ThenBy(f => f.Code, StringComparer.Ordinal).ThenBy(f => f.Value, StringComparer.Ordinal)];
    }

    /// <summary>What can be seen only when the set has been compiled; a set that cannot be is one finding.</summary>
    private static IEnumerable<LawFinding> CompiledChecks(LawFiles files)
    {
        LawSet law;
        try
        {
            law = LawSet.Load(files);
        }
        catch (LawDataException e)
        {
            return [new LawFinding("law.unreadable", LawSeverity.Error, e.File, e.Place, $"程序无法读取：{e.Says}。请改正此处，或者从上一个可用的版本恢复。")];
        }
        catch (Exception e) when (e is ArgumentException or KeyNotFoundException or InvalidOperationException or NullReferenceException or FormatException)
        {
            return [new LawFinding("law.unreadable", LawSeverity.Error, "", "$", $"程序无法读取这套数据：{e.Message}。请先改正其他错误再检查。")];
        }

        return [.. TierCheck.Of(law.Matters, FileOf(files)), .. BenchmarkCheck.Of(law, FileOf(files))];
    }

    /// <summary>The file that holds an id as the value of <c>"id"</c>; compiled tables no longer know theirs.</summary>
    private static Func<string, string> FileOf(LawFiles files)
    {
        var byId = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in files.Under("matters/").Where(f => f.Path.Count(c => c == '/') == 2))
        {
            using var document = file.Open();
            byId[document.Root.Text("id")] = file.Path;
        }

        foreach (var file in files.Under("benchmarks/"))
        {
            using var document = file.Open();
            foreach (var entry in document.Root.Items("entries"))
            {
                byId[entry.Text("id")] = file.Path;
            }
        }

        return id => byId.GetValueOrDefault(id, "");
    }

    private static IEnumerable<LawFinding> Known(LawNodes nodes, IReadOnlyCollection<LawFinding> findings, DateOnly asOf)
    {
        var gaps = nodes.Entries(KnownGaps, "gaps").ToArray();
        var used = new bool[gaps.Length];
        foreach (var finding in findings)
        {
            var known = finding;
            for (var i = 0; i < gaps.Length; i++)
            {
                var gap = gaps[i];
                if (gap.TextOf("code") == finding.Code && gap.TextOf("file") == finding.File
                    && (gap.TextOf("path") is not { } path || path == finding.Path) && (gap.TextOf("value") is not { } value || value == finding.Value))
                {
                    used[i] = true;
                    known = finding with { KnownBecause = gap.TextOf("why") ?? "" };
                }
            }

            yield return known;
        }

        // A set that cannot be compiled hides findings; so does a day before the data was last checked.
        if (findings.Any(f => f.Code is "law.unreadable" or "law.json") || DateCheck.LastChecked(nodes) > asOf)
        {
            yield break;
        }

        for (var i = 0; i < gaps.Length; i++)
        {
            if (!used[i] && gaps[i].TextOf("code") != "law.value.unchecked")
            {
                yield return gaps[i].Finding("law.known-gap.stale", LawSeverity.Warning, $"列明的缺口（{gaps[i].TextOf("code")}，{gaps[i].TextOf("file")}）已经不存在。请从 {KnownGaps} 中删去此条。", gaps[i].TextOf("code"));
            }
        }
    }

    internal static string Shown(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The day after, which the last day of the calendar does not have.</summary>
    internal static DateOnly After(DateOnly day) => day == DateOnly.MaxValue ? day : day.AddDays(1);

    /// <summary>The day before, which the first day of the calendar does not have.</summary>
    internal static DateOnly Before(DateOnly day) => day == DateOnly.MinValue ? day : day.AddDays(-1);

    internal static string Shown(decimal number) => number.ToString("0.####", CultureInfo.InvariantCulture);
}
