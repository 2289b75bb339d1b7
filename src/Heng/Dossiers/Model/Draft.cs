using Heng.Platform.Storage;

namespace Heng.Dossiers.Model;

/// <summary>Draft (草稿): a form put aside; it is nobody's but its writer's.</summary>
public sealed class Draft : IBureauOwned
{
    private Draft()
    {
    }

    internal Draft(Guid bureauId, Guid id, Guid personId, Guid? dossierId, string act) => (BureauId, Id, PersonId, DossierId, Act) = (bureauId, id, personId, dossierId, act);

    /// <inheritdoc/>
    public Guid BureauId { get; private set; }

    /// <inheritdoc/>
    public Guid Id { get; private set; }

    /// <summary>The writer.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>The dossier; null for one that is not registered yet.</summary>
    public Guid? DossierId { get; private set; }

    /// <summary>Code of the act.</summary>
    public string Act { get; private set; } = "";

    /// <summary>The fields as they were typed, JSON, locked: what is typed may be what the record must not carry.</summary>
    public string Fields { get; internal set; } = "";

    /// <summary>When.</summary>
    public DateTime At { get; internal set; }
}
