using Heng.Platform.People;
using Heng.Platform.Record;
using Heng.Platform.Settings;
using Heng.Platform.Storage;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Heng.Platform.Administration.Pages;

/// <summary>Security log of a bureau (安全日志), for the audit administrator.</summary>
/// <param name="office">Knows the bureaus.</param>
/// <param name="signedIn">Who.</param>
/// <param name="db">Reads the bureau.</param>
/// <param name="settings">How long the log is kept.</param>
[Authorize(Roles = "audit-admin")]
public sealed class LogModel(AdminOffice office, SignedIn signedIn, HengDb db, SettingsDesk settings) : AdminPageModel(office, signedIn, db)
{
    private const int PageSize = 50;

    /// <summary>Only this kind of event.</summary>
    [BindProperty(SupportsGet = true, Name = "code")]
    public string? Code { get; set; }

    /// <summary>Only what was read of the dossier with this number, for the request of a person whose data lie in it.</summary>
    [BindProperty(SupportsGet = true, Name = "dossier")]
    public string? Dossier { get; set; }

    /// <summary>From this day.</summary>
    [BindProperty(SupportsGet = true, Name = "from")]
    public DateOnly? From { get; set; }

    /// <summary>Until this day.</summary>
    [BindProperty(SupportsGet = true, Name = "until")]
    public DateOnly? Until { get; set; }

    /// <summary>Only entries before this number.</summary>
    [BindProperty(SupportsGet = true, Name = "before")]
    public int? Before { get; set; }

    /// <summary>Whether the chain is checked.</summary>
    [BindProperty(SupportsGet = true, Name = "check")]
    public bool Checks { get; set; }

    /// <summary>How long the log is kept, in days.</summary>
    public int KeepDays { get; private set; }

    /// <summary>What is wrong with the chain; null when it was not checked.</summary>
    public IReadOnlyList<string>? Faults { get; private set; }

    /// <summary>The entries, the newest first.</summary>
    public IReadOnlyList<SecurityEntry> Rows { get; private set; } = [];

    /// <summary>Address of the entries before.</summary>
    public string? Older { get; private set; }

    /// <inheritdoc/>
    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        KeepDays = (await settings.OfAsync(Bureau.Id, stop)).Number(PlatformSettings.SecurityLogDays);
        Faults = Checks ? await SecurityLog.FaultsAsync(Db, stop) : null;
        var rows = Db.Set<SecurityEntry>().AsNoTracking();
        rows = string.IsNullOrEmpty(Code) ? rows : rows.Where(e => e.Code == Code);
        if (Dossier?.Trim() is { Length: > 0 } number)
        {
            // Readings for a reason of duty, exports, and openings of the vault, which say what was read before the number.
            var behind = "：" + number;
            rows = rows.Where(e => e.Subject == number || e.Subject.EndsWith(behind));
        }

        rows = From is { } from ? rows.Where(e => e.At >= Beginning(from)) : rows;
        rows = Until is { } until ? rows.Where(e => e.At < Beginning(until.AddDays(1))) : rows;
        rows = Before is { } before ? rows.Where(e => e.Number < before) : rows;
        Rows = await rows.OrderByDescending(e => e.Number).Take(PageSize).ToListAsync(stop);
        Older = Rows.Count < PageSize ? null : Link(AdminLinks.Log) + $"&code={Uri.EscapeDataString(Code ?? "")}&dossier={Uri.EscapeDataString(Dossier ?? "")}&from={AdminWords.Day(From)}&until={AdminWords.Day(Until)}&before={Rows[^1].Number}";
        return true;
    }

    /// <summary>The instant at which a Beijing day begins.</summary>
    private static DateTime Beginning(DateOnly day) => DateTime.SpecifyKind(day.ToDateTime(TimeOnly.MinValue), DateTimeKind.Utc).AddHours(-8);
}
