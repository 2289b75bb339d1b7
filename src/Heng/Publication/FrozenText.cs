using Heng.Law.Publicity;

namespace Heng.Publication;

/// <summary>Frozen text (冻结的公示文本): the masked text of the decision with what it was made of.</summary>
/// <param name="Document">Name of the document.</param>
/// <param name="ServedSha256">Hash of the file that was served.</param>
/// <param name="Text">The masked text.</param>
/// <param name="TextSha256">Hash of the masked text.</param>
/// <param name="Masks">The masks, by their places in the served text.</param>
public sealed record FrozenText(string Document, string ServedSha256, string Text, string TextSha256, IReadOnlyList<Mask> Masks);
