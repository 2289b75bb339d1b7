using Heng.Dossiers;
using Heng.Platform.People;

namespace Heng.Prevention;

/// <summary>What prevention adds to a dossier: its part of the five, the answer that is due, what comes next.</summary>
internal sealed class PreventionContributor : IDossierContributor
{
    public void Summarise(DossierFile file, DossierSummary summary)
    {
        var p = file.Part<PreventionFile>();
        if (p.Letters.Count > 0)
        {
            var last = p.Letters[^1];
            summary.Five[FivePart.Prevention] = new(FiveState.Applied, $"{last.Letter.On:yyyy-MM-dd} {ActTypes.LabelOf(last.Letter.Kind)}{(last.RepliedOn is not null ? "，已答复" : last.ReceivedOn is not null ? "，已签收" : "")}");
        }
        else if (p.SourceCameFirst)
        {
            summary.Five[FivePart.Prevention] = new(FiveState.Skipped, "登记线索前没有提醒，依法直接核查");
        }

        if (file.Procedure.Main is null && p.Letters.Count > 0)
        {
            foreach (var part in Enum.GetValues<FivePart>().Where(f => f != FivePart.Prevention))
            {
                summary.Five[part] = new(FiveState.Skipped, "只作提醒，没有登记线索");
            }
        }
    }

    public IEnumerable<DossierClock> Clocks(DossierFile file)
        => file.Part<DossierEnd>().IsClosed ? [] : file.Part<PreventionFile>().Letters.Where(l => l is { AnswerBy: not null, Reply: null })
            .Select(l => new DossierClock("答复敦促函", l.Letter.On, l.AnswerBy!.Value, $"敦促函 {l.Letter.Number}", IsPolicy: true));

    public IEnumerable<WorkNeed> Needs(DossierFile file, IDossierSettings settings)
    {
        var p = file.Part<PreventionFile>();
        if (file.Part<DossierEnd>().IsClosed || p.Letters.Count == 0 || file.Procedure.Main is not null)
        {
            yield break;
        }

        var last = p.Letters[^1];
        Guid[] writers = [file.Acts[0].PersonId];
        if (p.Proposed is not null)
        {
            yield return new WorkNeed("审批敦促函", "敦促函已经起草，由办案机构负责人审批", file.Acts[^1].On) { Roles = PersonRoles.UnitHead, Act = "prevention.approve-urging" };
        }
        else if (last.ReceivedOn is null)
        {
            yield return new WorkNeed("登记签收", $"{ActTypes.LabelOf(last.Letter.Kind)}已经发出", last.Letter.On) { People = writers, Act = "prevention.record-receipt" };
        }
        else if (last.Reply is null)
        {
            yield return new WorkNeed("登记答复", "企业已经签收，等待自查答复", last.ReceivedOn.Value) { People = writers, Act = "prevention.record-reply", Clock = Clocks(file).FirstOrDefault() };
        }
        else
        {
            yield return new WorkNeed("终结档案", "提醒已经答复；没有新线索的，可以终结", last.RepliedOn!.Value) { Roles = PersonRoles.UnitHead, Act = "dossiers.close" };
        }
    }
}
