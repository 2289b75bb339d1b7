using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using Heng.Law.Citations;
using Heng.Law.Rulings;

namespace Heng.Law.Time;

/// <summary>Deadline counter (期限计算): any limit, from a start, with excluded days and extensions, to its last day.</summary>
/// <remarks>
/// Pure: the same law set, policy and question give the same answer for ever. The choices that the law leaves are named in
/// <see cref="CountingPolicy"/>. A refusal has one of the public codes <c>unknown-rule</c>, <c>not-in-force</c> (the start lies
/// outside the days for which the limit is in force), <c>no-date</c> (the limit is a rate per day) and <c>calendar</c> (a day
/// had to be tested whose year is not loaded; the fact <c>year</c> names it).
/// </remarks>
public sealed class DeadlineCounter
{
    private static readonly DeadlineNote ExclusionNotForeseen = new("not-foreseen", "该期限的依据未规定可以扣除期间；已按所给期间计算，请核对依据。");
    private static readonly DeadlineNote ExtensionNotForeseen = new("not-foreseen", "该期限的依据未规定这样的延长；已按所给延长计算，请核对批准权限和依据。");
    private static readonly DeadlineNote Unconfirmed = new("unconfirmed", "该期限的单位或者适用尚未确认，请核对法规原文。");
    private readonly FrozenDictionary<string, Grounded> limits;
    private readonly Citation general;

    private DeadlineCounter(WorkingCalendar calendar, TimeLimitTable limits, CountingRules rules, CountingPolicy policy)
    {
        (Calendar, Limits, Rules, Policy) = (calendar, limits, rules, policy);
        general = rules[CountingRules.StartNotCounted].Basis[0];
        this.limits = limits.All.ToFrozenDictionary(l => l.Id, l => new Grounded(l, GroundsOf(l.Period, l.Basis)), StringComparer.Ordinal);
    }

    /// <summary>The working calendar.</summary>
    public WorkingCalendar Calendar { get; }

    /// <summary>The limits.</summary>
    public TimeLimitTable Limits { get; }

    /// <summary>The counting rules.</summary>
    public CountingRules Rules { get; }

    /// <summary>The choices followed.</summary>
    public CountingPolicy Policy { get; }

    /// <summary>A counter over the law data, with the choices that it adopts.</summary>
    /// <param name="files">The law data.</param>
    /// <exception cref="LawDataException">A file is malformed.</exception>
    public static DeadlineCounter From(LawFiles files)
    {
        var rules = CountingRules.From(files);
        return new DeadlineCounter(WorkingCalendar.From(files), TimeLimitTable.From(files), rules, rules.Adopted);
    }

    /// <summary>The same tables under other choices.</summary>
    /// <param name="policy">The choices.</param>
    public DeadlineCounter With(CountingPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return new DeadlineCounter(Calendar, Limits, Rules, policy);
    }

    /// <summary>Counts a limit of the table.</summary>
    /// <param name="limitId">For example <c>L50</c>.</param>
    /// <param name="start">The start, or for a backward limit the event; with a time exactly when the limit counts hours.</param>
    /// <param name="exclusions">Excluded intervals, in any order; they may overlap.</param>
    /// <param name="extensions">Extensions, in the order granted.</param>
    /// <exception cref="ArgumentException">An interval ends before it starts, an extension is negative, or the time is missing or too much.</exception>
    public Outcome<Deadline> Count(string limitId, LegalMoment start, ReadOnlySpan<DayInterval> exclusions = default, ReadOnlySpan<GrantedExtension> extensions = default)
    {
        ArgumentNullException.ThrowIfNull(limitId);
        if (!limits.TryGetValue(limitId, out var known))
        {
            return Refuse("unknown-rule", general, $"没有编号为“{limitId}”的期限，请从期限表中选择。", "rule", limitId);
        }

        var limit = known.Limit;
        if (!limit.InForceOn(start.Day))
        {
            return Refuse("not-in-force", limit.Basis[0], NotInForceSays(limit, start.Day), "start", start.ToString());
        }

        if (limit.IsPerDay)
        {
            return Refuse("no-date", limit.Basis[0], $"{limit.Id} {limit.Chinese}按日计算金额，没有届满日；请改用计算金额的规则。", "rule", limit.Id);
        }

        return Count(limit, limit.Period, known.Grounds, start, exclusions, extensions);
    }

    /// <summary>Counts a period that stands in no limit of the table, such as one that a document sets.</summary>
    /// <param name="period">The period.</param>
    /// <param name="start">The start, or the event counted back from; with a time exactly when the period counts hours.</param>
    /// <param name="exclusions">Excluded intervals, in any order; they may overlap.</param>
    /// <param name="extensions">Extensions, in the order granted.</param>
    /// <exception cref="ArgumentException">As for a limit; or the period is empty, or counts something else than days backward.</exception>
    public Outcome<Deadline> CountPeriod(Period period, LegalMoment start, ReadOnlySpan<DayInterval> exclusions = default, ReadOnlySpan<GrantedExtension> extensions = default)
    {
        ArgumentNullException.ThrowIfNull(period);
        if (period.Length < 1)
        {
            throw new ArgumentException("A period has at least one unit.", nameof(period));
        }

        if (period.Direction == CountDirection.Backward && period.Unit is not (TimeUnit.WorkingDay or TimeUnit.NaturalDay))
        {
            throw new ArgumentException("Only days are counted backward.", nameof(period));
        }

        return Count(null, period, GroundsOf(period, []), start, exclusions, extensions);
    }

    private Outcome<Deadline> Count(TimeLimit? limit, Period period, IReadOnlyList<Ground> grounds, LegalMoment start, ReadOnlySpan<DayInterval> exclusions, ReadOnlySpan<GrantedExtension> extensions)
    {
        if (start.Time.HasValue != (period.Unit == TimeUnit.Hour))
        {
            throw new ArgumentException("The start has a time exactly when hours are counted.", nameof(start));
        }

        foreach (var extension in extensions)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(extension.Length, nameof(extensions));
        }

        var rented = exclusions.Length > 16 ? ArrayPool<DayWalk.Interval>.Shared.Rent(exclusions.Length) : null;
        var merged = Merge(exclusions, rented ?? stackalloc DayWalk.Interval[16], Policy.ExcludedEnds);
        var (unrolled, due) = Reach(new DayWalk(Calendar, merged), period, start, extensions, null);
        if (rented is not null)
        {
            ArrayPool<DayWalk.Interval>.Shared.Return(rented);
        }

        if (due.IsMissing)
        {
            return RefuseCalendar(due.Day);
        }

        return new Outcome<Deadline>.Allowed(
            new Deadline(this, limit, period, start, exclusions.ToArray(), extensions.ToArray(), unrolled.ToMoment(), due.ToMoment(), NotesOn(limit, exclusions, extensions)),
            grounds);
    }

    /// <summary>The unrolled and the rolled end; the stretches on the way when asked for.</summary>
    internal (DayWalk.Reached Unrolled, DayWalk.Reached Due) Reach(DayWalk walk, Period period, LegalMoment start, ReadOnlySpan<GrantedExtension> extensions, List<Stretch>? stretches)
    {
        var backward = period.Direction == CountDirection.Backward;
        var from = DayWalk.Reached.At(start);
        var unit = period.Unit;
        var end = backward ? walk.Backward(from, period.Length, unit) : walk.Forward(from, period.Length, unit);
        stretches?.Add(new Stretch(from, end, period.Length, unit, null));
        foreach (var extension in extensions)
        {
            from = Policy.ExtensionStart == ExtensionStart.RolledEnd && !backward ? Roll(end, period.Rolls, unit) : end;
            end = backward ? walk.Backward(from, extension.Length, extension.Unit) : walk.Forward(from, extension.Length, extension.Unit);
            stretches?.Add(new Stretch(from, end, extension.Length, extension.Unit, extension));

            // An extension of nothing has no end of its own, so the unit before it still decides on roll-over.
            unit = extension.Length > 0 ? extension.Unit : unit;
        }

        if (!backward)
        {
            return (end, Roll(end, period.Rolls, unit));
        }

        if (Policy.Backward == BackwardLimit.FullDaysBetween && !end.IsMissing)
        {
            end = end.On(end.Day == 0 ? WorkingCalendar.Found.Missing(-1) : new WorkingCalendar.Found(end.Day - 1));
        }

        return (end, RollBack(end, period.Rolls));
    }

    /// <summary>Sorts and merges intervals, overlapping or side by side.</summary>
    internal static ReadOnlySpan<DayWalk.Interval> Merge(ReadOnlySpan<DayInterval> given, Span<DayWalk.Interval> room, ExcludedEnds ends)
    {
        var count = 0;
        foreach (var interval in given)
        {
            if (interval.Last < interval.First)
            {
                throw new ArgumentException("An excluded interval ends before it starts.", nameof(given));
            }

            var last = ends == ExcludedEnds.BothIncluded ? interval.Last.DayNumber : interval.Last.DayNumber - 1;
            if (last >= interval.First.DayNumber)
            {
                room[count++] = new DayWalk.Interval(interval.First.DayNumber, last);
            }
        }

        if (count < 2)
        {
            return room[..count];
        }

        var sorted = room[..count];
        sorted.Sort((a, b) => a.First.CompareTo(b.First));
        var merged = 0;
        for (var i = 1; i < count; i++)
        {
            if (sorted[i].First <= sorted[merged].Last + 1)
            {
                sorted[merged] = sorted[merged] with { Last = Math.Max(sorted[merged].Last, sorted[i].Last) };
            }
            else
            {
                sorted[++merged] = sorted[i];
            }
        }

        return sorted[..(merged + 1)];
    }

    private DayWalk.Reached Roll(DayWalk.Reached end, bool rolls, TimeUnit unit)
    {
        if (!rolls || end.IsMissing || unit is TimeUnit.WorkingDay or TimeUnit.Hour || Policy.RollOver == RollOver.None)
        {
            return end;
        }

        if (Policy.RollOver == RollOver.AnyRestDay)
        {
            return end.On(Calendar.After(end.Day - 1, 1));
        }

        var day = end.Day;
        while (Calendar.IsStatutory(day))
        {
            day++;
        }

        return end.On(new WorkingCalendar.Found(day, Calendar.KindOf(day) == DayKind.NotLoaded));
    }

    private DayWalk.Reached RollBack(DayWalk.Reached end, bool rolls)
    {
        if (!rolls || end.IsMissing || Policy.RollOver == RollOver.None)
        {
            return end;
        }

        if (Policy.RollOver == RollOver.AnyRestDay)
        {
            return end.On(Calendar.Before(end.Day + 1, 1));
        }

        var day = end.Day;
        while (Calendar.IsStatutory(day))
        {
            day--;
        }

        return end.On(new WorkingCalendar.Found(day, Calendar.KindOf(day) == DayKind.NotLoaded));
    }

    private static DeadlineNote[] NotesOn(TimeLimit? limit, ReadOnlySpan<DayInterval> exclusions, ReadOnlySpan<GrantedExtension> extensions)
    {
        if (limit is null)
        {
            return [];
        }

        var excluded = !exclusions.IsEmpty && !limit.ForeseesExclusions;
        var extended = !extensions.IsEmpty && !Foresees(limit, extensions);
        var unconfirmed = limit.Confidence == Confidence.Unconfirmed;
        if (!excluded && !extended && !unconfirmed)
        {
            return [];
        }

        var notes = new List<DeadlineNote>();
        if (excluded)
        {
            notes.Add(ExclusionNotForeseen);
        }

        if (extended)
        {
            notes.Add(ExtensionNotForeseen);
        }

        if (unconfirmed)
        {
            notes.Add(Unconfirmed);
        }

        return [.. notes];
    }

    /// <summary>Whether every extension finds a slot that still has room, the slots taken in the order of the law.</summary>
    private static bool Foresees(TimeLimit limit, ReadOnlySpan<GrantedExtension> extensions)
    {
        Span<int> used = stackalloc int[limit.Extensions.Count];
        foreach (var extension in extensions)
        {
            var slot = 0;
            while (slot < limit.Extensions.Count && !(limit.Extensions[slot].Allows(extension) && (limit.Extensions[slot].Times is not { } times || used[slot] < times)))
            {
                slot++;
            }

            if (slot == limit.Extensions.Count)
            {
                return false;
            }

            used[slot]++;
        }

        return true;
    }

    private List<Ground> GroundsOf(Period period, IReadOnlyList<Citation> basis)
    {
        var grounds = new List<Ground> { Ground(Rules[CountingRules.StartNotCounted]) };
        if (UnitRule(period, basis) is { } unit)
        {
            grounds.Add(Ground(unit));
        }

        if (period.Direction == CountDirection.Backward)
        {
            grounds.Add(Ground(Rules[CountingRules.Backward]));
        }
        else if (period.Rolls && period.Unit is not (TimeUnit.WorkingDay or TimeUnit.Hour))
        {
            grounds.Add(Ground(Rules[CountingRules.EndRolls]));
        }

        return grounds;

        static Ground Ground(CountingRule rule) => new(rule.Id, rule.Basis[0], rule.Chinese);
    }

    /// <summary>The counting rule that gives the unit its meaning, or null where the article itself does.</summary>
    internal CountingRule? UnitRule(Period period, IReadOnlyList<Citation> basis) => period.Unit switch
    {
        TimeUnit.WorkingDay => Rules.WorkingDaysOf(basis),
        TimeUnit.NaturalDay => Rules[CountingRules.DaysAreNatural],
        TimeUnit.Month or TimeUnit.Year => Rules[CountingRules.Months],
        _ => null,
    };

    private Outcome<Deadline>.Refused RefuseCalendar(int missing)
    {
        var year = missing < 0 ? 0 : missing > DateOnly.MaxValue.DayNumber ? DateOnly.MaxValue.Year + 1 : DateOnly.FromDayNumber(missing).Year;
        var name = year.ToString(CultureInfo.InvariantCulture);
        var basis = Calendar.Years.Count > 0 ? Calendar.Years[^1].Basis : general;
        return Refuse("calendar", basis, $"没有载入 {name} 年的放假安排，不能确定该年的工作日；请载入该年的通知后再计算。", "year", name);
    }

    private static string NotInForceSays(TimeLimit limit, DateOnly start)
    {
        var span = (limit.From, limit.Until) switch
        {
            ({ } from, { } until) => $"只适用于起算日在 {new LegalMoment(from)} 至 {new LegalMoment(until)} 之间的情形",
            ({ } from, null) => $"自 {new LegalMoment(from)} 起适用",
            (null, { } until) => $"适用至 {new LegalMoment(until)}",
            _ => "",
        };
        return $"{limit.Id} {limit.Chinese}{span}，起算日 {new LegalMoment(start)} 不在其内；请改选当时有效的期限。";
    }

    private static Outcome<Deadline>.Refused Refuse(string code, Citation basis, string says, string fact, string value)
        => new([new Refusal(code, basis, says, new Dictionary<string, string>(1) { [fact] = value })]);

    private sealed record Grounded(TimeLimit Limit, IReadOnlyList<Ground> Grounds);

    /// <summary>One stretch of a count: the limit itself, or one extension.</summary>
    internal readonly record struct Stretch(DayWalk.Reached From, DayWalk.Reached To, int Length, TimeUnit Unit, GrantedExtension? Extension);
}
