using Heng.Platform.Shell.Kit;
using Heng.Platform.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Heng.Platform.Shell.SignIn;

/// <summary>Sign-in page (登录): name and password; with practice data also a choice of posts.</summary>
/// <param name="desk">Proves who someone is.</param>
[AllowAnonymous]
[ResponseCache(NoStore = true)]
public sealed class SignInModel(SignInDesk desk) : PageModel
{
    /// <summary>Where to go afterwards.</summary>
    [BindProperty(SupportsGet = true, Name = "to")]
    public string? To { get; set; }

    /// <summary>Sign-in name.</summary>
    [BindProperty(Name = "name")]
    public string? Name { get; set; }

    /// <summary>What is wrong.</summary>
    public IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    /// <summary>Practice posts.</summary>
    public IReadOnlyList<Post> Practice { get; private set; } = [];

    /// <summary>The bureau whose posts are shown unfolded: the one with most.</summary>
    public string? FirstBureau => Practice.GroupBy(p => p.Label.Split(" · ")[0]).MaxBy(g => g.Count())?.Key;

    /// <summary>Shows the form.</summary>
    /// <param name="stop">Stops the work.</param>
    public async Task OnGetAsync(CancellationToken stop) => Practice = await desk.PracticePostsAsync(stop);

    /// <summary>Proves the password.</summary>
    /// <param name="password">The password.</param>
    /// <param name="stop">Stops the work.</param>
    public async Task<IActionResult> OnPostAsync(string? password, CancellationToken stop)
        => await GoOnAsync(await desk.BeginAsync(Name ?? "", password ?? "", stop), stop);

    /// <summary>Chooses a practice post.</summary>
    /// <param name="stop">Stops the work.</param>
    public async Task<IActionResult> OnPostPracticeAsync(CancellationToken stop) => await GoOnAsync(await desk.BeginPracticeAsync(Name ?? "", stop), stop);

    private async Task<IActionResult> GoOnAsync(SignInOutcome result, CancellationToken stop)
    {
        if (result.Session is not { } session)
        {
            Problems = [new FieldProblem("name", result.Says!)];
            Practice = await desk.PracticePostsAsync(stop);
            Response.StatusCode = 400;
            return Page();
        }

        await SignInGuard.WriteAsync(HttpContext, session, null);
        return RedirectToPage(session.IsWaiting ? "/Platform/Shell/SignIn/Second" : "/Platform/Shell/SignIn/ChoosePost", new { to = To });
    }
}
