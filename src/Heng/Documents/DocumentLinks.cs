namespace Heng.Documents;

/// <summary>The addresses of this capability's pages.</summary>
public static class DocumentLinks
{
    /// <summary>The templates of the bureau.</summary>
    public const string Templates = "/templates";

    /// <summary>The documents of a dossier.</summary>
    /// <param name="dossier">Its id.</param>
    public static string List(Guid dossier) => $"/dossiers/{dossier}/documents";

    /// <summary>One document: preview, reasons, what is wrong with it.</summary>
    /// <param name="dossier">The dossier.</param>
    /// <param name="key">Form and act.</param>
    public static string Page(Guid dossier, string key) => $"/dossiers/{dossier}/documents/{key}";

    /// <summary>The print view.</summary>
    /// <param name="dossier">The dossier.</param>
    /// <param name="key">Form and act.</param>
    public static string Print(Guid dossier, string key) => $"/dossiers/{dossier}/documents/{key}/print";

    /// <summary>The .docx.</summary>
    /// <param name="dossier">The dossier.</param>
    /// <param name="key">Form and act.</param>
    public static string Word(Guid dossier, string key) => $"/dossiers/{dossier}/documents/{key}/docx";

    /// <summary>The PDF of an issued document.</summary>
    /// <param name="dossier">The dossier.</param>
    /// <param name="key">Form and act.</param>
    public static string Pdf(Guid dossier, string key) => $"/dossiers/{dossier}/documents/{key}/pdf";

    /// <summary>The template of a form, to download.</summary>
    /// <param name="form">Code of the form.</param>
    /// <param name="ours">Whether ours is asked for, also where the bureau has its own.</param>
    public static string Template(string form, bool ours) => $"/templates/{form}/{(ours ? "ours" : "present")}";
}
