using Microsoft.AspNetCore.DataProtection;

namespace Heng.Dossiers;

/// <summary>Vault key (保密信息密钥): locks and opens the texts of the vault.</summary>
/// <param name="provider">The keys of the installation.</param>
public sealed class VaultKey(IDataProtectionProvider provider)
{
    private readonly IDataProtector protector = provider.CreateProtector("Heng.Dossiers.Vault");

    /// <summary>Locks a text.</summary>
    /// <param name="text">The text.</param>
    public string Protect(string text) => protector.Protect(text);

    /// <summary>Opens a text.</summary>
    /// <param name="locked">The locked text.</param>
    public string Unprotect(string locked) => protector.Unprotect(locked);
}
