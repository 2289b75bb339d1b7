using Heng.Documents;
using Heng.Dossiers;
using Heng.Law.Procedure;
using Heng.Law.Rulings;
using Heng.Platform.Storage;

namespace Heng.Cases.Steps.Closing;

/// <summary>Archive the case (归档, forms 54 to 56): one case, one volume set, in the order of 程序规定第七十八条.</summary>
[Act("cases.archive", "归档", ActKind.Archive, Basis = "PR 78", Help = "正卷、副卷按规定顺序整理，材料齐全后归档；还没有签发的内部文书一并签发。", Irreversible = "归档后案卷封存。")]
public sealed record ArchiveCase : CaseAct, IIssuesDocuments
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
    public IReadOnlyList<IssuedDocument> Issued { get; init; } = [];

    /// <inheritdoc/>
    [System.Text.Json.Serialization.JsonIgnore]
    public string Asks => "*";

    /// <inheritdoc/>
    public override string Says => $"归档（{Catalogue.Count} 件）";

    /// <inheritdoc/>
    public override IEnumerable<Refusal> Check(DossierFile file, ActContext context) => new[] { ClosingRules.ArchiveIsComplete.Check(Volume.MissingOf(file)) }.OfType<Refusal>();

    /// <inheritdoc/>
    public override IEnumerable<Rule> RestsOn() => [ClosingRules.ArchiveIsComplete];

    /// <inheritdoc/>
    public override DossierAct Frozen(DossierFile file, ActContext context) => this with { Catalogue = Volume.Of(file), Issued = Issuing.Of(context).Documents };

    /// <inheritdoc/>
    public override void AddRows(HengDb db, DossierFile file, ActContext context) => Issuing.Of(context).AddRows(db, file, context);

    /// <inheritdoc/>
    public override CaseFile Apply(CaseFile before, RecordedAct done)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(done);
        return before with { ArchivedOn = done.On };
    }
}
