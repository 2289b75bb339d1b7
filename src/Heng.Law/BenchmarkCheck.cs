using System.Globalization;
using Heng.Law.Discretion;
using Heng.Law.Matters;

namespace Heng.Law;

/// <summary>Whether a benchmark stays inside the statute, names its levels rightly, leaves no gap, and says who issued it.</summary>
internal static class BenchmarkCheck
{
    public static IEnumerable<LawFinding> Of(LawSet law, Func<string, string> fileOf)
    {
        var table = DiscretionTable.From(law.Files, law.Matters.Facts);
        return table.Benchmarks.SelectMany(b => OfEntry(law, b, table.Benchmarks, fileOf(b.Id)));
    }

    private static IEnumerable<LawFinding> OfEntry(LawSet law, Benchmark entry, IReadOnlyList<Benchmark> all, string file)
    {
        LawFinding Finding(string code, string place, string says, string value) => new(code, LawSeverity.Warning, file, $"$.entries[{entry.Id}]{place}", says) { Value = value };

        foreach (var (missing, zh) in new[] { (entry.Authority is null, "发布机关 authority"), (entry.Published is null, "公布日期 published"), (entry.Region is null, "适用地区 region") })
        {
            if (missing)
            {
                yield return Finding("law.benchmark.issuer", "", $"裁量基准“{entry.Title}”没有写明{zh}。没有公布的裁量基准不得适用（行政处罚法第五条、第三十四条）；请查明后填写。", $"{entry.Id} {zh[(zh.IndexOf(' ', StringComparison.Ordinal) + 1)..]}");
            }
        }

        if (entry.Matter is not { } id || law.Matters.Find(id) is not { } matter || entry.Tiers.Count == 0)
        {
            yield break;
        }

        // An entry is held against the law of its days; one without a day, against the newest.
        var version = DayOf(entry.Published) is { } day ? matter.On(day) ?? matter.Versions[^1] : matter.Versions[^1];
        var fines = version.Penalties.Where(p => p.Kind.Id == PenaltyKindTable.Fine && p.Subject is Subject.Party or Subject.Unit or Subject.Individual).ToArray();
        for (var i = 0; i < entry.Tiers.Count; i++)
        {
            foreach (var (index, band) in entry.Tiers[i].Bands.Index())
            {
                var place = $".tiers[{i.ToString(CultureInfo.InvariantCulture)}].bands[{index.ToString(CultureInfo.InvariantCulture)}]";
                var same = fines.Where(f => f.BaseFact == band.Base).ToArray();
                var shown = $"{entry.Id} {entry.Tiers[i].Name} {Shown(band)}";
                if (band.Minimum > band.Maximum)
                {
                    yield return Finding("law.benchmark.order", place, $"档次“{entry.Tiers[i].Name}”的下限高于上限（{Shown(band)}）。请改正。", shown);
                }
                else if (entry.Tiers[i].Level == Level.Mitigated)
                {
                    if (!same.Any(f => f.Minimum is { } least && band.Maximum <= least))
                    {
                        yield return Finding("law.benchmark.level", place, $"档次名为减轻处罚，幅度 {Shown(band)} 却不低于法定下限（{version.Id}：{Shown(same)}）。在法定幅度之内的不是减轻；请改正档次名称或者幅度。", shown);
                    }
                }
                else if (!same.Any(f => (f.Minimum ?? 0) <= band.Minimum && band.Maximum <= f.Maximum))
                {
                    yield return Finding("law.benchmark.outside-band", place, $"档次“{entry.Tiers[i].Name}”的幅度 {Shown(band)} 超出法定幅度（{version.Id}：{Shown(same)}）。请改正幅度，或者核对所依条文。", shown);
                }
            }
        }

        if (entry.Method == "tiered")
        {
            foreach (var (code, says, value) in Coverage(entry, fines))
            {
                yield return Finding(code, ".tiers", says, value);
            }
        }

        foreach (var higher in all.Where(b => b != entry && b.Matter == entry.Matter && b.SetsTiers && entry.SetsTiers && b.Region is { } above && entry.Region is { } below && above != below && above.Contains(below)))
        {
            foreach (var tier in entry.Tiers)
            {
                var above = higher.Tiers.Where(t => t.Name == tier.Name).SelectMany(t => t.Bands).ToArray();
                foreach (var band in tier.Bands.Where(b => above.Length > 0 && !above.Any(h => h.Base == b.Base && h.Minimum <= b.Minimum && b.Maximum <= h.Maximum)))
                {
                    yield return Finding("law.benchmark.exceeds-higher", ".tiers", $"档次“{tier.Name}”的幅度 {Shown(band)} 超出上级基准 {higher.Id} 的同一档次。下级只能在上级幅度内细化；请改正。", $"{entry.Id} {tier.Name} {Shown(band)}");
                }
            }
        }
    }

    /// <summary>Gaps and overlaps between the bands of a table, and an ordinary tier that is missing.</summary>
    private static IEnumerable<(string Code, string Says, string Value)> Coverage(Benchmark entry, Penalty[] fines)
    {
        var names = entry.Tiers.Select(t => t.Name).ToHashSet(StringComparer.Ordinal);
        if (names.Contains("lighter") && names.Contains("heavier") && !names.Contains("normal"))
        {
            yield return ("law.benchmark.no-ordinary", "有从轻、从重档次而没有一般档次。请补上一般档次，或者说明为什么没有。", $"{entry.Id} normal");
        }

        var bands = entry.Tiers.SelectMany(t => t.Bands.Select(b => (t.Name, Band: b)));
        foreach (var group in bands.GroupBy(b => b.Band.Base?.Id ?? "fixed"))
        {
            var sorted = group.OrderBy(b => b.Band.Minimum).ThenBy(b => b.Band.Maximum).ToArray();
            for (var i = 1; i < sorted.Length; i++)
            {
                var (before, after) = (sorted[i - 1].Band, sorted[i].Band);
                if (after.Minimum > before.Maximum)
                {
                    yield return ("law.benchmark.gap", $"幅度在 {LawCheck.Shown(before.Maximum)} 与 {LawCheck.Shown(after.Minimum)} 之间没有档次（{group.Key}）。请补上，或者列入 {LawCheck.KnownGaps}。", $"{entry.Id} {LawCheck.Shown(before.Maximum)}..{LawCheck.Shown(after.Minimum)}");
                }
                else if (after.Minimum < before.Maximum)
                {
                    yield return ("law.benchmark.overlap", $"档次“{sorted[i - 1].Name}”与“{sorted[i].Name}”的幅度在 {LawCheck.Shown(after.Minimum)} 与 {LawCheck.Shown(before.Maximum)} 之间重叠（{group.Key}）。请改正，或者列入 {LawCheck.KnownGaps}。", $"{entry.Id} {LawCheck.Shown(after.Minimum)}..{LawCheck.Shown(before.Maximum)}");
                }
            }

            // The ends of the table are the ends of the statute; several tiers of the statute may follow one another.
            var statute = fines.Where(f => f.BaseId == group.Key).ToArray();
            if (statute.Length > 0 && !statute.Any(f => (f.Minimum ?? 0) == sorted[0].Band.Minimum))
            {
                yield return ("law.benchmark.gap", $"最低的幅度从 {LawCheck.Shown(sorted[0].Band.Minimum)} 开始，法定幅度（{Shown(statute)}）的开头没有档次（{group.Key}）。请补上，或者列入 {LawCheck.KnownGaps}。", $"{entry.Id} start {LawCheck.Shown(sorted[0].Band.Minimum)}");
            }

            if (statute.Length > 0 && !statute.Any(f => f.Maximum == sorted[^1].Band.Maximum))
            {
                yield return ("law.benchmark.gap", $"最高的幅度到 {LawCheck.Shown(sorted[^1].Band.Maximum)} 为止，法定幅度（{Shown(statute)}）的末尾没有档次（{group.Key}）。请补上，或者列入 {LawCheck.KnownGaps}。", $"{entry.Id} end {LawCheck.Shown(sorted[^1].Band.Maximum)}");
            }
        }
    }

    private static DateOnly? DayOf(string? published) => published?.Length switch
    {
        4 => new DateOnly(int.Parse(published, CultureInfo.InvariantCulture), 1, 1),
        7 => DateOnly.ParseExact(published, "yyyy-MM", CultureInfo.InvariantCulture),
        10 => DateOnly.ParseExact(published, "yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => null,
    };

    private static string Shown((Fact? Base, decimal Minimum, decimal Maximum, decimal? Cap, Condition? When) band)
        => $"{(band.Base is { } fact ? fact.Id + " " : "")}{LawCheck.Shown(band.Minimum)}-{LawCheck.Shown(band.Maximum)}";

    private static string Shown(Penalty[] fines)
        => fines.Length == 0 ? "没有同一基数的罚款" : string.Join("、", fines.Select(f => $"{(f.BaseFact is { } fact ? fact.Id + " " : "")}{LawCheck.Shown(f.Minimum ?? 0)}-{LawCheck.Shown(f.Maximum)}").Distinct());
}
