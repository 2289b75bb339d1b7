using Heng.Platform.Shell.Kit;
using Heng.Platform.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Heng.Platform.Shell.SignIn;

/// <summary>Sign-in page (登录): name and password; with practice data it leads to the choice of a post.</summary>
/// <param name="desk">Proves who someone is.</param>
[AllowAnonymous]
[ResponseCache(NoStore = true)]
public sealed class SignInModel(SignInDesk desk) : PageModel
{
    /// <summary>Where to go afterwards.</summary>
    [BindProperty(SupportsGet = true, Name = "to")]
    public string? To { get; set; }

    /// <summary>Whether a form was kept whose session ran out: yes, no, or null when there was none.</summary>
    [BindProperty(SupportsGet = true, Name = "kept")]
    public string? Kept { get; set; }

    /// <summary>Sign-in name.</summary>
    [BindProperty(Name = "name")]
    public string? Name { get; set; }

    /// <summary>What is wrong.</summary>
    public IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    /// <summary>Shows the form.</summary>
    public void OnGet()
    {
    }

    /// <summary>Proves the password.</summary>
    /// <param name="password">The password.</param>
    /// <param name="stop">Stops the work.</param>
    public async Task<IActionResult> OnPostAsync(string? password, CancellationToken stop)
    {
        var begun = await desk.BeginAsync(Name ?? "", password ?? "", stop);
        if (begun.Session is not { } session)
        {
            Problems = [new FieldProblem("name", begun.Says!)];
            Response.StatusCode = 400;
            return Page();
        }

        await SignInGuard.WriteAsync(HttpContext, session, null);
        return RedirectToPage(session.IsWaiting ? "/Platform/Shell/SignIn/Second" : "/Platform/Shell/SignIn/ChoosePost", new { to = To });
    }
}
