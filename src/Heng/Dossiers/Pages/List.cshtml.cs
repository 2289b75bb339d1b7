using Heng.Dossiers.Model;
using Heng.Dossiers.Storage;
using Heng.Law;
using Heng.Platform.People;
using Heng.Platform.Shell;
using Heng.Platform.Shell.Kit;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Heng.Dossiers.Pages;

/// <summary>Dossier list (档案列表): filters, search, saved views and export; everything that it shows stands in its address.</summary>
/// <param name="list">Reads the list.</param>
/// <param name="views">Keeps the saved views.</param>
/// <param name="directory">The units and the people.</param>
/// <param name="law">The stages and the matters.</param>
/// <param name="signedIn">The person.</param>
/// <param name="time">The clock.</param>
[Authorize(Roles = RoleNames.CodesOfCases)]
internal sealed class ListModel(DossierList list, SavedViews views, PeopleDirectory directory, LawSet law, SignedIn signedIn, TimeProvider time) : PageModel
{
    private House house = null!;

    /// <summary>The person.</summary>
    public CurrentPerson Me => signedIn.Person!;

    /// <summary>Today in Beijing.</summary>
    public DateOnly Today { get; private set; }

    /// <summary>What is looked for.</summary>
    public DossierFilter Filter { get; private set; } = new();

    /// <summary>The lines.</summary>
    public DossierPage Lines { get; private set; } = new([], null, null);

    /// <summary>How many there are; null unless asked.</summary>
    public int? Total { get; private set; }

    /// <summary>The saved views.</summary>
    public IReadOnlyList<SavedView> Views { get; private set; } = [];

    /// <summary>What is wrong with the view to be saved.</summary>
    public IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    /// <summary>The fields of matters.</summary>
    public IEnumerable<Choice> Fields => law.Matters.Fields.Select(f => new Choice(f.Id, f.Chinese));

    /// <summary>The matters of the field chosen.</summary>
    public IEnumerable<Choice> Matters => law.Matters.All.Where(m => m.Field == Filter.Field || m.Id == Filter.Matter).Select(m => new Choice(m.Id, m.Chinese));

    /// <summary>The units that the person sees.</summary>
    public IEnumerable<Choice> Units => house.Units.Where(u => Me.Access.UnitId is not { } own || u.Id == own).Select(u => new Choice(u.Id.ToString(), u.Name));

    /// <summary>The officers that the person sees.</summary>
    public IEnumerable<Choice> Handlers => house.People.Where(p => (p.RolesOn(Today) & PersonRoles.Officer) != 0)
        .Where(p => Me.Access.UnitId is { } own ? p.UnitId == own : Filter.Unit is not { } unit || p.UnitId == unit).Select(p => new Choice(p.Id.ToString(), p.Name));

    /// <summary>Name of a unit.</summary>
    /// <param name="id">The unit.</param>
    public string UnitName(Guid id) => house.Units.FirstOrDefault(u => u.Id == id)?.Name ?? "";

    /// <summary>Name of a stage.</summary>
    /// <param name="id">The stage.</param>
    public string StageName(string id) => id.Length == 0 ? "未立案源" : law.Procedure.Find(id)?.Chinese ?? id;

    /// <summary>The address of the list with another filter or place.</summary>
    /// <param name="filter">The filter.</param>
    /// <param name="name">Name of a further value.</param>
    /// <param name="value">The value.</param>
    public static string Address(DossierFilter filter, string? name = null, string? value = null)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var query = filter.ToQuery();
        return DossierLinks.List + query + (name is null ? "" : $"{(query.Length == 0 ? '?' : '&')}{name}={value}");
    }

    /// <summary>Shows the list.</summary>
    /// <param name="stop">Stops the work.</param>
    public Task OnGetAsync(CancellationToken stop) => ShowAsync(DossierFilter.Of(Request.Query), stop);

    /// <summary>Saves the filter of the form as a view.</summary>
    /// <param name="name">The name.</param>
    /// <param name="query">The filter.</param>
    /// <param name="stop">Stops the work.</param>
    public async Task<IActionResult> OnPostSaveAsync(string? name, string? query, CancellationToken stop)
    {
        var filter = DossierFilter.Parse(query);
        if (await views.SaveAsync(Me, name, filter, stop) is not { } wrong)
        {
            return LocalRedirect(Address(filter));
        }

        await ShowAsync(filter, stop);
        Problems = [new FieldProblem("name", wrong)];
        Response.StatusCode = 400;
        return Page();
    }

    /// <summary>Forgets a view.</summary>
    /// <param name="view">The view.</param>
    /// <param name="query">The filter shown.</param>
    /// <param name="stop">Stops the work.</param>
    public async Task<IActionResult> OnPostForgetAsync(Guid view, string? query, CancellationToken stop)
    {
        await views.ForgetAsync(Me, view, stop);
        return LocalRedirect(Address(DossierFilter.Parse(query)));
    }

    private async Task ShowAsync(DossierFilter filter, CancellationToken stop)
    {
        (Filter, Today) = (filter, time.TodayInBeijing());
        house = await directory.OfAsync(Me.BureauId, stop);
        Views = await views.OfAsync(Me, stop);
        Lines = await list.PageAsync(Me, filter, Request.Query["before"], Request.Query["after"], stop);
        Total = Request.Query["count"] == "1" ? await list.CountAsync(Me, filter, stop) : null;
    }
}
