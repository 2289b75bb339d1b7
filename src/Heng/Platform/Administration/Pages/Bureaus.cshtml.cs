using Heng.Platform.People;
using Heng.Platform.Storage;
using Heng.Platform.Tenancy;
using Microsoft.AspNetCore.Authorization;

namespace Heng.Platform.Administration.Pages;

/// <summary>The tree of bureaus (机关层级).</summary>
/// <param name="office">Knows the bureaus.</param>
/// <param name="signedIn">Who.</param>
/// <param name="db">Reads the bureau.</param>
[Authorize(Roles = "system-admin")]
public sealed class BureausModel(AdminOffice office, SignedIn signedIn, HengDb db) : AdminPageModel(office, signedIn, db)
{
    /// <summary>How far below the person's own bureau another lies, at most 3.</summary>
    /// <param name="bureau">The other.</param>
    public int DepthOf(Bureau bureau)
    {
        ArgumentNullException.ThrowIfNull(bureau);
        return Math.Min(3, bureau.Path.Count(c => c == '/') - Bureaus[0].Path.Count(c => c == '/'));
    }

    /// <inheritdoc/>
    protected override Task<bool> LoadAsync(CancellationToken stop) => Task.FromResult(true);
}
