using Heng.Law.Citations;

namespace Heng.Law.Visits;

/// <summary>Kind of follow-up (事后跟踪): one of the three of the opinion.</summary>
public enum VisitKind
{
    /// <summary>Visit to the party (回头访).</summary>
    Visit,

    /// <summary>Second look at the matter (回头看).</summary>
    Relook,

    /// <summary>Second test of the product (回头检).</summary>
    Retest,
}

/// <summary>Planned follow-up (回访计划): what is due when, and what it must check.</summary>
/// <param name="Kind">Which of the three.</param>
/// <param name="DueOn">The last day; a choice of the bureau, not of the law.</param>
/// <param name="IsMandatory">Whether a case is not archived over it unless it is deferred.</param>
/// <param name="Check">What is asked or looked at, in Chinese.</param>
/// <param name="Basis">Where it comes from.</param>
public sealed record PlannedVisit(VisitKind Kind, DateOnly DueOn, bool IsMandatory, IReadOnlyList<string> Check, IReadOnlyList<Citation> Basis);

/// <summary>Table of follow-up (回访规则表): which decision calls for which follow-up.</summary>
/// <remarks>No law sets a day: the number of days is the bureau's, the kinds are a choice of Heng that 指导意见第七部分 supports.</remarks>
public sealed class VisitTable
{
    private readonly (VisitKind Kind, string Chinese, bool NeedsViolation, bool Mandatory, int ExtraDays, HashSet<string> Matters, IReadOnlyList<string> Check, IReadOnlyList<Citation> Basis)[] tasks;

    private VisitTable(LawElement plan) => tasks = [.. plan.Items("tasks").Select(t => (
        t.Text("kind") switch { "visit" => VisitKind.Visit, "relook" => VisitKind.Relook, "retest" => VisitKind.Retest, var other => throw t.Fault("kind", $"“{other}”不是回访种类") },
        t.Text("zh"), t.Text("when") == "violationFound", t.Flag("mandatory"), t.Whole("extraDays"), t.Texts("matters").ToHashSet(StringComparer.Ordinal), t.Texts("check"), t.AllCited("cite")))];

    /// <summary>Reads <c>procedure/revisit.json</c>.</summary>
    /// <param name="files">The law data.</param>
    /// <exception cref="LawDataException">The file is missing or malformed.</exception>
    public static VisitTable From(LawFiles files)
    {
        ArgumentNullException.ThrowIfNull(files);
        using var document = files.One("procedure/revisit.json").Open();
        return new VisitTable(document.Root["plan"]);
    }

    /// <summary>The Chinese name of a kind.</summary>
    /// <param name="kind">The kind.</param>
    public string NameOf(VisitKind kind) => tasks.First(t => t.Kind == kind).Chinese;

    /// <summary>What is asked or looked at.</summary>
    /// <param name="kind">The kind.</param>
    public IReadOnlyList<string> ChecksOf(VisitKind kind) => tasks.First(t => t.Kind == kind).Check;

    /// <summary>The follow-up that a decision calls for.</summary>
    /// <param name="matter">Id of the matter; null when none is known.</param>
    /// <param name="violationFound">Whether the decision finds a violation, though it exempts it.</param>
    /// <param name="from">The day of the decision or the last day for correction, whichever is later.</param>
    /// <param name="afterDays">The days that the bureau has set; the day after <paramref name="from"/> is the first.</param>
    public IReadOnlyList<PlannedVisit> Plan(string? matter, bool violationFound, DateOnly from, int afterDays)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(afterDays);
        return [.. tasks.Where(t => (violationFound || !t.NeedsViolation) && (t.Matters.Contains("*") || (matter is not null && t.Matters.Contains(matter))))
            .Select(t => new PlannedVisit(t.Kind, from.AddDays(afterDays + t.ExtraDays), t.Mandatory, t.Check, t.Basis))];
    }
}
