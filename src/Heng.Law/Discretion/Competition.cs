using Heng.Law.Citations;

namespace Heng.Law.Discretion;

/// <summary>Competition of provisions (竞合): one act that breaks several provisions is fined once, under the one with the higher fine (行政处罚法第二十九条).</summary>
/// <remarks>
/// The bands of the party's own fine are compared on the same facts: maxima first, then minima; a tie keeps the first.
/// Special provisions go before residual ones; which one is special is a question of law that a person answers by leaving the other out.
/// Other kinds under the provisions that give way may still apply.
/// </remarks>
public sealed class Competition
{
    private Competition(IReadOnlyList<Assessment> all, Assessment? chosen, IReadOnlyList<Assessment> undecided)
        => (All, Chosen, Undecided) = (all, chosen, undecided);

    /// <summary>Every assessment compared, in the order given.</summary>
    public IReadOnlyList<Assessment> All { get; }

    /// <summary>The assessment whose fine applies; null while an open band could still be the higher one, or when no fine is open.</summary>
    public Assessment? Chosen { get; }

    /// <summary>The assessments whose band is still open.</summary>
    public IReadOnlyList<Assessment> Undecided { get; }

    /// <summary>Where the law says it.</summary>
    public static Citation Basis { get; } = Citation.Parse("APL 29");

    /// <summary>Kinds besides fines that the provisions giving way still hold, each once, ordered by id.</summary>
    public IReadOnlyList<OpenKind> OtherKinds => [.. All.Where(a => a != Chosen).SelectMany(a => a.OtherKinds)
        .Where(k => Chosen is null || Chosen.OtherKinds.All(c => c.Kind != k.Kind)).DistinctBy(k => k.Kind).OrderBy(k => k.Kind.Id, StringComparer.Ordinal)];

    /// <summary>Compares the provisions that one act breaks.</summary>
    /// <param name="assessments">At least two assessments of the same act, each under another matter.</param>
    /// <exception cref="ArgumentException">There are fewer than two, or two of one matter.</exception>
    public static Competition Of(IReadOnlyList<Assessment> assessments)
    {
        ArgumentNullException.ThrowIfNull(assessments);
        if (assessments.Count < 2 || assessments.DistinctBy(a => a.Request.Matter).Count() != assessments.Count)
        {
            throw new ArgumentException("Competition needs two or more assessments of different matters.", nameof(assessments));
        }

        var undecided = assessments.Where(a => a.Outcome == AssessmentOutcome.NeedsFacts).ToArray();
        Assessment? chosen = null;
        foreach (var assessment in assessments.Where(a => a.Outcome == AssessmentOutcome.Penalty && a.OwnBand is not null))
        {
            var (band, best) = (assessment.OwnBand!, chosen?.OwnBand);
            if (best is null || band.ExactMaximum > best.ExactMaximum || (band.ExactMaximum == best.ExactMaximum && band.ExactMinimum > best.ExactMinimum))
            {
                chosen = assessment;
            }
        }

        return new Competition(assessments, undecided.Length == 0 ? chosen : null, undecided);
    }
}

/// <summary>Combination (合并): several acts of one party, each decided on its own, and what they come to together.</summary>
/// <remarks>Fines and confiscations add up and are never averaged; suspension, revocation and bans are imposed once.</remarks>
public sealed class Combination
{
    private Combination(IReadOnlyList<Assessment> all)
    {
        All = all;
        var bands = all.Where(a => a.Outcome == AssessmentOutcome.Penalty).Select(a => a.OwnBand).OfType<Band>().ToArray();
        Fine = new SumRange(bands.Sum(b => b.Minimum), bands.Sum(b => b.Maximum));
        Proposed = all.All(a => a.Range is not null) ? new SumRange(all.Sum(a => a.Range!.Value.From), all.Sum(a => a.Range!.Value.To)) : null;
        OtherKinds = [.. all.SelectMany(a => a.OtherKinds).GroupBy(k => k.Kind).Select(g => new OpenKind(g.Key, g.Any(k => k.Mandatory))).OrderBy(k => k.Kind.Id, StringComparer.Ordinal)];
    }

    /// <summary>Every assessment, in the order given.</summary>
    public IReadOnlyList<Assessment> All { get; }

    /// <summary>The bands of the party's fines added up, in yuan.</summary>
    public SumRange Fine { get; }

    /// <summary>The proposed ranges added up; null while one of them is open.</summary>
    public SumRange? Proposed { get; }

    /// <summary>Kinds besides fines, each once.</summary>
    public IReadOnlyList<OpenKind> OtherKinds { get; }

    /// <summary>Adds up several acts.</summary>
    /// <param name="assessments">One assessment an act; at least one.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static Combination Of(IReadOnlyList<Assessment> assessments)
    {
        ArgumentNullException.ThrowIfNull(assessments);
        return assessments.Count == 0 ? throw new ArgumentException("A combination needs an assessment.", nameof(assessments)) : new Combination(assessments);
    }
}
