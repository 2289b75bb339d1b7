namespace Heng.FollowUp;

/// <summary>Addresses of the pages of follow-up (回访页面地址).</summary>
public static class FollowUpLinks
{
    /// <summary>The list of integrity answers, for supervision.</summary>
    public const string Integrity = "/follow-up/integrity";

    /// <summary>The integrity answers of a dossier.</summary>
    /// <param name="dossier">The dossier.</param>
    public static string IntegrityOf(Guid dossier) => $"{Integrity}/{dossier}";

    /// <summary>Opens a dossier for a relapse.</summary>
    /// <param name="earlier">The earlier dossier.</param>
    public static string Relapse(Guid earlier) => $"/follow-up/relapse/{earlier}";
}
