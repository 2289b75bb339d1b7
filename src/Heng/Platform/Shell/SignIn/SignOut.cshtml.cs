using Heng.Platform.People;
using Heng.Platform.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Heng.Platform.Shell.SignIn;

/// <summary>Sign-out (退出).</summary>
/// <param name="desk">Ends the session.</param>
/// <param name="signedIn">The session.</param>
[AllowAnonymous]
public sealed class SignOutModel(SignInDesk desk, SignedIn signedIn) : PageModel
{
    /// <summary>Ends the session.</summary>
    /// <param name="stop">Stops the work.</param>
    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (signedIn.Session is { } id)
        {
            await desk.EndAsync(id, stop);
        }

        await HttpContext.SignOutAsync();
        return RedirectToPage("/Platform/Shell/SignIn/SignIn");
    }
}
