namespace Heng.Documents;

/// <summary>What a sentence rests on (说理依据种类).</summary>
public enum SupportKind
{
    /// <summary>A fact (事实).</summary>
    [Dossiers.Label("事实")]
    Fact,

    /// <summary>A piece of evidence (证据).</summary>
    [Dossiers.Label("证据")]
    Evidence,

    /// <summary>An article (条文).</summary>
    [Dossiers.Label("条文")]
    Article,

    /// <summary>A condition of an exemption (免罚条件).</summary>
    [Dossiers.Label("免罚条件")]
    Condition,

    /// <summary>A factor of discretion (裁量因素).</summary>
    [Dossiers.Label("裁量因素")]
    Factor,

    /// <summary>An act of the record (办理记录).</summary>
    [Dossiers.Label("办理记录")]
    Act,
}

/// <summary>Support (说理依据): one thing on which a sentence rests.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Fact id, number of the evidence or the act, citation, condition.</param>
/// <param name="Label">What people read.</param>
/// <param name="Holds">Whether it still stands: the evidence counts, the article is in force.</param>
public sealed record Support(SupportKind Kind, string Id, string Label, bool Holds = true);

/// <summary>Sentence (说理语句): a sentence of a document with everything on which it rests.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Rests">On what.</param>
/// <param name="Begins">Whether it begins a paragraph.</param>
public sealed record Sentence(string Text, IReadOnlyList<Support> Rests, bool Begins = true)
{
    /// <summary>Whether it no longer stands: a fact, article or condition has fallen away, or all of its evidence.</summary>
    public bool IsBroken => Rests.Any(r => r.Kind != SupportKind.Evidence && !r.Holds) || (Rests.Any(r => r.Kind == SupportKind.Evidence) && !Rests.Any(r => r.Kind == SupportKind.Evidence && r.Holds));

    /// <summary>Whether it still stands, but some of its evidence has fallen away.</summary>
    public bool IsWeakened => !IsBroken && Rests.Any(r => !r.Holds);
}
