using Heng.Cases.Steps.Hearing;
using Heng.Documents;
using Heng.Dossiers;
using Heng.Platform.People;

namespace Heng.Cases;

/// <summary>What the penalty path waits for (处罚程序待办), stage by stage.</summary>
internal static class PenaltyNeeds
{
    private const PersonRoles Heads = PersonRoles.Head | PersonRoles.Principal;

    /// <summary>Whether only the principal head may decide: the benchmark is left and nobody discussed it.</summary>
    public static bool DecidesAlone(DossierFile file) => !file.Procedure.Discussed && file.Part<CaseFile>().Course.Proposal?.Marks.Contains(PenaltyMarks.Deviation) == true;

    public static IEnumerable<WorkNeed> Of(DossierFile file, DateOnly since)
    {
        var c = file.Part<CaseFile>();
        var course = c.Course;
        Guid[] handlers = [.. c.Handlers.Select(h => h.Id)];
        var handling = CaseClocks.Handling(file);
        switch (file.Procedure.Main)
        {
            case "S45" when course.Approval is null:
                yield return ForRole("批准拟处罚意见", "审核已经同意，由负责人批准后告知", Heads, "cases.approve-proposal", handling);
                break;
            case "S45":
                yield return Issued(course.Approval.DocumentName) ? ForHandlers("送达告知书", "告知书已经签发", "cases.serve-notice", handling) : ForHandlers("签发告知书", "拟处罚意见已经批准，告知书还没有签发", "documents.issue", handling);
                break;
            case "S50":
                yield return Penalties.NeedDiscussion(file)
                    ? ForHandlers("提交集体讨论", "陈述申辩期限届满或者当事人明确放弃后提交", "cases.proceed-discussion", CaseClocks.Defence(file) ?? handling)
                    : ForHandlers("提请作出处罚决定", "陈述申辩期限届满或者当事人明确放弃后提请", "cases.proceed-decision", CaseClocks.Defence(file) ?? handling);
                break;
            case "S55" when course.Approval is { } again:
                yield return Issued(again.DocumentName) ? ForHandlers("重新告知", "新的告知书已经签发", "cases.serve-new-notice", handling) : ForHandlers("签发告知书", "新的拟处罚意见已经批准，告知书还没有签发", "documents.issue", handling);
                break;
            case "S55" when course.Unanswered.Any():
                yield return ForHandlers("复核陈述申辩意见", $"还有 {course.Unanswered.Count()} 条没有复核回应", "cases.answer-point", handling);
                break;
            case "S55":
                yield return Penalties.NeedDiscussion(file)
                    ? ForRole("提交集体讨论", "陈述申辩已经逐条复核", PersonRoles.LegalReviewer, "cases.proceed-discussion", handling)
                    : ForRole("提请作出处罚决定", "陈述申辩已经逐条复核", Heads, "cases.proceed-decision", handling);
                break;
            case "S60" when course.Hearing is { } hearing:
                yield return new WorkNeed("登记听证笔录和报告", "您被指定主持听证", since) { People = [hearing.Chair.Id], Act = "cases.close-hearing" };
                if (file.Last<AcceptHearing>() is { Act: var accepted } && c.Services.All(s => s.Document != accepted.DocumentName))
                {
                    yield return Issued(accepted.DocumentName)
                        ? ForHandlers("送达听证通知书", "举行听证七个工作日以前通知当事人", "cases.serve-document", handling)
                        : ForHandlers("签发听证通知书", "听证已经受理，通知书还没有签发", "documents.issue", handling);
                }

                break;
            case "S62" when course.Approval is { } again:
                yield return Issued(again.DocumentName) ? ForHandlers("重新告知", "新的告知书已经签发", "cases.serve-new-notice", handling) : ForHandlers("签发告知书", "新的拟处罚意见已经批准，告知书还没有签发", "documents.issue", handling);
                break;
            case "S62":
                yield return ForRole("听证后法制审核", "听证已经结束", PersonRoles.LegalReviewer, "cases.pass-legal-review", CaseClocks.Review(file));
                break;
            case "S70" when course.OpenDiscussion is null:
                yield return ForRole("召集集体讨论", "案件须经负责人集体讨论", Heads, "cases.open-discussion", handling);
                break;
            case "S70":
                Guid[] silent = [.. course.OpenDiscussion!.Silent.Select(m => m.Id)];
                if (silent.Length > 0)
                {
                    yield return new WorkNeed("发表集体讨论意见", "您是本案集体讨论的参加人员", since) { People = silent, Act = "cases.give-view", Clock = handling };
                }
                else
                {
                    yield return ForRole("作出集体讨论结论", "参加人员都已发表意见", PersonRoles.Principal, "cases.conclude-discussion", handling);
                }

                break;
            case "S76" when file.Procedure.Service is null:
                yield return c.DecisionName is not { } name || Issued(name)
                    ? ForHandlers("送达处罚决定书", "决定已经作出，七个工作日内送达", "cases.serve-decision", CaseClocks.Service(file) ?? CaseClocks.Handling(file))
                    : ForHandlers("签发处罚决定书", "决定已经作出，决定书还没有签发", "documents.issue", CaseClocks.Service(file) ?? CaseClocks.Handling(file));
                break;
            case "S76" when file.Procedure.Performed || c.EnforcementEndedOn is not null:
                yield return ForRole("审批结案", file.Procedure.Performed ? "处罚决定已经履行完毕" : "人民法院终结执行，没有其他款项应缴", Heads, "cases.close", CaseClocks.Closing(file));
                break;
        }

        bool Issued(string document) => file.Part<IssuedDocuments>().HasName(document);

        WorkNeed ForRole(string title, string why, PersonRoles roles, string act, DossierClock? clock) => new(title, why, since) { Roles = roles, Act = act, Clock = clock };

        WorkNeed ForHandlers(string title, string why, string act, DossierClock? clock) => new(title, why, since) { People = handlers, Act = act, Clock = clock };
    }
}
