using Heng.Dossiers;

namespace Heng.Documents;

/// <summary>The card of the documents on the page of a dossier.</summary>
internal sealed class DocumentsPanel : IDossierPanel
{
    public int Order => 60;

    public string Title => "文书";

    public string View => "/Documents/Pages/_Documents.cshtml";

    public object? ModelOf(DossierFile file, ActContext context)
    {
        var drafts = DocumentDrafts.Of(file, context);
        return drafts.Count == 0 ? null : new DocumentsShown(file, [.. drafts.Select(d => (d, file.Part<IssuedDocuments>().Find(d.Key)))]);
    }
}

/// <summary>What the card shows.</summary>
/// <param name="File">The dossier.</param>
/// <param name="All">The documents with how they were issued.</param>
public sealed record DocumentsShown(DossierFile File, IReadOnlyList<(DocumentDraft Draft, IssuedEntry? Issued)> All);
