using Heng.Dossiers;

namespace Heng.Cases;

/// <summary>An act that names who verifies a clue: they handled it as officers handle a case.</summary>
public interface INamesVerifiers
{
    /// <summary>The people.</summary>
    IReadOnlyList<NamedPerson> Named { get; }
}
