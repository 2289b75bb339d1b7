using Heng.Dossiers;
using Heng.Law;
using Heng.Law.Procedure;
using Heng.Law.Rulings;
using Heng.Law.Time;

namespace Heng.Cases;

/// <summary>Clocks of a case (办案期限): each counted by the counter of the law library from what stands in the file.</summary>
public static class CaseClocks
{
    /// <summary>Verification and the filing decision (核查与立案), limit L05; null when it no longer runs.</summary>
    /// <param name="file">The dossier.</param>
    public static DossierClock? Verification(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var c = file.Part<CaseFile>();
        return c.FoundOn is { } found && file.Procedure.Main is "S00" or "S05" or "S08"
            ? Clock(file, "L05", "核查并决定是否立案", c.FoundOn!.Value, Exclusions(c), c.VerificationExtended > 0 ? [new GrantedExtension(c.VerificationExtended, TimeUnit.WorkingDay, "HEAD")] : [])
            : null;
    }

    /// <summary>Handling of an ordinary case (办案), limit L50; null when it does not run.</summary>
    /// <param name="file">The dossier.</param>
    public static DossierClock? Handling(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var c = file.Part<CaseFile>();
        if (c.FiledOn is not { } filed || c.DecidedOn is not null || c.OnPaper is not null || c.SuspendedOn is not null)
        {
            return null;
        }

        var extensions = c.Extensions.Where(e => e.Until is null).Select(e => new GrantedExtension(e.Days, TimeUnit.NaturalDay, "HEAD")).ToArray();
        var clock = Clock(file, "L50", "作出处理决定", filed, Exclusions(c), extensions);
        var fixedEnd = c.Extensions.Select(e => e.Until).OfType<DateOnly>().LastOrDefault();
        return clock is not null && fixedEnd != default ? clock with { DueOn = fixedEnd } : clock;
    }

    /// <summary>Review (审核), limit L35; null when it does not run.</summary>
    /// <param name="file">The dossier.</param>
    public static DossierClock? Review(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var c = file.Part<CaseFile>();
        return file.Procedure.Main == "S40" && c.SubmittedOn is { } on && c.Opinion is null ? Clock(file, "L35", "审核", on, [], [])
            : file.Procedure.Main == "S62" && c.Course.Hearing is { ClosedOn: { } closed, ReviewPassed: null } ? Clock(file, "L35", "听证后法制审核", closed, [], [])
            : null;
    }

    /// <summary>Closing (结案), limit L80; null when it does not run.</summary>
    /// <param name="file">The dossier.</param>
    public static DossierClock? Closing(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var c = file.Part<CaseFile>();
        var met = file.Procedure.Main == "S76" ? c.PerformedOn ?? c.EnforcementEndedOn : file.Procedure.Main is "S22" or "S77" or "S78" or "S79" ? c.DecidedOn : null;
        return met is { } on ? Clock(file, "L80", "结案", on, [], []) : null;
    }

    /// <summary>Statement, defence and hearing request of the party (陈述申辩), limit L40; null when it does not run. It binds the party: its end is no breach.</summary>
    /// <param name="file">The dossier.</param>
    public static DossierClock? Defence(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Procedure.Main is "S50" or "S55" && file.Part<CaseFile>().Course is { Waiver: null, Notice: { } told } && Clock(file, "L40", "当事人陈述申辩", told.ServedOn, [], []) is { } clock ? clock with { Limit = null } : null;
    }

    /// <summary>Service of the decision (送达), limit L51; null when it does not run, also while a public notice does.</summary>
    /// <param name="file">The dossier.</param>
    public static DossierClock? Service(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var c = file.Part<CaseFile>();
        return file.Procedure is { Main: "S76" or "S77", Service: null } && c is { DecidedOn: { } on, DecisionName: { } name } && Steps.Service.PublishNotice.LastOf(file, name) is null ? Clock(file, "L51", "送达决定书", on, [], []) : null;
    }

    /// <summary>Correction (改正): the day that the order set.</summary>
    /// <param name="file">The dossier.</param>
    public static IEnumerable<DossierClock> Corrections(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Part<CaseFile>().Corrections.Where(c => c.CheckedOn is null).Select(c => new DossierClock("核查改正情况", c.OrderedOn, c.DueOn, $"责令改正通知书 {c.Number}"));
    }

    /// <summary>Answer of the bureau in reconsideration (复议答复), limit L95, or in a suit (答辩举证), limit L98; null when none is owed.</summary>
    /// <param name="file">The dossier.</param>
    public static DossierClock? Answer(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.Procedure.Remedy is not { } stage || file.Acts.LastOrDefault(a => a.Transition?.Act is ActKind.RecordReconsideration or ActKind.RecordSuit) is not { } begun
            || file.Acts.Any(a => a.Number > begun.Number && a.Act is Steps.OnPaper.RecordAnswer))
        {
            return null;
        }

        var (limit, name) = stage == "R10" ? ("L95", "行政复议答复") : ("L98", "行政诉讼答辩举证");
        return Counted(file, limit, name, (begun.Act as IFromPaper)?.On ?? begun.On);
    }

    /// <summary>Every clock that runs.</summary>
    /// <param name="file">The dossier.</param>
    public static IEnumerable<DossierClock> Of(DossierFile file) => [.. new[] { Verification(file), Handling(file), Review(file), Defence(file), Service(file), Closing(file), Answer(file) }.OfType<DossierClock>(), .. Corrections(file)];

    /// <summary>The limits whose last day is only estimated, because the working calendar of that year is not loaded (工作日历未载入).</summary>
    /// <param name="file">The dossier.</param>
    public static IReadOnlyList<string> WithoutCalendar(DossierFile file) => [.. Of(file).Where(c => c.IsEstimate).Select(c => c.Name)];

    /// <summary>The limit and whether its breach stands in the record with its reason (超期登记).</summary>
    /// <param name="clock">The clock; null when it does not run.</param>
    /// <param name="file">The dossier.</param>
    /// <param name="today">The day of the act.</param>
    public static TimedStep StepUnder(DossierClock? clock, DossierFile file, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(file);
        return new(today, clock?.DueOn, clock?.Limit is { } limit && file.Part<CaseFile>().Breaches.Contains(limit));
    }

    /// <summary>The length of the extension that a limit foresees for a head (负责人批准的延长).</summary>
    /// <param name="law">The law.</param>
    /// <param name="limit">Id of the limit.</param>
    internal static int ExtensionOf(LawSet law, string limit)
        => law.Deadlines.Limits.Find(limit)!.Extensions.First(e => e is { Approver: "HEAD", Length: not null }).Length!.Value;

    /// <summary>A limit counted from a day; estimated while the calendar of that year is not loaded.</summary>
    /// <param name="file">The dossier.</param>
    /// <param name="id">Id of the limit.</param>
    /// <param name="name">What runs.</param>
    /// <param name="start">The day from which it runs.</param>
    public static DossierClock? Counted(DossierFile file, string id, string name, DateOnly start)
    {
        ArgumentNullException.ThrowIfNull(file);
        return Clock(file, id, name, start, [], []);
    }

    private static DossierClock? Clock(DossierFile file, string id, string name, DateOnly start, DayInterval[] exclusions, GrantedExtension[] extensions)
    {
        var counter = file.Law.Deadlines;
        var counted = counter.Count(id, start, exclusions, extensions);
        if (counted is Outcome<Deadline>.Allowed(var deadline, _))
        {
            return new DossierClock(name, start, deadline.Due.Day, Basis(deadline.Limit!), deadline) { Limit = id };
        }

        return counted is Outcome<Deadline>.Refused { Refusals: [{ Code: "calendar" }, ..] } && counter.Limits.Find(id) is { } limit && DeadlineEstimate.Of(counter, limit, start, exclusions, extensions) is { } day
            ? new DossierClock(name, start, day, Basis(limit) + "（工作日历未载入，按周末推算）") { Limit = id, IsEstimate = true }
            : null;

        string Basis(TimeLimit limit) => string.Join("、", limit.Basis.Take(2).Select(file.Law.Instruments.InChinese));
    }

    private static DayInterval[] Exclusions(CaseFile c) => [.. c.Excluded.Select(e => new DayInterval(e.From, e.Until))];
}
