using Heng.Dossiers;
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
        return file.Procedure.Main == "S40" && c.SubmittedOn is { } on && c.Opinion is null ? Clock(file, "L35", "审核", on, [], []) : null;
    }

    /// <summary>Closing (结案), limit L80; null when it does not run.</summary>
    /// <param name="file">The dossier.</param>
    public static DossierClock? Closing(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var c = file.Part<CaseFile>();
        return file.Procedure.Main is "S22" or "S77" or "S78" or "S79" && c.DecidedOn is { } on ? Clock(file, "L80", "结案", on, [], []) : null;
    }

    /// <summary>Correction (改正): the day that the order set.</summary>
    /// <param name="file">The dossier.</param>
    public static IEnumerable<DossierClock> Corrections(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Part<CaseFile>().Corrections.Where(c => c.CheckedOn is null).Select(c => new DossierClock("核查改正情况", c.OrderedOn, c.DueOn, $"责令改正通知书 {c.Number}"));
    }

    /// <summary>Every clock that runs.</summary>
    /// <param name="file">The dossier.</param>
    public static IEnumerable<DossierClock> Of(DossierFile file) => [.. new[] { Verification(file), Handling(file), Review(file), Closing(file) }.OfType<DossierClock>(), .. Corrections(file)];

    /// <summary>A limit counted from a day; null while the calendar of that year is not loaded.</summary>
    private static DossierClock? Clock(DossierFile file, string limit, string name, DateOnly start, DayInterval[] exclusions, GrantedExtension[] extensions)
        => file.Law.Deadlines.Count(limit, start, exclusions, extensions) is Outcome<Deadline>.Allowed(var deadline, _)
            ? new DossierClock(name, start, deadline.Due.Day, string.Join("、", deadline.Limit!.Basis.Take(2).Select(file.Law.Instruments.InChinese)), deadline)
            : null;

    private static DayInterval[] Exclusions(CaseFile c) => [.. c.Excluded.Select(e => new DayInterval(e.From, e.Until))];
}
