namespace Heng.Platform.SignIn;

/// <summary>Sign-in policy (登录策略): the limits of the protection level (GB/T 22239, third level asks for them and leaves the figures to the operator).</summary>
public sealed record SignInPolicy
{
    /// <summary>Failures in a row after which signing in is refused for a while.</summary>
    public int Failures { get; init; } = 5;

    /// <summary>How long signing in is refused then.</summary>
    public TimeSpan Lock { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>A session not used for this long ends.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>A session ends after this long whatever happens.</summary>
    public TimeSpan Whole { get; init; } = TimeSpan.FromHours(12);

    /// <summary>Sessions of one account at a time; a further one ends the oldest.</summary>
    public int Sessions { get; init; } = 3;

    /// <summary>Shortest password.</summary>
    public int PasswordLength { get; init; } = 10;
}
