using Heng.Law.Discretion;
using Heng.Law.Matters;

namespace Heng.Law.Tests.Discretion;

/// <summary>Random requests over all matters, seeded: facts that the matter's conditions name, numbers at the edges of conditions, days around changes of law.</summary>
internal sealed class RandomCases(int seed)
{
    private static readonly string[] regions = ["CN", "CN", "CN-BJ", "CN-JS", "CN-GD-GZ", "CN-JX", "CN-GS-JYG", "CN-SC-CD"];
    private static readonly DateOnly[] days = [new(2021, 7, 14), new(2021, 7, 15), new(2023, 7, 19), new(2024, 2, 29), new(2024, 6, 30), new(2024, 7, 1), new(2025, 4, 30), new(2025, 5, 1), new(2025, 10, 14), new(2025, 10, 15), new(2025, 11, 30), new(2025, 12, 1), new(2026, 3, 1), new(2026, 5, 15)];
    private readonly Random random = new(seed);

    public static LawSet Law => LawSet.Embedded;

    public AssessmentRequest Next()
    {
        var matter = Law.Matters.All[random.Next(Law.Matters.All.Count)];
        var act = days[random.Next(days.Length)].AddDays(random.Next(-2, 3));
        DateOnly? end = random.Next(4) == 0 ? act.AddDays(random.Next(400)) : null;
        var last = end ?? act;
        var decision = last.AddDays(random.Next(5) == 0 ? random.Next(2400) : random.Next(300));
        DateOnly? discovery = random.Next(3) == 0 ? null : act.AddDays(random.Next(decision.DayNumber - act.DayNumber + 1));
        return new AssessmentRequest(matter, Sheet(matter), act, decision)
        {
            Region = Heng.Law.Codes.Region.Parse(regions[random.Next(regions.Length)]),
            ActEndDate = end,
            DiscoveryDate = discovery,
            Party = (PartyKind)random.Next(3),
            Circumstances = [.. Law.Matters.Circumstances.Where(c => c.Effect != CircumstanceEffect.NoPenalty && random.Next(16) == 0)],
            ProposedFine = random.Next(2) == 0 ? null : new decimal[] { 0, 1, 5_000, 49_999.99m, 50_000, 100_000, 300_000, 5_000_000 }[random.Next(8)],
        };
    }

    /// <summary>Any value of a fact, for a change.</summary>
    public FactSheet WithAnyValue(FactSheet sheet, Fact fact) => fact.Kind switch
    {
        FactKind.Boolean => sheet.With(fact, random.Next(2) == 0),
        FactKind.Number => sheet.With(fact, Number()),
        _ => sheet.With(fact, fact.Values[random.Next(fact.Values.Count)]),
    };

    public T One<T>(IReadOnlyList<T> of) => of[random.Next(of.Count)];

    private FactSheet Sheet(Matter matter)
    {
        var builder = new FactSheet.Builder(Law.Matters.Facts);
        var known = random.Next(4);
        foreach (var fact in FactsOf(matter))
        {
            if (random.Next(4) > known)
            {
                continue;
            }

            switch (fact.Kind)
            {
                case FactKind.Boolean: builder.Set(fact, random.Next(2) == 0); break;
                case FactKind.Number: builder.Set(fact, Number()); break;
                default: builder.TrySet(fact, fact.Values[random.Next(fact.Values.Count)]); break;
            }
        }

        return builder.Build();
    }

    /// <summary>The facts that conditions of the matter or of exemptions name.</summary>
    public static IReadOnlyList<Fact> FactsOf(Matter matter) => factsOf[matter];

    private static readonly Dictionary<Matter, IReadOnlyList<Fact>> factsOf = Law.Matters.All.ToDictionary(m => m, m => (IReadOnlyList<Fact>)[.. m.Versions
        .SelectMany(v => v.Penalties.SelectMany(p => (p.When?.Facts ?? []).Concat(p.BaseFact is { } basis ? [basis] : []))
            .Concat(Law.Matters.OverlaysOf(m, v).SelectMany(o => (o.When?.Facts ?? []).Concat(o.Penalties.Select(p => p.BaseFact).OfType<Fact>())))
            .Concat(Law.Matters.SeriousRulesOf(m, v).SelectMany(s => s.Any.Facts)))
        .Concat(Law.Discretion.Table.Exemptions.Where(e => e.Applicable && (e.Matters.Contains("*") || e.Matters.Contains(m.Id))).SelectMany(e => e.Conditions!.Facts))
        .Concat([Law.Matters.Facts.Find("harmfulConsequences")!, Law.Matters.Facts.Find("goodsValue")!, Law.Matters.Facts.Find("illegalIncome")!])
        .Where(f => f.Id is not "partyType" and not "fineAmount")
        .Distinct()]);

    private decimal Number() => new decimal[] { 0, 0.01m, 1, 2, 3, 29, 30, 66, 499.99m, 500, 500.01m, 9_999.99m, 10_000, 19_999.99m, 20_000, 36_000, 49_999, 50_000, 52_000, 99_999, 100_000, 123_456.78m, 300_000, 1_000_000, 200_000_000 }[random.Next(25)];
}
