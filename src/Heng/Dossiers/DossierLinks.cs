using System.Globalization;

namespace Heng.Dossiers;

/// <summary>The addresses of this capability's pages.</summary>
public static class DossierLinks
{
    /// <summary>The work list.</summary>
    public const string Work = "/work";

    /// <summary>What a head must know today.</summary>
    public const string Leader = "/leader";

    /// <summary>Reading for a reason of duty.</summary>
    public const string Reading = "/reading";

    /// <summary>The list of dossiers.</summary>
    public const string List = "/dossiers";

    /// <summary>The list of dossiers as a workbook; the filters follow as a query.</summary>
    public const string Export = "/dossiers/export.xlsx";

    /// <summary>The page of a dossier.</summary>
    /// <param name="dossier">Its id.</param>
    /// <param name="done">Number of the act that was just done, to be told on the page.</param>
    public static string Page(Guid dossier, int? done = null)
        => $"/dossiers/{dossier}" + (done is { } number ? "?done=" + number.ToString(CultureInfo.InvariantCulture) : "");

    /// <summary>The record of a dossier.</summary>
    /// <param name="dossier">Its id.</param>
    public static string Record(Guid dossier) => $"/dossiers/{dossier}/record";

    /// <summary>The export of a dossier, for whoever was approved to take it out.</summary>
    /// <param name="dossier">The dossier.</param>
    public static string ExportOf(Guid dossier) => $"/dossiers/{dossier}/export";

    /// <summary>The form of an act: its own page when it has one, else the general form.</summary>
    /// <param name="dossier">The dossier.</param>
    /// <param name="act">The type of act.</param>
    public static string Act(Guid dossier, ActType act)
    {
        ArgumentNullException.ThrowIfNull(act);
        return act.About.Page is { } own ? string.Format(CultureInfo.InvariantCulture, own, dossier) : $"/dossiers/{dossier}/acts/{act.Code}";
    }

    /// <summary>The form of an act by its code; the page of the dossier when there is no such act.</summary>
    /// <param name="dossier">The dossier.</param>
    /// <param name="code">Code of the act.</param>
    public static string Act(Guid dossier, string code) => ActTypes.Find(code) is { } type ? Act(dossier, type) : Page(dossier);

    /// <summary>The form of an act that opens a dossier.</summary>
    /// <param name="code">Code of the act.</param>
    public static string New(string code) => $"/dossiers/new/{code}";

    /// <summary>A file to download.</summary>
    /// <param name="file">Its id.</param>
    public static string File(Guid file) => $"/files/{file}";
}
