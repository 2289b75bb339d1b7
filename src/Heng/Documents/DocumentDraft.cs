using Heng.Dossiers;
using Heng.Law.Reasoning;

namespace Heng.Documents;

/// <summary>Draft (文书内容): what stands in a document, filled from the record; nobody types it a second time.</summary>
/// <param name="Form">Code of the form, for example <c>46</c>.</param>
/// <param name="Act">Number of the act from which it stems.</param>
/// <param name="Title">Title.</param>
/// <param name="On">Day of the document.</param>
public sealed record DocumentDraft(string Form, int Act, string Title, DateOnly On)
{
    /// <summary>Form and act, and which one where an act makes several: names the document within its dossier.</summary>
    public string Key => Item == 0 ? $"{Form}-{Act}" : $"{Form}-{Act}-{Item}";

    /// <summary>Which one of several that an act makes of a form, from 1; 0 for the only or the first.</summary>
    public int Item { get; init; }

    /// <summary>Title and number, as lists and receipts name it.</summary>
    public string Name => string.IsNullOrEmpty(Number) ? Title : $"{Title} {Number}";

    /// <summary>Document number; empty for a form without one.</summary>
    public string Number { get; init; } = "";

    /// <summary>Whether the form has a number.</summary>
    public bool IsNumbered { get; init; }

    /// <summary>Whether it goes out to the party, so that it must be issued before it is served.</summary>
    public bool IsOutward { get; init; }

    /// <summary>What must happen before it can be issued; null when nothing.</summary>
    public string? Pending { get; init; }

    /// <summary>Texts by tag; lines are paragraphs.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>();

    /// <summary>Tags that may stay empty.</summary>
    public IReadOnlySet<string> MayBeEmpty { get; init; } = new HashSet<string>();

    /// <summary>Reasoning by tag.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Sentence>> Passages { get; init; } = new Dictionary<string, IReadOnlyList<Sentence>>();

    /// <summary>Repeating rows by tag.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>> Rows { get; init; } = new Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>>();

    /// <summary>The party, frozen with the document.</summary>
    public PartyCard? Party { get; init; }

    /// <summary>Who must sign.</summary>
    public IReadOnlyList<NamedPerson> Signers { get; init; } = [];

    /// <summary>How many must sign at least.</summary>
    public int LeastSigners { get; init; }

    /// <summary>Days that must lie in this order.</summary>
    public IReadOnlyList<(string Name, DateOnly On)> Course { get; init; } = [];

    /// <summary>The structure of a reasoned document; null for others.</summary>
    public ReasonedDocument? Reasoned { get; init; }

    /// <summary>Every sentence of the reasoning, in order.</summary>
    public IEnumerable<Sentence> Sentences => Passages.Values.SelectMany(p => p);
}
