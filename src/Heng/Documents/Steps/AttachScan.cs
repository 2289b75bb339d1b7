using Heng.Dossiers;

namespace Heng.Documents.Steps;

/// <summary>Attach the signed or sealed scan of a document (上传签章件), tied to the version that was issued.</summary>
[Act("documents.attach-scan", "上传签章扫描件", By = IssueDocument.Issuers, Basis = "PR 78", Help = "打印已签发的版本，签名、盖章后扫描上传；扫描件与该版本的校验值绑定。")]
public sealed record AttachScan : DossierAct, IAttachesScan
{
    /// <inheritdoc/>
    [Field("文书", Kind = FieldKind.Choice)]
    public string Document { get; init; } = "";

    /// <summary>The scans.</summary>
    [Field("签章扫描件", Kind = FieldKind.Files, Help = "PDF 或者图片。")]
    public IReadOnlyList<Guid> Files { get; init; } = [];

    /// <inheritdoc/>
    public string Version { get; init; } = "";

    /// <inheritdoc/>
    public IReadOnlyList<NamedFile> Stored { get; init; } = [];

    /// <inheritdoc/>
    public override string Says => $"上传签章扫描件（{Document}）";

    /// <inheritdoc/>
    public override bool IsOffered(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Part<IssuedDocuments>().All.Count > 0;
    }

    /// <inheritdoc/>
    public override IEnumerable<(string Value, string Label)> ChoicesOf(string field, DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Part<IssuedDocuments>().All.Values.OrderBy(e => e.Act).Select(e => (e.Document.Key, e.Document.Name));
    }

    /// <inheritdoc/>
    public override IEnumerable<InputFault> Faults(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(context);
        if (Document.Length > 0 && file.Part<IssuedDocuments>().Find(Document) is null)
        {
            yield return new("document", "这份文书还没有签发。");
        }

        if (Files.Any(f => context.Files.TryGetValue(f, out var stored) && stored.MediaType is not ("application/pdf" or "image/jpeg" or "image/png")))
        {
            yield return new("files", "签章扫描件应当是 PDF、JPEG 或者 PNG。");
        }
    }

    /// <inheritdoc/>
    public override DossierAct Frozen(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        return this with { Stored = NamedFile.Of(Files, context), Version = file.Part<IssuedDocuments>().Find(Document)?.Document.File.Sha256 ?? "" };
    }
}
