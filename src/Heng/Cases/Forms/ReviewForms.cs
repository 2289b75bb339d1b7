using Heng.Cases.Steps.Decision;
using Heng.Cases.Steps.Hearing;
using Heng.Cases.Steps.Review;
using Heng.Documents;
using Heng.Dossiers;
using Heng.Law.Discretion;

namespace Heng.Cases.Forms;

/// <summary>Form 35, the report (调查终结报告); form 36, the review (案件审核表、法制审核表); form 43, the approval of the disposal (行政处理决定审批表).</summary>
internal sealed class ReviewForms : IFormProvider
{
    public IEnumerable<DocumentDraft> Of(DossierFile file, ActContext context)
        => file.Acts.Select(done => done.Act switch
        {
            ConcludeInvestigation r => Report(file, context, done, r),
            ReviewOpinion o => Review(file, context, done, o),
            FailLegalReview f => Sheet(file, context, done, true, "", $"审核不通过，退回补充调查。{FormText.Closed(f.Reason)}"),
            DecideNoPenalty d => Approval(file, context, done, d),
            DecidePenalty d => Approval(file, context, done, d),
            _ => null,
        }).OfType<DocumentDraft>();

    private static DocumentDraft? Report(DossierFile file, ActContext context, RecordedAct done, ConcludeInvestigation act)
    {
        var then = file.AsOf(done.Number);
        // The evidence counts as it does today, so that what was excluded since breaks the sentence.
        if (CaseReasons.Of(Latest(file, then, done), done.On, context.Bureau?.LawRegion ?? "CN", act.Ground) is not { } reasons)
        {
            return null;
        }

        var c = then.Part<CaseFile>();
        var penalty = act.Disposal == ProposedDisposal.Penalty && c.Course.Proposal is { } proposal ? new SanctionReasons(reasons, proposal, then, isProposed: true) : null;
        return FormSheets.Of("35", "案件调查终结报告", done, file, context, f =>
        {
            f.Add("opinion", act.Opinion);
            f.Add("disposal", $"建议作出的处理：{ActTypes.LabelOf(act.Disposal!)}{(reasons.Applied is { Length: > 0 } applied ? $"（适用{applied}）" : act.Ground is { Length: > 0 } g ? $"（{Exemptions.NameOf(g, then)}）" : "")}{(penalty is null ? "" : $"：{string.Join("；", penalty.Items())}")}。");
            f.Add("result", $"裁量测算结论：{DiscretionCodes.NameOf(reasons.Assessment.Result.Outcome)}。");
            f.May("checks", act.Disposal == ProposedDisposal.NoPenalty ? "" : CheckWords.Of(then));
            f.Add("handlers", FormText.Names(c.Handlers));
        }) with
        {
            Passages = new Dictionary<string, IReadOnlyList<Sentence>>(StringComparer.Ordinal)
            {
                ["course"] = NoPenaltyForm.Course(then, context),
                ["facts"] = reasons.FactSentences(penalty is null ? null : penalty.IsWeighed),
                ["nature"] = reasons.NatureSentences(),
                ["reasons"] = penalty is not null ? penalty.Sentences() : act.Disposal == ProposedDisposal.NoPenalty ? [.. reasons.GroundSentences(), .. reasons.FactorSentences()] : [new Sentence(FormText.Closed(act.Opinion), []), .. reasons.FactorSentences()],
            },
            Rows = new Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>>(StringComparer.Ordinal) { ["evidence"] = NoPenaltyForm.EvidenceRows(reasons.EvidenceUsed) },
            Signers = c.Handlers,
            LeastSigners = 2,
            Course = [.. NoPenaltyForm.CourseOf(c)],
        };
    }

    /// <summary>The dossier as it is now, while the report is the present one; else as it was.</summary>
    private static DossierFile Latest(DossierFile file, DossierFile then, RecordedAct done)
        => file.Last<ConcludeInvestigation>()?.Done.Number == done.Number && file.Part<CaseFile>() is { Decision: null, Facts: not null } ? file : then;

    private static DocumentDraft Review(DossierFile file, ActContext context, RecordedAct done, ReviewOpinion act)
        => Sheet(file, context, done, act.IsLegal, string.Join('\n', act.ChoicesOf(nameof(act.Checked), file, context).Select(p => $"{(act.Checked.Contains(p.Value) ? "√" : "□")} {p.Label}")), act.Opinion);

    private static DocumentDraft Sheet(DossierFile file, ActContext context, RecordedAct done, bool isLegal, string points, string opinion)
    {
        var before = file.AsOf(done.Number - 1);
        var c = before.Part<CaseFile>();
        var heard = c.Course.Hearing is { ClosedOn: { } closed } ? $"，听证于{FormText.Day(closed)}结束" : "";
        return FormSheets.Of("36", isLegal ? "法制审核表" : "案件审核表", done, file, context, f =>
        {
            f.Add("kind", isLegal ? "法制审核表" : "案件审核表");
            f.Add("handlers", FormText.Names(c.Handlers));
            f.Add("submittedOn", FormText.Day(c.SubmittedOn));
            f.Add("disposal", c.Report?.Disposal is { } d ? $"建议{ActTypes.LabelOf(d)}{(d == ProposedDisposal.Penalty && c.Course.Proposal is { } p ? $"：{p.Words}" : "")}{heard}" : "");
            f.May("points", points);
            f.Add("opinion", opinion);
        }) with
        { Course = [.. NoPenaltyForm.CourseOf(c), ("审核日期", done.On)] };
    }

    private static DocumentDraft Approval(DossierFile file, ActContext context, RecordedAct done, DecideNoPenalty act)
    {
        var reasons = CaseReasons.Of(file.AsOf(done.Number), done.On, context.Bureau?.LawRegion ?? "CN", act.Ground);
        return Approval(
            file, context, done, reasons?.FactSentences() ?? [],
            reasons?.Circumstance is { } personal ? FormText.Cite(context.Law, personal.Basis) : reasons?.Entry is { } entry ? FormText.Cite(context.Law, CaseReasons.BasisOf(entry)) : Exemptions.NameOf(act.Ground, file.AsOf(done.Number)),
            $"不予行政处罚（{(reasons?.Applied is { Length: > 0 } applied ? "适用" + applied : Exemptions.NameOf(act.Ground, file.AsOf(done.Number)))}），对当事人进行教育。决定书文号：{act.DocumentNumber}",
            act.Opinion);
    }

    private static DocumentDraft Approval(DossierFile file, ActContext context, RecordedAct done, DecidePenalty act)
    {
        var then = file.AsOf(done.Number);
        var reasons = CaseReasons.Of(then, done.On, context.Bureau?.LawRegion ?? "CN", null);
        var why = reasons is null ? null : new SanctionReasons(reasons, act, then, isProposed: false);
        var course = then.Part<CaseFile>().Course;
        var before = string.Join("，", new[]
        {
            course.Notice is { } notice ? $"{FormText.Day(notice.ServedOn)}送达告知书（{notice.Number}）" : null,
            course.Points.Count > 0 ? $"陈述申辩意见{course.Points.Count}条，采纳{course.Points.Count(p => p.Adopted == true)}条" : course.Waiver is not null ? "当事人明确放弃陈述申辩" : "当事人没有提出陈述申辩",
            course.Hearing?.ClosedOn is { } closed ? $"听证于{FormText.Day(closed)}结束" : null,
            course.Concluded?.ConcludedOn is { } discussed ? $"{FormText.Day(discussed)}经负责人集体讨论" : null,
        }.OfType<string>());
        return Approval(
            file, context, done, why is null ? [] : reasons!.FactSentences(why.IsWeighed), why is null ? "" : FormText.Cite(context.Law, why.Basis),
            $"{string.Join("；", why?.Items() ?? [act.Words])}。决定书文号：{act.DocumentNumber}\n告知情况：{before}。", act.Opinion);
    }

    private static DocumentDraft Approval(DossierFile file, ActContext context, RecordedAct done, IReadOnlyList<Sentence> facts, string basis, string disposal, string opinion)
    {
        var then = file.AsOf(done.Number);
        var c = then.Part<CaseFile>();
        var report = then.Last<ConcludeInvestigation>();
        var review = then.Last<ReviewOpinion>();
        return FormSheets.Of("43", "行政处理决定审批表", done, file, context, f =>
        {
            f.Add("handlers", FormText.Names(c.Handlers));
            f.Add("filedOn", FormText.Day(c.FiledOn));
            f.Add("basis", basis);
            f.Add("disposal", disposal);
            f.Add("report", FormText.Closed(report?.Act.Opinion ?? ""));
            f.Add("reportBy", report?.Done.PersonName);
            f.Add("reportOn", FormText.Day(report?.Done.On));
            f.Add("review", FormText.Closed(review?.Act.Opinion ?? ""));
            f.Add("reviewBy", review?.Done.PersonName);
            f.Add("reviewOn", FormText.Day(review?.Done.On));
            f.Add("opinion", FormText.Closed(opinion));
        }) with
        {
            Passages = new Dictionary<string, IReadOnlyList<Sentence>>(StringComparer.Ordinal) { ["facts"] = facts },
            Course = [.. NoPenaltyForm.CourseOf(c), .. review is { } r ? new[] { ("审核日期", r.Done.On) } : [], ("决定日期", done.On)],
        };
    }
}
