using Heng.Demonstration.Model;
using Heng.Law;
using Heng.Platform.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Heng.Demonstration.Pages;

/// <summary>Practice page (演练): choice of a post and the practice clock. With real data there is no such page.</summary>
/// <param name="desk">Signs in.</param>
/// <param name="clock">The practice clock.</param>
/// <param name="law">The calendar.</param>
[AllowAnonymous]
public sealed class PracticeModel(SignInDesk desk, PracticeClock clock, LawSet law) : PageModel
{
    private const int LongestMove = 366;
    private const string WeekDays = "日一二三四五六";

    /// <summary>The practice clock.</summary>
    public PracticeClock Clock => clock;

    /// <summary>The day of the week, in Chinese.</summary>
    public string WeekDay => $"星期{WeekDays[(int)clock.Day.DayOfWeek]}";

    /// <summary>Where to go afterwards.</summary>
    [BindProperty(SupportsGet = true, Name = "to")]
    public string? To { get; set; }

    /// <summary>How many days the clock can be moved.</summary>
    public int Room => ClockRoom.DaysOf(LongestMove, clock.Day, law.Deadlines.Calendar);

    /// <summary>Why it can be moved no further.</summary>
    public string NoRoom => ClockRoom.Says(clock.Day.AddDays(Room));

    /// <summary>What is wrong.</summary>
    public string? Says { get; private set; }

    /// <summary>The posts by bureau and unit.</summary>
    public IReadOnlyList<(string Name, IReadOnlyList<(string Name, IReadOnlyList<Post> Posts)> Units)> Bureaus { get; private set; } = [];

    /// <summary>The bureau that is shown unfolded: the one with most posts.</summary>
    public string? OpenBureau => Bureaus.Count == 0 ? null : Bureaus.MaxBy(b => b.Units.Sum(u => u.Posts.Count)).Name;

    /// <inheritdoc/>
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!clock.IsPractice)
        {
            context.Result = NotFound();
        }
    }

    /// <summary>Shows the posts and the clock.</summary>
    /// <param name="stop">Stops the work.</param>
    public Task OnGetAsync(CancellationToken stop) => ReadAsync(stop);

    /// <summary>Signs in with a post; the second factor follows on its own page.</summary>
    /// <param name="name">Sign-in name.</param>
    /// <param name="stop">Stops the work.</param>
    public async Task<IActionResult> OnPostSignInAsync(string? name, CancellationToken stop)
    {
        var begun = await desk.BeginPracticeAsync(name ?? "", stop);
        if (begun.Session is not { } session)
        {
            return await RefuseAsync(begun.Says, stop);
        }

        await SignInGuard.WriteAsync(HttpContext, session, null);
        return RedirectToPage(session.IsWaiting ? "/Platform/Shell/SignIn/Second" : "/Platform/Shell/SignIn/ChoosePost", new { to = To });
    }

    /// <summary>Changes the post at once, with both factors.</summary>
    /// <param name="name">Sign-in name.</param>
    /// <param name="stop">Stops the work.</param>
    public async Task<IActionResult> OnPostSwitchAsync(string? name, CancellationToken stop)
    {
        var proved = await desk.SwitchPracticeAsync(name ?? "", stop);
        if (proved.Session is not { } session || await desk.PostsAsync(session, stop) is not [var post, ..])
        {
            return await RefuseAsync(proved.Says, stop);
        }

        await SignInGuard.WriteAsync(HttpContext, session, post);
        return LocalRedirect(Url.IsLocalUrl(To) ? To! : "/work");
    }

    /// <summary>Moves the practice clock forward.</summary>
    /// <param name="days">Days.</param>
    /// <param name="stop">Stops the work.</param>
    public async Task<IActionResult> OnPostClockAsync(int days, CancellationToken stop)
    {
        if (days is < 1 or > LongestMove)
        {
            return await RefuseAsync("练习时钟只能拨快一天至一年，不能拨回。", stop);
        }

        if (Room < days)
        {
            return await RefuseAsync(NoRoom, stop);
        }

        return await desk.MovePracticeClockAsync(clock, days, stop) ? LocalRedirect(Url.IsLocalUrl(To) ? To! : DemonstrationLinks.Practice) : NotFound();
    }

    private async Task<IActionResult> RefuseAsync(string? says, CancellationToken stop)
    {
        Says = says;
        Response.StatusCode = StatusCodes.Status400BadRequest;
        await ReadAsync(stop);
        return Page();
    }

    private async Task ReadAsync(CancellationToken stop)
        => Bureaus = [.. (await desk.PracticePostsAsync(stop)).GroupBy(p => p.Bureau).Select(b => (b.Key, (IReadOnlyList<(string, IReadOnlyList<Post>)>)[.. b.GroupBy(p => p.Unit).Select(u => (u.Key, (IReadOnlyList<Post>)[.. u.OrderBy(p => p.Account, StringComparer.Ordinal)]))]))];
}
