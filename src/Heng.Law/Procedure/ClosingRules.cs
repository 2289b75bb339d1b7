using Heng.Law.Rulings;

namespace Heng.Law.Procedure;

/// <summary>Service of a document (送达) as the rules see it.</summary>
/// <param name="Method">direct, left, electronic, mail, entrusted, confirmed or public.</param>
/// <param name="HasProof">Whether the proof of the method lies with it.</param>
/// <param name="ConsentSigned">Whether the party signed a confirmation that allows electronic service.</param>
/// <param name="FailedMethods">Whether the failed attempts, or unknown whereabouts, are recorded.</param>
public sealed record ServiceGiven(string Method, bool HasProof, bool ConsentSigned, bool FailedMethods)
{
    /// <summary>Whether the party confirmed the address for service with its signature.</summary>
    public bool AddressConfirmed { get; init; }
}

/// <summary>Service and closing rules (送达与结案规则).</summary>
public static class ClosingRules
{
    private static readonly ServiceGiven good = new("direct", true, false, false);

    /// <summary>Service has its proof.</summary>
    public static Rule<ServiceGiven> ServiceIsProven { get; } = new(
        "service.proof", "PR 82(1)", "送达应当有送达回证或者该送达方式的证明材料。",
        s => s.HasProof,
        _ => "没有送达的证明；请上传签收的送达回证、邮寄回执、照片、截图等。",
        () => good with { HasProof = false }, () => good);

    /// <summary>Electronic service needs a signed consent.</summary>
    public static Rule<ServiceGiven> ElectronicServiceIsAgreed { get; } = new(
        "service.electronic", "APL 61(2)", "当事人同意并签订确认书的，才可以采用传真、电子邮件等方式送达。",
        s => s.Method != "electronic" || s.ConsentSigned,
        _ => "当事人没有签订同意电子送达的确认书；请先办理送达地址确认，或者改用其他方式。",
        () => good with { Method = "electronic" }, () => good with { Method = "electronic", ConsentSigned = true });

    /// <summary>Public notice comes after other ways have failed.</summary>
    public static Rule<ServiceGiven> PublicNoticeIsTheLastWay { get; } = new(
        "service.public", "PR 82(1)#5", "受送达人下落不明或者采取其他方式无法送达的，才可以公告送达，并记录原因和经过。",
        s => s.Method != "public" || s.FailedMethods,
        _ => "没有记录下落不明或者其他方式无法送达的经过，不能公告送达；请先写明。",
        () => good with { Method = "public" }, () => good with { Method = "public", FailedMethods = true });

    /// <summary>Service at a confirmed address needs the signed confirmation.</summary>
    public static Rule<ServiceGiven> ConfirmedAddressIsSigned { get; } = new(
        "service.confirmed-address", "PR 83", "受送达人签字确认的送达地址，才可以以退回之日或者文书留在该地址之日为送达之日。",
        s => s.Method != "confirmed" || s.AddressConfirmed,
        _ => "没有受送达人签字的送达地址确认书，不能按确认地址送达；请先办理送达地址确认，或者改用其他方式。",
        () => good with { Method = "confirmed" }, () => good with { Method = "confirmed", AddressConfirmed = true });

    /// <summary>Closing keeps its limit, or its breach is recorded.</summary>
    public static Rule<TimedStep> ClosingKeepsItsLimit { get; } = new(
        "close.limit", "PR 77", "结案条件成就之日起十五个工作日内应当办理结案审批。",
        s => s.DueOn is not { } due || s.Today <= due || s.ReasonRecorded,
        s => $"结案审批的期限已于 {IntakeRules.Day(s.DueOn)} 届满；请先登记超期原因，再批准结案。",
        () => new(new(2026, 3, 3), new(2026, 3, 2), false), () => new(new(2026, 3, 2), new(2026, 3, 2), false));

    /// <summary>An archive is complete.</summary>
    public static Rule<IReadOnlyList<string>> ArchiveIsComplete { get; } = new(
        "archive.complete", "PR 78", "结案后应当将案件材料按照规定顺序归档，材料应当齐全。",
        missing => missing.Count == 0,
        missing => $"案卷缺少：{string.Join("、", missing)}；请补齐后归档。",
        () => ["立案审批表"], () => []);

    /// <summary>A dossier is closed only after its case is over.</summary>
    public static Rule<bool> DossierFollowsTheCase { get; } = new(
        "dossier.case-is-over", "PR 78", "案件结案、归档后，档案才能终结。",
        over => over,
        _ => "案件还没有办结归档；请先办结并归档，再终结档案。",
        () => false, () => true, isPolicy: true);

    /// <summary>What is served was issued before.</summary>
    public static Rule<bool> ServedDocumentIsIssued { get; } = new(
        "service.not-issued", "PR 81", "送达的应当是已经签发、编号、定稿的文书。",
        issued => issued,
        _ => "这份文书还没有签发；请先在“文书”中核对并签发，再办理送达。",
        () => false, () => true, isPolicy: true);

    /// <summary>Every rule of service, in order.</summary>
    public static IReadOnlyList<Rule<ServiceGiven>> OfService { get; } = [ServiceIsProven, ElectronicServiceIsAgreed, ConfirmedAddressIsSigned, PublicNoticeIsTheLastWay];

    /// <summary>Every rule, in order.</summary>
    public static IReadOnlyList<Rule> All { get; } = [.. OfService, ClosingKeepsItsLimit, ArchiveIsComplete, DossierFollowsTheCase, ServedDocumentIsIssued];
}
