using Heng.Dossiers;

namespace Heng.Documents;

/// <summary>The register of form providers, and the documents that a dossier has.</summary>
public static class DocumentDrafts
{
    private static readonly IFormProvider[] providers = [.. typeof(DocumentDrafts).Assembly.GetTypes()
        .Where(t => !t.IsAbstract && t.IsAssignableTo(typeof(IFormProvider)))
        .OrderBy(t => t.FullName, StringComparer.Ordinal)
        .Select(t => (IFormProvider)Activator.CreateInstance(t)!)];

    /// <summary>The documents of a dossier, in the order of the acts from which they stem.</summary>
    /// <param name="file">The dossier.</param>
    /// <param name="context">Bureau, people, law and day.</param>
    public static IReadOnlyList<DocumentDraft> Of(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        return [.. providers.SelectMany(p => p.Of(file, context)).OrderBy(d => d.Act).ThenBy(d => d.Form, StringComparer.Ordinal)];
    }

    /// <summary>The documents that can be issued now.</summary>
    /// <param name="file">The dossier.</param>
    /// <param name="context">Bureau, people, law and day.</param>
    public static IEnumerable<DocumentDraft> OpenIn(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        var issued = file.Part<IssuedDocuments>();
        return Of(file, context).Where(d => d.Pending is null && issued.Find(d.Key) is null);
    }
}
