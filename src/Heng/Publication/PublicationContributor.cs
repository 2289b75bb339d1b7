using Heng.Cases;
using Heng.Dossiers;
using Heng.Platform.People;

namespace Heng.Publication;

/// <summary>What publication adds to a dossier: its clock and who must do what next.</summary>
internal sealed class PublicationContributor : IDossierContributor
{
    public void Summarise(DossierFile file, DossierSummary summary)
    {
        if (file.Part<PublicationFile>() is { Published: not null, Summary.Number: var number })
        {
            summary.Words.Add(number);
        }
    }

    public IEnumerable<DossierClock> Clocks(DossierFile file) => PublicationPlan.ClockOf(file) is { } clock ? [clock] : [];

    public IEnumerable<WorkNeed> Needs(DossierFile file, IDossierSettings settings)
    {
        if (PublicationPlan.ClockOf(file) is not { } clock)
        {
            yield break;
        }

        var p = file.Part<PublicationFile>();
        if (p.Entry is null)
        {
            yield return new WorkNeed("录入公示信息", "谁办案、谁录入、谁负责", clock.Since) { People = [.. file.Part<CaseFile>().Handlers.Select(h => h.Id)], Act = "publication.enter", Clock = clock };
        }
        else if (file.Part<CaseFile>().Penalty?.ServedOn is not null)
        {
            yield return new WorkNeed("核对并公示", "公示信息已经录入，由公示管理人员核对发布", clock.Since) { Roles = PersonRoles.Publicity, Act = "publication.publish", Clock = clock };
        }
    }
}
