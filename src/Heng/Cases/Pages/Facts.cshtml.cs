using Heng.Cases.Steps.Facts;
using Heng.Dossiers;
using Heng.Platform.People;
using Heng.Platform.Shell.Kit;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Heng.Cases.Pages;

/// <summary>Facts page (认定事实): each fact once, each with its evidence, the assessment beside them.</summary>
/// <param name="desk">Reads the dossier and does the act.</param>
/// <param name="drafts">Keeps what is not recorded yet.</param>
/// <param name="signedIn">Who asks.</param>
[ResponseCache(NoStore = true)]
public sealed class FactsModel(ActDesk desk, DraftDesk drafts, SignedIn signedIn) : PageModel
{
    /// <summary>Code of the act.</summary>
    public const string Code = "cases.enter-facts";

    /// <summary>The dossier.</summary>
    public DossierFile Dossier { get; private set; } = null!;

    /// <summary>Who looks, when, under which law.</summary>
    public ActContext Context { get; private set; } = null!;

    /// <summary>The version of the dossier that the form was drawn from.</summary>
    public int Version { get; private set; }

    /// <summary>The form.</summary>
    public FactsForm Form { get; private set; } = null!;

    /// <summary>The case.</summary>
    public CaseFile Case => Dossier.Part<CaseFile>();

    /// <summary>Whether facts can be entered now by this person.</summary>
    public bool CanSave { get; private set; }

    /// <summary>When the draft was kept that is shown; null while none is.</summary>
    public DateTime? DraftAt { get; private set; }

    /// <summary>What is wrong with the fields.</summary>
    public IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    /// <summary>What became of the act, when it was not done.</summary>
    public ActOutcome? Outcome { get; private set; }

    /// <summary>Shows the form with what is known.</summary>
    /// <param name="id">The dossier.</param>
    /// <param name="stop">Stops the work.</param>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        var draft = await drafts.FindAsync(signedIn.Person!, id, Code, stop);
        DraftAt = draft?.At;
        return await OpenAsync(id, draft is null ? null : FactsForm.Read(draft.Values), stop) ? Page() : NotFound();
    }

    /// <summary>Throws the draft away.</summary>
    /// <param name="id">The dossier.</param>
    /// <param name="stop">Stops the work.</param>
    public async Task<IActionResult> OnPostDiscardAsync(Guid id, CancellationToken stop)
    {
        await drafts.DropAsync(signedIn.Person!, id, Code, stop);
        return LocalRedirect($"/dossiers/{id}/facts");
    }

    /// <summary>Assesses what stands in the form; nothing is recorded.</summary>
    /// <param name="id">The dossier.</param>
    /// <param name="stop">Stops the work.</param>
    public async Task<IActionResult> OnPostAssessAsync(Guid id, CancellationToken stop)
    {
        var sent = FactsForm.Sent(Request.Form);
        if (!await OpenAsync(id, FactsForm.Read(sent), stop))
        {
            return NotFound();
        }

        if (CanSave)
        {
            await drafts.KeepAsync(signedIn.Person!, id, Code, FactsForm.WithoutAnswer(sent), stop);
        }

        return Page();
    }

    /// <summary>Records the facts.</summary>
    /// <param name="id">The dossier.</param>
    /// <param name="version">The version that the person saw.</param>
    /// <param name="stop">Stops the work.</param>
    public async Task<IActionResult> OnPostSaveAsync(Guid id, int version, CancellationToken stop)
    {
        var sent = FactsForm.Sent(Request.Form);
        var act = FactsForm.Read(sent);
        var outcome = await desk.DoAsync(signedIn.Person!, id, version, act, stop);
        if (outcome is ActOutcome.Done done)
        {
            await drafts.DropAsync(signedIn.Person!, id, Code, stop);
            return LocalRedirect($"/dossiers/{done.DossierId}?done={done.ActNumber}");
        }

        if (outcome is ActOutcome.NotFound || !await OpenAsync(id, act, stop))
        {
            return NotFound();
        }

        // Whatever stands in the way, nothing that was typed is lost.
        await drafts.KeepAsync(signedIn.Person!, id, Code, FactsForm.WithoutAnswer(sent), stop);
        Outcome = outcome;
        Problems = outcome is ActOutcome.Invalid invalid ? [.. invalid.Faults.Select(f => new FieldProblem(f.Field, f.Says))] : [];
        Response.StatusCode = outcome switch
        {
            ActOutcome.Invalid => StatusCodes.Status400BadRequest,
            ActOutcome.Refused => StatusCodes.Status422UnprocessableEntity,
            ActOutcome.Conflict => StatusCodes.Status409Conflict,
            ActOutcome.Forbidden => StatusCodes.Status403Forbidden,
            _ => StatusCodes.Status200OK,
        };
        return Page();
    }

    private async Task<bool> OpenAsync(Guid id, EnterFacts? act, CancellationToken stop)
    {
        if (await desk.ReadAsync(signedIn.Person!, id, stop) is not var (row, file, context))
        {
            return false;
        }

        (Dossier, Context, Version) = (file, context, row.Version);
        act ??= (EnterFacts)new EnterFacts().Prefilled(file, context);
        CanSave = act.IsOffered(file) && signedIn.Person!.Holds(PersonRoles.Officer);
        Form = FactsForm.Of(act, file, context);
        ViewData["Wide"] = true;
        return true;
    }
}
