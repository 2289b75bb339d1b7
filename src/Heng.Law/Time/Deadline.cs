namespace Heng.Law.Time;

/// <summary>Note on a deadline (提示): something a reader must weigh; it does not change the day.</summary>
/// <param name="Code">Stable public code, for example <c>not-foreseen</c>.</param>
/// <param name="Says">The note in Chinese.</param>
public sealed record DeadlineNote(string Code, string Says);

/// <summary>Deadline (届满日): the last moment at which an act is in time, and how it was found.</summary>
/// <remarks>
/// The day itself is in time until its end. For a backward limit it is the last day on which the act may be done before the event.
/// The steps are made only when <see cref="Explain"/> is called.
/// </remarks>
public sealed class Deadline
{
    private readonly DeadlineCounter counter;
    private readonly DayInterval[] exclusions;
    private readonly GrantedExtension[] extensions;

    internal Deadline(DeadlineCounter counter, TimeLimit? limit, Period period, LegalMoment start, DayInterval[] exclusions, GrantedExtension[] extensions, LegalMoment unrolled, LegalMoment due, IReadOnlyList<DeadlineNote> notes)
    {
        this.counter = counter;
        this.exclusions = exclusions;
        this.extensions = extensions;
        (Limit, Period, Start, Unrolled, Due, Notes) = (limit, period, start, unrolled, due, notes);
    }

    /// <summary>The limit, or null for a period that stands in no limit of the table.</summary>
    public TimeLimit? Limit { get; }

    /// <summary>The period counted.</summary>
    public Period Period { get; }

    /// <summary>The start, or the event that a backward limit counts back from.</summary>
    public LegalMoment Start { get; }

    /// <summary>The excluded intervals as given.</summary>
    public IReadOnlyList<DayInterval> Exclusions => exclusions;

    /// <summary>The extensions as given.</summary>
    public IReadOnlyList<GrantedExtension> Extensions => extensions;

    /// <summary>The end before roll-over (未顺延的届满日).</summary>
    public LegalMoment Unrolled { get; }

    /// <summary>The end (届满日).</summary>
    public LegalMoment Due { get; }

    /// <summary>The moment to warn of (预警日): the unrolled end where the limit holds somebody's goods, else the end.</summary>
    public LegalMoment WarnOn => Limit is { WarnsUnrolled: true } ? Unrolled : Due;

    /// <summary>What a reader must weigh besides.</summary>
    public IReadOnlyList<DeadlineNote> Notes { get; }

    /// <summary>How the deadline was found, step by step, in Chinese.</summary>
    public IReadOnlyList<DeadlineStep> Explain() => DeadlineExplanation.Of(this, counter, exclusions, extensions);
}
