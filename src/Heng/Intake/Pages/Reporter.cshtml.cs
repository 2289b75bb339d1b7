using Heng.Platform.People;
using Heng.Platform.Shell.Kit;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Heng.Intake.Pages;

/// <summary>Reporter page (举报人页): the intake desk says why and sees who reported; nothing of it is kept by the browser.</summary>
/// <param name="reporters">Opens them.</param>
/// <param name="signedIn">Who reads.</param>
[Authorize(Roles = ReporterNames.Role)]
[ResponseCache(NoStore = true)]
public sealed class ReporterModel(ReporterNames reporters, SignedIn signedIn) : PageModel
{
    /// <summary>The dossier.</summary>
    [FromRoute(Name = "id")]
    public Guid Id { get; set; }

    /// <summary>Number of the dossier.</summary>
    public string Number { get; private set; } = "";

    /// <summary>The duty.</summary>
    public string? Duty { get; private set; }

    /// <summary>The reason.</summary>
    public string? Reason { get; private set; }

    /// <summary>What is wrong.</summary>
    public IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    /// <summary>Who reported; null before the reason is given.</summary>
    public IReadOnlyList<ReporterRead>? Read { get; private set; }

    /// <summary>Asks for the reason.</summary>
    /// <param name="stop">Stops the work.</param>
    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await reporters.FindAsync(signedIn.Person!, Id, stop) is not { } number)
        {
            return NotFound();
        }

        Number = number;
        return Page();
    }

    /// <summary>Opens the reporter.</summary>
    /// <param name="duty">The duty.</param>
    /// <param name="reason">The reason.</param>
    /// <param name="stop">Stops the work.</param>
    public async Task<IActionResult> OnPostAsync(string? duty, string? reason, CancellationToken stop)
    {
        if (await reporters.FindAsync(signedIn.Person!, Id, stop) is not { } number)
        {
            return NotFound();
        }

        (Number, Duty, Reason) = (number, duty, reason);
        var (read, fault) = await reporters.OpenAsync(signedIn.Person!, Id, duty, reason, stop);
        Read = read;
        if (fault is not null)
        {
            Problems = [new FieldProblem(fault.Field, fault.Says)];
            Response.StatusCode = 400;
        }

        return Page();
    }
}
