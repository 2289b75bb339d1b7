using Heng.Cases;
using Heng.Cases.Steps.Decision;
using Heng.Cases.Steps.Discussion;
using Heng.Cases.Steps.Facts;
using Heng.Cases.Steps.Hearing;
using Heng.Cases.Steps.Notice;
using Heng.Cases.Steps.Proposal;
using Heng.Cases.Steps.Review;
using Heng.Dossiers;
using Heng.Platform.People;
using Heng.Platform.Settings;
using Heng.Tests.Storage;

namespace Heng.Tests.Cases;

/// <summary>What the law refuses on the way to a penalty, each both ways and by its code.</summary>
public sealed class PenaltyGateTests
{
    [Fact, Row("4.6", "5.4")]
    public async Task A_sum_outside_the_statute_is_impossible_and_one_outside_the_range_needs_a_reason()
    {
        await using var house = await TestHouse.BuildAsync();
        var id = await PenaltyPath.ToFactsAsync(house);
        var proposal = await PenaltyPath.ProposalAsync(house, id, PenaltyCase.Ordinary);
        Assert.Equal(["above-ceiling"], await RefusalsAsync(house, house.Officer1, id, proposal with { Fine = PenaltyPath.Yuan(100_000.01m) }));
        Assert.Equal(["below-floor-without-ground"], await RefusalsAsync(house, house.Officer1, id, proposal with { Fine = PenaltyPath.Yuan(49_999.99m) }));
        // The statute is 50,000 to 100,000; the facts lead to the middle, 65,000 to 85,000.
        Assert.Equal(["penalty.deviation"], await RefusalsAsync(house, house.Officer1, id, proposal with { Fine = PenaltyPath.Yuan(64_999.99m) }));
        await house.DoAsync(house.Officer1, id, proposal with { Fine = PenaltyPath.Yuan(65_000) });
        await house.DoAsync(house.Officer1, id, proposal with { Fine = PenaltyPath.Yuan(55_000), Category = DeviationCategory.PartySituation, Deviation = "当事人受灾停业，经营确有困难。" });
    }

    [Fact, Row("4.6")]
    public async Task A_mitigated_fine_names_a_ground_that_was_found()
    {
        await using var house = await TestHouse.BuildAsync();
        var theCase = PenaltyCase.Ordinary with { Circumstances = [new("C-MT-02", "", [1])], Fine = 49_999.99m };
        var id = await PenaltyPath.ToFactsAsync(house, theCase);
        var proposal = await PenaltyPath.ProposalAsync(house, id, theCase);
        Assert.Equal(["penalty.mitigation"], await RefusalsAsync(house, house.Officer1, id, proposal));
        await house.DoAsync(house.Officer1, id, proposal with { MitigationGround = "C-MT-02", Mitigation = "当事人主动召回已售出的食品，消除危害后果。" });
        var (file, _) = await house.ReadAsync(house.Officer1, id);
        Assert.Equal([PenaltyMarks.Mitigated], file.Part<CaseFile>().Course.Proposal!.Marks);
    }

    [Fact, Row("5.4")]
    public async Task Leaving_the_benchmark_is_decided_by_the_principal_head_or_by_the_heads_together()
    {
        await using var house = await TestHouse.BuildAsync();
        var deputy = await house.HireAsync("副局长己", house.Division, PersonRoles.Head);
        var id = await PenaltyPath.ToFactsAsync(house);
        var proposal = await PenaltyPath.ProposalAsync(house, id, PenaltyCase.Ordinary);
        await house.DoAsync(house.Officer1, id, proposal with { Fine = PenaltyPath.Yuan(55_000), Category = DeviationCategory.PlainlyUnfair, Deviation = "按基准处罚将明显重于同类案件。" });
        await ContinueToDecisionAsync(house, id);
        Assert.Equal(["penalty.deviation-approved"], await RefusalsAsync(house, deputy, id, await house.PrefilledAsync<DecidePenalty>(deputy, id)));
        await house.DoAsync(house.Head, id, await house.PrefilledAsync<DecidePenalty>(house.Head, id));
    }

    [Theory, EachDatabase, Row("5.6")]
    public async Task A_heavy_fine_on_a_small_gain_needs_its_argument_and_a_collective_discussion(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var theCase = PenaltyCase.Alarming;
        var id = await PenaltyPath.ToFactsAsync(house, theCase);
        var proposal = await PenaltyPath.ProposalAsync(house, id, theCase);
        Assert.Equal(["penalty.proportionality"], await RefusalsAsync(house, house.Officer1, id, proposal with { Proportionality = null }));
        await house.DoAsync(house.Officer1, id, proposal);
        await ToPeriodOverAsync(house, id);
        Assert.Contains("penalty.alarm-discussed", await RefusalsAsync(house, house.Officer1, id, new ProceedToDecision()));
        await house.DoAsync(house.Officer1, id, new ProceedToDiscussion());
        await PenaltyPath.DiscussAsync(house, id);
        await house.DoAsync(house.Head, id, await house.PrefilledAsync<DecidePenalty>(house.Head, id));
    }

    [Fact, Row("4.7")]
    public async Task A_fact_that_opened_the_serious_tier_is_not_weighed_again()
    {
        await using var house = await TestHouse.BuildAsync();
        var theCase = PenaltyCase.Heavier with { Entries = [.. PenaltyCase.Ordinary.Entries.Where(e => e.Fact != "seriousCircumstances"), new("refusesOrEvadesInspection", "true", [1])] };
        var id = await PenaltyPath.ToFactsAsync(house, theCase);
        var proposal = await PenaltyPath.ProposalAsync(house, id, theCase);
        Assert.Contains("fact-used-twice", await RefusalsAsync(house, house.Officer1, id, proposal));
    }

    [Fact, Row("4.7")]
    public async Task A_circumstance_of_its_own_leads_to_the_high_part()
    {
        await using var house = await TestHouse.BuildAsync();
        var id = await PenaltyPath.ToFactsAsync(house, PenaltyCase.Heavier);
        var proposal = await PenaltyPath.ProposalAsync(house, id, PenaltyCase.Heavier);
        Assert.Equal(["penalty.deviation"], await RefusalsAsync(house, house.Officer1, id, proposal with { Fine = PenaltyPath.Yuan(84_999.99m) }));
        await house.DoAsync(house.Officer1, id, proposal with { Fine = PenaltyPath.Yuan(85_000) });
    }

    [Fact]
    public async Task Only_open_kinds_are_imposed_and_ordered_ones_are_not_left_out()
    {
        await using var house = await TestHouse.BuildAsync();
        var id = await PenaltyPath.ToFactsAsync(house);
        var proposal = await PenaltyPath.ProposalAsync(house, id, PenaltyCase.Ordinary);
        Assert.Equal(["confiscateGoods"], proposal.Kinds);
        // A kind that is not open cannot even be chosen.
        Assert.IsType<ActOutcome.Invalid>(await house.TryAsync(house.Officer1, id, proposal with { Kinds = [.. proposal.Kinds, "revokePermit"] }));
        Assert.Equal(["penalty.kinds-ordered"], await RefusalsAsync(house, house.Officer1, id, proposal with { Kinds = [], Goods = null }));
        Assert.Equal(["penalty.kinds-ordered"], await RefusalsAsync(house, house.Officer1, id, proposal with { Gain = null }));
        await house.DoAsync(house.Officer1, id, proposal with { Kinds = [], Goods = null, WhyNotConfiscated = "涉案食品已经全部变质，当场监督销毁。" });
    }

    [Fact]
    public async Task Who_may_be_exempt_is_fined_only_for_a_reason()
    {
        await using var house = await TestHouse.BuildAsync();
        var theCase = PenaltyCase.Ordinary with { Entries = [new("firstViolation", "true", [1]), new("minorViolation", "false", [1]), new("correctedPromptly", "true", [1]), new("noHarm", "false", [1]), new("slightHarm", "true", [1]), new("harmfulConsequences", "false", [1]), new("seriousCircumstances", "false", [1])] };
        var id = await PenaltyPath.ToFactsAsync(house, theCase);
        var proposal = await PenaltyPath.ProposalAsync(house, id, theCase);
        Assert.Equal(["penalty.exemption-considered"], await RefusalsAsync(house, house.Officer1, id, proposal));
        await house.DoAsync(house.Officer1, id, proposal with { WhyNotExempt = "销售对象包括在校学生，数量较大，不宜免罚。" });
    }

    [Fact]
    public async Task A_report_proposes_a_penalty_only_after_the_officer_named_it()
    {
        await using var house = await TestHouse.BuildAsync();
        var id = await PenaltyPath.ToFactsAsync(house);
        var report = new ConcludeInvestigation { Disposal = ProposedDisposal.Penalty, Opinion = "建议处罚。" };
        Assert.Equal(["penalty.named"], await RefusalsAsync(house, house.UnitHead, id, report));
        await house.DoAsync(house.Officer1, id, await PenaltyPath.ProposalAsync(house, id, PenaltyCase.Ordinary));
        await house.DoAsync(house.UnitHead, id, report);
    }

    [Fact, Row("8.18")]
    public async Task A_notice_is_served_only_after_a_head_approved_it()
    {
        await using var house = await TestHouse.BuildAsync();
        var id = await PenaltyPath.ToReviewedAsync(house);
        var service = new ServeNotice { Method = ServiceMethod.Direct, On = house.Today, Receiver = "示例经营者", Files = [await house.UploadAsync(house.Officer1)] };
        Assert.Contains("procedure.notice.approved", await RefusalsAsync(house, house.Officer1, id, service));
        await house.DoAsync(house.Head, id, await house.PrefilledAsync<ApproveProposal>(house.Head, id));
        await PenaltyPath.ServeAsync<ServeNotice>(house, id, "37");
    }

    [Theory, EachDatabase, Row("8.18")]
    public async Task Nothing_is_decided_on_the_fifth_working_day_and_everything_on_the_sixth(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var id = await PenaltyPath.ToNotifiedAsync(house);
        var (file, _) = await house.ReadAsync(house.Officer1, id);
        // Served on Monday 2 March 2026: the fifth working day is Monday 9 March.
        Assert.Equal(new DateOnly(2026, 3, 9), file.Part<CaseFile>().Course.Notice!.LapsesOn);
        house.Clock.Advance(TimeSpan.FromDays(7));
        Assert.Contains("procedure.notice.five-days", await RefusalsAsync(house, house.Officer1, id, new ProceedToDecision()));
        house.Clock.Advance(TimeSpan.FromDays(1));
        await house.DoAsync(house.Officer1, id, new ProceedToDecision());
        await house.DoAsync(house.Head, id, await house.PrefilledAsync<DecidePenalty>(house.Head, id));
    }

    [Fact, Row("8.18")]
    public async Task An_express_waiver_ends_the_waiting_and_a_decision_inside_the_period_is_refused_without()
    {
        await using var house = await TestHouse.BuildAsync();
        var id = await PenaltyPath.ToNotifiedAsync(house);
        Assert.Contains("procedure.notice.five-days", await RefusalsAsync(house, house.Officer1, id, new ProceedToDecision()));
        var waiver = await house.PrefilledAsync<RecordWaiver>(house.Officer1, id);
        await house.DoAsync(house.Officer1, id, waiver with { Statement = "当事人书面表示放弃陈述、申辩。", Files = [await house.UploadAsync(house.Officer1)] });
        await house.DoAsync(house.Officer1, id, new ProceedToDecision());
        await house.DoAsync(house.Head, id, await house.PrefilledAsync<DecidePenalty>(house.Head, id));
    }

    [Theory, EachDatabase, Row("6.3")]
    public async Task Every_point_of_the_defence_is_answered_before_the_case_goes_on(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var id = await ToDefendedAsync(house);
        await PenaltyPath.PassThePeriodAsync(house, id);
        await AnswerAsync(house, id, adopted: true);
        Assert.Contains("procedure.defence.answered", await RefusalsAsync(house, house.Head, id, new ProceedToDecision()));
        await AnswerAsync(house, id, adopted: false);
        await house.DoAsync(house.Head, id, new ProceedToDecision());
        await house.DoAsync(house.Head, id, await house.PrefilledAsync<DecidePenalty>(house.Head, id));
        var (file, _) = await house.ReadAsync(house.Head, id);
        Assert.Equal([true, false], file.Part<CaseFile>().Course.Points.Select(p => p.Adopted));
    }

    [Fact, Row("6.3")]
    public async Task A_defence_after_the_period_is_no_defence()
    {
        await using var house = await TestHouse.BuildAsync();
        var id = await PenaltyPath.ToNotifiedAsync(house);
        await PenaltyPath.PassThePeriodAsync(house, id);
        var late = (await house.PrefilledAsync<RecordDefence>(house.Officer1, id)) with { Points = "罚款过重" };
        Assert.Contains("procedure.defence.in-time", await RefusalsAsync(house, house.Officer1, id, late));
        await house.DoAsync(house.Officer1, id, late with { On = house.Today.AddDays(-1) });
    }

    [Theory, EachDatabase, Row("6.4")]
    public async Task Nothing_gets_heavier_because_the_party_defended_itself(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var id = await ToDefendedAsync(house);
        await AnswerAsync(house, id, adopted: false);
        await AnswerAsync(house, id, adopted: false);
        var heavier = await PenaltyPath.ProposalAsync(house, id, PenaltyCase.Ordinary with { Fine = 70_000 });
        await house.DoAsync(house.Officer1, id, heavier);
        Assert.Contains("procedure.notice.not-heavier", await RefusalsAsync(house, house.Head, id, await house.PrefilledAsync<ApproveProposal>(house.Head, id)));
        await PenaltyPath.PassThePeriodAsync(house, id);
        await house.DoAsync(house.Head, id, new ProceedToDecision());
        Assert.Contains("procedure.decision.not-heavier", await RefusalsAsync(house, house.Head, id, await house.PrefilledAsync<DecidePenalty>(house.Head, id)));
        // Lighter than the notice needs no new one.
        var decision = await house.PrefilledAsync<DecidePenalty>(house.Head, id);
        await house.DoAsync(house.Head, id, decision with { Fine = PenaltyPath.Yuan(65_000) });
    }

    [Theory, EachDatabase, Row("6.4")]
    public async Task Heavier_on_new_facts_takes_a_new_notice_and_a_new_period(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var id = await ToDefendedAsync(house);
        var heavier = await PenaltyPath.ProposalAsync(house, id, PenaltyCase.Ordinary with { Fine = 70_000 });
        await house.DoAsync(house.Officer1, id, heavier with { NewFacts = "复核时查明另有一批超过保质期的食品已经售出。" });
        house.Clock.Advance(TimeSpan.FromDays(1));
        await house.DoAsync(house.Head, id, await house.PrefilledAsync<ApproveProposal>(house.Head, id));
        await PenaltyPath.ServeAsync<ServeNewNotice>(house, id, "37");
        var (file, _) = await house.ReadAsync(house.Head, id);
        var course = file.Part<CaseFile>().Course;
        Assert.Equal("S50", file.Procedure.Main);
        Assert.Equal([1, 2], course.Notices.Select((n, i) => n.Number.Contains($"〕{i + 1}号", StringComparison.Ordinal) ? i + 1 : 0));
        Assert.Equal((PenaltyPath.Yuan(70_000), new DateOnly(2026, 3, 10)), (course.Notice!.Sanction.Fine, course.Notice.LapsesOn));
        await AnswerAsync(house, id, adopted: true);
        await AnswerAsync(house, id, adopted: false);
        await PenaltyPath.PassThePeriodAsync(house, id);
        await house.DoAsync(house.Officer1, id, new ProceedToDecision());
        await house.DoAsync(house.Head, id, await house.PrefilledAsync<DecidePenalty>(house.Head, id));
    }

    [Fact, Row("8.19")]
    public async Task The_right_to_a_hearing_is_offered_whenever_the_sum_gives_it()
    {
        await using var house = await TestHouse.BuildAsync();
        var id = await PenaltyPath.ToReviewedAsync(house, PenaltyCase.Ordinary with { Party = PartySort.Individual });
        var approval = await house.PrefilledAsync<ApproveProposal>(house.Head, id);
        Assert.True(approval.OffersHearing);
        Assert.Contains("procedure.notice.hearing", await RefusalsAsync(house, house.Head, id, approval with { OffersHearing = false }));
        await house.DoAsync(house.Head, id, approval);
    }

    [Theory, EachDatabase, Row("8.19", "8.20")]
    public async Task A_hearing_held_on_paper_leads_over_legal_review_and_discussion_to_the_decision(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var id = await PenaltyPath.ToNotifiedAsync(house, PenaltyCase.Ordinary with { Party = PartySort.Individual });
        var request = await house.PrefilledAsync<AcceptHearing>(house.Head, id);
        Assert.Contains("hearing.seven-days", await RefusalsAsync(house, house.Head, id, request with { Chair = house.Reviewer.PersonId, HearingOn = house.Today.AddDays(5) }));
        Assert.Contains("procedure.chair-is-no-handler", await RefusalsAsync(house, house.Head, id, request with { Chair = house.Officer1.PersonId, HearingOn = house.Today.AddDays(21) }));
        var chair = await house.HireAsync("主持人辛", house.Division, PersonRoles.Reviewer);
        request = request with { Chair = chair.PersonId, HearingOn = house.Today.AddDays(21) };
        Assert.IsType<ActOutcome.Invalid>(await house.TryAsync(house.Head, id, request with { HearingAt = "下午两点" }));
        await house.DoAsync(house.Head, id, request with { HearingAt = "14：30" });
        house.Clock.Advance(TimeSpan.FromDays(22));
        var close = (await house.PrefilledAsync<CloseHearing>(chair, id)) with { Report = "听证依法进行；建议维持拟处罚意见。", Files = [await house.UploadAsync(chair)] };
        Assert.Contains("procedure.role", await RefusalsAsync(house, house.Reviewer, id, close with { Files = [await house.UploadAsync(house.Reviewer)] }));
        await house.DoAsync(chair, id, close);
        await house.DoAsync(house.Reviewer, id, (await house.PrefilledAsync<PassLegalReview>(house.Reviewer, id)) with { Checked = PenaltyPath.Points });
        await PenaltyPath.DiscussAsync(house, id);
        var decision = await house.PrefilledAsync<DecidePenalty>(house.Head, id);
        Assert.Contains("procedure.decision.not-heavier", await RefusalsAsync(house, house.Head, id, decision with { Fine = PenaltyPath.Yuan(66_000.01m) }));
        await house.DoAsync(house.Head, id, decision);
    }

    [Fact, Row("8.20")]
    public async Task Dissent_stays_in_the_record_and_nobody_speaks_for_another()
    {
        await using var house = await TestHouse.BuildAsync();
        var theCase = PenaltyCase.Alarming;
        var id = await PenaltyPath.ToNotifiedAsync(house, theCase);
        await PenaltyPath.PassThePeriodAsync(house, id);
        await house.DoAsync(house.Officer1, id, new ProceedToDiscussion());
        var deputy = await house.HireAsync("副局长己", house.Division, PersonRoles.Head);
        var outsider = await house.HireAsync("副局长庚", house.Division, PersonRoles.Head);
        var open = await house.PrefilledAsync<OpenDiscussion>(house.Head, id);
        Assert.Contains("discussion.members-are-heads", await RefusalsAsync(house, house.Head, id, open with { Members = [house.Head.PersonId, house.Officer1.PersonId] }));
        await house.DoAsync(house.Head, id, open with { Members = [house.Head.PersonId, deputy.PersonId] });
        var conclusion = (await house.PrefilledAsync<ConcludeDiscussion>(house.Head, id)) with { Conclusion = "同意。" };
        Assert.Equal(["discussion.views", "discussion.quorum"], await RefusalsAsync(house, house.Head, id, conclusion));
        Assert.Equal(["discussion.member"], await RefusalsAsync(house, outsider, id, new GiveView { Stand = DiscussionStand.Agrees, View = "同意。" }));
        await house.DoAsync(deputy, id, new GiveView { Stand = DiscussionStand.Dissents, View = "罚款明显过重，应当减轻。" });
        Assert.Equal(["discussion.member"], await RefusalsAsync(house, deputy, id, new GiveView { Stand = DiscussionStand.Agrees, View = "改为同意。" }));
        await house.DoAsync(house.Head, id, new GiveView { Stand = DiscussionStand.Agrees, View = "同意拟处罚意见。" });
        await house.DoAsync(house.Head, id, conclusion);
        var decision = await house.PrefilledAsync<DecidePenalty>(house.Head, id);
        Assert.Contains("penalty.discussion-followed", await RefusalsAsync(house, house.Head, id, decision with { Fine = PenaltyPath.Yuan(65_000) }));
        await house.DoAsync(house.Head, id, decision);
        var (file, _) = await house.ReadAsync(house.Head, id);
        Assert.Equal([DiscussionStand.Dissents, DiscussionStand.Agrees], file.Part<CaseFile>().Course.Discussions.Single().Views.Select(v => v.Stand));
    }

    [Fact]
    public async Task Money_is_never_typed_as_paid()
    {
        await using var house = await TestHouse.BuildAsync();
        var id = await PenaltyPath.ToServedAsync(house);
        Assert.Contains("penalty.paid-by-receipt", await RefusalsAsync(house, house.Officer1, id, new RecordPerformed { How = "当事人说已经缴清。" }));
    }

    [Fact, Row("4.7")]
    public async Task A_red_line_is_exempted_only_by_the_heads_together()
    {
        await using var house = await TestHouse.BuildAsync();
        await house.SetAsync(DossierSettings.RedLine, "food");
        var id = await ExemptionPath.ToFactsAsync(house);
        await house.DoAsync(house.UnitHead, id, await house.PrefilledAsync<ConcludeInvestigation>(house.UnitHead, id));
        var submission = await house.PrefilledAsync<SubmitForReview>(house.Officer1, id);
        Assert.Contains("list.red-line", submission.Listed);
        await house.DoAsync(house.Officer1, id, submission);
        await house.DoAsync(house.Reviewer, id, (await house.PrefilledAsync<GiveOpinion>(house.Reviewer, id)) with { Checked = PenaltyPath.Points });
        await house.DoAsync(house.Head, id, new ProceedToDiscussion());
        await PenaltyPath.DiscussAsync(house, id);
        await house.DoAsync(house.Head, id, await house.PrefilledAsync<DecideNoPenalty>(house.Head, id));
    }

    [Fact, Row("4.7")]
    public async Task A_red_line_is_not_exempted_without_discussion()
    {
        await using var house = await TestHouse.BuildAsync();
        var id = await ExemptionPath.ToReadyForDecisionAsync(house);
        await house.SetAsync(DossierSettings.RedLine, "FOOD-008");
        Assert.Contains("exemption.red-line", await RefusalsAsync(house, house.Head, id, await house.PrefilledAsync<DecideNoPenalty>(house.Head, id)));
    }

    private static async Task<Guid> ToDefendedAsync(TestHouse house)
    {
        var id = await PenaltyPath.ToNotifiedAsync(house);
        await house.DoAsync(house.Officer1, id, (await house.PrefilledAsync<RecordDefence>(house.Officer1, id)) with { Points = "食品已经下架销毁\n罚款过重，经营困难" });
        return id;
    }

    private static async Task AnswerAsync(TestHouse house, Guid id, bool adopted)
        => await house.DoAsync(house.Officer1, id, (await house.PrefilledAsync<AnswerPoint>(house.Officer1, id)) with { Adopted = adopted, Reason = adopted ? "经核实属实，予以采纳。" : "没有证据证明，不予采纳。" });

    private static async Task ToPeriodOverAsync(TestHouse house, Guid id)
    {
        await house.DoAsync(house.UnitHead, id, await house.PrefilledAsync<ConcludeInvestigation>(house.UnitHead, id));
        await house.DoAsync(house.Officer1, id, await house.PrefilledAsync<SubmitForReview>(house.Officer1, id));
        await house.DoAsync(house.Reviewer, id, (await house.PrefilledAsync<AgreePenalty>(house.Reviewer, id)) with { Checked = PenaltyPath.Points });
        await house.DoAsync(house.Head, id, await house.PrefilledAsync<ApproveProposal>(house.Head, id));
        await PenaltyPath.ServeAsync<ServeNotice>(house, id, "37");
        await PenaltyPath.PassThePeriodAsync(house, id);
    }

    private static async Task ContinueToDecisionAsync(TestHouse house, Guid id)
    {
        await ToPeriodOverAsync(house, id);
        await house.DoAsync(house.Officer1, id, new ProceedToDecision());
    }

    private static async Task<IReadOnlyList<string>> RefusalsAsync(TestHouse house, CurrentPerson me, Guid id, DossierAct act)
        => await house.TryAsync(me, id, act) switch
        {
            ActOutcome.Done => [],
            ActOutcome.Refused refused => [.. refused.Refusals.Select(r => r.Code)],
            var other => throw new InvalidOperationException(TestHouse.Describe(other)),
        };
}
