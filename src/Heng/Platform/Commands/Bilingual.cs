namespace Heng.Platform.Commands;

/// <summary>Bilingual text (双语文字) of the command line.</summary>
public static class Bilingual
{
    /// <summary>A description in both languages: a Chinese line, then an English one.</summary>
    /// <param name="chinese">The Chinese line.</param>
    /// <param name="english">The English line.</param>
    public static string Text(string chinese, string english) => $"{chinese}\n{english}";
}
