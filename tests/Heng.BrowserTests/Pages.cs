using System.Reflection;
using System.Text.RegularExpressions;
using Heng.Platform.Shell;
using Microsoft.AspNetCore.Razor.Hosting;

namespace Heng.BrowserTests;

/// <summary>Every page that the program has, read from the program itself: a page that is added is there at once.</summary>
internal static partial class Pages
{
    private static readonly (string Route, Regex Pattern)[] all = [.. typeof(Site).Assembly.GetCustomAttributes<RazorCompiledItemAttribute>()
        .Where(i => i.Kind == "mvc.1.0.razor-page")
        .Select(i => i.Type.GetCustomAttributes<RazorCompiledItemMetadataAttribute>().FirstOrDefault(m => m.Key == "RouteTemplate")?.Value)
        .OfType<string>()
        .OrderBy(r => r.Count(c => c == '{')).ThenBy(r => r, StringComparer.Ordinal)
        .Select(r => (r, new Regex("^" + Parameter.Replace(r, PatternOf) + "$", RegexOptions.CultureInvariant)))];

    /// <summary>The routes.</summary>
    public static IEnumerable<string> Routes => all.Select(p => p.Route);

    /// <summary>The route that answers an address, or null when it is no page.</summary>
    public static string? RouteOf(string path) => all.FirstOrDefault(p => p.Pattern.IsMatch(path)).Route;

    private static string PatternOf(Match parameter) => parameter.Groups[2].Value switch
    {
        "" => "[^/]+",
        ":guid" => "[0-9a-f-]{36}",
        ":guid?" => "?([0-9a-f-]{36})?",
        ":int" => "[0-9]+",
        var choice => choice[":regex(^".Length..^"$)".Length],
    };

    [GeneratedRegex(@"\{(\w+)(:(?:regex\(.*\)|\w+)\??)?\}")]
    private static partial Regex Parameter { get; }
}
