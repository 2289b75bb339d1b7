using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Heng.Platform.Shell;

/// <summary>Progress page (准备进度): shown instead of every page until the site may be used.</summary>
/// <param name="readiness">How far it has come.</param>
[AllowAnonymous]
[ResponseCache(NoStore = true)]
public sealed class PreparingModel(Readiness readiness) : PageModel
{
    /// <summary>How far it has come.</summary>
    public Readiness Readiness => readiness;

    /// <summary>Shows the progress; once the site is ready there is nothing to show.</summary>
    public IActionResult OnGet() => readiness.IsReady ? LocalRedirect("/") : Page();
}
