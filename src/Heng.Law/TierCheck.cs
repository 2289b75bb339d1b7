using Heng.Law.Matters;

namespace Heng.Law;

/// <summary>Whether the fine tiers of one subject exclude one another and leave no hole along a number.</summary>
/// <remarks>
/// Conditions are tried on every combination of the facts that they name: both answers, every choice, and each printed number with the next below and above.
/// Where the law itself lets two tiers be open at once, the one with the highest maximum counts (readings R08); such places are listed in <c>known-gaps.json</c>.
/// </remarks>
internal static class TierCheck
{
    private const int MostCombinations = 100_000;

    public static IEnumerable<LawFinding> Of(MatterTable matters, Func<string, string> fileOf)
        => from matter in matters.All
           let file = fileOf(matter.Id)
           from index in Enumerable.Range(0, matter.Versions.Count)
           let version = matter.Versions[index]
           from subject in version.Penalties.Where(p => p.Kind.Id == PenaltyKindTable.Fine).GroupBy(p => p.Subject)
           from finding in OfSubject(matters, file, version, subject.Key, [.. subject])
           select finding;

    private static IEnumerable<LawFinding> OfSubject(MatterTable matters, string file, MatterVersion version, Subject subject, Penalty[] fines)
    {
        if (fines.Length < 2)
        {
            yield break;
        }

        var facts = fines.Where(f => f.When is not null).SelectMany(f => f.When!.Facts).Distinct().OrderBy(f => f.Kind == FactKind.Number ? 1 : 0).ToArray();
        var values = facts.Select(f => ValuesOf(f, fines, subject)).ToArray();
        if (values.Aggregate(1L, (product, v) => product * v.Length) > MostCombinations)
        {
            yield return new LawFinding("law.tier.unchecked", LawSeverity.Warning, file, $"$.versions[{version.Id}].penalties", $"罚款档次的条件所涉事实太多，无法逐一检查（{SubjectCodes.CodeOf(subject)}）。请简化条件，或者人工核对后列入 {LawCheck.KnownGaps}。")
            {
                Value = $"{version.Id} {SubjectCodes.CodeOf(subject)}",
            };
            yield break;
        }

        var overlaps = new SortedSet<(int First, int Second)>();
        var holes = new SortedSet<string>(StringComparer.Ordinal);
        var at = new int[facts.Length];
        // Without facts there is one combination: nothing is asked.
        do
        {
            if (Consistent(matters, facts, values, at))
            {
                var open = OpenOn(matters, fines, facts, values, at);
                for (var i = 1; i < open.Length; i++)
                {
                    overlaps.Add((open[0], open[i]));
                }

                if (open.Length == 0 && HoleAlong(matters, fines, facts, values, at) is { } hole)
                {
                    holes.Add(hole);
                }
            }
        }
        while (Next(at, values));

        var place = $"$.versions[{version.Id}].penalties";
        foreach (var (first, second) in overlaps)
        {
            yield return new LawFinding("law.tier.overlap", LawSeverity.Warning, file, place, $"同一对象（{SubjectCodes.CodeOf(subject)}）的罚款档次“{Shown(fines[first])}”与“{Shown(fines[second])}”可以同时成立。请补充条件使其互斥；法律本来如此的，列入 {LawCheck.KnownGaps}。")
            {
                Value = $"{version.Id} {SubjectCodes.CodeOf(subject)}: {Shown(fines[first])} / {Shown(fines[second])}",
            };
        }

        foreach (var hole in holes)
        {
            yield return new LawFinding("law.tier.gap", LawSeverity.Warning, file, place, $"同一对象（{SubjectCodes.CodeOf(subject)}）的罚款档次在 {hole} 时都不成立，而在其上、其下都有档次。请检查“以上、以下、不足、超过”是否写对；法律本来如此的，列入 {LawCheck.KnownGaps}。")
            {
                Value = $"{version.Id} {SubjectCodes.CodeOf(subject)}: {hole}",
            };
        }
    }

    private static object[] ValuesOf(Fact fact, Penalty[] fines, Subject subject) => fact.Kind switch
    {
        FactKind.Boolean => [false, true],
        // A subject that must be a unit or an individual settles the kind of party (readings R07).
        FactKind.Choice when fact.Id == "partyType" && subject is Subject.Unit or Subject.Individual => [SubjectCodes.CodeOf(subject)],
        FactKind.Choice => [.. fact.Values],
        _ => [.. fines.Where(f => f.When is not null).SelectMany(f => f.When!.Leaves).Where(l => l.Fact == fact)
            .SelectMany(l => new[] { l.Number - 1, l.Number, l.Number + 1 }).Append(0).Where(n => n >= 0).Distinct().Order().Cast<object>()],
    };

    /// <summary>Leaves out what cannot be: an amount without its flag, and light together with serious.</summary>
    private static bool Consistent(MatterTable matters, Fact[] facts, object[][] values, int[] at)
    {
        object? Given(string id) => Array.FindIndex(facts, f => f.Id == id) is var i and >= 0 ? values[i][at[i]] : null;
        bool FlagFits(string flag, string amount) => Given(flag) is not bool has || Given(amount) is not decimal sum || has == sum > 0;
        bool IsTrue(string id) => Given(id) is true;
        return FlagFits("hasIllegalIncome", "illegalIncome") && FlagFits("hasTurnover", "turnover")
            && !(IsTrue("lightCircumstances") && (IsTrue("seriousCircumstances") || IsTrue("heavierCircumstances") || IsTrue("graveConsequences")));
    }

    private static int[] OpenOn(MatterTable matters, Penalty[] fines, Fact[] facts, object[][] values, int[] at)
    {
        var sheet = new FactSheet.Builder(matters.Facts);
        for (var i = 0; i < facts.Length; i++)
        {
            switch (values[i][at[i]])
            {
                case bool flag: sheet.Set(facts[i], flag); break;
                case decimal number: sheet.Set(facts[i], number); break;
                case string choice: sheet.TrySet(facts[i], choice); break;
                default: break;
            }
        }

        var built = sheet.Build();
        return [.. Enumerable.Range(0, fines.Length).Where(i => fines[i].When is not { } when || when.On(built) == Truth.True)];
    }

    /// <summary>The value of a number at which no tier is open although one is below and one above, all else being the same.</summary>
    private static string? HoleAlong(MatterTable matters, Penalty[] fines, Fact[] facts, object[][] values, int[] at)
    {
        for (var i = 0; i < facts.Length; i++)
        {
            if (facts[i].Kind != FactKind.Number)
            {
                continue;
            }

            bool OpenAt(int k)
            {
                var moved = (int[])at.Clone();
                moved[i] = k;
                return Consistent(matters, facts, values, moved) && OpenOn(matters, fines, facts, values, moved).Length > 0;
            }

            if (Enumerable.Range(0, at[i]).Any(OpenAt) && Enumerable.Range(at[i] + 1, values[i].Length - at[i] - 1).Any(OpenAt))
            {
                return $"{facts[i].Id} = {LawCheck.Shown((decimal)values[i][at[i]])}";
            }
        }

        return null;
    }

    private static bool Next(int[] at, object[][] values)
    {
        for (var i = 0; i < at.Length; i++)
        {
            if (++at[i] < values[i].Length)
            {
                return true;
            }

            at[i] = 0;
        }

        return false;
    }

    private static string Shown(Penalty fine)
        => (fine.BaseFact is { } fact ? fact.Id + " " : "") + (fine.Exact is { } exact ? LawCheck.Shown(exact) : $"{(fine.Minimum is { } least ? LawCheck.Shown(least) : "")}-{LawCheck.Shown(fine.Maximum)}");
}
