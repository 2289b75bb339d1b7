using Heng.Goods.Model;
using Heng.Goods.Storage;
using Heng.Law.Rulings;
using Heng.Platform.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Heng.Goods.Pages;

/// <summary>Report of a stock-take (盘点差异报告), to be printed and signed.</summary>
/// <param name="desk">Reads and checks.</param>
/// <param name="signedIn">Who looks.</param>
[Authorize(Roles = StockDesk.CodesOfCounters)]
public sealed class ReportModel(StockDesk desk, SignedIn signedIn) : PageModel
{
    /// <summary>The stock-take.</summary>
    [FromRoute(Name = "id")]
    public Guid Id { get; set; }

    /// <summary>The stock-take.</summary>
    public StockTake Take { get; private set; } = null!;

    /// <summary>Its counts.</summary>
    public IReadOnlyList<StockCount> Counts { get; private set; } = [];

    /// <summary>Why it was not checked.</summary>
    public Refusal? Refused { get; private set; }

    /// <summary>Whether the person may check it.</summary>
    public bool MayCheck => Take.CheckedOn is null && Take.CountedBy != signedIn.Person!.PersonId;

    /// <summary>Shows the report.</summary>
    /// <param name="stop">Stops the work.</param>
    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await desk.FindAsync(signedIn.Person!, Id, stop) is not { } found)
        {
            return NotFound();
        }

        (Take, Counts) = found;
        return Page();
    }

    /// <summary>Checks the count.</summary>
    /// <param name="stop">Stops the work.</param>
    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        Refused = await desk.CheckAsync(signedIn.Person!, Id, stop);
        return Refused is null ? Redirect(GoodsLinks.Report(Id)) : await OnGetAsync(stop);
    }
}
