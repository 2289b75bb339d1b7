namespace Heng.Dossiers;

/// <summary>Where the effective settings of a bureau come from.</summary>
public interface ISettingsOfBureau
{
    /// <summary>The effective settings.</summary>
    /// <param name="bureauId">The bureau.</param>
    /// <param name="stop">Stops the work.</param>
    ValueTask<IDossierSettings> OfAsync(Guid bureauId, CancellationToken stop = default);
}
