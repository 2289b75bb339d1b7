using Heng.Dossiers;
using Heng.Law.Procedure;
using Heng.Law.Rulings;
using Heng.Law.Time;

namespace Heng.Cases.Steps.Service;

/// <summary>An act of service (送达): what serving any document has (form 50; form 51 for public notice).</summary>
public abstract record ServeAct : CaseAct
{
    /// <summary>The method.</summary>
    [Field("送达方式")]
    public ServiceMethod? Method { get; init; }

    /// <summary>The day of the method: signed, left, reached, received, published.</summary>
    [Field("签收、留置、到达、退回或者公告日期", Help = "直接、邮寄、委托送达填回证或者回执上的签收日期；留置送达填留置之日；电子送达填到达对方系统的日期；按确认地址送达的，填文书留在该地址或者邮件退回之日；公告送达填发布公告的日期，期满视为送达。")]
    public DateOnly On { get; init; }

    /// <summary>Who received it.</summary>
    [Field("签收人", Optional = true)]
    public string? Receiver { get; init; }

    /// <summary>Failed attempts.</summary>
    [Field("其他方式无法送达的经过", Optional = true, Help = "公告送达必填：下落不明的情况，或者已经采取的送达方式和结果。")]
    public string? Failed { get; init; }

    /// <summary>The proof.</summary>
    [Field("送达证明", Kind = FieldKind.Files, Optional = true, Help = "签收的送达回证、邮寄回执、照片或者截图。")]
    public IReadOnlyList<Guid> Files { get; init; } = [];

    /// <summary>The files, frozen.</summary>
    public IReadOnlyList<NamedFile> Stored { get; init; } = [];

    /// <summary>The day on which the document counts as served, frozen.</summary>
    public DateOnly? ServedOn { get; init; }

    /// <inheritdoc/>
    public override DossierAct Prefilled(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(context);
        var receiver = file.Part<CaseFile>().Address?.Receiver ?? file.Part<Affair>().Party?.Representative;
        // What the public notice says is not typed again.
        return PublishNotice.LastOf(file, Served(file)) is var (on, notice) ? this with { Method = ServiceMethod.Public, On = on, Receiver = receiver, Failed = notice.Failed } : this with { Method = ServiceMethod.Direct, On = context.Today, Receiver = receiver };
    }

    /// <inheritdoc/>
    public override IEnumerable<InputFault> Faults(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(file);
        if (On > context.Today)
        {
            yield return new("on", "送达日期晚于今天。");
        }
        else if (On < MadeOn(file))
        {
            yield return new("on", $"送达日期早于文书作出的日期 {MadeOn(file):yyyy-MM-dd}，请核对。");
        }
        else if (Method == ServiceMethod.Public && DeemedOn(context) is not { } end)
        {
            yield return new("on", "公告期满的日期无法计算：所在年份的工作日历尚未载入。");
        }
        else if (Method == ServiceMethod.Public && DeemedOn(context) > context.Today)
        {
            yield return new("on", $"公告期至 {DeemedOn(context):yyyy-MM-dd} 届满，届满后再登记送达。");
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<Refusal> Check(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        var address = AddressIn(file);
        var method = Method switch { ServiceMethod.Electronic => "electronic", ServiceMethod.Public => "public", ServiceMethod.Confirmed => "confirmed", _ => "direct" };
        var given = new ServiceGiven(method, Files.Count > 0, address?.Electronic == true, !string.IsNullOrWhiteSpace(Failed)) { AddressConfirmed = address?.Stored.Count > 0 };
        return ClosingRules.OfService.Select(r => r.Check(given)).Append(IssuedDocumentsOf.Check(file, Served(file), context)).OfType<Refusal>();
    }

    /// <inheritdoc/>
    public override IEnumerable<Rule> RestsOn() => [.. ClosingRules.OfService, ClosingRules.ServedDocumentIsIssued];

    /// <summary>Name and number of what is served.</summary>
    /// <param name="file">The dossier.</param>
    protected abstract string Served(DossierFile file);

    /// <summary>What the receiver confirmed of his address; null without.</summary>
    /// <param name="file">The dossier.</param>
    protected virtual ConfirmAddress? AddressIn(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Part<CaseFile>().Address;
    }

    /// <summary>The day on which it was made: nothing is served before.</summary>
    /// <param name="file">The dossier.</param>
    protected abstract DateOnly? MadeOn(DossierFile file);

    /// <inheritdoc/>
    public override DossierAct Frozen(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return this with { Stored = NamedFile.Of(Files, context), ServedOn = DeemedOn(context) };
    }

    /// <summary>The day on which it counts as served by its method; null while that cannot be counted.</summary>
    /// <param name="context">The law.</param>
    protected DateOnly? DeemedOn(ActContext context) => Method != ServiceMethod.Public ? On
        : context.Law.Deadlines.Count("L52", On) is Outcome<Deadline>.Allowed(var end, _) ? end.Due.Day : null;
}

/// <summary>Serve the decision (送达决定书).</summary>
[Act("cases.serve-decision", "送达决定书", ActKind.ServeDecision, Basis = "PR 81", Help = "宣告后当场交付，否则七个工作日内送达。")]
public sealed record ServeDecision : ServeAct
{
    /// <inheritdoc/>
    public override string Says => $"送达决定书（{(Method is { } m ? ActTypes.LabelOf(m) : "")}）";

    /// <inheritdoc/>
    protected override string Served(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Part<CaseFile>().DecisionName ?? "";
    }

    /// <inheritdoc/>
    protected override DateOnly? MadeOn(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Part<CaseFile>().DecidedOn;
    }

    /// <inheritdoc/>
    public override CaseFile Apply(CaseFile before, RecordedAct done)
    {
        ArgumentNullException.ThrowIfNull(before);
        return before with { Services = before.Services.Add(new(before.DecisionName ?? "", Method!.Value, ServedOn ?? On, Receiver ?? "", Stored, true)), Penalty = before.Penalty is { } penalty ? penalty with { ServedOn = ServedOn ?? On } : null };
    }
}

/// <summary>Serve another document (送达其他文书).</summary>
[Act("cases.serve-document", "送达其他文书", By = Platform.People.PersonRoles.Officer, Basis = "PR 82(1)", Help = "责令改正通知书、限期提供材料通知书等的送达。")]
public sealed record ServeDocument : ServeAct
{
    /// <summary>Which document.</summary>
    [Field("文书", Kind = FieldKind.Choice)]
    public string Document { get; init; } = "";

    /// <inheritdoc/>
    public override string Says => $"送达{Document}（{(Method is { } m ? ActTypes.LabelOf(m) : "")}）";

    /// <inheritdoc/>
    public override bool IsOffered(DossierFile file) => Unserved(file).Any();

    /// <inheritdoc/>
    public override IEnumerable<(string Value, string Label)> ChoicesOf(string field, DossierFile file, ActContext context) => Unserved(file).Select(d => (d, d));

    /// <inheritdoc/>
    public override DossierAct Prefilled(DossierFile file, ActContext context) => (this with { Document = Unserved(file).FirstOrDefault() ?? "" }).WithService(file, context);

    /// <inheritdoc/>
    public override CaseFile Apply(CaseFile before, RecordedAct done)
    {
        ArgumentNullException.ThrowIfNull(before);
        return before with { Services = before.Services.Add(new(Document, Method!.Value, ServedOn ?? On, Receiver ?? "", Stored, false)) };
    }

    /// <inheritdoc/>
    protected override string Served(DossierFile file) => Document;

    /// <inheritdoc/>
    protected override DateOnly? MadeOn(DossierFile file) => Made(file).Where(d => d.Name == Document).Select(d => (DateOnly?)d.On).LastOrDefault();

    private DossierAct WithService(DossierFile file, ActContext context) => base.Prefilled(file, context);

    private static IEnumerable<string> Unserved(DossierFile file)
    {
        var served = file.Part<CaseFile>().Services.Select(s => s.Document).ToHashSet();
        return Made(file).Select(d => d.Name).Where(d => !served.Contains(d));
    }

    private static IEnumerable<(string Name, DateOnly On)> Made(DossierFile file) => file.Acts.Select(a => (Name: a.Act switch
    {
        Investigation.OrderCorrection order => $"责令改正通知书 {order.DocumentNumber}",
        Hearing.AcceptHearing hearing => hearing.DocumentName,
        Investigation.RequireMaterial material => $"限期提供材料通知书 {material.DocumentNumber}",
        _ => "",
    }, a.On)).Where(d => d.Name.Length > 0);
}
