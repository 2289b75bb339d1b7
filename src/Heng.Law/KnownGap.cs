using Heng.Law.Citations;

namespace Heng.Law;

/// <summary>Known gap (已知缺口): a fault of the law data that is known and not yet mended, with the reason.</summary>
/// <param name="Code">Code of the finding.</param>
/// <param name="File">The file it is in.</param>
/// <param name="Value">The value concerned; null when it is the file.</param>
/// <param name="Why">Why it is still open, in Chinese.</param>
public sealed record KnownGap(string Code, string File, string? Value, string Why)
{
    /// <summary>The gaps that a law set lists; none when it has no such file.</summary>
    /// <param name="files">The law data.</param>
    /// <exception cref="LawDataException">The file is malformed.</exception>
    public static IReadOnlyList<KnownGap> From(LawFiles files)
    {
        ArgumentNullException.ThrowIfNull(files);
        if (files.All(f => f.Path != LawCheck.KnownGaps))
        {
            return [];
        }

        using var document = files.One(LawCheck.KnownGaps).Open();
        return [.. document.Root.Items("gaps").Select(g => new KnownGap(g.Text("code"), g.Text("file"), g.OptionalText("value"), g.Text("why")))];
    }
}
