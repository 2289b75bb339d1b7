using Heng.Dossiers;
using Heng.Platform.People;

namespace Heng.Cases.Steps.Filing;

/// <summary>Record the breach of a limit with its reason (登记超期原因): nothing is reset in silence.</summary>
[Act("cases.record-breach", "登记超期原因", By = PersonRoles.UnitHead, Basis = "APL 76(1)", Help = "超期不因登记而合法；登记后才能继续办理，原因随案归档，供监督检查。")]
public sealed record RecordBreach : CaseAct
{
    /// <summary>The limit.</summary>
    [Field("超过的期限", Kind = FieldKind.Choice)]
    public string Limit { get; init; } = "";

    /// <summary>Why.</summary>
    [Field("超期原因", Kind = FieldKind.LongText)]
    public string Reason { get; init; } = "";

    /// <inheritdoc/>
    public override string Says => $"登记超期原因（{Limit}）";

    /// <inheritdoc/>
    public override bool IsOffered(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return CaseClocks.Of(file).Any(c => c.Limit is not null);
    }

    /// <inheritdoc/>
    public override IEnumerable<(string Value, string Label)> ChoicesOf(string field, DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return CaseClocks.Of(file).Where(c => c.Limit is not null && c.DueOn < context.Today).Select(c => (c.Limit!, $"{c.Name}（{c.DueOn:yyyy-MM-dd} 届满）"));
    }

    /// <inheritdoc/>
    public override IEnumerable<InputFault> Faults(DossierFile file, ActContext context)
    {
        if (!ChoicesOf(nameof(Limit), file, context).Any(c => c.Value == Limit))
        {
            yield return new("limit", "请选择一个已经超过的期限。");
        }
    }

    /// <inheritdoc/>
    public override CaseFile Apply(CaseFile before, RecordedAct done)
    {
        ArgumentNullException.ThrowIfNull(before);
        return before with { Breaches = before.Breaches.Add(Limit) };
    }
}
