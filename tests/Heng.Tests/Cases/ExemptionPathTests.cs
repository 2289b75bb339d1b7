using Heng.Cases;
using Heng.Cases.Steps.Closing;
using Heng.Cases.Steps.Decision;
using Heng.Cases.Steps.Facts;
using Heng.Cases.Steps.Filing;
using Heng.Cases.Steps.Investigation;
using Heng.Cases.Steps.Review;
using Heng.Cases.Steps.Service;
using Heng.Documents;
using Heng.Documents.Steps;
using Heng.Dossiers;
using Heng.FollowUp.Steps;
using Heng.Intake.Steps;
using Heng.Tests.Storage;

namespace Heng.Tests.Cases;

public sealed class ExemptionPathTests
{
    [Theory, EachDatabase, Row("1.1", "4.1", "8.1", "8.8", "8.17", "8.28")]
    public async Task A_minor_case_goes_from_the_clue_to_the_archive(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var id = await ExemptionPath.ToArchiveAsync(house);
        var (file, _) = await house.ReadAsync(house.Head, id);
        Assert.Equal("S97", file.Procedure.Main);
        var c = file.Part<CaseFile>();
        Assert.Matches(@"^示市监不罚〔2026〕1号$", c.Decision!.DocumentNumber);
        Assert.NotNull(c.Decision.Assessment);
        Assert.Equal(file.Acts.Count, file.Acts[^1].Number);
    }
}

/// <summary>The path of a minor case, as people go it.</summary>
internal static class ExemptionPath
{
    public static RegisterSource Clue(TestHouse house) => new()
    {
        PartySort = PartySort.IndividualBusiness,
        PartyName = "示例县示例副食店",
        NoCodeReason = "示例数据",
        PartyAddress = "示例县示例路 2 号",
        PartyRepresentative = "示例经营者",
        Source = SourceKind.Inspection,
        FoundOn = house.Today,
        Content = "日常检查发现货架上有三袋超过保质期的方便面。",
        Matter = "FOOD-008",
    };

    public static async Task<Guid> ToFilingAsync(TestHouse house, RegisterSource? clue = null)
    {
        var id = await house.DoAsync(house.Officer1, null, clue ?? Clue(house));
        await house.DoAsync(house.UnitHead, id, new AssignVerifiers { People = [house.Officer1.PersonId, house.Officer2.PersonId] });
        await house.DoAsync(house.Officer1, id, new RecordVerification { Findings = "货架上有三袋方便面超过保质期五天，货值 12 元。" });
        var proposal = await house.PrefilledAsync<ProposeFiling>(house.UnitHead, id);
        await house.DoAsync(house.UnitHead, id, proposal with { Handlers = [house.Officer1.PersonId, house.Officer2.PersonId] });
        await house.DoAsync(house.Head, id, await house.PrefilledAsync<ApproveFiling>(house.Head, id));
        return id;
    }

    public static async Task<Guid> ToFactsAsync(TestHouse house, RegisterSource? clue = null)
    {
        var id = await ToFilingAsync(house, clue);
        await house.DoAsync(house.UnitHead, id, new BeginInvestigation());
        await house.DoAsync(house.Officer1, id, new DeclareInterest { Answer = Interest.None });
        await house.DoAsync(house.Officer2, id, new DeclareInterest { Answer = Interest.None });
        house.Clock.Advance(TimeSpan.FromHours(3));
        var now = house.Clock.GetUtcNow().UtcDateTime.AddHours(8);
        var inspection = await house.PrefilledAsync<RecordInspection>(house.Officer1, id);
        await house.DoAsync(house.Officer1, id, inspection with { Start = now.AddHours(-2), End = now.AddHours(-1.5), CertificatesShown = true, RightsTold = true, Confirmed = Confirmation.Confirmed, Content = "商店零售货架上有三袋方便面超过保质期五天，店内不加工食品。" });
        var interview = await house.PrefilledAsync<RecordInterview>(house.Officer1, id);
        await house.DoAsync(house.Officer1, id, interview with { Start = now.AddHours(-1), End = now.AddMinutes(-30), CertificatesShown = true, RightsTold = true, Confirmed = Confirmation.Confirmed, Content = "问：是否知道已经过期？\n答：没有注意到，已经下架。\n问：从哪里进货，有没有售出？\n答：从示例批发部进货，有票据；没有售出，没有顾客反映问题。" });
        var evidence = await house.PrefilledAsync<RecordEvidence>(house.Officer1, id);
        await house.DoAsync(house.Officer1, id, evidence with { Kind = EvidenceKind.Documentary, Name = "进货票据", Copy = CopyKind.ConfirmedCopy, Proves = "进货日期、数量和单价", Files = [await house.UploadAsync(house.Officer1)] });
        await house.DoAsync(house.Officer1, id, new OrderCorrection { What = "立即停止销售并下架超过保质期的食品。", DueOn = house.Today });
        var check = await house.PrefilledAsync<CheckCorrection>(house.Officer2, id);
        await house.DoAsync(house.Officer2, id, check with { Corrected = true, Result = "已经下架销毁。", Files = [await house.UploadAsync(house.Officer2)] });
        var query = await house.PrefilledAsync<QueryFirstViolation>(house.Officer1, id);
        await house.DoAsync(house.Officer1, id, query with { Answer = FirstAnswer.First });
        await house.DoAsync(house.Officer1, id, Facts(house));
        return id;
    }

    public static EnterFacts Facts(TestHouse house) => new()
    {
        Matter = "FOOD-008",
        ActFrom = house.Today.AddDays(-5),
        ActUntil = house.Today,
        Story = "当事人在货架上陈列销售三袋超过保质期五天的方便面，货值金额 12 元，检查后立即下架销毁。",
        StoryEvidence = [1, 2],
        Entries =
        [
            new("goodsValue", "12", [1, 3]), new("hasIllegalIncome", "false", [2]), new("firstViolation", "true", [5]), new("minorViolation", "true", [1]),
            new("correctedPromptly", "true", [4]), new("noHarm", "true", [1, 2]), new("harmfulConsequences", "false", [1, 2]),
        ],
    };

    public static async Task<Guid> ToReadyForDecisionAsync(TestHouse house, RegisterSource? clue = null)
    {
        var id = await ToFactsAsync(house, clue);
        await DecidableAsync(house, id);
        return id;
    }

    /// <summary>From the facts to the point where the head decides, on the ground that is proposed or on another.</summary>
    public static async Task DecidableAsync(TestHouse house, Guid id, string? ground = null)
    {
        var report = await house.PrefilledAsync<ConcludeInvestigation>(house.UnitHead, id);
        await house.DoAsync(house.UnitHead, id, ground is null ? report : report with { Ground = ground, Disposal = ProposedDisposal.NoPenalty, Opinion = "建议不予行政处罚。" });
        await house.DoAsync(house.Officer1, id, new SubmitForReview());
        var opinion = await house.PrefilledAsync<GiveOpinion>(house.Reviewer, id);
        await house.DoAsync(house.Reviewer, id, opinion with { Checked = ["party", "facts", "nature", "basis", "discretion", "procedure", "disposal"] });
        await house.DoAsync(house.Head, id, new AgreeToOtherDisposal());
    }

    public static async Task<Guid> ToDecisionAsync(TestHouse house, RegisterSource? clue = null)
    {
        var id = await ToReadyForDecisionAsync(house, clue);
        await house.DoAsync(house.Head, id, await house.PrefilledAsync<DecideNoPenalty>(house.Head, id));
        return id;
    }

    /// <summary>Issues the last document of a form.</summary>
    public static async Task IssueAsync(TestHouse house, Guid id, string form)
    {
        var (file, context) = await house.ReadAsync(house.Officer1, id);
        await house.DoAsync(house.Officer1, id, new IssueDocument { Document = DocumentDrafts.OpenIn(file, context).Last(d => d.Form == form).Key });
    }

    public static async Task<Guid> ToClosedAsync(TestHouse house)
    {
        var id = await ToDecisionAsync(house);
        await house.DoAsync(house.Officer1, id, await house.PrefilledAsync<RecordEducation>(house.Officer1, id));
        await IssueAsync(house, id, "46");
        var service = await house.PrefilledAsync<ServeDecision>(house.Officer1, id);
        await house.DoAsync(house.Officer1, id, service with { Files = [await house.UploadAsync(house.Officer1)] });
        await house.DoAsync(house.Head, id, await house.PrefilledAsync<CloseCase>(house.Head, id));
        return id;
    }

    public static async Task<Guid> ToArchiveAsync(TestHouse house)
    {
        var id = await ToClosedAsync(house);
        await house.DoAsync(house.UnitHead, id, await house.PrefilledAsync<DeferVisits>(house.UnitHead, id));
        await house.DoAsync(house.Officer1, id, new ArchiveCase());
        return id;
    }
}
