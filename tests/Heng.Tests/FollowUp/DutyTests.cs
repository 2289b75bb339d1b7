using Heng.Cases;
using Heng.Cases.Steps.Filing;
using Heng.Dossiers;
using Heng.Dossiers.Steps;
using Heng.FollowUp;
using Heng.FollowUp.Steps;
using Heng.Platform.People;
using Heng.Platform.Record;
using Heng.Tests.Cases;
using Heng.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Heng.Tests.FollowUp;

public sealed class DutyTests
{
    [Fact, Row("7.2")]
    public async Task A_handler_or_someone_without_a_certificate_is_refused_as_visitor()
    {
        await using var house = await TestHouse.BuildAsync();
        var id = await ExemptionPath.ToArchiveAsync(house);
        Assert.Equal(["visit.visitor-is-no-handler"], await FollowUpTests.RefusedAsync(house, house.Officer1, id, await FollowUpPath.VisitOfAsync(house, house.Officer1, id)));
        var expired = await house.HireAsync("证件到期", house.Station, PersonRoles.Officer, house.Today.AddDays(-1));
        Assert.Equal(["officers.certificate"], await FollowUpTests.RefusedAsync(house, expired, id, await FollowUpPath.VisitOfAsync(house, expired, id)));
        Assert.Equal(["visit.visitor-is-no-handler"], await FollowUpTests.RefusedAsync(house, house.UnitHead, id, new AssignVisitor { People = [house.Officer2.PersonId] }));
        await house.DoAsync(house.UnitHead, id, new AssignVisitor { People = [house.UnitHead.PersonId] });
        Assert.Contains("回头访", await FollowUpTests.WorkAsync(house, id));
        Assert.Equal(["officers.two"], await FollowUpTests.RefusedAsync(house, house.UnitHead, id, (await FollowUpPath.VisitOfAsync(house, house.UnitHead, id)) with { Way = VisitWay.OnTheSpot }));
        Assert.Equal(["visit.next-step"], await FollowUpTests.RefusedAsync(house, house.UnitHead, id, (await FollowUpPath.VisitOfAsync(house, house.UnitHead, id)) with { Corrected = false }));
    }

    [Theory, EachDatabase, Row("7.2")]
    public async Task The_integrity_answer_is_read_by_supervision_alone_and_the_reading_is_recorded(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var id = await ExemptionPath.ToArchiveAsync(house);
        await house.DoAsync(house.UnitHead, id, (await FollowUpPath.VisitOfAsync(house, house.UnitHead, id)) with { Integrity = "present", IntegrityNote = "索要土特产" });
        var supervision = await house.HireAsync("监督己", house.Division, PersonRoles.Supervision);

        await using var db = house.Db(house.Head.Access);
        var entry = await db.Set<ActRow>().SingleAsync(a => a.DossierId == id && a.Code == "follow-up.record-visit", TestContext.Current.CancellationToken);
        Assert.DoesNotContain("土特产", entry.Content, StringComparison.Ordinal);
        Assert.DoesNotContain("present", entry.Content, StringComparison.Ordinal);
        await using var scope = house.Services.CreateAsyncScope();
        var answers = scope.ServiceProvider.GetRequiredService<IntegrityAnswers>();
        foreach (var other in new[] { house.Officer1, house.UnitHead, house.Reviewer, house.Head })
        {
            Assert.Null(await answers.ReadAsync(other, id, TestContext.Current.CancellationToken));
            Assert.Null(await answers.ListAsync(other, TestContext.Current.CancellationToken));
        }

        Assert.Equal(id, Assert.Single((await answers.ListAsync(supervision, TestContext.Current.CancellationToken))!).Dossier);
        var answer = Assert.Single((await answers.ReadAsync(supervision, id, TestContext.Current.CancellationToken))!.Value.Answers);
        Assert.Equal(("有，见说明：索要土特产", true), (answer.Text, answer.MatchesRecord));
        Assert.Equal(1, await db.Set<SecurityEntry>().CountAsync(e => e.Code == "vault.integrity.read" && e.PersonId == supervision.PersonId, TestContext.Current.CancellationToken));
    }

    [Theory, EachDatabase, Row("7.3")]
    public async Task A_relapse_opens_a_new_dossier_and_both_show_the_link(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var old = await ExemptionPath.ToArchiveAsync(house);
        var (file, _) = await house.ReadAsync(house.UnitHead, old);
        Assert.Equal(["relook.relapse-found"], await FollowUpTests.RefusedAsync(house, house.Officer1, null, OpenRelapse.After(file) with { FoundOn = house.Today, Content = "没有回头看" }));
        await FollowUpPath.RelookAsync(house, old, RelookResult.Relapse);
        Assert.Contains("就再次违法另立档案", await FollowUpTests.WorkAsync(house, old));
        (file, _) = await house.ReadAsync(house.UnitHead, old);
        var later = await house.DoAsync(house.Officer1, null, OpenRelapse.After(file));

        var (newFile, _) = await house.ReadAsync(house.UnitHead, later);
        (file, _) = await house.ReadAsync(house.UnitHead, old);
        Assert.Equal("S00", newFile.Procedure.Main);
        Assert.Equal((file.Part<Affair>().Party, "FOOD-008"), (newFile.Part<Affair>().Party, newFile.Part<Affair>().Matter));
        Assert.Equal(new DossierTie(old, file.Number, false), Assert.Single(newFile.Part<FollowUpFile>().Ties));
        Assert.Equal(new DossierTie(later, newFile.Number, true), Assert.Single(file.Part<FollowUpFile>().Ties));
        Assert.Equal(["relook.relapse-found"], await FollowUpTests.RefusedAsync(house, house.Officer1, null, OpenRelapse.After(file) with { FoundOn = house.Today, Content = "再立一次" }));

        // The link in the old dossier is an act like any other: it says on what it rests.
        await using var db = house.Db(house.Head.Access);
        var link = await db.Set<ActRow>().SingleAsync(a => a.DossierId == old && a.Code == "follow-up.link-relapse", TestContext.Current.CancellationToken);
        Assert.Contains("relook.relapse-found", link.Grounds, StringComparison.Ordinal);
    }

    [Theory, EachDatabase, Row("7.3")]
    public async Task Of_two_dossiers_opened_at_once_for_one_relapse_one_is_refused_and_leaves_nothing(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var old = await ExemptionPath.ToArchiveAsync(house);
        await FollowUpPath.RelookAsync(house, old, RelookResult.Relapse);
        var (file, _) = await house.ReadAsync(house.UnitHead, old);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => house.TryAsync(house.Officer1, null, OpenRelapse.After(file)))));
        var done = Assert.Single(outcomes.OfType<ActOutcome.Done>());
        Assert.All(outcomes.Where(o => o != done), o => Assert.Equal(["relook.relapse-found"], Assert.IsType<ActOutcome.Refused>(o).Refusals.Select(r => r.Code)));
        await using var db = house.Db(house.Head.Access);
        Assert.Equal([old, done.DossierId], await db.Set<Heng.Dossiers.Model.Dossier>().OrderBy(d => d.Number).Select(d => d.Id).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Single(await db.Set<ActRow>().Where(a => a.Code == "follow-up.link-relapse").ToListAsync(TestContext.Current.CancellationToken));
    }

    [Fact, Row("7.1", "7.3")]
    public async Task A_retest_counts_only_with_a_whole_chain_and_a_qualified_laboratory_and_a_failed_one_asks_for_a_dossier()
    {
        await using var house = await TestHouse.BuildAsync();
        var id = await ExemptionPath.ToArchiveAsync(house);
        await house.DoAsync(house.UnitHead, id, (await house.PrefilledAsync<AdjustPlan>(house.UnitHead, id)) with { Kind = "Retest", Reason = "同批次产品需要复检" });
        var retest = (await house.PrefilledAsync<RecordRetest>(house.UnitHead, id)) with { Product = "方便面", Laboratory = "示例检验所", LabIsQualified = true, ChainIsWhole = false, Result = RetestResult.Failed, Files = [await house.UploadAsync(house.UnitHead)] };
        Assert.Equal(["retest.usable"], await FollowUpTests.RefusedAsync(house, house.UnitHead, id, retest));
        await house.DoAsync(house.UnitHead, id, retest with { ChainIsWhole = true });
        var (file, _) = await house.ReadAsync(house.UnitHead, id);
        Assert.NotNull(file.Part<FollowUpFile>().OpenRelapse);
    }

    [Theory, EachDatabase, Row("7.5", "7.6")]
    public async Task A_duty_after_exemption_holds_the_dossier_until_a_second_person_proves_it(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var id = await ExemptionPath.ToArchiveAsync(house);
        await house.DoAsync(house.Officer1, id, (await house.PrefilledAsync<SetDuty>(house.Officer1, id)) with { Kind = DutyKind.Refund, What = "退还三名消费者货款" });
        await FollowUpPath.VisitAsync(house, id);
        await FollowUpPath.RelookAsync(house, id, RelookResult.Clean);
        Assert.Equal(["dossier.five-parts"], await FollowUpTests.RefusedAsync(house, house.UnitHead, id, await house.PrefilledAsync<CloseDossier>(house.UnitHead, id)));
        var check = (await house.PrefilledAsync<CheckDuty>(house.Officer2, id)) with { Met = true, Result = "已经退款" };
        Assert.Equal(["duty.proof"], await FollowUpTests.RefusedAsync(house, house.Officer2, id, check));
        Assert.Equal(["duty.second-person"], await FollowUpTests.RefusedAsync(house, house.Officer1, id, check with { Files = [await house.UploadAsync(house.Officer1)] }));
        Assert.Equal(["visit.deferral"], await FollowUpTests.RefusedAsync(house, house.UnitHead, id, (await house.PrefilledAsync<ExtendDuty>(house.UnitHead, id)) with { Until = house.Today.AddDays(60) }));
        await house.DoAsync(house.Officer2, id, check with { Files = [await house.UploadAsync(house.Officer2)] });
        await house.DoAsync(house.UnitHead, id, await house.PrefilledAsync<CloseDossier>(house.UnitHead, id));
    }

    [Theory, EachDatabase, Row("7.6")]
    public async Task An_unmet_duty_opens_a_re_examination_with_its_own_clock_and_leaves_the_old_decision_as_it_is(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var id = await ExemptionPath.ToArchiveAsync(house);
        var paper = await house.UploadAsync(house.Officer1);
        var again = (await house.PrefilledAsync<ReExamine>(house.Officer1, id)) with { Ground = ReExaminationGround.DutyUnmet, RightsTold = true, Files = [paper] };
        Assert.Equal(["re-examination.ground"], await FollowUpTests.RefusedAsync(house, house.Officer1, id, again));
        await house.DoAsync(house.Officer1, id, (await house.PrefilledAsync<SetDuty>(house.Officer1, id)) with { Kind = DutyKind.Recall, What = "召回已售出的食品" });
        await house.DoAsync(house.Officer2, id, (await house.PrefilledAsync<CheckDuty>(house.Officer2, id)) with { Met = false, Result = "没有召回" });
        Assert.Equal(["re-examination.heard"], await FollowUpTests.RefusedAsync(house, house.Officer1, id, again with { RightsTold = false }));
        await house.DoAsync(house.Officer1, id, again);

        var (file, context) = await house.ReadAsync(house.Officer1, id);
        var c = file.Part<CaseFile>();
        Assert.Equal("S00", file.Procedure.Main);
        Assert.Equal(house.Today, c.FoundOn);
        Assert.Null(c.Ending);
        Assert.True(Assert.Single(c.EarlierEndings).IsExemption);
        Assert.Contains(file.Acts, a => a.Act is Heng.Cases.Steps.Decision.DecideNoPenalty);
        Assert.NotNull(CaseClocks.Verification(file));
        Assert.Equal(FiveState.Open, context.Summary!.Five[FivePart.Visit].State);
        Assert.Contains("听取陈述、申辩", await FollowUpTests.WorkAsync(house, id));
        Assert.Equal(["re-examination.heard"], context.Holds("cases.conclude").Select(r => r.Code));

        var lapsed = new RecordStatement { Result = HearingResult.Lapsed };
        Assert.Equal(["re-examination.heard"], await FollowUpTests.RefusedAsync(house, house.Officer1, id, lapsed));
        await house.DoAsync(house.Officer1, id, new RecordStatement { Result = HearingResult.Stated, Statement = "正在召回", Answer = "没有召回凭证，不予采纳" });
        (_, context) = await house.ReadAsync(house.Officer1, id);
        Assert.Empty(context.Holds("cases.conclude"));
    }

    [Fact, Row("7.6")]
    public async Task An_exemption_won_by_false_material_is_re_examined_even_after_the_dossier_was_closed()
    {
        await using var house = await TestHouse.BuildAsync();
        var id = await FollowUpPath.ToNotFiledAsync(house, NoFilingGround.Minor);
        await FollowUpPath.VisitAsync(house, id);
        await FollowUpPath.RelookAsync(house, id, RelookResult.Clean);
        await house.DoAsync(house.UnitHead, id, await house.PrefilledAsync<CloseDossier>(house.UnitHead, id));
        var again = (await house.PrefilledAsync<ReExamine>(house.Officer1, id)) with { Ground = ReExaminationGround.FalseMaterial, RightsTold = true };
        Assert.Equal(["re-examination.ground"], await FollowUpTests.RefusedAsync(house, house.Officer1, id, again with { What = "进货票据系伪造" }));
        Assert.Equal(["re-examination.ground"], await FollowUpTests.RefusedAsync(house, house.Officer1, id, again with { Files = [await house.UploadAsync(house.Officer1)] }));
        await house.DoAsync(house.Officer1, id, again with { What = "进货票据系伪造", Files = [await house.UploadAsync(house.Officer1)] });
        var (_, context) = await house.ReadAsync(house.Officer1, id);
        Assert.False(context.Summary!.IsClosed);
    }

    [Fact, Row("7.6")]
    public async Task Without_an_exemption_nothing_is_re_examined()
    {
        await using var house = await TestHouse.BuildAsync();
        var id = await FollowUpPath.ToNotFiledAsync(house, NoFilingGround.ConditionsNotMet);
        var again = new ReExamine { Ground = ReExaminationGround.NewFact, What = "新的事实", NoticeOn = house.Today, RightsTold = true, Files = [await house.UploadAsync(house.Officer1)] };
        Assert.Equal(["re-examination.of-exemption"], await FollowUpTests.RefusedAsync(house, house.Officer1, id, again));
    }
}
