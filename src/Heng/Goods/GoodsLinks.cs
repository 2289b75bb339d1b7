namespace Heng.Goods;

/// <summary>Addresses of the pages of goods (涉案财物页面地址).</summary>
public static class GoodsLinks
{
    /// <summary>The ledger of the bureau.</summary>
    public const string Ledger = "/goods";

    /// <summary>The form on which stock is counted.</summary>
    public const string Count = "/goods/count";

    /// <summary>The report of a stock-take.</summary>
    /// <param name="take">The stock-take.</param>
    public static string Report(Guid take) => $"{Ledger}/stock-takes/{take}";
}
