using Heng.Dossiers;
using Heng.FollowUp.Steps;
using Heng.Platform.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Heng.FollowUp.Pages;

/// <summary>Relapse page (再次违法另立档案页): everything is taken from the earlier dossier; only the content may be changed.</summary>
/// <param name="desk">Does the act.</param>
/// <param name="signedIn">Who acts.</param>
public sealed class RelapseModel(ActDesk desk, SignedIn signedIn) : PageModel
{
    /// <summary>The earlier dossier.</summary>
    [FromRoute(Name = "id")]
    public Guid Id { get; set; }

    /// <summary>The earlier dossier.</summary>
    public DossierFile Earlier { get; private set; } = null!;

    /// <summary>The act as it stands.</summary>
    public OpenRelapse Act { get; private set; } = null!;

    /// <summary>Name of the matter.</summary>
    public string Matter { get; private set; } = "";

    /// <summary>Why it was not done.</summary>
    public IReadOnlyList<string> Says { get; private set; } = [];

    /// <summary>Shows the form.</summary>
    /// <param name="stop">Stops the work.</param>
    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!await OpenAsync(stop))
        {
            return NotFound();
        }

        Show(await desk.CheckAsync(signedIn.Person!, null, Act, stop));
        return Page();
    }

    /// <summary>Opens the new dossier.</summary>
    /// <param name="content">What was found.</param>
    /// <param name="stop">Stops the work.</param>
    public async Task<IActionResult> OnPostAsync(string? content, CancellationToken stop)
    {
        if (!await OpenAsync(stop))
        {
            return NotFound();
        }

        Act = Act with { Content = content?.Trim() ?? "" };
        var outcome = await desk.DoAsync(signedIn.Person!, null, null, Act, stop);
        if (outcome is ActOutcome.Done done)
        {
            return Redirect(DossierLinks.Page(done.DossierId, done.ActNumber));
        }

        Show(outcome);
        return Page();
    }

    private async Task<bool> OpenAsync(CancellationToken stop)
    {
        if (await desk.ReadAsync(signedIn.Person!, Id, stop) is not { } read)
        {
            return false;
        }

        Earlier = read.File;
        Act = OpenRelapse.After(Earlier);
        Matter = Act.Matter is { } id ? Earlier.Law.Matters.Find(id)?.Chinese ?? id : "";
        return true;
    }

    private void Show(ActOutcome? outcome)
    {
        Response.StatusCode = outcome switch { ActOutcome.Refused => 422, ActOutcome.Forbidden => 403, ActOutcome.Invalid => 400, _ => 200 };
        Says = outcome switch
        {
            ActOutcome.Refused refused => [.. refused.Refusals.Select(r => $"{r.Says}（{Earlier.Law.Instruments.InChinese(r.Basis)}）")],
            ActOutcome.Forbidden forbidden => [forbidden.Says],
            ActOutcome.Invalid invalid => [.. invalid.Faults.Select(f => f.Says)],
            _ => [],
        };
    }
}
