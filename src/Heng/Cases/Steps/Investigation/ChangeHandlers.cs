using System.Text.Json.Serialization;
using Heng.Dossiers;
using Heng.Law.Procedure;
using Heng.Law.Rulings;
using Heng.Platform.People;

namespace Heng.Cases.Steps.Investigation;

/// <summary>Change the officers (变更办案人员, form 08).</summary>
[Act("cases.change-handlers", "变更办案人员", By = PersonRoles.Head | PersonRoles.Principal, Basis = "PR 4", Help = "变更后办案人员仍不得少于两人；因回避变更的，办理“决定回避”。")]
public sealed record ChangeHandlers : CaseAct
{
    /// <summary>The officers from now on.</summary>
    [Field("变更后的办案人员", Kind = FieldKind.People, Roles = PersonRoles.Officer)]
    public IReadOnlyList<Guid> Handlers { get; init; } = [];

    /// <summary>Why.</summary>
    [Field("变更理由")]
    public string Reason { get; init; } = "";

    /// <summary>The people, frozen.</summary>
    public IReadOnlyList<NamedPerson> Named { get; init; } = [];

    /// <inheritdoc/>
    [JsonIgnore]
    public override IReadOnlyList<Handler>? HandlersFromNow => [.. Named.Select(n => new Handler(n.Id.ToString("N"), n.Certificate is not null))];

    /// <inheritdoc/>
    public override string Says => $"变更办案人员为{string.Join("、", Named.Select(n => n.Name))}";

    /// <inheritdoc/>
    public override bool IsOffered(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var c = file.Part<CaseFile>();
        return c.Handlers.Count > 0 && c.DecidedOn is null;
    }

    /// <inheritdoc/>
    public override DossierAct Prefilled(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        return this with { Handlers = [.. file.Part<CaseFile>().Handlers.Select(h => h.Id)] };
    }

    /// <inheritdoc/>
    public override IEnumerable<Refusal> Check(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new[]
        {
            CaseOfficers.Check(Handlers, file, context),
            Handlers.Contains(context.Me.PersonId) ? ProcedureRules.FilingApproverIsNotNamed.Refuse("批准变更的负责人不能同时作为本案办案人员；请另行指定。") : null,
        }.OfType<Refusal>();
    }

    /// <inheritdoc/>
    public override DossierAct Frozen(DossierFile file, ActContext context) => this with { Named = NamedPerson.Of(Handlers, context) };

    /// <inheritdoc/>
    public override CaseFile Apply(CaseFile before, RecordedAct done)
    {
        ArgumentNullException.ThrowIfNull(before);
        // Who was replaced need not be decided on any more; his interest stays marked, so that he does not come back unseen.
        var replaced = before.Handlers.Select(h => h.Id).Except(Named.Select(n => n.Id)).ToArray();
        return before with { Handlers = Named, RecusalAsked = before.RecusalAsked.Except(replaced), Decided = before.Decided.Union(replaced.Where(p => before.Interests.GetValueOrDefault(p))) };
    }
}
