using System.Globalization;
using System.Linq.Expressions;
using Heng.Dossiers.Model;
using Heng.Law;
using Heng.Law.Codes;
using Heng.Platform.People;
using Heng.Platform.Shell;
using Heng.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Heng.Dossiers.Storage;

/// <summary>A line of the dossier list (档案列表).</summary>
internal sealed record DossierLine(
    Guid Id, Guid UnitId, string Number, long SearchKey, string Title, string Party, string? PartyCode, string Stage, string? Outcome, string Handlers, string Five, bool IsClosed,
    DateOnly OpenedOn, DateTime ChangedAt, DateOnly? DueOn, string? DueName, string? DueBasis, DateOnly? YellowOn, DateOnly? RedOn);

/// <summary>A page of the dossier list, with the keys of its neighbours.</summary>
/// <param name="Lines">The lines.</param>
/// <param name="Before">Where the page before ends; null on the first page.</param>
/// <param name="After">Where the next page begins; null on the last.</param>
internal sealed record DossierPage(IReadOnlyList<DossierLine> Lines, string? Before, string? After);

/// <summary>Reads the dossier list (档案列表): filtered, searched, page by page. It sees what the person may see, and counts nothing unless asked.</summary>
/// <param name="db">Reads the database.</param>
/// <param name="law">Knows the matters of a field.</param>
/// <param name="time">The clock.</param>
internal sealed class DossierList(HengDb db, LawSet law, TimeProvider time)
{
    public const int PageSize = 20;
    public const int MostExported = 10_000;

    private static readonly Expression<Func<Dossier, DossierLine>> line = d => new DossierLine(
        d.Id, d.UnitId, d.Number, d.SearchKey, d.Title, d.Party, d.PartyCode, d.Stage, d.Outcome, d.Handlers, d.Five, d.IsClosed,
        d.OpenedOn, d.ChangedAt, d.DueOn, d.DueName, d.DueBasis, d.YellowOn, d.RedOn);

    /// <summary>A page of the list.</summary>
    /// <param name="me">Who reads.</param>
    /// <param name="filter">What is looked for.</param>
    /// <param name="before">Key of the first line of the page behind the one wanted.</param>
    /// <param name="after">Key of the last line of the page before the one wanted.</param>
    /// <param name="stop">Stops the work.</param>
    public async Task<DossierPage> PageAsync(CurrentPerson me, DossierFilter filter, string? before, string? after, CancellationToken stop)
    {
        if (Filtered(me, filter) is not { } found)
        {
            return new([], null, null);
        }

        var order = filter.EffectiveOrder;
        var key = Key.Parse(before ?? after, order);
        var back = before is not null && key is not null;
        var lines = await (key is null ? found : found.Beyond(order, key.Value, back)).Ordered(order, back).Select(line).Take(PageSize + 1).ToListAsync(stop);
        var isMore = lines.Count > PageSize;
        if (isMore)
        {
            lines.RemoveAt(PageSize);
        }

        if (back)
        {
            lines.Reverse();
        }

        var hasBefore = back ? isMore : key is not null;
        var hasAfter = back || isMore;
        return new(lines, hasBefore && lines.Count > 0 ? Key.Of(lines[0], order) : null, hasAfter && lines.Count > 0 ? Key.Of(lines[^1], order) : null);
    }

    /// <summary>How many there are, exactly.</summary>
    /// <param name="me">Who reads.</param>
    /// <param name="filter">What is looked for.</param>
    /// <param name="stop">Stops the work.</param>
    public Task<int> CountAsync(CurrentPerson me, DossierFilter filter, CancellationToken stop)
        => Filtered(me, filter) is { } found ? found.All.CountAsync(stop) : Task.FromResult(0);

    /// <summary>The lines of an export, one more than may be exported when there are more.</summary>
    /// <param name="me">Who reads.</param>
    /// <param name="filter">What is looked for.</param>
    /// <param name="stop">Stops the work.</param>
    public async Task<IReadOnlyList<DossierLine>> ExportAsync(CurrentPerson me, DossierFilter filter, CancellationToken stop)
        => Filtered(me, filter) is { } found ? await found.Ordered(filter.EffectiveOrder, back: false).Select(line).Take(MostExported + 1).ToListAsync(stop) : [];

    /// <summary>Dossiers at a level of their limit, the most urgent first, with what was done last.</summary>
    /// <param name="me">Who reads.</param>
    /// <param name="level">The level.</param>
    /// <param name="most">How many.</param>
    /// <param name="stop">Stops the work.</param>
    public async Task<IReadOnlyList<(DossierLine Line, LastAct Last)>> AtLevelAsync(CurrentPerson me, ClockLevel level, int most, CancellationToken stop)
    {
        var found = Filtered(me, new DossierFilter { Level = level, Closed = false, Order = DossierOrder.Due })!.Value.Ordered(DossierOrder.Due, back: false);
        var rows = await found.Take(most).Select(line).ToListAsync(stop);
        var last = await LastAct.OfAsync(db, [.. rows.Select(r => r.Id)], stop);
        return [.. rows.Select(r => (r, last[r.Id]))];
    }

    private Found? Filtered(CurrentPerson me, DossierFilter filter)
    {
        db.Access = me.Access;
        IQueryable<long>? keys = null;
        var found = db.Set<Dossier>().AsNoTracking();
        if (me.Access.UnitId is { } own)
        {
            // The filter of the context says so too; said plainly, the index by unit is used.
            found = found.Where(d => d.UnitId == own);
        }

        if (filter.Words is { } words)
        {
            if (UnifiedSocialCreditCode.TryParse(words, out var code, out _))
            {
                var text = code.ToString();
                found = found.Where(d => d.PartyCode == text);
            }
            else if ((keys = db.Find(words)) is null)
            {
                return null;
            }
        }

        if (filter.Stage is { } group)
        {
            found = group.Stages.Count == 1 ? found.Where(d => d.Stage == group.Stages[0]) : found.Where(d => group.Stages.Contains(d.Stage));
        }

        if (filter.Matter is { } matter)
        {
            found = found.Where(d => d.Matter == matter);
        }
        else if (filter.Field is { } field)
        {
            var matters = law.Matters.All.Where(m => m.Field == field).Select(m => m.Id).ToArray();
            found = found.Where(d => matters.Contains(d.Matter));
        }

        if (filter.Unit is { } unit)
        {
            found = found.Where(d => d.UnitId == unit);
        }

        if (filter.Mine)
        {
            found = OfHandler(found, me.PersonId);
        }

        if (filter.Handler is { } handler)
        {
            found = OfHandler(found, handler);
        }

        if (filter.Outcome is { } outcome)
        {
            found = outcome == "none" ? found.Where(d => d.Outcome == null) : found.Where(d => d.Outcome == outcome);
        }

        if (filter.Part is { } part && filter.State is { } state)
        {
            var place = (int)part;
            var letter = DossierSummary.LetterOf(state).ToString();
            found = found.Where(d => d.Five.Substring(place, 1) == letter);
        }

        if (filter.Level is { } level)
        {
            found = found.Where(ClockLevels.OfDossier(level, time.TodayInBeijing())).Where(d => !d.IsClosed);
        }

        if (filter.From is { } from)
        {
            var least = Dossier.KeyAt(StartOf(from));
            found = found.Where(d => d.SearchKey >= least);
        }

        if (filter.To is { } to)
        {
            var beyond = Dossier.KeyAt(StartOf(to.AddDays(1)));
            found = found.Where(d => d.SearchKey < beyond);
        }

        return new(filter.Closed is { } closed ? found.Where(d => d.IsClosed == closed) : found, keys);
    }

    private IQueryable<Dossier> OfHandler(IQueryable<Dossier> found, Guid person)
        => found.Where(d => db.Set<DossierPerson>().Where(p => p.PersonId == person).Select(p => p.DossierId).Contains(d.Id));

    private static DateTime StartOf(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue).AddHours(-8).Ticks, DateTimeKind.Utc);

    /// <summary>What was found: dossiers, and the keys that their words must have.</summary>
    private readonly record struct Found(IQueryable<Dossier> Dossiers, IQueryable<long>? Keys)
    {
        public IQueryable<Dossier> All => Keys is null ? Dossiers : from key in Keys join d in Dossiers on key equals d.SearchKey select d;

        public IQueryable<Dossier> Ordered(DossierOrder order, bool back) => (order, back, Keys) switch
        {
            (DossierOrder.Changed, false, _) => All.OrderByDescending(d => d.ChangedAt).ThenByDescending(d => d.Id),
            (DossierOrder.Changed, true, _) => All.OrderBy(d => d.ChangedAt).ThenBy(d => d.Id),
            (DossierOrder.Due, false, _) => All.Where(d => d.DueOn != null).OrderBy(d => d.DueOn).ThenBy(d => d.Id),
            (DossierOrder.Due, true, _) => All.Where(d => d.DueOn != null).OrderByDescending(d => d.DueOn).ThenByDescending(d => d.Id),
            (_, false, null) => Dossiers.OrderByDescending(d => d.SearchKey),
            (_, true, null) => Dossiers.OrderBy(d => d.SearchKey),
            (_, false, { } keys) => keys.NewestFirst(Dossiers),
            (_, true, { } keys) => keys.OldestFirst(Dossiers),
        };

        /// <summary>What lies beyond a key; the first comparison alone is the range that the index is asked for.</summary>
        public Found Beyond(DossierOrder order, Key key, bool back)
        {
            var (number, at, on, id) = key;
            return (order, back) switch
            {
                (DossierOrder.Changed, false) => this with { Dossiers = Dossiers.Where(d => d.ChangedAt <= at && (d.ChangedAt < at || d.Id < id)) },
                (DossierOrder.Changed, true) => this with { Dossiers = Dossiers.Where(d => d.ChangedAt >= at && (d.ChangedAt > at || d.Id > id)) },
                (DossierOrder.Due, false) => this with { Dossiers = Dossiers.Where(d => d.DueOn >= on && (d.DueOn > on || d.Id > id)) },
                (DossierOrder.Due, true) => this with { Dossiers = Dossiers.Where(d => d.DueOn <= on && (d.DueOn < on || d.Id < id)) },
                (_, false) => new(Dossiers.Where(d => d.SearchKey < number), Keys?.Where(k => k < number)),
                (_, true) => new(Dossiers.Where(d => d.SearchKey > number), Keys?.Where(k => k > number)),
            };
        }
    }

    /// <summary>Key of a line in an order, as it stands in addresses.</summary>
    private readonly record struct Key(long Number, DateTime At, DateOnly On, Guid Id)
    {
        public static string Of(DossierLine line, DossierOrder order) => order switch
        {
            DossierOrder.Changed => string.Create(CultureInfo.InvariantCulture, $"{line.ChangedAt.Ticks}.{line.Id:N}"),
            DossierOrder.Due => string.Create(CultureInfo.InvariantCulture, $"{line.DueOn!.Value.DayNumber}.{line.Id:N}"),
            _ => line.SearchKey.ToString(CultureInfo.InvariantCulture),
        };

        public static Key? Parse(string? text, DossierOrder order)
        {
            var parts = (text ?? "").Split('.');
            if (!long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                return null;
            }

            if (order == DossierOrder.Opened)
            {
                return new(number, default, default, default);
            }

            return parts.Length != 2 || !Guid.TryParseExact(parts[1], "N", out var id) ? null
                : order == DossierOrder.Changed ? number <= DateTime.MaxValue.Ticks ? new(0, new DateTime(number, DateTimeKind.Utc), default, id) : null
                : number <= DateOnly.MaxValue.DayNumber ? new(0, default, DateOnly.FromDayNumber((int)number), id) : null;
        }
    }
}
