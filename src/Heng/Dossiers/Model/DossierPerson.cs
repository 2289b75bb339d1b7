using Heng.Platform.Storage;

namespace Heng.Dossiers.Model;

/// <summary>Dossier person (档案人员): an officer of a dossier, so that a person finds his own.</summary>
public sealed class DossierPerson : IBureauOwned
{
    private DossierPerson()
    {
    }

    internal DossierPerson(Dossier dossier, Guid id, Guid personId) => (BureauId, Id, DossierId, PersonId) = (dossier.BureauId, id, dossier.Id, personId);

    /// <inheritdoc/>
    public Guid BureauId { get; private set; }

    /// <inheritdoc/>
    public Guid Id { get; private set; }

    /// <summary>The dossier.</summary>
    public Guid DossierId { get; private set; }

    /// <summary>The officer.</summary>
    public Guid PersonId { get; private set; }
}
