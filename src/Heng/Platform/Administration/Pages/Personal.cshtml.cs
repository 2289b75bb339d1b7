using Heng.Platform.People;
using Heng.Platform.Storage;
using Microsoft.AspNetCore.Authorization;

namespace Heng.Platform.Administration.Pages;

/// <summary>Catalogue of personal data (个人信息目录), for the security administrator.</summary>
/// <param name="office">Knows the bureaus.</param>
/// <param name="signedIn">Who.</param>
/// <param name="db">Reads the bureau.</param>
[Authorize(Roles = "security-admin")]
public sealed class PersonalModel(AdminOffice office, SignedIn signedIn, HengDb db) : AdminPageModel(office, signedIn, db)
{
    /// <inheritdoc/>
    protected override Task<bool> LoadAsync(CancellationToken stop) => Task.FromResult(true);
}
