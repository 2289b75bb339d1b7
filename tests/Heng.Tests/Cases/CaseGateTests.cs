using Heng.Cases;
using Heng.Cases.Steps.Closing;
using Heng.Cases.Steps.Decision;
using Heng.Cases.Steps.Facts;
using Heng.Cases.Steps.Filing;
using Heng.Cases.Steps.Investigation;
using Heng.Cases.Steps.Review;
using Heng.Cases.Steps.Service;
using Heng.Dossiers;
using Heng.FollowUp.Steps;
using Heng.Intake.Steps;
using Heng.Law;
using Heng.Platform.People;
using Heng.Platform.Storage;
using Heng.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace Heng.Tests.Cases;

/// <summary>What the law refuses in a case, each both ways and by its code.</summary>
public sealed class CaseGateTests
{
    [Theory, EachDatabase, Row("8.8")]
    public async Task Nothing_is_proposed_before_the_verification_is_recorded(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var id = await ToVerificationAsync(house);
        var proposal = (await house.PrefilledAsync<ProposeFiling>(house.UnitHead, id)) with { Reason = "理由", Handlers = [house.Officer1.PersonId, house.Officer2.PersonId] };
        Assert.Contains("intake.verification.recorded", await house.RefusalsAsync(house.UnitHead, id, proposal));
        await house.DoAsync(house.Officer1, id, new RecordVerification { Findings = "属实。" });
        await house.DoAsync(house.UnitHead, id, proposal);
    }

    [Fact, Row("8.8")]
    public async Task An_officer_who_was_not_assigned_records_no_verification()
    {
        await using var house = await TestHouse.BuildAsync();
        var id = await ToVerificationAsync(house);
        var other = await house.HireAsync("办案己", house.Station, PersonRoles.Officer);
        Assert.Contains("procedure.officer-is-named", await house.RefusalsAsync(other, id, new RecordVerification { Findings = "属实。" }));
    }

    [Fact, Row("8.8", "8.10")]
    public async Task Nobody_approves_the_filing_that_he_proposed_and_no_officer_files_alone()
    {
        await using var house = await TestHouse.BuildAsync();
        var both = await house.HireAsync("副局长己", house.Station, PersonRoles.UnitHead | PersonRoles.Head);
        var id = await ToVerificationAsync(house);
        await house.DoAsync(house.Officer1, id, new RecordVerification { Findings = "属实。" });
        await house.DoAsync(both, id, (await house.PrefilledAsync<ProposeFiling>(both, id)) with { Handlers = [house.Officer1.PersonId, house.Officer2.PersonId] });
        var approval = await house.PrefilledAsync<ApproveFiling>(both, id);
        Assert.Contains("intake.filing.second-person", await house.RefusalsAsync(both, id, approval));
        Assert.Contains("procedure.role", await house.RefusalsAsync(house.Officer1, id, approval));
        await house.DoAsync(house.Head, id, approval);
    }

    [Theory, EachDatabase, Row("8.8", "8.29", "8.30")]
    public async Task A_filing_past_the_limit_is_refused_until_the_breach_is_recorded(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var id = await ToVerificationAsync(house);
        await house.DoAsync(house.Officer1, id, new RecordVerification { Findings = "属实。" });
        // 15 working days from Monday 2 March 2026 end on 23 March.
        var (file, _) = await house.ReadAsync(house.Head, id);
        var clock = CaseClocks.Verification(file)!;
        Assert.Equal((new DateOnly(2026, 3, 23), false), (clock.DueOn, clock.IsEstimate));
        Assert.True(clock.DayAt(60) < clock.DayAt(85) && clock.DayAt(85) <= clock.DueOn);
        house.Clock.Advance(TimeSpan.FromDays(21));
        var proposal = (await house.PrefilledAsync<ProposeFiling>(house.UnitHead, id)) with { Handlers = [house.Officer1.PersonId, house.Officer2.PersonId] };
        Assert.Empty(await house.RefusalsAsync(house.UnitHead, id, proposal, check: true));
        house.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Contains("intake.verification.limit", await house.RefusalsAsync(house.UnitHead, id, proposal));
        Assert.Contains("intake.verification.limit", await house.RefusalsAsync(house.Head, id, new ExtendVerification { Reason = "案情复杂" }));
        var breach = new RecordBreach { Limit = "L05", Reason = "等待检验。" };
        Assert.IsType<ActOutcome.Invalid>(await house.TryAsync(house.UnitHead, id, breach with { Reason = "" }));
        await house.DoAsync(house.UnitHead, id, breach);
        await house.DoAsync(house.UnitHead, id, proposal);
    }

    [Fact, Row("8.29")]
    public async Task A_limit_whose_calendar_is_not_loaded_is_estimated_and_says_so()
    {
        await using var house = await TestHouse.BuildAsync();
        house.Clock.SetUtcNow(new DateTimeOffset(2026, 12, 21, 1, 0, 0, TimeSpan.Zero));
        var id = await house.DoAsync(house.Officer1, null, ExemptionPath.Clue(house));
        var (file, _) = await house.ReadAsync(house.Head, id);
        var clock = CaseClocks.Verification(file)!;
        Assert.True(clock.IsEstimate);
        Assert.Equal(new DateOnly(2027, 1, 11), clock.DueOn);
        Assert.Contains(clock.Name, CaseClocks.WithoutCalendar(file));
    }

    [Fact, Row("8.10")]
    public async Task An_officer_who_is_not_named_does_no_work_in_the_case()
    {
        await using var house = await TestHouse.BuildAsync();
        var other = await house.HireAsync("办案己", house.Station, PersonRoles.Officer);
        var id = await ExemptionPath.ToFactsAsync(house);
        await house.DoAsync(other, id, new DeclareInterest { Answer = Interest.None });
        Assert.Contains("procedure.officer-is-named", await house.RefusalsAsync(other, id, ExemptionPath.Facts(house)));
        await house.DoAsync(house.Officer1, id, ExemptionPath.Facts(house));
    }

    [Theory, EachDatabase, Row("8.10")]
    public async Task An_officer_with_an_interest_steps_back_and_is_replaced_by_decision(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var third = await house.HireAsync("办案己", house.Station, PersonRoles.Officer);
        var id = await ExemptionPath.ToFactsAsync(house);
        await house.DoAsync(house.Officer2, id, new DeclareInterest { Answer = Interest.Present, Note = "亲属" });
        Assert.Contains("officers.interest", await house.RefusalsAsync(house.Officer2, id, ExemptionPath.Facts(house)));
        var decision = (await house.PrefilledAsync<DecideRecusal>(house.Head, id)) with { Reason = "与当事人有亲属关系。" };
        Assert.Contains("officers.two", await house.RefusalsAsync(house.Head, id, decision));
        await house.DoAsync(house.Head, id, decision with { Replacement = third.PersonId });
        Assert.Contains("officers.interest", await house.RefusalsAsync(house.Officer2, id, ExemptionPath.Facts(house)));
        await house.DoAsync(third, id, ExemptionPath.Facts(house));
        var (file, _) = await house.ReadAsync(house.Head, id);
        Assert.True(file.Procedure.Handlers.Contains(third.PersonId.ToString("N")));
        Assert.False(file.Procedure.Handlers.Contains(house.Officer2.PersonId.ToString("N")));
    }

    [Fact, Row("8.10")]
    public async Task Nobody_decides_on_the_interest_of_an_officer_who_was_replaced()
    {
        await using var house = await TestHouse.BuildAsync();
        var third = await house.HireAsync("办案己", house.Station, PersonRoles.Officer);
        var id = await ExemptionPath.ToFactsAsync(house);
        await house.DoAsync(house.Officer2, id, new DeclareInterest { Answer = Interest.Present, Note = "亲属" });
        await house.DoAsync(house.Officer1, id, new RequestRecusal { Person = house.Officer2.PersonId, Reason = "当事人申请" });
        Assert.True(new DecideRecusal().IsOffered((await house.ReadAsync(house.Head, id)).File));
        Assert.Contains("决定回避", await NeedsAsync(house, id));
        await house.DoAsync(house.Head, id, new ChangeHandlers { Handlers = [house.Officer1.PersonId, third.PersonId], Reason = "人员调整" });
        Assert.False(new DecideRecusal().IsOffered((await house.ReadAsync(house.Head, id)).File));
        Assert.DoesNotContain("决定回避", await NeedsAsync(house, id));
        // What he declared stays: he does nothing in the case.
        Assert.Contains("officers.interest", await house.RefusalsAsync(house.Officer2, id, ExemptionPath.Facts(house)));
    }

    [Fact, Row("8.10")]
    public async Task A_request_for_recusal_does_not_stop_the_investigation_and_a_head_is_decided_on_by_the_principal()
    {
        await using var house = await TestHouse.BuildAsync();
        var deputy = await house.HireAsync("副局长己", house.Division, PersonRoles.Head);
        var second = await house.HireAsync("副局长庚", house.Division, PersonRoles.Head);
        var id = await ExemptionPath.ToFactsAsync(house);
        await house.DoAsync(house.Officer1, id, new RequestRecusal { Person = deputy.PersonId, Reason = "当事人申请" });
        await house.DoAsync(house.Officer1, id, ExemptionPath.Facts(house));
        var decision = (await house.PrefilledAsync<DecideRecusal>(second, id)) with { Upheld = false, Reason = "没有利害关系。" };
        Assert.Contains("officers.recusal-level", await house.RefusalsAsync(second, id, decision));
        await house.DoAsync(house.Head, id, decision);
    }

    [Fact, Row("8.11")]
    public async Task A_copy_of_electronic_data_supports_a_finding_only_with_its_method()
    {
        await using var house = await TestHouse.BuildAsync();
        var id = await ExemptionPath.ToFactsAsync(house);
        var evidence = await house.PrefilledAsync<RecordEvidence>(house.Officer1, id);
        var copy = evidence with { Kind = EvidenceKind.Electronic, Name = "收银记录", Copy = CopyKind.ConfirmedCopy, Proves = "没有售出", KeptAt = "办公室" };
        await house.DoAsync(house.Officer1, id, copy);
        await house.DoAsync(house.Officer1, id, copy with { Method = ExtractionMethod.Copied });
        await house.DoAsync(house.Officer1, id, copy with { Copy = CopyKind.Original });
        await house.DoAsync(house.Officer1, id, copy with { Kind = EvidenceKind.Documentary });
        var c = (await house.ReadAsync(house.Officer1, id)).File.Part<CaseFile>();
        Assert.Equal([false, true, true, true], c.Evidence.Skip(5).Select(e => e.IsSuitable));
        Assert.Equal("evidence.method", Assert.Single(c.Evidence[5].Unsuitable).Code);
        Assert.Equal("拷贝复制", c.Evidence[6].Method);
    }

    [Fact, Row("8.11", "6.2")]
    public async Task Evidence_without_a_source_supports_no_finding_and_the_gap_is_listed()
    {
        await using var house = await TestHouse.BuildAsync();
        var id = await ExemptionPath.ToFactsAsync(house);
        var evidence = await house.PrefilledAsync<RecordEvidence>(house.Officer1, id);
        await house.DoAsync(house.Officer1, id, evidence with { Kind = EvidenceKind.Documentary, Name = "来路不明的单据", Source = null, Maker = null, Copy = CopyKind.Copy, Proves = "货值", KeptAt = "办公室" });
        var facts = ExemptionPath.Facts(house);
        await house.DoAsync(house.Officer1, id, facts with { Entries = [.. facts.Entries.Select(e => e.Fact == "goodsValue" ? e with { Evidence = [6] } : e)] });
        var (file, _) = await house.ReadAsync(house.Head, id);
        Assert.Equal(["货值金额"], EvidenceMatrix.Of(file).Gaps.Select(g => g.Name));
        var report = (await house.PrefilledAsync<ConcludeInvestigation>(house.UnitHead, id)) with { Disposal = ProposedDisposal.NoPenalty, Opinion = "建议不予处罚。" };
        Assert.Contains("evidence.finding", await house.RefusalsAsync(house.UnitHead, id, report));
        await house.DoAsync(house.Officer1, id, facts);
        await house.DoAsync(house.UnitHead, id, report);
    }

    [Fact, Row("8.11", "4.1")]
    public async Task A_decision_whose_evidence_fell_away_is_refused()
    {
        await using var house = await TestHouse.BuildAsync();
        var id = await ExemptionPath.ToFactsAsync(house);
        await house.DoAsync(house.UnitHead, id, await house.PrefilledAsync<ConcludeInvestigation>(house.UnitHead, id));
        await house.DoAsync(house.Officer1, id, new SubmitForReview());
        await house.DoAsync(house.Reviewer, id, (await house.PrefilledAsync<GiveOpinion>(house.Reviewer, id)) with { Checked = ["party", "facts", "nature", "basis", "discretion", "procedure", "disposal"] });
        await house.DoAsync(house.Head, id, new AgreeToOtherDisposal());
        var decision = await house.PrefilledAsync<DecideNoPenalty>(house.Head, id);
        await house.DoAsync(house.Officer1, id, new ExcludeEvidence { Evidence = "4", Reason = "照片拍摄地点有误" });
        Assert.Contains("no-penalty.assessment", await house.RefusalsAsync(house.Head, id, decision));
    }

    [Fact, Row("4.1")]
    public async Task Contradictory_findings_can_be_entered_but_not_concluded()
    {
        await using var house = await TestHouse.BuildAsync();
        var id = await ExemptionPath.ToFactsAsync(house);
        var facts = ExemptionPath.Facts(house);
        await house.DoAsync(house.Officer1, id, facts with { Entries = [.. facts.Entries.Select(e => e.Fact == "harmfulConsequences" ? e with { Value = "true" } : e)] });
        Assert.Contains("evidence.contradiction", await house.RefusalsAsync(house.UnitHead, id, await house.PrefilledAsync<ConcludeInvestigation>(house.UnitHead, id)));
    }

    [Fact, Row("4.4", "7.5")]
    public async Task A_correction_after_its_day_or_without_a_picture_carries_no_exemption()
    {
        await using var house = await TestHouse.BuildAsync();
        var id = await ExemptionPath.ToFactsAsync(house);
        await house.DoAsync(house.Officer1, id, new OrderCorrection { What = "补正进货台账。", DueOn = house.Today.AddDays(3) });
        var check = await house.PrefilledAsync<CheckCorrection>(house.Officer2, id);
        await house.DoAsync(house.Officer2, id, check with { Corrected = false, Result = "台账仍不全。" });
        var report = (await house.PrefilledAsync<ConcludeInvestigation>(house.UnitHead, id)) with { Disposal = ProposedDisposal.NoPenalty, Ground = "EX-S-01", Opinion = "建议不予处罚。" };
        Assert.Contains("correction.in-time", await house.RefusalsAsync(house.UnitHead, id, report));
        house.Clock.Advance(TimeSpan.FromDays(5));
        Assert.Contains("correction.proof", await house.RefusalsAsync(house.Officer2, id, check with { Corrected = true, Result = "已经补全。", Files = [] }));
        await house.DoAsync(house.Officer2, id, check with { Corrected = true, CorrectedOn = house.Today, Result = "已经补全。", Files = [await house.UploadAsync(house.Officer2)] });
        Assert.Contains("correction.in-time", await house.RefusalsAsync(house.UnitHead, id, report));
    }

    [Fact, Row("4.4", "7.5")]
    public async Task A_late_check_that_does_not_know_the_day_of_the_correction_proves_nothing()
    {
        await using var house = await TestHouse.BuildAsync();
        var id = await ExemptionPath.ToFactsAsync(house);
        await house.DoAsync(house.Officer1, id, new OrderCorrection { What = "补正进货台账。", DueOn = house.Today.AddDays(3) });
        house.Clock.Advance(TimeSpan.FromDays(5));
        var check = await house.PrefilledAsync<CheckCorrection>(house.Officer2, id);
        Assert.Null(check.CorrectedOn);
        check = check with { Corrected = true, Result = "已经补全，何时补全不清楚。", Files = [await house.UploadAsync(house.Officer2)] };
        await house.DoAsync(house.Officer2, id, check);
        var report = (await house.PrefilledAsync<ConcludeInvestigation>(house.UnitHead, id)) with { Disposal = ProposedDisposal.NoPenalty, Ground = "EX-S-01", Opinion = "建议不予处罚。" };
        var refused = Assert.IsType<ActOutcome.Refused>(await house.TryAsync(house.UnitHead, id, report));
        Assert.Contains("没有查明改正完成的日期", Assert.Single(refused.Refusals, r => r.Code == "correction.in-time").Says, StringComparison.Ordinal);
        Assert.Contains("按不明处理", ActTypes.Of(check).Fields.Single(f => f.Property.Name == nameof(CheckCorrection.CorrectedOn)).About.Help, StringComparison.Ordinal);
        // A check in time needs no day: it was corrected by then.
        await house.DoAsync(house.Officer1, id, new OrderCorrection { What = "补正进货台账。", DueOn = house.Today.AddDays(3) });
        check = await house.PrefilledAsync<CheckCorrection>(house.Officer2, id);
        await house.DoAsync(house.Officer2, id, check with { Corrected = true, CorrectedOn = null, Result = "已经补全。", Files = [await house.UploadAsync(house.Officer2)] });
        Assert.Empty(await house.RefusalsAsync(house.UnitHead, id, report, check: true));
    }

    [Fact, Row("7.5")]
    public async Task More_time_for_a_correction_is_granted_before_it_ends_and_with_a_reason()
    {
        await using var house = await TestHouse.BuildAsync();
        var id = await ExemptionPath.ToFactsAsync(house);
        await house.DoAsync(house.Officer1, id, new OrderCorrection { What = "补正进货台账。", DueOn = house.Today.AddDays(3) });
        var (file, _) = await house.ReadAsync(house.Head, id);
        var longer = new ExtendCorrection { Order = file.Part<CaseFile>().Corrections[^1].Number, Until = house.Today.AddDays(10), Reason = "供货商在外地" };
        Assert.IsType<ActOutcome.Invalid>(await house.TryAsync(house.UnitHead, id, longer with { Reason = "" }));
        await house.DoAsync(house.UnitHead, id, longer);
        house.Clock.Advance(TimeSpan.FromDays(11));
        Assert.Contains("correction.extension-in-time", await house.RefusalsAsync(house.UnitHead, id, longer with { Until = house.Today.AddDays(10) }));
    }

    [Theory, EachDatabase, Row("4.3")]
    public async Task An_unknown_history_is_no_first_violation_without_a_heads_approval(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var id = await ExemptionPath.ToFactsAsync(house);
        var query = await house.PrefilledAsync<QueryFirstViolation>(house.Officer1, id);
        await house.DoAsync(house.Officer1, id, query with { Answer = FirstAnswer.Unknown, NotCovered = "外省数据" });
        var report = (await house.PrefilledAsync<ConcludeInvestigation>(house.UnitHead, id)) with { Disposal = ProposedDisposal.NoPenalty, Ground = "EX-S-02", Opinion = "建议不予处罚。" };
        Assert.Contains("no-penalty.first", await house.RefusalsAsync(house.UnitHead, id, report));
        Assert.IsType<ActOutcome.Forbidden>(await house.TryAsync(house.UnitHead, id, new ApproveUnknownFirst { Reason = "现有材料没有反映。" }));
        await house.DoAsync(house.Head, id, new ApproveUnknownFirst { Reason = "现有材料没有反映。" });
        Assert.Empty(await house.RefusalsAsync(house.UnitHead, id, report, check: true));
        // A new answer takes the approval away.
        await house.DoAsync(house.Officer1, id, query with { Answer = FirstAnswer.NotFirst });
        Assert.Contains("no-penalty.first", await house.RefusalsAsync(house.UnitHead, id, report));
    }

    [Fact, Row("4.3")]
    public async Task An_earlier_exemption_of_the_own_bureau_is_found_though_the_register_says_nothing()
    {
        await using var house = await TestHouse.BuildAsync();
        await ExemptionPath.ToArchiveAsync(house);
        var id = await ExemptionPath.ToFactsAsync(house);
        var (file, _) = await house.ReadAsync(house.Head, id);
        var query = file.Part<CaseFile>().FirstQuery!;
        Assert.Equal((FirstAnswer.First, FirstAnswer.NotFirst, true), (query.Answer, query.Result, query.ByNameOnly));
        Assert.True(Assert.Single(query.Earlier).Counts);
    }

    [Theory, EachDatabase, Row("4.3", "12.9")]
    public async Task An_earlier_violation_counts_within_the_years_and_in_the_kind_that_the_bureau_set(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var earlier = await ExemptionPath.ToArchiveAsync(house);
        house.Clock.SetUtcNow(new DateTimeOffset(2028, 3, 2, 1, 0, 0, TimeSpan.Zero));
        var id = await ToInvestigationAsync(house);
        // Opened on 2 March 2026: on the last day of the two years it counts, a day later not.
        Assert.Equal(FirstAnswer.NotFirst, (await AskAsync(house, id)).Result);
        house.Clock.Advance(TimeSpan.FromDays(1));
        id = await ToInvestigationAsync(house);
        var query = await AskAsync(house, id);
        Assert.Equal((FirstAnswer.First, new DateOnly(2026, 3, 3), "field", false), (query.Result, query.Since, query.Kind, Assert.Single(query.Earlier).Counts));
        await house.SetAsync(DossierSettings.FirstYears, "3");
        Assert.Equal(FirstAnswer.NotFirst, (await AskAsync(house, id)).Result);

        // Another matter of the same field counts, unless the bureau says that only the same matter does; another field does not, unless all do.
        await MatterAsync("FOOD-009");
        Assert.Equal(FirstAnswer.NotFirst, (await AskAsync(house, id)).Result);
        await house.SetAsync(DossierSettings.FirstKind, "matter");
        Assert.Equal(FirstAnswer.First, (await AskAsync(house, id)).Result);
        await MatterAsync("FOOD-008");
        Assert.Equal(FirstAnswer.NotFirst, (await AskAsync(house, id)).Result);
        await MatterAsync("AD-001");
        await house.SetAsync(DossierSettings.FirstKind, "field");
        Assert.Equal(FirstAnswer.First, (await AskAsync(house, id)).Result);
        await house.SetAsync(DossierSettings.FirstKind, "any");
        Assert.Equal(FirstAnswer.NotFirst, (await AskAsync(house, id)).Result);
        await house.SetAsync(DossierSettings.FirstKind, "matter");
        await MatterAsync(null);
        Assert.Equal(FirstAnswer.NotFirst, (await AskAsync(house, id)).Result);

        async Task MatterAsync(string? matter)
        {
            await using var db = house.Db(Access.WholeBureau(house.Bureau.Id));
            await db.Set<Heng.Dossiers.Model.Dossier>().Where(d => d.Id == earlier).ExecuteUpdateAsync(d => d.SetProperty(x => x.Matter, matter), TestContext.Current.CancellationToken);
        }
    }

    [Fact, Row("4.3")]
    public async Task A_violation_that_was_not_established_is_no_earlier_violation()
    {
        await using var house = await TestHouse.BuildAsync();
        var clue = await ToVerificationAsync(house);
        await house.DoAsync(house.Officer1, clue, new RecordVerification { Findings = "不属实。" });
        await house.DoAsync(house.UnitHead, clue, (await house.PrefilledAsync<ProposeFiling>(house.UnitHead, clue)) with { Advice = FilingAdvice.DoNotFile, HasEvidence = false });
        await house.DoAsync(house.Head, clue, new RefuseFiling { Ground = NoFilingGround.ConditionsNotMet, Reason = "没有证据。" });
        var exempted = await ToVerificationAsync(house);
        await house.DoAsync(house.Officer1, exempted, new RecordVerification { Findings = "属实，轻微。" });
        await house.DoAsync(house.UnitHead, exempted, (await house.PrefilledAsync<ProposeFiling>(house.UnitHead, exempted)) with { Advice = FilingAdvice.DoNotFile });
        await house.DoAsync(house.Head, exempted, new RefuseFiling { Ground = NoFilingGround.Minor, Reason = "轻微并已经改正。" });
        var query = await AskAsync(house, await ToInvestigationAsync(house));
        Assert.Equal((await house.ReadAsync(house.Head, exempted)).File.Number, Assert.Single(query.Earlier).Number);
    }

    [Fact, Row("4.5", "5.3")]
    public async Task A_soft_factor_changes_no_result_and_needs_its_source()
    {
        await using var house = await TestHouse.BuildAsync();
        var id = await ExemptionPath.ToFactsAsync(house);
        var facts = ExemptionPath.Facts(house);
        Assert.IsType<ActOutcome.Invalid>(await house.TryAsync(house.Officer1, id, facts with { SoftFactors = [new("月营业额", "三千元", true)] }));
        var (before, context) = await house.ReadAsync(house.Head, id);
        await house.DoAsync(house.Officer1, id, facts with { SoftFactors = [new("月营业额", "三千元", true, "纳税申报表")] });
        var (after, _) = await house.ReadAsync(house.Head, id);
        Assert.Equal(CaseAssessment.Of(before, context.Today, "CN-GD")!.Request, CaseAssessment.Of(after, context.Today, "CN-GD")!.Request);
    }

    [Fact, Row("8.16", "8.21")]
    public async Task Extensions_and_pauses_move_the_end_of_the_handling_period()
    {
        await using var house = await TestHouse.BuildAsync();
        var id = await ExemptionPath.ToFactsAsync(house);
        var first = CaseClocks.Handling((await house.ReadAsync(house.Head, id)).File)!;
        Assert.InRange(first.DueOn, house.Today.AddDays(89), house.Today.AddDays(93));
        await house.DoAsync(house.Head, id, new ExtendHandling { Reason = "案情复杂" });
        var longer = CaseClocks.Handling((await house.ReadAsync(house.Head, id)).File)!;
        Assert.True(longer.DueOn >= first.DueOn.AddDays(28));
        Assert.IsType<ActOutcome.Invalid>(await house.TryAsync(house.Head, id, new ExtendHandling { Reason = "仍不能决定" }));
        await house.DoAsync(house.Head, id, new SuspendInvestigation { Ground = SuspensionGround.ForceMajeure, Reason = "洪水" });
        Assert.Null(CaseClocks.Handling((await house.ReadAsync(house.Head, id)).File));
        house.Clock.Advance(TimeSpan.FromDays(10));
        await house.DoAsync(house.Officer1, id, new ResumeInvestigation { Reason = "洪水已退" });
        var resumed = CaseClocks.Handling((await house.ReadAsync(house.Head, id)).File)!;
        Assert.True(resumed.DueOn >= longer.DueOn.AddDays(10));
        house.Clock.Advance(TimeSpan.FromDays(200));
        Assert.Contains("decision.extension-in-time", await house.RefusalsAsync(house.Head, id, new ExtendHandling { Reason = "补批", Until = house.Today.AddDays(30), Files = [await house.UploadAsync(house.Head)] }));
    }

    [Theory, EachDatabase, Row("8.17", "12.9")]
    public async Task The_list_of_the_bureau_decides_on_legal_review_and_an_officer_adds_and_takes_nothing_away(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var reviewer = await house.HireAsync("审核己", house.Division, PersonRoles.Reviewer);
        var id = await ToReportAsync(house, "EX-S-01");
        Assert.Empty((await house.PrefilledAsync<SubmitForReview>(house.Officer1, id)).Listed);
        Assert.IsType<ActOutcome.Invalid>(await house.TryAsync(house.Officer1, id, new SubmitForReview { Listed = ["nothing"] }));
        await house.SetAsync(DossierSettings.ReviewKinds, "may-exempt,harm");
        Assert.Empty((await house.PrefilledAsync<SubmitForReview>(house.Officer1, id)).Listed);
        await house.SetAsync(DossierSettings.ReviewValue, "12");
        Assert.Empty((await house.PrefilledAsync<SubmitForReview>(house.Officer1, id)).Listed);

        await house.SetAsync(DossierSettings.ReviewKinds, "no-penalty");
        await house.SetAsync(DossierSettings.ReviewValue, "11");
        await house.SetAsync(DossierSettings.ReviewMatters, "drug, food");
        var submission = await house.PrefilledAsync<SubmitForReview>(house.Officer1, id);
        Assert.Equal(["list.no-penalty", "list.matter", "list.value.goodsValue"], submission.Listed);
        var (file, context) = await house.ReadAsync(house.Officer1, id);
        Assert.Contains(submission.ChoicesOf("Listed", file, context), c => c.Label == "本局目录：货值金额 12 元，超过 11 元");
        var refused = Assert.IsType<ActOutcome.Refused>(await house.TryAsync(house.Officer1, id, submission with { Listed = ["list.matter"] }));
        Assert.Contains("建议不予处罚的案件", Assert.Single(refused.Refusals, r => r.Code == "review.listed").Says, StringComparison.Ordinal);
        await house.DoAsync(house.Officer1, id, submission with { Listed = [.. submission.Listed, "complex"] });
        Assert.Equal(4, (await house.ReadAsync(house.Officer1, id)).File.Part<CaseFile>().Submission!.Why.Count);
        // A reviewer of cases is not enough; the law decides who reviews.
        var opinion = (await house.PrefilledAsync<GiveOpinion>(reviewer, id)) with { Checked = ["party", "facts", "nature", "basis", "discretion", "procedure", "disposal"] };
        Assert.Contains("procedure.review.legal", await house.RefusalsAsync(reviewer, id, opinion));
        await house.DoAsync(house.Reviewer, id, opinion);
        Assert.True((await house.ReadAsync(house.Officer1, id)).File.Part<CaseFile>().Opinion!.IsLegal);
    }

    [Fact, Row("8.17")]
    public async Task An_exemption_that_is_only_allowed_is_listed_where_the_bureau_says_so_and_a_case_off_the_list_may_be_added()
    {
        await using var house = await TestHouse.BuildAsync();
        await house.SetAsync(DossierSettings.ReviewKinds, "may-exempt");
        var may = await ToReportAsync(house, "EX-S-02");
        Assert.Equal(["list.may-exempt"], (await house.PrefilledAsync<SubmitForReview>(house.Officer1, may)).Listed);
        var shall = await ToReportAsync(house, "EX-S-01");
        Assert.Empty((await house.PrefilledAsync<SubmitForReview>(house.Officer1, shall)).Listed);
        await house.DoAsync(house.Officer1, shall, new SubmitForReview { Listed = ["public-interest"] });
        Assert.True((await house.ReadAsync(house.Officer1, shall)).File.Part<CaseFile>().Submission!.OnList);
    }

    [Fact, Row("8.17")]
    public async Task A_report_may_not_propose_a_penalty_where_none_is_allowed()
    {
        await using var house = await TestHouse.BuildAsync();
        var id = await ExemptionPath.ToFactsAsync(house);
        Assert.Contains("report.shall-not-punish", await house.RefusalsAsync(house.UnitHead, id, new ConcludeInvestigation { Disposal = ProposedDisposal.Penalty, Opinion = "建议处罚。" }));
    }

    [Fact, Row("4.9", "8.28", "8.23")]
    public async Task A_case_is_closed_only_after_education_and_served_not_before_its_decision()
    {
        await using var house = await TestHouse.BuildAsync();
        var id = await ExemptionPath.ToDecisionAsync(house);
        var service = (await house.PrefilledAsync<ServeDecision>(house.Officer1, id)) with { Files = [await house.UploadAsync(house.Officer1)] };
        Assert.IsType<ActOutcome.Invalid>(await house.TryAsync(house.Officer1, id, service with { On = house.Today.AddDays(-1) }));
        await ExemptionPath.IssueAsync(house, id, "46");
        await house.DoAsync(house.Officer1, id, service);
        var closing = await house.PrefilledAsync<CloseCase>(house.Head, id);
        Assert.Contains("no-penalty.education", await house.RefusalsAsync(house.Head, id, closing));
        await house.DoAsync(house.Officer1, id, await house.PrefilledAsync<RecordEducation>(house.Officer1, id));
        await house.DoAsync(house.Head, id, closing);
    }

    [Fact, Row("4.9")]
    public async Task Nobody_is_educated_where_no_violation_was_established()
    {
        await using var house = await TestHouse.BuildAsync();
        var id = await ExemptionPath.ToFactsAsync(house);
        var matter = LawSet.Embedded.Matters.All.First(m => m.IsNew && m.On(house.Today) is not null && m.Versions[0].From > new DateOnly(2025, 1, 1));
        var day = matter.Versions[0].From.AddDays(-3);
        await house.DoAsync(house.Officer1, id, ExemptionPath.Facts(house) with { Matter = matter.Id, ActFrom = day, ActUntil = day, Entries = [] });
        await ExemptionPath.DecidableAsync(house, id, Exemptions.NotEstablished);
        await house.DoAsync(house.Head, id, await house.PrefilledAsync<DecideNoPenalty>(house.Head, id));
        await ExemptionPath.IssueAsync(house, id, "46");
        await house.DoAsync(house.Officer1, id, (await house.PrefilledAsync<ServeDecision>(house.Officer1, id)) with { Files = [await house.UploadAsync(house.Officer1)] });
        await house.DoAsync(house.Head, id, await house.PrefilledAsync<CloseCase>(house.Head, id));
        await house.DoAsync(house.UnitHead, id, await house.PrefilledAsync<DeferVisits>(house.UnitHead, id));
        await house.DoAsync(house.Officer1, id, new ArchiveCase());
    }

    [Fact, Row("8.12")]
    public async Task An_officer_is_in_one_record_at_a_time_and_tells_the_rights_first()
    {
        await using var house = await TestHouse.BuildAsync();
        var id = await ExemptionPath.ToFactsAsync(house);
        var now = house.Clock.GetUtcNow().UtcDateTime.AddHours(8);
        var again = (await house.PrefilledAsync<RecordInspection>(house.Officer1, id)) with { Start = now.AddHours(-1.75), End = now.AddHours(-1.6), CertificatesShown = true, RightsTold = true, Confirmed = Confirmation.Confirmed, Content = "再次检查。" };
        Assert.Contains("officers.one-place", await house.RefusalsAsync(house.Officer1, id, again));
        // The first record ended at -1:30 and the second began at -1:00; between them there is room, ends may touch.
        var free = again with { Start = now.AddHours(-1.5), End = now.AddHours(-1) };
        Assert.Contains("officers.rights-first", await house.RefusalsAsync(house.Officer1, id, free with { RightsTold = false }));
        Assert.Contains("officers.refusal-proven", await house.RefusalsAsync(house.Officer1, id, free with { Confirmed = Confirmation.Refused }));
        await house.DoAsync(house.Officer1, id, free);
    }

    private static async Task<Guid> ToReportAsync(TestHouse house, string ground)
    {
        var id = await ExemptionPath.ToFactsAsync(house);
        await house.DoAsync(house.UnitHead, id, (await house.PrefilledAsync<ConcludeInvestigation>(house.UnitHead, id)) with { Ground = ground });
        return id;
    }

    private static async Task<Guid> ToInvestigationAsync(TestHouse house)
    {
        var id = await ExemptionPath.ToFilingAsync(house);
        await house.DoAsync(house.UnitHead, id, new BeginInvestigation());
        await house.DoAsync(house.Officer1, id, new DeclareInterest { Answer = Interest.None });
        return id;
    }

    private static async Task<QueryFirstViolation> AskAsync(TestHouse house, Guid id)
    {
        await house.DoAsync(house.Officer1, id, (await house.PrefilledAsync<QueryFirstViolation>(house.Officer1, id)) with { Answer = FirstAnswer.First });
        return (await house.ReadAsync(house.Head, id)).File.Part<CaseFile>().FirstQuery!;
    }

    private static async Task<IReadOnlyList<string>> NeedsAsync(TestHouse house, Guid id)
    {
        var (file, context) = await house.ReadAsync(house.Head, id);
        return [.. new CaseContributor().Needs(file, context.Settings).Select(n => n.Title)];
    }

    private static async Task<Guid> ToVerificationAsync(TestHouse house)
    {
        var id = await house.DoAsync(house.Officer1, null, ExemptionPath.Clue(house));
        await house.DoAsync(house.UnitHead, id, new AssignVerifiers { People = [house.Officer1.PersonId, house.Officer2.PersonId] });
        return id;
    }
}
