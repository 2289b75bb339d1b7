using Heng.Dossiers;
using Heng.Law.Publicity;
using Heng.Law.Rulings;
using Heng.Platform.People;
using Heng.Platform.Storage;

namespace Heng.Publication.Steps;

/// <summary>Correct what was published (更正公示信息): the text is masked anew and replaces the one shown; what was wrong stands in the record.</summary>
[Act("publication.correct", "更正公示信息", By = PersonRoles.Publicity, Basis = "DR 12", Help = "发现不准确的及时更正；当事人有证据的可以要求更正。更正后重新隐去个人信息，公示期不因更正重新计算。")]
public sealed record CorrectPublication : PublicationEntry
{
    /// <summary>What was wrong.</summary>
    [Field("哪里不准确、依据是什么", Kind = FieldKind.LongText, Group = "更正")]
    public string Wrong { get; init; } = "";

    /// <summary>Proof.</summary>
    [Field("证据材料", Kind = FieldKind.Files, Optional = true)]
    public IReadOnlyList<Guid> Files { get; init; } = [];

    /// <summary>The files, frozen.</summary>
    public IReadOnlyList<NamedFile> Stored { get; init; } = [];

    /// <summary>The summary after the correction, frozen.</summary>
    public PublicSummary? Summary { get; init; }

    /// <inheritdoc/>
    public override string Says => $"更正公示信息：{Wrong}";

    /// <inheritdoc/>
    public override bool IsOffered(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Part<PublicationFile>() is { Published: not null, EndedEarly: null };
    }

    /// <inheritdoc/>
    public override DossierAct Prefilled(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        var p = file.Part<PublicationFile>();
        return this with { Secrecy = p.Entry?.Secrecy, IsKeyIndustrialProduct = p.Inputs.IsKeyIndustrialProduct, IsOnSeriousList = p.Inputs.IsOnSeriousList, RestrictedUntil = p.Inputs.RestrictedUntil, WarningLaw = p.Inputs.WarningLaw, NotPersonal = p.Entry?.NotPersonal };
    }

    /// <inheritdoc/>
    public override IEnumerable<Refusal> Check(DossierFile file, ActContext context)
        => [.. new[] { PublicityRules.CorrectionSaysWhat.Check(!string.IsNullOrWhiteSpace(Wrong)) }.OfType<Refusal>(), .. base.Check(file, context)];

    /// <inheritdoc/>
    public override IEnumerable<Rule> RestsOn() => [PublicityRules.CorrectionSaysWhat, .. base.RestsOn()];

    /// <inheritdoc/>
    public override DossierAct Frozen(DossierFile file, ActContext context)
        => (CorrectPublication)base.Frozen(file, context) with { Summary = DraftIn(context).Summary, Stored = NamedFile.Of(Files, context) };

    /// <inheritdoc/>
    public override void AddRows(HengDb db, DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(context);
        var p = file.Part<PublicationFile>();
        if (DraftIn(context).Row is { } row && p.Frozen is { } text)
        {
            row.Take(p.Summary!, text.Text, text.TextSha256);
            row.Correct(context.Today);
        }
    }
}
