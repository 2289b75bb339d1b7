using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Heng.Cases;
using Heng.Cases.Steps.Decision;
using Heng.Cases.Steps.Discussion;
using Heng.Cases.Steps.Facts;
using Heng.Cases.Steps.Hearing;
using Heng.Cases.Steps.Notice;
using Heng.Cases.Steps.Service;
using Heng.Documents;
using Heng.Dossiers;
using Heng.Goods.Steps;
using Heng.Law.Reasoning;
using Heng.Payment;
using Heng.Payment.Steps;
using Heng.Platform.People;
using Heng.Publication;
using Heng.Tests.Cases;
using Heng.Tests.Goods;
using Heng.Tests.Payment;
using Heng.Tests.Storage;

namespace Heng.Tests.Documents;

/// <summary>The documents of the penalty path: notice, defence, discussion, decision.</summary>
public sealed class PenaltyDocumentTests
{
    /// <summary>Just under the hearing line: two points, one adopted, a dissent in the discussion.</summary>
    private static readonly PenaltyCase grave = PenaltyCase.Heavier with { Fine = 99_000, GoodsValue = 9_800, Gain = 2_600, Reason = "当事人在检查时锁闭仓库、拒不提供台账，经责令后才配合，情节较同类案件为重。" };

    public static TheoryData<string> Kinds => ["mitigated", "lighter", "ordinary", "heavier"];

    [Theory, MemberData(nameof(Kinds)), Row("6.1", "6.4")]
    public async Task A_decision_of_each_level_is_filled_from_the_record_and_reads_as_approved(string kind)
    {
        await using var house = await TestHouse.BuildAsync();
        var theCase = kind switch
        {
            "mitigated" => PenaltyCase.Ordinary with { Fine = 20_000, Circumstances = [new("C-MT-02", "", [1, 2])], Mitigation = "检查前当事人已经张贴召回公告并退还货款，售出的食品全部追回", Reason = "涉案食品没有流入消费者手中，罚款数额与违法行为的危害程度相称。" },
            "lighter" => PenaltyCase.Ordinary with { Fine = 52_000, Circumstances = [new("C-MT-08", "", [2])], Reason = "当事人主动提供全部进销货台账，使货值和违法所得得以查清。" },
            "heavier" => PenaltyCase.Heavier with { Reason = "当事人在检查时锁闭仓库、拒不提供台账，经责令后才配合。" },
            _ => PenaltyCase.Ordinary,
        };
        var id = await PenaltyPath.ToServedAsync(house, theCase);
        var documents = await CheckAsync(house, id, kind + "-");
        var decision = documents.Single(d => d.Draft.Form == "45");
        Stands(decision);
        Approval.Check("45-" + kind, decision.Filled.Text);
        if (kind == "ordinary")
        {
            var notice = documents.Single(d => d.Draft.Form == "37");
            Stands(notice);
            Approval.Check("37", notice.Filled.Text);
            Approval.Check("35-penalty", documents.Single(d => d.Draft.Form == "35").Filled.Text);
        }
    }

    /// <summary>What the law asks to be argued stands in the decision in the words in which it was argued.</summary>
    [Theory, Row("5.4", "5.6", "6.1")]
    [InlineData("below", "属于当事人的特殊情况：当事人受灾停业，经营确有困难。")]
    [InlineData("above", "属于当事人的特殊情况：当事人在学校周边经营，销售对象主要是学生。")]
    [InlineData("alarm", "关于罚款数额与货值金额、违法所得是否相称：违法行为直接危害食品安全，法定最低罚款即为五万元，已经在区间内从低。")]
    [InlineData("warning", "作出下列行政处罚：\n警告。")]
    [InlineData("multiple", "以货值金额为基数，对当事人应当处十倍以上二十倍以下的罚款，即120,000.00元以上240,000.00元以下。")]
    [InlineData("personal", "关于责任人员：本案违法行为系故意实施，个人上一年度从本单位取得的收入为3,000.00元（大写：叁仟元整），依照《中华人民共和国食品安全法实施条例》第七十五条的规定，以个人上一年度从本单位取得的收入为基数，对责任人员应当处一倍以上十倍以下的罚款，即3,000.00元以上30,000.00元以下。")]
    public async Task What_had_to_be_argued_stands_in_a_decision_that_can_be_issued(string kind, string says)
    {
        await using var house = await TestHouse.BuildAsync();
        var theCase = kind switch
        {
            "below" => PenaltyCase.Ordinary with { Fine = 55_000, Deviation = "当事人受灾停业，经营确有困难。" },
            "above" => PenaltyCase.Ordinary with { Fine = 90_000, Deviation = "当事人在学校周边经营，销售对象主要是学生。" },
            "alarm" => PenaltyCase.Alarming,
            "warning" => PenaltyCase.Warning,
            "personal" => PenaltyCase.Personal,
            _ => PenaltyCase.Ordinary with { GoodsValue = 12_000, Fine = 180_000 },
        };
        var id = await PenaltyPath.ToDecidedAsync(house, theCase);
        var documents = await CheckAsync(house, id, kind + "-");
        var decision = documents.Single(d => d.Draft.Form == "45");
        Stands(decision);
        Stands(documents.Single(d => d.Draft.Form == "37"));
        Assert.Contains(says, decision.Filled.Text, StringComparison.Ordinal);
        Assert.Equal(kind switch { "warning" => 0, "personal" => 3, _ => 1 }, documents.Count(d => d.Draft.Form == "payment"));
        Assert.Equal(kind == "multiple", documents.Single(d => d.Draft.Form == "37").Filled.Text.Contains("要求举行听证", StringComparison.Ordinal));
    }

    [Fact, Row("6.3", "8.20", "6.6")]
    public async Task Each_point_each_answer_and_each_view_stands_in_the_documents()
    {
        await using var house = await TestHouse.BuildAsync();
        var id = await ToDiscussedAsync(house);
        await house.DoAsync(house.Head, id, await house.PrefilledAsync<DecidePenalty>(house.Head, id));
        var documents = await CheckAsync(house, id, "grave-");
        foreach (var (form, approved) in new[] { ("45", "45-grave"), ("38", "38"), ("42", "42"), ("43", "43-penalty"), ("36", "36-penalty") })
        {
            var document = documents.First(d => d.Draft.Form == form);
            Stands(document);
            Approval.Check(approved, document.Filled.Text);
        }

        Approval.Check("38-answers", documents.Last(d => d.Draft.Form == "38").Filled.Text);
        var discussion = documents.Single(d => d.Draft.Form == "42").Filled.Text;
        Assert.Contains("（不同意）", discussion, StringComparison.Ordinal);
        Assert.Contains("罚款偏重，建议从低", discussion, StringComparison.Ordinal);
        Assert.Contains("批准拟处罚意见", documents.Last(d => d.Draft.Form == "08").Filled.Text, StringComparison.Ordinal);
        var validator = new OpenXmlValidator();
        foreach (var document in documents)
        {
            using var opened = WordprocessingDocument.Open(new MemoryStream(document.Filled.ToBytes()), false);
            Assert.Empty(validator.Validate(opened, TestContext.Current.CancellationToken).Select(e => $"{document.Draft.Form}: {e.Path?.XPath} {e.Description}").Take(5));
        }
    }

    [Fact, Row("8.19", "6.6")]
    public async Task A_notice_with_the_right_to_a_hearing_says_so_and_the_hearing_has_its_notice()
    {
        await using var house = await TestHouse.BuildAsync();
        var id = await PenaltyPath.ToNotifiedAsync(house, PenaltyCase.Ordinary with { Party = PartySort.Individual });
        var chair = await house.HireAsync("主持人辛", house.Division, PersonRoles.Reviewer);
        await house.DoAsync(house.Head, id, (await house.PrefilledAsync<AcceptHearing>(house.Head, id)) with { Chair = chair.PersonId, HearingOn = house.Today.AddDays(21), HearingAt = "09:30" });
        var documents = await CheckAsync(house, id, "hearing-");
        foreach (var (form, approved) in new[] { ("37", "37-hearing"), ("39", "39") })
        {
            var document = documents.Single(d => d.Draft.Form == form);
            Stands(document);
            Approval.Check(approved, document.Filled.Text);
        }

        // The party must know when and where: the notice of the hearing is served like any other document.
        var service = await house.PrefilledAsync<ServeDocument>(house.Officer1, id);
        service = service with { Document = documents.Single(d => d.Draft.Form == "39").Draft.Name, Files = [await house.UploadAsync(house.Officer1)] };
        Assert.Contains("service.not-issued", await RefusalsAsync(house, id, service));
        await ExemptionPath.IssueAsync(house, id, "39");
        await house.DoAsync(house.Officer1, id, service);
    }

    [Fact, Row("8.26", "6.6")]
    public async Task Goods_have_their_list_their_order_and_the_record_of_their_disposal()
    {
        await using var house = await TestHouse.BuildAsync();
        var id = await PenaltyPath.ToServedAsync(house);
        var team = await GoodsTests.TeamAsync(house);
        await house.DoAsync(house.Head, id, (await house.PrefilledAsync<OrderDisposal>(house.Head, id)) with { Way = DisposalWay.Sale, Reason = "经检验可以作饲料使用。" });
        await house.DoAsync(house.UnitHead, id, await GoodsTests.DisposalAsync(house, id, team, PenaltyPath.Yuan(420)));
        var documents = await CheckAsync(house, id, "goods-");
        foreach (var form in new[] { "24", "52" })
        {
            var document = documents.Single(d => d.Draft.Form == form);
            Stands(document);
            Approval.Check(form, document.Filled.Text);
        }

        var order = documents.Last(d => d.Draft.Form == "08");
        Stands(order);
        Assert.Contains("处置没收财物", order.Filled.Text, StringComparison.Ordinal);
        Assert.Contains("附：没收财物清单", documents.Single(d => d.Draft.Form == "45").Filled.Text, StringComparison.Ordinal);
    }

    [Fact, Row("7.8", "8.24", "6.6")]
    public async Task What_is_to_be_paid_stands_in_its_notice_with_the_payment_number_and_so_do_instalments()
    {
        await using var house = await TestHouse.BuildAsync();
        var id = await PenaltyPath.ToServedAsync(house);
        var defer = (await house.PrefilledAsync<DeferPayment>(house.Head, id)) with
        {
            Hardship = "停产两个月，账户余额不足。",
            Application = [await house.UploadAsync(house.Head)],
            Proof = [await house.UploadAsync(house.Head)],
            Plan = $"{house.Today.AddDays(30):yyyy-MM-dd} 30000\n{house.Today.AddDays(60):yyyy-MM-dd} 36000",
        };
        await house.DoAsync(house.Head, id, defer);
        var documents = await CheckAsync(house, id, "pay-");
        Stands(documents.Last(d => d.Draft.Form == "08"));
        Assert.Contains("停产两个月", documents.Last(d => d.Draft.Form == "08").Filled.Text, StringComparison.Ordinal);
        foreach (var form in new[] { "47", "payment" })
        {
            var document = documents.Single(d => d.Draft.Form == form);
            Stands(document);
            Approval.Check(form, document.Filled.Text);
        }

        // The bank finds the decision by the number that decision and notice print.
        var number = (await PaymentPath.AccountAsync(house, id)).Number;
        Assert.All(documents.Where(d => d.Draft.Form is "45" or "47" or "payment"), d => Assert.Contains(FormText.Spaced(number), d.Filled.Text, StringComparison.Ordinal));
        // Decision and publication tell the party the same of what is published.
        var told = PublicationPlan.NoticeOf((await house.ReadAsync(house.Officer1, id)).File)!;
        Assert.Contains(told, documents.Single(d => d.Draft.Form == "45").Filled.Text, StringComparison.Ordinal);
        var unset = documents.Single(d => d.Draft.Form == "payment").Filled.Text;
        Assert.DoesNotContain("示例银行", unset, StringComparison.Ordinal);
        await house.SetAsync(PaymentSettings.Bank, "示例银行营业部");
        await house.SetAsync(PaymentSettings.AccountNumber, "示例账号 01");
        Assert.Contains("示例银行营业部　账号：示例账号 01", (await DocumentPath.CheckAllAsync(house, id)).Single(d => d.Draft.Form == "payment").Filled.Text, StringComparison.Ordinal);
    }

    [Fact, Row("8.18")]
    public async Task A_notice_in_a_price_case_tells_the_sum_to_be_returned_and_only_such_a_case_asks_for_it()
    {
        await using var house = await TestHouse.BuildAsync();
        var theCase = PenaltyCase.Ordinary with { Matter = "PRICE-003", Fine = 1_600, Story = "当事人执行的价格高于政府定价，多收价款。" };
        var id = await PenaltyPath.ToFactsAsync(house, theCase);
        var proposal = await PenaltyPath.ProposalAsync(house, id, theCase);
        Assert.True(proposal.AsksFor(nameof(proposal.Refund), (await house.ReadAsync(house.Officer1, id)).File));
        await house.DoAsync(house.Officer1, id, proposal with { Refund = PenaltyPath.Yuan(800) });
        await PenaltyPath.FromNamedToApprovedAsync(house, id);
        var notice = (await DocumentPath.CheckAllAsync(house, id)).Single(d => d.Draft.Form == "37");
        Stands(notice);
        Assert.Contains("多收的价款800.00元（大写：捌佰元整）退还", notice.Filled.Text, StringComparison.Ordinal);
        var food = await PenaltyPath.ToFactsAsync(house);
        Assert.False(proposal.AsksFor(nameof(proposal.Refund), (await house.ReadAsync(house.Officer1, food)).File));
    }

    [Theory, EachDatabase, Row("8.18", "6.8")]
    public async Task Neither_notice_nor_decision_is_served_before_it_is_issued(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var id = await PenaltyPath.ToReviewedAsync(house);
        await house.DoAsync(house.Head, id, await house.PrefilledAsync<ApproveProposal>(house.Head, id));
        var notice = (await house.PrefilledAsync<ServeNotice>(house.Officer1, id)) with { Files = [await house.UploadAsync(house.Officer1)] };
        Assert.Equal(["service.not-issued"], await RefusalsAsync(house, id, notice));
        await ExemptionPath.IssueAsync(house, id, "37");
        await house.DoAsync(house.Officer1, id, notice);
        await PenaltyPath.PassThePeriodAsync(house, id);
        await house.DoAsync(house.Officer1, id, new ProceedToDecision());
        await house.DoAsync(house.Head, id, await house.PrefilledAsync<DecidePenalty>(house.Head, id));
        var decision = (await house.PrefilledAsync<ServeDecision>(house.Officer1, id)) with { Files = [await house.UploadAsync(house.Officer1)] };
        Assert.Equal(["service.not-issued"], await RefusalsAsync(house, id, decision));
        await ExemptionPath.IssueAsync(house, id, "45");
        await house.DoAsync(house.Officer1, id, decision);
    }

    [Fact, Row("6.2")]
    public async Task Every_sentence_of_notice_and_decision_rests_on_something_and_breaks_without_its_evidence()
    {
        await using var house = await TestHouse.BuildAsync();
        var id = await PenaltyPath.ToProposedAsync(house);
        foreach (var draft in (await CheckAsync(house, id, "")).Where(d => d.Draft.Form is "37" or "45").ToArray())
        {
            Assert.NotNull(draft.Draft.Pending);
            Assert.False(draft.CanBeIssued);
            Assert.Empty(draft.Draft.Sentences.Where(s => s.IsBroken || s.Rests.Count == 0).Select(s => s.Text));
        }

        await house.DoAsync(house.Officer1, id, new Heng.Cases.Steps.Investigation.ExcludeEvidence { Evidence = "3", Reason = "复制件没有核对。" });
        foreach (var draft in (await CheckAsync(house, id, "")).Where(d => d.Draft.Form is "37" or "45"))
        {
            Assert.Contains(draft.Draft.Sentences, s => s.IsBroken);
            Assert.Contains("【缺少依据】", draft.Filled.Text, StringComparison.Ordinal);
        }
    }

    private static async Task<Guid> ToDiscussedAsync(TestHouse house)
    {
        var id = await PenaltyPath.ToNotifiedAsync(house, grave);
        await house.DoAsync(house.Officer1, id, (await house.PrefilledAsync<RecordDefence>(house.Officer1, id)) with { Points = "检查后已经下架销毁全部涉案食品，并主动退还已售货款\n罚款数额过高，经营困难，请求减轻处罚", Files = [await house.UploadAsync(house.Officer1)] });
        await AnswerAsync(house, id, true, "有销毁照片和退款记录证实，情况属实；改正在本局检查和责令之后，已经作为酌定情节考虑，不改变裁量阶次");
        await AnswerAsync(house, id, false, "当事人没有提交经营困难的证据，也不具有法定的减轻情节");
        await PenaltyPath.PassThePeriodAsync(house, id);
        await house.DoAsync(house.Reviewer, id, new ProceedToDiscussion());
        await PenaltyPath.DiscussAsync(house, id, DiscussionStand.Dissents, "副局长己");
        return id;
    }

    private static async Task AnswerAsync(TestHouse house, Guid id, bool adopted, string reason)
        => await house.DoAsync(house.Officer1, id, (await house.PrefilledAsync<AnswerPoint>(house.Officer1, id)) with { Adopted = adopted, Reason = reason });

    private static void Stands(CheckedDocument document)
    {
        Assert.Empty(document.Filled.Unknown);
        Assert.Empty(document.Diagnostics.Where(d => d.Severity == Severity.Error).Select(d => $"{document.Draft.Name}: {d.Code} {d.Says}"));
        Assert.Empty(document.Draft.Sentences.Where(s => s.IsBroken).Select(s => s.Text));
        if (document.Draft.Reasoned is not null)
        {
            Assert.Equal(100, document.Review!.Completeness.Score);
            Assert.Empty(document.Draft.Sentences.Where(s => s.Rests.Count == 0).Select(s => s.Text));
        }
    }

    private static async Task<IReadOnlyList<CheckedDocument>> CheckAsync(TestHouse house, Guid id, string before)
    {
        var documents = await DocumentPath.CheckAllAsync(house, id);
        await DocumentPath.ShowAsync(before, [.. documents]);
        return documents;
    }

    private static async Task<string[]> RefusalsAsync(TestHouse house, Guid id, DossierAct act)
        => [.. Assert.IsType<ActOutcome.Refused>(await house.TryAsync(house.Officer1, id, act)).Refusals.Select(r => r.Code)];
}
