using Heng.Dossiers;
using Heng.Law.Rulings;
using Heng.Platform.Files;
using Heng.Platform.Storage;

namespace Heng.Documents;

/// <summary>Issuing (签发): what was made for an act that issues documents, before it is recorded.</summary>
/// <param name="Documents">The documents, their files already kept.</param>
/// <param name="Refusals">Why the document that was asked for cannot be issued.</param>
/// <param name="LeftOpen">Names of documents that were left open because something is wrong with them.</param>
public sealed record Issuing(IReadOnlyList<IssuedDocument> Documents, IReadOnlyList<Refusal> Refusals, IReadOnlyList<string> LeftOpen)
{
    /// <summary>Pages of the documents that were printed to PDF, by their key.</summary>
    public IReadOnlyDictionary<string, int> Pages { get; init; } = new Dictionary<string, int>();

    /// <summary>What was made for the act; nothing when it was not looked up.</summary>
    /// <param name="context">The context of the act.</param>
    public static Issuing Of(ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Found as Issuing ?? new([], [], []);
    }

    /// <summary>Adds the rows of the files.</summary>
    /// <param name="db">Receives them.</param>
    /// <param name="file">The dossier.</param>
    /// <param name="context">Who acts.</param>
    public void AddRows(HengDb db, DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(context);
        db.AddRange(Documents.Select(d => new StoredFile(file.BureauId, d.File.Id, file.Id, d.File.Sha256, d.File.Size, d.File.MediaType, d.File.Name, context.Me.PersonId, context.Now)));
    }
}
