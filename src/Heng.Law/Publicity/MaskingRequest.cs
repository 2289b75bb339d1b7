namespace Heng.Law.Publicity;

/// <summary>Kind of a known text (已知应隐去内容的种类).</summary>
public enum KnownKind
{
    /// <summary>Name of the party, a natural person (自然人当事人姓名).</summary>
    NaturalParty,

    /// <summary>Name of a legal representative, person in charge or operator (法定代表人、负责人、经营者姓名).</summary>
    Representative,

    /// <summary>Name of another natural person (其他自然人姓名).</summary>
    Person,

    /// <summary>Name of a minor, an informant or a witness (未成年人、举报人、证人姓名): even the family name is hidden.</summary>
    ProtectedPerson,

    /// <summary>Home address of a natural person (自然人住址).</summary>
    Address,

    /// <summary>Anything else that must not be shown (其他应隐去内容).</summary>
    Other,
}

/// <summary>Known text (已知应隐去内容): what the dossier knows must not be shown.</summary>
/// <param name="Text">The text.</param>
/// <param name="Kind">What it is.</param>
public sealed record KnownText(string Text, KnownKind Kind);

/// <summary>Masking request (脱敏要求): what is known of the people in a text, and what is not personal although it may look so.</summary>
/// <param name="Known">What must be hidden wherever it stands.</param>
/// <param name="Kept">What stays: name and address of a unit, telephone of the bureau, a number that is no personal one.</param>
public sealed record MaskingRequest(IReadOnlyList<KnownText> Known, IReadOnlyList<string> Kept)
{
    /// <summary>Whether the name of a party who is a natural person stays.</summary>
    public bool ShowsNaturalParty { get; init; }

    /// <summary>Whether the name of a representative stays.</summary>
    public bool ShowsRepresentative { get; init; } = true;
}
