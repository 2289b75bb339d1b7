namespace Heng.Law.Matters;

/// <summary>Truth (真值): three-valued; unknown is never false.</summary>
public enum Truth : byte
{
    /// <summary>Not known (不清楚).</summary>
    Unknown = 0,

    /// <summary>False (否).</summary>
    False = 1,

    /// <summary>True (是).</summary>
    True = 2,
}
