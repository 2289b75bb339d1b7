namespace Heng.Dossiers;

/// <summary>Outcomes of a dossier (处理结果): the codes of <see cref="DossierSummary.Outcome"/> with their Chinese names.</summary>
public static class DossierOutcomes
{
    /// <summary>Code and Chinese name of each.</summary>
    public static IReadOnlyList<(string Code, string Chinese)> All { get; } =
    [
        ("penalty", "行政处罚"),
        ("no-penalty", "不予行政处罚"),
        ("penalty", "行政处罚"),
        ("not-filed", "不予立案"),
        ("transferred", "移送"),
        ("on-paper", "转纸质办理"),
        ("terminated", "终止调查"),
    ];

    /// <summary>The Chinese name of a code; the code itself when it has none.</summary>
    /// <param name="code">The code.</param>
    public static string NameOf(string code) => All.FirstOrDefault(o => o.Code == code) is { Chinese: { } name } ? name : code;
}
