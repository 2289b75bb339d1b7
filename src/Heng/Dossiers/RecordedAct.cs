using Heng.Law;
using Heng.Law.Procedure;

namespace Heng.Dossiers;

/// <summary>Recorded act (已办行为): an act with who did it and when.</summary>
/// <param name="Number">Place in the record, from 1.</param>
/// <param name="On">Beijing day.</param>
/// <param name="At">Instant, UTC.</param>
/// <param name="PersonId">Who.</param>
/// <param name="PersonName">Name then.</param>
/// <param name="Roles">Codes of the roles then.</param>
/// <param name="Act">What was done.</param>
/// <param name="Transition">The transition taken, or null.</param>
public sealed record RecordedAct(int Number, DateOnly On, DateTime At, Guid PersonId, string PersonName, string Roles, DossierAct Act, Transition? Transition)
{
    /// <summary>The law set under which it was done.</summary>
    public LawSet? Law { get; init; }

    /// <summary>Where the procedure stood after it.</summary>
    public ProcedureState Procedure { get; init; } = ProcedureState.Empty;
}
