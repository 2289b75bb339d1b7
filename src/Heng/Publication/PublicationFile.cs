using System.Collections.Immutable;
using Heng.Dossiers;
using Heng.Publication.Steps;

namespace Heng.Publication;

/// <summary>Publication (公示) of a decision, folded from the acts of a dossier.</summary>
public sealed record PublicationFile : IDossierPart<PublicationFile>
{
    /// <inheritdoc/>
    public static PublicationFile Empty { get; } = new();

    /// <summary>What was entered last and not withdrawn.</summary>
    public EnterPublication? Entry { get; init; }

    /// <summary>Who entered it.</summary>
    public Guid? EnteredBy { get; init; }

    /// <summary>Name of who entered it.</summary>
    public string EnteredByName { get; init; } = "";

    /// <summary>The publication that stands.</summary>
    public PublishDecision? Published { get; init; }

    /// <summary>The day of publication.</summary>
    public DateOnly? PublishedOn { get; init; }

    /// <summary>Corrections: the day and what was wrong.</summary>
    public ImmutableList<(DateOnly On, string Says)> Corrections { get; init; } = [];

    /// <summary>The last correction of what stands; null for none.</summary>
    public CorrectPublication? Correction { get; init; }

    /// <summary>The end by a repair decision.</summary>
    public EndDisplayEarly? EndedEarly { get; init; }

    /// <summary>The day of that end.</summary>
    public DateOnly? EndedOn { get; init; }

    /// <summary>What was withdrawn: the number of the decision, the day, why.</summary>
    public ImmutableList<(string Number, DateOnly On, string Reason)> Withdrawn { get; init; } = [];

    /// <summary>What is frozen of the text: the last correction, else the entry.</summary>
    public FrozenText? Frozen => Correction?.Text ?? Entry?.Text;

    /// <summary>The summary that stands.</summary>
    public PublicSummary? Summary => Correction?.Summary ?? Published?.Summary;

    /// <summary>The answers on which class and end rest.</summary>
    public PublicationInputs Inputs => Correction?.Inputs ?? Entry?.Inputs ?? PublicationInputs.None;

    /// <inheritdoc/>
    public PublicationFile After(RecordedAct done)
    {
        ArgumentNullException.ThrowIfNull(done);
        return done.Act switch
        {
            EnterPublication entry => this with { Entry = entry, EnteredBy = done.PersonId, EnteredByName = done.PersonName, Correction = null },
            PublishDecision published => this with { Published = published, PublishedOn = done.On, EndedEarly = null, EndedOn = null },
            CorrectPublication correction => this with { Correction = correction, Corrections = Corrections.Add((done.On, correction.Wrong)) },
            EndDisplayEarly end => this with { EndedEarly = end, EndedOn = done.On },
            WithdrawPublication withdrawal => Empty with { Withdrawn = Withdrawn.Add((Summary?.Number ?? "", done.On, withdrawal.Reason)) },
            _ => this,
        };
    }
}

/// <summary>Answers on which the class of a publication rests (公示类别填报).</summary>
/// <param name="IsKeyIndustrialProduct">Whether it concerns a key industrial product; null where the matter decides.</param>
/// <param name="IsOnSeriousList">Whether the party is entered on the serious list.</param>
/// <param name="RestrictedUntil">Last day of the restriction; null where none is known.</param>
/// <param name="WarningLaw">Which law wants a bare warning published; null for none.</param>
public sealed record PublicationInputs(bool? IsKeyIndustrialProduct, bool IsOnSeriousList, DateOnly? RestrictedUntil, string? WarningLaw)
{
    /// <summary>Nothing answered yet.</summary>
    public static PublicationInputs None { get; } = new(null, false, null, null);
}
