using Heng.Platform.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Heng.Platform.SignIn;

/// <summary>Passwords (口令): hashed by PBKDF2-HMAC-SHA512 with a salt of their own; never kept, never logged.</summary>
public static class Passwords
{
    private static readonly PasswordHasher<Account> hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = 210_000 }));

    /// <summary>A hash that no password has, so that an unknown name costs as much time as a wrong password.</summary>
    private static readonly Lazy<string> nobody = new(() => hasher.HashPassword(null!, Guid.CreateVersion7().ToString()));

    /// <summary>Hashes a password.</summary>
    /// <param name="account">Whose it is.</param>
    /// <param name="password">The password.</param>
    public static string Hash(Account account, string password) => hasher.HashPassword(account, password);

    /// <summary>Whether a password is the account's. Takes the same time when there is no account.</summary>
    /// <param name="account">The account, or null.</param>
    /// <param name="password">The password.</param>
    public static bool Match(Account? account, string password)
    {
        var known = account is { PasswordHash.Length: > 0 };
        return hasher.VerifyHashedPassword(account!, known ? account!.PasswordHash : nobody.Value, password) != PasswordVerificationResult.Failed && known;
    }

    /// <summary>What is wrong with a new password, in Chinese; null when it will do.</summary>
    /// <param name="password">The password.</param>
    /// <param name="policy">The policy.</param>
    public static string? FaultOf(string? password, SignInPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return password is null || password.Length < policy.PasswordLength ? $"密码至少 {policy.PasswordLength} 个字符。"
            : password.Distinct().Count() < 5 ? "密码过于简单，请使用至少 5 种不同的字符。"
            : null;
    }
}
