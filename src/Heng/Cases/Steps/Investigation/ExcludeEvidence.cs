using System.Globalization;
using Heng.Dossiers;
using Heng.Platform.People;

namespace Heng.Cases.Steps.Investigation;

/// <summary>Take a piece of evidence out (排除证据): it stays in the record and supports nothing any more.</summary>
[Act("cases.exclude-evidence", "排除证据", By = PersonRoles.Officer | PersonRoles.Reviewer | PersonRoles.LegalReviewer, Basis = "APL 46(3)", Help = "以非法手段取得的证据不得作为认定事实的根据；登记有误的也在这里排除后重新登记。排除后，用到它的事实会提示缺少证据。")]
public sealed record ExcludeEvidence : CaseAct
{
    /// <summary>Number of the piece.</summary>
    [Field("证据", Kind = FieldKind.Choice)]
    public string Evidence { get; init; } = "";

    /// <summary>Why.</summary>
    [Field("理由")]
    public string Reason { get; init; } = "";

    /// <inheritdoc/>
    public override string Says => $"排除证据{Evidence}";

    /// <inheritdoc/>
    public override bool IsOffered(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Procedure.Main is "S20" or "S30" or "S40" or "S75" && file.Part<CaseFile>().Evidence.Any(e => e.Excluded is null);
    }

    /// <inheritdoc/>
    public override IEnumerable<(string Value, string Label)> ChoicesOf(string field, DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Part<CaseFile>().Evidence.Where(e => e.Excluded is null).Select(e => (e.Number.ToString(CultureInfo.InvariantCulture), e.Label));
    }

    /// <inheritdoc/>
    public override CaseFile Apply(CaseFile before, RecordedAct done)
    {
        ArgumentNullException.ThrowIfNull(before);
        var index = before.Evidence.FindIndex(e => e.Number.ToString(CultureInfo.InvariantCulture) == Evidence);
        return index < 0 ? before : before with { Evidence = before.Evidence.SetItem(index, before.Evidence[index] with { Excluded = Reason }) };
    }
}
