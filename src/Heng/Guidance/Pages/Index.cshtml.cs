using Heng.Platform.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Heng.Guidance.Pages;

/// <summary>Home page (首页): the four tools and the five-part mode.</summary>
/// <param name="counts">What the law set holds.</param>
/// <param name="signedIn">Who asks; whoever is signed in begins with his work.</param>
[AllowAnonymous]
public sealed class IndexModel(LawCounts counts, SignedIn signedIn) : PageModel
{
    /// <summary>What the law set holds.</summary>
    public LawCounts Counts { get; } = counts;

    /// <summary>Shows the page to visitors.</summary>
    public IActionResult OnGet() => signedIn.Person is null ? Page() : LocalRedirect("/work");
}
