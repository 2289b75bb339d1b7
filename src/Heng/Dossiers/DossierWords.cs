namespace Heng.Dossiers;

/// <summary>Words for the codes of a dossier (档案用语).</summary>
public static class DossierWords
{
    /// <summary>An outcome in Chinese.</summary>
    /// <param name="code">The code of <see cref="DossierSummary.Outcome"/>.</param>
    public static string Outcome(string? code) => code switch
    {
        null or "" => "办理中",
        "no-penalty" => "不予行政处罚",
        "not-filed" => "不予立案",
        "on-paper" => "转纸质办理",
        "transferred" => "已经移送",
        _ => code,
    };
}
