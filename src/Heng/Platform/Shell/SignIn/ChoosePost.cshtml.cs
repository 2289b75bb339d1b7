using Heng.Platform.People;
using Heng.Platform.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Heng.Platform.Shell.SignIn;

/// <summary>Choice of a post (选择岗位): one account may hold posts in several bureaus; with one post there is nothing to choose.</summary>
/// <param name="desk">Knows the posts.</param>
/// <param name="signedIn">The session.</param>
[AllowAnonymous]
[ResponseCache(NoStore = true)]
public sealed class ChoosePostModel(SignInDesk desk, SignedIn signedIn) : PageModel
{
    /// <summary>Where to go afterwards.</summary>
    [BindProperty(SupportsGet = true, Name = "to")]
    public string? To { get; set; }

    /// <summary>The posts.</summary>
    public IReadOnlyList<Post> Posts { get; private set; } = [];

    /// <summary>Shows the posts, or takes the only one.</summary>
    /// <param name="stop">Stops the work.</param>
    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
        => await ProvedAsync(stop) is not { } session ? RedirectToPage("/Platform/Shell/SignIn/SignIn")
            : await desk.MustChangePasswordAsync(session, stop) ? RedirectToPage("/Platform/Shell/SignIn/Password", new { to = To })
            : Posts.Count == 1 ? await TakeAsync(session, Posts[0]) : Page();

    /// <summary>Takes a post.</summary>
    /// <param name="person">The person of the post.</param>
    /// <param name="stop">Stops the work.</param>
    public async Task<IActionResult> OnPostAsync(Guid person, CancellationToken stop)
        => await ProvedAsync(stop) is not { } session ? RedirectToPage("/Platform/Shell/SignIn/SignIn")
            : await desk.MustChangePasswordAsync(session, stop) ? RedirectToPage("/Platform/Shell/SignIn/Password", new { to = To })
            : Posts.FirstOrDefault(p => p.PersonId == person) is { } post ? await TakeAsync(session, post) : NotFound();

    private async Task<IActionResult> TakeAsync(Session session, Post post)
    {
        await SignInGuard.WriteAsync(HttpContext, session, post);
        var isAdministrator = await desk.PersonAsync(session, post.BureauId, post.PersonId, HttpContext.RequestAborted) is { } person && person.Holds(RoleNames.Administrators);
        return LocalRedirect(Url.IsLocalUrl(To) ? To! : isAdministrator ? "/admin" : "/work");
    }

    private async Task<Session?> ProvedAsync(CancellationToken stop)
    {
        if (signedIn.Session is not { } id || await desk.FindAsync(id, stop) is not { IsWaiting: false } session)
        {
            return null;
        }

        Posts = await desk.PostsAsync(session, stop);
        return session;
    }
}
