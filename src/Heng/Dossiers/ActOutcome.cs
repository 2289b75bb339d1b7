using Heng.Law.Rulings;

namespace Heng.Dossiers;

/// <summary>What became of an act (办理结果).</summary>
public abstract record ActOutcome
{
    private ActOutcome()
    {
    }

    /// <summary>Done and recorded.</summary>
    /// <param name="DossierId">The dossier; new for an act that opens one.</param>
    /// <param name="Number">Number of the dossier.</param>
    /// <param name="ActNumber">Place in the record.</param>
    public sealed record Done(Guid DossierId, string Number, int ActNumber) : ActOutcome;

    /// <summary>Fields are missing or wrong.</summary>
    /// <param name="Faults">At least one.</param>
    public sealed record Invalid(IReadOnlyList<InputFault> Faults) : ActOutcome;

    /// <summary>The law refuses; every reason.</summary>
    /// <param name="Refusals">At least one.</param>
    public sealed record Refused(IReadOnlyList<Refusal> Refusals) : ActOutcome;

    /// <summary>Someone else acted first.</summary>
    /// <param name="Since">What was done in between.</param>
    public sealed record Conflict(IReadOnlyList<RecordedAct> Since) : ActOutcome;

    /// <summary>No such dossier, or it is not for this person to see.</summary>
    public sealed record NotFound : ActOutcome;

    /// <summary>The person lacks the role or the factor.</summary>
    /// <param name="Says">What is needed, in Chinese.</param>
    public sealed record Forbidden(string Says) : ActOutcome;
}
