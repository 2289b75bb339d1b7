using Heng.Platform.People;
using Heng.Platform.Shell.Kit;
using Heng.Platform.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Heng.Platform.Shell.SignIn;

/// <summary>Second factor page (动态口令).</summary>
/// <param name="desk">Proves who someone is.</param>
/// <param name="signedIn">The session.</param>
[AllowAnonymous]
[ResponseCache(NoStore = true)]
public sealed class SecondModel(SignInDesk desk, SignedIn signedIn) : PageModel
{
    /// <summary>Where to go afterwards.</summary>
    [BindProperty(SupportsGet = true, Name = "to")]
    public string? To { get; set; }

    /// <summary>What is wrong.</summary>
    public IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    /// <summary>The present code, with practice data only.</summary>
    public string? PracticeCode { get; private set; }

    /// <summary>Shows the form.</summary>
    /// <param name="stop">Stops the work.</param>
    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await WaitingAsync(stop) is not { } session)
        {
            return RedirectToPage("/Platform/Shell/SignIn/SignIn");
        }

        PracticeCode = await desk.PracticeCodeAsync(session, stop);
        return Page();
    }

    /// <summary>Proves the code.</summary>
    /// <param name="code">The code.</param>
    /// <param name="stop">Stops the work.</param>
    public async Task<IActionResult> OnPostAsync(string? code, CancellationToken stop)
    {
        if (await WaitingAsync(stop) is not { } session)
        {
            return RedirectToPage("/Platform/Shell/SignIn/SignIn");
        }

        var result = await desk.ProveAsync(session, code, stop);
        if (result.Session is null)
        {
            Problems = [new FieldProblem("code", result.Says!)];
            PracticeCode = await desk.PracticeCodeAsync(session, stop);
            Response.StatusCode = 400;
            return Page();
        }

        return RedirectToPage("/Platform/Shell/SignIn/ChoosePost", new { to = To });
    }

    private async Task<Session?> WaitingAsync(CancellationToken stop)
        => signedIn.Session is { } id && await desk.FindAsync(id, stop) is { IsWaiting: true } session ? session : null;
}
