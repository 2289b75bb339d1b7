using Heng.Law.Citations;
using Heng.Law.Matters;

namespace Heng.Law.Discretion;

/// <summary>Assessment outcome (测算结论): what the law allows in this case, before any sum.</summary>
public enum AssessmentOutcome
{
    /// <summary>Not a violation under the law that applies (不构成违法).</summary>
    NotAViolation,

    /// <summary>Barred by limitation (超过追责时效).</summary>
    Barred,

    /// <summary>Shall not be penalised (应当不予处罚).</summary>
    NoPenalty,

    /// <summary>May be exempt; an officer decides (可以不予处罚).</summary>
    MayBeExempt,

    /// <summary>Order to correct first; no fine yet (先行责令改正).</summary>
    CorrectFirst,

    /// <summary>Facts that decide the party's fine are missing (待查明事实).</summary>
    NeedsFacts,

    /// <summary>Penalty (应予处罚).</summary>
    Penalty,
}

/// <summary>Penalty band (处罚幅度): what may be fined on one subject, with the three levels.</summary>
/// <remarks>Sums are yuan. The unrounded values are kept; each published value is rounded once to fen, half up (readings R10). All ends are inclusive.</remarks>
public sealed class Band
{
    internal Band(Penalty penalty, Citation? overlay, decimal minimum, decimal maximum, BandProfile profile)
        => (Penalty, Overlay, ExactMinimum, ExactMaximum, Profile) = (penalty, overlay, minimum, maximum, profile);

    /// <summary>The penalty provision that opened the band.</summary>
    public Penalty Penalty { get; }

    /// <summary>The overlay's article, when a field-wide rule opened the band.</summary>
    public Citation? Overlay { get; }

    /// <summary>The profile that cuts it into levels.</summary>
    public BandProfile Profile { get; }

    /// <summary>On whom the fine falls.</summary>
    public Subject Subject => Penalty.Subject;

    /// <summary>False where the law says 可以.</summary>
    public bool Mandatory => Penalty.Mandatory;

    /// <summary>Whether the law prints a minimum (or an exact sum); without one no sum lies below it.</summary>
    public bool HasPrintedMinimum => Penalty.Minimum is not null;

    /// <summary>Whether the law prints one sum and no range.</summary>
    public bool IsExact => Penalty.Exact is not null;

    /// <summary>Minimum, rounded to fen.</summary>
    public decimal Minimum => ToFen(ExactMinimum);

    /// <summary>Maximum, rounded to fen.</summary>
    public decimal Maximum => ToFen(ExactMaximum);

    /// <summary>The sum below which a fine is mitigated; null when the law prints no minimum.</summary>
    public decimal? MitigationBelow => HasPrintedMinimum ? Minimum : null;

    /// <summary>The unrounded minimum.</summary>
    public decimal ExactMinimum { get; }

    /// <summary>The unrounded maximum.</summary>
    public decimal ExactMaximum { get; }

    /// <summary>The part of the band of a level, rounded; mitigated runs from 0 to the minimum.</summary>
    /// <param name="level">Mitigated, lighter, normal or heavier.</param>
    /// <exception cref="ArgumentOutOfRangeException">The level is none.</exception>
    public SumRange RangeOf(Level level) => level switch
    {
        Level.Mitigated => new(0, Minimum),
        Level.Lighter => new(Minimum, At(Profile.LighterTo)),
        Level.Normal => new(At(Profile.LighterTo), At(Profile.HeavierFrom)),
        Level.Heavier => new(At(Profile.HeavierFrom), Maximum),
        _ => throw new ArgumentOutOfRangeException(nameof(level)),
    };

    /// <summary>The level of a sum inside the band; an exact sum has no levels and gives null.</summary>
    /// <param name="sum">In yuan.</param>
    public Level? LevelOf(decimal sum)
        => ExactMinimum == ExactMaximum || sum < ExactMinimum || sum > ExactMaximum ? null : Profile.LevelOf(sum, ExactMinimum, ExactMaximum);

    internal static decimal ToFen(decimal sum) => decimal.Round(sum, 2, MidpointRounding.AwayFromZero);

    private decimal At(decimal share) => ToFen(ExactMinimum + (share * (ExactMaximum - ExactMinimum)));
}

/// <summary>Range of sums (金额区间), in yuan, both ends inclusive.</summary>
/// <param name="From">Lower end.</param>
/// <param name="To">Upper end.</param>
public readonly record struct SumRange(decimal From, decimal To);

/// <summary>Other kind (其他处罚种类): a penalty besides fines that is open.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Mandatory">False where the law says 可以.</param>
public readonly record struct OpenKind(PenaltyKind Kind, bool Mandatory)
{
    /// <summary>The code of contracts: the id, with a question mark when optional.</summary>
    public string Code => Mandatory ? Kind.Id : Kind.Id + "?";
}

/// <summary>Exemption result (免罚审查结果): one entry tried.</summary>
public readonly struct ExemptionResult : IEquatable<ExemptionResult>
{
    private readonly uint failed;
    private readonly uint unknown;

    internal ExemptionResult(Exemption entry, Truth truth, uint failed, uint unknown) => (Entry, Truth, this.failed, this.unknown) = (entry, truth, failed, unknown);

    /// <summary>The entry.</summary>
    public Exemption Entry { get; }

    /// <summary>True: all conditions hold; false: one fails; unknown: facts are missing.</summary>
    public Truth Truth { get; }

    /// <summary>The conditions that are false, in branches that do not hold.</summary>
    public IReadOnlyList<Condition.Test> Failed => Leaves(failed);

    /// <summary>The facts still unknown in branches that do not hold, each once.</summary>
    public IReadOnlyList<Fact> Unknown => [.. Leaves(unknown).Select(l => l.Fact).Distinct()];

    /// <inheritdoc/>
    public bool Equals(ExemptionResult other) => ReferenceEquals(Entry, other.Entry) && Truth == other.Truth && failed == other.failed && unknown == other.unknown;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ExemptionResult other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Entry, Truth, failed, unknown);

    /// <summary>Equality by value.</summary>
    /// <param name="left">One result.</param>
    /// <param name="right">Another.</param>
    public static bool operator ==(ExemptionResult left, ExemptionResult right) => left.Equals(right);

    /// <summary>Inequality by value.</summary>
    /// <param name="left">One result.</param>
    /// <param name="right">Another.</param>
    public static bool operator !=(ExemptionResult left, ExemptionResult right) => !left.Equals(right);

    private IReadOnlyList<Condition.Test> Leaves(uint mask) => mask == 0 ? [] : [.. Entry.Conditions!.Leaves.Where((_, i) => (mask & (1u << i)) != 0)];
}

/// <summary>Severity of a finding (提示级别).</summary>
public enum FindingSeverity
{
    /// <summary>For information (提示).</summary>
    Note,

    /// <summary>Needs reasons or approval (预警).</summary>
    Alarm,

    /// <summary>Not allowed (不准).</summary>
    Refuse,
}

/// <summary>Finding (审查发现): what the engine says of a proposal or of a case.</summary>
/// <param name="Code">Stable public code, for example <c>above-ceiling</c>.</param>
/// <param name="Severity">Note, alarm or refuse.</param>
/// <param name="Says">The sentence an officer reads, in Chinese.</param>
/// <param name="Basis">Where the law says it.</param>
/// <param name="Direction"><c>above</c> or <c>below</c> for a level mismatch; null otherwise.</param>
public sealed record Finding(string Code, FindingSeverity Severity, string Says, Citation Basis, string? Direction = null);

/// <summary>Gate (关口): a step that must come before the decision.</summary>
/// <param name="Code">Stable public code, for example <c>hearing</c>.</param>
/// <param name="Because">Why, in Chinese.</param>
/// <param name="Basis">Where the law says it.</param>
public sealed record Gate(string Code, string Because, Citation Basis)
{
    /// <summary>For who must decide: <c>prefecture</c> or <c>provincial</c>; null for other gates.</summary>
    public string? LeastLevel { get; init; }
}

/// <summary>Assessment (测算结果): data that the same request and law set always yield.</summary>
public sealed class Assessment
{
    private readonly DiscretionEngine engine;
    private readonly byte[] questions;
    private IReadOnlyList<Finding>? findings;
    private IReadOnlyList<Gate>? gates;

    internal Assessment(DiscretionEngine engine, AssessmentRequest request, VersionAssessment? chosen, VersionAssessment? old, VersionAssessment? newer, AssessmentOutcome outcome, byte[] questions, bool notCovered)
    {
        (this.engine, Request, Chosen, Old, Newer, Outcome, this.questions, NotCovered) = (engine, request, chosen, old, newer, outcome, questions, notCovered);
        if (chosen is not null && outcome == AssessmentOutcome.Penalty)
        {
            Level = chosen.Level;
            Range = chosen.Range;
        }
        else if (outcome is AssessmentOutcome.NoPenalty or AssessmentOutcome.MayBeExempt)
        {
            Level = Discretion.Level.None;
        }
    }

    /// <summary>What was asked.</summary>
    public AssessmentRequest Request { get; }

    /// <summary>The outcome.</summary>
    public AssessmentOutcome Outcome { get; }

    /// <summary>The version applied; null when none covers the act.</summary>
    public MatterVersion? Version => Chosen?.Law.Version;

    /// <summary>The fines that are determined, ordered by subject; none where nothing may be imposed.</summary>
    public IReadOnlyList<Band> Fines => ShowsNothing ? [] : Chosen!.Bands;

    /// <summary>Kinds besides fines that are open, ordered by id.</summary>
    public IReadOnlyList<OpenKind> OtherKinds => ShowsNothing ? [] : Outcome == AssessmentOutcome.NoPenalty ? Chosen!.StillConfiscated : Chosen!.OpenKinds;

    /// <summary>The level proposed; null where no level applies.</summary>
    public Level? Level { get; }

    /// <summary>The range proposed for the party's fine; null where none applies.</summary>
    public SumRange? Range { get; }

    /// <summary>The exemption entries tried, in list order.</summary>
    public IReadOnlyList<ExemptionResult> Exemptions => Chosen?.Exemptions ?? [];

    /// <summary>The questions to ask, most decisive first: <c>discoveryDate</c> or fact ids.</summary>
    public IReadOnlyList<string> Questions => [.. questions.Select(q => q == VersionAssessment.DiscoveryDateQuestion ? "discoveryDate" : engine.Facts.All[q].Id)];

    /// <summary>What must come before the decision.</summary>
    public IReadOnlyList<Gate> Gates => gates ??= ShowsNothing || Outcome == AssessmentOutcome.NoPenalty ? [] : engine.GatesOf(this);

    /// <summary>What is to be said of the proposal and of the case.</summary>
    public IReadOnlyList<Finding> Findings => findings ??= engine.FindingsOf(this);

    /// <summary>Hash of the law set that was applied.</summary>
    public string LawHash => engine.LawHash;

    /// <summary>The party's own band, when it is determined.</summary>
    public Band? OwnBand => Chosen is { OwnUndetermined: false } && Outcome is not AssessmentOutcome.NeedsFacts ? Chosen.OwnBand : null;

    /// <summary>The circumstances that counted, entered or following from facts.</summary>
    public IReadOnlyList<Circumstance> Circumstances => Chosen is null ? [] : engine.CircumstancesOf(Chosen.Circumstances);

    /// <summary>The benchmark tier that set level and range, or null.</summary>
    public BenchmarkTier? BenchmarkTier => Chosen?.BenchmarkTier;

    /// <summary>Both laws side by side, when the law changed between act and decision (从旧兼从轻).</summary>
    public VersionChoice? Choice => Old is not null && Newer is not null && Chosen is not null
        ? new VersionChoice(Old.Law.Version, Old.Outcome, Old.Bands, Newer.Law.Version, Newer.Outcome, Newer.Bands, ReferenceEquals(Chosen, Newer))
        : null;

    /// <summary>The level that the circumstances lead to where a penalty is imposed, also where the party may be exempt; null where none applies.</summary>
    public Level? PenaltyLevel => Outcome is AssessmentOutcome.Penalty or AssessmentOutcome.MayBeExempt ? Chosen?.Level : null;

    /// <summary>The range of the party's fine at that level; null where none applies.</summary>
    public SumRange? PenaltyRange => Outcome == AssessmentOutcome.Penalty ? Range : Outcome == AssessmentOutcome.MayBeExempt && Chosen!.Level != Discretion.Level.None ? OwnBand?.RangeOf(Chosen.Level) : null;

    /// <summary>Whether something found allows a fine below the minimum (减轻处罚的情节).</summary>
    public bool HasGroundForMitigation => Chosen is { GroundForMitigation: true };

    internal VersionAssessment? Chosen { get; }

    internal VersionAssessment? Old { get; }

    internal VersionAssessment? Newer { get; }

    /// <summary>Whether the law of the day of the act is not loaded (readings R01).</summary>
    public bool NotCovered { get; }

    internal bool HasQuestions => questions.Length > 0;

    private bool ShowsNothing => Chosen is null || Outcome is AssessmentOutcome.Barred or AssessmentOutcome.NotAViolation;
}

/// <summary>Choice between the old and the new law (从旧兼从轻, 行政处罚法第三十七条).</summary>
/// <param name="Old">The version on the last day of the act.</param>
/// <param name="OldOutcome">Outcome under it.</param>
/// <param name="OldFines">Determined fines under it.</param>
/// <param name="Newer">The version on the day of the decision.</param>
/// <param name="NewerOutcome">Outcome under it.</param>
/// <param name="NewerFines">Determined fines under it.</param>
/// <param name="NewerApplies">Whether the newer one is lighter in this case and applies.</param>
public sealed record VersionChoice(MatterVersion Old, AssessmentOutcome OldOutcome, IReadOnlyList<Band> OldFines, MatterVersion Newer, AssessmentOutcome NewerOutcome, IReadOnlyList<Band> NewerFines, bool NewerApplies);

/// <summary>The codes of contracts for outcomes and levels (契约代码).</summary>
public static class DiscretionCodes
{
    private static readonly string[] outcomes = ["notAViolation", "barred", "noPenalty", "mayBeExempt", "correctFirst", "needsFacts", "penalty"];
    private static readonly string[] outcomeNames = ["不构成违法", "超过追责时效，不再处罚", "应当不予处罚", "可以不予处罚", "先行责令改正", "事实尚待查明", "应予处罚"];
    private static readonly string[] levels = ["none", "mitigated", "lighter", "normal", "heavier"];
    private static readonly string[] levelNames = ["不予处罚", "减轻处罚", "从轻处罚", "一般处罚", "从重处罚"];
    private static readonly string[] severities = ["note", "alarm", "refuse"];

    /// <summary>The code of an outcome, for example <c>mayBeExempt</c>.</summary>
    /// <param name="outcome">The outcome.</param>
    public static string CodeOf(AssessmentOutcome outcome) => outcomes[(int)outcome];

    /// <summary>The Chinese name of an outcome.</summary>
    /// <param name="outcome">The outcome.</param>
    public static string NameOf(AssessmentOutcome outcome) => outcomeNames[(int)outcome];

    /// <summary>The code of a level; ordinary is <c>normal</c>.</summary>
    /// <param name="level">The level.</param>
    public static string CodeOf(Level level) => levels[(int)level];

    /// <summary>The Chinese name of a level.</summary>
    /// <param name="level">The level.</param>
    public static string NameOf(Level level) => levelNames[(int)level];

    /// <summary>The code of a severity.</summary>
    /// <param name="severity">The severity.</param>
    public static string CodeOf(FindingSeverity severity) => severities[(int)severity];
}
