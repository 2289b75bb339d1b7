using Heng.Dossiers.Steps;

namespace Heng.Dossiers;

/// <summary>End of a dossier (档案终结): whether it is closed, since when, and with which parts.</summary>
/// <param name="ClosedOn">The day; null while it is open.</param>
/// <param name="Parts">The five parts as they stood then.</param>
public sealed record DossierEnd(DateOnly? ClosedOn, IReadOnlyList<FivePartKept> Parts) : IDossierPart<DossierEnd>
{
    /// <inheritdoc/>
    public static DossierEnd Empty { get; } = new(null, []);

    /// <summary>Whether the dossier is closed.</summary>
    public bool IsClosed => ClosedOn is not null;

    /// <inheritdoc/>
    public DossierEnd After(RecordedAct done)
    {
        ArgumentNullException.ThrowIfNull(done);
        return done.Act is CloseDossier close ? new(done.On, close.Parts) : done.Act.BeginsAnew ? Empty : this;
    }

    /// <summary>Tells lists that a dossier is closed.</summary>
    internal sealed class Contributor : IDossierContributor
    {
        public void Summarise(DossierFile file, DossierSummary summary) => summary.IsClosed = file.Part<DossierEnd>().IsClosed;
    }
}
