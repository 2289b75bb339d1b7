namespace Heng.Publication;

/// <summary>Addresses of the pages of publication (公示页面地址).</summary>
public static class PublicationLinks
{
    /// <summary>The public list of decisions.</summary>
    public const string Public = "/public/decisions";

    /// <summary>What the bureau has published, for those who keep it.</summary>
    public const string Register = "/publication";

    /// <summary>The file for the platform as JSON.</summary>
    public const string Json = "/publication/decisions.json";

    /// <summary>The file for the platform as CSV.</summary>
    public const string Csv = "/publication/decisions.csv";

    /// <summary>The public page of a decision.</summary>
    /// <param name="publication">Id of the publication.</param>
    public static string PublicPage(Guid publication) => $"{Public}/{publication}";

    /// <summary>The preview of the masks of a dossier.</summary>
    /// <param name="dossier">The dossier.</param>
    public static string Preview(Guid dossier) => $"/dossiers/{dossier}/publication";
}
