namespace Heng.Law.Reasoning;

/// <summary>Passage (文书段落): one item of a document that a rule looks at, with the document and the law around it.</summary>
/// <typeparam name="T">What the item is.</typeparam>
/// <param name="Document">The document.</param>
/// <param name="Table">What the law asks of it.</param>
/// <param name="Item">The item.</param>
public sealed record Passage<T>(ReasonedDocument Document, ReasoningTable Table, T Item)
{
    internal Finding? Finding(string id) => Document.Findings.FirstOrDefault(f => f.Id == id);

    internal Evidence? Evidence(string id) => Document.Evidence.FirstOrDefault(e => e.Id == id);

    internal bool HasFindings(IReadOnlyList<string> ids) => ids.Count > 0 && ids.All(id => Finding(id) is not null);
}
