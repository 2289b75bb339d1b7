using Heng.Platform.People;
using Heng.Platform.Shell.Kit;
using Heng.Platform.Storage;
using Heng.Platform.Tenancy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Heng.Platform.Administration.Pages;

/// <summary>A new person (新增人员).</summary>
/// <param name="office">Knows the bureaus.</param>
/// <param name="signedIn">Who.</param>
/// <param name="db">Reads the bureau.</param>
/// <param name="desk">Makes the change.</param>
[Authorize(Roles = "system-admin")]
public sealed class NewPersonModel(AdminOffice office, SignedIn signedIn, HengDb db, SystemDesk desk) : AdminPageModel(office, signedIn, db)
{
    /// <summary>What is entered.</summary>
    public PersonForm Form { get; private set; } = new();

    /// <summary>The units.</summary>
    public IReadOnlyList<Choice> Units { get; private set; } = [];

    /// <summary>Saves.</summary>
    /// <param name="form">What was entered.</param>
    /// <param name="stop">Stops the work.</param>
    public Task<IActionResult> OnPostAsync(PersonForm form, CancellationToken stop)
    {
        Form = form;
        return AnswerAsync(() => desk.SavePersonAsync(Me, Bureau.Id, null, form, stop), done => Link(AdminLinks.People, done.Id), stop);
    }

    /// <inheritdoc/>
    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        Units = [.. (await Db.Set<Unit>().AsNoTracking().Where(u => u.ClosedOn == null).OrderBy(u => u.Name).ToListAsync(stop)).Select(u => new Choice(u.Id.ToString(), u.Name))];
        Form = Problems.Count == 0 ? new PersonForm { JoinedOn = Today } : Form;
        return true;
    }
}
