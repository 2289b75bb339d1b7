using Heng.Law.Discretion;
using Heng.Law.Matters;
using Heng.Law.Reasoning;
using Finding = Heng.Law.Discretion.Finding;

namespace Heng.Law.Penalties;

/// <summary>Penalty proposal (拟处罚意见): a sanction held against the assessment of the day.</summary>
public sealed record PenaltyProposal
{
    private const string Confiscation = "confiscate";

    /// <summary>What the law allows in the case.</summary>
    public AssessmentOutcome Outcome { get; init; } = AssessmentOutcome.Penalty;

    /// <summary>Whether nothing is imposed.</summary>
    public bool IsEmpty { get; init; }

    /// <summary>Whether a fact that opened the tier is weighed again as a circumstance.</summary>
    public bool WeighsAFactTwice { get; init; }

    /// <summary>Kinds that are proposed and not open, in Chinese.</summary>
    public IReadOnlyList<string> ClosedKinds { get; init; } = [];

    /// <summary>Kinds that the law orders and that are left out without a reason, in Chinese.</summary>
    public IReadOnlyList<string> MissingKinds { get; init; } = [];

    /// <summary>The fine of the party, in yuan.</summary>
    public decimal Fine { get; init; }

    /// <summary>The range that follows from the facts; null where there is none.</summary>
    public SumRange? Range { get; init; }

    /// <summary>Whether the fine lies below the statutory minimum, with a ground for it.</summary>
    public bool IsMitigated { get; init; }

    /// <summary>Whether the fine lies inside the statute and outside the range or level of the benchmark (偏离).</summary>
    public bool Deviates { get; init; }

    /// <summary>The higher authority whose benchmark is left; null when it is the bureau's own or none was set for the matter.</summary>
    public string? IssuerAbove { get; init; }

    /// <summary>Whether the fine is out of proportion to a small gain (小过重罚预警).</summary>
    public bool IsDisproportionate { get; init; }

    /// <summary>Whether circumstances for a heavier and for a lighter penalty, both binding, meet.</summary>
    public bool HasConflict { get; init; }

    /// <summary>Fines on responsible persons that leave what the law allows, in Chinese.</summary>
    public IReadOnlyList<string> PersonsOutside { get; init; } = [];

    /// <summary>What was written.</summary>
    public PenaltyReasons Reasons { get; init; } = PenaltyReasons.None;

    /// <summary>What the engine refuses in the sum, each with its article.</summary>
    public IReadOnlyList<Finding> Refused { get; init; } = [];

    /// <summary>Holds a sanction against an assessment made with its fine.</summary>
    /// <param name="assessment">The assessment of the day, with the fine as the proposed one.</param>
    /// <param name="sanction">The sanction.</param>
    /// <param name="reasons">What was written.</param>
    /// <param name="kinds">The kinds of penalty.</param>
    /// <param name="issuerAbove">Who set the benchmark that applies, when it is not the bureau itself.</param>
    public static PenaltyProposal Of(Assessment assessment, Sanction sanction, PenaltyReasons reasons, PenaltyKindTable kinds, string? issuerAbove)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        ArgumentNullException.ThrowIfNull(sanction);
        ArgumentNullException.ThrowIfNull(reasons);
        ArgumentNullException.ThrowIfNull(kinds);
        var fine = sanction.Fine.Yuan;
        var mitigated = Has("below-floor");
        var range = assessment.PenaltyRange;
        var notImposed = fine == 0 && assessment.OwnBand is null or { Mandatory: false };
        var outside = range is { } r && (fine < r.From || fine > r.To);
        return new PenaltyProposal
        {
            Outcome = assessment.Outcome,
            IsEmpty = sanction.IsEmpty,
            WeighsAFactTwice = Has("fact-used-twice"),
            ClosedKinds = [.. ClosedIn(assessment, sanction, kinds)],
            MissingKinds = [.. MissingIn(assessment, sanction, mitigated, reasons)],
            Fine = fine,
            Range = range,
            IsMitigated = mitigated,
            Deviates = outside && !mitigated && !notImposed && assessment.OwnBand is { } band && fine >= band.Minimum && fine <= band.Maximum,
            IssuerAbove = issuerAbove,
            IsDisproportionate = Has("disproportionate"),
            HasConflict = Has("conflicting-circumstances"),
            PersonsOutside = [.. PersonsOutsideOf(assessment, sanction)],
            Reasons = reasons,
            Refused = [.. assessment.Findings.Where(f => f.Severity == FindingSeverity.Refuse)],
        };

        bool Has(string code) => assessment.Findings.Any(f => f.Code == code);
    }

    private static IEnumerable<string> ClosedIn(Assessment assessment, Sanction sanction, PenaltyKindTable kinds)
    {
        foreach (var id in sanction.OtherKinds.Where(id => assessment.OtherKinds.All(o => o.Kind.Id != id)))
        {
            yield return kinds.Find(id)?.Chinese ?? id;
        }

        if (sanction.ConfiscatedGain > Codes.Money.Zero && !assessment.OtherKinds.Any(o => PenaltyKinds.IsOfGain(o.Kind.Id)))
        {
            yield return "没收违法所得";
        }

        if (sanction.ConfiscatedGoods > Codes.Money.Zero && !assessment.OtherKinds.Any(o => PenaltyKinds.IsOfGoods(o.Kind.Id)))
        {
            yield return "没收非法财物";
        }
    }

    private static IEnumerable<string> MissingIn(Assessment assessment, Sanction sanction, bool mitigated, PenaltyReasons reasons)
    {
        foreach (var (kind, mandatory) in assessment.OtherKinds)
        {
            if (!mandatory || !kind.IsPenalty || kind.Id == PenaltyKinds.Detention || sanction.OtherKinds.Contains(kind.Id))
            {
                continue;
            }

            var isConfiscation = kind.Id.StartsWith(Confiscation, StringComparison.Ordinal);
            var given = PenaltyKinds.IsOfGain(kind.Id) && (sanction.ConfiscatedGain > Codes.Money.Zero || HasNoGain(assessment));
            if (!given && !(isConfiscation ? reasons.WhyNotConfiscated.Length > 0 : mitigated))
            {
                yield return kind.Chinese;
            }
        }
    }

    private static bool HasNoGain(Assessment assessment)
    {
        var sheet = assessment.Request.Facts;
        return (sheet.Table.Find("hasIllegalIncome") is { } has && sheet.TextOf(has) == "false") || (sheet.Table.Find("illegalIncome") is { } sum && sheet.NumberOf(sum) == 0);
    }

    private static IEnumerable<string> PersonsOutsideOf(Assessment assessment, Sanction sanction)
    {
        var band = assessment.Fines.FirstOrDefault(f => f.Subject == Subject.ResponsiblePerson);
        foreach (var person in sanction.Personal)
        {
            if (band is null)
            {
                yield return $"{person.Name}：适用的条款没有规定对责任人员罚款，或者条件没有查明";
            }
            else if (person.Fine.Yuan > band.Maximum || person.Fine.Yuan < band.Minimum)
            {
                yield return $"{person.Name} {person.Fine} 元，法定幅度 {band.Minimum:#,##0.##} 元至 {band.Maximum:#,##0.##} 元";
            }
        }
    }
}

/// <summary>Groups of penalty kinds (处罚种类).</summary>
public static class PenaltyKinds
{
    /// <summary>Detention, which only the police decide (行政拘留).</summary>
    public const string Detention = "policeDetention";

    private static readonly string[] gain = ["confiscateIllegalIncome", "confiscateFees", "confiscateSalesRevenue"];
    private static readonly string[] goods = ["confiscateGoods", "confiscateTools"];

    /// <summary>Whether a kind takes money that was gained (没收违法所得等).</summary>
    /// <param name="id">Id of the kind.</param>
    public static bool IsOfGain(string id) => gain.Contains(id);

    /// <summary>Whether a kind takes things (没收非法财物).</summary>
    /// <param name="id">Id of the kind.</param>
    public static bool IsOfGoods(string id) => goods.Contains(id);

    /// <summary>What two penalties are compared by in the procedure.</summary>
    /// <param name="sanction">The sanction.</param>
    /// <param name="kinds">The kinds of penalty.</param>
    public static Procedure.PenaltyGravity GravityOf(Sanction sanction, PenaltyKindTable kinds)
    {
        ArgumentNullException.ThrowIfNull(sanction);
        ArgumentNullException.ThrowIfNull(kinds);
        var persons = Codes.Money.Sum(sanction.Personal.Select(p => p.Fine));
        var ids = sanction.OtherKinds.Concat(sanction.Fine + persons > Codes.Money.Zero ? [PenaltyKindTable.Fine] : []).Concat(sanction.ConfiscatedGain > Codes.Money.Zero ? [gain[0]] : []);
        return new(ids.Select(id => kinds.Find(id)?.Severity ?? 0).DefaultIfEmpty(0).Max(), (sanction.Fine + persons).Fen, (sanction.ConfiscatedGain + sanction.ConfiscatedGoods).Fen);
    }

    /// <summary>Whether two sanctions impose the same.</summary>
    /// <param name="one">One.</param>
    /// <param name="other">The other.</param>
    public static bool AreTheSame(Sanction one, Sanction other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        return !one.IsHeavierThan(other) && !other.IsHeavierThan(one);
    }
}
