using Heng.Platform.People;
using Heng.Platform.Settings;
using Heng.Platform.Storage;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Heng.Platform.Administration.Pages;

/// <summary>Code lists of a bureau (代码表).</summary>
/// <param name="office">Knows the bureaus.</param>
/// <param name="signedIn">Who.</param>
/// <param name="db">Reads the bureau.</param>
/// <param name="desk">Makes the change.</param>
/// <param name="lists">The lists in force.</param>
/// <param name="elements">How much of the acts is coded.</param>
[Authorize(Roles = "system-admin")]
public sealed class CodeListsModel(AdminOffice office, SignedIn signedIn, HengDb db, SystemDesk desk, CodeLists lists, ICodedElements elements) : AdminPageModel(office, signedIn, db)
{
    /// <summary>The list of which a version is published.</summary>
    [BindProperty(SupportsGet = true, Name = "list")]
    public string? List { get; set; }

    /// <summary>The entries.</summary>
    public string? Entries { get; private set; }

    /// <summary>How much of the acts is coded.</summary>
    public ElementCoverage Elements => elements.Coverage;

    /// <summary>The lists in force.</summary>
    public IReadOnlyList<CodeListVersion> InForce { get; private set; } = [];

    /// <summary>Publishes.</summary>
    /// <param name="list">The list.</param>
    /// <param name="entries">The entries.</param>
    /// <param name="stop">Stops the work.</param>
    public Task<IActionResult> OnPostAsync(string? list, string? entries, CancellationToken stop)
    {
        (List, Entries) = (list, entries);
        return AnswerAsync(() => desk.PublishCodesAsync(Me, Bureau.Id, list, entries, stop), null, stop);
    }

    /// <inheritdoc/>
    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        InForce = await lists.OfAsync(Bureau.Id, stop);
        Entries ??= InForce.FirstOrDefault(v => v.List == List)?.Entries;
        return true;
    }
}
