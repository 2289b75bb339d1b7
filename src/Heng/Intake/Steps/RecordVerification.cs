using Heng.Dossiers;
using Heng.Law.Procedure;
using Heng.Law.Rulings;
using Heng.Platform.People;

namespace Heng.Intake.Steps;

/// <summary>Record what the verification found (核查情况).</summary>
[Act("intake.record-verification", "登记核查情况", By = PersonRoles.Officer, Basis = "PR 18(1)", Help = "写明核查经过和初步查明的情况，作为是否立案的依据。")]
public sealed record RecordVerification : DossierAct, Cases.IFindings
{
    /// <summary>What was found.</summary>
    [Field("核查情况", Kind = FieldKind.LongText)]
    public string Findings { get; init; } = "";

    /// <summary>Papers.</summary>
    [Field("核查材料", Kind = FieldKind.Files, Optional = true)]
    public IReadOnlyList<Guid> Files { get; init; } = [];

    /// <summary>The files, frozen.</summary>
    public IReadOnlyList<NamedFile> Stored { get; init; } = [];

    /// <inheritdoc/>
    public override string Says => "登记核查情况";

    /// <inheritdoc/>
    public override bool IsOffered(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Procedure.Main == "S05";
    }

    /// <inheritdoc/>
    public override IEnumerable<Refusal> Check(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(context);
        return file.Part<SourceFile>().Verifiers is { Count: > 0 } named && named.All(v => v.Id != context.Me.PersonId)
            ? [ProcedureRules.OfficerIsNamed.Refuse("您不是指定的核查人员；请由核查人员登记核查情况。")]
            : [];
    }

    /// <inheritdoc/>
    public override DossierAct Frozen(DossierFile file, ActContext context) => this with { Stored = NamedFile.Of(Files, context) };
}
