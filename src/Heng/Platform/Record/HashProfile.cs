using System.Security.Cryptography;
using Org.BouncyCastle.Crypto.Digests;

namespace Heng.Platform.Record;

/// <summary>Hash profile (密码算法配置): SHA-256, or SM3 of the national profile (GB/T 32905). One chain has one profile.</summary>
public sealed class HashProfile
{
    private readonly Func<ReadOnlySpan<byte>, byte[]> hash;

    private HashProfile(string name, Func<ReadOnlySpan<byte>, byte[]> hash) => (Name, this.hash) = (name, hash);

    /// <summary>SHA-256.</summary>
    public static HashProfile Sha256 { get; } = new("sha256", data => SHA256.HashData(data));

    /// <summary>SM3.</summary>
    public static HashProfile Sm3 { get; } = new("sm3", data =>
    {
        var digest = new SM3Digest();
        digest.BlockUpdate(data);
        var result = new byte[digest.GetDigestSize()];
        digest.DoFinal(result, 0);
        return result;
    });

    /// <summary>Every profile.</summary>
    public static IReadOnlyList<HashProfile> All { get; } = [Sha256, Sm3];

    /// <summary>The name stored with a chain.</summary>
    public string Name { get; }

    /// <summary>The profile with a name, or null.</summary>
    /// <param name="name">For example <c>sm3</c>.</param>
    public static HashProfile? Find(string name) => All.FirstOrDefault(p => p.Name == name);

    /// <summary>The hash of data, lower-case hexadecimal.</summary>
    /// <param name="data">The data.</param>
    public string Hash(ReadOnlySpan<byte> data) => Convert.ToHexStringLower(hash(data));
}
