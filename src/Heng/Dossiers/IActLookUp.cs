namespace Heng.Dossiers;

/// <summary>Looks up for acts what they cannot find by themselves, because it takes services of a capability: templates, contents of files.</summary>
public interface IActLookUp
{
    /// <summary>Whether the act is served here instead of by <see cref="DossierAct.LookUpAsync"/>.</summary>
    /// <param name="act">The act.</param>
    bool Serves(DossierAct act);

    /// <summary>What is found; it goes into <see cref="ActContext.Found"/>.</summary>
    /// <param name="act">The act.</param>
    /// <param name="file">The dossier before.</param>
    /// <param name="context">Who acts.</param>
    /// <param name="stop">Stops the work.</param>
    Task<object?> FindAsync(DossierAct act, DossierFile file, ActContext context, CancellationToken stop);
}
