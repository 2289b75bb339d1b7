using Heng.Platform.Storage;

namespace Heng.Dossiers.Model;

/// <summary>Vault row (保密信息): a locked text that the record only commits to, for example who reported.</summary>
public sealed class VaultRow : IBureauOwned
{
    private VaultRow()
    {
    }

    internal VaultRow(Guid bureauId, Guid id, Guid dossierId, int act, string kind, string locked)
        => (BureauId, Id, DossierId, Act, Kind, Locked) = (bureauId, id, dossierId, act, kind, locked);

    /// <inheritdoc/>
    public Guid BureauId { get; private set; }

    /// <inheritdoc/>
    public Guid Id { get; private set; }

    /// <summary>The dossier.</summary>
    public Guid DossierId { get; private set; }

    /// <summary>Number of the act.</summary>
    public int Act { get; private set; }

    /// <summary>What it is: <c>reporter</c> or <c>integrity</c>.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>The locked text.</summary>
    public string Locked { get; private set; } = "";
}
