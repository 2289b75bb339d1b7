using Heng.Cases;
using Heng.Cases.Steps.Decision;
using Heng.Cases.Steps.Facts;
using Heng.Cases.Steps.Hearing;
using Heng.Cases.Steps.Investigation;
using Heng.Cases.Steps.Notice;
using Heng.Cases.Steps.OnPaper;
using Heng.Dossiers;
using Heng.Law;
using Heng.Platform.People;
using Heng.Tests.Dossiers;
using Heng.Tests.Storage;

namespace Heng.Tests.Cases;

/// <summary>Remedies of the party (救济) recorded from paper, and the answer that the bureau owes.</summary>
public sealed class RemedyTests
{
    [Theory, EachDatabase, Row("8.18")]
    public async Task The_right_to_reconsideration_does_not_end_with_the_archive_and_its_answer_has_ten_working_days(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var id = await PenaltyPath.ToArchivedAsync(house, PenaltyCase.Warning);
        await RecordAsync<RecordReconsideration>(house, id);
        var received = house.Today;
        var (file, context) = await house.ReadAsync(house.Officer1, id);
        Assert.Equal(("S97", "R10"), (file.Procedure.Main, file.Procedure.Remedy));
        var clock = CaseClocks.Answer(file)!;
        var limit = file.Law.Deadlines.Count("L95", received);
        Assert.Equal(((Heng.Law.Rulings.Outcome<Heng.Law.Time.Deadline>.Allowed)limit).Value.Due.Day, clock.DueOn);
        Assert.Contains(new CaseContributor().Needs(file, context.Settings), n => n.Act == "cases.record-answer" && n.Clock?.DueOn == clock.DueOn);
        Assert.Contains((await house.WorkAsync(house.Officer1)).Entries, e => e.DossierId == id && e.Act == "cases.record-answer");
        await RecordAsync<RecordAnswer>(house, id);
        Assert.Null(CaseClocks.Answer((await house.ReadAsync(house.Officer1, id)).File));
        await RecordAsync<RecordRemedyUpheld>(house, id);
        file = (await house.ReadAsync(house.Officer1, id)).File;
        Assert.Equal(("S97", null), (file.Procedure.Main, file.Procedure.Remedy));
    }

    [Fact, Row("8.18")]
    public async Task A_suit_may_be_brought_against_a_decision_without_a_penalty_and_its_answer_has_fifteen_days()
    {
        await using var house = await TestHouse.BuildAsync();
        var id = await ExemptionPath.ToDecisionAsync(house);
        Assert.IsType<ActOutcome.Refused>(await house.TryAsync(house.Officer1, id, await house.PrefilledAsync<RecordAnswer>(house.Officer1, id)));
        await RecordAsync<RecordSuit>(house, id);
        var file = (await house.ReadAsync(house.Officer1, id)).File;
        Assert.Equal("R20", file.Procedure.Remedy);
        Assert.InRange(CaseClocks.Answer(file)!.DueOn.DayNumber, house.Today.DayNumber + 15, house.Today.DayNumber + 22);
        await RecordAsync<RecordAnswer>(house, id);
        Assert.Null(CaseClocks.Answer((await house.ReadAsync(house.Officer1, id)).File));
    }

    [Fact, Row("8.19")]
    public async Task After_a_hearing_that_leaves_nothing_to_punish_the_head_decides_without_the_heads_together()
    {
        await using var house = await TestHouse.BuildAsync();
        var id = await PenaltyPath.ToFactsAsync(house, PenaltyCase.Ordinary with { Party = PartySort.Individual });
        await house.DoAsync(house.Officer2, id, (await house.PrefilledAsync<CheckCorrection>(house.Officer2, id)) with { Corrected = true, Result = "已经下架销毁。", Files = [await house.UploadAsync(house.Officer2)] });
        await house.DoAsync(house.Officer1, id, (await house.PrefilledAsync<QueryFirstViolation>(house.Officer1, id)) with { Answer = FirstAnswer.First });
        var theCase = PenaltyCase.Ordinary with
        {
            Party = PartySort.Individual,
            Entries = [new("firstViolation", "true", [5]), new("minorViolation", "false", [1]), new("correctedPromptly", "true", [4]), new("noHarm", "false", [1]), new("slightHarm", "true", [1]), new("harmfulConsequences", "false", [1]), new("seriousCircumstances", "false", [1])],
        };
        await house.DoAsync(house.Officer1, id, PenaltyPath.Facts(house, theCase));
        await PenaltyPath.CheckAsync(house, id, theCase);
        await house.DoAsync(house.Officer1, id, (await PenaltyPath.ProposalAsync(house, id, theCase)) with { WhyNotExempt = "销售数量较大。" });
        await PenaltyPath.FromNamedToApprovedAsync(house, id);
        await PenaltyPath.ServeAsync<ServeNotice>(house, id, "37");
        var chair = await house.HireAsync("主持人辛", house.Division, PersonRoles.Reviewer);
        await house.DoAsync(house.Head, id, (await house.PrefilledAsync<AcceptHearing>(house.Head, id)) with { Chair = chair.PersonId, HearingOn = house.Today.AddDays(21) });
        house.Clock.Advance(TimeSpan.FromDays(22));
        await house.DoAsync(chair, id, (await house.PrefilledAsync<CloseHearing>(chair, id)) with { Report = "销售数量在听证中查明为少量；建议免予处罚。", Files = [await house.UploadAsync(chair)] });
        await house.DoAsync(house.Reviewer, id, (await house.PrefilledAsync<PassWithoutPenalty>(house.Reviewer, id)) with { Checked = PenaltyPath.Points, Reason = "听证查明销售数量少，属于初次违法、危害后果轻微并及时改正。" });
        var (file, context) = await house.ReadAsync(house.Head, id);
        Assert.Equal("S75", file.Procedure.Main);
        Assert.IsType<ActOutcome.Refused>(await house.TryAsync(house.Head, id, await house.PrefilledAsync<DecidePenalty>(house.Head, id)));
        await house.DoAsync(house.Head, id, new DecideNoPenalty { Ground = Exemptions.GroundsOf(file, context).First().Value, Opinion = "同意不予行政处罚。" });
        Assert.Equal("S77", (await house.ReadAsync(house.Head, id)).File.Procedure.Main);
    }

    private static async Task RecordAsync<T>(TestHouse house, Guid id)
        where T : PaperAct, new()
    {
        var act = await house.PrefilledAsync<T>(house.Officer1, id);
        await house.DoAsync(house.Officer1, id, act with { Other = "示例县人民政府", Note = "见扫描件。", Files = [await house.UploadAsync(house.Officer1)] });
    }
}
