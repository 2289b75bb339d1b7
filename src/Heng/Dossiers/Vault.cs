using System.Security.Cryptography;
using System.Text;

namespace Heng.Dossiers;

/// <summary>Vault (保密信息): what an act must not carry in the open. The record keeps a commitment; the text lies in a row of its own.</summary>
/// <remarks>The salt lies with the text and not with the commitment, so that a short answer cannot be found by trying all of them.</remarks>
public static class Vault
{
    private const int SaltLength = 32;

    /// <summary>A text with its salt, as the vault keeps it.</summary>
    /// <param name="secret">The text.</param>
    public static string Salted(string secret) => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SaltLength / 2)) + secret;

    /// <summary>A commitment to a salted text: it proves later that the text was not changed and tells nothing of it.</summary>
    /// <param name="salted">The text with its salt.</param>
    public static string CommitmentOf(string salted) => "sealed:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(salted)));

    /// <summary>The text without its salt.</summary>
    /// <param name="salted">The text with its salt.</param>
    public static string TextOf(string salted)
    {
        ArgumentNullException.ThrowIfNull(salted);
        return salted[SaltLength..];
    }
}
