namespace Heng.Cases;

/// <summary>An act that says what a verification found, so that the next act need not say it again.</summary>
public interface IFindings
{
    /// <summary>What was found.</summary>
    string Findings { get; }
}
