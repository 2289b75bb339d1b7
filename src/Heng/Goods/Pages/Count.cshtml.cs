using System.Globalization;
using Heng.Goods.Model;
using Heng.Goods.Storage;
using Heng.Platform.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Heng.Goods.Pages;

/// <summary>Count of the stock (盘点): what is there of each line.</summary>
/// <param name="desk">Records the count.</param>
/// <param name="signedIn">Who counts.</param>
[Authorize(Roles = StockDesk.CodesOfCounters)]
public sealed class CountModel(StockDesk desk, SignedIn signedIn) : PageModel
{
    /// <summary>The place; empty for all.</summary>
    [FromQuery(Name = "place")]
    public string? Place { get; set; }

    /// <summary>The goods.</summary>
    public IReadOnlyList<KeptGoods> Goods { get; private set; } = [];

    /// <summary>Why nothing was recorded.</summary>
    public string? Says { get; private set; }

    /// <summary>What was entered for a line.</summary>
    /// <param name="goods">The line.</param>
    public string Entered(Guid goods) => Request.HasFormContentType ? Request.Form["count." + goods.ToString("N")].ToString() : "";

    /// <summary>What was entered as a note.</summary>
    public string Note => Request.HasFormContentType ? Request.Form["note"].ToString() : "";

    /// <summary>Shows the form.</summary>
    /// <param name="stop">Stops the work.</param>
    public async Task OnGetAsync(CancellationToken stop) => Goods = await desk.KeptAsync(signedIn.Person!, Place, stop);

    /// <summary>Records the count.</summary>
    /// <param name="stop">Stops the work.</param>
    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        await OnGetAsync(stop);
        var counts = new Dictionary<Guid, decimal>();
        foreach (var goods in Goods)
        {
            if (decimal.TryParse(Entered(goods.Id), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var counted))
            {
                counts[goods.Id] = counted;
            }
        }

        var (take, says) = await desk.CountAsync(signedIn.Person!, Place, counts, Note, stop);
        Says = says;
        return take is { } id ? Redirect(GoodsLinks.Report(id)) : Page();
    }
}
