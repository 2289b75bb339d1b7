using Heng.Law.Time;

namespace Heng.Dossiers;

/// <summary>Kept clock (期限留存): a limit as the record keeps it, so that anyone can count it again.</summary>
/// <param name="Name">What must be done.</param>
/// <param name="Due">The last day that counts.</param>
/// <param name="Question">The question of the deadline contract; null for a day that an order or a plan set.</param>
/// <param name="End">The answer to the question; it differs from <paramref name="Due"/> where a sitting fixed the end.</param>
public sealed record KeptClock(string Name, DateOnly Due, KeptClock.Limit? Question, string? End)
{
    /// <summary>The question, in the words of <c>heng deadline</c>.</summary>
    /// <param name="Id">Name of the question.</param>
    /// <param name="Rule">The limit.</param>
    /// <param name="Start">From when it is counted.</param>
    /// <param name="Exclusions">Days left out, pairs.</param>
    /// <param name="Extensions">Extensions granted.</param>
    public sealed record Limit(string Id, string Rule, string Start, IReadOnlyList<string[]> Exclusions, IReadOnlyList<Longer> Extensions);

    /// <summary>An extension, in the same words.</summary>
    /// <param name="Length">How long.</param>
    /// <param name="Unit">In which unit.</param>
    /// <param name="Approver">Who granted it.</param>
    public sealed record Longer(int Length, string Unit, string? Approver);

    internal static KeptClock Of(DossierClock clock)
        => clock.Deadline is { Limit: { } limit } counted
            ? new KeptClock(
                clock.Name,
                clock.DueOn,
                new Limit(limit.Id, limit.Id, counted.Start.ToString(), [.. counted.Exclusions.Select(e => new[] { new LegalMoment(e.First).ToString(), new LegalMoment(e.Last).ToString() })], [.. counted.Extensions.Select(e => new Longer(e.Length, e.Unit.Code(), e.Approver))]),
                counted.Due.ToString())
            : new KeptClock(clock.Name, clock.DueOn, null, null);
}
