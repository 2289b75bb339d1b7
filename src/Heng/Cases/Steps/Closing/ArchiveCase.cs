using System.Globalization;
using Heng.Documents;
using Heng.Dossiers;
using Heng.Law.Procedure;
using Heng.Law.Rulings;
using Heng.Platform.Storage;

namespace Heng.Cases.Steps.Closing;

/// <summary>How long the volume is kept (保管期限).</summary>
public enum Keeping
{
    /// <summary>Ten years.</summary>
    [Label("10年")]
    TenYears,

    /// <summary>Thirty years.</summary>
    [Label("30年")]
    ThirtyYears,

    /// <summary>For ever.</summary>
    [Label("永久")]
    Permanent,
}

/// <summary>Archive the case (归档, forms 54 to 56): one case, one volume set, in the order of 程序规定第七十八条.</summary>
[Act("cases.archive", "归档", ActKind.Archive, Basis = "PR 78", Help = "正卷、副卷按规定顺序整理，材料齐全后归档；还没有签发的内部文书一并签发。", Irreversible = "归档后案卷封存。")]
public sealed record ArchiveCase : CaseAct, IIssuesDocuments
{
    /// <summary>Where the paper volume is kept.</summary>
    [Field("纸质案卷存放地点", Optional = true)]
    public string? Place { get; init; }

    /// <summary>How long it is kept.</summary>
    [Field("保管期限", Optional = true, Help = "按照本机关的保管期限表选择；不填的，封面上留空手工填写。")]
    public Keeping? Keep { get; init; }

    /// <summary>Pages of the items, by their place among all, from 1.</summary>
    [Field("各件页数", Kind = FieldKind.Counts, Optional = true, Unit = "页", Help = "按照归档的纸质材料清点。填写后目录自动编出页次；留空的，已经生成 PDF 的文书按 PDF 计算，其余从该件起页次留空手工填写。")]
    public IReadOnlyList<Counted> Pages { get; init; } = [];

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
    public override IEnumerable<(string Value, string Label)> ChoicesOf(string field, DossierFile file, ActContext context)
        => field == nameof(Pages) ? Volume.Of(file).Select((i, n) => ((n + 1).ToString(CultureInfo.InvariantCulture), $"{(i.Volume == "main" ? "正卷" : "副卷")}：{i.Title}")) : [];

    /// <inheritdoc/>
    public override IEnumerable<InputFault> Faults(DossierFile file, ActContext context)
    {
        if (Pages.Any(p => p.Count is < 1 or > 9999 || p.Of < 1 || p.Of > Volume.Of(file).Count))
        {
            yield return new("pages", "每件材料的页数应当在 1 页至 9999 页之间。");
        }
    }

    /// <inheritdoc/>
    public override DossierAct Frozen(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        var issuing = Issuing.Of(context);
        return this with { Catalogue = [.. Volume.Of(file).Select((i, n) => i with { Pages = PagesOf(i, n + 1) })], Issued = issuing.Documents };

        // What has attachments is longer than its document.
        int? PagesOf(VolumeItem item, int place) => Pages.LastOrDefault(p => p.Of == place)?.Count
            ?? (HasFiles(file.Acts[item.Act - 1].Act) ? null : issuing.Pages.TryGetValue(item.Document, out var printed) ? printed : null);
    }

    /// <inheritdoc/>
    public override void AddRows(HengDb db, DossierFile file, ActContext context) => Issuing.Of(context).AddRows(db, file, context);

    /// <inheritdoc/>
    public override CaseFile Apply(CaseFile before, RecordedAct done)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(done);
        return before with { ArchivedOn = done.On };
    }

    private static bool HasFiles(DossierAct act)
        => ActTypes.Of(act).Fields.Any(f => f.About.Kind == FieldKind.Files && f.Property.GetValue(act) is IEnumerable<Guid> files && files.Any());
}
