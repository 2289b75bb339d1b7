using Heng.Law.Matters;

namespace Heng.Law.Discretion;

/// <summary>Change step (变化项): one fact or circumstance that would be otherwise.</summary>
/// <param name="Fact">The fact, or null for a circumstance.</param>
/// <param name="Circumstance">The circumstance, or null for a fact.</param>
/// <param name="From">Value now as text; null when unknown; <c>true</c> or <c>false</c> for a circumstance.</param>
/// <param name="To">Value then.</param>
public sealed record ChangeStep(Fact? Fact, Circumstance? Circumstance, string? From, string To);

/// <summary>Change (结果变化): the nearest facts under which the result would be another.</summary>
/// <param name="Steps">What would be otherwise; mostly one step, several for an exemption with several open conditions.</param>
/// <param name="Outcome">The outcome then.</param>
/// <param name="Level">The level then.</param>
/// <param name="Range">The range then.</param>
/// <param name="LeadsTo"><c>exemption</c>, <c>lower</c>, <c>higher</c> or <c>other</c>.</param>
public sealed record Change(IReadOnlyList<ChangeStep> Steps, AssessmentOutcome Outcome, Level? Level, SumRange? Range, string LeadsTo)
{
    /// <summary>The provision that opens the party's band then; tells tiers apart.</summary>
    internal Penalty? Tier { get; init; }
}

public sealed partial class DiscretionEngine
{
    /// <summary>What would change the result: each single fact or circumstance that moves outcome, tier or level, and each exemption with what it still needs.</summary>
    /// <remarks>Numbers are tried at the edges that conditions print. The order is: exemptions, lower, higher, other; fewest steps first.</remarks>
    /// <param name="result">An assessment of this engine.</param>
    public IReadOnlyList<Change> ChangesOf(Assessment result)
    {
        ArgumentNullException.ThrowIfNull(result);
        if (result.Chosen is not { } chosen)
        {
            return [];
        }

        var changes = new List<Change>();
        foreach (var (fact, value) in Candidates(result, chosen.Law))
        {
            TryChange(result, [(fact, value)], null, changes);
        }

        foreach (var exemption in result.Exemptions.Where(e => e.Truth != Truth.True))
        {
            TryExemption(result, exemption.Entry, changes);
        }

        foreach (var circumstance in Matters.Circumstances)
        {
            var counts = circumstance.Scope.Count == 0 || circumstance.Scope.Contains(chosen.Law.Matter.Field);
            if (counts && circumstance.Effect != CircumstanceEffect.NoPenalty && (chosen.Circumstances & (1UL << circumstance.Index)) == 0)
            {
                TryChange(result, [], circumstance, changes);
            }
        }

        return [.. Nearest(changes)
            .OrderBy(c => c.LeadsTo switch { "exemption" => 0, "lower" => 1, "higher" => 2, _ => 3 }).ThenBy(c => c.Steps.Count)];
    }

    /// <summary>Of several values of one number that lead to the same, the one nearest to the present value.</summary>
    private static IEnumerable<Change> Nearest(List<Change> changes)
        => changes
            .GroupBy(c => c.Steps is [{ Fact.Kind: FactKind.Number }]
                ? (string.Join(';', c.Steps.Select(s => s.Fact!.Id)), c.LeadsTo, c.Outcome, c.Level, c.Tier)
                : (string.Join(';', c.Steps.Select(s => $"{s.Fact?.Id}{s.Circumstance?.Id}={s.To}")), c.LeadsTo, c.Outcome, c.Level, null))
            .Select(g => g.MinBy(c => c.Steps[0] is { Fact.Kind: FactKind.Number } step ? Math.Abs(Number(step.To) - (step.From is { } from ? Number(from) : 0)) : 0)!);

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.NumberStyles.Number, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Every value of a fact at which some condition of the version turns.</summary>
    private static IEnumerable<(Fact Fact, string Value)> Candidates(Assessment result, CompiledVersion law)
    {
        var conditions = law.Version.Penalties.Select(p => p.When)
            .Concat(law.Overlays.SelectMany(o => o.Penalties.Select(p => p.When).Append(o.When)))
            .Concat(law.SeriousRules.Select(s => s.Any))
            .Concat(result.Exemptions.Select(e => e.Entry.Conditions));
        var seen = new HashSet<(Fact, string)>();
        foreach (var test in conditions.Where(c => c is not null).SelectMany(c => c!.Leaves))
        {
            foreach (var value in ValuesAround(test))
            {
                if (value != result.Request.Facts.TextOf(test.Fact) && seen.Add((test.Fact, value)))
                {
                    yield return (test.Fact, value);
                }
            }
        }
    }

    private static IEnumerable<string> ValuesAround(Condition.Test test)
    {
        switch (test.Fact.Kind)
        {
            case FactKind.Boolean:
                return ["true", "false"];
            case FactKind.Choice:
                return test.Fact.Values;
            default:
                // The nearest value on either side of the edge: one fen for sums, one for counts.
                var step = test.Fact.Unit is null or "元" ? 0.01m : 1m;
                decimal[] edges = [test.Number - step, test.Number, test.Number + step];
                return edges.Where(e => e >= 0).Select(e => e.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    private void TryExemption(Assessment result, Exemption entry, List<Change> changes)
    {
        var needed = new List<(Fact, string)>();
        Need(entry.Conditions!, result.Request.Facts, needed);
        if (needed.Count > 0)
        {
            TryChange(result, needed, null, changes);
        }
    }

    /// <summary>The fewest facts that would make a condition true; of alternatives the one with the fewest open tests.</summary>
    private static void Need(Condition condition, FactSheet facts, List<(Fact, string)> needed)
    {
        if (condition.On(facts) == Truth.True)
        {
            return;
        }

        switch (condition)
        {
            case Condition.All all:
                foreach (var part in all.Parts)
                {
                    Need(part, facts, needed);
                }

                break;
            case Condition.Any any:
                var best = any.Parts.Select(p =>
                {
                    var own = new List<(Fact, string)>();
                    Need(p, facts, own);
                    return own;
                }).MinBy(n => n.Count)!;
                needed.AddRange(best);
                break;
            case Condition.Test test:
                needed.Add((test.Fact, ValuesAround(test).First(v => test.On(Set(facts, test.Fact, v)) == Truth.True)));
                break;
            default:
                break;
        }
    }

    private void TryChange(Assessment result, IReadOnlyList<(Fact Fact, string Value)> facts, Circumstance? added, List<Change> changes)
    {
        var request = result.Request;
        var sheet = request.Facts;
        foreach (var (fact, value) in facts)
        {
            sheet = Set(sheet, fact, value);
        }

        var changed = Assess(new AssessmentRequest(request.Matter, sheet, request.ActDate, request.DecisionDate)
        {
            Region = request.Region,
            ActEndDate = request.ActEndDate,
            DiscoveryDate = request.DiscoveryDate,
            Party = request.Party,
            Circumstances = added is null ? request.Circumstances : [.. request.Circumstances, added],
        });
        if (LeadsTo(result, changed) is not { } leadsTo)
        {
            return;
        }

        ChangeStep[] steps = added is null
            ? [.. facts.Select(f => new ChangeStep(f.Fact, null, request.Facts.TextOf(f.Fact), f.Value))]
            : [new ChangeStep(null, added, "false", "true")];
        changes.Add(new Change(steps, changed.Outcome, changed.Level, changed.Range, leadsTo) { Tier = changed.OwnBand?.Penalty });
    }

    private static FactSheet Set(FactSheet sheet, Fact fact, string value) => fact.Kind switch
    {
        FactKind.Boolean => sheet.With(fact, value == "true"),
        FactKind.Number => sheet.With(fact, Number(value)),
        _ => sheet.With(fact, value),
    };

    /// <summary>How another result stands to this one; null when outcome, band, level and kinds are the same.</summary>
    private static string? LeadsTo(Assessment now, Assessment then)
    {
        if (then.Outcome != now.Outcome)
        {
            return (RankOf(then.Outcome), then.Outcome) switch
            {
                (0, _) or (_, AssessmentOutcome.MayBeExempt) => "exemption",
                _ when RankOf(then.Outcome) < RankOf(now.Outcome) => "lower",
                _ when RankOf(then.Outcome) > RankOf(now.Outcome) || now.Outcome == AssessmentOutcome.MayBeExempt => "higher",
                _ => "other",
            };
        }

        if (now.Outcome == AssessmentOutcome.NeedsFacts)
        {
            // Still undetermined: an answer that settles nothing is no change worth naming.
            return null;
        }

        var (own, other) = (now.OwnBand, then.OwnBand);
        if (ReferenceEquals(own?.Penalty, other?.Penalty) && then.Level == now.Level && then.Chosen!.HighestSeverity == now.Chosen!.HighestSeverity)
        {
            // A multiple moves with its base; the tier, the level and the kinds stay.
            return null;
        }

        var sign = (other?.ExactMaximum ?? 0).CompareTo(own?.ExactMaximum ?? 0);
        sign = sign != 0 ? sign : (other?.ExactMinimum ?? 0).CompareTo(own?.ExactMinimum ?? 0);
        sign = sign != 0 ? sign : Nullable.Compare(then.Level, now.Level);
        if (sign == 0 && then.Chosen!.HighestSeverity != now.Chosen!.HighestSeverity)
        {
            sign = then.Chosen.HighestSeverity.CompareTo(now.Chosen.HighestSeverity);
        }

        return sign < 0 ? "lower" : sign > 0 ? "higher" : null;
    }
}
