using Heng.Cases.Steps.Closing;
using Heng.Cases.Steps.Filing;
using Heng.Dossiers;
using Heng.Dossiers.Steps;
using Heng.FollowUp;
using Heng.FollowUp.Steps;
using Heng.Intake.Steps;
using Heng.Law.Visits;
using Heng.Tests.Cases;
using Heng.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace Heng.Tests.FollowUp;

public sealed class FollowUpTests
{
    [Theory, EachDatabase, Row("1.1", "7.1", "7.2", "7.3")]
    public async Task A_minor_case_goes_on_from_the_archive_over_visit_and_relook_to_the_end_of_its_dossier(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var id = await ExemptionPath.ToArchiveAsync(house);
        var refused = await RefusedAsync(house, house.UnitHead, id, await house.PrefilledAsync<CloseDossier>(house.UnitHead, id));
        Assert.Equal(["dossier.five-parts"], refused);
        house.Clock.Advance(TimeSpan.FromDays(20));
        await FollowUpPath.VisitAsync(house, id);
        await FollowUpPath.RelookAsync(house, id, RelookResult.Clean);
        await house.DoAsync(house.UnitHead, id, await house.PrefilledAsync<CloseDossier>(house.UnitHead, id));

        var (file, context) = await house.ReadAsync(house.Head, id);
        Assert.True(context.Summary!.IsClosed);
        Assert.Equal([FiveState.Skipped, FiveState.Applied, FiveState.Skipped, FiveState.Applied, FiveState.Applied], file.Part<DossierEnd>().Parts.Select(p => p.State));
        Assert.All(file.Part<DossierEnd>().Parts, p => Assert.NotEmpty(p.Says));
    }

    [Theory, EachDatabase, Row("7.1")]
    public async Task Every_exemption_makes_its_plan_by_itself(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var id = await ExemptionPath.ToDecisionAsync(house);
        var (file, _) = await house.ReadAsync(house.Head, id);
        Assert.Equal([(VisitKind.Visit, house.Today.AddDays(30)), (VisitKind.Relook, house.Today.AddDays(30))], FollowUpPlan.Of(file).Select(t => (t.Kind, t.DueOn)));
        Assert.All(FollowUpPlan.Of(file), t => Assert.True(t.Clock.IsPolicy));
        Assert.Contains(await WorkAsync(house, id), w => w == "指定回访人员");
    }

    [Theory, EachDatabase, Row("1.1", "7.1")]
    public async Task A_clue_not_filed_for_being_minor_is_visited_too_and_shows_all_five_parts(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var id = await FollowUpPath.ToNotFiledAsync(house, NoFilingGround.Minor);
        var (file, context) = await house.ReadAsync(house.Head, id);
        Assert.Equal([VisitKind.Visit, VisitKind.Relook], FollowUpPlan.Of(file).Select(t => t.Kind));
        Assert.Equal(FiveState.Due, context.Summary!.Five[FivePart.Visit].State);
        Assert.Equal(["visit.visitor-is-no-handler"], await RefusedAsync(house, house.Officer1, id, await FollowUpPath.VisitOfAsync(house, house.Officer1, id)));
        await FollowUpPath.VisitAsync(house, id);
        await FollowUpPath.RelookAsync(house, id, RelookResult.Clean);
        await house.DoAsync(house.UnitHead, id, await house.PrefilledAsync<CloseDossier>(house.UnitHead, id));
        (file, _) = await house.ReadAsync(house.Head, id);
        Assert.Equal(5, file.Part<DossierEnd>().Parts.Count(p => p.State is FiveState.Applied or FiveState.Skipped && p.Says.Length > 0));
    }

    [Theory, EachDatabase, Row("1.1", "7.1")]
    public async Task A_clue_not_filed_because_nothing_was_violated_needs_no_visit_and_closes_at_once(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var id = await FollowUpPath.ToNotFiledAsync(house, NoFilingGround.ConditionsNotMet);
        await house.DoAsync(house.UnitHead, id, await house.PrefilledAsync<CloseDossier>(house.UnitHead, id));
        var (file, _) = await house.ReadAsync(house.Head, id);
        Assert.All(file.Part<DossierEnd>().Parts, p => Assert.Equal(FiveState.Skipped, p.State));
    }

    [Fact, Row("7.1")]
    public async Task A_case_closes_without_a_visit_but_is_archived_only_when_the_head_of_the_unit_defers_it()
    {
        await using var house = await TestHouse.BuildAsync();
        var id = await ExemptionPath.ToClosedAsync(house);
        Assert.Equal(["visit.archive-deferral"], await RefusedAsync(house, house.Officer1, id, new ArchiveCase()));
        Assert.IsType<ActOutcome.Forbidden>(await house.TryAsync(house.Officer1, id, await house.PrefilledAsync<DeferVisits>(house.Officer1, id)));
        Assert.Equal(["visit.deferral"], await RefusedAsync(house, house.UnitHead, id, (await house.PrefilledAsync<DeferVisits>(house.UnitHead, id)) with { Until = house.Today }));
        await house.DoAsync(house.UnitHead, id, await house.PrefilledAsync<DeferVisits>(house.UnitHead, id));
        await house.DoAsync(house.Officer1, id, new ArchiveCase());
    }

    [Fact, Row("7.1")]
    public async Task A_case_that_was_visited_before_the_archive_needs_no_deferral()
    {
        await using var house = await TestHouse.BuildAsync();
        var id = await ExemptionPath.ToClosedAsync(house);
        await FollowUpPath.VisitAsync(house, id);
        await FollowUpPath.RelookAsync(house, id, RelookResult.Clean);
        await house.DoAsync(house.Officer1, id, new ArchiveCase());
    }

    [Fact, Row("1.1")]
    public async Task A_dossier_is_not_closed_before_its_case_is_archived()
    {
        await using var house = await TestHouse.BuildAsync();
        var id = await ExemptionPath.ToDecisionAsync(house);
        Assert.Equal(["dossier.five-parts", "dossier.case-is-over"], await RefusedAsync(house, house.UnitHead, id, await house.PrefilledAsync<CloseDossier>(house.UnitHead, id)));
    }

    internal static async Task<string[]> RefusedAsync(TestHouse house, Heng.Platform.People.CurrentPerson me, Guid? id, DossierAct act)
    {
        var outcome = await house.TryAsync(me, id, act);
        return outcome is ActOutcome.Refused refused ? [.. refused.Refusals.Select(r => r.Code)] : [TestHouse.Describe(outcome)];
    }

    internal static async Task<string[]> WorkAsync(TestHouse house, Guid id)
    {
        await using var db = house.Db(house.Head.Access);
        return await db.Set<Heng.Dossiers.Model.WorkItem>().Where(w => w.DossierId == id).Select(w => w.Title).ToArrayAsync(TestContext.Current.CancellationToken);
    }
}

/// <summary>What follows a decision, as people do it.</summary>
internal static class FollowUpPath
{
    public static async Task<Guid> ToNotFiledAsync(TestHouse house, NoFilingGround ground)
    {
        var id = await house.DoAsync(house.Officer1, null, ExemptionPath.Clue(house));
        await house.DoAsync(house.UnitHead, id, new AssignVerifiers { People = [house.Officer1.PersonId, house.Officer2.PersonId] });
        await house.DoAsync(house.Officer1, id, new RecordVerification { Findings = "核查情况。" });
        var proposal = await house.PrefilledAsync<ProposeFiling>(house.UnitHead, id);
        await house.DoAsync(house.UnitHead, id, proposal with { Advice = FilingAdvice.DoNotFile, Reason = "违法行为轻微并已改正。" });
        await house.DoAsync(house.Head, id, (await house.PrefilledAsync<RefuseFiling>(house.Head, id)) with { Ground = ground });
        return id;
    }

    public static async Task<RecordVisit> VisitOfAsync(TestHouse house, Heng.Platform.People.CurrentPerson me, Guid id)
        => (await house.PrefilledAsync<RecordVisit>(me, id)) with { Stopped = true, Corrected = true, ConductProper = true, RightsTold = true, Integrity = "none" };

    public static async Task VisitAsync(TestHouse house, Guid id) => await house.DoAsync(house.UnitHead, id, await VisitOfAsync(house, house.UnitHead, id));

    public static async Task RelookAsync(TestHouse house, Guid id, RelookResult result)
    {
        var relook = await house.PrefilledAsync<RecordRelook>(house.UnitHead, id);
        await house.DoAsync(house.UnitHead, id, relook with { Officers = [house.UnitHead.PersonId, house.Officer1.PersonId], Result = result, Findings = "查看货架和库存。" });
    }
}
