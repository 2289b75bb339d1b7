using Heng.Dossiers;
using Heng.Law.Procedure;

namespace Heng.Cases.Steps.Filing;

/// <summary>Pass the clue on (移送线索) to the department that is competent.</summary>
[Act("cases.pass-clue-on", "移送线索", ActKind.PassClueOn, Basis = "PR 17", Help = "不属于本部门管辖的，移送有管辖权的部门；移送函在纸上办理，在这里登记。")]
public sealed record PassClueOn : CaseAct
{
    /// <summary>To whom.</summary>
    [Field("移送给")]
    public string To { get; init; } = "";

    /// <summary>Why.</summary>
    [Field("移送理由", Kind = FieldKind.LongText)]
    public string Reason { get; init; } = "";

    /// <summary>The papers.</summary>
    [Field("移送函等材料", Kind = FieldKind.Files, Optional = true)]
    public IReadOnlyList<Guid> Files { get; init; } = [];

    /// <summary>The files, frozen.</summary>
    public IReadOnlyList<NamedFile> Stored { get; init; } = [];

    /// <inheritdoc/>
    public override string Says => $"线索移送{To}";

    /// <inheritdoc/>
    public override DossierAct Frozen(DossierFile file, ActContext context) => this with { Stored = NamedFile.Of(Files, context) };

    /// <inheritdoc/>
    public override CaseFile Apply(CaseFile before, RecordedAct done)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(done);
        return before with { DecidedOn = done.On, Ending = new(CaseEndingKind.Transferred, done.On, Says), Papers = before.Papers.Add((done.On, Says)) };
    }
}
