using System.Globalization;
using Heng.Dossiers.Model;
using Heng.Platform.People;
using Heng.Platform.Shell;
using Heng.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Heng.Dossiers.Storage;

/// <summary>Whose entries of the work list are looked for.</summary>
internal enum WorkOf
{
    /// <summary>Both.</summary>
    All,

    /// <summary>Those that name the person.</summary>
    Me,

    /// <summary>Those of the person's roles.</summary>
    Roles,
}

/// <summary>Filter of the work list: everything that its address says.</summary>
/// <param name="Of">Whose entries.</param>
/// <param name="Level">One level only; null for all.</param>
/// <param name="Act">One act only; null for all.</param>
/// <param name="After">Where the page begins.</param>
internal sealed record WorkFilter(WorkOf Of = WorkOf.All, ClockLevel? Level = null, string? Act = null, string? After = null);

/// <summary>An entry of the work list (待办事项).</summary>
internal sealed record WorkEntry(
    Guid Id, Guid DossierId, string Number, string About, string Party, string Handlers, string Title, string Why, string? Act, bool IsMine, int Roles,
    DateOnly Since, DateOnly? DueOn, DateOnly? YellowOn, DateOnly? RedOn, string? Basis)
{
    /// <summary>What was done last; filled for a head.</summary>
    public LastAct? Last { get; init; }

    /// <summary>Its level on a day.</summary>
    /// <param name="today">The day, Beijing.</param>
    public ClockLevel LevelOn(DateOnly today) => ClockLevels.On(DueOn, YellowOn, RedOn, today);

    /// <summary>Where it is done.</summary>
    public string Address => Act is { } code ? DossierLinks.Act(DossierId, code) : DossierLinks.Page(DossierId);
}

/// <summary>A page of the work list.</summary>
/// <param name="Entries">The entries, the most urgent first.</param>
/// <param name="After">Where the next page begins; null on the last.</param>
/// <param name="Counts">How many entries there are at each level, whatever level is looked for, up to <see cref="WorkList.MostCounted"/>.</param>
internal sealed record WorkPage(IReadOnlyList<WorkEntry> Entries, string? After, IReadOnlyDictionary<ClockLevel, int> Counts)
{
    /// <summary>Nothing, before anything is read.</summary>
    public static WorkPage Empty { get; } = new([], null, new Dictionary<ClockLevel, int>());
}

/// <summary>Reads the work list (待办): what names the person, and what his roles may do in his scope and the rules do not keep from him.</summary>
/// <param name="db">Reads the database.</param>
/// <param name="time">The clock.</param>
internal sealed class WorkList(HengDb db, TimeProvider time)
{
    public const int PageSize = 20;

    /// <summary>More than this is not told.</summary>
    public const int MostCounted = 100;

    /// <summary>A page, the most urgent first: by level, then by last day.</summary>
    /// <param name="me">Who reads.</param>
    /// <param name="filter">What is looked for.</param>
    /// <param name="stop">Stops the work.</param>
    public async Task<WorkPage> PageAsync(CurrentPerson me, WorkFilter filter, CancellationToken stop)
    {
        var today = time.TodayInBeijing();
        var key = Key.Parse(filter.After);
        var counts = await CountsAsync(me, filter, today, stop);
        // A level without entries is not looked at, nor one behind those that fill the page; who has left since they were counted leads to the next page earlier.
        var levels = new List<IQueryable<WorkItem>>();
        var sure = 0;
        var isCut = false;
        foreach (var level in ClockLevels.All.Where(l => counts[l] > 0 && (filter.Level is not { } only || l == only) && (key is not { } k || l >= k.Level)))
        {
            if (sure > PageSize)
            {
                isCut = true;
                break;
            }

            var found = Of(me, filter).Where(ClockLevels.OfWork(level, today));
            if (key is { } from && from.Level == level)
            {
                var (_, on, id) = from;
                found = level == ClockLevel.None ? found.Where(w => w.Id > id) : found.Where(w => w.DueOn >= on && (w.DueOn > on || w.Id > id));
            }
            else
            {
                sure += counts[level];
            }

            levels.Add(found.OrderBy(w => w.DueOn).ThenBy(w => w.Id).Take(PageSize + 1));
        }

        if (levels.Count == 0)
        {
            return new([], null, counts);
        }

        var read = await levels.Aggregate(Queryable.Concat).Select(w => new WorkEntry(
            w.Id, w.DossierId, w.Dossier!.Number, w.Dossier.Title, w.Dossier.Party, w.Dossier.Handlers, w.Title, w.Why, w.Act, w.PersonId != null, w.Roles,
            w.Since, w.DueOn, w.YellowOn, w.RedOn, w.Basis)).ToListAsync(stop);
        var entries = read.OrderBy(e => e.LevelOn(today)).ThenBy(e => e.DueOn).ThenBy(e => e.Id).Take(PageSize).ToList();
        return new(entries, entries.Count > 0 && (isCut || read.Count > PageSize) ? Key.Of(entries[^1], today) : null, counts);
    }

    /// <summary>The same page, each entry with what was done last.</summary>
    /// <param name="me">Who reads.</param>
    /// <param name="filter">What is looked for.</param>
    /// <param name="stop">Stops the work.</param>
    public async Task<WorkPage> ExplainedAsync(CurrentPerson me, WorkFilter filter, CancellationToken stop)
    {
        var page = await PageAsync(me, filter, stop);
        var last = await LastAct.OfAsync(db, [.. page.Entries.Select(e => e.DossierId).Distinct()], stop);
        return page with { Entries = [.. page.Entries.Select(e => e with { Last = last.GetValueOrDefault(e.DossierId) })] };
    }

    private async Task<IReadOnlyDictionary<ClockLevel, int>> CountsAsync(CurrentPerson me, WorkFilter filter, DateOnly today, CancellationToken stop)
    {
        // A unit has some hundreds of entries, counted in one go. A whole bureau may have tens of thousands: each level is counted no further than it is told.
        var found = me.Access.UnitId is not null
            ? await Of(me, filter)
                .GroupBy(w => w.DueOn == null ? ClockLevel.None : w.DueOn < today ? ClockLevel.Overdue : w.RedOn <= today ? ClockLevel.Red : w.YellowOn <= today ? ClockLevel.Yellow : ClockLevel.Green)
                .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop)
            : await ClockLevels.All.Select(l => Of(me, filter).Where(ClockLevels.OfWork(l, today)).OrderBy(w => w.DueOn).Take(MostCounted).Select(_ => l)).Aggregate(Queryable.Concat)
                .GroupBy(l => l).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        return ClockLevels.All.ToDictionary(l => l, l => Math.Min(found.GetValueOrDefault(l), MostCounted));
    }

    private IQueryable<WorkItem> Of(CurrentPerson me, WorkFilter filter)
    {
        db.Access = me.Access;
        var id = me.PersonId;
        var roles = (int)me.Roles;
        var name = id.ToString("N");
        // An entry of the own unit may belong to the dossier of another, whose row is joined to it.
        // What is due only later, as a demand after the last day to pay, waits for its day.
        var today = time.TodayInBeijing();
        var found = db.AcrossUnits<WorkItem>().AsNoTracking().Where(w => w.Since <= today);
        if (me.Access.UnitId is { } own)
        {
            found = found.Where(w => w.UnitId == own);
        }

        found = filter.Of switch
        {
            WorkOf.Me => found.Where(w => w.PersonId == id),
            WorkOf.Roles => found.Where(w => w.PersonId == null && (w.Roles & roles) != 0 && !w.NotFor.Contains(name)),
            _ => found.Where(w => w.PersonId == id || (w.PersonId == null && (w.Roles & roles) != 0 && !w.NotFor.Contains(name))),
        };
        return filter.Act is { } act ? found.Where(w => w.Act == act) : found;
    }

    /// <summary>Key of an entry, as it stands in addresses.</summary>
    private readonly record struct Key(ClockLevel Level, DateOnly On, Guid Id)
    {
        public static string Of(WorkEntry entry, DateOnly today)
            => string.Create(CultureInfo.InvariantCulture, $"{ClockLevels.CodeOf(entry.LevelOn(today))}.{entry.DueOn?.DayNumber ?? 0}.{entry.Id:N}");

        public static Key? Parse(string? text)
            => (text ?? "").Split('.') is [var code, var day, var id] && ClockLevels.Parse(code) is { } level
                && int.TryParse(day, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= DateOnly.MaxValue.DayNumber && Guid.TryParseExact(id, "N", out var known)
                ? new(level, DateOnly.FromDayNumber(number), known)
                : null;
    }
}
