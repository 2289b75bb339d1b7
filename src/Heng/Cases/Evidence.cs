using Heng.Dossiers;
using Heng.Law.Procedure;
using Heng.Law.Rulings;

namespace Heng.Cases;

/// <summary>Kind of evidence (证据种类), the eight of 行政处罚法第四十六条.</summary>
public enum EvidenceKind
{
    /// <summary>Documentary (书证).</summary>
    [Label("书证")]
    Documentary,

    /// <summary>Physical (物证).</summary>
    [Label("物证")]
    Physical,

    /// <summary>Audiovisual (视听资料).</summary>
    [Label("视听资料")]
    Audiovisual,

    /// <summary>Electronic data (电子数据).</summary>
    [Label("电子数据")]
    Electronic,

    /// <summary>Witness statement (证人证言).</summary>
    [Label("证人证言")]
    Witness,

    /// <summary>Statement of the party (当事人的陈述).</summary>
    [Label("当事人的陈述")]
    PartyStatement,

    /// <summary>Expert opinion (鉴定意见).</summary>
    [Label("鉴定意见")]
    Expert,

    /// <summary>Inspection and scene records (勘验笔录、现场笔录).</summary>
    [Label("勘验笔录、现场笔录")]
    SceneRecord,
}

/// <summary>Evidence (证据) of a case.</summary>
/// <param name="Number">Its number in the dossier, from 1.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Name">What it is.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Maker">Who made or took it.</param>
/// <param name="On">The day it was made or taken.</param>
/// <param name="Place">Where.</param>
/// <param name="IsOriginal">Whether it is an original.</param>
/// <param name="IsConfirmed">Whether the provider confirmed it.</param>
/// <param name="IsForeign">Whether it was formed abroad.</param>
/// <param name="ForeignProof">Whether the steps of proof for foreign evidence were taken.</param>
/// <param name="Proves">What it proves.</param>
/// <param name="Files">Its files.</param>
/// <param name="Pages">Pages in the file; null while not counted.</param>
/// <param name="Excluded">Why it was taken out; null while it counts.</param>
/// <param name="Act">Number of the act that brought it in.</param>
public sealed record Evidence(int Number, EvidenceKind Kind, string Name, string Source, string Maker, DateOnly On, string Place, bool IsOriginal, bool IsConfirmed, bool IsForeign, bool ForeignProof, string Proves, IReadOnlyList<NamedFile> Files, int? Pages, string? Excluded, int Act)
{
    /// <summary>How it was taken; empty while not stated.</summary>
    public string Method { get; init; } = "";

    /// <summary>The piece as the rules of evidence see it.</summary>
    public EvidencePiece Piece => new(Source.Length > 0 && Maker.Length > 0, true, IsOriginal || IsConfirmed, IsForeign, ForeignProof)
    {
        LacksMethod = Kind is EvidenceKind.Electronic or EvidenceKind.Audiovisual && !IsOriginal && Method.Length == 0,
    };

    /// <summary>Why it cannot support a finding; empty when it can.</summary>
    public IReadOnlyList<Refusal> Unsuitable => [.. EvidenceRules.OfSupport.Select(r => r.Check(Piece)).OfType<Refusal>()];

    /// <summary>Whether it can support a finding.</summary>
    public bool IsSuitable => Excluded is null && Unsuitable.Count == 0;

    /// <summary>Number and name, as documents list it.</summary>
    public string Label => $"证据{Number} {Name}";
}
