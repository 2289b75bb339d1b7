using System.Globalization;

namespace Heng.Dossiers;

/// <summary>How sizes of files are written.</summary>
public static class FileWords
{
    private const long Kilo = 1024;

    /// <summary>A size, in the unit that reads best.</summary>
    /// <param name="bytes">Bytes.</param>
    public static string Size(long bytes) => bytes switch
    {
        < Kilo => string.Create(CultureInfo.InvariantCulture, $"{bytes} B"),
        < Kilo * Kilo => string.Create(CultureInfo.InvariantCulture, $"{bytes / (double)Kilo:0.#} KB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / (double)(Kilo * Kilo):0.#} MB"),
    };
}
