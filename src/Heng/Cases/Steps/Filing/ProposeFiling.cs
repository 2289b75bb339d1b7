using System.Text.Json.Serialization;
using Heng.Dossiers;
using Heng.Law.Procedure;
using Heng.Law.Rulings;
using Heng.Platform.People;

namespace Heng.Cases.Steps.Filing;

/// <summary>Propose filing or not (提出立案建议): the four conditions answered, officers named (form 07).</summary>
[Act("cases.propose-filing", "提出立案建议", ActKind.ProposeFiling, Basis = "PR 19(1)", Help = "四个条件同时符合的，建议立案并指定两名以上办案人员；否则建议不予立案。")]
public sealed record ProposeFiling : CaseAct, ITellsTheAffair
{
    /// <summary>File or not.</summary>
    [Field("建议")]
    public FilingAdvice? Advice { get; init; }

    /// <summary>The matter.</summary>
    [Field("涉嫌违法行为（案由）", Kind = FieldKind.Matter)]
    public string? Matter { get; init; }

    /// <summary>First condition.</summary>
    [Field("有证据初步证明存在违法行为", Group = "立案条件")]
    public bool? HasEvidence { get; init; }

    /// <summary>Second condition.</summary>
    [Field("依据法律、法规、规章应当给予行政处罚")]
    public bool? DeservesPenalty { get; init; }

    /// <summary>Third condition.</summary>
    [Field("属于本部门管辖")]
    public bool? IsOurs { get; init; }

    /// <summary>Fourth condition.</summary>
    [Field("在给予行政处罚的法定期限内")]
    public bool? InTime { get; init; }

    /// <summary>The officers proposed.</summary>
    [Field("办案人员", Kind = FieldKind.People, Roles = PersonRoles.Officer, Optional = true, Help = "建议立案的，指定两名以上。")]
    public IReadOnlyList<Guid> Handlers { get; init; } = [];

    /// <summary>The reasons.</summary>
    [Field("核查情况和理由", Kind = FieldKind.LongText)]
    public string Reason { get; init; } = "";

    /// <inheritdoc/>
    [JsonIgnore]
    public PartyCard? Party => null;

    /// <inheritdoc/>
    [JsonIgnore]
    public string? About => null;

    /// <inheritdoc/>
    public override string Says => $"建议{(Advice == FilingAdvice.File ? "立案" : "不予立案")}";

    /// <inheritdoc/>
    public override DossierAct Prefilled(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        return this with { Matter = file.Part<Affair>().Matter, HasEvidence = true, DeservesPenalty = true, IsOurs = true, InTime = true, Advice = FilingAdvice.File, Reason = file.Acts.Select(a => a.Act).OfType<IFindings>().LastOrDefault()?.Findings ?? "" };
    }

    /// <inheritdoc/>
    public override IEnumerable<Refusal> Check(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(file);
        return new[]
        {
            IntakeRules.VerificationKeepsItsLimit.Check(CaseClocks.StepUnder(CaseClocks.Verification(file), file, context.Today)),
            IntakeRules.VerificationIsRecorded.Check(file.Acts.Reverse().TakeWhile(a => a.Act is not IStartsVerification).Any(a => a.Act is IFindings)),
            Advice == FilingAdvice.File ? IntakeRules.FourConditionsHold.Check(new(HasEvidence == true, DeservesPenalty == true, IsOurs == true, InTime == true)) : null,
            Advice == FilingAdvice.File ? CaseOfficers.Check(Handlers, file, context) : null,
            Advice == FilingAdvice.File ? CaseOfficers.CheckMatter(Matter, file, context) : null,
        }.OfType<Refusal>();
    }

    /// <inheritdoc/>
    public override IEnumerable<Rule> RestsOn() => Advice == FilingAdvice.File ? [IntakeRules.VerificationKeepsItsLimit, IntakeRules.VerificationIsRecorded, IntakeRules.FourConditionsHold] : [IntakeRules.VerificationKeepsItsLimit, IntakeRules.VerificationIsRecorded];

    /// <inheritdoc/>
    public override CaseFile Apply(CaseFile before, RecordedAct done)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(done);
        return before with { Proposal = this, ProposedBy = done.PersonId };
    }
}

/// <summary>Advice on filing (立案建议).</summary>
public enum FilingAdvice
{
    /// <summary>File (立案).</summary>
    [Label("立案")]
    File,

    /// <summary>Do not file (不予立案).</summary>
    [Label("不予立案")]
    DoNotFile,
}
