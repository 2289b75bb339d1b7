using Heng.Cases;
using Heng.Dossiers;
using Heng.Law.Visits;

namespace Heng.FollowUp;

/// <summary>Task of the follow-up plan (回访任务).</summary>
/// <param name="Kind">Which of the three.</param>
/// <param name="Name">Its Chinese name.</param>
/// <param name="Since">The day from which it runs.</param>
/// <param name="DueOn">The last day; the bureau's choice.</param>
/// <param name="IsMandatory">Whether the archive asks for it.</param>
/// <param name="Check">What is asked or looked at.</param>
/// <param name="Done">How it was done; null while it is not.</param>
/// <param name="LeftOutBecause">Why it is left out; null when it is not.</param>
/// <param name="IsDeferred">Whether the head of the unit deferred it.</param>
public sealed record FollowUpTask(VisitKind Kind, string Name, DateOnly Since, DateOnly DueOn, bool IsMandatory, IReadOnlyList<string> Check, FollowUpDone? Done, string? LeftOutBecause, bool IsDeferred)
{
    /// <summary>Where the day comes from, as people read it.</summary>
    public const string Basis = "指导意见第七部分；回访日期由本局设置";

    /// <summary>Whether it is still to be done.</summary>
    public bool IsOpen => Done is null && LeftOutBecause is null;

    /// <summary>Name and last day.</summary>
    public string Says => $"{Name}（{DueOn:yyyy-MM-dd} 前）";

    /// <summary>Its clock.</summary>
    public DossierClock Clock => new(Name, Since, DueOn, Basis, IsPolicy: true);
}

/// <summary>Follow-up plan (回访计划): made by every decision by itself, changed only by the head of the unit.</summary>
public static class FollowUpPlan
{
    /// <summary>The tasks of a dossier; empty while nothing is decided or nothing follows.</summary>
    /// <param name="file">The dossier.</param>
    public static IReadOnlyList<FollowUpTask> Of(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var c = file.Part<CaseFile>();
        if (c.Ending is not { VisitAfterDays: { } days } ending)
        {
            return [];
        }

        var f = file.Part<FollowUpFile>();
        var table = file.Law.Visits;
        var from = c.Corrections.Select(x => x.DueOn).Append(ending.On).Max();
        var planned = table.Plan(file.Part<Affair>().Matter, ending.ViolationFound, from, days);
        var added = f.Changes.Where(x => x.Value.DueOn is not null && planned.All(p => p.Kind != x.Key)).Select(x => new PlannedVisit(x.Key, x.Value.DueOn!.Value, true, table.ChecksOf(x.Key), []));
        return [.. planned.Concat(added).OrderBy(p => p.Kind).Select(Task)];

        FollowUpTask Task(PlannedVisit p)
        {
            var change = f.Changes.GetValueOrDefault(p.Kind);
            var done = f.Done.LastOrDefault(d => d.Kind == p.Kind && d.Act > (change?.Act ?? 0)) ?? (change?.DueOn is null ? f.Done.LastOrDefault(d => d.Kind == p.Kind) : null);
            var due = change?.DueOn ?? p.DueOn;
            return new(p.Kind, table.NameOf(p.Kind), ending.On, f.DeferredUntil > due ? f.DeferredUntil.Value : due, p.IsMandatory, p.Check, done, done is null ? change?.LeftOutBecause : null, f.DeferredUntil is not null);
        }
    }

    /// <summary>What is owed and not yet found met: duties that were set and orders to correct.</summary>
    /// <param name="file">The dossier.</param>
    public static IReadOnlyList<string> OwedIn(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var c = file.Part<CaseFile>();
        return c.Ending is not { IsExemption: true } ? [] :
        [
            .. c.Corrections.Where(x => x.Corrected != true).Select(x => $"改正（{x.Number}）"),
            .. file.Part<FollowUpFile>().Duties.Where(d => d.Met != true).Select(d => $"{ActTypes.LabelOf(d.Kind)}（{d.DueOn:yyyy-MM-dd} 前）"),
        ];
    }
}
