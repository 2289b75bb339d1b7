using System.Text.Json.Serialization;
using Heng.Dossiers;
using Heng.Law.Procedure;
using Heng.Law.Rulings;

namespace Heng.Cases.Steps.Filing;

/// <summary>Ground of not filing (不予立案情形), 程序规定第二十条.</summary>
public enum NoFilingGround
{
    /// <summary>Minor, corrected in time, no harm.</summary>
    [Label("违法行为轻微并及时改正，没有造成危害后果")]
    Minor,

    /// <summary>First, slight harm, corrected in time.</summary>
    [Label("初次违法且危害后果轻微并及时改正")]
    First,

    /// <summary>No fault, proven by the party.</summary>
    [Label("当事人有证据足以证明没有主观过错")]
    NoFault,

    /// <summary>The conditions of filing are not met.</summary>
    [Label("不符合立案条件")]
    ConditionsNotMet,

    /// <summary>Other cases in which the law allows it.</summary>
    [Label("依法可以不予立案的其他情形")]
    Other,
}

/// <summary>Refuse filing (不予立案, form 07): a head decides on a ground.</summary>
[Act("cases.refuse-filing", "不予立案", ActKind.RefuseFiling, Basis = "PR 20", Help = "“可以”不予立案，不是“应当”。应当选择一种情形并写明理由。", Irreversible = "不予立案后本次核查终结；发现新的线索可以重新登记案源。")]
public sealed record RefuseFiling : CaseAct
{
    /// <summary>The ground.</summary>
    [Field("不予立案的情形")]
    public NoFilingGround? Ground { get; init; }

    /// <summary>The reasons.</summary>
    [Field("理由", Kind = FieldKind.LongText)]
    public string Reason { get; init; } = "";

    /// <summary>Days to the first visit, as they were set that day.</summary>
    public int VisitAfterDays { get; init; }

    /// <summary>Whether a violation is exempted by not filing it.</summary>
    [JsonIgnore]
    public bool Exempts => Ground is NoFilingGround.Minor or NoFilingGround.First or NoFilingGround.NoFault;

    /// <inheritdoc/>
    public override string Says => $"不予立案：{(Ground is { } g ? ActTypes.LabelOf(g) : "")}";

    /// <inheritdoc/>
    public override DossierAct Prefilled(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        return this with { Reason = file.Part<CaseFile>().Proposal?.Reason ?? "" };
    }

    /// <inheritdoc/>
    public override IEnumerable<Refusal> Check(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(file);
        return new[]
        {
            IntakeRules.VerificationKeepsItsLimit.Check(CaseClocks.StepUnder(CaseClocks.Verification(file), file, context.Today)),
            IntakeRules.FilingIsApprovedBySomeoneElse.Check(file.Part<CaseFile>().ProposedBy != context.Me.PersonId),
            IntakeRules.NoFilingHasAGround.Check(string.IsNullOrWhiteSpace(Reason) ? null : Ground?.ToString()),
        }.OfType<Refusal>();
    }

    /// <inheritdoc/>
    public override IEnumerable<Rule> RestsOn() => [IntakeRules.VerificationKeepsItsLimit, IntakeRules.FilingIsApprovedBySomeoneElse, IntakeRules.NoFilingHasAGround];

    /// <inheritdoc/>
    public override DossierAct Frozen(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return this with { VisitAfterDays = DossierSettings.Number(context.Settings, DossierSettings.VisitAfterDays) };
    }

    /// <inheritdoc/>
    public override CaseFile Apply(CaseFile before, RecordedAct done)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(done);
        return before with { NotFiled = this, DecidedOn = done.On, Ending = new(CaseEndingKind.NotFiled, done.On, Says, Exempts, Exempts, Exempts ? VisitAfterDays : null) };
    }
}
