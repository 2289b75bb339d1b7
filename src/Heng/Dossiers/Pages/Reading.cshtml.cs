using System.Globalization;
using Heng.Platform.People;
using Heng.Platform.Shell.Kit;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Heng.Dossiers.Pages;

/// <summary>Reading for a reason of duty (履职查阅), and who read the dossiers of the bureau.</summary>
/// <param name="desk">Gives and lists the readings.</param>
/// <param name="signedIn">Who.</param>
[Authorize(Roles = "officer,unit-head,reviewer,legal-reviewer,head,principal,intake,supervision,publicity,audit-admin")]
[ResponseCache(NoStore = true)]
public sealed class ReadingModel(ReadingDesk desk, SignedIn signedIn) : PageModel
{
    /// <summary>Number of the dossier.</summary>
    [BindProperty(SupportsGet = true, Name = "number")]
    public string? Number { get; set; }

    /// <summary>The duty.</summary>
    public string? Duty { get; private set; }

    /// <summary>The reason.</summary>
    public string? Reason { get; private set; }

    /// <summary>What is wrong.</summary>
    public IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    /// <summary>What the person may read now.</summary>
    public IReadOnlyList<RecordedReading> Mine { get; private set; } = [];

    /// <summary>Who read the dossiers of the bureau.</summary>
    public IReadOnlyList<RecordedReading> OfBureau { get; private set; } = [];

    /// <summary>Whether the person may ask.</summary>
    public bool MayAsk => signedIn.Person!.Holds(ReadingDesk.FromBeside) && !signedIn.Person.Holds(RoleNames.Administrators);

    /// <summary>Whether the person sees who read.</summary>
    public bool SeesReadings => signedIn.Person!.Holds(ReadingDesk.SeesReadings);

    /// <summary>An instant in Beijing time.</summary>
    /// <param name="at">The instant.</param>
    public string Time(DateTime at) => at.AddHours(8).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Shows the page.</summary>
    /// <param name="stop">Stops the work.</param>
    public Task OnGetAsync(CancellationToken stop) => LoadAsync(stop);

    /// <summary>Asks for a dossier.</summary>
    /// <param name="duty">The duty.</param>
    /// <param name="reason">The reason.</param>
    /// <param name="stop">Stops the work.</param>
    public async Task<IActionResult> OnPostAsync(string? duty, string? reason, CancellationToken stop)
    {
        (Duty, Reason) = (duty, reason);
        var (dossier, fault) = await desk.AskAsync(signedIn.Person!, Number, duty, reason, stop);
        if (fault is not null)
        {
            Problems = [new FieldProblem(fault.Field, fault.Says)];
            Response.StatusCode = 400;
            await LoadAsync(stop);
            return Page();
        }

        return LocalRedirect($"/dossiers/{dossier}");
    }

    private async Task LoadAsync(CancellationToken stop)
    {
        Mine = MayAsk ? await desk.MineAsync(signedIn.Person!, stop) : [];
        OfBureau = await desk.OfBureauAsync(signedIn.Person!, stop);
    }
}
