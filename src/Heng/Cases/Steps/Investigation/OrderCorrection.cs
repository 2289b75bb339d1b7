using Heng.Dossiers;
using Heng.Law.Procedure;
using Heng.Law.Rulings;
using Heng.Platform.People;

namespace Heng.Cases.Steps.Investigation;

/// <summary>Order to correct (责令改正, form 33).</summary>
[Act("cases.order-correction", "责令改正", By = PersonRoles.Officer, Basis = "APL 28(1)", Help = "写明应当改正的内容和期限；到期由另一名办案人员核查。")]
public sealed record OrderCorrection : CaseAct
{
    /// <summary>What must be corrected.</summary>
    [Field("改正内容", Kind = FieldKind.LongText)]
    public string What { get; init; } = "";

    /// <summary>Until when.</summary>
    [Field("改正期限（截止日期）", Help = "要求立即改正的填今天。")]
    public DateOnly DueOn { get; init; }

    /// <summary>Document number.</summary>
    public string DocumentNumber { get; init; } = "";

    /// <inheritdoc/>
    public override string? Series => "F33";

    /// <inheritdoc/>
    public override string Says => $"责令改正（{DocumentNumber}），期限 {DueOn:yyyy-MM-dd}";

    /// <inheritdoc/>
    public override bool IsOffered(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Procedure.Main is "S20" or "S30" or "S77";
    }

    /// <inheritdoc/>
    public override DossierAct Prefilled(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return this with { DueOn = context.Today };
    }

    /// <inheritdoc/>
    public override IEnumerable<Refusal> Check(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new[] { CorrectionRules.OrderSetsItsDay.Check(new(context.Today, DueOn == default ? null : DueOn, false)) }.OfType<Refusal>();
    }

    /// <inheritdoc/>
    public override IEnumerable<Rule> RestsOn() => [CorrectionRules.OrderSetsItsDay];

    /// <inheritdoc/>
    public override DossierAct Numbered(int number, ActContext context) => this with { DocumentNumber = DocumentNumbers.Of(context, "责改", number) };

    /// <inheritdoc/>
    public override CaseFile Apply(CaseFile before, RecordedAct done)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(done);
        return before with { Corrections = before.Corrections.Add(new(DocumentNumber, done.On, DueOn, What, done.PersonId, null, null, null, null)) };
    }
}
