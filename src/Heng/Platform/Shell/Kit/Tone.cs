namespace Heng.Platform.Shell.Kit;

/// <summary>Tone (语气): what a colour means, everywhere the same; never the only carrier of the meaning.</summary>
public enum Tone
{
    /// <summary>Neutral.</summary>
    Plain,

    /// <summary>Favourable or in order.</summary>
    Good,

    /// <summary>Needs attention.</summary>
    Warn,

    /// <summary>Refused or severe.</summary>
    Bad,

    /// <summary>Explanation.</summary>
    Info,
}

internal static class ToneName
{
    public static string Of(Tone tone) => tone switch
    {
        Tone.Good => "good",
        Tone.Warn => "warn",
        Tone.Bad => "bad",
        Tone.Info => "info",
        _ => "plain",
    };
}
