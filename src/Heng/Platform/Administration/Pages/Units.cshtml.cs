using Heng.Platform.People;
using Heng.Platform.Storage;
using Heng.Platform.Tenancy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Heng.Platform.Administration.Pages;

/// <summary>Units of a bureau (内设机构).</summary>
/// <param name="office">Knows the bureaus.</param>
/// <param name="signedIn">Who.</param>
/// <param name="db">Reads the bureau.</param>
/// <param name="desk">Makes the change.</param>
[Authorize(Roles = "system-admin")]
public sealed class UnitsModel(AdminOffice office, SignedIn signedIn, HengDb db, SystemDesk desk) : AdminPageModel(office, signedIn, db)
{
    /// <summary>The unit that is changed; null for a new one.</summary>
    [BindProperty(SupportsGet = true, Name = "id")]
    public Guid? Id { get; set; }

    /// <summary>The units.</summary>
    public IReadOnlyList<Unit> Units { get; private set; } = [];

    /// <summary>How many people are in each.</summary>
    public IReadOnlyDictionary<Guid, int> Staff { get; private set; } = new Dictionary<Guid, int>();

    /// <summary>What is entered.</summary>
    public UnitForm Form { get; private set; } = new();

    /// <summary>Saves.</summary>
    /// <param name="form">What was entered.</param>
    /// <param name="stop">Stops the work.</param>
    public Task<IActionResult> OnPostAsync(UnitForm form, CancellationToken stop)
    {
        Form = form;
        return AnswerAsync(() => desk.SaveUnitAsync(Me, Bureau.Id, Id, form, stop), _ => Link(AdminLinks.Units), stop);
    }

    /// <inheritdoc/>
    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        Units = await Db.Set<Unit>().AsNoTracking().OrderBy(u => u.Name).ToListAsync(stop);
        Staff = await Db.Set<Person>().Where(p => p.LeftOn == null || p.LeftOn > Today).GroupBy(p => p.UnitId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        if (Id is { } id)
        {
            if (Units.FirstOrDefault(u => u.Id == id) is not { } unit)
            {
                return false;
            }

            if (Problems.Count == 0)
            {
                Form = new UnitForm { Name = unit.Name, Sort = unit.IsDelegated ? UnitSort.Delegated : unit.IsStation ? UnitSort.Station : UnitSort.Division, ClosedOn = unit.ClosedOn };
            }
        }

        return true;
    }
}
