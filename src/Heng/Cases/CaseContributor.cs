using Heng.Cases.Steps.Review;
using Heng.Documents;
using Heng.Dossiers;
using Heng.Law.Discretion;
using Heng.Law.Procedure;
using Heng.Law.Rulings;
using Heng.Platform.People;

namespace Heng.Cases;

/// <summary>What a case adds to a dossier: its summary, its clocks and what comes next.</summary>
internal sealed class CaseContributor : IDossierContributor
{
    public void Summarise(DossierFile file, DossierSummary summary)
    {
        var c = file.Part<CaseFile>();
        var affair = file.Part<Affair>();
        summary.Party = affair.Party?.Name ?? "";
        summary.PartyCode = DossierSummary.CodeOrNull(affair.Party?.Code);
        summary.Matter = affair.Matter;
        summary.Title = affair.Matter is { } id && file.Law.Matters.Find(id) is { } matter ? matter.Chinese : affair.About;
        summary.Handlers = string.Join("、", c.Handlers.Select(h => h.Name));
        summary.HandlerIds = [.. c.Handlers.Select(h => h.Id)];
        if (affair.About.Length > 0)
        {
            summary.Words.Add(affair.About);
        }

        summary.Outcome = c.Ending?.Code;
        if (file.Procedure.Main is null)
        {
            return;
        }

        var ended = c.Ending is not null;
        summary.Five[FivePart.Exemption] = c.Decision is { Ground: Exemptions.NotEstablished } ? new(FiveState.Skipped, "违法事实不能成立") : c.Decision is not null ? new(FiveState.Applied, $"不予行政处罚：{Exemptions.NameOf(c.Decision.Ground, file)}")
            : c.NotFiled is { Exempts: true } n ? new(FiveState.Applied, $"不予立案：{ActTypes.LabelOf(n.Ground!)}")
            : c.Penalty is not null ? new(FiveState.Skipped, c.PenaltyDecision?.WhyNotExempt is { Length: > 0 } why ? $"可以不予处罚而处罚：{why}" : "逐项审查后不符合免罚条件")
            : ended ? new(FiveState.Skipped, c.NotFiled is not null ? $"不予立案：{ActTypes.LabelOf(c.NotFiled.Ground!)}" : "本案不符合免罚条件或者已经移送")
            : c.FiledOn is not null ? new(FiveState.Due, "逐项审查免罚条件") : new(FiveState.Open, "");
        summary.Five[FivePart.Severity] = c.Penalty is { } imposed ? imposed.Level == Level.Heavier ? new(FiveState.Applied, $"从重处罚：{c.PenaltyDecision!.Words}") : new(FiveState.Skipped, "没有从重情形") : ended ? new(FiveState.Skipped, c.OnPaper is not null ? "转纸质办理" : "没有从重情形，依法不予处罚") : new(FiveState.Open, "");
        summary.Five[FivePart.Proportion] = c.Penalty is { } fits ? new(FiveState.Applied, $"{(fits.Level is { } level ? DiscretionCodes.NameOf(level) : "行政处罚")}：{c.PenaltyDecision!.Words}") : c.Report?.Assessment is { } kept ? new(FiveState.Applied, $"测算结论：{DiscretionCodes.NameOf(Enum.Parse<AssessmentOutcome>(kept.Outcome))}")
            : ended ? new(FiveState.Skipped, "没有进入裁量") : c.FiledOn is not null ? new(FiveState.Due, "认定事实并测算") : new(FiveState.Open, "");
    }

    public IEnumerable<Refusal> Holds(DossierFile file, string act)
        => act == "dossiers.close" && file.Procedure.Main is not null && !file.Part<CaseFile>().IsOver ? [ClosingRules.DossierFollowsTheCase.Check(false)!] : [];

    /// <summary>Whoever handles the case, or verifies its clue, does his work wherever his unit is.</summary>
    public IEnumerable<string> AssignedActs(DossierFile file, Guid person) => file.Part<CaseFile>().WasHandledBy(person) && !file.Part<DossierEnd>().IsClosed ? [AssignedReading.EveryAct] : [];

    public IEnumerable<DossierClock> Clocks(DossierFile file) => CaseClocks.Of(file);

    public IEnumerable<WorkNeed> Needs(DossierFile file, IDossierSettings settings)
    {
        var c = file.Part<CaseFile>();
        if (c.OnPaper is not null || file.Acts.Count == 0)
        {
            yield break;
        }

        var since = file.Acts[^1].On;
        Guid[] handlers = [.. c.Handlers.Select(h => h.Id)];
        var handling = CaseClocks.Handling(file);
        switch (file.Procedure.Main)
        {
            case "S05" when file.Acts.Any(a => a.Act is IFindings):
                yield return Role("提出立案建议", "核查已经登记，由办案机构负责人提出立案或者不予立案的建议", PersonRoles.UnitHead, "cases.propose-filing", CaseClocks.Verification(file));
                break;
            case "S08":
                yield return c.Proposal?.Advice == Steps.Filing.FilingAdvice.DoNotFile
                    ? Role("审批不予立案", "立案建议已经提出，由负责人审批", PersonRoles.Head | PersonRoles.Principal, "cases.refuse-filing", CaseClocks.Verification(file))
                    : Role("审批立案", "立案建议已经提出，由负责人审批", PersonRoles.Head | PersonRoles.Principal, "cases.approve-filing", CaseClocks.Verification(file));
                break;
            case "S10":
                yield return Role("开始调查", "已经立案，由办案机构负责人组织调查", PersonRoles.UnitHead, "cases.begin-investigation", handling);
                break;
            case "S20":
                var undeclared = handlers.Where(h => !c.Interests.ContainsKey(h)).ToArray();
                if (undeclared.Length > 0)
                {
                    yield return new WorkNeed("作出回避声明", "收集证据前，办案人员应当声明有无利害关系", since) { People = undeclared, Act = "cases.declare-interest", Clock = handling };
                }

                yield return new WorkNeed(c.Facts is null ? "调查取证" : "补充调查，提出终结报告", "您是本案办案人员", since) { People = handlers, Clock = handling };
                if (c.Facts is not null)
                {
                    yield return Role("签署调查终结报告", "事实已经认定，由办案机构负责人提出报告", PersonRoles.UnitHead, "cases.conclude", handling);
                }

                break;
            case "S21":
                yield return new WorkNeed("中止原因消除后恢复调查", "案件已经中止", since) { People = handlers, Act = "cases.resume" };
                break;
            case "S30":
                yield return new WorkNeed("送审", "报告已经完成，送审核人员审核", since) { People = handlers, Act = "cases.submit-review", Clock = handling };
                break;
            case "S40" when c.Report?.Disposal == ProposedDisposal.Penalty:
                yield return Role("审核", "案卷已经送审，建议给予处罚", c.Submission?.OnList == true ? PersonRoles.LegalReviewer : PersonRoles.Reviewer | PersonRoles.LegalReviewer, "cases.agree-penalty", CaseClocks.Review(file));
                break;
            case "S40" when c.Opinion is null:
                yield return Role("审核", "案卷已经送审", c.Submission?.OnList == true ? PersonRoles.LegalReviewer : PersonRoles.Reviewer | PersonRoles.LegalReviewer, "cases.give-opinion", CaseClocks.Review(file));
                break;
            case "S40" when LegalReviewList.Lists(settings[DossierSettings.RedLine], file):
                yield return Role("提交集体讨论", "审核已经同意；本案列入红线事项，拟不予处罚须经集体讨论", PersonRoles.Head | PersonRoles.Principal, "cases.proceed-discussion", handling);
                break;
            case "S40":
                yield return Role("提请作出处理决定", "审核已经同意", PersonRoles.Head | PersonRoles.Principal, "cases.agree-other-disposal", handling);
                break;
            case "S45" or "S50" or "S55" or "S60" or "S62" or "S70" or "S76":
                foreach (var need in PenaltyNeeds.Of(file, since))
                {
                    yield return need;
                }

                break;
            case "S75" when c.Course.Notice is not null && c.Course.Concluded?.Conclusion?.Exempts != true:
                yield return Role("作出处罚决定", "已经告知，陈述申辩期限已过，由负责人决定", PenaltyNeeds.DecidesAlone(file) ? PersonRoles.Principal : PersonRoles.Head | PersonRoles.Principal, "cases.decide-penalty", handling);
                break;
            case "S75" when c.Report?.Disposal == ProposedDisposal.Penalty && c.Course.Concluded is null:
                yield return Role("退回补正", "没有有效的处罚告知，退回后重新提出意见、审核并告知", PersonRoles.Head | PersonRoles.Principal, "cases.return-report", handling);
                break;
            case "S75":
                yield return Role("作出处理决定", "案件已经审核，由负责人决定", PersonRoles.Head | PersonRoles.Principal, "cases.decide-no-penalty", handling);
                break;
            case "S77":
                var taught = !c.OwesEducation || c.Education.Count > 0;
                if (!taught)
                {
                    yield return new WorkNeed("教育当事人", "不予处罚的应当教育当事人", since) { People = handlers, Act = "cases.educate", Clock = CaseClocks.Closing(file) };
                }

                if (c.DecisionName is { } decision && !file.Part<IssuedDocuments>().HasName(decision))
                {
                    yield return new WorkNeed("签发决定书", "决定已经作出，决定书还没有签发", since) { People = handlers, Act = "documents.issue", Clock = CaseClocks.Service(file) };
                }
                else if (file.Procedure.Service is null)
                {
                    yield return CaseClocks.Service(file) is { } service
                        ? new WorkNeed("送达决定书", "决定书已经签发，七个工作日内送达", since) { People = handlers, Act = "cases.serve-decision", Clock = service }
                        : new WorkNeed("送达决定书", "送达公告已经发布，公告期满后登记送达", since) { People = handlers, Act = "cases.serve-decision", Clock = CaseClocks.Closing(file) };
                }
                else if (taught)
                {
                    yield return Role("审批结案", c.OwesEducation ? "决定已经送达，当事人已经教育" : "决定已经送达", PersonRoles.Head | PersonRoles.Principal, "cases.close", CaseClocks.Closing(file));
                }

                break;
            case "S22" or "S78" or "S79":
                yield return Role("审批结案", "结案条件已经成就", PersonRoles.Head | PersonRoles.Principal, "cases.close", CaseClocks.Closing(file));
                break;
            case "S95" when c.ArchivedOn is null:
                yield return new WorkNeed("归档", "案件已经结案", since) { People = handlers, Act = "cases.archive" };
                break;
        }

        if (CaseClocks.Answer(file) is { } answer)
        {
            yield return new WorkNeed(file.Procedure.Remedy == "R10" ? "提出行政复议答复" : "提出行政诉讼答辩、举证", "当事人已经申请复议或者起诉，答复不得延期", since) { People = handlers, Act = "cases.record-answer", Clock = answer };
        }

        foreach (var need in CheckNeeds.Of(file, since))
        {
            yield return need;
        }

        if (c is { DecidedOn: null, OpenRecusals.IsEmpty: false })
        {
            yield return Role("决定回避", c.RecusalAsked.Count > 0 ? "当事人申请回避" : "办案人员声明与本案有利害关系", PersonRoles.Head | PersonRoles.Principal, "cases.decide-recusal", handling);
        }

        foreach (var correction in c.Corrections.Where(x => x.CheckedOn is null))
        {
            yield return new WorkNeed("核查改正情况", $"责令改正通知书 {correction.Number} 的期限将到", correction.OrderedOn)
            {
                People = [.. handlers.Where(h => h != correction.OrderedBy)],
                Act = "cases.check-correction",
                Clock = new DossierClock("核查改正情况", correction.OrderedOn, correction.DueOn, $"责令改正通知书 {correction.Number}"),
            };
        }

        WorkNeed Role(string title, string why, PersonRoles roles, string act, DossierClock? clock) => new(title, why, since) { Roles = roles, Act = act, Clock = clock };
    }
}
