using Heng.Law.Discretion;

namespace Heng.Dossiers;

/// <summary>Kind of party (当事人类型).</summary>
public enum PartySort
{
    /// <summary>Legal person or other organisation (单位).</summary>
    [Label("单位")]
    Unit,

    /// <summary>Individual business (个体工商户).</summary>
    [Label("个体工商户")]
    IndividualBusiness,

    /// <summary>Natural person (个人).</summary>
    [Label("个人")]
    Individual,
}

/// <summary>Party (当事人): who is concerned, as entered once and printed in every document.</summary>
/// <param name="Sort">What kind.</param>
/// <param name="Name">Name.</param>
/// <param name="Code">Unified social credit code; null for an individual or while it has none.</param>
/// <param name="PersonNumber">Identity number of an individual.</param>
/// <param name="Address">Address.</param>
/// <param name="Representative">Legal representative, person in charge or operator.</param>
/// <param name="Phone">Telephone.</param>
public sealed record PartyCard(PartySort Sort, string Name, string? Code, string? PersonNumber, string? Address, string? Representative, string? Phone)
{
    /// <summary>Why there is no code.</summary>
    public string? NoCodeReason { get; init; }

    /// <summary>The kind in the terms of discretion.</summary>
    public PartyKind Kind => Sort switch { PartySort.Unit => PartyKind.Unit, PartySort.IndividualBusiness => PartyKind.IndividualBusiness, _ => PartyKind.Individual };

    /// <summary>The identity number with the middle hidden.</summary>
    public string? MaskedPersonNumber => PersonNumber is { Length: 18 } number ? number[..6] + "********" + number[14..] : null;
}
