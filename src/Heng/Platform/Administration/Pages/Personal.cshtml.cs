using Heng.Platform.People;
using Heng.Platform.Record;
using Heng.Platform.Settings;
using Heng.Platform.Storage;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Heng.Platform.Administration.Pages;

/// <summary>Catalogue of personal data (个人信息目录), for the security administrator: what is kept and why, the assessments and audits, and how long dossiers are kept.</summary>
/// <param name="office">Knows the bureaus.</param>
/// <param name="signedIn">Who.</param>
/// <param name="db">Reads the bureau.</param>
/// <param name="desk">Records a review.</param>
/// <param name="settings">When the next audit is due.</param>
/// <param name="retention">Counts what was kept long enough.</param>
[Authorize(Roles = "security-admin")]
public sealed class PersonalModel(AdminOffice office, SignedIn signedIn, HengDb db, SecurityDesk desk, SettingsDesk settings, IRetention retention) : AdminPageModel(office, signedIn, db)
{
    /// <summary>The form.</summary>
    public PrivacyReviewForm Form { get; private set; } = new();

    /// <summary>What was reviewed, the newest first.</summary>
    public IReadOnlyList<PrivacyReview> Reviews { get; private set; } = [];

    /// <summary>The day on which the next audit is due; today while there was none.</summary>
    public DateOnly AuditDueOn { get; private set; }

    /// <summary>The last audit; null for none.</summary>
    public PrivacyReview? LastAudit => Reviews.FirstOrDefault(r => r.Kind == PrivacyReview.Audit);

    /// <summary>The last impact assessment; null for none.</summary>
    public PrivacyReview? LastAssessment => Reviews.FirstOrDefault(r => r.Kind == PrivacyReview.Assessment);

    /// <summary>Years for which a finished dossier is kept.</summary>
    public int KeepYears { get; private set; }

    /// <summary>Finished dossiers that were kept for so long, and the day of the oldest.</summary>
    public (int Count, DateOnly? Oldest) Kept { get; private set; }

    /// <summary>Records a review.</summary>
    /// <param name="form">The form.</param>
    /// <param name="stop">Stops the work.</param>
    public Task<IActionResult> OnPostAsync([FromForm] PrivacyReviewForm form, CancellationToken stop)
    {
        Form = form;
        return AnswerAsync(() => desk.RecordReviewAsync(Me, Bureau.Id, form, stop), null, stop);
    }

    /// <inheritdoc/>
    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        Reviews = await Db.Set<PrivacyReview>().AsNoTracking().OrderByDescending(r => r.On).ThenByDescending(r => r.At).Take(50).ToListAsync(stop);
        var effective = await settings.OfAsync(Bureau.Id, stop);
        AuditDueOn = LastAudit?.On.AddMonths(effective.Number(PlatformSettings.PrivacyAuditMonths)) ?? Today;
        KeepYears = effective.Number(PlatformSettings.PrivacyKeepYears);
        Kept = await retention.FinishedBeforeAsync(Db, Today.AddYears(-KeepYears), stop);
        return true;
    }
}
