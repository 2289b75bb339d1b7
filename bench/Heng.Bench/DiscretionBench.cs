using System.Globalization;
using Heng.Law;
using Heng.Law.Discretion;
using Heng.Law.Matters;
using RulesEngine.Models;

namespace Heng.Bench;

/// <summary>Discretion over all matters, beside Microsoft RulesEngine expressing the same fine tiers, in one run.</summary>
internal static class DiscretionBench
{
    private const int Cases = 50_000;
    private const int PeerCases = 1_000;
    private static readonly LawSet law = LawSet.Embedded;

    /// <summary>Runs all parts.</summary>
    /// <returns>0 when both engines give the same bands.</returns>
    public static int Run()
    {
        var requests = Enumerable.Range(0, Cases).Select(i => Request(new Random(i))).ToArray();
        var plain = Rate.Of("assessed (outcome, bands, level, exemptions, questions)", requests, r => law.Discretion.Assess(r) is { Outcome: var o } ? (int)o + 1 : 0);
        Rate.Of("assessed and read in full (all lists, gates, findings)", requests, ReadInFull);
        var traced = requests[..5_000];
        Rate.Of("assessed and explained, 14 steps", traced, r => law.Discretion.Explain(law.Discretion.Assess(r)).Count);
        Rate.Of("assessed with what would change the result", requests[..200], r => law.Discretion.ChangesOf(law.Discretion.Assess(r)).Count + 1);
        return Compare(requests[..PeerCases], plain);
    }

    private static int ReadInFull(AssessmentRequest request)
    {
        var result = law.Discretion.Assess(request);
        return result.Fines.Sum(f => (int)f.Minimum % 7) + result.OtherKinds.Count + result.Exemptions.Sum(e => e.Failed.Count + e.Unknown.Count) + result.Questions.Count + result.Gates.Count + result.Findings.Count + 1;
    }

    private static int Compare(AssessmentRequest[] requests, double ours)
    {
        var peer = new Peer(law);
        var prepared = requests.Select(r => (Request: r, Facts: new PeerFacts(r.Facts))).ToArray();
        var differing = prepared.Count(p => peer.Band(p.Request, p.Facts) != OwnBand(p.Request));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"bands compared: {requests.Length:N0}, differing: {differing}"));
        var theirs = Rate.Of("RulesEngine 6.0.1, the same tiers, kinds, overlays and exemptions as expressions", prepared, p => peer.Band(p.Request, p.Facts) is null ? 1 : 2);
        var same = Rate.Of("Heng, exactly those conditions and bands", requests, peer.OpenHere);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ratio on equal work: {same / theirs:N0} times the throughput"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ratio of the whole assessment: {ours / theirs:N0} times the throughput; RulesEngine knows true and false only and gives no questions, level or limitation"));
        return differing == 0 ? 0 : 1;
    }

    private static (decimal, decimal)? OwnBand(AssessmentRequest request)
        => law.Discretion.Assess(request).Fines.FirstOrDefault(f => f.Subject == Subject.Party) is { } band ? (band.Minimum, band.Maximum) : null;

    /// <summary>A request of a unit on a day of the newest version, with every fact of the party's tiers known.</summary>
    private static AssessmentRequest Request(Random random)
    {
        var matter = law.Matters.All[random.Next(law.Matters.All.Count)];
        var version = matter.Versions[^1];
        var sheet = new FactSheet.Builder(law.Matters.Facts);
        foreach (var fact in version.Penalties.SelectMany(p => (p.When?.Facts ?? []).Concat(p.BaseFact is { } basis ? [basis] : [])).Concat(Named("minorViolation", "correctedPromptly", "provesNoFault", "especiallySerious")).Distinct())
        {
            switch (fact.Kind)
            {
                case FactKind.Boolean: sheet.Set(fact, fact.Id is not ("minorViolation" or "provesNoFault" or "especiallySerious" or "seriousCircumstances") && random.Next(2) == 0); break;
                case FactKind.Number: sheet.Set(fact, random.Next(1, 15_000)); break;
                default: sheet.TrySet(fact, fact.Id == "partyType" ? "unit" : fact.Values[random.Next(fact.Values.Count)]); break;
            }
        }

        var day = version.From > new DateOnly(2026, 3, 1) ? version.From : new DateOnly(2026, 3, 1);
        return new AssessmentRequest(matter, sheet.Build(), day, day.AddDays(60)) { DiscoveryDate = day.AddDays(1) };
    }

    private static IEnumerable<Fact> Named(params string[] ids) => ids.Select(id => law.Matters.Facts.Find(id)!);

    /// <summary>The same tiers as expressions: one workflow a version, one rule a tier.</summary>
    private sealed class Peer
    {
        private readonly RulesEngine.RulesEngine engine;
        private readonly Dictionary<string, Penalty[]> tiers = new(StringComparer.Ordinal);
        private readonly Dictionary<string, Condition?[]> conditionsOf = new(StringComparer.Ordinal);

        public Peer(LawSet law)
        {
            var workflows = new List<Workflow>();
            foreach (var (matter, version) in law.Matters.All.Select(m => (m, m.Versions[^1])))
            {
                var fines = version.Penalties.Where(p => p.Kind.Id == PenaltyKindTable.Fine && p.Subject == Subject.Party).ToArray();
                if (fines.Length == 0)
                {
                    continue;
                }

                tiers[version.Id] = fines;
                // The party's fines first, by which the bands are compared; then every other condition that an assessment tests.
                var conditions = fines.Select(f => f.When)
                    .Concat(version.Penalties.Except(fines).Select(p => p.When))
                    .Concat(law.Matters.OverlaysOf(matter, version).Where(o => o.Penalties.Count > 0).Select(o => o.When))
                    .Concat(law.Matters.SeriousRulesOf(matter, version).Select(r => (Condition?)r.Any))
                    .Concat(law.Discretion.Table.Exemptions.Where(e => e.Applicable && (e.Matters.Contains("*") || e.Matters.Contains(matter.Id))).Select(e => e.Conditions));
                conditionsOf[version.Id] = [.. conditions];
                workflows.Add(new Workflow { WorkflowName = version.Id, Rules = [.. conditions.Select((c, i) => new RulesEngine.Models.Rule { RuleName = i.ToString(CultureInfo.InvariantCulture), RuleExpressionType = RuleExpressionType.LambdaExpression, Expression = Expression(c) })] });
            }

            engine = new RulesEngine.RulesEngine([.. workflows], new ReSettings { CustomTypes = [typeof(PeerFacts)] });
        }

        public (decimal, decimal)? Band(AssessmentRequest request, PeerFacts facts)
        {
            var version = request.Matter.Versions[^1];
            if (!tiers.TryGetValue(version.Id, out var fines))
            {
                return null;
            }

            var results = engine.ExecuteAllRulesAsync(version.Id, new RuleParameter("f", facts)).AsTask().GetAwaiter().GetResult();
            (decimal Minimum, decimal Maximum)? best = null;
            for (var i = 0; i < fines.Length; i++)
            {
                if (!results[i].IsSuccess)
                {
                    continue;
                }

                var fine = fines[i];
                var factor = fine.BaseFact is { } basis ? Math.Max(facts.N(basis.Id), fine.BaseFloor ?? 0) : 1;
                var maximum = Math.Min(fine.Maximum * factor, fine.AbsoluteCap ?? decimal.MaxValue);
                var minimum = Math.Min((fine.Minimum ?? 0) * factor, maximum);
                if (best is not { } b || maximum > b.Maximum || (maximum == b.Maximum && minimum > b.Minimum))
                {
                    best = (Math.Round(minimum, 2, MidpointRounding.AwayFromZero), Math.Round(maximum, 2, MidpointRounding.AwayFromZero));
                }
            }

            return best;
        }

        /// <summary>The same conditions and the same band, by the compiled tables.</summary>
        public int OpenHere(AssessmentRequest request)
        {
            var version = request.Matter.Versions[^1];
            if (!tiers.TryGetValue(version.Id, out var fines))
            {
                return 1;
            }

            var conditions = conditionsOf[version.Id];
            var open = 1;
            decimal best = -1;
            for (var i = 0; i < conditions.Length; i++)
            {
                if (conditions[i] is { } condition && condition.On(request.Facts) != Truth.True)
                {
                    continue;
                }

                open++;
                if (i < fines.Length)
                {
                    var fine = fines[i];
                    var factor = fine.BaseFact is { } basis ? Math.Max(request.Facts.NumberOf(basis) ?? 0, fine.BaseFloor ?? 0) : 1;
                    best = Math.Max(best, Math.Min(fine.Maximum * factor, fine.AbsoluteCap ?? decimal.MaxValue));
                }
            }

            return open + (best > 0 ? 1 : 0);
        }

        private static string Expression(Condition? condition) => condition switch
        {
            null => "true",
            Condition.Test { Fact.Kind: FactKind.Number } t => $"f.N(\"{t.Fact.Id}\") {(t.Sign == "=" ? "==" : t.Sign)} {t.Value}m",
            Condition.Test t => $"f.S(\"{t.Fact.Id}\") == \"{t.Value}\"",
            Condition.All all => "(" + string.Join(" && ", all.Parts.Select(Expression)) + ")",
            Condition.Any any => "(" + string.Join(" || ", any.Parts.Select(Expression)) + ")",
            _ => throw new InvalidOperationException(),
        };
    }
}

/// <summary>Known facts as the peer reads them, prepared before the measurement; it has no third value: what is unknown is false or 0.</summary>
public sealed class PeerFacts
{
    private readonly Dictionary<string, decimal> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> texts = new(StringComparer.Ordinal);

    /// <summary>Copies the known facts of a sheet.</summary>
    public PeerFacts(FactSheet sheet)
    {
        foreach (var fact in sheet.Table.All.Where(sheet.Knows))
        {
            var text = sheet.TextOf(fact)!;
            texts[fact.Id] = text;
            if (fact.Kind == FactKind.Number)
            {
                numbers[fact.Id] = decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);
            }
        }
    }

    /// <summary>A number.</summary>
    public decimal N(string fact) => numbers.GetValueOrDefault(fact);

    /// <summary>A yes, no or choice as text.</summary>
    public string? S(string fact) => texts.GetValueOrDefault(fact);
}
