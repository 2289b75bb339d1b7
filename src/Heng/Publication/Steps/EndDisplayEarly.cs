using Heng.Dossiers;
using Heng.Law.Publicity;
using Heng.Law.Rulings;
using Heng.Platform.People;
using Heng.Platform.Storage;

namespace Heng.Publication.Steps;

/// <summary>End a display early (提前停止公示) on a repair decision that was made on paper.</summary>
[Act("publication.end-early", "登记信用修复决定并停止公示", By = PersonRoles.Publicity, Basis = "CR 17", Help = "准予信用修复的决定在纸上办理，在此登记文号、日期并上传；三个工作日内停止公示。公示期届满的自动停止，不用办理。")]
public sealed record EndDisplayEarly : PublicationAct
{
    /// <summary>Number of the repair decision.</summary>
    [Field("准予信用修复决定文号")]
    public string Number { get; init; } = "";

    /// <summary>Its day.</summary>
    [Field("决定日期")]
    public DateOnly DecidedOn { get; init; }

    /// <summary>The decision.</summary>
    [Field("决定书", Kind = FieldKind.Files)]
    public IReadOnlyList<Guid> Files { get; init; } = [];

    /// <summary>The files, frozen.</summary>
    public IReadOnlyList<NamedFile> Stored { get; init; } = [];

    /// <inheritdoc/>
    public override string Says => $"提前停止公示，信用修复决定 {Number}";

    /// <inheritdoc/>
    public override bool IsOffered(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Part<PublicationFile>() is { Published: not null, EndedEarly: null };
    }

    /// <inheritdoc/>
    public override IEnumerable<InputFault> Faults(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(context);
        return DecidedOn != default && (DecidedOn > context.Today || DecidedOn < file.Part<PublicationFile>().PublishedOn) ? [new InputFault("decidedOn", "日期应当在公示之日和今天之间。")] : [];
    }

    /// <inheritdoc/>
    public override IEnumerable<Refusal> Check(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(context);
        var p = file.Part<PublicationFile>();
        var terms = p.PublishedOn is { } on && PublicationPlan.TermsOf(file, p.Inputs, on) is Outcome<PublicityTerms>.Allowed(var allowed, _) ? allowed : null;
        var earliest = terms?.EarliestRepair(p.PublishedOn!.Value, PublicationPlan.RestrictionOf(terms, p.Inputs));
        return new[] { PublicityRules.EarlyEndNeedsADecision.Check(new(DecidedOn, Number.Trim().Length > 0 && Files.Count > 0, terms?.MayBeRepaired == true, earliest)) }.OfType<Refusal>();
    }

    /// <inheritdoc/>
    public override IEnumerable<Rule> RestsOn() => [PublicityRules.EarlyEndNeedsADecision];

    /// <inheritdoc/>
    public override DossierAct Frozen(DossierFile file, ActContext context) => this with { Stored = NamedFile.Of(Files, context) };

    /// <inheritdoc/>
    public override void AddRows(HengDb db, DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        DraftIn(context).Row?.End(context.Today, Number);
    }
}
