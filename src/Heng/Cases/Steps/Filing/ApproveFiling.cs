using Heng.Dossiers;
using Heng.Law.Discretion;
using Heng.Law.Matters;
using Heng.Law.Procedure;
using Heng.Law.Rulings;
using Heng.Platform.People;

namespace Heng.Cases.Steps.Filing;

/// <summary>Approve the filing and name the officers (批准立案, form 07).</summary>
[Act("cases.approve-filing", "批准立案", ActKind.ApproveFiling, Basis = "PR 19(2)", Help = "负责人批准立案，九十日的办案期限从批准之日起算。负责人不能批准由自己承办的案件。")]
public sealed record ApproveFiling : CaseAct
{
    /// <summary>The officers.</summary>
    [Field("办案人员", Kind = FieldKind.People, Roles = PersonRoles.Officer)]
    public IReadOnlyList<Guid> Handlers { get; init; } = [];

    /// <summary>Last day of the violation, as far as known.</summary>
    [Field("违法行为终了日期", Optional = true, Help = "用来核对追责时效；仍在继续的留空。")]
    public DateOnly? ActEndedOn { get; init; }

    /// <summary>The opinion.</summary>
    [Field("审批意见", Kind = FieldKind.LongText)]
    public string Opinion { get; init; } = "";

    /// <summary>The people, frozen.</summary>
    public IReadOnlyList<NamedPerson> Named { get; init; } = [];

    /// <inheritdoc/>
    public override string Says => $"批准立案，办案人员{string.Join("、", Named.Select(n => n.Name))}";

    /// <inheritdoc/>
    public override DossierAct Prefilled(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        return this with { Handlers = file.Part<CaseFile>().Proposal?.Handlers ?? [], Opinion = "同意立案。" };
    }

    /// <inheritdoc/>
    public override IEnumerable<Refusal> Check(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(file);
        var c = file.Part<CaseFile>();
        return new[]
        {
            IntakeRules.VerificationKeepsItsLimit.Check(CaseClocks.StepUnder(CaseClocks.Verification(file), file, context.Today)),
            IntakeRules.FilingIsApprovedBySomeoneElse.Check(file.Part<CaseFile>().ProposedBy != context.Me.PersonId),
            c.Proposal is { } p ? IntakeRules.FourConditionsHold.Check(new(p.HasEvidence == true, p.DeservesPenalty == true, p.IsOurs == true, p.InTime == true)) : null,
            CaseOfficers.CheckMatter(file.Part<Affair>().Matter, file, context),
            IntakeRules.MatterIsNotBarred.Check(IsBarred(file, context)),
        }.OfType<Refusal>();
    }

    /// <inheritdoc/>
    public override IEnumerable<Rule> RestsOn() => [IntakeRules.VerificationKeepsItsLimit, IntakeRules.FilingIsApprovedBySomeoneElse, IntakeRules.FourConditionsHold, IntakeRules.MatterIsNotBarred];

    /// <inheritdoc/>
    public override ProcedureAct AsStep(ProcedureAct step, DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(step);
        ArgumentNullException.ThrowIfNull(context);
        return step with { Handlers = [.. Named.Count > 0 ? Named.Select(n => new Handler(n.Id.ToString("N"), n.Certificate is not null)) : Handlers.Select(h => new Handler(h.ToString("N"), context.People.GetValueOrDefault(h)?.Certificate is not null))] };
    }

    /// <inheritdoc/>
    public override DossierAct Frozen(DossierFile file, ActContext context) => this with { Named = NamedPerson.Of(Handlers, context) };

    /// <inheritdoc/>
    public override CaseFile Apply(CaseFile before, RecordedAct done)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(done);
        return before with { FiledOn = done.On, Handlers = Named };
    }

    private bool IsBarred(DossierFile file, ActContext context)
    {
        var affair = file.Part<Affair>();
        if (ActEndedOn is not { } ended || file.Part<CaseFile>().FoundOn is not { } found || affair.Matter is not { } id || context.Law.Matters.Find(id) is not { } matter || found < ended)
        {
            return false;
        }

        var request = new AssessmentRequest(matter, FactSheet.Empty(context.Law.Matters.Facts), ended, context.Today) { DiscoveryDate = found, Party = affair.Party?.Kind ?? PartyKind.Unit };
        return context.Law.Discretion.Assess(request).Outcome == AssessmentOutcome.Barred;
    }
}
