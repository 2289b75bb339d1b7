using Heng.Platform.People;
using Heng.Platform.Settings;
using Heng.Platform.Storage;
using Microsoft.AspNetCore.Authorization;

namespace Heng.Platform.Administration.Pages;

/// <summary>Certificates that expire (到期执法证件).</summary>
/// <param name="office">Knows the bureaus.</param>
/// <param name="signedIn">Who.</param>
/// <param name="db">Reads the bureau.</param>
/// <param name="directory">The people.</param>
/// <param name="settings">How long before.</param>
[Authorize(Roles = "system-admin")]
public sealed class CertificatesModel(AdminOffice office, SignedIn signedIn, HengDb db, PeopleDirectory directory, SettingsDesk settings) : AdminPageModel(office, signedIn, db)
{
    /// <summary>How long before the end a certificate is listed.</summary>
    public int Days { get; private set; }

    /// <summary>The officers without a certificate that lasts, their unit and last certificate.</summary>
    public IReadOnlyList<(Person Person, string Unit, Certificate? Last)> Rows { get; private set; } = [];

    /// <inheritdoc/>
    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        Days = (await settings.OfAsync(Bureau.Id, stop)).Number(PlatformSettings.CertificateWarningDays);
        var house = await directory.OfAsync(Bureau.Id, stop);
        Rows = [.. house.People.Where(p => (p.RolesOn(Today) & PersonRoles.Officer) != 0)
            .Select(p => (Person: p, Unit: house.Units.FirstOrDefault(u => u.Id == p.UnitId)?.Name ?? "", Last: p.Certificates.MaxBy(c => c.Until)))
            .Where(r => r.Last is null || r.Last.Until <= Today.AddDays(Days))
            .OrderBy(r => r.Last?.Until)];
        return true;
    }
}
