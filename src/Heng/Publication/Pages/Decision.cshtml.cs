using Heng.Publication.Model;
using Heng.Publication.Storage;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Heng.Publication.Pages;

/// <summary>Public page (公示页面) of a decision: summary and masked text; after a withdrawal only its reason.</summary>
/// <param name="register">Reads what the public may see.</param>
[AllowAnonymous]
public sealed class DecisionModel(PublicRegister register) : PageModel
{
    /// <summary>Id of the publication.</summary>
    [FromRoute(Name = "id")]
    public Guid Id { get; set; }

    /// <summary>The publication.</summary>
    public PublishedDecision Row { get; private set; } = null!;

    /// <summary>Its summary.</summary>
    public PublicSummary Summary => new(Row.Number, Row.Bureau, Row.Region, Row.Party, Row.PartyCode, Row.Representative, Row.Matter, Row.Violation, Row.Sanction, Row.DecidedOn, Row.Class, Row.ShownUntil);

    /// <summary>Shows the page.</summary>
    /// <param name="stop">Stops the work.</param>
    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await register.FindAsync(Id, stop) is not { } row)
        {
            return NotFound();
        }

        Row = row;
        return Page();
    }
}
