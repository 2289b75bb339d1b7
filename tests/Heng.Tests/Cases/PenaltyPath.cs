using Heng.Cases;
using Heng.Cases.Steps.Checks;
using Heng.Cases.Steps.Closing;
using Heng.Cases.Steps.Decision;
using Heng.Cases.Steps.Discussion;
using Heng.Cases.Steps.Facts;
using Heng.Cases.Steps.Filing;
using Heng.Cases.Steps.Investigation;
using Heng.Cases.Steps.Notice;
using Heng.Cases.Steps.Proposal;
using Heng.Cases.Steps.Review;
using Heng.Cases.Steps.Service;
using Heng.Documents;
using Heng.Dossiers;
using Heng.FollowUp.Steps;
using Heng.Goods.Steps;
using Heng.Intake.Steps;
using Heng.Law.Codes;
using Heng.Platform.People;
using Heng.Tests.Payment;
using Heng.Tests.Storage;

namespace Heng.Tests.Cases;

/// <summary>A case that is led along the penalty path: who the party is, what was found, which fine is proposed.</summary>
internal sealed record PenaltyCase
{
    /// <summary>An enterprise with expired food worth 6,000 yuan; the fine lies in the range of an ordinary case.</summary>
    public static PenaltyCase Ordinary { get; } = new();

    /// <summary>The same with a circumstance for a heavier penalty.</summary>
    public static PenaltyCase Heavier { get; } = new() { Fine = 90_000, Circumstances = [new("C-AG-05", "", [2])] };

    /// <summary>Little goods, a heavy fine: the alarm rings.</summary>
    public static PenaltyCase Alarming { get; } = new() { GoodsValue = 600, Proportionality = "违法行为直接危害食品安全，法定最低罚款即为五万元，已经在区间内从低。" };

    /// <summary>A case that ends with a warning and asks for no money.</summary>
    public static PenaltyCase Warning { get; } = new() { Matter = "CONT-001", Fine = 0, Gain = 0 };

    public PartySort Party { get; init; } = PartySort.Unit;

    public string Matter { get; init; } = "FOOD-008";

    public decimal GoodsValue { get; init; } = 6_000;

    public decimal Gain { get; init; } = 800;

    public decimal Fine { get; init; } = 66_000;

    public string? Mitigation { get; init; }

    public string? Deviation { get; init; }

    public string Reason { get; init; } = "违法事实清楚，没有从轻、减轻情节，按本案情节对应的区间处罚。";

    public IReadOnlyList<FactEntry> Circumstances { get; init; } = [];

    public string? Proportionality { get; init; }

    public string? WhyNoCrime { get; init; }

    /// <summary>The enterprise acted on purpose: two people of it are fined beside it, below the hearing line of an individual.</summary>
    public static PenaltyCase Personal { get; } = new()
    {
        Persons = "张三，法定代表人，5000\n李四，食品安全管理员，4000",
        Entries = [.. Ordinary.Entries, new("intentional", "true", [1, 2]), new("personalPriorYearIncome", "3000", [3])],
    };

    public string? Persons { get; init; }

    public string? Code { get; init; }

    public string Story { get; init; } = "当事人在货架上陈列并销售超过保质期的食品，已销售部分获利，其余当场查见。";

    public IReadOnlyList<FactEntry> Entries { get; init; } = [new("firstViolation", "false", [1]), new("minorViolation", "false", [1]), new("correctedPromptly", "false", [1]), new("noHarm", "true", [1]), new("provesNoFault", "false", [2]), new("harmfulConsequences", "false", [1]), new("seriousCircumstances", "false", [1])];
}

/// <summary>The path of a penalty, as people go it.</summary>
internal static class PenaltyPath
{
    /// <summary>What a reviewer ticks.</summary>
    public static IReadOnlyList<string> Points { get; } = ["party", "facts", "nature", "basis", "discretion", "procedure", "disposal"];

    /// <summary>To the facts.</summary>
    public static async Task<Guid> ToFactsAsync(TestHouse house, PenaltyCase? theCase = null)
    {
        theCase ??= PenaltyCase.Ordinary;
        var clue = ExemptionPath.Clue(house) with { PartySort = theCase.Party, PartyName = theCase.Party == PartySort.Individual ? "示例个人" : "示例县示例食品有限公司", PartyCode = theCase.Code, NoCodeReason = theCase.Code is null ? "示例数据" : null, Matter = theCase.Matter };
        var id = await house.DoAsync(house.Officer1, null, clue);
        await house.DoAsync(house.UnitHead, id, new AssignVerifiers { People = [house.Officer1.PersonId, house.Officer2.PersonId] });
        await house.DoAsync(house.Officer1, id, new RecordVerification { Findings = "货架上有超过保质期的食品。" });
        var filing = await house.PrefilledAsync<ProposeFiling>(house.UnitHead, id);
        await house.DoAsync(house.UnitHead, id, filing with { Handlers = [house.Officer1.PersonId, house.Officer2.PersonId] });
        await house.DoAsync(house.Head, id, await house.PrefilledAsync<ApproveFiling>(house.Head, id));
        await house.DoAsync(house.UnitHead, id, new BeginInvestigation());
        await house.DoAsync(house.Officer1, id, new DeclareInterest { Answer = Interest.None });
        await house.DoAsync(house.Officer2, id, new DeclareInterest { Answer = Interest.None });
        house.Clock.Advance(TimeSpan.FromHours(3));
        var now = house.Clock.GetUtcNow().UtcDateTime.AddHours(8);
        var inspection = await house.PrefilledAsync<RecordInspection>(house.Officer1, id);
        await house.DoAsync(house.Officer1, id, inspection with { Start = now.AddHours(-2), End = now.AddHours(-1.5), CertificatesShown = true, RightsTold = true, Confirmed = Confirmation.Confirmed, Content = "货架和仓库有超过保质期的食品。" });
        var interview = await house.PrefilledAsync<RecordInterview>(house.Officer1, id);
        await house.DoAsync(house.Officer1, id, interview with { Start = now.AddHours(-1), End = now.AddMinutes(-30), CertificatesShown = true, RightsTold = true, Confirmed = Confirmation.Confirmed, Content = "问：进货和销售情况？\n答：台账在这里。" });
        var evidence = await house.PrefilledAsync<RecordEvidence>(house.Officer1, id);
        await house.DoAsync(house.Officer1, id, evidence with { Kind = EvidenceKind.Documentary, Name = "进销货台账", Copy = CopyKind.ConfirmedCopy, Proves = "货值金额和销售所得", Files = [await house.UploadAsync(house.Officer1)] });
        await house.DoAsync(house.Officer1, id, new OrderCorrection { What = "立即停止销售并下架超过保质期的食品。", DueOn = house.Today });
        if (theCase.Matter == PenaltyCase.Ordinary.Matter)
        {
            await house.DoAsync(house.Officer1, id, await ListAsync(house, id, theCase));
        }

        await house.DoAsync(house.Officer1, id, Facts(house, theCase));
        await CheckAsync(house, id, theCase);
        return id;
    }

    /// <summary>What is checked before a penalty is proposed: crime, the same act, the gain.</summary>
    public static async Task CheckAsync(TestHouse house, Guid id, PenaltyCase theCase)
    {
        await house.DoAsync(house.Officer1, id, (await house.PrefilledAsync<AnswerCrimeLine>(house.Officer1, id)) with { Reason = theCase.WhyNoCrime });
        await house.DoAsync(house.Officer1, id, new SearchSameAct());
        if (theCase.Gain > 0)
        {
            await house.DoAsync(house.Officer1, id, await house.PrefilledAsync<DetermineGain>(house.Officer1, id));
        }
    }

    /// <summary>The goods of a case, kept by someone who does not handle it.</summary>
    public static async Task<ListGoods> ListAsync(TestHouse house, Guid id, PenaltyCase theCase)
    {
        var list = await house.PrefilledAsync<ListGoods>(house.Officer1, id);
        var biscuits = decimal.Floor(theCase.GoodsValue / 3);
        return list with { Lines = $"超过保质期的饼干，120，盒，{Number(biscuits)}\n超过保质期的牛奶，48，箱，{Number(theCase.GoodsValue - biscuits)}", Keeper = house.Reviewer.PersonId, Photos = [await house.UploadAsync(house.Officer1)] };
    }

    /// <summary>What was found in a case.</summary>
    public static EnterFacts Facts(TestHouse house, PenaltyCase theCase) => new()
    {
        Matter = theCase.Matter,
        ActFrom = house.Today.AddDays(-20),
        ActUntil = house.Today,
        Story = theCase.Story,
        StoryEvidence = [1, 2],
        Entries = [new("goodsValue", Number(theCase.GoodsValue), [3]), new("hasIllegalIncome", theCase.Gain > 0 ? "true" : "false", [3]), new("illegalIncome", Number(theCase.Gain), [3]), .. theCase.Entries],
        Circumstances = theCase.Circumstances,
    };

    /// <summary>What the officer proposes in a case.</summary>
    public static async Task<ProposePenalty> ProposalAsync(TestHouse house, Guid id, PenaltyCase theCase)
    {
        var proposal = await house.PrefilledAsync<ProposePenalty>(house.Officer1, id);
        return proposal with { Fine = Yuan(theCase.Fine), Persons = theCase.Persons, Reason = theCase.Reason, Proportionality = theCase.Proportionality, MitigationGround = theCase.Mitigation is null ? null : theCase.Circumstances[0].Fact, Mitigation = theCase.Mitigation, Category = theCase.Deviation is null ? null : DeviationCategory.PartySituation, Deviation = theCase.Deviation };
    }

    /// <summary>To the proposal of the officer.</summary>
    private static async Task<Guid> ToNamedAsync(TestHouse house, PenaltyCase? theCase)
    {
        theCase ??= PenaltyCase.Ordinary;
        var id = await ToFactsAsync(house, theCase);
        await house.DoAsync(house.Officer1, id, await ProposalAsync(house, id, theCase));
        return id;
    }

    /// <summary>To a report that proposes a penalty.</summary>
    public static async Task<Guid> ToProposedAsync(TestHouse house, PenaltyCase? theCase = null)
    {
        var id = await ToNamedAsync(house, theCase);
        await FromNamedToProposedAsync(house, id);
        return id;
    }

    /// <summary>To the review that agrees.</summary>
    public static async Task<Guid> ToReviewedAsync(TestHouse house, PenaltyCase? theCase = null)
    {
        var id = await ToProposedAsync(house, theCase);
        await FromProposedToReviewedAsync(house, id);
        return id;
    }

    /// <summary>To the notice served on the party.</summary>
    public static async Task<Guid> ToNotifiedAsync(TestHouse house, PenaltyCase? theCase = null)
    {
        var id = await ToNamedAsync(house, theCase);
        await FromNamedToApprovedAsync(house, id);
        await ServeAsync<ServeNotice>(house, id, "37");
        return id;
    }

    /// <summary>From the proposal of the officer to the one approved by the head.</summary>
    public static async Task FromNamedToApprovedAsync(TestHouse house, Guid id)
    {
        await FromNamedToProposedAsync(house, id);
        await FromProposedToReviewedAsync(house, id);
        await house.DoAsync(house.Head, id, await house.PrefilledAsync<ApproveProposal>(house.Head, id));
    }

    private static async Task FromNamedToProposedAsync(TestHouse house, Guid id)
        => await house.DoAsync(house.UnitHead, id, await house.PrefilledAsync<ConcludeInvestigation>(house.UnitHead, id));

    private static async Task FromProposedToReviewedAsync(TestHouse house, Guid id)
    {
        await house.DoAsync(house.Officer1, id, await house.PrefilledAsync<SubmitForReview>(house.Officer1, id));
        await house.DoAsync(house.Reviewer, id, (await house.PrefilledAsync<AgreePenalty>(house.Reviewer, id)) with { Checked = [.. Points] });
    }

    /// <summary>To the day after the five working days, put before the head; through the heads together where the case asks for it.</summary>
    public static async Task<Guid> ToReadyForDecisionAsync(TestHouse house, PenaltyCase? theCase = null)
    {
        var id = await ToNotifiedAsync(house, theCase);
        await PassThePeriodAsync(house, id);
        var (file, _) = await house.ReadAsync(house.Officer1, id);
        if (Penalties.NeedDiscussion(file))
        {
            await house.DoAsync(house.Officer1, id, new ProceedToDiscussion());
            await DiscussAsync(house, id);
        }
        else
        {
            await house.DoAsync(house.Officer1, id, new ProceedToDecision());
        }

        return id;
    }

    /// <summary>To the decision.</summary>
    public static async Task<Guid> ToDecidedAsync(TestHouse house, PenaltyCase? theCase = null)
    {
        var id = await ToReadyForDecisionAsync(house, theCase);
        await house.DoAsync(house.Head, id, await house.PrefilledAsync<DecidePenalty>(house.Head, id));
        return id;
    }

    /// <summary>To the service of the decision.</summary>
    public static async Task<Guid> ToServedAsync(TestHouse house, PenaltyCase? theCase = null)
    {
        var id = await ToDecidedAsync(house, theCase);
        await ServeAsync<ServeDecision>(house, id, "45");
        return id;
    }

    /// <summary>To full performance: the bank sends its file and finance books it; what asks for no money is recorded.</summary>
    public static async Task<Guid> ToPerformedAsync(TestHouse house, PenaltyCase? theCase = null)
    {
        var id = await ToServedAsync(house, theCase);
        var account = await PaymentPath.AccountAsync(house, id);
        if (account.Account.Owed > Money.Zero)
        {
            await PaymentPath.PayAsync(house, await PaymentPath.FinanceAsync(house), PaymentPath.Line(account.Number.ToString(), account.Account.Owed.Yuan, "B" + account.Number, house.Today));
        }
        else
        {
            await house.DoAsync(house.Officer1, id, new RecordPerformed { How = "警告已经送达，当事人已经改正。" });
        }

        return id;
    }

    /// <summary>To the closed case.</summary>
    public static async Task<Guid> ToClosedAsync(TestHouse house, PenaltyCase? theCase = null)
    {
        var id = await ToPerformedAsync(house, theCase);
        await house.DoAsync(house.Head, id, await house.PrefilledAsync<CloseCase>(house.Head, id));
        return id;
    }

    /// <summary>To the archived case.</summary>
    public static async Task<Guid> ToArchivedAsync(TestHouse house, PenaltyCase? theCase = null)
    {
        var id = await ToClosedAsync(house, theCase);
        await house.DoAsync(house.UnitHead, id, await house.PrefilledAsync<DeferVisits>(house.UnitHead, id));
        await house.DoAsync(house.Officer1, id, new ArchiveCase());
        return id;
    }

    /// <summary>Serves a document on paper today, issued before if it is not yet.</summary>
    public static async Task ServeAsync<T>(TestHouse house, Guid id, string form)
        where T : ServeAct, new()
    {
        var (file, context) = await house.ReadAsync(house.Officer1, id);
        if (DocumentDrafts.OpenIn(file, context).Any(d => d.Form == form))
        {
            await ExemptionPath.IssueAsync(house, id, form);
        }

        var service = await house.PrefilledAsync<T>(house.Officer1, id);
        await house.DoAsync(house.Officer1, id, service with { Files = [await house.UploadAsync(house.Officer1)] });
    }

    /// <summary>Lets the five working days of the present notice pass.</summary>
    public static async Task PassThePeriodAsync(TestHouse house, Guid id)
    {
        var (file, _) = await house.ReadAsync(house.Officer1, id);
        var lapse = file.Part<CaseFile>().Course.Notice!.LapsesOn;
        house.Clock.Advance(TimeSpan.FromDays(lapse.DayNumber - house.Today.DayNumber + 1));
    }

    /// <summary>The heads discuss and conclude what was proposed.</summary>
    public static async Task DiscussAsync(TestHouse house, Guid id, DiscussionStand second = DiscussionStand.Agrees, string? name = null)
    {
        var deputy = await house.HireAsync(name ?? "副局长" + Guid.CreateVersion7().ToString("N")[^4..], house.Division, PersonRoles.Head);
        await house.DoAsync(house.Head, id, await house.PrefilledAsync<OpenDiscussion>(house.Head, id));
        await house.DoAsync(house.Head, id, new GiveView { Stand = DiscussionStand.Agrees, View = "同意。" });
        await house.DoAsync(deputy, id, new GiveView { Stand = second, View = second == DiscussionStand.Agrees ? "同意。" : "罚款偏重，建议从低。" });
        await house.DoAsync(house.Head, id, (await house.PrefilledAsync<ConcludeDiscussion>(house.Head, id)) with { Conclusion = "经集体讨论，同意拟处罚意见。" });
    }

    /// <summary>A sum in yuan.</summary>
    public static Money Yuan(decimal sum) => Money.FromYuan(sum, FenRounding.Exact);

    private static string Number(decimal sum) => sum.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
