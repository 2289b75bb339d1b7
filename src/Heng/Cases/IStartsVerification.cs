using Heng.Dossiers;

namespace Heng.Cases;

/// <summary>An act that starts the time for verification: the registration of a source, whoever registers it.</summary>
public interface IStartsVerification
{
    /// <summary>The day on which the clue was found or the material received.</summary>
    DateOnly FoundOn { get; }

    /// <summary>Where the clue comes from, in Chinese.</summary>
    string SourceName { get; }

    /// <summary>How a document says that the bureau came to know of it, before the name of the party; nobody who told of it is named.</summary>
    string HowFound { get; }

    /// <summary>What is told.</summary>
    string Content { get; }

    /// <summary>What came with it.</summary>
    IReadOnlyList<NamedFile> Stored { get; }
}
