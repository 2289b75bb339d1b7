using Heng.Platform.People;
using Heng.Platform.Storage;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Heng.Platform.Administration.Pages;

/// <summary>A bureau, new or changed (机关资料).</summary>
/// <param name="office">Knows the bureaus.</param>
/// <param name="signedIn">Who.</param>
/// <param name="db">Reads the bureau.</param>
/// <param name="desk">Makes the change.</param>
[Authorize(Roles = "system-admin")]
public sealed class EditBureauModel(AdminOffice office, SignedIn signedIn, HengDb db, SystemDesk desk) : AdminPageModel(office, signedIn, db)
{
    /// <summary>New or edit.</summary>
    [BindProperty(SupportsGet = true, Name = "what")]
    public string What { get; set; } = "";

    /// <summary>Whether a bureau is made.</summary>
    public bool IsNew => What == "new";

    /// <summary>What is entered.</summary>
    public BureauForm Form { get; private set; } = new();

    /// <summary>Saves.</summary>
    /// <param name="form">What was entered.</param>
    /// <param name="stop">Stops the work.</param>
    public Task<IActionResult> OnPostAsync(BureauForm form, CancellationToken stop)
    {
        Form = form;
        return AnswerAsync(() => IsNew ? desk.AddBureauAsync(Me, Bureau.Id, form, stop) : desk.ChangeBureauAsync(Me, Bureau.Id, form, stop), _ => Link(AdminLinks.Bureaus), stop);
    }

    /// <inheritdoc/>
    protected override Task<bool> LoadAsync(CancellationToken stop)
    {
        if (Problems.Count == 0)
        {
            Form = IsNew
                ? new BureauForm { LawRegion = Bureau.LawRegion, HashProfile = Bureau.HashProfile }
                : new BureauForm { Level = Bureau.Level, Name = Bureau.Name, ShortName = Bureau.ShortName, AreaCode = Bureau.AreaCode, LawRegion = Bureau.LawRegion, Address = Bureau.Address, Telephone = Bureau.Telephone, Government = Bureau.Government, Court = Bureau.Court, HashProfile = Bureau.HashProfile };
        }

        return Task.FromResult(true);
    }
}
