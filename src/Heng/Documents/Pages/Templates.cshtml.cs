using Heng.Documents.Engine;
using Heng.Documents.Model;
using Heng.Dossiers;
using Heng.Platform.People;
using Heng.Platform.Shell.Kit;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Heng.Documents.Pages;

/// <summary>Templates page (文书模板页): which template each form has, and how a bureau puts its own in place.</summary>
/// <param name="desk">For the bureau.</param>
/// <param name="templates">Changes templates.</param>
/// <param name="signedIn">Who looks.</param>
public sealed class TemplatesModel(ActDesk desk, TemplateDesk templates, SignedIn signedIn) : PageModel
{
    /// <summary>The forms.</summary>
    public IReadOnlyList<FormRow> Forms { get; private set; } = [];

    /// <summary>The forms to choose from.</summary>
    public IReadOnlyList<Choice> Choices { get; private set; } = [];

    /// <summary>What was put in place over time.</summary>
    public IReadOnlyList<FormTemplate> History { get; private set; } = [];

    /// <summary>The report on an upload.</summary>
    public TemplateReport? Report { get; private set; }

    /// <summary>What was just done.</summary>
    public string? Says { get; private set; }

    /// <summary>Whether the person may change templates.</summary>
    public bool MayChange => signedIn.Person!.Holds(TemplateDesk.Keepers);

    /// <summary>Shows the page.</summary>
    /// <param name="stop">Stops the work.</param>
    public Task OnGetAsync(CancellationToken stop) => ReadAsync(stop);

    /// <summary>Replaces a template, or goes back to ours.</summary>
    /// <param name="form">Code of the form.</param>
    /// <param name="what">replace or reset.</param>
    /// <param name="file">The .docx.</param>
    /// <param name="stop">Stops the work.</param>
    public async Task<IActionResult> OnPostAsync([FromForm] string? form, [FromForm] string? what, IFormFile? file, CancellationToken stop)
    {
        var me = signedIn.Person!;
        if (!MayChange)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        if (form is null || TemplateShelf.Ours(form, null) is null)
        {
            return BadRequest();
        }

        if (what == "reset")
        {
            await templates.ResetAsync(me, form, stop);
            Says = "已经恢复系统格式。";
        }
        else if (file is null || file.Length == 0)
        {
            Report = new("请选择要上传的模板文件。", [], [], []);
        }
        else
        {
            using var content = new MemoryStream();
            await file.CopyToAsync(content, stop);
            Report = await templates.ReplaceAsync(me, form, Path.GetFileName(file.FileName), content.ToArray(), await desk.ContextAsync(me, stop), stop);
        }

        if (Report?.Fault is not null)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }

        await ReadAsync(stop);
        return Page();
    }

    private async Task ReadAsync(CancellationToken stop)
    {
        var me = signedIn.Person!;
        var context = await desk.ContextAsync(me, stop);
        History = await templates.HistoryAsync(me, stop);
        var region = context.Bureau?.LawRegion;
        Forms = [.. TemplateShelf.Forms.Select(f => new FormRow(f, FormNames.Of(f), History.FirstOrDefault(h => h.Form == f) is { Sha256.Length: > 0 } own ? own : null, TemplateShelf.HasVariant(f, region)))];
        Choices = [.. Forms.Select(f => new Choice(f.Code, $"{f.Code} {f.Name}"))];
    }

    /// <summary>A form on the page.</summary>
    /// <param name="Code">Code.</param>
    /// <param name="Name">Name.</param>
    /// <param name="Own">What the bureau put in place.</param>
    /// <param name="IsVariant">Whether the province has its own variant.</param>
    public sealed record FormRow(string Code, string Name, FormTemplate? Own, bool IsVariant);
}
