using Heng.Platform.People;
using Heng.Platform.Storage;
using Heng.Platform.Tenancy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Heng.Platform.Administration.Pages;

/// <summary>People of a bureau (人员).</summary>
/// <param name="office">Knows the bureaus.</param>
/// <param name="signedIn">Who.</param>
/// <param name="db">Reads the bureau.</param>
[Authorize(Roles = "system-admin,security-admin")]
public sealed class PeopleModel(AdminOffice office, SignedIn signedIn, HengDb db) : AdminPageModel(office, signedIn, db)
{
    /// <summary>People on a page.</summary>
    public const int PageSize = 50;

    /// <summary>Only of this unit.</summary>
    [BindProperty(SupportsGet = true, Name = "unit")]
    public Guid? UnitId { get; set; }

    /// <summary>Only in this state.</summary>
    [BindProperty(SupportsGet = true, Name = "state")]
    public string? State { get; set; }

    /// <summary>The page, from 1. The name <c>page</c> is taken by Razor Pages as a route value, so it is read from the query.</summary>
    public int PageNumber => int.TryParse(Request.Query["page"], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var page) && page is > 0 and < 100_000 ? page : 1;

    /// <summary>The units.</summary>
    public IReadOnlyList<Unit> Units { get; private set; } = [];

    /// <summary>The people.</summary>
    public IReadOnlyList<Person> Rows { get; private set; } = [];

    /// <summary>How many there are.</summary>
    public int Total { get; private set; }

    /// <summary>The name of a unit.</summary>
    /// <param name="id">The unit.</param>
    public string UnitOf(Guid id) => Units.FirstOrDefault(u => u.Id == id)?.Name ?? "";

    /// <inheritdoc/>
    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        var today = Today;
        Units = await Db.Set<Unit>().AsNoTracking().OrderBy(u => u.Name).ToListAsync(stop);
        var people = Db.Set<Person>().AsNoTracking().Where(p => State == "left" ? p.LeftOn <= today : p.LeftOn == null || p.LeftOn > today);
        people = UnitId is { } unit ? people.Where(p => p.UnitId == unit) : people;
        people = State switch
        {
            "no-account" => people.Where(p => p.AccountId == null),
            "no-role" => people.Where(p => !p.Grants.Any(g => g.From <= today && (g.Until == null || g.Until >= today))),
            _ => people,
        };
        Total = await people.CountAsync(stop);
        Rows = await people.Include(p => p.Grants).Include(p => p.Certificates).AsSplitQuery().OrderBy(p => p.Name).ThenBy(p => p.Id).Skip((PageNumber - 1) * PageSize).Take(PageSize).ToListAsync(stop);
        return true;
    }
}
