using Heng.Dossiers;

namespace Heng.Cases;

/// <summary>Correction (责令改正): an order with its day and what became of it.</summary>
/// <param name="Number">Document number.</param>
/// <param name="OrderedOn">The day of the order.</param>
/// <param name="DueOn">The day until which to correct.</param>
/// <param name="What">What must be corrected.</param>
/// <param name="OrderedBy">Who ordered it.</param>
/// <param name="CheckedOn">The day of the check; null before it.</param>
/// <param name="Corrected">What the check found.</param>
/// <param name="Evidence">Number of the evidence that the check brought in.</param>
/// <param name="Result">What the check says.</param>
public sealed record Correction(string Number, DateOnly OrderedOn, DateOnly DueOn, string What, Guid OrderedBy, DateOnly? CheckedOn, bool? Corrected, int? Evidence, string? Result)
{
    /// <summary>The day on which it was corrected; null while it is not.</summary>
    public DateOnly? CorrectedOn { get; init; }

    /// <summary>The day by which it was corrected: the day stated, or that of a check in time; null while nobody can say.</summary>
    public DateOnly? CorrectedBy => Corrected != true ? null : CorrectedOn ?? (CheckedOn <= DueOn ? CheckedOn : null);
}

/// <summary>Service (送达) of a document.</summary>
/// <param name="Document">Form and number.</param>
/// <param name="Method">The method.</param>
/// <param name="On">The day on which it counts as served.</param>
/// <param name="Receiver">Who received it.</param>
/// <param name="Files">The proof.</param>
/// <param name="IsDecision">Whether it is the decision.</param>
public sealed record ServiceDone(string Document, ServiceMethod Method, DateOnly On, string Receiver, IReadOnlyList<NamedFile> Files, bool IsDecision);

/// <summary>Method of service (送达方式).</summary>
public enum ServiceMethod
{
    /// <summary>Direct (直接送达).</summary>
    [Label("直接送达")]
    Direct,

    /// <summary>Left (留置送达).</summary>
    [Label("留置送达")]
    Left,

    /// <summary>Electronic (电子送达).</summary>
    [Label("电子送达")]
    Electronic,

    /// <summary>Mail (邮寄送达).</summary>
    [Label("邮寄送达")]
    Mail,

    /// <summary>Entrusted (委托、转交送达).</summary>
    [Label("委托、转交送达")]
    Entrusted,

    /// <summary>Public notice (公告送达).</summary>
    [Label("公告送达")]
    Public,

    /// <summary>At the confirmed address (按确认地址送达): refused, moved away or sent back.</summary>
    [Label("按确认地址送达（拒收、退回）")]
    Confirmed,
}
