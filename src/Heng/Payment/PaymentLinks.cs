namespace Heng.Payment;

/// <summary>Addresses of the pages of payment (罚缴页面地址).</summary>
public static class PaymentLinks
{
    /// <summary>The page on which files of the bank are taken in.</summary>
    public const string Import = "/payment/import";

    /// <summary>One file of the bank.</summary>
    /// <param name="import">The file.</param>
    public static string Of(Guid import) => $"{Import}/{import}";
}
