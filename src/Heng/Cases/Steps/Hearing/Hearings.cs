using System.Globalization;
using Heng.Cases.Steps.Review;
using Heng.Dossiers;
using Heng.Law.Penalties;
using Heng.Law.Procedure;
using Heng.Law.Rulings;
using Heng.Law.Time;
using Heng.Platform.People;

namespace Heng.Cases.Steps.Hearing;

/// <summary>Accept a hearing request and name the chair (受理听证申请, form 39): the hearing itself is held on paper and recorded.</summary>
[Act("cases.accept-hearing", "受理听证申请", ActKind.AcceptHearingRequest, Basis = "APL 64#1", Help = "当事人在期限以内要求听证的，由负责人指定非本案办案人员主持；举行听证七个工作日以前通知当事人。听证在纸上进行，结束后登记笔录和报告。")]
public sealed record AcceptHearing : CaseAct
{
    /// <summary>The day of the request.</summary>
    [Field("提出听证申请的日期")]
    public DateOnly RequestedOn { get; init; }

    /// <summary>The chair.</summary>
    [Field("听证主持人", Kind = FieldKind.Person, Help = "不能是本案办案人员。")]
    public Guid Chair { get; init; }

    /// <summary>The day of the hearing.</summary>
    [Field("举行听证的日期")]
    public DateOnly HearingOn { get; init; }

    /// <summary>The time of day, as 09:30; null in acts of before, where it was filled in by hand.</summary>
    [Field("举行听证的时间", Optional = true, Help = "几时几分，例如 09:30；不填的，通知书留空由经办人填写。")]
    public string? HearingAt { get; init; }

    /// <summary>The place.</summary>
    [Field("举行听证的地点")]
    public string Place { get; init; } = "";

    /// <summary>The request.</summary>
    [Field("听证申请材料", Kind = FieldKind.Files, Optional = true)]
    public IReadOnlyList<Guid> Files { get; init; } = [];

    /// <summary>The files, frozen.</summary>
    public IReadOnlyList<NamedFile> Stored { get; init; } = [];

    /// <summary>The chair, frozen.</summary>
    public NamedPerson? Named { get; init; }

    /// <summary>Number of the notice of the hearing.</summary>
    public string DocumentNumber { get; init; } = "";

    /// <summary>The notice of the hearing by name and number.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string DocumentName => $"行政处罚听证通知书 {DocumentNumber}";

    /// <summary>The time of day; null while it is not named.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public TimeOnly? TimeOfDay => TimeOnly.TryParseExact((HearingAt ?? "").Replace('：', ':'), ["H:mm", "HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? at : null;

    /// <inheritdoc/>
    public override string? Series => "F39";

    /// <inheritdoc/>
    public override string Says => $"受理听证申请，由{Named?.Name}主持，{HearingOn:yyyy-MM-dd} 举行（{DocumentNumber}）";

    /// <inheritdoc/>
    public override bool IsOffered(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return base.IsOffered(file) && file.Procedure is { HearingOffered: true, HearingRequested: false, Waived: false };
    }

    /// <inheritdoc/>
    public override DossierAct Prefilled(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return this with { RequestedOn = context.Today, Place = context.Bureau?.Address ?? "" };
    }

    /// <inheritdoc/>
    public override IEnumerable<InputFault> Faults(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(context);
        if (RequestedOn > context.Today || RequestedOn < file.Part<CaseFile>().Course.Notice?.ServedOn)
        {
            yield return new("requestedOn", "申请日期应当在告知书送达以后、今天以前。");
        }

        if (HearingAt is { Length: > 0 } && TimeOfDay is null)
        {
            yield return new("hearingAt", "时间写作 09:30。");
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<Refusal> Check(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(context);
        var c = file.Part<CaseFile>();
        return new[]
        {
            c.IsHandledBy(Chair) || c.Interests.GetValueOrDefault(Chair) ? ProcedureRules.ChairIsNoHandler.Refuse("所指定的主持人是本案办案人员或者声明有利害关系，不得主持听证；请另行指定。") : null,
            HearingRules.NoticeComesBefore.Check(new(context.Today, LatestNotice(context))),
        }.OfType<Refusal>();
    }

    /// <inheritdoc/>
    public override IEnumerable<Rule> RestsOn() => [ProcedureRules.ChairIsNoHandler, HearingRules.NoticeComesBefore];

    /// <inheritdoc/>
    public override ProcedureAct AsStep(ProcedureAct step, DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(step);
        return step with { On = RequestedOn };
    }

    /// <inheritdoc/>
    public override DossierAct Numbered(int number, ActContext context) => this with { DocumentNumber = DocumentNumbers.Of(context, "听通", number) };

    /// <inheritdoc/>
    public override DossierAct Frozen(DossierFile file, ActContext context) => this with { Stored = NamedFile.Of(Files, context), Named = NamedPerson.Of([Chair], context)[0] };

    /// <inheritdoc/>
    public override CaseFile Apply(CaseFile before, RecordedAct done)
    {
        ArgumentNullException.ThrowIfNull(before);
        return before with { Course = before.Course with { Hearing = new(RequestedOn, Named ?? new(Chair, "", null)) } };
    }

    private DateOnly? LatestNotice(ActContext context) => context.Law.Deadlines.Count("L44", HearingOn) is Outcome<Deadline>.Allowed(var day, _) ? day.Due.Day : null;
}

/// <summary>Close the hearing with the report of the chair (听证结束, forms 40 and 41 on paper).</summary>
[Act("cases.close-hearing", "登记听证笔录和报告", ActKind.CloseHearing, By = PersonRoles.Reviewer | PersonRoles.LegalReviewer | PersonRoles.Head | PersonRoles.Principal, Basis = "HR 29(1)", Help = "由听证主持人本人登记。听证结束之日起五个工作日内提出报告，随后进行法制审核。当事人撤回申请、无正当理由不出席的，登记为终止并写明。")]
public sealed record CloseHearing : CaseAct
{
    /// <summary>The day on which it was held or ended.</summary>
    [Field("听证举行或者终止的日期")]
    public DateOnly On { get; init; }

    /// <summary>The report.</summary>
    [Field("听证报告", Kind = FieldKind.LongText, Help = "听证的基本情况，当事人和办案人员的主张，主持人的意见。")]
    public string Report { get; init; } = "";

    /// <summary>The record and the report on paper.</summary>
    [Field("听证笔录、报告扫描件", Kind = FieldKind.Files)]
    public IReadOnlyList<Guid> Files { get; init; } = [];

    /// <summary>The files, frozen.</summary>
    public IReadOnlyList<NamedFile> Stored { get; init; } = [];

    /// <inheritdoc/>
    public override string Says => $"听证结束（{On:yyyy-MM-dd}），提出听证报告";

    /// <inheritdoc/>
    public override DossierAct Prefilled(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return this with { On = context.Today };
    }

    /// <inheritdoc/>
    public override IEnumerable<InputFault> Faults(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(context);
        if (On > context.Today || On < file.Part<CaseFile>().Course.Hearing?.RequestedOn)
        {
            yield return new("on", "听证日期应当在申请以后、今天以前。");
        }
    }

    /// <inheritdoc/>
    public override ProcedureAct AsStep(ProcedureAct step, DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(step);
        ArgumentNullException.ThrowIfNull(file);
        // The chair is an office in this case alone, not a role in the bureau.
        var chairs = file.Part<CaseFile>().Course.Hearing?.Chair.Id.ToString("N") == step.By.Person;
        return chairs ? step with { By = step.By with { Roles = step.By.Roles | ProcedureRole.HearingChair } } : step;
    }

    /// <inheritdoc/>
    public override DossierAct Frozen(DossierFile file, ActContext context) => this with { Stored = NamedFile.Of(Files, context) };

    /// <inheritdoc/>
    public override CaseFile Apply(CaseFile before, RecordedAct done)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(done);
        return before.Course.Hearing is not { } hearing ? before : before with
        {
            Course = before.Course with { Hearing = hearing with { ClosedOn = done.On, Report = Report } },
            Excluded = before.Excluded.Add((hearing.RequestedOn, done.On, "听证")),
        };
    }
}

/// <summary>Legal review after the hearing that passes (听证后法制审核).</summary>
public abstract record PostHearingReview : ReviewOpinion
{
    /// <inheritdoc/>
    public override bool IsOffered(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return base.IsOffered(file) && file.Procedure.Main == "S62";
    }

    /// <inheritdoc/>
    public override IEnumerable<Refusal> Check(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Procedure.Main == "S62" ? base.Check(file, context) : [ProcedureRules.ActFitsTheStage.Refuse("听证结束以后才能办理；请先登记听证笔录和报告。")];
    }

    /// <inheritdoc/>
    public override ProcedureAct AsStep(ProcedureAct step, DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(step);
        ArgumentNullException.ThrowIfNull(file);
        return step with { DefenceAnswered = !file.Part<CaseFile>().Course.Unanswered.Any() };
    }

    /// <inheritdoc/>
    public override CaseFile Apply(CaseFile before, RecordedAct done)
    {
        var after = base.Apply(before, done);
        return after.Course.Hearing is { } hearing ? after with { Course = after.Course with { Hearing = hearing with { ReviewPassed = true } } } : after;
    }

    /// <inheritdoc/>
    protected override bool NeedsLegal(DossierFile file) => true;
}

/// <summary>Legal review passed after the hearing (听证后法制审核通过).</summary>
[Act("cases.pass-legal-review", "听证后法制审核通过", ActKind.ProceedToDiscussion, Basis = "PR 50(2)", Help = "经过听证的案件，听证结束后进行法制审核；通过的提交集体讨论。")]
public sealed record PassLegalReview : PostHearingReview
{
    /// <inheritdoc/>
    public override string Says => "听证后法制审核通过，提交集体讨论";
}

/// <summary>Legal review passed after the hearing, and nothing is to be punished any more (听证后改为不予处罚、移送): the head decides.</summary>
[Act("cases.pass-without-penalty", "听证后改为不予处罚或者移送", ActKind.ProceedToDecision, Basis = "PR 60(1)", Help = "听证以后认为不应当处罚或者应当移送的，法制审核通过后直接报负责人决定。仍拟处罚的，办理“听证后法制审核通过”，提交集体讨论。")]
public sealed record PassWithoutPenalty : PostHearingReview
{
    /// <summary>Why nothing is punished.</summary>
    [Field("不再处罚的理由", Kind = FieldKind.LongText, Help = "听证中查明的事实、证据和依据；不予处罚的情形，或者移送的部门。")]
    public string Reason { get; init; } = "";

    /// <inheritdoc/>
    public override string Says => "听证后法制审核通过，改为不予处罚或者移送，报负责人决定";

    /// <inheritdoc/>
    public override DossierAct Prefilled(DossierFile file, ActContext context) => this with { Opinion = "经审核，同意不再给予行政处罚。" };
}

/// <summary>Legal review not passed after the hearing (法制审核不通过): no decision, back to the investigation.</summary>
[Act("cases.fail-legal-review", "听证后法制审核不通过", ActKind.FailLegalReview, Basis = "APL 58(1)", Help = "审核未通过的不得作出决定，退回补充调查，写明理由。")]
public sealed record FailLegalReview : SentBack
{
    /// <summary>Why.</summary>
    [Field("不通过的理由", Kind = FieldKind.LongText)]
    public string Reason { get; init; } = "";

    /// <inheritdoc/>
    public override string Says => "听证后法制审核不通过，退回补充调查";
}
