using Heng.Dossiers;
using Heng.Platform.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Heng.FollowUp.Pages;

/// <summary>Integrity page (廉洁情况页): the list, and the answers in one dossier.</summary>
/// <param name="answers">Reads them.</param>
/// <param name="signedIn">Who reads.</param>
public sealed class IntegrityModel(IntegrityAnswers answers, SignedIn signedIn) : PageModel
{
    /// <summary>The dossier; null for the list.</summary>
    [FromRoute(Name = "id")]
    public Guid? Id { get; set; }

    /// <summary>Number of the dossier; null for the list.</summary>
    public string? Number { get; private set; }

    /// <summary>The answers in the dossier.</summary>
    public IReadOnlyList<IntegrityAnswer> Answers { get; private set; } = [];

    /// <summary>The dossiers with answers.</summary>
    public IReadOnlyList<VaultEntry> Entries { get; private set; } = [];

    /// <summary>Shows the page.</summary>
    /// <param name="stop">Stops the work.</param>
    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (Id is { } id)
        {
            if (await answers.ReadAsync(signedIn.Person!, id, stop) is not { } read)
            {
                return NotFound();
            }

            (Number, Answers) = read;
            return Page();
        }

        if (await answers.ListAsync(signedIn.Person!, stop) is not { } list)
        {
            return StatusCode(403);
        }

        Entries = list;
        return Page();
    }
}
