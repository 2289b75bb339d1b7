using Heng.Platform.People;
using Heng.Platform.Settings;
using Heng.Platform.Storage;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Heng.Platform.Administration.Pages;

/// <summary>One setting of a bureau with its history (设置).</summary>
/// <param name="office">Knows the bureaus.</param>
/// <param name="signedIn">Who.</param>
/// <param name="db">Reads the bureau.</param>
/// <param name="desk">Makes the change.</param>
/// <param name="settings">The settings.</param>
[Authorize(Roles = "system-admin")]
public sealed class EditSettingModel(AdminOffice office, SignedIn signedIn, HengDb db, SystemDesk desk, SettingsDesk settings) : AdminPageModel(office, signedIn, db)
{
    /// <summary>Name of the setting.</summary>
    [BindProperty(SupportsGet = true, Name = "name")]
    public string Name { get; set; } = "";

    /// <summary>The setting as it holds.</summary>
    public EffectiveSetting Setting { get; private set; } = null!;

    /// <summary>The bureau's decisions, the last first.</summary>
    public IReadOnlyList<SettingRow> History { get; private set; } = [];

    /// <summary>Own value, or that of the level above.</summary>
    public string Follow { get; private set; } = "own";

    /// <summary>The values entered.</summary>
    public IReadOnlyList<string> Chosen { get; private set; } = [];

    /// <summary>Whether it is locked for the levels below.</summary>
    public bool IsLocked { get; private set; }

    /// <summary>The reason entered.</summary>
    public string? Reason { get; private set; }

    /// <summary>Decides.</summary>
    /// <param name="follow">Own value, or that of the level above.</param>
    /// <param name="value">The values.</param>
    /// <param name="locked">Whether the levels below may not decide otherwise.</param>
    /// <param name="reason">Why.</param>
    /// <param name="stop">Stops the work.</param>
    public Task<IActionResult> OnPostAsync(string? follow, string[] value, string? locked, string? reason, CancellationToken stop)
    {
        (Follow, Chosen, IsLocked, Reason) = (follow ?? "own", value ?? [], locked == "yes", reason);
        return AnswerAsync(() => desk.DecideAsync(Me, Bureau.Id, Name, Follow == "above" ? null : string.Join(',', Chosen), IsLocked, reason, stop), _ => Link(AdminLinks.Settings), stop);
    }

    /// <inheritdoc/>
    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        if ((await settings.ReadAsync(Db, Bureau.Id, stop)).Find(Name) is not { } setting)
        {
            return false;
        }

        Setting = setting;
        History = await Db.Set<SettingRow>().AsNoTracking().Where(r => r.Name == Name).OrderByDescending(r => r.Number).ToListAsync(stop);
        if (Problems.Count == 0)
        {
            Chosen = setting.Definition.Kind == SettingKind.Choices ? setting.Value.Split(',') : [setting.Value];
            Follow = setting.Own is { Value: null } ? "above" : "own";
            IsLocked = setting.Own?.IsLocked == true;
        }

        return true;
    }
}
