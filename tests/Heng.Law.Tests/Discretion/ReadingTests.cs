using Heng.Law.Discretion;
using Heng.Law.Matters;

namespace Heng.Law.Tests.Discretion;

/// <summary>The readings R01 to R19 and the gates, each at its edge, both ways.</summary>
public sealed class ReadingTests
{
    private static readonly LawSet law = LawSet.Embedded;
    private static readonly DateOnly act = new(2026, 3, 1);

    [Fact]
    public void R01_a_new_matter_is_no_violation_the_day_before_and_one_on_the_day()
    {
        Assert.Equal(AssessmentOutcome.NotAViolation, Assess(Case("FOOD-030", new(2025, 11, 30))).Outcome);
        Assert.Equal("FOOD-030@2025-12-01", Assess(Case("FOOD-030", new(2025, 12, 1))).Version!.Id);
    }

    [Fact]
    public void R01_an_old_matter_before_its_first_text_is_not_covered()
    {
        var result = Assess(Case("FOOD-008", new(2021, 4, 28)));
        Assert.Equal((AssessmentOutcome.NeedsFacts, null), (result.Outcome, result.Version));
        Assert.Empty(result.Questions);
        Assert.Equal(("not-covered", FindingSeverity.Alarm), result.Findings.Select(f => (f.Code, f.Severity)).Single());
    }

    [Fact, Row("4.12")]
    public void R01_the_last_day_of_a_continuing_act_chooses_the_version()
        => Assert.Equal("UC-003@2025-10-15", Assess(Case("UC-003", new(2025, 9, 1), end: new(2025, 10, 15))).Version!.Id);

    [Fact, Row("4.12")]
    public void R02_the_newer_law_applies_where_it_is_lighter()
    {
        var result = Assess(Case("UC-003", new(2025, 9, 1), decision: new(2025, 12, 1), facts: [("seriousCircumstances", "false")]));
        Assert.True(result.Choice!.NewerApplies);
        Assert.Equal((0m, 1_000_000m), (result.OwnBand!.Minimum, result.OwnBand.Maximum));
    }

    [Fact]
    public void R02_a_tie_keeps_the_old_law()
    {
        var result = Assess(Case("UC-003", new(2025, 9, 1), decision: new(2025, 12, 1), facts: [("seriousCircumstances", "true")]));
        Assert.False(result.Choice!.NewerApplies);
        Assert.Equal("UC-003@2019-04-23", result.Version!.Id);
    }

    [Fact]
    public void R02_an_open_band_under_either_law_asks_the_questions_of_both()
    {
        var result = Assess(Case("UC-003", new(2025, 9, 1), decision: new(2025, 12, 1)));
        Assert.Equal((AssessmentOutcome.NeedsFacts, "UC-003@2019-04-23"), (result.Outcome, result.Version!.Id));
        Assert.Equal("seriousCircumstances", result.Questions[0]);
    }

    [Theory, Row("4.12")]
    [InlineData("2024-02-29", "2026-02-28", false)]
    [InlineData("2024-02-29", "2026-03-01", true)]
    [InlineData("2024-03-01", "2026-03-01", false)]
    [InlineData("2024-03-01", "2026-03-02", true)]
    public void R03_discovery_on_the_last_day_is_in_time(string day, string discovery, bool barred)
    {
        var found = Day(discovery);
        var result = Assess(Case("METR-001", Day(day), decision: found.AddDays(30), discovery: found));
        Assert.Equal(barred, result.Outcome == AssessmentOutcome.Barred);
        if (barred)
        {
            Assert.Empty(result.Fines);
            Assert.Empty(result.Questions);
        }
    }

    [Fact]
    public void R03_five_years_need_harm_in_a_field_of_life_and_health()
    {
        var request = Case("FOOD-008", new(2022, 3, 1), decision: new(2026, 3, 1), discovery: new(2026, 2, 1));
        Assert.Equal("harmfulConsequences", Assess(request).Questions[0]);
        Assert.Equal(AssessmentOutcome.Barred, Assess(With(request, ("harmfulConsequences", "false"))).Outcome);
        Assert.NotEqual(AssessmentOutcome.Barred, Assess(With(request, ("harmfulConsequences", "true"))).Outcome);
        Assert.Equal(AssessmentOutcome.Barred, Assess(With(Case("FOOD-008", new(2021, 7, 14), decision: new(2024, 3, 1), discovery: new(2024, 2, 1)), ("harmfulConsequences", "true"))).Outcome);
    }

    [Fact]
    public void R03_without_a_discovery_date_the_decision_day_only_asks()
    {
        var result = Assess(Case("METR-001", new(2023, 3, 1), decision: new(2026, 3, 1)));
        Assert.NotEqual(AssessmentOutcome.Barred, result.Outcome);
        Assert.Equal("discoveryDate", result.Questions[0]);
    }

    [Fact]
    public void R04_a_list_applies_when_in_force_on_the_act_or_the_decision_day_and_never_unconfirmed()
    {
        Assert.DoesNotContain(Assess(Case("FOOD-008", new(2024, 1, 1), decision: new(2025, 1, 26))).Exemptions, e => e.Entry.Id == "EX-N1-F05");
        Assert.Contains(Assess(Case("FOOD-008", new(2024, 1, 1), decision: new(2025, 1, 27))).Exemptions, e => e.Entry.Id == "EX-N1-F05");
        Assert.DoesNotContain(Assess(Case("FOOD-006", act)).Exemptions, e => e.Entry.Id == "EX-N1-F08");
    }

    [Theory, Row("4.2")]
    [InlineData("500", Truth.True)]
    [InlineData("500.01", Truth.False)]
    public void R04_the_66_yuan_list_ends_at_500(string value, Truth expected)
    {
        var result = Assess(Case("FOOD-008", act, facts: [("goodsValue", value), ("sameEntityNoSameKindWithinTwoYears", "true"), ("selfCorrectedImmediately", "true"), ("cateringStage", "false"), ("statesSource", "true"), ("foodSafetyAccident", "false"), ("foodborneDisease", "false")]));
        Assert.Equal(expected, result.Exemptions.Single(e => e.Entry.Id == "EX-N1-F05").Truth);
    }

    [Fact]
    public void R05_shall_wins_over_may_and_both_have_level_none()
    {
        var shall = Assess(Case("FOOD-008", act, facts: [("minorViolation", "true"), ("correctedPromptly", "true"), ("noHarm", "true"), ("firstViolation", "true")]));
        Assert.Equal((AssessmentOutcome.NoPenalty, Level.None, null), (shall.Outcome, shall.Level, shall.Range));
        var may = Assess(Case("FOOD-008", act, facts: [("correctedPromptly", "true"), ("slightHarm", "true"), ("firstViolation", "true")]));
        Assert.Equal((AssessmentOutcome.MayBeExempt, Level.None, null), (may.Outcome, may.Level, may.Range));
    }

    [Theory]
    [InlineData("19999.99", Level.Normal)]
    [InlineData("20000", Level.Heavier)]
    public void R06_food_worth_20000_is_serious_and_heavier(string value, Level level)
    {
        var result = Assess(Case("FOOD-008", act, facts: [("goodsValue", value), ("seriousCircumstances", "false")]));
        Assert.Equal(level, result.Level);
        Assert.Equal(level == Level.Heavier, result.OtherKinds.Any(k => k.Code == "revokePermit"));
    }

    [Fact]
    public void R07_an_individual_business_passes_subjects_of_both_kinds()
    {
        Assert.NotEmpty(Assess(Case("SPEQ-011", act, PartyKind.IndividualBusiness, facts: [("accidentGrade", "ordinary")])).Fines);
        Assert.NotEmpty(Assess(Case("SPEQ-011", act, PartyKind.Unit, facts: [("accidentGrade", "ordinary")])).Fines);
        Assert.DoesNotContain(Assess(Case("SPEQ-011", act, PartyKind.Individual, facts: [("accidentGrade", "ordinary")])).Fines, f => f.Subject == Subject.Unit);
    }

    [Fact]
    public void R08_especially_serious_monopoly_multiplies_every_band()
    {
        var plain = Assess(Case("AML-001", act, facts: [("agreementImplemented", "true"), ("turnover", "200000000"), ("especiallySerious", "false")]));
        var grave = Assess(Case("AML-001", act, facts: [("agreementImplemented", "true"), ("turnover", "200000000"), ("especiallySerious", "true")]));
        Assert.Equal(plain.Fines.Select(f => (f.Minimum * 2, f.Maximum * 5)), grave.Fines.Select(f => (f.Minimum, f.Maximum)));
    }

    [Fact]
    public void R09_a_personal_fine_falls_away_where_the_party_is_no_unit()
    {
        (string, string)[] facts = [("goodsValue", "100"), ("intentional", "true"), ("personalPriorYearIncome", "90000")];
        Assert.Contains(Assess(Case("FOOD-008", act, facts: facts)).Fines, f => f.Subject == Subject.ResponsiblePerson && f.Maximum == 900_000);
        Assert.DoesNotContain(Assess(Case("FOOD-008", act, PartyKind.IndividualBusiness, facts: facts)).Fines, f => f.Subject == Subject.ResponsiblePerson);
    }

    [Fact]
    public void R10_each_published_number_is_rounded_once_half_up()
    {
        var band = Assess(Case("PAT-003", act, facts: [("illegalIncome", "493702.42")])).OwnBand!;
        Assert.Equal(1_086_145.32m, band.RangeOf(Level.Lighter).To);
        Assert.Equal(0.02m, Assess(Case("PAT-003", act, facts: [("illegalIncome", "0.015")])).OwnBand!.Minimum);
    }

    [Theory]
    [InlineData("CN", 300_000, Level.Lighter)]
    [InlineData("CN-BJ", 300_000, Level.Normal)]
    [InlineData("CN", 700_000, Level.Heavier)]
    [InlineData("CN-BJ", 700_000, Level.Normal)]
    public void R11_the_edge_of_a_level_belongs_to_the_region(string region, int fine, Level level)
    {
        var band = Assess(Case("UC-003", act, facts: [("seriousCircumstances", "false")], region: region)).OwnBand!;
        Assert.Equal(level, band.LevelOf(fine));
    }

    [Fact]
    public void R11_a_trial_tier_table_sets_level_and_range_but_not_the_band()
    {
        (string, string)[] facts = [("hasIllegalIncome", "false"), ("continuesAfterOrder", "true")];
        var local = Assess(Case("CONT-004", act, facts: facts, region: "CN-GS-JYG"));
        Assert.Equal((Level.Heavier, new SumRange(4_000, 7_000), 10_000m), (local.Level, local.Range, local.OwnBand!.Maximum));
        Assert.Null(Assess(Case("CONT-004", act, facts: facts, region: "CN-GS")).BenchmarkTier);
    }

    [Theory]
    [InlineData("", Level.Normal)]
    [InlineData("C-MT-08", Level.Lighter)]
    [InlineData("C-AG-02", Level.Heavier)]
    [InlineData("C-MT-08 C-AG-02", Level.Normal)]
    [InlineData("C-MT-02 C-AG-01", Level.Heavier)]
    [InlineData("C-MT-12", Level.Normal)]
    public void R12_circumstances_choose_the_level(string circumstances, Level level)
    {
        var result = Assess(Case("AD-003", act, facts: [("role", "advertiser"), ("seriousCircumstances", "false")], circumstances: circumstances));
        Assert.Equal(level, result.Level);
        Assert.Equal(circumstances == "C-MT-02 C-AG-01", result.Findings.Any(f => f.Code == "conflicting-circumstances"));
    }

    [Fact]
    public void R12_leniency_alone_is_mitigated_from_zero_to_the_minimum()
    {
        var result = Assess(Case("AML-001", act, facts: [("agreementImplemented", "true"), ("turnover", "200000000"), ("especiallySerious", "false")], circumstances: "C-MT-15"));
        Assert.Equal((Level.Mitigated, new SumRange(0, 2_000_000)), (result.Level, result.Range));
    }

    [Theory]
    [InlineData(1_320, false)]
    [InlineData(1_320.01, true)]
    public void R14_twenty_times_the_gain_is_the_line(double fine, bool alarm)
        => Assert.Equal(alarm, Assess(Case("FOOD-008", act, facts: [("goodsValue", "66")], fine: (decimal)fine)).Findings.Any(f => f.Code == "disproportionate"));

    [Theory]
    [InlineData("9999.99", true)]
    [InlineData("10000", false)]
    public void R14_looks_only_below_the_sum_of_the_setting(string gain, bool alarm)
        => Assert.Equal(alarm, Assess(Case("TM-001", act, facts: [("illegalBusinessVolume", "40000"), ("illegalIncome", gain)], fine: 249_000)).Findings.Any(f => f.Code == "disproportionate"));

    [Fact]
    public void R15_an_order_comes_first_until_the_refusal_is_proven()
    {
        Assert.Equal(AssessmentOutcome.CorrectFirst, Assess(Case("FOOD-017", act)).Outcome);
        Assert.Equal(AssessmentOutcome.CorrectFirst, Assess(Case("FOOD-017", act, facts: [("refusesToCorrect", "false")])).Outcome);
        Assert.Equal(AssessmentOutcome.Penalty, Assess(Case("FOOD-017", act, facts: [("refusesToCorrect", "true")])).Outcome);
    }

    [Fact]
    public void R16_and_R18_the_partys_fine_needs_facts_and_asks_first()
    {
        var result = Assess(Case("FOOD-008", act));
        Assert.Equal(AssessmentOutcome.NeedsFacts, result.Outcome);
        Assert.Equal("goodsValue", result.Questions[0]);
        Assert.Null(result.Range);
    }

    [Theory]
    [InlineData(100_000.01, "", "above-ceiling", FindingSeverity.Refuse)]
    [InlineData(100_000, "", "at-ceiling", FindingSeverity.Note)]
    [InlineData(70_000, "", "inside", FindingSeverity.Note)]
    [InlineData(50_000, "", "at-floor", FindingSeverity.Note)]
    [InlineData(49_999.99, "", "below-floor-without-ground", FindingSeverity.Refuse)]
    [InlineData(49_999.99, "C-MT-02", "below-floor", FindingSeverity.Alarm)]
    [InlineData(49_999.99, "C-MT-02 C-AG-01", "below-floor-without-ground", FindingSeverity.Refuse)]
    public void R19_a_sum_stands_to_the_band_in_exactly_one_way(double fine, string circumstances, string code, FindingSeverity severity)
    {
        string[] relations = ["above-ceiling", "below-floor", "below-floor-without-ground", "at-floor", "at-ceiling", "inside", "not-imposed"];
        var result = Assess(Case("FOOD-008", act, facts: [("goodsValue", "9999"), ("seriousCircumstances", "false")], circumstances: circumstances, fine: (decimal)fine));
        Assert.Equal((code, severity), result.Findings.Where(f => relations.Contains(f.Code)).Select(f => (f.Code, f.Severity)).Single());
    }

    [Fact]
    public void R19_an_optional_fine_left_out_is_not_imposed_and_an_exact_sum_is_inside()
    {
        Assert.Contains(Assess(Case("METR-001", act, fine: 0)).Findings, f => f.Code == "not-imposed");
        Assert.Contains(Assess(Case("TM-002", act, fine: 100_000)).Findings, f => f.Code == "inside");
    }

    [Fact]
    public void One_fact_is_not_used_twice_without_a_word()
    {
        (string, string)[] facts = [("violationsWithinTwoYears", "3"), ("adFeeUndeterminableOrLow", "true")];
        Assert.Contains(Assess(Case("AD-001", act, facts: facts, circumstances: "C-AG-04")).Findings, f => f.Code == "fact-used-twice");
        Assert.DoesNotContain(Assess(Case("AD-001", act, facts: facts, circumstances: "C-AG-05")).Findings, f => f.Code == "fact-used-twice");
    }

    [Theory]
    [InlineData("CN", PartyKind.Unit, 99_999, false)]
    [InlineData("CN", PartyKind.Unit, 100_000, true)]
    [InlineData("CN", PartyKind.Individual, 9_999, false)]
    [InlineData("CN", PartyKind.IndividualBusiness, 10_000, true)]
    [InlineData("CN-JX", PartyKind.Unit, 19_999, false)]
    [InlineData("CN-JX", PartyKind.Unit, 20_000, true)]
    [InlineData("CN-GD", PartyKind.Individual, 5_000, false)]
    public void A_hearing_is_triggered_by_the_sum_of_the_region(string region, PartyKind party, int fine, bool hearing)
        => Assert.Equal(hearing, Assess(Case("UC-003", act, party, facts: [("seriousCircumstances", "false")], region: region, fine: fine)).Gates.Any(g => g.Code == "hearing"));

    [Theory]
    [InlineData("FOOD-008", 299_999.99, false)]
    [InlineData("FOOD-008", 300_000, true)]
    public void A_food_fine_of_300000_is_decided_at_prefecture_level(string matter, double fine, bool gate)
        => Assert.Equal(gate, Assess(Case(matter, act, facts: [("goodsValue", "19999")], fine: (decimal)fine)).Gates.Any(g => g.Code == "decision-level"));

    [Fact, Row("5.3")]
    public void The_same_request_gives_an_equal_explanation_every_time()
    {
        var request = Case("FOOD-008", act, facts: [("goodsValue", "36000")], fine: 600_000);
        var (first, second) = (Assess(request), Assess(request));
        Assert.Equal(law.Discretion.Explain(first).Select(s => $"{s.Number}{s.Rule}{s.Result}{s.Says}"), law.Discretion.Explain(second).Select(s => $"{s.Number}{s.Rule}{s.Result}{s.Says}"));
        Assert.Contains(law.Discretion.ChangesOf(first), c => c.LeadsTo == "lower" && c.Steps[0].Fact!.Id == "goodsValue");
        Assert.Contains(law.Discretion.ChangesOf(first), c => c.LeadsTo == "exemption");
    }

    private static Assessment Assess(AssessmentRequest request) => law.Discretion.Assess(request);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static AssessmentRequest With(AssessmentRequest request, (string Fact, string Value) fact) => new(request.Matter, Set(request.Facts, fact), request.ActDate, request.DecisionDate)
    {
        ActEndDate = request.ActEndDate,
        DiscoveryDate = request.DiscoveryDate,
    };

    private static AssessmentRequest Case(string matter, DateOnly on, PartyKind party = PartyKind.Unit, (string Fact, string Value)[]? facts = null, string circumstances = "", decimal? fine = null, string region = "CN", DateOnly? end = null, DateOnly? decision = null, DateOnly? discovery = null)
        => new(law.Matters.Find(matter)!, (facts ?? []).Aggregate(FactSheet.Empty(law.Matters.Facts), Set), on, decision ?? end ?? on)
        {
            Region = Heng.Law.Codes.Region.Parse(region),
            Party = party,
            ActEndDate = end,
            DiscoveryDate = discovery,
            Circumstances = [.. circumstances.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(c => law.Matters.FindCircumstance(c)!)],
            ProposedFine = fine,
        };

    private static FactSheet Set(FactSheet sheet, (string Fact, string Value) fact)
    {
        var found = law.Matters.Facts.Find(fact.Fact)!;
        return found.Kind switch
        {
            FactKind.Boolean => sheet.With(found, fact.Value == "true"),
            FactKind.Number => sheet.With(found, decimal.Parse(fact.Value, System.Globalization.CultureInfo.InvariantCulture)),
            _ => sheet.With(found, fact.Value),
        };
    }
}
