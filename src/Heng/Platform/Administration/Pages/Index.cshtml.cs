using Heng.Platform.People;
using Heng.Platform.Storage;
using Microsoft.AspNetCore.Authorization;

namespace Heng.Platform.Administration.Pages;

/// <summary>The administrators' first page (系统管理).</summary>
/// <param name="office">Knows the bureaus.</param>
/// <param name="signedIn">Who.</param>
/// <param name="db">Reads the bureau.</param>
[Authorize(Roles = "system-admin,security-admin,audit-admin")]
public sealed class IndexModel(AdminOffice office, SignedIn signedIn, HengDb db) : AdminPageModel(office, signedIn, db)
{
    /// <inheritdoc/>
    protected override Task<bool> LoadAsync(CancellationToken stop) => Task.FromResult(true);
}
