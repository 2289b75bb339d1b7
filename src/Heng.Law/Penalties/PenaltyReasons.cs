namespace Heng.Law.Penalties;

/// <summary>Reasons of a penalty (处罚理由): what an officer writes where the assessment asks for more than the sum; empty where nothing is written.</summary>
public sealed record PenaltyReasons
{
    /// <summary>Nothing written.</summary>
    public static PenaltyReasons None { get; } = new();

    /// <summary>Why the fine lies below the statutory minimum (减轻的理由).</summary>
    public string Mitigation { get; init; } = "";

    /// <summary>Whether that names a ground that the assessment found (减轻的情节).</summary>
    public bool NamesAGround { get; init; }

    /// <summary>Why the fine leaves the range or level of the benchmark (偏离裁量基准的理由).</summary>
    public string Deviation { get; init; } = "";

    /// <summary>Whether the category of the deviation is named (偏离的情形).</summary>
    public bool NamesACategory { get; init; }

    /// <summary>What the issuer of a higher benchmark answered (制定机关的答复).</summary>
    public string IssuerAnswer { get; init; } = "";

    /// <summary>Why the fine fits a small gain (过罚相当的论证).</summary>
    public string Proportionality { get; init; } = "";

    /// <summary>Why the party is fined although it may be exempt (不适用免罚的理由).</summary>
    public string WhyNotExempt { get; init; } = "";

    /// <summary>Why a confiscation that the law orders is left out, for example because nothing is left (没有没收的原因).</summary>
    public string WhyNotConfiscated { get; init; } = "";
}
