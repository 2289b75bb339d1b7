using Heng.Platform.People;
using Heng.Platform.Shell.Kit;
using Heng.Platform.Storage;
using Heng.Platform.Tenancy;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Heng.Platform.Administration.Pages;

/// <summary>What the administrators' pages share: the bureau that is administered, and what became of a change.</summary>
/// <param name="office">Knows the bureaus.</param>
/// <param name="signedIn">Who.</param>
/// <param name="db">Reads the bureau; no dossier.</param>
[ResponseCache(NoStore = true)]
public abstract class AdminPageModel(AdminOffice office, SignedIn signedIn, HengDb db) : PageModel
{
    /// <summary>The bureau that is administered; the person's own unless given.</summary>
    [BindProperty(SupportsGet = true, Name = "bureau")]
    public Guid? BureauId { get; set; }

    /// <summary>Whether a change was just made.</summary>
    [BindProperty(SupportsGet = true, Name = "done")]
    public bool IsDone { get; set; }

    /// <summary>Who.</summary>
    public CurrentPerson Me => signedIn.Person!;

    /// <summary>The bureaus that the person administers.</summary>
    public IReadOnlyList<Bureau> Bureaus { get; private set; } = [];

    /// <summary>The bureau.</summary>
    public Bureau Bureau { get; private set; } = null!;

    /// <summary>What is wrong.</summary>
    public IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    /// <summary>A one-time password to be shown once.</summary>
    public string? Secret { get; private set; }

    /// <summary>The Beijing day.</summary>
    public DateOnly Today => office.Today;

    /// <summary>The present instant.</summary>
    public DateTime Now => office.Now;

    /// <summary>Reads the bureau.</summary>
    protected HengDb Db => db;

    /// <summary>The page of a thing in the same bureau.</summary>
    /// <param name="page">The page.</param>
    /// <param name="id">The thing.</param>
    public string Link(string page, object? id = null) => AdminLinks.Of(page, Bureau.Id, id);

    /// <summary>Whether the person holds an administrator's role.</summary>
    /// <param name="role">The role.</param>
    public bool Holds(PersonRoles role) => Me.Holds(role);

    /// <inheritdoc/>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        Bureaus = await office.BureausAsync(Me, HttpContext.RequestAborted);
        if (Bureaus.FirstOrDefault(b => b.Id == (BureauId ?? Me.BureauId)) is not { } bureau)
        {
            context.Result = NotFound();
            return;
        }

        Bureau = bureau;
        db.Access = new Access(bureau.Id, Access.NoUnit);
        await next();
    }

    /// <summary>Reads what the page shows.</summary>
    /// <param name="stop">Stops the work.</param>
    /// <returns>False when there is no such thing.</returns>
    protected abstract Task<bool> LoadAsync(CancellationToken stop);

    /// <summary>Shows the page.</summary>
    /// <param name="stop">Stops the work.</param>
    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await LoadAsync(stop) ? Page() : NotFound();

    /// <summary>Answers a change: goes on when it is done, shows what is wrong when not.</summary>
    /// <param name="change">The change.</param>
    /// <param name="onwards">Where to go; null for the same page.</param>
    /// <param name="stop">Stops the work.</param>
    protected async Task<IActionResult> AnswerAsync(Func<Task<AdminOutcome>> change, Func<AdminOutcome.Done, string>? onwards, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(change);
        var unread = ModelState.Where(m => m.Value?.Errors.Count > 0).Select(m => new FieldProblem(char.ToLowerInvariant(m.Key[0]) + m.Key[1..], "请按格式填写；日期写作 2026-03-02。")).ToArray();
        switch (unread.Length > 0 ? new AdminOutcome.Refused(unread) : await change())
        {
            case AdminOutcome.Done { Secret: { } secret }:
                Secret = secret;
                break;
            case AdminOutcome.Done done:
                var to = onwards?.Invoke(done) ?? Request.Path + "?bureau=" + Bureau.Id;
                return LocalRedirect(to + (to.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "done=true");
            case AdminOutcome.Refused refused:
                Problems = refused.Problems;
                Response.StatusCode = 400;
                break;
            case AdminOutcome.Forbidden forbidden:
                Problems = [new("", forbidden.Says)];
                Response.StatusCode = 403;
                break;
            default:
                return NotFound();
        }

        return await LoadAsync(stop) ? Page() : NotFound();
    }
}
