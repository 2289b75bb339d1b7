using Heng.Law.Rulings;
using Heng.Platform.People;

namespace Heng.Dossiers;

/// <summary>Offer (可办事项): an act that a dossier waits for.</summary>
/// <param name="Type">The act.</param>
/// <param name="By">Who may do it.</param>
/// <param name="IsMine">Whether the person who looks holds the role.</param>
/// <param name="WhyNot">What stands against it now, whatever is typed.</param>
public sealed record ActOffer(ActType Type, PersonRoles By, bool IsMine, IReadOnlyList<Refusal> WhyNot);
