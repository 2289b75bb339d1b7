using Heng.Cases;
using Heng.Dossiers;

namespace Heng.FollowUp.Steps;

/// <summary>An act of follow-up: it is offered after a decision, while the dossier is open.</summary>
public abstract record FollowUpAct : DossierAct
{
    /// <summary>The follow-up after the act.</summary>
    /// <param name="before">The follow-up before.</param>
    /// <param name="done">Who did it and when.</param>
    public abstract FollowUpFile Apply(FollowUpFile before, RecordedAct done);

    /// <inheritdoc/>
    public override bool IsOffered(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return !file.Part<DossierEnd>().IsClosed && file.Part<CaseFile>().Ending?.VisitAfterDays is not null;
    }

    /// <summary>A fault when a day lies after today or before the decision.</summary>
    /// <param name="on">The day.</param>
    /// <param name="file">The dossier.</param>
    /// <param name="context">Today.</param>
    protected static IEnumerable<InputFault> DayFaults(DateOnly on, DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(context);
        return on > context.Today || on < file.Part<CaseFile>().Ending?.On ? [new("on", "日期应当在决定之日和今天之间。")] : [];
    }
}
