using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Heng.BrowserTests.Journeys;

/// <summary>A grave case of expired food at an enterprise, from the clue to the payment, as the people of a bureau lead it.</summary>
internal sealed partial record GraveCase
{
    public required string Party { get; init; }

    /// <summary>Value of the expired food.</summary>
    public int Goods { get; init; } = 9600;

    /// <summary>The fine that is proposed.</summary>
    public required int Fine { get; init; }

    /// <summary>Whether the officers were obstructed, which leads to the high part of the range.</summary>
    public bool Obstructed { get; init; } = true;

    public string PartySort { get; init; } = "unit";

    /// <summary>Why the fine is proportionate, where the alarm rings.</summary>
    public string? Proportionality { get; init; }

    /// <summary>Why the fine leaves the range.</summary>
    public string? Deviation { get; init; }

    public string Story { get; init; } = "当事人在仓库和货架上存放、陈列销售超过保质期的食品一批，货值金额 9600 元，尚未售出；检查时阻拦执法人员进入仓库。";

    /// <summary>From the clue to the facts.</summary>
    public async Task ToFactsAsync(PracticeDesk desk, bool check = false)
    {
        var team = desk.Team;
        // Nobody is in two places at once: each case has a day of its own.
        await desk.WaitUntilAsync(desk.Today.AddDays(1));
        await desk.DoAsync(team.Officer, "intake.register-source",
            ("partySort", PartySort), ("partyName", Party), ("noCodeReason", "演示数据"), ("partyAddress", "示例县示例大道 88 号"), ("partyRepresentative", "演示负责人"),
            ("source", "report"), ("content", "举报反映该公司把超过保质期的食品继续上架销售。"), ("matter", new Found("过期食品", "FOOD-008")));
        await desk.DoAsync(team.UnitHead, "intake.assign-verifiers", ("people", team.Pair));
        await desk.DoAsync(team.Officer, "intake.record-verification", ("findings", "仓库和货架上有超过保质期的食品，货值约一万元。"));
        await desk.DoAsync(team.UnitHead, "cases.propose-filing", ("handlers", team.Pair));
        await desk.DoAsync(team.Head, "cases.approve-filing");
        await desk.DoAsync(team.UnitHead, "cases.begin-investigation");
        await desk.DoAsync(team.Officer, "cases.declare-interest", ("answer", "none"));
        await desk.DoAsync(team.Second, "cases.declare-interest", ("answer", "none"));
        var now = desk.Now;
        await desk.DoAsync(team.Officer, "cases.record-inspection",
            ("start", now.AddMinutes(-90)), ("end", now.AddMinutes(-60)), ("certificatesShown", true), ("rightsTold", true), ("confirmed", "confirmed"), ("content", "仓库和货架上有超过保质期的食品四十箱；负责人阻拦进入仓库。"), ("files", new Upload("现场照片.png")));
        await desk.DoAsync(team.Officer, "cases.order-correction", ("what", "立即停止销售并下架超过保质期的食品。"));
        await desk.DoAsync(team.Officer, "cases.record-interview",
            ("start", now.AddMinutes(-50)), ("end", now.AddMinutes(-20)), ("certificatesShown", true), ("rightsTold", true), ("confirmed", "confirmed"), ("content", "问：为什么不让进仓库？\n答：里面有过期的货，还没有卖出。"));
        await desk.DoAsync(team.Officer, "cases.record-evidence",
            ("kind", "documentary"), ("name", "进货台账"), ("copy", "confirmedCopy"), ("proves", "数量、单价和货值金额"), ("files", new Upload("进货台账.png")));
        await desk.DoAsync(team.Second, "cases.check-correction", ("corrected", false), ("result", "仓库内仍有未下架的食品。"));
        await desk.DoAsync(team.Officer, "cases.query-first", ("answer", "first"));
        await FactsPage.EnterAsync(desk, new Findings
        {
            From = desk.Today.AddDays(-20),
            Until = desk.Today,
            Story = Story,
            StoryEvidence = ["1", "2"],
            Facts =
            [
                ("goodsValue", $"{Goods}", ["3"]), ("illegalIncome", "0", ["2", "3"]), ("minorViolation", "false", ["1"]), ("correctedPromptly", "false", ["4"]), ("noHarm", "true", ["1"]),
                ("harmfulConsequences", "false", ["1"]), ("firstViolation", "true", ["5"]), ("seriousCircumstances", "false", ["1"]), ("provesNoFault", "false", ["2"]),
            ],
            Circumstance = Obstructed ? ("C-AG-05", "1") : null,
            Concludes = "应予处罚",
        }, check);
        await desk.DoAsync(team.Officer, "goods.list", ("lines", $"超过保质期的食品，40，箱，{Goods}"), ("keeper", new People(team.Reviewing)), ("photos", new Upload("财物照片.png")));
        await desk.DoAsync(team.Officer, "cases.answer-crime-line");
        await desk.DoAsync(team.Officer, "cases.search-same-act");
    }

    /// <summary>From the facts to the proposal that the head approved.</summary>
    public async Task ToApprovedAsync(PracticeDesk desk)
    {
        await desk.DoAsync(desk.Team.Officer, "cases.propose-penalty", Proposal(Fine));
        await ToReviewedAsync(desk);
        await desk.DoAsync(desk.Team.Head, "cases.approve-proposal");
    }

    /// <summary>What the officer fills in who proposes a fine.</summary>
    public (string Field, object Value)[] Proposal(decimal fine) =>
    [
        ("fine", fine), ("reason", Obstructed ? "当事人阻拦执法人员检查，没有及时改正，按从重阶次处罚。" : "当事人没有及时改正，没有从轻、从重情节，按一般阶次处罚。"),
        .. Proportionality is null ? [] : new (string, object)[] { ("proportionality", Proportionality) },
        .. Deviation is null ? [] : new (string, object)[] { ("category", "partySituation"), ("deviation", Deviation), ("issuerAnswer", "已经请示制定机关，答复同意。") },
    ];

    /// <summary>From the proposal to the review that agrees.</summary>
    public static async Task ToReviewedAsync(PracticeDesk desk, bool listed = true)
    {
        await desk.DoAsync(desk.Team.UnitHead, "cases.conclude");
        await desk.DoAsync(desk.Team.Officer, "cases.submit-review");
        await desk.DoAsync(listed ? desk.Team.LegalReviewer : desk.Team.Reviewer, "cases.agree-penalty", ("checked", MinorCase.Points));
    }

    /// <summary>Issues and serves the notice.</summary>
    public static async Task ToNotifiedAsync(PracticeDesk desk, string act = "cases.serve-notice")
    {
        await desk.DoAsync(desk.Team.Officer, "documents.issue-all");
        await desk.DoAsync(desk.Team.Officer, act, ("files", new Upload("告知书送达回证.png")));
    }

    /// <summary>The party says two things against it; one is adopted, one is not.</summary>
    public static async Task DefendAsync(PracticeDesk desk)
    {
        await desk.DoAsync(desk.Team.Officer, "cases.record-defence", ("points", "告知以后已经全部下架封存，请予认定。\n公司经营困难，请求免除罚款。"), ("files", new Upload("陈述申辩书.png")));
        await desk.DoAsync(desk.Team.Second, "cases.answer-point", ("adopted", true), ("reason", "复核时食品已经全部下架封存，予以采纳，写入决定书。"));
        await desk.DoAsync(desk.Team.Second, "cases.answer-point", ("adopted", false), ("reason", "经营困难不是法定的从轻、减轻情节。"));
    }

    /// <summary>The party asks for a hearing in time; a head names who chairs it and when.</summary>
    public async Task RequestHearingAsync(PracticeDesk desk)
        => await desk.DoAsync(desk.Team.Head, "cases.accept-hearing", ("chair", new People("甲县审核员")), ("hearingOn", desk.Today.AddDays(15)), ("files", new Upload($"{Party}听证申请.png")));

    /// <summary>The hearing is held on paper; the chair records it on its day.</summary>
    public static async Task HoldHearingAsync(PracticeDesk desk)
    {
        await desk.WaitUntilAsync(desk.Today.AddDays(15));
        await desk.DoAsync(desk.Team.Reviewer, "cases.close-hearing", ("report", "双方对事实没有争议；当事人请求减轻处罚，没有提出新的证据。主持人建议维持拟处罚意见。"), ("files", new Upload("听证笔录和报告.png")));
    }

    /// <summary>The heads discuss it and conclude.</summary>
    public static async Task DiscussAsync(PracticeDesk desk)
    {
        await desk.DoAsync(desk.Team.Principal, "cases.open-discussion");
        await desk.DoAsync(desk.Team.Principal, "cases.give-view", ("stand", "agrees"), ("view", "事实清楚，同意拟处罚意见。"));
        await desk.DoAsync(desk.Team.Head, "cases.give-view", ("stand", "changes"), ("view", "同意处罚；建议同时督促整改。"));
        await desk.DoAsync(desk.Team.Principal, "cases.conclude-discussion", ("conclusion", "同意拟处罚意见，督促当事人整改。"));
    }

    /// <summary>Decides, issues and serves the decision.</summary>
    public static async Task ToServedAsync(PracticeDesk desk)
    {
        await desk.DoAsync(desk.Team.Principal, "cases.decide-penalty");
        await desk.DoAsync(desk.Team.Officer, "documents.issue-all");
        await desk.DoAsync(desk.Team.Officer, "cases.serve-decision", ("files", new Upload("决定书送达回证.png")));
    }

    /// <summary>The day until which the party may speak, as the dossier says it.</summary>
    public static async Task WaitForThePeriodAsync(PracticeDesk desk)
    {
        await desk.Page.GotoAsync(desk.Dossier);
        var notice = await desk.Page.GetByText("陈述申辩至").First.InnerTextAsync();
        await desk.WaitUntilAsync(DateOnly.Parse(notice[^10..], CultureInfo.InvariantCulture).AddDays(1));
    }

    /// <summary>The handler enters what is published, another person looks at it and publishes it.</summary>
    public static async Task PublishAsync(PracticeDesk desk, bool check = false)
    {
        await desk.DoAsync(desk.Team.Officer, "publication.enter", ("secrecy", "clear"), ("masksConfirmed", true));
        if (check)
        {
            await desk.Page.GotoAsync(desk.Dossier + "/publication");
            await desk.CheckAsync("penalty-publication-preview");
        }

        await desk.DoAsync(desk.Team.Publicity, "publication.publish", ("checked", true));
    }

    /// <summary>The payment number, what is still owed and until when, as the dossier says them.</summary>
    public static async Task<(string Number, decimal Owed, DateOnly DueOn)> AccountAsync(PracticeDesk desk)
    {
        await desk.Page.GotoAsync(desk.Dossier);
        var text = await desk.Page.Locator("main").InnerTextAsync();
        return (NumberPattern.Match(text).Groups[1].Value, decimal.Parse(OwedPattern.Match(text).Groups[1].Value, NumberStyles.Number, CultureInfo.InvariantCulture), DateOnly.Parse(DuePattern.Match(text).Groups[1].Value, CultureInfo.InvariantCulture));
    }

    /// <summary>The bank sends its file, finance books it.</summary>
    public static async Task PayAsync(PracticeDesk desk, string number, decimal yuan, string serial, bool check = false)
    {
        await desk.SignInAsync(desk.Team.Finance);
        await desk.Page.GotoAsync("/payment/import");
        var line = FormattableString.Invariant($"{number},{yuan:0.00},{serial},{desk.Today:yyyy-MM-dd},演示付款人");
        await desk.Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = $"对账{serial}.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes($"缴款码,金额,银行流水号,收款日期,付款人\n{line}\n") });
        await desk.FollowAsync(desk.Page.GetByRole(AriaRole.Button, new() { Name = "导入并核对" }));
        await desk.FollowAsync(desk.Page.GetByText("确认，入账 1 笔"));
        await desk.Page.GetByText("演示付款人").First.WaitForAsync();
        Assert.Equal(0, await desk.Page.GetByText("确认，入账").CountAsync());
        if (check)
        {
            await desk.CheckAsync("penalty-bank-file");
        }
    }

    [GeneratedRegex(@"缴款码\s*([0-9]{18})")]
    private static partial Regex NumberPattern { get; }

    [GeneratedRegex(@"未缴余额\s*([0-9,.]+) 元")]
    private static partial Regex OwedPattern { get; }

    [GeneratedRegex(@"缴款期限\s*([0-9]{4}-[0-9]{2}-[0-9]{2})")]
    private static partial Regex DuePattern { get; }
}
