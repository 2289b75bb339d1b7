using Heng.Cases;
using Heng.Dossiers;

namespace Heng.Goods;

/// <summary>What the card of goods shows.</summary>
/// <param name="Goods">The goods.</param>
/// <param name="Ledger">Orders, disposals, proceeds.</param>
public sealed record GoodsView(IReadOnlyList<CaseGoods> Goods, GoodsFile Ledger);

/// <summary>The card of goods on the page of a dossier.</summary>
internal sealed class GoodsPanel : IDossierPanel
{
    public int Order => 46;

    public string Title => "涉案财物";

    public string View => "/Goods/Pages/_Goods.cshtml";

    public object? ModelOf(DossierFile file, ActContext context) => file.Part<CaseFile>().Goods is { Count: > 0 } goods ? new GoodsView(goods, GoodsFile.Of(file)) : null;

    public bool IsFinishedIn(DossierFile file) => file.Part<CaseFile>().Goods.All(g => g.State != GoodsState.Kept) && GoodsFile.Of(file).Held == Law.Codes.Money.Zero;
}
