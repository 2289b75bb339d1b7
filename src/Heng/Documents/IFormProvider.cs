using Heng.Dossiers;

namespace Heng.Documents;

/// <summary>Form provider (文书来源): a capability tells which documents a dossier has and what stands in them. Pure.</summary>
public interface IFormProvider
{
    /// <summary>The documents that follow from the record of a dossier.</summary>
    /// <param name="file">The dossier.</param>
    /// <param name="context">Bureau, people, law and day.</param>
    IEnumerable<DocumentDraft> Of(DossierFile file, ActContext context);
}
