using Heng.Platform.People;
using Heng.Platform.Settings;
using Heng.Platform.Storage;
using Microsoft.AspNetCore.Authorization;

namespace Heng.Platform.Administration.Pages;

/// <summary>Settings of a bureau (设置).</summary>
/// <param name="office">Knows the bureaus.</param>
/// <param name="signedIn">Who.</param>
/// <param name="db">Reads the bureau.</param>
/// <param name="settings">The settings.</param>
[Authorize(Roles = "system-admin")]
public sealed class SettingsModel(AdminOffice office, SignedIn signedIn, HengDb db, SettingsDesk settings) : AdminPageModel(office, signedIn, db)
{
    /// <summary>The settings.</summary>
    public IReadOnlyList<EffectiveSetting> All { get; private set; } = [];

    /// <inheritdoc/>
    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        All = (await settings.ReadAsync(Db, Bureau.Id, stop)).All;
        return true;
    }
}
