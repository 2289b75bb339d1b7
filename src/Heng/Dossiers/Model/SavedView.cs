using Heng.Platform.Storage;

namespace Heng.Dossiers.Model;

/// <summary>Saved view (常用筛选): an address of the dossier list that a person wants to find again.</summary>
public sealed class SavedView : IBureauOwned
{
    private SavedView()
    {
    }

    internal SavedView(Guid bureauId, Guid id, Guid personId, string name, string query) => (BureauId, Id, PersonId, Name, Query) = (bureauId, id, personId, name, query);

    /// <inheritdoc/>
    public Guid BureauId { get; private set; }

    /// <inheritdoc/>
    public Guid Id { get; private set; }

    /// <summary>Whose.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>The name given.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The query part of the address.</summary>
    public string Query { get; internal set; } = "";
}
