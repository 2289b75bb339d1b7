using Heng.Dossiers;

namespace Heng.Cases;

/// <summary>An act that changes what stands in the file of a case.</summary>
public abstract record CaseAct : DossierAct
{
    /// <summary>The case after the act.</summary>
    /// <param name="before">The case before; evidence that the act brings is already in it.</param>
    /// <param name="done">Who did it and when.</param>
    public abstract CaseFile Apply(CaseFile before, RecordedAct done);
}

/// <summary>An act that brings a piece of evidence into the file.</summary>
public interface IBringsEvidence
{
    /// <summary>The piece, or null when the act brings none.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="done">Who did it and when.</param>
    Evidence? EvidenceAs(int number, RecordedAct done);
}
