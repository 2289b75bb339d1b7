using Heng.Platform.People;
using Microsoft.AspNetCore.DataProtection;
using OtpNet;

namespace Heng.Platform.SignIn;

/// <summary>Second factor (动态口令): a time-based one-time password (RFC 6238, 30 seconds, 6 digits, SHA-1 as authenticators expect).</summary>
/// <param name="protection">Locks the secrets.</param>
/// <param name="time">The clock.</param>
public sealed class SecondFactor(IDataProtectionProvider protection, TimeProvider time)
{
    private const int StepSeconds = 30;
    private readonly IDataProtector protector = protection.CreateProtector("Heng.SecondFactor");

    /// <summary>A new secret, in base 32, as a person types it.</summary>
    public static string NewSecret() => Base32Encoding.ToString(KeyGeneration.GenerateRandomKey(20));

    /// <summary>Gives an account a secret.</summary>
    /// <param name="account">The account.</param>
    /// <param name="secret">The secret, in base 32.</param>
    public void Enrol(Account account, string secret)
    {
        ArgumentNullException.ThrowIfNull(account);
        account.SecondFactor = protector.Protect(secret);
        account.SecondFactorStep = 0;
    }

    /// <summary>Whether a code proves a secret that is not enrolled yet.</summary>
    /// <param name="secret">The secret, in base 32.</param>
    /// <param name="code">The code.</param>
    public bool Proves(string secret, string? code) => StepOf(secret, code) is not null;

    /// <summary>Whether a code proves the account's secret; each code counts once.</summary>
    /// <param name="account">The account; the step used is noted in it.</param>
    /// <param name="code">The code.</param>
    public bool Accept(Account account, string? code)
    {
        ArgumentNullException.ThrowIfNull(account);
        if (account.SecondFactor is not { } locked || StepOf(protector.Unprotect(locked), code) is not { } step || step <= account.SecondFactorStep)
        {
            return false;
        }

        account.SecondFactorStep = step;
        return true;
    }

    /// <summary>A code that proves the account's secret now: the present one, or the next when the present one is used; for practice only.</summary>
    /// <param name="account">The account.</param>
    public string? PresentCode(Account account)
    {
        ArgumentNullException.ThrowIfNull(account);
        if (account.SecondFactor is not { } locked)
        {
            return null;
        }

        var isUsed = account.SecondFactorStep >= new DateTimeOffset(Now, TimeSpan.Zero).ToUnixTimeSeconds() / StepSeconds;
        return new Totp(Base32Encoding.ToBytes(protector.Unprotect(locked))).ComputeTotp(isUsed ? Now.AddSeconds(StepSeconds) : Now);
    }

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    private long? StepOf(string secret, string? code)
        => new Totp(Base32Encoding.ToBytes(secret)).VerifyTotp(Now, code?.Trim() ?? "", out var step, new VerificationWindow(previous: 1, future: 1)) ? step : null;
}
