using Heng.Cases;
using Heng.Dossiers;

namespace Heng.FollowUp;

/// <summary>What the card of follow-up shows.</summary>
/// <param name="File">What was done, owed and linked.</param>
/// <param name="Tasks">The plan.</param>
/// <param name="Corrections">Orders to correct of the case.</param>
/// <param name="RelapseLink">Where a dossier for a relapse is opened; null while none is asked for.</param>
/// <param name="IntegrityLink">Where supervision reads the integrity answers; null for everyone else.</param>
/// <param name="Today">Today.</param>
public sealed record FollowUpView(FollowUpFile File, IReadOnlyList<FollowUpTask> Tasks, IReadOnlyList<Correction> Corrections, string? RelapseLink, string? IntegrityLink, DateOnly Today);

/// <summary>The card of follow-up on the page of a dossier.</summary>
internal sealed class FollowUpPanel : IDossierPanel
{
    public int Order => 60;

    public string Title => "回访";

    public string View => "/FollowUp/Pages/_FollowUp.cshtml";

    public object? ModelOf(DossierFile file, ActContext context)
    {
        var f = file.Part<FollowUpFile>();
        var tasks = FollowUpPlan.Of(file);
        var c = file.Part<CaseFile>();
        return tasks.Count == 0 && f.Ties.Count == 0 && f.ReExamination is null && f.Earlier.Count == 0 ? null
            : new FollowUpView(f, tasks, c.Ending is null ? [] : [.. c.Corrections], f.OpenRelapse is null ? null : FollowUpLinks.Relapse(file.Id), context.Me.Holds(Platform.People.PersonRoles.Supervision) && f.Done.Concat(f.Earlier).Any(d => d.Kind == Law.Visits.VisitKind.Visit) ? FollowUpLinks.IntegrityOf(file.Id) : null, context.Today);
    }
}
