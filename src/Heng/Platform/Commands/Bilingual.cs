using System.CommandLine;
using System.CommandLine.Help;

namespace Heng.Platform.Commands;

/// <summary>Bilingual help (双语帮助): a Chinese line, then an English one.</summary>
public static class Bilingual
{
    /// <summary>A description in both languages.</summary>
    /// <param name="chinese">The Chinese line.</param>
    /// <param name="english">The English line.</param>
    public static string Text(string chinese, string english) => $"{chinese}\n{english}";

    /// <summary>Gives the help and version options of a root command their Chinese line.</summary>
    /// <param name="root">The root command.</param>
    public static void Complete(RootCommand root)
    {
        ArgumentNullException.ThrowIfNull(root);
        foreach (var option in root.Options)
        {
            option.Description = option switch
            {
                HelpOption => Text("显示帮助", "Show help"),
                VersionOption => Text("显示版本", "Show the version"),
                _ => option.Description,
            };
        }
    }
}
