using Heng.Cases;
using Heng.Dossiers;
using Heng.Law.Procedure;
using Heng.Law.Rulings;
using Heng.Platform.People;

namespace Heng.Intake.Steps;

/// <summary>Assign the verifiers (指定核查人员).</summary>
[Act("intake.assign-verifiers", "指定核查人员", ActKind.BeginVerification, Basis = "PR 18(1)", Help = "核查由两名以上有执法证件的人员进行。")]
public sealed record AssignVerifiers : DossierAct, INamesVerifiers
{
    /// <summary>Who verifies.</summary>
    [Field("核查人员", Kind = FieldKind.People, Roles = PersonRoles.Officer)]
    public IReadOnlyList<Guid> People { get; init; } = [];

    /// <summary>The people, frozen.</summary>
    public IReadOnlyList<NamedPerson> Named { get; init; } = [];

    /// <inheritdoc/>
    public override string Says => $"指定{string.Join("、", Named.Select(n => n.Name))}核查";

    /// <inheritdoc/>
    public override IEnumerable<Refusal> Check(DossierFile file, ActContext context) => new[] { CaseOfficers.Check(People, file, context) }.OfType<Refusal>();

    /// <inheritdoc/>
    public override IEnumerable<Rule> RestsOn() => [OfficerRules.TwoOfficersArePresent];

    /// <inheritdoc/>
    public override DossierAct Frozen(DossierFile file, ActContext context) => this with { Named = NamedPerson.Of(People, context) };
}
