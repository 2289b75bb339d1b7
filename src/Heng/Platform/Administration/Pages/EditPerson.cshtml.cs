using Heng.Platform.People;
using Heng.Platform.Shell.Kit;
using Heng.Platform.Storage;
using Heng.Platform.Tenancy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Heng.Platform.Administration.Pages;

/// <summary>A person (人员): post and certificates by the system administrator, roles and account by the security administrator.</summary>
/// <param name="office">Knows the bureaus.</param>
/// <param name="signedIn">Who.</param>
/// <param name="db">Reads the bureau.</param>
/// <param name="system">Post and certificates.</param>
/// <param name="security">Roles and account.</param>
[Authorize(Roles = "system-admin,security-admin")]
public sealed class EditPersonModel(AdminOffice office, SignedIn signedIn, HengDb db, SystemDesk system, SecurityDesk security) : AdminPageModel(office, signedIn, db)
{
    /// <summary>The person.</summary>
    [BindProperty(SupportsGet = true, Name = "id")]
    public Guid Id { get; set; }

    /// <summary>The person.</summary>
    public Person Person { get; private set; } = null!;

    /// <summary>The account, or null.</summary>
    public Account? Account { get; private set; }

    /// <summary>What is entered.</summary>
    public PersonForm Form { get; private set; } = new();

    /// <summary>The units.</summary>
    public IReadOnlyList<Choice> Units { get; private set; } = [];

    /// <summary>Name of the unit.</summary>
    public string UnitName => Units.FirstOrDefault(u => u.Value == Person.UnitId.ToString())?.Label ?? "";

    /// <summary>Saves the person.</summary>
    /// <param name="form">What was entered.</param>
    /// <param name="stop">Stops the work.</param>
    public Task<IActionResult> OnPostAsync(PersonForm form, CancellationToken stop)
    {
        Form = form;
        return AnswerAsync(() => system.SavePersonAsync(Me, Bureau.Id, Id, form, stop), null, stop);
    }

    /// <summary>Records a certificate.</summary>
    /// <param name="number">Number.</param>
    /// <param name="certificateFrom">First day.</param>
    /// <param name="certificateUntil">Last day.</param>
    /// <param name="stop">Stops the work.</param>
    public Task<IActionResult> OnPostCertificateAsync(string? number, DateOnly? certificateFrom, DateOnly? certificateUntil, CancellationToken stop)
        => AnswerAsync(() => system.AddCertificateAsync(Me, Bureau.Id, Id, number, certificateFrom, certificateUntil, stop), null, stop);

    /// <summary>Sets the last day of a certificate.</summary>
    /// <param name="item">The certificate.</param>
    /// <param name="until">Last day.</param>
    /// <param name="stop">Stops the work.</param>
    public Task<IActionResult> OnPostEndCertificateAsync(Guid item, DateOnly? until, CancellationToken stop)
        => AnswerAsync(() => system.EndCertificateAsync(Me, Bureau.Id, item, until, stop), null, stop);

    /// <summary>Grants a role.</summary>
    /// <param name="role">The role.</param>
    /// <param name="from">First day.</param>
    /// <param name="until">Last day.</param>
    /// <param name="stop">Stops the work.</param>
    public Task<IActionResult> OnPostRoleAsync(string? role, DateOnly? from, DateOnly? until, CancellationToken stop)
        => AnswerAsync(() => security.GrantRoleAsync(Me, Bureau.Id, Id, role, from, until, stop), null, stop);

    /// <summary>Sets the last day of a role.</summary>
    /// <param name="item">The grant.</param>
    /// <param name="until">Last day.</param>
    /// <param name="stop">Stops the work.</param>
    public Task<IActionResult> OnPostEndRoleAsync(Guid item, DateOnly? until, CancellationToken stop)
        => AnswerAsync(() => security.EndRoleAsync(Me, Bureau.Id, item, until, stop), null, stop);

    /// <summary>Opens or changes the account.</summary>
    /// <param name="what">What to do.</param>
    /// <param name="account">Sign-in name of a new account.</param>
    /// <param name="stop">Stops the work.</param>
    public Task<IActionResult> OnPostAccountAsync(string? what, string? account, CancellationToken stop)
        => AnswerAsync(() => what switch
        {
            "open" => security.OpenAccountAsync(Me, Bureau.Id, Id, account, stop),
            "password" => security.ResetPasswordAsync(Me, Bureau.Id, Id, stop),
            "factor" => security.ResetSecondFactorAsync(Me, Bureau.Id, Id, stop),
            "lock" => security.LockAsync(Me, Bureau.Id, Id, stop),
            "unlock" => security.UnlockAsync(Me, Bureau.Id, Id, stop),
            "sessions" => security.EndSessionsAsync(Me, Bureau.Id, Id, stop),
            _ => Task.FromResult<AdminOutcome>(new AdminOutcome.NotFound()),
        }, null, stop);

    /// <inheritdoc/>
    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        if (await Db.Set<Person>().AsNoTracking().Include(p => p.Grants).Include(p => p.Certificates).AsSplitQuery().FirstOrDefaultAsync(p => p.Id == Id, stop) is not { } person)
        {
            return false;
        }

        Person = person;
        Account = person.AccountId is { } account && Holds(PersonRoles.SecurityAdmin) ? await Db.Set<Account>().AsNoTracking().FirstAsync(a => a.Id == account, stop) : null;
        Units = [.. (await Db.Set<Unit>().AsNoTracking().OrderBy(u => u.Name).ToListAsync(stop)).Select(u => new Choice(u.Id.ToString(), u.Name))];
        if (Form.Name is null)
        {
            Form = new PersonForm { Unit = person.UnitId, Name = person.Name, Post = person.Post, HasLegalQualification = person.HasLegalQualification, ReviewedBeforeQualification = person.ReviewedBeforeQualification, JoinedOn = person.JoinedOn, LeftOn = person.LeftOn };
        }

        return true;
    }
}
