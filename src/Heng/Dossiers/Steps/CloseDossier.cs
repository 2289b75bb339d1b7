using Heng.Law.Rulings;
using Heng.Law.Visits;
using Heng.Platform.People;

namespace Heng.Dossiers.Steps;

/// <summary>Close the dossier (档案终结): every part of the five-part mode has its outcome or reason.</summary>
[Act("dossiers.close", "档案终结", By = PersonRoles.UnitHead | PersonRoles.Head | PersonRoles.Principal, Basis = "OP 7", Help = "五个环节逐项有结果或者理由，回访任务办完，才终结档案。结案不等回访，档案等回访。", Irreversible = "终结后档案不再办理；依法重新审查的除外。")]
public sealed record CloseDossier : DossierAct
{
    /// <summary>The opinion.</summary>
    [Field("意见", Kind = FieldKind.LongText)]
    public string Opinion { get; init; } = "";

    /// <summary>The five parts as they stood, frozen.</summary>
    public IReadOnlyList<FivePartKept> Parts { get; init; } = [];

    /// <inheritdoc/>
    public override string Says => "档案终结";

    /// <inheritdoc/>
    public override bool IsOffered(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Acts.Count > 0 && !file.Part<DossierEnd>().IsClosed;
    }

    /// <inheritdoc/>
    public override DossierAct Prefilled(DossierFile file, ActContext context) => this with { Opinion = "各环节已经办理完毕，同意终结。" };

    /// <inheritdoc/>
    public override IEnumerable<Refusal> Check(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        string[] mandatory = context.Settings[DossierSettings.MandatoryParts].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var open = context.Summary!.Five.OrderBy(f => f.Key)
            .Where(f => f.Value.State is FiveState.Open or FiveState.Due && mandatory.Contains(f.Key.ToString(), StringComparer.OrdinalIgnoreCase))
            .Select(f => f.Value.Says.Length == 0 ? ActTypes.LabelOf(f.Key) : $"{ActTypes.LabelOf(f.Key)}（{f.Value.Says}）").ToArray();
        return new[] { VisitRules.FivePartsAreSettled.Check(open) }.OfType<Refusal>();
    }

    /// <inheritdoc/>
    public override IEnumerable<Rule> RestsOn() => [VisitRules.FivePartsAreSettled];

    /// <inheritdoc/>
    public override DossierAct Frozen(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return this with { Parts = [.. context.Summary!.Five.OrderBy(f => f.Key).Select(f => new FivePartKept(f.Key, f.Value.State, f.Value.Says))] };
    }
}

/// <summary>A part of the five-part mode (五位一体) as it stood when the dossier was closed.</summary>
/// <param name="Part">The part.</param>
/// <param name="State">How it stood.</param>
/// <param name="Says">Outcome or reason.</param>
public sealed record FivePartKept(FivePart Part, FiveState State, string Says);
