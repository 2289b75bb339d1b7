using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Heng.Guidance.Pages;

/// <summary>Home page (首页): the four tools and the five-part mode.</summary>
/// <param name="counts">What the law set holds.</param>
[AllowAnonymous]
public sealed class IndexModel(LawCounts counts) : PageModel
{
    /// <summary>What the law set holds.</summary>
    public LawCounts Counts { get; } = counts;
}
