using Heng.Dossiers;
using Heng.Law.Procedure;
using Heng.Law.Rulings;

namespace Heng.Cases.Steps.Closing;

/// <summary>Archive the case (归档, forms 54 to 56): one case, one volume set, in the order of 程序规定第七十八条.</summary>
[Act("cases.archive", "归档", ActKind.Archive, Basis = "PR 78", Help = "正卷、副卷按规定顺序整理，材料齐全后归档。", Irreversible = "归档后案卷封存。")]
public sealed record ArchiveCase : CaseAct
{
    /// <summary>Where the paper volume is kept.</summary>
    [Field("纸质案卷存放地点", Optional = true)]
    public string? Place { get; init; }

    /// <summary>Remarks of the archivist.</summary>
    [Field("备考说明", Optional = true)]
    public string? Note { get; init; }

    /// <summary>The catalogue, frozen.</summary>
    public IReadOnlyList<VolumeItem> Catalogue { get; init; } = [];

    /// <inheritdoc/>
    protected override bool IsForAnyOfficer => true;

    /// <inheritdoc/>
    public override string Says => $"归档（{Catalogue.Count} 件）";

    /// <inheritdoc/>
    public override IEnumerable<Refusal> Check(DossierFile file, ActContext context) => new[] { ClosingRules.ArchiveIsComplete.Check(Volume.MissingOf(file)) }.OfType<Refusal>();

    /// <inheritdoc/>
    public override IEnumerable<Rule> RestsOn() => [ClosingRules.ArchiveIsComplete];

    /// <inheritdoc/>
    public override DossierAct Frozen(DossierFile file, ActContext context) => this with { Catalogue = Volume.Of(file) };

    /// <inheritdoc/>
    public override CaseFile Apply(CaseFile before, RecordedAct done)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(done);
        return before with { ArchivedOn = done.On };
    }
}
