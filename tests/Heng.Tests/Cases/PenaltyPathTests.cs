using Heng.Cases;
using Heng.Cases.Steps.Closing;
using Heng.Cases.Steps.Decision;
using Heng.Cases.Steps.Notice;
using Heng.Dossiers;
using Heng.FollowUp;
using Heng.FollowUp.Steps;
using Heng.Law.Discretion;
using Heng.Tests.Storage;

namespace Heng.Tests.Cases;

public sealed class PenaltyPathTests
{
    [Theory, EachDatabase, Row("8.18")]
    public async Task An_ordinary_case_goes_from_the_facts_to_a_served_penalty(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var id = await PenaltyPath.ToServedAsync(house);
        var (file, _) = await house.ReadAsync(house.Head, id);
        Assert.Equal(("S76", "S80", "S90"), (file.Procedure.Main, file.Procedure.Service, file.Procedure.Performance));
        var c = file.Part<CaseFile>();
        Assert.Equal("示市监处罚〔2026〕1号", c.Penalty!.Number);
        Assert.Equal(PenaltyPath.Yuan(66_000), c.Penalty.Sanction.Fine);
        Assert.Equal(PenaltyPath.Yuan(800), c.Penalty.Sanction.ConfiscatedGain);
        Assert.Equal((Level.Normal, house.Today, "FOOD-008"), (c.Penalty.Level, c.Penalty.ServedOn, c.Penalty.Matter));
        Assert.NotNull(c.PenaltyDecision!.Assessment);
        Assert.Equal(CaseEndingKind.Penalty, c.Ending!.Kind);
        Assert.Equal("示市监罚告〔2026〕1号", c.Course.Notice!.Number);
        Assert.False(c.Course.Notice.OffersHearing);
    }

    [Theory, EachDatabase, Row("8.28")]
    public async Task A_warning_is_performed_closed_archived_and_visited(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var id = await PenaltyPath.ToServedAsync(house, PenaltyCase.Warning);
        var close = await house.PrefilledAsync<CloseCase>(house.Head, id);
        Assert.Contains("procedure.close.condition", Assert.IsType<ActOutcome.Refused>(await house.TryAsync(house.Head, id, close)).Refusals.Select(r => r.Code));
        await house.DoAsync(house.Officer1, id, new RecordPerformed { How = "警告已经送达，当事人已经改正。" });
        Assert.Contains("cases.close", await NeedsAsync(house, id));
        await house.DoAsync(house.Head, id, close);
        await house.DoAsync(house.UnitHead, id, await house.PrefilledAsync<DeferVisits>(house.UnitHead, id));
        await house.DoAsync(house.Officer1, id, new ArchiveCase());
        var (file, context) = await house.ReadAsync(house.Head, id);
        Assert.Equal("S97", file.Procedure.Main);
        Assert.Empty(Volume.MissingOf(file));
        Assert.NotEmpty(FollowUpPlan.Of(file));
        var five = context.Summary!.Five;
        Assert.Equal((FiveState.Skipped, FiveState.Skipped, FiveState.Applied), (five[FivePart.Exemption].State, five[FivePart.Severity].State, five[FivePart.Proportion].State));
    }

    [Theory, EachDatabase, Row("8.24"), Row("8.28")]
    public async Task An_ordinary_case_is_paid_from_the_bank_file_closed_and_archived(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var id = await PenaltyPath.ToPerformedAsync(house);
        var (file, _) = await house.ReadAsync(house.Head, id);
        Assert.True(file.Procedure.Performed);
        Assert.Equal(house.Today, file.Part<CaseFile>().PerformedOn);
        Assert.Contains("cases.close", await NeedsAsync(house, id));
        await house.DoAsync(house.Head, id, await house.PrefilledAsync<CloseCase>(house.Head, id));
        await house.DoAsync(house.UnitHead, id, await house.PrefilledAsync<DeferVisits>(house.UnitHead, id));
        await house.DoAsync(house.Officer1, id, new ArchiveCase());
        (file, _) = await house.ReadAsync(house.Head, id);
        Assert.Equal("S97", file.Procedure.Main);
        Assert.Empty(Volume.MissingOf(file));
    }

    [Fact]
    public async Task Each_stage_waits_for_the_right_people()
    {
        await using var house = await TestHouse.BuildAsync();
        var id = await PenaltyPath.ToReviewedAsync(house);
        Assert.Contains("cases.approve-proposal", await NeedsAsync(house, id));
        await house.DoAsync(house.Head, id, await house.PrefilledAsync<ApproveProposal>(house.Head, id));
        Assert.Contains("documents.issue", await NeedsAsync(house, id));
        await ExemptionPath.IssueAsync(house, id, "37");
        Assert.Contains("cases.serve-notice", await NeedsAsync(house, id));
        await PenaltyPath.ServeAsync<ServeNotice>(house, id, "37");
        Assert.Contains("cases.proceed-decision", await NeedsAsync(house, id));
        await house.DoAsync(house.Officer1, id, (await house.PrefilledAsync<RecordDefence>(house.Officer1, id)) with { Points = "罚款过重" });
        Assert.Contains("cases.answer-point", await NeedsAsync(house, id));
    }

    private static async Task<IEnumerable<string?>> NeedsAsync(TestHouse house, Guid id)
    {
        var (file, context) = await house.ReadAsync(house.Head, id);
        await using var scope = Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.CreateAsyncScope(house.Services);
        var desk = Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<ActDesk>(scope.ServiceProvider);
        return [.. desk.NeedsOf(file, context.Settings).Select(n => n.Act)];
    }
}
