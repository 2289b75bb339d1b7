using Heng.Law.Publicity;

namespace Heng.Publication;

/// <summary>Public draft (公示稿): what would be published of a dossier, looked up for an act.</summary>
/// <param name="Served">The text as served; null when its file is missing.</param>
/// <param name="Frozen">The masked text; null when there is no document.</param>
/// <param name="Left">What personal information is left in it.</param>
/// <param name="Terms">Class and reasons; null when it is not published.</param>
/// <param name="Summary">The summary.</param>
public sealed record PublicDraft(string? Served, FrozenText? Frozen, IReadOnlyList<Residue> Left, PublicityTerms? Terms, PublicSummary? Summary)
{
    /// <summary>The row of what was published before; null for none.</summary>
    internal Model.PublishedDecision? Row { get; init; }
}
