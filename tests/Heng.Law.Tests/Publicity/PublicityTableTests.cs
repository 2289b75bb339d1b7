using Heng.Law.Codes;
using Heng.Law.Discretion;
using Heng.Law.Publicity;
using Heng.Law.Reasoning;
using Heng.Law.Rulings;
using Heng.Law.Time;

namespace Heng.Law.Tests.Publicity;

public sealed class PublicityTableTests
{
    private static readonly PublicityTable table = LawSet.Embedded.Publicity;
    private static readonly DateOnly newRules = new(2025, 12, 25);
    private static readonly DateOnly day = new(2026, 3, 2);

    public static TheoryData<string> Codes => [.. PublicityRules.All.Select(r => r.Code)];

    [Theory, MemberData(nameof(Codes))]
    public void A_rule_refuses_its_example_and_passes_the_other(string code)
    {
        var rule = PublicityRules.All.Single(r => r.Code == code);
        Assert.True(rule.RefusesItsExample);
        Assert.True(rule.PassesItsExample);
    }

    [Theory]
    [InlineData(50_000_00, Level.Lighter, PartyKind.Unit, "", "advertising", "minor")]
    [InlineData(50_000_01, Level.Lighter, PartyKind.Unit, "", "advertising", "general")]
    [InlineData(50_000_00, Level.Normal, PartyKind.Unit, "", "advertising", "general")]
    [InlineData(50_000_00, null, PartyKind.Unit, "", "advertising", "general")]
    [InlineData(50_000_00, Level.Mitigated, PartyKind.IndividualBusiness, "", "food", "minor")]
    [InlineData(5_000_00, Level.Lighter, PartyKind.Individual, "", "food", "minor")]
    [InlineData(5_000_01, Level.Lighter, PartyKind.Individual, "", "food", "serious-product")]
    [InlineData(1_000_00, Level.Normal, PartyKind.Unit, "", "food", "serious-product")]
    [InlineData(1_000_00, Level.Lighter, PartyKind.Unit, "warning", "food", "minor")]
    [InlineData(1_000_00, Level.Lighter, PartyKind.Unit, "confiscateGoods", "food", "serious-product")]
    [InlineData(1_000_00, Level.Lighter, PartyKind.Unit, "confiscateGoods", "price", "general")]
    [InlineData(0, null, PartyKind.Unit, "publicCriticism", "food", "minor")]
    [InlineData(0, null, PartyKind.Unit, "publicCriticism warning", "price", "minor")]
    [InlineData(0, null, PartyKind.Unit, "suspendBusiness", "price", "serious-restriction")]
    [InlineData(0, null, PartyKind.Unit, "revokePermit", "food", "serious-revocation")]
    [InlineData(0, null, PartyKind.Unit, "industryBan", "price", "serious-restriction")]
    public void The_class_follows_the_rules_of_2025(long fen, Level? level, PartyKind party, string kinds, string field, string expected)
        => Assert.Equal(expected, TermsOf(Penalty(fen, level, party, kinds, field), day).Class.Id);

    [Theory]
    [InlineData("publicCriticism", "light", 3)]
    [InlineData("", "other", 36)]
    [InlineData("revokePermit", "norepair", 36)]
    public void The_class_follows_the_rules_of_2021_until_the_day_before(string kinds, string expected, int months)
    {
        var terms = TermsOf(Penalty(kinds.Length == 0 ? 1_000_00 : 0, Level.Lighter, PartyKind.Unit, kinds, "price"), newRules.AddDays(-1));
        Assert.Equal(expected, terms.Class.Id);
        Assert.Equal(newRules.AddDays(-1).AddMonths(months), terms.ShownUntil(newRules.AddDays(-1), Restriction.None));
    }

    [Fact]
    public void The_class_changes_on_the_day_of_the_new_rules()
    {
        var penalty = Penalty(1_000_00, Level.Lighter, PartyKind.Unit, "", "price");
        Assert.Equal("other", TermsOf(penalty, newRules.AddDays(-1)).Class.Id);
        Assert.Equal("minor", TermsOf(penalty, newRules).Class.Id);
    }

    [Fact]
    public void Before_the_first_rules_nothing_can_be_said()
        => Assert.Equal(["publicity.no-rule-loaded"], CodesOf(table.Of(Penalty(1_000_00, Level.Lighter, PartyKind.Unit, "", "price"), new DateOnly(2021, 8, 31))));

    [Fact]
    public void Simple_procedure_bare_warning_and_no_penalty_are_not_published()
    {
        var warning = Penalty(0, null, PartyKind.Unit, "warning", "price");
        Assert.Equal(["publicity.bare-warning"], CodesOf(table.Of(warning, day)));
        Assert.Equal("general", TermsOf(warning with { LawWantsWarning = true }, day).Class.Id);
        Assert.Equal(["publicity.ordinary"], CodesOf(table.Of(Penalty(100_00, Level.Lighter, PartyKind.Unit, "", "price") with { IsOrdinary = false }, day)));
        Assert.Equal(["publicity.ordinary"], CodesOf(table.Of(Penalty(0, null, PartyKind.Unit, "", "price"), day)));
    }

    [Fact]
    public void A_fine_on_a_responsible_person_above_its_line_is_not_minor()
    {
        var penalty = Penalty(1_000_00, Level.Lighter, PartyKind.Unit, "", "price");
        Assert.Equal("minor", TermsOf(Fined(penalty, 5_000_00), day).Class.Id);
        Assert.Equal("general", TermsOf(Fined(penalty, 5_000_01), day).Class.Id);

        static PenaltyToPublish Fined(PenaltyToPublish p, long fen) => p with { Sanction = p.Sanction with { Personal = [new("某人", "负责人", new Money(fen))] } };
    }

    [Fact]
    public void A_key_industrial_product_is_told_by_the_matter_or_by_the_answer()
    {
        var penalty = Penalty(80_000_00, Level.Normal, PartyKind.Unit, "", "productQuality");
        Assert.Equal("general", TermsOf(penalty with { Matter = "PROD-001" }, day).Class.Id);
        Assert.Equal("serious-product", TermsOf(penalty with { Matter = "PROD-012" }, day).Class.Id);
        Assert.Equal("serious-product", TermsOf(penalty with { Matter = "PROD-001", IsKeyIndustrialProduct = true }, day).Class.Id);
        Assert.Equal("general", TermsOf(penalty with { Matter = "PROD-012", IsKeyIndustrialProduct = false }, day).Class.Id);
    }

    [Fact, Row("9.5")]
    public void Displays_and_repairs_have_their_days_in_every_class()
    {
        (string Kinds, long Fen, Level? Level, string Field, int Months, int? Repair)[] cases =
        [
            ("", 1_000_00, Level.Lighter, "price", 3, null), ("", 1_000_00, Level.Normal, "price", 12, 3), ("", 1_000_00, Level.Normal, "food", 36, 12),
            ("suspendBusiness", 0, null, "price", 36, 12), ("revokePermit", 0, null, "price", 36, null),
        ];
        Assert.All(cases, c =>
        {
            var terms = TermsOf(Penalty(c.Fen, c.Level, PartyKind.Unit, c.Kinds, c.Field), day);
            Assert.Equal(day.AddMonths(c.Months), terms.ShownUntil(day, Restriction.None));
            Assert.Equal(c.Repair is { } months ? day.AddMonths(months).AddDays(1) : null, terms.EarliestRepair(day, Restriction.None));
        });
        var listed = TermsOf(Penalty(1_000_00, Level.Lighter, PartyKind.Unit, "", "price") with { IsOnSeriousList = true }, day);
        Assert.Equal(("serious-list", day.AddMonths(36), day.AddMonths(12).AddDays(1)), (listed.Class.Id, listed.ShownUntil(day, Restriction.None), listed.EarliestRepair(day, Restriction.None)));
    }

    [Fact]
    public void A_restriction_holds_the_display_and_the_repair()
    {
        var terms = TermsOf(Penalty(0, null, PartyKind.Unit, "industryBan", "price"), day);
        Assert.Null(terms.ShownUntil(day, Restriction.Open));
        Assert.Null(terms.EarliestRepair(day, Restriction.Open));
        var five = new Restriction(true, day.AddYears(5));
        Assert.Equal((day.AddYears(5), day.AddYears(5).AddDays(1)), (terms.ShownUntil(day, five), terms.EarliestRepair(day, five)));
        var short_ = new Restriction(true, day.AddMonths(6));
        Assert.Equal((day.AddMonths(36), day.AddMonths(12).AddDays(1)), (terms.ShownUntil(day, short_), terms.EarliestRepair(day, short_)));
    }

    [Fact]
    public void Several_penalties_are_shown_for_the_longest_and_repaired_by_the_strictest()
    {
        var terms = TermsOf(Penalty(1_000_00, Level.Normal, PartyKind.Unit, "industryBan revokePermit", "food"), day);
        Assert.Equal("serious-revocation", terms.Class.Id);
        Assert.Equal(3, terms.All.Count);
        Assert.Equal(day.AddYears(5), terms.ShownUntil(day, new Restriction(true, day.AddYears(5))));
        Assert.Null(terms.EarliestRepair(day, new Restriction(true, day.AddYears(5))));
        Assert.False(terms.MayBeRepaired);
    }

    [Fact]
    public void A_display_from_the_last_of_a_month_ends_on_the_last_of_a_shorter_one()
        => Assert.Equal(new DateOnly(2026, 2, 28), table.Find("minor", newRules)!.ShownUntil(new DateOnly(2025, 11, 30), Restriction.None));

    [Fact]
    public void What_was_published_before_the_new_rules_ends_by_the_shorter_display()
    {
        var penalty = Penalty(80_000_00, Level.Normal, PartyKind.Unit, "", "price");
        var published = new DateOnly(2025, 6, 1);
        var old = TermsOf(penalty, published).ShownUntil(published, Restriction.None);
        Assert.Equal(new DateOnly(2028, 6, 1), old);
        Assert.Equal(old, table.ShownUntilNow(old, published, penalty, Restriction.None, newRules.AddDays(-1)));
        Assert.Equal(new DateOnly(2026, 6, 1), table.ShownUntilNow(old, published, penalty, Restriction.None, newRules));
    }

    [Fact]
    public void A_party_of_another_province_is_pushed_there_in_the_shorter_time()
    {
        var here = CodeTables.Embedded.ProvinceByPrefix("33");
        Assert.Equal("L60", PublicityTable.LimitOf(here, here));
        Assert.Equal("L61", PublicityTable.LimitOf(here, CodeTables.Embedded.ProvinceByPrefix("11")));
        Assert.Equal("L60", PublicityTable.LimitOf(here, null));
        Assert.Equal((20, 10, 3), (LengthOf("L60"), LengthOf("L61"), LengthOf("L63")));

        static int LengthOf(string limit) => LawSet.Embedded.Deadlines.Limits.Find(limit)!.Period.Length;
    }

    [Fact]
    public void Every_day_from_the_first_rules_on_has_classes_with_a_rest()
    {
        for (var on = new DateOnly(2021, 9, 1); on < new DateOnly(2027, 1, 1); on = on.AddDays(1))
        {
            Assert.Contains(table.ClassesOn(on), c => c.Id is "other" or "general");
        }
    }

    private static PenaltyToPublish Penalty(long fen, Level? level, PartyKind party, string kinds, string field)
        => new(new Sanction(new Money(fen), Money.Zero, kinds.Split(' ', StringSplitOptions.RemoveEmptyEntries)), day, party) { Level = level, Field = field };

    private static PublicityTerms TermsOf(PenaltyToPublish penalty, DateOnly on) => Assert.IsType<Outcome<PublicityTerms>.Allowed>(table.Of(penalty, on)).Value;

    private static IEnumerable<string> CodesOf(Outcome<PublicityTerms> outcome) => Assert.IsType<Outcome<PublicityTerms>.Refused>(outcome).Refusals.Select(r => r.Code);
}
