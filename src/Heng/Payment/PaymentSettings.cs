using Heng.Dossiers;
using Heng.Platform.Settings;

namespace Heng.Payment;

/// <summary>Settings of payment (罚缴设置): where the payer pays, printed in the payment notice.</summary>
public static class PaymentSettings
{
    /// <summary>The bank or agency that collects.</summary>
    public const string Bank = "payment.bank";

    /// <summary>Name of its account.</summary>
    public const string AccountName = "payment.account-name";

    /// <summary>Number of its account.</summary>
    public const string AccountNumber = "payment.account-number";

    /// <summary>The definitions.</summary>
    public static IReadOnlyList<SettingDefinition> All { get; } =
    [
        new(Bank, "代收机构（罚没款收缴银行）", SettingKind.Text, "", "印在缴款通知书上；空着的，缴款通知书留空由经办人填写。") { Basis = "APL 67(3)" },
        new(AccountName, "代收账户户名", SettingKind.Text, "", "凭缴款码缴纳、不需要账户的不填。") { Basis = "APL 67(3)" },
        new(AccountNumber, "代收账户账号", SettingKind.Text, "", "凭缴款码缴纳、不需要账户的不填。") { Basis = "APL 67(3)" },
    ];

    /// <summary>The bank with its account, as the notice prints it; empty while none is set.</summary>
    /// <param name="settings">The settings of the bureau.</param>
    internal static string InWords(IDossierSettings settings)
    {
        string[] account = [Line("户名", settings[AccountName]), Line("账号", settings[AccountNumber])];
        return string.Concat(account.Prepend(settings[Bank].Trim()));

        static string Line(string what, string text) => string.IsNullOrWhiteSpace(text) ? "" : $"　{what}：{text.Trim()}";
    }
}
