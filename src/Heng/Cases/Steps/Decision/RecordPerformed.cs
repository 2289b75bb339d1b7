using Heng.Dossiers;
using Heng.Law.Procedure;
using Heng.Law.Rulings;

namespace Heng.Cases.Steps.Decision;

/// <summary>Record the performance of a decision that asks for no money (登记履行情况): warning, suspension, revocation. Money is never typed as paid.</summary>
[Act("cases.record-performed", "登记履行完毕", ActKind.RecordPayment, Basis = "PR 77#1", Help = "决定没有罚款、没收违法所得的，登记警告、停业、吊销等的执行情况；有金额的按收款记录认定，不在这里登记。")]
public sealed record RecordPerformed : CaseAct
{
    /// <summary>How it was performed.</summary>
    [Field("履行情况", Kind = FieldKind.LongText)]
    public string How { get; init; } = "";

    /// <summary>The proof.</summary>
    [Field("证明材料", Kind = FieldKind.Files, Optional = true)]
    public IReadOnlyList<Guid> Files { get; init; } = [];

    /// <summary>The files, frozen.</summary>
    public IReadOnlyList<NamedFile> Stored { get; init; } = [];

    /// <inheritdoc/>
    public override string Says => "处罚决定履行完毕";

    /// <inheritdoc/>
    public override bool IsOffered(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return base.IsOffered(file) && !file.Procedure.Performed && AsksForNoMoney(file);
    }

    /// <inheritdoc/>
    public override Refusal? NeverFits(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Part<CaseFile>().Penalty is null || AsksForNoMoney(file) ? null : Law.Penalties.PenaltyRules.MoneyIsNotTyped.Check(false);
    }

    /// <inheritdoc/>
    public override IEnumerable<Refusal> Check(DossierFile file, ActContext context)
        => AsksForNoMoney(file) ? [] : [Law.Penalties.PenaltyRules.MoneyIsNotTyped.Check(false)!];

    /// <inheritdoc/>
    public override IEnumerable<Rule> RestsOn() => [Law.Penalties.PenaltyRules.MoneyIsNotTyped];

    /// <inheritdoc/>
    public override DossierAct Frozen(DossierFile file, ActContext context) => this with { Stored = NamedFile.Of(Files, context) };

    /// <inheritdoc/>
    public override CaseFile Apply(CaseFile before, RecordedAct done) => before;

    private static bool AsksForNoMoney(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Part<CaseFile>().Penalty is { Sanction: var s } && Law.Codes.Money.Sum([s.Fine, s.ConfiscatedGain, .. s.Personal.Select(p => p.Fine)]).Fen == 0;
    }
}
