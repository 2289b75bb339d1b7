using Heng.Cases.Steps.Service;
using Heng.Dossiers;
using Heng.Law.Procedure;
using Heng.Law.Time;

namespace Heng.Cases.Steps.Notice;

/// <summary>Service of a notice that a head approved (送达告知书, form 37): from the day of service the five working days run.</summary>
public abstract record NoticeService : ServeAct
{
    private const string Period = "L40";

    /// <summary>The last day of the five working days, frozen.</summary>
    public DateOnly? LapsesOn { get; init; }

    /// <inheritdoc/>
    public override string Says => $"送达行政处罚告知书（陈述申辩至 {LapsesOn:yyyy-MM-dd}）";

    /// <inheritdoc/>
    public override bool IsOffered(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return base.IsOffered(file) && file.Part<CaseFile>().Course.Approval is not null;
    }

    /// <inheritdoc/>
    public override IEnumerable<InputFault> Faults(DossierFile file, ActContext context)
    {
        foreach (var fault in base.Faults(file, context))
        {
            yield return fault;
        }

        if (On <= context.Today && DeemedOn(context) is { } served && LapseAfter(served, context) is null)
        {
            yield return new("on", "陈述申辩期限无法计算：所在年份的工作日历尚未载入。");
        }
    }

    /// <inheritdoc/>
    public override ProcedureAct AsStep(ProcedureAct step, DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(step);
        ArgumentNullException.ThrowIfNull(file);
        var course = file.Part<CaseFile>().Course;
        if (course is not { Approval: { } approval, Approved: { } approved } || (ServedOn ?? DeemedOn(context)) is not { } served)
        {
            return step;
        }

        return step with
        {
            On = served,
            Penalty = Penalties.GravityOf(approved.Sanction, file),
            LapsesOn = LapsesOn ?? LapseAfter(served, context),
            HearingTriggered = Penalties.HearingOf(approved.Sanction, file, context).Count > 0,
            HearingOffered = approval.OffersHearing == true,
            NewFacts = !string.IsNullOrEmpty(approved.NewFacts),
        };
    }

    /// <inheritdoc/>
    public override DossierAct Frozen(DossierFile file, ActContext context)
    {
        var frozen = (NoticeService)base.Frozen(file, context);
        return frozen with { LapsesOn = frozen.ServedOn is { } served ? LapseAfter(served, context) : null };
    }

    /// <inheritdoc/>
    public override CaseFile Apply(CaseFile before, RecordedAct done)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(done);
        if (before.Course is not { Approval: { } approval, Approved: { } approved })
        {
            return before;
        }

        var notice = new ServedNotice(approval.DocumentNumber, approved.Sanction, ServedOn ?? On, LapsesOn ?? On, approval.OffersHearing == true, approved.NewFacts ?? "", done.Number);
        return before with
        {
            Course = before.Course.WithoutNotice() with { Notice = notice, Notices = before.Course.Notices.Add(notice) },
            Services = before.Services.Add(new(approval.DocumentName, Method!.Value, ServedOn ?? On, Receiver ?? "", Stored, false)),
        };
    }

    /// <inheritdoc/>
    protected override string Served(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Part<CaseFile>().Course.Approval?.DocumentName ?? "";
    }

    /// <inheritdoc/>
    protected override DateOnly? MadeOn(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Part<CaseFile>().Course.ApprovedOn;
    }

    private static DateOnly? LapseAfter(DateOnly served, ActContext context)
        => context.Law.Deadlines.Count(Period, served) is Law.Rulings.Outcome<Deadline>.Allowed(var end, _) ? end.Due.Day : null;
}

/// <summary>Serve the notice (送达告知书).</summary>
[Act("cases.serve-notice", "送达告知书", ActKind.ServeNotice, Basis = "PR 57(1)", Help = "负责人批准后送达。自送达之日起五个工作日内，当事人可以陈述、申辩，属于听证范围的可以要求听证。")]
public sealed record ServeNotice : NoticeService;

/// <summary>Serve a new notice (重新告知): the proposal changed after the defence or the hearing.</summary>
[Act("cases.serve-new-notice", "重新告知", ActKind.ServeNewNotice, Basis = "APL 44", Help = "陈述申辩或者听证以后改变拟处罚意见的，经批准后重新告知，期限重新计算；更重的须有新的事实。")]
public sealed record ServeNewNotice : NoticeService;
