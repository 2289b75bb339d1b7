namespace Heng.Law.Procedure;

/// <summary>Procedure event (程序事件): an act that was allowed, with the transition taken.</summary>
/// <param name="Act">The act.</param>
/// <param name="Transition">The transition taken; null for the act that opens a dossier.</param>
public sealed record ProcedureEvent(ProcedureAct Act, Transition? Transition);

/// <summary>Procedure state (程序状态): where every track stands and what the rules must remember. Immutable; equal by value.</summary>
public sealed record ProcedureState
{
    /// <summary>A dossier that has not begun.</summary>
    public static ProcedureState Empty { get; } = new();

    /// <summary>Stage of the main track; null before the first act.</summary>
    public string? Main { get; init; }

    /// <summary>Stage of the service track.</summary>
    public string? Service { get; init; }

    /// <summary>Stage of the publication track.</summary>
    public string? Publication { get; init; }

    /// <summary>Stage of the performance track.</summary>
    public string? Performance { get; init; }

    /// <summary>Stage of the remedy track.</summary>
    public string? Remedy { get; init; }

    /// <summary>Stage of the follow-up track.</summary>
    public string? FollowUp { get; init; }

    /// <summary>The officers of the case.</summary>
    public HandlerSet Handlers { get; init; } = HandlerSet.Empty;

    /// <summary>Whether a head approved the filing.</summary>
    public bool FiledByHead { get; init; }

    /// <summary>Who signed the report.</summary>
    public string? ReportBy { get; init; }

    /// <summary>Whether a non-handler reviewed the present report.</summary>
    public bool Reviewed { get; init; }

    /// <summary>Whether a legal review passed on the present report, after the hearing if one was held.</summary>
    public bool LegalReviewPassed { get; init; }

    /// <summary>Whether the case is on the legal-review list.</summary>
    public bool OnReviewList { get; init; }

    /// <summary>The penalty that a head approved and of which the party was not told yet; null without one.</summary>
    public PenaltyGravity? Approved { get; init; }

    /// <summary>The penalty of the present notice; null without a notice.</summary>
    public PenaltyGravity? Notified { get; init; }

    /// <summary>Last day of the five working days of the present notice.</summary>
    public DateOnly? LapsesOn { get; init; }

    /// <summary>Whether the present notice told of the right to a hearing.</summary>
    public bool HearingOffered { get; init; }

    /// <summary>Whether the party expressly waived what was left of the period.</summary>
    public bool Waived { get; init; }

    /// <summary>Whether the party stated or defended on the present notice.</summary>
    public bool Defended { get; init; }

    /// <summary>Whether the defence was re-checked and answered.</summary>
    public bool DefenceAnswered { get; init; }

    /// <summary>Whether the party asked for a hearing on the present notice.</summary>
    public bool HearingRequested { get; init; }

    /// <summary>Whether the hearing was held or ended.</summary>
    public bool HearingHeld { get; init; }

    /// <summary>Whether the heads discussed the case on the present notice.</summary>
    public bool Discussed { get; init; }

    /// <summary>Whether the decision is fully performed.</summary>
    public bool Performed { get; init; }

    /// <summary>Whether a payment was deferred or split.</summary>
    public bool Deferred { get; init; }

    /// <summary>The stage of a track.</summary>
    /// <param name="track">The track.</param>
    public string? On(Track track) => track switch
    {
        Track.Main => Main,
        Track.Service => Service,
        Track.Publication => Publication,
        Track.Performance => Performance,
        Track.Remedy => Remedy,
        _ => FollowUp,
    };

    internal ProcedureState Moved(Track track, string? stage) => track switch
    {
        Track.Main => this with { Main = stage },
        Track.Service => this with { Service = stage },
        Track.Publication => this with { Publication = stage },
        Track.Performance => this with { Performance = stage },
        Track.Remedy => this with { Remedy = stage },
        _ => this with { FollowUp = stage },
    };

    /// <summary>The state without anything that belonged to the present notice.</summary>
    internal ProcedureState WithoutNotice() => this with
    {
        Approved = null,
        Notified = null,
        LapsesOn = null,
        HearingOffered = false,
        Waived = false,
        Defended = false,
        DefenceAnswered = false,
        HearingRequested = false,
        HearingHeld = false,
        Discussed = false,
    };

    /// <summary>The state with the report open again: review and all that follows must be done anew.</summary>
    internal ProcedureState WithoutReview() => WithoutNotice() with { Reviewed = false, LegalReviewPassed = false };
}

/// <summary>Handler set (办案人员名单): equal when the same persons with the same certificates are in it.</summary>
public sealed class HandlerSet : IEquatable<HandlerSet>
{
    private readonly Handler[] handlers;

    private HandlerSet(Handler[] handlers) => this.handlers = handlers;

    /// <summary>Nobody named yet.</summary>
    public static HandlerSet Empty { get; } = new([]);

    /// <summary>The officers, ordered by id.</summary>
    public IReadOnlyList<Handler> All => handlers;

    /// <summary>How many of them hold a valid certificate.</summary>
    public int Certified => handlers.Count(h => h.Certified);

    /// <summary>A set of officers; a person counts once.</summary>
    /// <param name="handlers">The officers.</param>
    public static HandlerSet Of(IEnumerable<Handler> handlers) => new([.. handlers.DistinctBy(h => h.Person).OrderBy(h => h.Person, StringComparer.Ordinal)]);

    /// <summary>Whether a person is in the set.</summary>
    /// <param name="person">Id of the person.</param>
    public bool Contains(string person) => handlers.Any(h => h.Person == person);

    /// <inheritdoc/>
    public bool Equals(HandlerSet? other) => other is not null && handlers.AsSpan().SequenceEqual(other.handlers);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as HandlerSet);

    /// <inheritdoc/>
    public override int GetHashCode() => handlers.Aggregate(0, HashCode.Combine);
}
