using Heng.Law;
using Heng.Platform.People;
using Heng.Platform.Settings;
using Heng.Platform.Shell.Kit;
using Heng.Platform.Storage;
using Heng.Platform.Tenancy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Heng.Platform.Administration.Pages;

/// <summary>List of powers of a bureau (权责清单).</summary>
/// <param name="office">Knows the bureaus.</param>
/// <param name="signedIn">Who.</param>
/// <param name="db">Reads the bureau.</param>
/// <param name="desk">Makes the change.</param>
/// <param name="settings">Whether the list is required.</param>
/// <param name="law">The matters.</param>
[Authorize(Roles = "system-admin")]
public sealed class PowersModel(AdminOffice office, SignedIn signedIn, HengDb db, SystemDesk desk, SettingsDesk settings, LawSet law) : AdminPageModel(office, signedIn, db)
{
    /// <summary>The entries.</summary>
    public IReadOnlyList<MatterGrant> Rows { get; private set; } = [];

    /// <summary>The units.</summary>
    public IReadOnlyList<Unit> Units { get; private set; } = [];

    /// <summary>Whether nothing is filed without a list.</summary>
    public bool IsRequired { get; private set; }

    /// <summary>What is entered.</summary>
    public GrantForm Form { get; private set; } = new();

    /// <summary>The codes of the fields.</summary>
    public string FieldCodes => string.Join("、", law.Matters.Fields.Select(f => $"{f.Chinese} {f.Id}"));

    /// <summary>Whose an entry is.</summary>
    /// <param name="unit">The unit.</param>
    public string UnitOf(Guid? unit) => unit is { } id ? Units.FirstOrDefault(u => u.Id == id)?.Name ?? "" : "本单位各机构";

    /// <summary>What an entry covers, in words.</summary>
    /// <param name="covers">Matters and fields.</param>
    public string Told(string covers)
    {
        ArgumentNullException.ThrowIfNull(covers);
        return string.Join("、", covers.Split(',').Select(c => c == "*" ? "全部事项" : law.Matters.Fields.FirstOrDefault(f => f.Id == c).Chinese ?? (law.Matters.Find(c) is { } m ? $"{c} {m.Chinese}" : c)));
    }

    /// <summary>How an entry stands today.</summary>
    /// <param name="grant">The entry.</param>
    public (string Words, Tone Tone) StateOf(MatterGrant grant)
    {
        ArgumentNullException.ThrowIfNull(grant);
        return grant.Until < Today ? ("已到期", Tone.Plain)
            : grant.From > Today ? ("未开始", Tone.Plain)
            : grant.Deed.Length > 0 && grant.DeedPublished.Length == 0 ? ("委托书未公布", Tone.Bad)
            : ("有效", Tone.Good);
    }

    /// <summary>Adds an entry.</summary>
    /// <param name="form">What was entered.</param>
    /// <param name="stop">Stops the work.</param>
    public Task<IActionResult> OnPostAsync(GrantForm form, CancellationToken stop)
    {
        Form = form;
        return AnswerAsync(() => desk.AddGrantAsync(Me, Bureau.Id, form, stop), null, stop);
    }

    /// <summary>Changes an entry.</summary>
    /// <param name="item">The entry.</param>
    /// <param name="until">Last day.</param>
    /// <param name="published">Where the deed was published.</param>
    /// <param name="stop">Stops the work.</param>
    public Task<IActionResult> OnPostChangeAsync(Guid item, DateOnly? until, string? published, CancellationToken stop)
        => AnswerAsync(() => desk.ChangeGrantAsync(Me, Bureau.Id, item, until, published, stop), null, stop);

    /// <inheritdoc/>
    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        Rows = await Db.Set<MatterGrant>().AsNoTracking().OrderBy(g => g.UnitId).ThenBy(g => g.From).ToListAsync(stop);
        Units = await Db.Set<Unit>().AsNoTracking().Where(u => u.ClosedOn == null).OrderBy(u => u.Name).ToListAsync(stop);
        IsRequired = (await settings.OfAsync(Bureau.Id, stop)).Holds(PlatformSettings.ListOfPowersRequired);
        return true;
    }
}
