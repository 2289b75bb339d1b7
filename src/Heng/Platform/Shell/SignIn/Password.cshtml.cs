using Heng.Platform.People;
using Heng.Platform.Shell.Kit;
using Heng.Platform.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Heng.Platform.Shell.SignIn;

/// <summary>Change of the password (更改密码): a one-time password must be changed before a post is taken.</summary>
/// <param name="desk">Keeps the accounts.</param>
/// <param name="signedIn">The session.</param>
[AllowAnonymous]
[ResponseCache(NoStore = true)]
public sealed class PasswordModel(SignInDesk desk, SignedIn signedIn) : PageModel
{
    /// <summary>Where to go afterwards.</summary>
    [BindProperty(SupportsGet = true, Name = "to")]
    public string? To { get; set; }

    /// <summary>Whether the present password is a one-time one.</summary>
    public bool IsOneTime { get; private set; }

    /// <summary>What is wrong.</summary>
    public IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    /// <summary>Shows the form.</summary>
    /// <param name="stop">Stops the work.</param>
    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await ProvedAsync(stop) is null ? RedirectToPage("/Platform/Shell/SignIn/SignIn") : Page();

    /// <summary>Changes the password.</summary>
    /// <param name="present">The present one.</param>
    /// <param name="wanted">The new one.</param>
    /// <param name="again">The new one again.</param>
    /// <param name="stop">Stops the work.</param>
    public async Task<IActionResult> OnPostAsync(string? present, string? wanted, string? again, CancellationToken stop)
    {
        if (await ProvedAsync(stop) is not { } session)
        {
            return RedirectToPage("/Platform/Shell/SignIn/SignIn");
        }

        (string Field, string Says)? problem = wanted != again ? ("again", "两次输入的新密码不一致。") : await desk.ChangePasswordAsync(session, present ?? "", wanted ?? "", stop);
        if (problem is { } wrong)
        {
            Problems = [new FieldProblem(wrong.Field, wrong.Says)];
            Response.StatusCode = 400;
            return Page();
        }

        return RedirectToPage("/Platform/Shell/SignIn/ChoosePost", new { to = To });
    }

    private async Task<Session?> ProvedAsync(CancellationToken stop)
    {
        if (signedIn.Session is not { } id || await desk.FindAsync(id, stop) is not { IsWaiting: false } session)
        {
            return null;
        }

        IsOneTime = await desk.MustChangePasswordAsync(session, stop);
        return session;
    }
}
