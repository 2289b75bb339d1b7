using Heng.Goods.Model;
using Heng.Goods.Storage;
using Heng.Platform.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Heng.Goods.Pages;

/// <summary>Ledger of the bureau (涉案财物台账): what is kept where, and the stock-takes.</summary>
/// <param name="desk">Reads the ledger.</param>
/// <param name="signedIn">Who looks.</param>
[Authorize(Roles = StockDesk.CodesOfCounters)]
public sealed class LedgerModel(StockDesk desk, SignedIn signedIn) : PageModel
{
    /// <summary>The place; empty for all.</summary>
    [FromQuery(Name = "place")]
    public string? Place { get; set; }

    /// <summary>The places.</summary>
    public IReadOnlyList<string> Places { get; private set; } = [];

    /// <summary>The goods.</summary>
    public IReadOnlyList<KeptGoods> Goods { get; private set; } = [];

    /// <summary>The stock-takes.</summary>
    public IReadOnlyList<StockTake> Takes { get; private set; } = [];

    /// <summary>Shows the ledger.</summary>
    /// <param name="stop">Stops the work.</param>
    public async Task OnGetAsync(CancellationToken stop)
    {
        var me = signedIn.Person!;
        Places = await desk.PlacesAsync(me, stop);
        Goods = await desk.KeptAsync(me, Place, stop);
        Takes = await desk.TakesAsync(me, stop);
    }
}
