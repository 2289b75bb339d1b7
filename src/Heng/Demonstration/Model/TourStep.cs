using Heng.Dossiers;
using Heng.Platform.People;

namespace Heng.Demonstration.Model;

/// <summary>A step of the guided tour, as the page shows it.</summary>
/// <param name="Plan">The step of the scenario.</param>
/// <param name="Type">The act.</param>
/// <param name="Person">Who does it.</param>
/// <param name="Account">His sign-in name.</param>
/// <param name="Done">The act that did it; null while it is to be done.</param>
internal sealed record TourStep(StepPlan Plan, ActType Type, CurrentPerson Person, string Account, RecordedAct? Done);

/// <summary>The guided tour of one dossier.</summary>
/// <param name="Tour">The tour.</param>
/// <param name="DossierId">The dossier.</param>
/// <param name="Number">Its number.</param>
/// <param name="Steps">The steps in order.</param>
internal sealed record TourState(Tour Tour, Guid DossierId, string Number, IReadOnlyList<TourStep> Steps)
{
    /// <summary>The step to be done now; null when all are done.</summary>
    public TourStep? Now => Steps.FirstOrDefault(s => s.Done is null);

    /// <summary>Steps done.</summary>
    public int DoneCount => Steps.Count(s => s.Done is not null);
}
