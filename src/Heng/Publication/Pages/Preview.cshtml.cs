using Heng.Dossiers;
using Heng.Law.Publicity;
using Heng.Platform.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Heng.Publication.Pages;

/// <summary>Preview of the public text (公示文本预览), with every mask marked.</summary>
/// <param name="desk">Reads the dossier.</param>
/// <param name="publication">Masks the text.</param>
/// <param name="signedIn">Who looks.</param>
[Authorize(Roles = RoleNames.CodesOfCases)]
public sealed class PreviewModel(ActDesk desk, PublicationDesk publication, SignedIn signedIn) : PageModel
{
    /// <summary>The dossier.</summary>
    [FromRoute(Name = "id")]
    public Guid Id { get; set; }

    /// <summary>Number of the dossier.</summary>
    public string Number { get; private set; } = "";

    /// <summary>Whether the text was entered already.</summary>
    public bool IsFrozen { get; private set; }

    /// <summary>The text; null before the decision is issued.</summary>
    public FrozenText? Frozen { get; private set; }

    /// <summary>What is left in it.</summary>
    public IReadOnlyList<Residue> Left { get; private set; } = [];

    /// <summary>The summary.</summary>
    public PublicSummary? Summary { get; private set; }

    /// <summary>The text as it will be laid out, its masks marked.</summary>
    public IReadOnlyList<PublicBlock> Blocks => Frozen is null ? [] : PublicLayout.Of(Frozen.Text, PublicText.Shown(Frozen.Masks));

    /// <summary>Shows the page.</summary>
    /// <param name="stop">Stops the work.</param>
    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await desk.ReadAsync(signedIn.Person!, Id, stop) is not { } read)
        {
            return NotFound();
        }

        var p = read.File.Part<PublicationFile>();
        var draft = await publication.DraftAsync(read.File, read.Context, p.Inputs, [], p.Entry?.Kept ?? [], stop);
        (Number, IsFrozen, Frozen, Summary) = (read.Row.Number, p.Frozen is not null, p.Frozen ?? draft.Frozen, p.Summary ?? draft.Summary);
        Left = IsFrozen ? [] : draft.Left;
        return Page();
    }
}
