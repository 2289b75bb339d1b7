namespace Heng.Dossiers;

/// <summary>Part of the five-part mode (五位一体).</summary>
public enum FivePart
{
    /// <summary>Prevention first (预防为主).</summary>
    [Label("预防")]
    Prevention,

    /// <summary>Exempt the minor (轻微免罚).</summary>
    [Label("免罚")]
    Exemption,

    /// <summary>Severe with the grave (重违严惩).</summary>
    [Label("严惩")]
    Severity,

    /// <summary>A penalty that fits (过罚相当).</summary>
    [Label("相当")]
    Proportion,

    /// <summary>Visits afterwards (事后回访).</summary>
    [Label("回访")]
    Visit,
}

/// <summary>How a part of the five-part mode stands.</summary>
public enum FiveState
{
    /// <summary>Nothing has been decided yet (待定).</summary>
    [Label("未到")]
    Open,

    /// <summary>Something is due (待办).</summary>
    [Label("待办")]
    Due,

    /// <summary>Applied (已适用).</summary>
    [Label("已适用")]
    Applied,

    /// <summary>Skipped, with a reason (不适用).</summary>
    [Label("不适用")]
    Skipped,
}

/// <summary>A part of the five-part mode, how it stands and why.</summary>
/// <param name="State">How it stands.</param>
/// <param name="Says">The outcome or the reason, in Chinese.</param>
public readonly record struct FiveEntry(FiveState State, string Says);
