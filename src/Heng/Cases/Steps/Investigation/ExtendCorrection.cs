using Heng.Dossiers;
using Heng.Law.Procedure;
using Heng.Law.Rulings;
using Heng.Platform.People;

namespace Heng.Cases.Steps.Investigation;

/// <summary>Extend the time for correction (延长改正期限) with a reason.</summary>
[Act("cases.extend-correction", "延长改正期限", By = PersonRoles.UnitHead, Basis = "APL 28(1)", Help = "当事人有正当理由的可以延长，应当写明理由。")]
public sealed record ExtendCorrection : CaseAct
{
    /// <summary>Which order.</summary>
    [Field("责令改正通知书", Kind = FieldKind.Choice)]
    public string Order { get; init; } = "";

    /// <summary>Until when.</summary>
    [Field("延长至")]
    public DateOnly Until { get; init; }

    /// <summary>Why.</summary>
    [Field("理由")]
    public string Reason { get; init; } = "";

    /// <inheritdoc/>
    public override string Says => $"延长改正期限至 {Until:yyyy-MM-dd}";

    /// <inheritdoc/>
    public override bool IsOffered(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Part<CaseFile>().Corrections.Any(c => c.CheckedOn is null);
    }

    /// <inheritdoc/>
    public override IEnumerable<(string Value, string Label)> ChoicesOf(string field, DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Part<CaseFile>().Corrections.Where(c => c.CheckedOn is null).Select(c => (c.Number, $"{c.Number}（期限 {c.DueOn:yyyy-MM-dd}）"));
    }

    /// <inheritdoc/>
    public override IEnumerable<InputFault> Faults(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.Part<CaseFile>().Corrections.FirstOrDefault(c => c.Number == Order) is { } order && Until <= order.DueOn)
        {
            yield return new("until", "新的期限应当晚于原期限。");
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<Refusal> Check(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(context);
        return new[] { CorrectionRules.ExtensionComesBeforeTheEnd.Check(new(context.Today, file.Part<CaseFile>().Corrections.FirstOrDefault(c => c.Number == Order)?.DueOn, false)) }.OfType<Refusal>();
    }

    /// <inheritdoc/>
    public override IEnumerable<Rule> RestsOn() => [CorrectionRules.ExtensionComesBeforeTheEnd];

    /// <inheritdoc/>
    public override CaseFile Apply(CaseFile before, RecordedAct done)
    {
        ArgumentNullException.ThrowIfNull(before);
        var index = before.Corrections.FindIndex(c => c.Number == Order);
        return index < 0 ? before : before with { Corrections = before.Corrections.SetItem(index, before.Corrections[index] with { DueOn = Until }) };
    }
}
