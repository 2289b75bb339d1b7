using System.Globalization;
using Heng.Platform.People;
using Heng.Platform.Shell;
using Heng.Platform.Storage;
using Heng.Publication.Model;
using Microsoft.EntityFrameworkCore;

namespace Heng.Publication.Storage;

/// <summary>What is looked for in the public list (公示查询条件).</summary>
/// <param name="Words">Party, credit code or number of the decision.</param>
/// <param name="Matter">Id of the matter.</param>
/// <param name="Region">Region of the bureau.</param>
public sealed record PublicFilter(string? Words, string? Matter, string? Region)
{
    /// <summary>Whether nothing is asked.</summary>
    public bool IsEmpty => Words is null && Matter is null && Region is null;
}

/// <summary>A page of the public list.</summary>
/// <param name="Lines">The lines.</param>
/// <param name="After">Where the next page begins; null on the last.</param>
public sealed record PublicPage(IReadOnlyList<PublishedDecision> Lines, string? After);

/// <summary>Public register (公示簿): what is on display today, of every bureau; and for a bureau all that it ever published.</summary>
/// <remarks>Whether something is on display is asked of its days when it is read: no job has to run for a display to end.</remarks>
/// <param name="db">Reads what was published.</param>
/// <param name="time">The clock.</param>
public sealed class PublicRegister(HengDb db, TimeProvider time)
{
    /// <summary>Lines on a page.</summary>
    public const int PageSize = 20;

    /// <summary>Most lines in a file for the platform.</summary>
    public const int MostInFile = 10_000;

    private const int LongestWords = 100;

    /// <summary>A page of what is on display.</summary>
    /// <param name="filter">What is looked for.</param>
    /// <param name="after">Key of the last line of the page before.</param>
    /// <param name="stop">Stops the work.</param>
    public async Task<PublicPage> PageAsync(PublicFilter filter, string? after, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var found = OnDisplay();
        if (filter.Words is { } words)
        {
            var text = words.Length > LongestWords ? words[..LongestWords] : words;
            var code = text.ToUpperInvariant();
            found = found.Where(p => p.Party.Contains(text) || p.Number.Contains(text) || p.PartyCode == code);
        }

        if (filter.Matter is { } matter)
        {
            found = found.Where(p => p.Matter == matter);
        }

        if (filter.Region is { } region)
        {
            var below = region + "-";
            found = found.Where(p => p.Region == region || p.Region.StartsWith(below));
        }

        if (Parse(after) is var (on, id))
        {
            found = found.Where(p => p.PublishedOn <= on && (p.PublishedOn < on || p.Id < id));
        }

        var lines = await found.OrderByDescending(p => p.PublishedOn).ThenByDescending(p => p.Id).Take(PageSize + 1).ToListAsync(stop);
        var isMore = lines.Count > PageSize;
        return new PublicPage(isMore ? lines[..PageSize] : lines, isMore ? Key(lines[PageSize - 1]) : null);
    }

    /// <summary>A publication that the public may see: on display, or withdrawn with its reason; null for any other.</summary>
    /// <param name="id">Id of the publication.</param>
    /// <param name="stop">Stops the work.</param>
    public async Task<PublishedDecision?> FindAsync(Guid id, CancellationToken stop)
    {
        var today = time.TodayInBeijing();
        return await db.AcrossBureaus<PublishedDecision>().AsNoTracking()
            .FirstOrDefaultAsync(p => p.Id == id && (p.WithdrawnOn != null || (p.EndedOn == null && (p.ShownUntil == null || p.ShownUntil >= today))), stop);
    }

    /// <summary>What a bureau published between two days, the last first.</summary>
    /// <param name="me">Who reads.</param>
    /// <param name="from">First day; null for the beginning.</param>
    /// <param name="to">Last day; null for today.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="stop">Stops the work.</param>
    public async Task<IReadOnlyList<PublishedDecision>> OfBureauAsync(CurrentPerson me, DateOnly? from, DateOnly? to, int most, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(me);
        db.Access = me.Access;
        var found = db.Set<PublishedDecision>().AsNoTracking();
        if (from is { } first)
        {
            found = found.Where(p => p.PublishedOn >= first);
        }

        if (to is { } last)
        {
            found = found.Where(p => p.PublishedOn <= last);
        }

        return await found.OrderByDescending(p => p.PublishedOn).ThenByDescending(p => p.Id).Take(most).ToListAsync(stop);
    }

    /// <summary>How a publication stands on a day, in Chinese.</summary>
    /// <param name="row">The publication.</param>
    /// <param name="today">The day.</param>
    public static string StateOf(PublishedDecision row, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.WithdrawnOn is { } withdrawn ? $"{withdrawn:yyyy-MM-dd} 撤回"
            : row.EndedOn is { } ended ? $"{ended:yyyy-MM-dd} 因信用修复停止（{row.EndedBy}）"
            : row.ShownUntil is { } until && until < today ? $"公示期届满，{until.AddDays(1):yyyy-MM-dd} 自动停止"
            : "公示中";
    }

    private IQueryable<PublishedDecision> OnDisplay()
    {
        var today = time.TodayInBeijing();
        return db.AcrossBureaus<PublishedDecision>().AsNoTracking().Where(p => p.WithdrawnOn == null && p.EndedOn == null && (p.ShownUntil == null || p.ShownUntil >= today));
    }

    private static string Key(PublishedDecision row) => string.Create(CultureInfo.InvariantCulture, $"{row.PublishedOn.DayNumber}.{row.Id:N}");

    private static (DateOnly On, Guid Id)? Parse(string? key)
        => (key ?? "").Split('.') is [var number, var id] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var day) && day <= DateOnly.MaxValue.DayNumber && Guid.TryParseExact(id, "N", out var parsed)
            ? (DateOnly.FromDayNumber(day), parsed) : null;
}
