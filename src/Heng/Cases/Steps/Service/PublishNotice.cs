using Heng.Documents;
using Heng.Dossiers;
using Heng.Law.Procedure;
using Heng.Law.Rulings;

namespace Heng.Cases.Steps.Service;

/// <summary>Publish the notice of service (公告送达, form 51): thirty days after it the document counts as served.</summary>
[Act("cases.publish-notice", "发布送达公告", By = Platform.People.PersonRoles.Officer, Basis = "PR 82(1)#5", Help = "受送达人下落不明或者采取其他方式无法送达的，发布公告；自发布之日起三十日视为送达，期满后再登记送达。")]
public sealed record PublishNotice : CaseAct
{
    /// <summary>Which document.</summary>
    [Field("需要公告送达的文书", Kind = FieldKind.Choice)]
    public string Document { get; init; } = "";

    /// <summary>Failed attempts.</summary>
    [Field("其他方式无法送达的经过", Kind = FieldKind.LongText)]
    public string Failed { get; init; } = "";

    /// <summary>Where it is published.</summary>
    [Field("公告地点或者媒体")]
    public string Where { get; init; } = "";

    /// <summary>Document number.</summary>
    public string DocumentNumber { get; init; } = "";

    /// <inheritdoc/>
    public override string? Series => "F51";

    /// <inheritdoc/>
    public override string Says => $"发布送达公告（{DocumentNumber}）";

    /// <inheritdoc/>
    public override bool IsOffered(DossierFile file) => Unserved(file).Any();

    /// <inheritdoc/>
    public override IEnumerable<(string Value, string Label)> ChoicesOf(string field, DossierFile file, ActContext context) => Unserved(file).Select(d => (d, d));

    /// <inheritdoc/>
    public override DossierAct Prefilled(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return this with { Document = Unserved(file).FirstOrDefault() ?? "", Where = context.Bureau is { } b ? $"{b.Name}公告栏和受送达人住所地" : "" };
    }

    /// <inheritdoc/>
    public override IEnumerable<Refusal> Check(DossierFile file, ActContext context)
        => new[] { ClosingRules.PublicNoticeIsTheLastWay.Check(new("public", true, false, !string.IsNullOrWhiteSpace(Failed))), IssuedDocumentsOf.Check(file, Document, context) }.OfType<Refusal>();

    /// <inheritdoc/>
    public override IEnumerable<Rule> RestsOn() => [ClosingRules.PublicNoticeIsTheLastWay, ClosingRules.ServedDocumentIsIssued];

    /// <inheritdoc/>
    public override DossierAct Numbered(int number, ActContext context) => this with { DocumentNumber = DocumentNumbers.Of(context, "罚送告", number) };

    /// <inheritdoc/>
    public override CaseFile Apply(CaseFile before, RecordedAct done) => before;

    /// <summary>The last notice for a document, with the day it was published; null without one.</summary>
    /// <param name="file">The dossier.</param>
    /// <param name="document">Name and number.</param>
    internal static (DateOnly On, PublishNotice Notice)? LastOf(DossierFile file, string document)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Acts.LastOrDefault(a => a.Act is PublishNotice n && n.Document == document) is { } done ? (done.On, (PublishNotice)done.Act) : null;
    }

    private static IEnumerable<string> Unserved(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var c = file.Part<CaseFile>();
        var served = c.Services.Select(s => s.Document).ToHashSet();
        return file.Part<IssuedDocuments>().All.Values.OrderBy(e => e.Act).Where(e => e.Document is { IsOutward: true, Form: not "51" } && !served.Contains(e.Document.Name)).Select(e => e.Document.Name);
    }
}

/// <summary>Whether what is served was issued.</summary>
internal static class IssuedDocumentsOf
{
    /// <summary>The refusal of serving a document that was not issued.</summary>
    /// <remarks>A document that Heng does not make is made on paper and served from paper.</remarks>
    public static Refusal? Check(DossierFile file, string name, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Part<IssuedDocuments>().HasName(name) || !DocumentDrafts.Of(file, context).Any(d => d.Name == name) ? null : ClosingRules.ServedDocumentIsIssued.Check(false);
    }
}
