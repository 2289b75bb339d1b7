using Heng.Law.Citations;

namespace Heng.Platform.Shell;

/// <summary>Where a citation leads; given by the capability that shows the law.</summary>
public interface ILawLinks
{
    /// <summary>Address of the page that shows the cited place.</summary>
    /// <param name="citation">The place cited.</param>
    string PageOf(Citation citation);
}
