using Heng.Law.Rulings;
using Heng.Platform.Storage;

namespace Heng.Dossiers;

/// <summary>Contributor (参与方): what a capability adds to every dossier: summary, clocks, needs; pure but for the rows that it projects.</summary>
public interface IDossierContributor
{
    /// <summary>Fills what the capability knows into the summary.</summary>
    /// <param name="file">The dossier.</param>
    /// <param name="summary">The summary.</param>
    void Summarise(DossierFile file, DossierSummary summary)
    {
    }

    /// <summary>The time limits that run.</summary>
    /// <param name="file">The dossier.</param>
    IEnumerable<DossierClock> Clocks(DossierFile file) => [];

    /// <summary>What someone must do next.</summary>
    /// <param name="file">The dossier.</param>
    /// <param name="settings">The settings of the bureau.</param>
    IEnumerable<WorkNeed> Needs(DossierFile file, IDossierSettings settings) => [];

    /// <summary>Codes of the acts that a person is named for in the dossier, whatever his unit; <see cref="AssignedReading.EveryAct"/> for all, empty when he is not named.</summary>
    /// <param name="file">The dossier.</param>
    /// <param name="person">The person.</param>
    IEnumerable<string> AssignedActs(DossierFile file, Guid person) => [];

    /// <summary>What this capability has against an act of another: a hold, with its rule.</summary>
    /// <param name="file">The dossier.</param>
    /// <param name="act">Code of the act.</param>
    IEnumerable<Refusal> Holds(DossierFile file, string act) => [];

    /// <summary>Brings rows of the capability that stand beside the record up to date, in the transaction of the act.</summary>
    /// <param name="db">The transaction.</param>
    /// <param name="before">The dossier before the act.</param>
    /// <param name="after">The dossier after it.</param>
    /// <param name="stop">Stops the work.</param>
    Task ProjectAsync(HengDb db, DossierFile before, DossierFile after, CancellationToken stop) => Task.CompletedTask;
}
