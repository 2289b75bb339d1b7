namespace Heng.BrowserTests.Journeys;

/// <summary>The steps of a minor case of expired food, from the clue on.</summary>
internal static class MinorCase
{
    /// <summary>From the registered clue to the filing.</summary>
    public static async Task ToFilingAsync(PracticeDesk desk)
    {
        await desk.DoAsync(desk.Team.UnitHead, "intake.assign-verifiers", ("people", desk.Team.Pair));
        await desk.DoAsync(desk.Team.Officer, "intake.record-verification", ("findings", "货架上有三袋方便面超过保质期五天，货值 12 元。"));
        await desk.DoAsync(desk.Team.UnitHead, "cases.propose-filing", ("handlers", desk.Team.Pair));
        await desk.DoAsync(desk.Team.Head, "cases.approve-filing");
    }

    /// <summary>From the registered clue into the investigation, both officers without an interest.</summary>
    public static async Task ToInvestigationAsync(PracticeDesk desk)
    {
        await ToFilingAsync(desk);
        await desk.DoAsync(desk.Team.UnitHead, "cases.begin-investigation");
        await desk.DoAsync(desk.Team.Officer, "cases.declare-interest", ("answer", "none"));
        await desk.DoAsync(desk.Team.Second, "cases.declare-interest", ("answer", "none"));
    }

    /// <summary>The points that a reviewer ticks.</summary>
    public static string[] Points { get; } = ["party", "facts", "nature", "basis", "discretion", "procedure", "disposal"];

    /// <summary>From the registered clue to the decision.</summary>
    public static async Task ToDecisionAsync(PracticeDesk desk, bool check = false)
    {
        await ToReviewAsync(desk, check);
        await FromReviewToDecisionAsync(desk);
    }

    /// <summary>From the submission to the decision.</summary>
    public static async Task FromReviewToDecisionAsync(PracticeDesk desk)
    {
        await desk.DoAsync(desk.Team.Reviewer, "cases.give-opinion", ("checked", Points));
        await desk.DoAsync(desk.Team.Head, "cases.agree-other-disposal");
        await desk.DoAsync(desk.Team.Head, "cases.decide-no-penalty");
    }

    /// <summary>From the registered clue to the submission for review.</summary>
    public static async Task ToReviewAsync(PracticeDesk desk, bool check = false)
    {
        await ToInvestigationAsync(desk);
        await LookAsync("dossier-investigation");

        // Records on line: rights first, nobody in two places at once.
        var now = desk.Now;
        await desk.DoAsync(desk.Team.Officer, "cases.record-inspection",
            ("start", now.AddMinutes(-90)), ("end", now.AddMinutes(-60)), ("certificatesShown", true), ("rightsTold", true), ("confirmed", "confirmed"), ("content", "货架上有三袋方便面超过保质期五天。"), ("files", new Upload("现场照片.png")));
        await desk.DoAsync(desk.Team.Officer, "cases.order-correction", ("what", "立即停止销售并下架超过保质期的食品。"));
        await desk.DoAsync(desk.Team.Officer, "cases.record-interview",
            ("start", now.AddMinutes(-50)), ("end", now.AddMinutes(-20)), ("certificatesShown", true), ("rightsTold", true), ("confirmed", "confirmed"), ("content", "问：是否知道已经过期？\n答：没有注意到，已经下架。"));
        await desk.DoAsync(desk.Team.Officer, "cases.record-evidence",
            ("kind", "documentary"), ("name", "进货票据"), ("copy", "confirmedCopy"), ("proves", "进货日期、数量和单价"), ("files", new Upload("进货票据.png")));
        await desk.DoAsync(desk.Team.Second, "cases.check-correction", ("corrected", true), ("result", "已经下架并销毁。"), ("files", new Upload("改正后照片.png")));
        await desk.DoAsync(desk.Team.Officer, "cases.query-first", ("answer", "first"));

        // Facts once, each with its evidence, the assessment beside them.
        await EnterFactsAsync(desk, check);
        await LookAsync("dossier-facts");

        await desk.DoAsync(desk.Team.UnitHead, "cases.conclude");
        await desk.DoAsync(desk.Team.Officer, "cases.submit-review");

        Task LookAsync(string name) => check ? desk.CheckAsync(name) : Task.CompletedTask;
    }

    private static Task EnterFactsAsync(PracticeDesk desk, bool check) => FactsPage.EnterAsync(desk, new Findings
    {
        From = desk.Today.AddDays(-5),
        Story = "当事人在货架上陈列销售三袋超过保质期五天的方便面，货值金额 12 元，检查后立即下架销毁。",
        StoryEvidence = ["1", "2"],
        Facts =
        [
            ("goodsValue", "12", ["1", "3"]), ("hasIllegalIncome", "false", ["2"]), ("minorViolation", "true", ["1"]), ("correctedPromptly", "true", ["4"]),
            ("noHarm", "true", ["1", "2"]), ("harmfulConsequences", "false", ["1", "2"]), ("firstViolation", "true", ["5"]),
        ],
        Concludes = "应当不予处罚",
    }, check);
}
