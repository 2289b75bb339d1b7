using Heng.Cases;
using Heng.Cases.Steps.Facts;
using Heng.Cases.Steps.Review;
using Heng.Dossiers;
using Heng.Law.Discretion;
using Heng.Tests.Documents;
using Heng.Tests.Storage;

namespace Heng.Tests.Cases;

/// <summary>Every combination of what an exemption under the law rests on, and which ground it opens.</summary>
[Row("4.1")]
public sealed class ExemptionTruthTests
{
    private const string Minor = "EX-S-01";
    private const string First = "EX-S-02";
    private const string NoFault = "EX-S-03";
    private const string Age = "C-NP-01";
    private const string Mind = "C-NP-02";
    private static readonly string[] grounds = [Minor, First, NoFault, Age, Mind];
    private static readonly string[] elements = ["minorViolation", "correctedPromptly", "noHarm", "slightHarm", "firstViolation", "provesNoFault"];
    private static readonly bool?[] values = [true, false, null];

    [Fact]
    public async Task Each_combination_of_the_elements_opens_the_grounds_whose_elements_are_all_proven_and_no_other()
    {
        await using var house = await TestHouse.BuildAsync();
        var (file, context) = await house.ReadAsync(house.UnitHead, await ExemptionPath.ToFactsAsync(house));
        var (combinations, exempt) = (0, 0);
        foreach (var given in Combinations([]))
        {
            foreach (var (age, mind) in new[] { (false, false), (true, false), (false, true), (true, true) })
            {
                var after = file.Foreseen(With(file, given, age, mind), context);
                var open = ExpectedGrounds(given, age, mind);
                var says = string.Join(' ', elements.Zip(given, (e, v) => $"{e}={v?.ToString() ?? "?"}")) + $" age={age} mind={mind}";
                Assert.True(open.SetEquals(Exemptions.GroundsOf(after, context).Select(g => g.Value).Intersect(grounds)), says);
                foreach (var ground in grounds)
                {
                    var codes = Exemptions.Check(ground, after, context).Select(r => r.Code).ToArray();
                    Assert.True(open.Contains(ground) == (codes.Length == 0), $"{ground}: {says}: {string.Join(' ', codes)}");
                }

                var outcome = CaseAssessment.Of(after, context.Today, context.Bureau!.LawRegion)!.Result.Outcome;
                var shall = open.Overlaps([Minor, NoFault, Age, Mind]);
                Assert.True(shall ? outcome == AssessmentOutcome.NoPenalty : open.Contains(First) ? outcome == AssessmentOutcome.MayBeExempt : outcome is not (AssessmentOutcome.NoPenalty or AssessmentOutcome.MayBeExempt), $"{outcome}: {says}");
                combinations++;
                exempt += open.Count > 0 ? 1 : 0;
            }
        }

        Assert.Equal((2916, true), (combinations, exempt is > 0 and < 2916));
    }

    [Fact]
    public async Task An_element_without_its_evidence_opens_nothing_and_one_ground_must_be_named()
    {
        await using var house = await TestHouse.BuildAsync();
        var (file, context) = await house.ReadAsync(house.UnitHead, await ExemptionPath.ToFactsAsync(house));
        bool?[] all = [true, true, true, null, true, true];
        var whole = With(file, all, true, true);
        foreach (var (ground, needs) in new[] { (Minor, new[] { "minorViolation", "correctedPromptly", "noHarm" }), (First, ["firstViolation", "correctedPromptly"]), (NoFault, ["provesNoFault"]), (Age, [Age]), (Mind, [Mind]) })
        {
            Assert.Empty(Exemptions.Check(ground, file.Foreseen(whole, context), context));
            foreach (var element in needs)
            {
                var bare = whole with { Entries = [.. whole.Entries.Select(Bare)], Circumstances = [.. whole.Circumstances.Select(Bare)] };
                var codes = Exemptions.Check(ground, file.Foreseen(bare, context), context).Select(r => r.Code).ToArray();
                Assert.Contains("evidence.finding", codes);
                Assert.Contains("no-penalty.assessment", codes);

                FactEntry Bare(FactEntry e) => e.Fact == element ? e with { Evidence = [] } : e;
            }
        }

        Assert.Contains("no-penalty.one-ground", Exemptions.Check("", file.Foreseen(whole, context), context).Select(r => r.Code));
        Assert.Contains("no-penalty.assessment", Exemptions.Check($"{Minor} {First}", file.Foreseen(whole, context), context).Select(r => r.Code));
    }

    [Theory, EachDatabase]
    public async Task A_child_is_not_punished_and_the_decision_says_so(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var id = await ExemptionPath.ToFactsAsync(house);
        await house.DoAsync(house.Officer1, id, ExemptionPath.Facts(house) with { Entries = [new("goodsValue", "12", [1, 3])], Circumstances = [new(Age, "", [2])] });
        var report = await house.PrefilledAsync<ConcludeInvestigation>(house.UnitHead, id);
        Assert.Equal((ProposedDisposal.NoPenalty, Age), (report.Disposal, report.Ground));
        await house.DoAsync(house.UnitHead, id, report);
        var decision = (await DocumentPath.CheckAllAsync(house, id)).Single(d => d.Draft.Form == "46");
        Assert.DoesNotContain(decision.Draft.Sentences, s => s.IsBroken);
        Assert.Contains("不满十四周岁", decision.Filled.Text, StringComparison.Ordinal);
        Assert.Contains("第三十条", decision.Filled.Text, StringComparison.Ordinal);
    }

    private static HashSet<string> ExpectedGrounds(bool?[] given, bool age, bool mind)
    {
        var (minor, corrected, noHarm, entered, first, noFault) = (given[0], given[1], given[2], given[3], given[4], given[5]);
        // No harm is slight harm, unless someone entered that it is not.
        var slight = entered ?? (noHarm == true ? true : null);
        var open = new HashSet<string>(StringComparer.Ordinal);
        Put(Minor, minor == true && corrected == true && noHarm == true);
        Put(First, first == true && slight == true && corrected == true);
        Put(NoFault, noFault == true);
        Put(Age, age);
        Put(Mind, mind);
        return open;

        void Put(string ground, bool isOpen)
        {
            if (isOpen)
            {
                open.Add(ground);
            }
        }
    }

    private static IEnumerable<bool?[]> Combinations(bool?[] begun) => begun.Length == elements.Length ? [begun] : values.SelectMany(v => Combinations([.. begun, v]));

    private static EnterFacts With(DossierFile file, bool?[] given, bool age, bool mind) => file.Part<CaseFile>().Facts! with
    {
        Entries = [new("goodsValue", "12", [1, 3]), .. elements.Zip(given).Where(g => g.Second is not null).Select(g => new FactEntry(g.First, g.Second == true ? "true" : "false", g.First == "correctedPromptly" ? [4] : [1, 2]))],
        Circumstances = [.. new[] { (Age, age), (Mind, mind) }.Where(c => c.Item2).Select(c => new FactEntry(c.Item1, "", [2]))],
    };
}
