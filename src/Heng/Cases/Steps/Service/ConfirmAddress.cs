using Heng.Dossiers;
using Heng.Platform.People;

namespace Heng.Cases.Steps.Service;

/// <summary>Confirm the address for service (送达地址确认, form 10).</summary>
[Act("cases.confirm-address", "送达地址确认", By = PersonRoles.Officer, Basis = "PR 83", Help = "由受送达人确认地址；同意电子送达的，写明接收方式并上传签字的确认书。")]
public sealed record ConfirmAddress : CaseAct
{
    /// <summary>Address.</summary>
    [Field("送达地址")]
    public string Place { get; init; } = "";

    /// <summary>Receiver.</summary>
    [Field("收件人")]
    public string Receiver { get; init; } = "";

    /// <summary>Telephone.</summary>
    [Field("联系电话", Optional = true, Masked = true)]
    public string? Phone { get; init; }

    /// <summary>Consent to electronic service.</summary>
    [Field("同意电子送达")]
    public bool? Electronic { get; init; }

    /// <summary>Account for it.</summary>
    [Field("电子送达账号", Optional = true, Masked = true)]
    public string? Account { get; init; }

    /// <summary>The signed sheet.</summary>
    [Field("签字的确认书", Kind = FieldKind.Files, Optional = true)]
    public IReadOnlyList<Guid> Files { get; init; } = [];

    /// <summary>The files, frozen.</summary>
    public IReadOnlyList<NamedFile> Stored { get; init; } = [];

    /// <inheritdoc/>
    public override string Says => "确认送达地址";

    /// <inheritdoc/>
    public override bool IsOffered(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Part<CaseFile>() is { FiledOn: not null, ArchivedOn: null };
    }

    /// <inheritdoc/>
    public override DossierAct Prefilled(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        var party = file.Part<Affair>().Party;
        return this with { Place = party?.Address ?? "", Receiver = party?.Representative ?? party?.Name ?? "", Phone = party?.Phone, Electronic = false };
    }

    /// <inheritdoc/>
    public override IEnumerable<InputFault> Faults(DossierFile file, ActContext context)
    {
        if (Electronic == true && (string.IsNullOrWhiteSpace(Account) || Files.Count == 0))
        {
            yield return new("account", "同意电子送达的，请填写接收账号并上传签字的确认书。");
        }
    }

    /// <inheritdoc/>
    public override DossierAct Frozen(DossierFile file, ActContext context) => this with { Stored = NamedFile.Of(Files, context) };

    /// <inheritdoc/>
    public override CaseFile Apply(CaseFile before, RecordedAct done)
    {
        ArgumentNullException.ThrowIfNull(before);
        return before with { Address = this };
    }
}
