namespace Heng.FollowUp;

/// <summary>Integrity answers (廉洁情况): what parties said of the officers; supervision alone reads them.</summary>
public static class IntegrityAnswers
{
    /// <summary>Their kind in the vault.</summary>
    public const string Kind = "integrity";
}
