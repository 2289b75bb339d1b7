using Heng.Dossiers;
using Heng.Platform.People;

namespace Heng.Cases.Steps.Filing;

/// <summary>Extend the verification (核查延期) by fifteen working days, once (form 08).</summary>
[Act("cases.extend-verification", "批准核查延期", By = PersonRoles.Head | PersonRoles.Principal, Basis = "PR 18(1)", Help = "特殊情况下，经负责人批准可以延长十五个工作日，限一次，应当在期限届满前批准。")]
public sealed record ExtendVerification : CaseAct
{
    /// <summary>Why.</summary>
    [Field("延期理由", Kind = FieldKind.LongText)]
    public string Reason { get; init; } = "";

    /// <summary>Length of the extension in working days, by limit L05, frozen.</summary>
    public int Days { get; init; }

    /// <inheritdoc/>
    public override string Says => $"批准核查延期 {Days} 个工作日";

    /// <inheritdoc/>
    public override bool IsOffered(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Procedure.Main is "S00" or "S05" or "S08" && file.Part<CaseFile>().VerificationExtended == 0;
    }

    /// <inheritdoc/>
    public override IEnumerable<Law.Rulings.Refusal> Check(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new[] { Law.Procedure.IntakeRules.VerificationKeepsItsLimit.Check(new(context.Today, CaseClocks.Verification(file)?.DueOn, false)) }.OfType<Law.Rulings.Refusal>();
    }

    /// <inheritdoc/>
    public override DossierAct Frozen(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return this with { Days = CaseClocks.ExtensionOf(context.Law, "L05") };
    }

    /// <inheritdoc/>
    public override CaseFile Apply(CaseFile before, RecordedAct done)
    {
        ArgumentNullException.ThrowIfNull(before);
        return before with { VerificationExtended = Days };
    }
}
