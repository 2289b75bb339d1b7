namespace Heng.Platform.Storage;

/// <summary>Access (访问范围): whose rows a context may read. Nobody's, unless it is said.</summary>
/// <param name="BureauId">The bureau.</param>
/// <param name="UnitId">The unit whose rows are seen; null for the whole bureau.</param>
public readonly record struct Access(Guid BureauId, Guid? UnitId)
{
    /// <summary>No access: every query of bureau-owned rows is empty.</summary>
    public static Access None => default;

    /// <summary>In place of a unit: nothing that belongs to a unit, which is every dossier.</summary>
    public static Guid NoUnit => Guid.Empty;

    /// <summary>Everything of one bureau, for work that the program does itself.</summary>
    /// <param name="bureauId">The bureau.</param>
    public static Access WholeBureau(Guid bureauId) => new(bureauId, null);
}
