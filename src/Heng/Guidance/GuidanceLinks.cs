using System.Globalization;
using Heng.Law.Citations;
using Heng.Platform.Shell;

namespace Heng.Guidance;

/// <summary>The addresses of this capability's pages.</summary>
public sealed class GuidanceLinks : ILawLinks
{
    /// <summary>The assessment of a matter.</summary>
    /// <param name="matter">Its id, for example <c>FOOD-008</c>.</param>
    public static string Assess(string matter) => $"/assess?matter={Uri.EscapeDataString(matter)}";

    /// <summary>The page of an instrument, opened at an article.</summary>
    /// <param name="instrument">Its id, for example <c>FSL</c>.</param>
    /// <param name="article">The article, or null.</param>
    public static string Instrument(string instrument, int? article = null)
        => $"/law/instruments/{Uri.EscapeDataString(instrument)}" + (article is { } number ? $"?article={number.ToString(CultureInfo.InvariantCulture)}" : "");

    /// <inheritdoc/>
    public string PageOf(Citation citation) => Instrument(citation.Instrument, citation.Article);
}
