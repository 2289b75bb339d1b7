namespace Heng.Cases;

/// <summary>An act that starts the time for verification: the registration of a source.</summary>
public interface IStartsVerification
{
    /// <summary>The day on which the clue was found or the material received.</summary>
    DateOnly FoundOn { get; }
}
