using System.Security.Cryptography;
using System.Text;

namespace Heng.Dossiers;

/// <summary>Vault (保密信息): what an act must not carry in the open. The record keeps a commitment; the text lies in a row of its own.</summary>
public static class Vault
{
    /// <summary>A commitment to a text: it proves later that the text was not changed and tells nothing of it.</summary>
    /// <param name="secret">The text; null or blank gives null.</param>
    public static string? Seal(string? secret)
    {
        if (string.IsNullOrWhiteSpace(secret))
        {
            return null;
        }

        var salt = RandomNumberGenerator.GetBytes(16);
        return "sealed:" + Convert.ToHexStringLower(salt) + ":" + Convert.ToHexStringLower(SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(secret)]));
    }
}
