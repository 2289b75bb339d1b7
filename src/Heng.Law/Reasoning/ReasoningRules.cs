using System.Globalization;
using Heng.Law.Citations;
using Heng.Law.Codes;
using Heng.Law.Rulings;

namespace Heng.Law.Reasoning;

/// <summary>Rules of reasoning (说理规则): what a reasoned document must show.</summary>
public static class ReasoningRules
{
    private static readonly HashSet<string> lawKinds = new(StringComparer.Ordinal) { "law", "administrativeRegulation", "departmentRule" };
    private static readonly ReasonedDocument penalty = ReasoningExamples.Penalty;
    private static readonly ReasonedDocument noPenalty = ReasoningExamples.NoPenalty;
    private static readonly ReasonedDocument onTheSpot = ReasoningExamples.OnTheSpot;

    /// <summary>A required part stands in the document.</summary>
    public static Rule<Passage<RequiredPart>> RequiredPartStands { get; } = new(
        "reasoning.part.missing", "APL 59", "文书应当载明法律规定的全部内容。",
        p => HasPart(p.Document, p.Item),
        p => $"{p.Table.NameOf(p.Document.Kind)}缺少“{p.Item.Chinese}”，依照{p.Table.Instruments.InChinese(p.Item.Basis)}应当载明，请补充。",
        () => OfPart(penalty with { ConfirmedParts = new HashSet<string>(StringComparer.Ordinal) }, "seal"), () => OfPart(penalty, "seal"));

    /// <summary>A finding rests on evidence that is in the document.</summary>
    public static Rule<Passage<Finding>> FindingRestsOnEvidence { get; } = new(
        "reasoning.finding.no-evidence", "APL 40", "认定的每项事实都应当有证据。",
        p => p.Item.Evidence.Count > 0 && p.Item.Evidence.All(id => p.Evidence(id) is not null),
        p => p.Item.Evidence.Count == 0
            ? "这项事实没有对应的证据，事实不清、证据不足的不得处罚；请关联证据，或者删去这项认定。"
            : "这项事实引用了文书中没有的证据，请改正证据编号或者补充证据。",
        () => Of(penalty, penalty.Findings[0] with { Evidence = [] }), () => Of(penalty, penalty.Findings[0]));

    /// <summary>A finding carries a conclusion, a factor or a condition.</summary>
    public static Rule<Passage<Finding>> FindingIsUsed { get; } = new(
        "reasoning.finding.unused", "APL 5(2)", "认定的事实应当用于结论、裁量或者不予处罚的条件。",
        p => p.Document.Conclusions.Any(c => c.Findings.Contains(p.Item.Id, StringComparer.Ordinal))
            || (p.Document.Discretion?.Factors.Any(f => f.Findings.Contains(p.Item.Id, StringComparer.Ordinal)) ?? false)
            || (p.Document.NoPenalty?.Conditions.Values.Any(f => f.Contains(p.Item.Id, StringComparer.Ordinal)) ?? false),
        _ => "这项事实没有用于任何结论或者裁量情节，请关联，或者从文书中移出。",
        () => Of(penalty, new Finding("F9", "当事人另有两处门店", ["E1"])), () => Of(penalty, penalty.Findings[0]), isPolicy: true);

    /// <summary>Evidence on which a finding rests was verified.</summary>
    public static Rule<Passage<Evidence>> EvidenceWasVerified { get; } = new(
        "reasoning.evidence.unverified", "APL 46(2)", "证据查证属实，才能作为认定案件事实的根据。",
        p => p.Item.IsVerified || !p.Document.Findings.Any(f => f.Evidence.Contains(p.Item.Id, StringComparer.Ordinal)),
        _ => "用来认定事实的这份证据尚未查证属实，请核实后再引用，或者换用其他证据。",
        () => Of(penalty, penalty.Evidence[0] with { IsVerified = false }), () => Of(penalty, penalty.Evidence[0]));

    /// <summary>The document says what a piece of evidence shows.</summary>
    public static Rule<Passage<Evidence>> EvidenceIsAnalysed { get; } = new(
        "reasoning.evidence.no-analysis", "PR 62", "对每份证据应当写明它证明什么。",
        p => !string.IsNullOrWhiteSpace(p.Item.Shows),
        _ => "这份证据没有写明证明内容，请写清它证明哪项事实。",
        () => Of(penalty, penalty.Evidence[0] with { Shows = " " }), () => Of(penalty, penalty.Evidence[0]), isPolicy: true);

    /// <summary>Evidence in the document supports a finding.</summary>
    public static Rule<Passage<Evidence>> EvidenceIsUsed { get; } = new(
        "reasoning.evidence.unused", "PR 62", "列出的证据应当用于认定事实。",
        p => p.Document.Findings.Any(f => f.Evidence.Contains(p.Item.Id, StringComparer.Ordinal)),
        _ => "这份证据没有用于认定任何事实，请关联到事实，或者从文书中移出。",
        () => Of(penalty, new Evidence("E9", "与本案无关的单据", true)), () => Of(penalty, penalty.Evidence[0]), isPolicy: true);

    /// <summary>A conclusion rests on findings.</summary>
    public static Rule<Passage<Conclusion>> ConclusionRestsOnFindings { get; } = new(
        "reasoning.conclusion.no-finding", "APL 5(2)", "法律结论应当以认定的事实为依据。",
        p => p.Item.Role == ConclusionRole.Procedure || p.HasFindings(p.Item.Findings),
        _ => "这项结论没有关联认定的事实，或者引用了文书中没有的事实，请关联事实。",
        () => Of(penalty, penalty.Conclusions[0] with { Findings = ["F9"] }), () => Of(penalty, penalty.Conclusions[0]));

    /// <summary>A conclusion cites an article.</summary>
    public static Rule<Passage<Conclusion>> ConclusionCitesAnArticle { get; } = new(
        "reasoning.conclusion.no-article", "APL 38(1)", "法律结论应当引用法律、法规、规章的条款。",
        p => p.Item.Articles.Count > 0,
        _ => "这项结论没有引用法律条款，没有依据的行政处罚无效；请引用现行有效的条款。",
        () => Of(penalty, penalty.Conclusions[0] with { Articles = [] }), () => Of(penalty, penalty.Conclusions[0]));

    /// <summary>An article cited has a text in force on the day of the act or, for later law, calculation and procedure, of the decision.</summary>
    public static Rule<Passage<CitedArticle>> CitedArticleIsInForce { get; } = new(
        "reasoning.citation.not-in-force", "APL 37", "应当引用有效的法律文本：实体适用行为时的规定，适用较轻新规定的除外；计算和程序适用决定时的规定。",
        p => TextOf(p) is not null,
        p => p.Table.Instruments.Find(p.Item.Article.Instrument) is null
            ? $"引用的“{p.Item.Article.Instrument}”不在法规目录中，请核对法规名称。"
            : $"{p.Table.Instruments.InChinese(p.Item.Article)}在{(IsByDecisionDay(p.Item.In) ? "决定" : "行为、决定")}当日（{On(IsByDecisionDay(p.Item.In) ? p.Document.DecisionDate : p.Document.ActDate)}）没有有效文本，请改引有效的条款。",
        () => Of(penalty with { ActDate = new DateOnly(2024, 12, 31), DecisionDate = new DateOnly(2026, 3, 19) }, new CitedArticle(penalty.Conclusions[1], new Citation("IG", 4))),
        () => Of(penalty, new CitedArticle(penalty.Conclusions[1] with { ByLaterLaw = true }, new Citation("IG", 4))));

    /// <summary>Law that came after the act is applied only where it is lighter, and the document says so.</summary>
    public static Rule<Passage<CitedArticle>> LaterLawIsExplained { get; } = new(
        "reasoning.citation.later-law", "APL 37", "适用行为之后才施行的规定的，应当说明从旧兼从轻的理由。",
        p => IsByDecisionDay(p.Item.In) || p.Table.Instruments.Find(p.Item.Article.Instrument) is not { } instrument
            || instrument.TextOn(p.Document.ActDate) is not null || instrument.TextOn(p.Document.DecisionDate) is null,
        p => $"{p.Table.Instruments.InChinese(p.Item.Article)}在行为之日（{On(p.Document.ActDate)}）尚未施行，请改引当时有效的条款；新规定处罚较轻或者不认为违法的，请注明从旧兼从轻；用于计算的，请列为计算结论。",
        () => Of(penalty, new CitedArticle(penalty.Conclusions[1], new Citation("IG", 4))),
        () => Of(penalty, new CitedArticle(penalty.Conclusions[1] with { Role = ConclusionRole.Calculation }, new Citation("IG", 4))));

    /// <summary>A citation names an article, not a whole law.</summary>
    public static Rule<Passage<CitedArticle>> CitationIsSpecific { get; } = new(
        "reasoning.citation.not-specific", "PR 62", "引用法律应当具体到条。",
        p => p.Item.Article.Article is not null,
        p => $"只引用了{p.Table.Instruments.InChinese(p.Item.Article)}，没有写明条款，请具体到条、款、项。",
        () => Of(penalty, new CitedArticle(penalty.Conclusions[0], new Citation("FSL"))), () => Of(penalty, new CitedArticle(penalty.Conclusions[0], penalty.Conclusions[0].Articles[0])));

    /// <summary>A benchmark or other policy is never the only basis.</summary>
    public static Rule<Passage<Conclusion>> BenchmarkIsNeverTheOnlyBasis { get; } = new(
        "reasoning.benchmark.alone", "APL 16", "裁量基准等规范性文件不得单独作为处罚依据。",
        p => p.Item.Role == ConclusionRole.Procedure || (p.Item.Benchmarks.Count == 0 && p.Item.Articles.Count == 0)
            || p.Item.Articles.Any(a => p.Table.Instruments.Find(a.Instrument) is { } i && lawKinds.Contains(i.Kind)),
        _ => "这项结论只引用了裁量基准或者其他规范性文件，请同时引用作为依据的法律、法规、规章条款，裁量基准只用于说明裁量理由。",
        () => Of(penalty, penalty.Conclusions[1] with { Articles = [new Citation("SDO")] }), () => Of(penalty, penalty.Conclusions[1]));

    /// <summary>A sanction follows from a conclusion.</summary>
    public static Rule<Passage<Sanction>> SanctionFollowsFromAConclusion { get; } = new(
        "reasoning.penalty.no-basis", "APL 4", "处罚内容应当有结论和依据。",
        p => p.Item.IsEmpty || p.Document.Conclusions.Any(c => c.Role == ConclusionRole.Consequence),
        _ => "文书写有处罚内容，但没有写明处理依据的结论，请补充处罚依据。",
        () => Of(penalty with { Conclusions = [penalty.Conclusions[0]] }, penalty.Sanction), () => Of(penalty, penalty.Sanction));

    /// <summary>A penalty decision orders correction.</summary>
    public static Rule<Passage<ReasonedDocument>> CorrectionIsOrdered { get; } = new(
        "reasoning.correction.missing", "APL 28(1)", "实施行政处罚时，应当责令当事人改正或者限期改正违法行为。",
        p => p.Item.CorrectionIsSettled,
        _ => "没有写明责令改正，也没有写明已经改正，请补充。",
        () => Of(penalty with { CorrectionIsSettled = false }), () => Of(penalty));

    /// <summary>A penalty decision reasons on discretion.</summary>
    public static Rule<Passage<ReasonedDocument>> DiscretionIsReasoned { get; } = new(
        "reasoning.discretion.missing", "APL 5(2)", "处罚决定应当说明裁量理由，使处罚与事实、性质、情节以及社会危害程度相当。",
        p => !string.IsNullOrWhiteSpace(p.Item.Discretion?.Says),
        _ => "没有写明为什么给予这个档次和数额的处罚，请补充裁量理由。",
        () => Of(penalty with { Discretion = null }), () => Of(penalty));

    /// <summary>A lighter or mitigated penalty has a factor for it.</summary>
    public static Rule<Passage<DiscretionReasoning>> LighterNeedsAFactor { get; } = new(
        "reasoning.discretion.lighter-without-factor", "APL 32", "从轻、减轻处罚应当有相应情节。",
        p => p.Item.Degree is not (PenaltyDegree.Lighter or PenaltyDegree.Mitigated) || p.Item.Factors.Any(f => f.Direction == FactorDirection.Lighter),
        _ => "给予从轻或者减轻处罚，但没有列出从轻、减轻的情节，请补充情节及证据，或者调整档次。",
        () => Of(penalty, penalty.Discretion! with { Factors = [] }), () => Of(penalty, penalty.Discretion!));

    /// <summary>A heavier penalty has a factor for it.</summary>
    public static Rule<Passage<DiscretionReasoning>> HeavierNeedsAFactor { get; } = new(
        "reasoning.discretion.heavier-without-factor", "APL 5(2)", "从重处罚应当有相应情节。",
        p => p.Item.Degree != PenaltyDegree.Heavier || p.Item.Factors.Any(f => f.Direction == FactorDirection.Heavier),
        _ => "给予从重处罚，但没有列出从重的情节，请补充情节及证据，或者调整档次。",
        () => Of(penalty, penalty.Discretion! with { Degree = PenaltyDegree.Heavier }),
        () => Of(penalty, penalty.Discretion! with { Degree = PenaltyDegree.Heavier, Factors = [new Factor("X1", "拒不改正", FactorDirection.Heavier, ["F2"])] }));

    /// <summary>A factor rests on findings.</summary>
    public static Rule<Passage<Factor>> FactorRestsOnFindings { get; } = new(
        "reasoning.factor.no-finding", "APL 5(2)", "裁量情节应当以认定的事实为依据。",
        p => p.HasFindings(p.Item.Findings),
        _ => "这项裁量情节没有关联认定的事实，或者引用了文书中没有的事实，请关联事实，或者删去。",
        () => Of(penalty, penalty.Discretion!.Factors[0] with { Findings = [] }), () => Of(penalty, penalty.Discretion!.Factors[0]));

    /// <summary>One fact is not weighed twice.</summary>
    public static Rule<Passage<Factor>> FactIsWeighedOnce { get; } = new(
        "reasoning.factor.used-twice", "APL 5(2)", "同一事实不得重复评价：已作构成要件或者已使情节严重的，不再作为从重情节；同一事实不在两个情节中使用。",
        p => !p.Item.Findings.Any(id => IsWeighedElsewhere(p, id)),
        _ => "这项情节依据的事实已经作为构成要件、加重档次的事实或者另一情节使用，属于重复评价；请删去其中一处，法律明文规定可以同时适用的除外。",
        () => Of(penalty, new Factor("X2", "经营超过保质期食品", FactorDirection.Heavier, ["F1"])), () => Of(penalty, penalty.Discretion!.Factors[0]));

    /// <summary>A decision says whether the party stated its case.</summary>
    public static Rule<Passage<ReasonedDocument>> DefenceIsRecorded { get; } = new(
        "reasoning.defence.not-recorded", "PR 62", "处罚决定书应当写明当事人是否陈述、申辩。",
        p => p.Item.DefencePoints.Count > 0 ? p.Item.DefenceState == DefenceState.Made : p.Item.DefenceState is DefenceState.NotMade or DefenceState.Waived,
        p => p.Item.DefencePoints.Count > 0 ? "列有申辩意见，却没有写明当事人已经陈述、申辩，请改正。" : "没有写明当事人是否陈述、申辩；已陈述、申辩的请逐条列出意见，未提出或者放弃的请写明。",
        () => Of(penalty with { DefencePoints = [], DefenceAnswers = [], DefenceState = DefenceState.NotStated }), () => Of(penalty));

    /// <summary>Every point of the defence is answered.</summary>
    public static Rule<Passage<DefencePoint>> DefencePointIsAnswered { get; } = new(
        "reasoning.defence.unanswered", "APL 45(1)", "对当事人提出的事实、理由和证据应当复核并回应。",
        p => p.Document.DefenceAnswers.Any(a => a.Point == p.Item.Id),
        _ => "这条申辩意见没有回应，请复核后写明是否采纳及理由。",
        () => Of(penalty, new DefencePoint("D2", "检测程序有误")), () => Of(penalty, penalty.DefencePoints[0]));

    /// <summary>An answer to the defence gives a reason.</summary>
    public static Rule<Passage<DefenceAnswer>> DefenceAnswerGivesAReason { get; } = new(
        "reasoning.defence.no-reason", "PR 62", "陈述、申辩的采纳情况应当写明理由。",
        p => !string.IsNullOrWhiteSpace(p.Item.Reason),
        p => p.Item.IsAdopted ? "采纳了这条申辩意见但没有写明理由，请补充。" : "不采纳这条申辩意见但没有写明理由，请补充。",
        () => Of(penalty, penalty.DefenceAnswers[0] with { Reason = "" }), () => Of(penalty, penalty.DefenceAnswers[0]));

    /// <summary>An answer answers a point that was made.</summary>
    public static Rule<Passage<DefenceAnswer>> DefenceAnswerHasItsPoint { get; } = new(
        "reasoning.defence.answer-to-nothing", "PR 62", "回应应当对应当事人提出的意见。",
        p => p.Document.DefencePoints.Any(d => d.Id == p.Item.Point),
        _ => "这条回应没有对应的申辩意见，请改正编号或者补列意见。",
        () => Of(penalty, penalty.DefenceAnswers[0] with { Point = "D9" }), () => Of(penalty, penalty.DefenceAnswers[0]), isPolicy: true);

    /// <summary>A penalty follows a notice.</summary>
    public static Rule<Passage<ReasonedDocument>> PenaltyFollowsANotice { get; } = new(
        "reasoning.notice.missing", "APL 44", "作出行政处罚决定之前，应当告知拟处罚的内容及事实、理由、依据和依法享有的权利。",
        p => p.Item.Notices.Any(n => n.On <= p.Item.DecisionDate),
        _ => "没有在决定之前作出的告知，不得作出处罚决定；请先告知并听取陈述、申辩。",
        () => Of(penalty with { Notices = [] }), () => Of(penalty));

    /// <summary>Every finding of the decision was told in the last notice.</summary>
    public static Rule<Passage<Finding>> FindingWasTold { get; } = new(
        "reasoning.notice.finding-not-told", "APL 62", "作为处罚依据的事实应当事先告知当事人。",
        p => p.Document.Notices.Count == 0 || p.Document.Notices[^1].Findings.Contains(p.Item.Id, StringComparer.Ordinal) || !CarriesThePenalty(p.Document, p.Item.Id),
        _ => "这项事实用作处罚依据或者从重情节，但告知时没有告知当事人；请重新告知并听取陈述、申辩。",
        () => Of(penalty with { Notices = [penalty.Notices[0] with { Findings = ["F2"] }] }, penalty.Findings[0]), () => Of(penalty, penalty.Findings[0]));

    /// <summary>The sanction is not heavier than the last notice.</summary>
    public static Rule<Passage<Sanction>> SanctionStaysWithinTheNotice { get; } = new(
        "reasoning.notice.heavier", "APL 45(2)", "不得因当事人陈述、申辩或者要求听证而给予更重的处罚；重于告知的，须有新的事实并重新告知。",
        p => p.Document.Notices.Count == 0 || !p.Item.IsHeavierThan(p.Document.Notices[^1].Proposed),
        p => $"处罚重于告知内容（{Difference(p.Item, p.Document.Notices[^1].Proposed)}）；请调整到告知范围以内，确有新的事实、证据的，应当重新告知并再次听取陈述、申辩。",
        () => Of(penalty, penalty.Sanction with { Fine = new Money(6_000_001) }), () => Of(penalty, penalty.Sanction with { Fine = new Money(6_000_000) }));

    /// <summary>A later notice is heavier only on new facts.</summary>
    public static Rule<Passage<NoticePair>> LaterNoticeIsHeavierOnlyOnNewFacts { get; } = new(
        "reasoning.notice.heavier-without-new-facts", "PR 58", "重新告知加重处罚的，须有新的事实或者证据。",
        p => p.Item.Later.OnNewFacts || !p.Item.Later.Proposed.IsHeavierThan(p.Item.Earlier.Proposed),
        p => $"后一次告知重于前一次（{Difference(p.Item.Later.Proposed, p.Item.Earlier.Proposed)}），但没有新的事实或者证据；不得因陈述、申辩而加重，请恢复到前一次告知的范围。",
        () => Of(penalty, new NoticePair(penalty.Notices[0], penalty.Notices[0] with { Proposed = penalty.Notices[0].Proposed with { OtherKinds = ["revokeLicence"] } })),
        () => Of(penalty, new NoticePair(penalty.Notices[0], penalty.Notices[0] with { OnNewFacts = true, Proposed = penalty.Notices[0].Proposed with { OtherKinds = ["revokeLicence"] } })));

    /// <summary>The remedies of the day are loaded, so that the statement can be checked.</summary>
    public static Rule<Passage<ReasonedDocument>> RemediesAreKnown { get; } = new(
        "reasoning.remedies.not-loaded", "ARL 20(1)", "救济告知按决定当日的规定核对。",
        p => p.Table.RemediesOf(p.Item.Kind, p.Item.Level, p.Item.DecisionDate) is not null,
        p => $"没有载入 {On(p.Item.DecisionDate)} 的救济途径规定，无法核对救济告知，请人工核对当时的法律。",
        () => Of(penalty with { DecisionDate = new DateOnly(2023, 12, 31) }), () => Of(penalty with { DecisionDate = new DateOnly(2024, 1, 1) }), isPolicy: true);

    /// <summary>The remedies name the right period for reconsideration.</summary>
    public static Rule<Passage<RemedyStatement>> ReconsiderationPeriodIsRight { get; } = new(
        "reasoning.remedies.reconsideration-period", "ARL 20(1)", "应当告知申请行政复议的法定期限。",
        p => Lawful(p) is not { } lawful || p.Item.ReconsiderationDays == lawful.Reconsideration.Length,
        p => $"申请行政复议的期限写为 {Number(p.Item.ReconsiderationDays)} 日，应为 {Number(Lawful(p)!.Reconsideration.Length)} 日，请改正。",
        () => Of(penalty, penalty.Remedies! with { ReconsiderationDays = 30 }), () => Of(penalty, penalty.Remedies!));

    /// <summary>The remedies name the right period for suing directly.</summary>
    public static Rule<Passage<RemedyStatement>> SuitPeriodIsRight { get; } = new(
        "reasoning.remedies.suit-period", "ALL 46(1)", "可以直接起诉的，应当告知提起行政诉讼的法定期限。",
        p => Lawful(p) is not { ReconsiderationFirst: false } lawful || p.Item.SuitMonths == lawful.Suit.Length,
        p => $"{(p.Item.SuitMonths is { } months ? $"直接起诉的期限写为 {Number(months)} 个月" : "没有写明直接起诉的期限")}，应为 {Number(Lawful(p)!.Suit.Length)} 个月，请改正。",
        () => Of(penalty, penalty.Remedies! with { SuitMonths = 3 }), () => Of(penalty, penalty.Remedies!));

    /// <summary>Against an on-the-spot penalty reconsideration comes first.</summary>
    public static Rule<Passage<RemedyStatement>> ReconsiderationFirstIsTold { get; } = new(
        "reasoning.remedies.reconsideration-first", "ARL 23(1)#1", "对当场作出的行政处罚决定不服的，应当先申请行政复议，并应当告知。",
        p => Lawful(p) is not { ReconsiderationFirst: true } || (p.Item.ReconsiderationFirst && p.Item.SuitMonths is null),
        _ => "当场处罚决定应当告知先申请行政复议，不得写成可以直接起诉，请改用复议前置的告知。",
        () => Of(onTheSpot, penalty.Remedies!), () => Of(onTheSpot, onTheSpot.Remedies!));

    /// <summary>Reconsideration is not put first where the party may choose.</summary>
    public static Rule<Passage<RemedyStatement>> ChoiceOfRemedyIsTold { get; } = new(
        "reasoning.remedies.choice", "ALL 44(1)", "法律没有规定复议前置的，当事人可以选择申请行政复议或者直接起诉。",
        p => Lawful(p) is not { ReconsiderationFirst: false } || !p.Item.ReconsiderationFirst,
        _ => "本决定不属于复议前置，写成应当先申请行政复议会限制当事人的诉权，请改为可以复议、也可以直接起诉。",
        () => Of(penalty, onTheSpot.Remedies!), () => Of(penalty, penalty.Remedies!));

    /// <summary>The remedies name the right body of reconsideration.</summary>
    public static Rule<Passage<RemedyStatement>> ReconsiderationBodyIsRight { get; } = new(
        "reasoning.remedies.body", "ARL 24", "应当告知有管辖权的行政复议机关。",
        p => Lawful(p) is not { } lawful || p.Item.Body == lawful.Body,
        p => Lawful(p)!.Body == ReconsiderationBody.SameLevelGovernment
            ? "行政复议机关应为本级人民政府，不再是上一级主管部门，请改正。"
            : "对国务院部门的行政行为，由该部门自己复议，请改正行政复议机关。",
        () => Of(penalty, penalty.Remedies! with { Body = ReconsiderationBody.UpperDepartment }), () => Of(penalty, penalty.Remedies!));

    /// <summary>The remedies name the court.</summary>
    public static Rule<Passage<RemedyStatement>> CourtIsNamed { get; } = new(
        "reasoning.remedies.court", "PR 62", "提起行政诉讼的途径应当写明人民法院。",
        p => !string.IsNullOrWhiteSpace(p.Item.Court),
        _ => "没有写明向哪个人民法院起诉，请写明有管辖权的人民法院。",
        () => Of(penalty, penalty.Remedies! with { Court = "" }), () => Of(penalty, penalty.Remedies!));

    /// <summary>A no-penalty decision names its ground.</summary>
    public static Rule<Passage<ReasonedDocument>> NoPenaltyNamesItsGround { get; } = new(
        "reasoning.no-penalty.ground", "PR 60(1)", "不予行政处罚应当有法定情形。",
        p => p.Item.NoPenalty is { } reasons && p.Table.Ground(reasons.Ground) is not null,
        p => $"没有写明不予处罚的法定情形，请从下列情形中选择：{string.Join("、", p.Table.NoPenaltyGrounds.Select(g => g.Chinese))}。",
        () => Of(noPenalty with { NoPenalty = null }), () => Of(noPenalty));

    /// <summary>Every condition of the ground is shown by findings.</summary>
    public static Rule<Passage<GroundCondition>> GroundConditionIsShown { get; } = new(
        "reasoning.no-penalty.condition", "APL 33(1)", "不予处罚情形的每项条件都应当有认定的事实。",
        p => p.Document.NoPenalty!.Conditions.TryGetValue(p.Item.Id, out var findings) && p.HasFindings(findings),
        p => $"不予处罚情形的条件“{p.Item.Chinese}”没有关联认定的事实，请关联事实及证据，不具备这项条件的不能适用该情形。",
        () => Of(noPenalty, new GroundCondition(ReasoningExamples.Table.Ground("first")!, "slight-harm", "危害后果轻微")),
        () => Of(noPenalty, new GroundCondition(ReasoningExamples.Table.Ground("minor")!, "no-harm", "没有造成危害后果")));

    /// <summary>A no-penalty decision imposes nothing.</summary>
    public static Rule<Passage<ReasonedDocument>> NoPenaltyImposesNothing { get; } = new(
        "reasoning.no-penalty.sanction", "APL 33(1)", "不予行政处罚的，不得同时罚款、没收违法所得或者给予其他处罚。",
        p => p.Item.Sanction.IsEmpty,
        _ => "不予行政处罚决定写有处罚内容，请删去；依法应当退赔的另行责令退赔。",
        () => Of(noPenalty with { Sanction = new Sanction(Money.Zero, new Money(100), []) }), () => Of(noPenalty));

    /// <summary>A party that is not penalised is taught.</summary>
    public static Rule<Passage<ReasonedDocument>> NoPenaltyTeaches { get; } = new(
        "reasoning.education.missing", "APL 33(3)", "依法不予行政处罚的，应当对当事人进行教育。",
        p => p.Item.NoPenalty is not { } reasons || p.Table.Ground(reasons.Ground) is not { NeedsEducation: true } || !string.IsNullOrWhiteSpace(p.Item.Education),
        _ => "没有写明对当事人进行教育的内容，请补充教育的方式和内容。",
        () => Of(noPenalty with { Education = "" }), () => Of(noPenalty));

    /// <summary>Ids are unique, so that every link has one end.</summary>
    public static Rule<Passage<ReasonedDocument>> IdsAreUnique { get; } = new(
        "reasoning.id.duplicate", "PR 62", "同一类内容的编号不得重复。",
        p => DuplicateId(p.Item) is null,
        p => $"编号“{DuplicateId(p.Item)}”重复，关联会产生歧义，请改正编号。",
        () => Of(penalty with { Findings = [penalty.Findings[0], penalty.Findings[0]] }), () => Of(penalty), isPolicy: true);

    /// <summary>Every rule, in the order in which diagnostics are given.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        IdsAreUnique, RequiredPartStands,
        FindingRestsOnEvidence, FindingIsUsed, EvidenceWasVerified, EvidenceIsAnalysed, EvidenceIsUsed,
        ConclusionRestsOnFindings, ConclusionCitesAnArticle, CitedArticleIsInForce, LaterLawIsExplained, CitationIsSpecific, BenchmarkIsNeverTheOnlyBasis,
        SanctionFollowsFromAConclusion, CorrectionIsOrdered,
        DiscretionIsReasoned, LighterNeedsAFactor, HeavierNeedsAFactor, FactorRestsOnFindings, FactIsWeighedOnce,
        DefenceIsRecorded, DefencePointIsAnswered, DefenceAnswerGivesAReason, DefenceAnswerHasItsPoint,
        PenaltyFollowsANotice, FindingWasTold, SanctionStaysWithinTheNotice, LaterNoticeIsHeavierOnlyOnNewFacts,
        RemediesAreKnown, ReconsiderationPeriodIsRight, SuitPeriodIsRight, ReconsiderationFirstIsTold, ChoiceOfRemedyIsTold, ReconsiderationBodyIsRight, CourtIsNamed,
        NoPenaltyNamesItsGround, GroundConditionIsShown, NoPenaltyImposesNothing, NoPenaltyTeaches,
    ];

    internal static bool HasPart(ReasonedDocument document, RequiredPart part) => part.ShownBy switch
    {
        null => document.ConfirmedParts.Contains(part.Id),
        "findings" => document.Findings.Count > 0,
        "evidence" => document.Evidence.Count > 0,
        "conclusions" => document.Conclusions.Any(c => c.Articles.Count > 0),
        "defence" => document.DefenceState != DefenceState.NotStated,
        "discretion" => !string.IsNullOrWhiteSpace(document.Discretion?.Says),
        "sanction" => !document.Sanction.IsEmpty,
        "remedies" => document.Remedies is not null,
        "noPenalty" => document.NoPenalty is not null,
        _ => false,
    };

    private static Remedies? Lawful(Passage<RemedyStatement> passage)
        => passage.Table.RemediesOf(passage.Document.Kind, passage.Document.Level, passage.Document.DecisionDate);

    /// <summary>The dated text that a citation means, or null when none is in force.</summary>
    internal static InstrumentText? TextOf(Passage<CitedArticle> passage)
        => passage.Table.Instruments.Find(passage.Item.Article.Instrument) is not { } instrument ? null
            : IsByDecisionDay(passage.Item.In) ? instrument.TextOn(passage.Document.DecisionDate)
            : instrument.TextOn(passage.Document.ActDate) ?? instrument.TextOn(passage.Document.DecisionDate);

    // Substance is judged by the law of the act unless the later law is lighter; sums and procedure by the law of the decision.
    private static bool IsByDecisionDay(Conclusion conclusion) => conclusion.ByLaterLaw || conclusion.Role is ConclusionRole.Procedure or ConclusionRole.Calculation;

    private static bool IsWeighedElsewhere(Passage<Factor> passage, string finding)
        => passage.Document.Discretion is { } discretion
            && ((passage.Item.Direction == FactorDirection.Heavier && discretion.ConstituentFindings.Contains(finding, StringComparer.Ordinal))
                || discretion.Factors.Any(f => f.Id != passage.Item.Id && f.Findings.Contains(finding, StringComparer.Ordinal)));

    // Facts in the party's favour need not be told beforehand.
    private static bool CarriesThePenalty(ReasonedDocument document, string finding)
        => document.Conclusions.Any(c => c.Role == ConclusionRole.Violation && c.Findings.Contains(finding, StringComparer.Ordinal))
            || (document.Discretion?.Factors.Any(f => f.Direction == FactorDirection.Heavier && f.Findings.Contains(finding, StringComparer.Ordinal)) ?? false);

    private static string? DuplicateId(ReasonedDocument document)
        => new[]
        {
            document.Evidence.Select(e => e.Id), document.Findings.Select(f => f.Id), document.Conclusions.Select(c => c.Id),
            document.DefencePoints.Select(d => d.Id), document.DefenceAnswers.Select(a => a.Point), document.Discretion?.Factors.Select(f => f.Id) ?? [],
        }.SelectMany(ids => ids.GroupBy(id => id, StringComparer.Ordinal).Where(g => g.Count() > 1)).FirstOrDefault()?.Key;

    private static string Difference(Sanction sanction, Sanction other)
    {
        var differences = new List<string>();
        if (sanction.Fine > other.Fine)
        {
            differences.Add($"罚款 {sanction.Fine} 元，告知为 {other.Fine} 元");
        }

        if (sanction.ConfiscatedGain > other.ConfiscatedGain)
        {
            differences.Add($"没收违法所得 {sanction.ConfiscatedGain} 元，告知为 {other.ConfiscatedGain} 元");
        }

        if (sanction.OtherKinds.Except(other.OtherKinds, StringComparer.Ordinal).Any())
        {
            differences.Add("增加了处罚种类");
        }

        return string.Join("；", differences);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string On(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Passage<T> Of<T>(ReasonedDocument document, T item) => new(document, ReasoningExamples.Table, item);

    private static Passage<ReasonedDocument> Of(ReasonedDocument document) => new(document, ReasoningExamples.Table, document);

    private static Passage<RequiredPart> OfPart(ReasonedDocument document, string id)
        => Of(document, ReasoningExamples.Table.PartsOf(document).First(p => p.Id == id));
}

/// <summary>Cited article (引用条款) and the conclusion in which it stands.</summary>
/// <param name="In">The conclusion.</param>
/// <param name="Article">The article.</param>
public sealed record CitedArticle(Conclusion In, Citation Article);

/// <summary>Two notices that follow each other (前后两次告知).</summary>
/// <param name="Earlier">The earlier one.</param>
/// <param name="Later">The later one.</param>
public sealed record NoticePair(NoticeGiven Earlier, NoticeGiven Later);

/// <summary>Condition of a ground for no penalty (不予处罚条件).</summary>
/// <param name="Ground">The ground.</param>
/// <param name="Id">Id of the condition.</param>
/// <param name="Chinese">The condition.</param>
public sealed record GroundCondition(NoPenaltyGround Ground, string Id, string Chinese);
