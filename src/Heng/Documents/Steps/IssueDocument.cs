using Heng.Dossiers;
using Heng.Law.Procedure;
using Heng.Law.Rulings;
using Heng.Platform.People;
using Heng.Platform.Storage;

namespace Heng.Documents.Steps;

/// <summary>Issue a document (签发文书): its file is made, kept by its hash, and never changes afterwards.</summary>
[Act("documents.issue", "签发文书", By = Issuers, Basis = "PR 78", Help = "文书由已登记的内容自动填写；有错误的不能签发。签发后固定文件、模板、法规集和当事人信息。", Irreversible = "签发后文书不能修改；以后法规或者模板变化也不影响已签发的文书。")]
public sealed record IssueDocument : DossierAct, IIssuesDocuments
{
    internal const PersonRoles Issuers = PersonRoles.Officer | PersonRoles.UnitHead | PersonRoles.Reviewer | PersonRoles.LegalReviewer | PersonRoles.Head | PersonRoles.Principal | PersonRoles.Intake;

    /// <summary>Key of the document.</summary>
    [Field("文书", Kind = FieldKind.Choice)]
    public string Document { get; init; } = "";

    /// <inheritdoc/>
    public IReadOnlyList<IssuedDocument> Issued { get; init; } = [];

    /// <inheritdoc/>
    [System.Text.Json.Serialization.JsonIgnore]
    public string Asks => Document;

    /// <inheritdoc/>
    public override string Says => $"签发{string.Join("、", Issued.Select(i => i.Name))}";

    /// <inheritdoc/>
    public override bool IsOffered(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Acts.Count > 0;
    }

    /// <inheritdoc/>
    public override IEnumerable<(string Value, string Label)> ChoicesOf(string field, DossierFile file, ActContext context) => DocumentDrafts.OpenIn(file, context).Select(d => (d.Key, d.Name));

    /// <inheritdoc/>
    public override IEnumerable<InputFault> Faults(DossierFile file, ActContext context)
    {
        if (Document.Length > 0 && !DocumentDrafts.OpenIn(file, context).Any(d => d.Key == Document))
        {
            yield return new("document", "没有这份文书，或者已经签发，或者前面的步骤还没有完成。");
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<Refusal> Check(DossierFile file, ActContext context) => Issuing.Of(context).Refusals;

    /// <inheritdoc/>
    public override DossierAct Frozen(DossierFile file, ActContext context) => this with { Issued = Issuing.Of(context).Documents };

    /// <inheritdoc/>
    public override void AddRows(HengDb db, DossierFile file, ActContext context) => Issuing.Of(context).AddRows(db, file, context);
}

/// <summary>Issue every document that is ready (全部签发).</summary>
[Act("documents.issue-all", "签发全部可签发的文书", By = IssueDocument.Issuers, Basis = "PR 78", Help = "一次签发所有内容完整、没有错误的文书；有错误的留待改正。", Irreversible = "签发后文书不能修改。")]
public sealed record IssueAllDocuments : DossierAct, IIssuesDocuments
{
    /// <inheritdoc/>
    public IReadOnlyList<IssuedDocument> Issued { get; init; } = [];

    /// <inheritdoc/>
    [System.Text.Json.Serialization.JsonIgnore]
    public string Asks => "*";

    /// <inheritdoc/>
    public override string Says => $"签发{Issued.Count} 份文书";

    /// <inheritdoc/>
    public override bool IsOffered(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Acts.Count > 0;
    }

    /// <inheritdoc/>
    public override IEnumerable<Refusal> Check(DossierFile file, ActContext context)
        => context.Found is not Issuing { Documents.Count: 0 } ? [] : [ProcedureRules.ActFitsTheStage.Refuse("没有可以签发的文书：都已经签发，或者还有错误需要改正。")];

    /// <inheritdoc/>
    public override DossierAct Frozen(DossierFile file, ActContext context) => this with { Issued = Issuing.Of(context).Documents };

    /// <inheritdoc/>
    public override void AddRows(HengDb db, DossierFile file, ActContext context) => Issuing.Of(context).AddRows(db, file, context);
}
