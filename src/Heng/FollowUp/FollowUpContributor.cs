using Heng.Cases;
using Heng.Dossiers;
using Heng.FollowUp.Steps;
using Heng.Law.Rulings;
using Heng.Law.Visits;
using Heng.Platform.People;

namespace Heng.FollowUp;

/// <summary>What follow-up adds to a dossier: its part of the five, the days that the plan sets, who visits next, and what holds the archive.</summary>
internal sealed class FollowUpContributor : IDossierContributor
{
    public void Summarise(DossierFile file, DossierSummary summary)
    {
        if (file.Part<CaseFile>().Ending is not { } ending)
        {
            return;
        }

        var f = file.Part<FollowUpFile>();
        var tasks = FollowUpPlan.Of(file);
        string[] open = [.. tasks.Where(t => t.IsOpen).Select(t => t.Says), .. FollowUpPlan.OwedIn(file), .. f.OpenRelapse is null ? [] : new[] { "再次违法待另立档案" }];
        var done = tasks.Where(t => t.Done is not null).ToArray();
        summary.Five[FivePart.Visit] = tasks.Count == 0 ? new(FiveState.Skipped, ending.Kind switch
        {
            CaseEndingKind.OnPaper => "转纸质办理，随纸质案卷回访",
            CaseEndingKind.Transferred => "已经移送，由接收单位跟踪",
            CaseEndingKind.Terminated => "终止调查，不需要回访",
            _ => "没有认定违法，不需要回访",
        })
            : open.Length > 0 ? new(FiveState.Due, string.Join("、", open))
            : done.Length > 0 ? new(FiveState.Applied, string.Join("、", done.Select(t => $"{t.Name} {t.Done!.On:yyyy-MM-dd}")))
            : new(FiveState.Skipped, $"不再安排：{tasks[0].LeftOutBecause}");
        if (f.Ties.Count > 0)
        {
            summary.Words.AddRange(f.Ties.Select(t => t.Number));
        }
    }

    public IEnumerable<DossierClock> Clocks(DossierFile file)
        => file.Part<DossierEnd>().IsClosed ? [] :
        [
            .. FollowUpPlan.Of(file).Where(t => t.IsOpen).Select(t => t.Clock),
            .. file.Part<FollowUpFile>().Duties.Where(d => d.Met != true).Select(ClockOf),
            .. new[] { RecordStatement.ClockOf(file) }.OfType<DossierClock>(),
        ];

    public IEnumerable<WorkNeed> Needs(DossierFile file, IDossierSettings settings)
    {
        if (file.Part<DossierEnd>().IsClosed)
        {
            yield break;
        }

        var c = file.Part<CaseFile>();
        var f = file.Part<FollowUpFile>();
        if (RecordStatement.ClockOf(file) is { } hearing)
        {
            yield return new WorkNeed("听取陈述、申辩", "重新审查应当再次听取当事人意见", hearing.Since) { Roles = PersonRoles.Officer, Act = "follow-up.record-statement", Clock = hearing };
        }

        if (c.Ending is not { } ending)
        {
            yield break;
        }

        var open = FollowUpPlan.Of(file).Where(t => t.IsOpen).ToArray();
        if (open.Length > 0 && f.Visitors.Count == 0)
        {
            yield return new WorkNeed("指定回访人员", $"决定已经作出，应当安排：{string.Join("、", open.Select(t => t.Name))}", ending.On) { Roles = PersonRoles.UnitHead, Act = "follow-up.assign-visitor", Clock = open.MinBy(t => t.DueOn)!.Clock };
        }

        foreach (var task in f.Visitors.Count == 0 ? [] : open)
        {
            yield return new WorkNeed(task.Name, "您被指定回访", ending.On) { People = [.. f.Visitors.Select(v => v.Id)], Act = ActOf(task.Kind), Clock = task.Clock };
        }

        if (file.Procedure.Main == "S95" && open.Any(t => t.IsMandatory && !t.IsDeferred))
        {
            yield return new WorkNeed("暂缓回访，以便归档", "案件已经结案，回访期限未到", c.ClosedOn ?? ending.On) { Roles = PersonRoles.UnitHead, Act = "follow-up.defer" };
        }

        foreach (var duty in f.Duties.Where(d => d.Met != true))
        {
            yield return new WorkNeed($"核查义务：{ActTypes.LabelOf(duty.Kind)}", duty.Met == false ? "上次核查没有履行" : "免罚不免责，逐项核查", duty.Since) { Roles = PersonRoles.Officer | PersonRoles.UnitHead, Act = "follow-up.check-duty", Clock = ClockOf(duty) };
        }

        if (f.OpenRelapse is { } relapse)
        {
            yield return new WorkNeed("就再次违法另立档案", relapse.Says, relapse.On) { Roles = PersonRoles.Officer | PersonRoles.UnitHead, Act = "follow-up.open-relapse" };
        }
        else if (c.IsOver && open.Length == 0 && FollowUpPlan.OwedIn(file).Count == 0)
        {
            yield return new WorkNeed("终结档案", "案件已经办结，回访已经完成或者不需要", file.Acts[^1].On) { Roles = PersonRoles.UnitHead, Act = "dossiers.close" };
        }
    }

    public IEnumerable<Refusal> Holds(DossierFile file, string act)
    {
        if (act == "cases.archive")
        {
            string[] open = [.. FollowUpPlan.Of(file).Where(t => t.IsOpen && t.IsMandatory && !t.IsDeferred).Select(t => t.Name)];
            return new[] { VisitRules.ArchiveDefersWhatIsOpen.Check(open) }.OfType<Refusal>();
        }

        return act is "cases.conclude" or "cases.decide-no-penalty" or "cases.decide-penalty" && file.Part<FollowUpFile>() is { ReExamination: not null, Heard: null } ? [DutyRules.PartyIsHeardAgain.Check(false)!] : [];
    }

    public IEnumerable<string> AssignedActs(DossierFile file, Guid person)
        => !file.Part<DossierEnd>().IsClosed && file.Part<FollowUpFile>().Visitors.Any(v => v.Id == person) ? [.. Enum.GetValues<VisitKind>().Select(ActOf), "documents.issue"] : [];

    private static DossierClock ClockOf(Duty duty) => new($"履行义务：{ActTypes.LabelOf(duty.Kind)}", duty.Since, duty.DueOn, FollowUpTask.Basis, IsPolicy: true);

    private static string ActOf(VisitKind kind) => kind switch { VisitKind.Visit => "follow-up.record-visit", VisitKind.Relook => "follow-up.record-relook", _ => "follow-up.record-retest" };
}
