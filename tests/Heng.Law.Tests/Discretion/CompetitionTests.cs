using Heng.Law.Discretion;
using Heng.Law.Matters;

namespace Heng.Law.Tests.Discretion;

public sealed class CompetitionTests
{
    private static readonly LawSet law = LawSet.Embedded;

    [Fact]
    public void Of_equal_maxima_the_higher_minimum_applies()
    {
        var competition = Competition.Of([Failing("PROD-002", 40_000), Failing("PROD-001", 40_000)]);
        Assert.Equal("PROD-001", competition.Chosen!.Request.Matter.Id);
        Assert.Equal("APL 29", Competition.Basis.ToString());
    }

    [Fact]
    public void The_higher_maximum_applies_whatever_the_order()
    {
        var grave = Assess("UC-003", ("seriousCircumstances", "true"));
        var light = Assess("METR-001");
        Assert.Same(grave, Competition.Of([light, grave]).Chosen);
        Assert.Same(grave, Competition.Of([grave, light]).Chosen);
    }

    [Fact]
    public void An_open_band_leaves_the_choice_open()
    {
        var competition = Competition.Of([Failing("PROD-001", 40_000), Assess("FOOD-008")]);
        Assert.Null(competition.Chosen);
        Assert.Equal("FOOD-008", competition.Undecided.Single().Request.Matter.Id);
    }

    [Fact]
    public void Kinds_of_the_provision_that_gives_way_still_apply()
        => Assert.Contains(Competition.Of([Assess("UC-003", ("seriousCircumstances", "false")), Failing("PROD-001", 40_000)]).OtherKinds, k => k.Kind.Id == "confiscateGoods");

    [Fact]
    public void One_matter_does_not_compete_with_itself()
        => Assert.Throws<ArgumentException>(() => Competition.Of([Failing("PROD-001", 1), Failing("PROD-001", 2)]));

    [Fact]
    public void Several_acts_add_up_their_fines_and_impose_other_kinds_once()
    {
        var combination = Combination.Of([Failing("PROD-001", 40_000), Failing("PROD-002", 40_000)]);
        Assert.Equal(new SumRange(60_000, 240_000), combination.Fine);
        Assert.Single(combination.OtherKinds, k => k.Kind.Id == "confiscateGoods");
    }

    private static Assessment Failing(string matter, decimal value) => Assess(matter, ("goodsValue", value.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("seriousCircumstances", "false"));

    private static Assessment Assess(string matter, params (string Fact, string Value)[] facts)
    {
        var sheet = FactSheet.Empty(law.Matters.Facts);
        foreach (var (id, value) in facts)
        {
            var fact = law.Matters.Facts.Find(id)!;
            sheet = fact.Kind == FactKind.Boolean ? sheet.With(fact, value == "true") : sheet.With(fact, decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture));
        }

        return law.Discretion.Assess(new AssessmentRequest(law.Matters.Find(matter)!, sheet, new DateOnly(2026, 3, 1), new DateOnly(2026, 4, 1)));
    }
}
