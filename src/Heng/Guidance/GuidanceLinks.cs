using Heng.Law.Citations;
using Heng.Platform.Shell;

namespace Heng.Guidance;

/// <summary>The addresses of this capability's pages.</summary>
public sealed class GuidanceLinks : ILawLinks
{
    /// <summary>The page of an instrument.</summary>
    /// <param name="instrument">Its id, for example <c>FSL</c>.</param>
    public static string Instrument(string instrument) => $"/law/instruments/{Uri.EscapeDataString(instrument)}";

    /// <inheritdoc/>
    public string PageOf(Citation citation) => Instrument(citation.Instrument);
}
