namespace Heng.Intake;

/// <summary>Addresses of the pages of intake (案源页面地址).</summary>
public static class IntakeLinks
{
    /// <summary>The sealed reporter of a dossier, for the intake desk.</summary>
    /// <param name="dossier">The dossier.</param>
    public static string Reporter(Guid dossier) => $"/dossiers/{dossier}/reporter";
}
