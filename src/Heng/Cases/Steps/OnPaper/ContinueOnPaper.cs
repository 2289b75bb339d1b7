using Heng.Dossiers;
using Heng.Platform.People;

namespace Heng.Cases.Steps.OnPaper;

/// <summary>Continue the case on paper (转纸质办理): what this program cannot do yet goes on outside with the complete, verifiable file.</summary>
[Act("cases.continue-on-paper", "转纸质办理", By = PersonRoles.UnitHead | PersonRoles.Head | PersonRoles.Principal, Basis = "PR 78", Help = "需要给予处罚、采取强制措施、抽样检验的案件，导出完整案卷后在纸上继续办理；本档案保留全部记录，可以核验。", Irreversible = "转纸质办理后，本案在系统中不再办理后续程序。")]
public sealed record ContinueOnPaper : CaseAct, IApprovesExport
{
    /// <summary>Why.</summary>
    [Field("原因")]
    public PaperReason? Reason { get; init; }

    /// <summary>Remarks.</summary>
    [Field("说明", Kind = FieldKind.LongText)]
    public string Note { get; init; } = "";

    /// <inheritdoc/>
    public override string Says => $"转纸质办理：{(Reason is { } r ? ActTypes.LabelOf(r) : "")}";

    /// <inheritdoc/>
    public override bool IsOffered(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Part<CaseFile>() is { FiledOn: not null, DecidedOn: null, OnPaper: null };
    }

    /// <summary>The officers take the complete file with them.</summary>
    /// <inheritdoc/>
    public bool Covers(DossierFile file, Guid person, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Part<CaseFile>().IsHandledBy(person);
    }

    /// <inheritdoc/>
    public override CaseFile Apply(CaseFile before, RecordedAct done)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(done);
        return before with { OnPaper = this, Ending = new(CaseEndingKind.OnPaper, done.On, Says), Papers = before.Papers.Add((done.On, Says)) };
    }
}

/// <summary>Why a case goes on on paper (转纸质办理原因).</summary>
public enum PaperReason
{
    /// <summary>A penalty is needed.</summary>
    [Label("需要给予行政处罚")]
    Penalty,

    /// <summary>Seizure or preservation.</summary>
    [Label("需要采取先行登记保存或者强制措施")]
    Measure,

    /// <summary>Sampling.</summary>
    [Label("需要抽样检验")]
    Sampling,

    /// <summary>Other.</summary>
    [Label("其他")]
    Other,
}
