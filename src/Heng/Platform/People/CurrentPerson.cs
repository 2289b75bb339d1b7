using Heng.Platform.Storage;

namespace Heng.Platform.People;

/// <summary>Current person (当前人员): who is signed in, in which post, with which roles today.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="PersonId">The person of the bureau.</param>
/// <param name="BureauId">The bureau.</param>
/// <param name="UnitId">The unit.</param>
/// <param name="Name">The name.</param>
/// <param name="Roles">The roles held today.</param>
/// <param name="HasSecondFactor">Whether the session was opened with two factors; approvals ask for it.</param>
public sealed record CurrentPerson(Guid AccountId, Guid PersonId, Guid BureauId, Guid UnitId, string Name, PersonRoles Roles, bool HasSecondFactor)
{
    /// <summary>What the person may read of the bureau: the whole, the unit, or no dossier at all.</summary>
    public Access Access => new(BureauId, Holds(RoleNames.Administrators) ? Access.NoUnit : Holds(RoleNames.WholeBureau) ? null : Holds(RoleNames.OfUnit) ? UnitId : Access.NoUnit);

    /// <summary>Where the person may do an act: finance books receipts of the whole bureau without reading its dossiers.</summary>
    public Access Reach => Holds(PersonRoles.Finance) && !Holds(RoleNames.Administrators) ? Access.WholeBureau(BureauId) : Access;

    /// <summary>Whether one of the roles is held.</summary>
    /// <param name="roles">The roles.</param>
    public bool Holds(PersonRoles roles) => (Roles & roles) != 0;
}
