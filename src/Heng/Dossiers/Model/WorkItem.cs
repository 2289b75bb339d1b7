using Heng.Platform.Storage;

namespace Heng.Dossiers.Model;

/// <summary>Work item (待办): what a person or a role must do next on a dossier; made anew after each act.</summary>
public sealed class WorkItem : IUnitOwned
{
    private WorkItem()
    {
    }

    internal WorkItem(Dossier dossier, Guid unit, Guid id, WorkNeed need, Guid? person, int roles, string notFor, int yellow, int red)
    {
        (BureauId, Id, UnitId, DossierId, PersonId, Roles, NotFor) = (dossier.BureauId, id, unit, dossier.Id, person, roles, notFor);
        (Title, Why, Act, Since) = (need.Title, need.Why, need.Act, need.Since);
        (DueOn, YellowOn, RedOn, Basis) = (need.Clock?.DueOn, need.Clock?.YellowOn(yellow), need.Clock?.RedOn(red), need.Clock?.Basis);
    }

    /// <inheritdoc/>
    public Guid BureauId { get; private set; }

    /// <inheritdoc/>
    public Guid Id { get; private set; }

    /// <summary>The unit in whose list it stands: that of the person, else that of the dossier.</summary>
    public Guid UnitId { get; private set; }

    /// <summary>The dossier.</summary>
    public Guid DossierId { get; private set; }

    /// <summary>The dossier itself.</summary>
    public Dossier? Dossier { get; private set; }

    /// <summary>Who must do it; null: whoever holds a role.</summary>
    public Guid? PersonId { get; private set; }

    /// <summary>The roles that may do it, as flags; 0 when it is a person's.</summary>
    public int Roles { get; private set; }

    /// <summary>Ids of those whom the rules keep from it although they hold the role, each of 32 digits.</summary>
    public string NotFor { get; private set; } = "";

    /// <summary>What.</summary>
    public string Title { get; private set; } = "";

    /// <summary>Why.</summary>
    public string Why { get; private set; } = "";

    /// <summary>Code of the act.</summary>
    public string? Act { get; private set; }

    /// <summary>Since when.</summary>
    public DateOnly Since { get; private set; }

    /// <summary>Last day.</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>Yellow from this day.</summary>
    public DateOnly? YellowOn { get; private set; }

    /// <summary>Red from this day.</summary>
    public DateOnly? RedOn { get; private set; }

    /// <summary>Where the limit comes from.</summary>
    public string? Basis { get; private set; }

    /// <summary>Whether another row says the same, whatever its id.</summary>
    /// <param name="other">The other row.</param>
    public bool SaysAs(WorkItem other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return (BureauId, DossierId, UnitId, PersonId, Roles, NotFor) == (other.BureauId, other.DossierId, other.UnitId, other.PersonId, other.Roles, other.NotFor)
            && (Title, Why, Act, Since) == (other.Title, other.Why, other.Act, other.Since)
            && (DueOn, YellowOn, RedOn, Basis) == (other.DueOn, other.YellowOn, other.RedOn, other.Basis);
    }
}
