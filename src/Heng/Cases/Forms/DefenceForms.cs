using System.Globalization;
using Heng.Cases.Steps.Discussion;
using Heng.Cases.Steps.Hearing;
using Heng.Cases.Steps.Notice;
using Heng.Documents;
using Heng.Dossiers;
using Heng.Law.Citations;

namespace Heng.Cases.Forms;

/// <summary>Form 38, statement and defence with its answers (陈述申辩笔录、复核意见); form 39, hearing notice (听证通知书); form 42, collective discussion (集体讨论记录).</summary>
internal sealed class DefenceForms : IFormProvider
{
    public IEnumerable<DocumentDraft> Of(DossierFile file, ActContext context)
        => file.Acts.Select(done => done.Act switch
        {
            RecordDefence d => Defence(file, context, done, d),
            AnswerPoint => Answers(file, context, done),
            AcceptHearing h => Hearing(file, context, done, h),
            ConcludeDiscussion d => Discussion(file, context, done, d),
            _ => null,
        }).OfType<DocumentDraft>();

    /// <summary>What the party said, as it said it.</summary>
    private static DocumentDraft Defence(DossierFile file, ActContext context, RecordedAct done, RecordDefence act)
        => Sheet(file, context, done, "陈述申辩笔录", act.On, ActTypes.LabelOf(act.Way!), act.Stored, f =>
        {
            f.Add("told", "执法人员告知当事人：对拟作出的行政处罚，当事人依法享有陈述、申辩的权利，本局将充分听取意见并进行复核，不因陈述、申辩而给予更重的处罚。");
            f.May("review", "");
        }) with
        { Rows = FormSheets.Rows("points", act.EachPoint.Select((p, n) => Row(n + 1, p))), Course = [("收到日期", act.On), ("登记日期", done.On)] };

    /// <summary>The answers, once the last point is answered; null before.</summary>
    private static DocumentDraft? Answers(DossierFile file, ActContext context, RecordedAct done)
    {
        var course = file.AsOf(done.Number).Part<CaseFile>().Course;
        if (course.Unanswered.Any() || course.Points.Count == 0)
        {
            return null;
        }

        var last = file.Acts.Last(a => a.Number < done.Number && a.Act is RecordDefence);
        return Sheet(file, context, done, "陈述申辩复核意见", course.Points[^1].On, ActTypes.LabelOf(((RecordDefence)last.Act).Way!), [], f =>
        {
            f.May("told", "");
            f.Add("review", $"对当事人提出的事实、理由和证据逐条进行了复核：采纳{course.Points.Count(p => p.Adopted == true).ToString(CultureInfo.InvariantCulture)}条，不采纳{course.Points.Count(p => p.Adopted == false).ToString(CultureInfo.InvariantCulture)}条。");
        }) with
        { Rows = FormSheets.Rows("points", course.Points.Select(p => Row(p.Number, p.Says, p.Adopted == true ? "采纳" : "不采纳", $"{FormText.Closed(p.Reason)}（复核人员：{p.AnsweredBy}）"))), Course = [("收到日期", course.Points[^1].On), ("复核日期", done.On)] };
    }

    private static DocumentDraft Sheet(DossierFile file, ActContext context, RecordedAct done, string title, DateOnly on, string way, IReadOnlyList<NamedFile> files, Action<FormFields> fill)
        => FormSheets.Of("38", title, done, file, context, f =>
        {
            var c = file.AsOf(done.Number).Part<CaseFile>();
            f.Add("kind", title);
            f.Add("on", FormText.Day(on));
            f.Add("way", way);
            f.Add("notice", c.Course.Notice is { } notice ? $"行政处罚告知书（{notice.Number}），{FormText.Day(notice.ServedOn)}送达，期限至{FormText.Day(notice.LapsesOn)}" : "");
            f.Add("handlers", FormText.Officers(c.Handlers));
            f.May("files", string.Join('\n', files.Select(s => s.Name)));
            fill(f);
        });

    private static Dictionary<string, string> Row(int number, string says, string adopted = "", string reason = "")
        => new(StringComparer.Ordinal) { ["no"] = number.ToString(CultureInfo.InvariantCulture), ["says"] = FormText.Closed(says), ["adopted"] = adopted, ["reason"] = reason };

    private static DocumentDraft Hearing(DossierFile file, ActContext context, RecordedAct done, AcceptHearing act)
    {
        var course = file.AsOf(done.Number).Part<CaseFile>().Course;
        return FormSheets.Of("39", "行政处罚听证通知书", done, file, context, f =>
        {
            f.Add("number", act.DocumentNumber);
            f.Add("requestedOn", FormText.Day(act.RequestedOn));
            f.Add("notice", course.Notice?.Number);
            f.Add("basis", FormText.Cite(context.Law, [Citation.Parse("APL 63"), Citation.Parse("APL 64#2"), Citation.Parse("HR 5")]));
            f.Add("hearingOn", FormText.Day(act.HearingOn));
            f.Add("time", act.TimeOfDay is { } at ? string.Create(CultureInfo.InvariantCulture, $"{at.Hour}时{at.Minute:00}分") : $"{FormText.ByHand}时{FormText.ByHand}分");
            f.Add("place", act.Place);
            f.Add("chair", act.Named?.Name);
            f.Add("contact", FormText.Names(file.AsOf(done.Number).Part<CaseFile>().Handlers));
        }) with
        { Number = act.DocumentNumber, IsNumbered = true, IsOutward = true, Course = [("申请日期", act.RequestedOn), ("通知日期", done.On), ("听证日期", act.HearingOn)] };
    }

    /// <summary>Each view as it was given, dissent too.</summary>
    private static DocumentDraft? Discussion(DossierFile file, ActContext context, RecordedAct done, ConcludeDiscussion act)
    {
        var then = file.AsOf(done.Number);
        var c = then.Part<CaseFile>();
        if (c.Course.Discussions.LastOrDefault() is not { } held)
        {
            return null;
        }

        string[] absent = [.. held.Members.Where(m => act.Absent.Contains(m.Id.ToString())).Select(m => m.Name)];
        var dissent = held.Views.Count(v => v.Stand == DiscussionStand.Dissents);
        var proposed = c.Course.Proposal;
        var reasons = CaseReasons.Of(then, done.On, context.Bureau?.LawRegion ?? "CN", c.Report?.Ground);
        var why = reasons is null || act.Exempts == true ? null : new SanctionReasons(reasons, act, then, isProposed: false);
        var reported = why is null || proposed is null ? why : new SanctionReasons(reasons!, proposed, then, isProposed: true);
        return FormSheets.Of("42", "行政处罚案件集体讨论记录", done, file, context, f =>
        {
            f.Add("openedOn", FormText.Day(held.OpenedOn));
            f.Add("agenda", held.Agenda);
            f.Add("chair", done.PersonName);
            f.Add("members", string.Join("、", held.Views.Select(v => v.Name)));
            f.May("absent", string.Join("、", absent));
            f.Add("handlers", FormText.Names(c.Handlers));
            f.Add("proposed", c.Report?.Disposal == Steps.Review.ProposedDisposal.NoPenalty || proposed is null ? "建议不予行政处罚。" : $"拟{proposed.Words}。{FormText.Closed(proposed.Reason)}{(proposed.Proportionality is { Length: > 0 } argued ? $"关于过罚相当：{FormText.Closed(argued)}" : "")}");
            f.May("defence", c.Course.Points.Count == 0 ? "" : string.Join('\n', c.Course.Points.Select(p => $"{p.Number.ToString(CultureInfo.InvariantCulture)}．{FormText.Open(p.Says)}：{(p.Adopted == true ? "采纳" : p.Adopted == false ? "不采纳" : "尚未复核")}。{FormText.Closed(p.Reason)}")));
            f.Add("conclusion", FormText.Closed(act.Conclusion));
            f.Add("decided", act.Exempts == true ? "不予行政处罚" : why is null ? Penalties.Say(act.Sanction, then) : string.Join("；", why.Items()));
            f.Add("counted", $"发表意见{held.Views.Count.ToString(CultureInfo.InvariantCulture)}人，其中不同意{dissent.ToString(CultureInfo.InvariantCulture)}人。{(dissent > 0 ? "不同意见已经如实记录。" : "")}");
        }) with
        {
            Passages = new Dictionary<string, IReadOnlyList<Sentence>>(StringComparer.Ordinal) { ["facts"] = reasons?.FactSentences(reported is null ? null : reported.IsWeighed) ?? [], ["discretion"] = reported?.Sentences() ?? [] },
            Rows = FormSheets.Rows("views", held.Views.Select((v, n) => new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["no"] = (n + 1).ToString(CultureInfo.InvariantCulture),
                ["name"] = v.Name,
                ["stand"] = ActTypes.LabelOf(v.Stand),
                ["says"] = FormText.Closed(v.Says),
            })),
            Course = [("讨论日期", held.OpenedOn), ("结论日期", done.On)],
        };
    }
}
