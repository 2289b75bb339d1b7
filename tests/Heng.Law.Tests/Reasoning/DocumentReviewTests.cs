using CsCheck;
using Heng.Law.Citations;
using Heng.Law.Codes;
using Heng.Law.Reasoning;
using Heng.Law.Rulings;

namespace Heng.Law.Tests.Reasoning;

public sealed class DocumentReviewTests
{
    private static readonly ReasonedDocument penalty = ReasoningExamples.Penalty;
    private static readonly ReasonedDocument noPenalty = ReasoningExamples.NoPenalty;
    private static readonly ReasonedDocument onTheSpot = ReasoningExamples.OnTheSpot;

    /// <summary>One document for each rule, each with the one fault.</summary>
    private static readonly (string Code, string Place, ReasonedDocument Document)[] faults =
    [
        ("reasoning.id.duplicate", "document", penalty with { Evidence = [.. penalty.Evidence, penalty.Evidence[1]] }),
        ("reasoning.part.missing", "parts/remedies", penalty with { Remedies = null }),
        ("reasoning.finding.no-evidence", "findings/F2", penalty with { Findings = [penalty.Findings[0] with { Evidence = ["E1", "E2"] }, penalty.Findings[1] with { Evidence = [] }] }),
        ("reasoning.finding.no-evidence", "findings/F2", penalty with { Findings = [penalty.Findings[0], penalty.Findings[1] with { Evidence = ["E2", "E9"] }] }),
        ("reasoning.evidence.unverified", "evidence/E1", penalty with { Evidence = [penalty.Evidence[0] with { IsVerified = false }, penalty.Evidence[1]] }),
        ("reasoning.evidence.no-analysis", "evidence/E2", penalty with { Evidence = [penalty.Evidence[0], penalty.Evidence[1] with { Shows = "" }] }),
        ("reasoning.evidence.unused", "evidence/E3", penalty with { Evidence = [.. penalty.Evidence, new Evidence("E3", "营业执照复印件", false)] }),
        ("reasoning.conclusion.no-finding", "conclusions/C2", With(penalty.Conclusions[1] with { Findings = [] })),
        ("reasoning.conclusion.no-article", "conclusions/C2", With(penalty.Conclusions[1] with { Articles = [], Benchmarks = [] })),
        ("reasoning.finding.unused", "findings/F3", penalty with { Findings = [.. penalty.Findings, new Finding("F3", "当事人另有两处门店", ["E1"])] }),
        ("reasoning.citation.later-law", "conclusions/C2/IG 4", With(penalty.Conclusions[1] with { Articles = [.. penalty.Conclusions[1].Articles, Citation.Parse("IG 4")] })),
        ("reasoning.citation.not-in-force", "conclusions/C3/IGF 4", penalty with
        {
            Conclusions = [.. penalty.Conclusions, new Conclusion("C3", ConclusionRole.Calculation, "违法所得按销售收入扣除购进价款计算", ["F1"], [Citation.Parse("IGF 4")], [])],
        }),
        ("reasoning.citation.not-in-force", "conclusions/C2/NOSUCH 4", With(penalty.Conclusions[1] with { Articles = [.. penalty.Conclusions[1].Articles, Citation.Parse("NOSUCH 4")] })),
        ("reasoning.citation.not-specific", "conclusions/C2/FSL", With(penalty.Conclusions[1] with { Articles = [.. penalty.Conclusions[1].Articles, Citation.Parse("FSL")] })),
        ("reasoning.benchmark.alone", "conclusions/C2", With(penalty.Conclusions[1] with { Articles = [Citation.Parse("SDO 3")] })),
        ("reasoning.penalty.no-basis", "sanction", penalty with { Conclusions = [penalty.Conclusions[0]] }),
        ("reasoning.correction.missing", "correction", penalty with { CorrectionIsSettled = false }),
        ("reasoning.discretion.missing", "discretion", penalty with { Discretion = null }),
        ("reasoning.discretion.lighter-without-factor", "discretion", penalty with { Discretion = penalty.Discretion! with { Factors = [] } }),
        ("reasoning.discretion.heavier-without-factor", "discretion", penalty with { Discretion = penalty.Discretion! with { Degree = PenaltyDegree.Heavier } }),
        ("reasoning.factor.no-finding", "discretion/X1", penalty with { Discretion = penalty.Discretion! with { Factors = [penalty.Discretion.Factors[0] with { Findings = ["F9"] }] } }),
        ("reasoning.factor.used-twice", "discretion/X2", penalty with { Discretion = penalty.Discretion! with { Factors = [.. penalty.Discretion.Factors, new Factor("X2", "经营超过保质期食品", FactorDirection.Heavier, ["F1"])] } }),
        ("reasoning.defence.not-recorded", "defence", penalty with { DefenceState = DefenceState.Waived }),
        ("reasoning.defence.unanswered", "defence/D2", penalty with { DefencePoints = [.. penalty.DefencePoints, new DefencePoint("D2", "检测程序有误")] }),
        ("reasoning.defence.no-reason", "defence/D1", penalty with { DefenceAnswers = [penalty.DefenceAnswers[0] with { Reason = " " }] }),
        ("reasoning.defence.answer-to-nothing", "defence/D7", penalty with { DefenceAnswers = [.. penalty.DefenceAnswers, new DefenceAnswer("D7", false, "与本案无关")] }),
        ("reasoning.notice.missing", "notices", penalty with { Notices = [] }),
        ("reasoning.notice.missing", "notices", penalty with { Notices = [penalty.Notices[0] with { On = penalty.DecisionDate.AddDays(1) }] }),
        ("reasoning.notice.finding-not-told", "findings/F1", penalty with { Notices = [penalty.Notices[0] with { Findings = ["F2"] }] }),
        ("reasoning.notice.heavier", "sanction", penalty with { Sanction = penalty.Sanction with { Fine = new Money(6_000_001) } }),
        ("reasoning.notice.heavier", "sanction", penalty with { Sanction = penalty.Sanction with { ConfiscatedGain = new Money(4_501) } }),
        ("reasoning.notice.heavier", "sanction", penalty with { Sanction = penalty.Sanction with { OtherKinds = ["revokeLicence"] } }),
        ("reasoning.notice.heavier-without-new-facts", "notices/1", penalty with { Notices = [penalty.Notices[0] with { Proposed = penalty.Sanction with { Fine = new Money(5_000_000) } }, penalty.Notices[0]] }),
        ("reasoning.remedies.not-loaded", "remedies", onTheSpot with { DecisionDate = new DateOnly(2023, 12, 31), ActDate = new DateOnly(2023, 12, 31), Notices = [onTheSpot.Notices[0] with { On = new DateOnly(2023, 12, 31) }] }),
        ("reasoning.remedies.reconsideration-period", "remedies", penalty with { Remedies = penalty.Remedies! with { ReconsiderationDays = 15 } }),
        ("reasoning.remedies.suit-period", "remedies", penalty with { Remedies = penalty.Remedies! with { SuitMonths = null } }),
        ("reasoning.remedies.reconsideration-first", "remedies", onTheSpot with { Remedies = penalty.Remedies }),
        ("reasoning.remedies.choice", "remedies", penalty with { Remedies = penalty.Remedies! with { ReconsiderationFirst = true } }),
        ("reasoning.remedies.body", "remedies", penalty with { Level = AuthorityLevel.National }),
        ("reasoning.remedies.court", "remedies", penalty with { Remedies = penalty.Remedies! with { Court = "" } }),
        ("reasoning.no-penalty.ground", "no-penalty", noPenalty with { NoPenalty = noPenalty.NoPenalty! with { Ground = "kindness" } }),
        ("reasoning.no-penalty.condition", "no-penalty/slight-harm", noPenalty with
        {
            NoPenalty = new NoPenaltyReasoning("first", new Dictionary<string, IReadOnlyList<string>> { ["first"] = ["F1"], ["corrected"] = ["F2"] }),
        }),
        ("reasoning.no-penalty.sanction", "sanction", noPenalty with { Sanction = new Sanction(Money.Zero, new Money(1), []) }),
        ("reasoning.education.missing", "education", noPenalty with { Education = "" }),
    ];

    public static TheoryData<int> Faults => [.. Enumerable.Range(0, faults.Length)];

    public static TheoryData<string> Samples => ["penalty", "noPenalty", "onTheSpot", "notice"];

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_document_that_shows_everything_has_no_diagnostic_and_may_be_issued(string sample)
    {
        var review = Review(Sample(sample));
        Assert.Empty(review.Diagnostics);
        Assert.Equal(100, review.Completeness.Score);
        Assert.NotEmpty(Assert.IsType<Outcome<ReasonedDocument>.Allowed>(review.Issue).Grounds);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void One_fault_gives_one_diagnostic_with_its_place_and_article(int fault)
    {
        var (code, place, document) = faults[fault];
        var diagnostic = Assert.Single(Review(document).Diagnostics);
        Assert.Equal((code, place), (diagnostic.Code, diagnostic.Place));
        Assert.NotNull(LawSet.Embedded.Instruments.Find(diagnostic.Basis.Instrument));
        Assert.EndsWith("。", diagnostic.Says, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_rule_of_reasoning_is_at_work_in_the_review()
        => Assert.Equal(ReasoningRules.All.Select(r => r.Code).Order(StringComparer.Ordinal), faults.Select(f => f.Code).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Errors_bar_the_issue_and_warnings_do_not()
    {
        Assert.All(faults, f =>
        {
            var review = Review(f.Document);
            Assert.Equal(review.Diagnostics.Any(d => d.Severity == Severity.Error), review.Issue is Outcome<ReasonedDocument>.Refused);
        });
        Assert.Contains(faults, f => Review(f.Document).Diagnostics[0].Severity == Severity.Warning);
    }

    [Fact]
    public void An_empty_decision_is_refused_for_every_reason_at_once()
    {
        var empty = new ReasonedDocument(DocumentKind.PenaltyDecision, penalty.ActDate, penalty.DecisionDate);
        var review = Review(empty);
        Assert.Equal(0, review.Completeness.Score);
        Assert.Equal(
            ["parts/party", "parts/facts", "parts/evidence", "parts/basis", "parts/penalty", "parts/performance", "parts/remedies", "parts/authority-date", "parts/seal", "correction", "discretion", "defence", "notices"],
            review.Diagnostics.Select(d => d.Place));
    }

    [Fact]
    public void The_later_law_may_be_cited_when_it_is_lighter_and_the_document_says_so()
    {
        var old = With(penalty.Conclusions[1] with { Articles = [Citation.Parse("IG 4"), .. penalty.Conclusions[1].Articles] });
        Assert.Equal("reasoning.citation.later-law", Assert.Single(Review(old).Diagnostics).Code);
        Assert.Empty(Review(With(old.Conclusions[1] with { ByLaterLaw = true })).Diagnostics);
    }

    [Fact]
    public void The_matrix_links_conclusions_to_the_text_in_force_on_the_day_of_the_act()
    {
        var links = Review(penalty).Links;
        Assert.All(links, l => Assert.True(l.Holds));
        Assert.Contains(new DocumentLink("findings/F1", "evidence/E1", true), links);
        Assert.Contains(new DocumentLink("discretion/X1", "findings/F2", true), links);
        Assert.Contains(new DocumentLink("defence/D1", "answers/D1", true), links);
        var text = LawSet.Embedded.Instruments.Find("FSL")!.TextOn(penalty.ActDate)!.Key;
        Assert.Contains(new DocumentLink("conclusions/C2", $"FSL 124(1)#5 [{text}]", true), links);
        var earlier = penalty with { ActDate = new DateOnly(2025, 6, 1) };
        Assert.Contains(Review(earlier).Links, l => l.To == $"FSL 124(1)#5 [{LawSet.Embedded.Instruments.Find("FSL")!.TextOn(earlier.ActDate)!.Key}]");
        Assert.NotEqual(text, LawSet.Embedded.Instruments.Find("FSL")!.TextOn(earlier.ActDate)!.Key);
    }

    [Fact]
    public void Two_factors_that_rest_on_one_finding_are_both_pointed_out()
    {
        var twice = penalty with { Discretion = penalty.Discretion! with { Factors = [.. penalty.Discretion.Factors, new Factor("X2", "积极配合调查", FactorDirection.Lighter, ["F2"])] } };
        Assert.Equal([("reasoning.factor.used-twice", "discretion/X1"), ("reasoning.factor.used-twice", "discretion/X2")], Review(twice).Diagnostics.Select(d => (d.Code, d.Place)));
    }

    [Fact]
    public void A_link_to_nothing_is_shown_as_broken()
        => Assert.Equal(
            [new DocumentLink("findings/F2", "evidence/E9", false)],
            Review(penalty with { Findings = [penalty.Findings[0], penalty.Findings[1] with { Evidence = ["E9"] }] }).Links.Where(l => !l.Holds));

    [Fact]
    public void A_heavier_penalty_is_possible_after_a_new_notice_on_new_facts()
    {
        var again = penalty.Notices[0] with { On = new DateOnly(2026, 5, 25), OnNewFacts = true, Proposed = penalty.Notices[0].Proposed with { Fine = new Money(8_000_000) } };
        Assert.Empty(Review(penalty with { Notices = [penalty.Notices[0], again], Sanction = penalty.Sanction with { Fine = new Money(8_000_000) } }).Diagnostics);
    }

    [Theory]
    [InlineData("limitation")]
    [InlineData("notEstablished")]
    [InlineData("noCapacity")]
    public void Education_is_asked_for_only_where_a_violation_is_forgiven(string ground)
    {
        var conditions = LawSet.Embedded.Reasoning.Ground(ground)!.Conditions.ToDictionary(c => c.Id, _ => (IReadOnlyList<string>)["F1"]);
        Assert.Empty(Review(noPenalty with { Education = "", NoPenalty = new NoPenaltyReasoning(ground, conditions) }).Diagnostics);
    }

    [Fact]
    public void The_notice_of_a_case_in_hearing_range_tells_the_right_to_a_hearing()
    {
        var review = Review(ReasoningExamples.Notice with { IsInHearingRange = true, HasPriceRefund = true });
        Assert.Equal(["parts/right-to-hearing", "parts/refund"], review.Diagnostics.Select(d => d.Place));
        Assert.Equal(71, review.Completeness.Score);
    }

    [Fact]
    public void The_remedies_of_a_penalty_decision_offer_the_choice()
        => Assert.Equal(
            "如不服本决定，可以自收到本决定书之日起六十日内向示例县人民政府申请行政复议，也可以自收到本决定书之日起六个月内依法向示例县人民法院提起行政诉讼。",
            LawSet.Embedded.Reasoning.RemediesOf(DocumentKind.PenaltyDecision, AuthorityLevel.Local, penalty.DecisionDate)!.InChinese("示例县人民政府", "示例县人民法院"));

    [Fact]
    public void The_remedies_of_an_on_the_spot_decision_put_reconsideration_first()
        => Assert.Equal(
            "如不服本决定，应当先自收到本决定书之日起六十日内向示例县人民政府申请行政复议；对行政复议决定不服的，可以自收到行政复议决定书之日起（复议机关逾期不作决定的，自复议期满之日起）十五日内依法向示例县人民法院提起行政诉讼。",
            LawSet.Embedded.Reasoning.RemediesOf(DocumentKind.OnTheSpotDecision, AuthorityLevel.Local, onTheSpot.DecisionDate)!.InChinese("示例县人民政府", "示例县人民法院"));

    [Fact]
    public void A_notice_has_no_remedies()
        => Assert.Null(LawSet.Embedded.Reasoning.RemediesOf(DocumentKind.PenaltyNotice, AuthorityLevel.Local, penalty.DecisionDate));

    [Fact]
    public void The_computed_remedies_always_pass_their_own_rules()
        => Gen.Select(Gen.Int[0, 2], Gen.Bool, Gen.Int[0, 1000]).Sample((kind, national, days) =>
        {
            var document = Sample(new[] { "penalty", "noPenalty", "onTheSpot" }[kind]) with { Level = national ? AuthorityLevel.National : AuthorityLevel.Local };
            document = document with { DecisionDate = document.DecisionDate.AddDays(days) };
            var remedies = LawSet.Embedded.Reasoning.RemediesOf(document.Kind, document.Level, document.DecisionDate)!;
            return Review(document with { Remedies = remedies.AsStatement("示例县人民法院") }).Diagnostics.Count == 0;
        });

    [Fact]
    public void A_fine_is_refused_exactly_when_it_is_above_the_last_notice()
        => Gen.Select(Gen.Long[0, 100_000], Gen.Long[1, 100_000]).Sample((told, imposed) =>
        {
            var document = penalty with
            {
                Notices = [penalty.Notices[0] with { Proposed = new Sanction(new Money(told), Money.Zero, []) }],
                Sanction = new Sanction(new Money(imposed), Money.Zero, []),
            };
            return Review(document).Diagnostics.Any(d => d.Code == "reasoning.notice.heavier") == imposed > told;
        });

    [Fact]
    public void Confirming_a_part_never_lowers_the_score_and_never_adds_a_diagnostic()
        => Gen.Select(Gen.Int[0, 15], Gen.Int[0, 3]).Sample((mask, added) =>
        {
            string[] parts = ["party", "performance", "authority-date", "seal"];
            var before = parts.Where((_, i) => (mask & (1 << i)) != 0).ToHashSet();
            var after = before.Append(parts[added]).ToHashSet();
            var (one, two) = (Review(penalty with { ConfirmedParts = before }), Review(penalty with { ConfirmedParts = after }));
            return one.Completeness.Score <= two.Completeness.Score && two.Diagnostics.All(one.Diagnostics.Contains);
        });

    [Fact]
    public void The_same_document_gives_the_same_diagnostics()
        => Assert.All(faults, f => Assert.Equal(Review(f.Document).Diagnostics, Review(f.Document).Diagnostics));

    private static DocumentReview Review(ReasonedDocument document) => DocumentReview.Of(document, LawSet.Embedded.Reasoning);

    private static ReasonedDocument With(Conclusion second) => penalty with { Conclusions = [penalty.Conclusions[0], second] };

    private static ReasonedDocument Sample(string name) => name switch
    {
        "penalty" => penalty,
        "noPenalty" => noPenalty,
        "onTheSpot" => onTheSpot,
        _ => ReasoningExamples.Notice,
    };
}
