using Heng.Documents.Steps;
using Heng.Dossiers;
using Heng.Law.Citations;
using Heng.Platform.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Heng.Documents.Pages;

/// <summary>Documents page (文书页): every document of a dossier, how it stands, and what must be mended before issue.</summary>
/// <param name="desk">Reads the dossier and does the act.</param>
/// <param name="book">Fills and checks.</param>
/// <param name="signedIn">Who looks.</param>
public sealed class DocumentsModel(ActDesk desk, DocumentBook book, SignedIn signedIn) : PageModel
{
    /// <summary>The dossier.</summary>
    [FromRoute(Name = "id")]
    public Guid Id { get; set; }

    /// <summary>The dossier.</summary>
    public DossierFile Dossier { get; private set; } = null!;

    /// <summary>Number and version.</summary>
    public DossierRowView Row { get; private set; } = null!;

    /// <summary>The documents.</summary>
    public IReadOnlyList<Entry> Entries { get; private set; } = [];

    /// <summary>What was just issued.</summary>
    public string? Done { get; private set; }

    /// <summary>Why nothing was issued.</summary>
    public IReadOnlyList<Problem> Problems { get; private set; } = [];

    /// <summary>Whether the person may issue.</summary>
    public bool MayIssue => signedIn.Person!.Holds(IssueDocument.Issuers);

    /// <summary>Shows the page.</summary>
    /// <param name="done">Number of the act that was just done.</param>
    /// <param name="stop">Stops the work.</param>
    public async Task<IActionResult> OnGetAsync([FromQuery] int? done, CancellationToken stop)
    {
        if (!await ReadAsync(stop))
        {
            return NotFound();
        }

        Done = done is { } number && Dossier.Acts.ElementAtOrDefault(number - 1)?.Act is IIssuesDocuments issues ? string.Join("、", issues.Issued.Select(i => i.Name)) : null;
        return Page();
    }

    /// <summary>Issues one document, or all that are ready.</summary>
    /// <param name="document">The key, or <c>*</c>.</param>
    /// <param name="stop">Stops the work.</param>
    public async Task<IActionResult> OnPostAsync([FromForm] string? document, CancellationToken stop)
    {
        var outcome = await desk.DoAsync(signedIn.Person!, Id, null, document == "*" ? new IssueAllDocuments() : new IssueDocument { Document = document ?? "" }, stop);
        if (outcome is ActOutcome.Done done)
        {
            return Redirect($"{DocumentLinks.List(Id)}?done={done.ActNumber}");
        }

        if (outcome is ActOutcome.NotFound || !await ReadAsync(stop))
        {
            return NotFound();
        }

        Problems = Problem.Of(outcome);
        Response.StatusCode = Problem.StatusOf(outcome);
        return Page();
    }

    private async Task<bool> ReadAsync(CancellationToken stop)
    {
        if (await desk.ReadAsync(signedIn.Person!, Id, stop) is not { } read)
        {
            return false;
        }

        (Row, Dossier) = (read.Row, read.File);
        var issued = Dossier.Part<IssuedDocuments>();
        var entries = new List<Entry>();
        foreach (var draft in DocumentDrafts.Of(Dossier, read.Context))
        {
            var found = issued.Find(draft.Key);
            entries.Add(new Entry(draft, found, found is null ? await book.CheckAsync(draft, read.Context, stop) : null, issued.Scans.Count(s => s.Key == draft.Key)));
        }

        Entries = entries;
        return true;
    }

    /// <summary>A document on the page.</summary>
    /// <param name="Draft">What stands in it.</param>
    /// <param name="Issued">How it was issued.</param>
    /// <param name="Checked">What is wrong with it, while it is not issued.</param>
    /// <param name="Scans">How many scans are attached.</param>
    public sealed record Entry(DocumentDraft Draft, IssuedEntry? Issued, CheckedDocument? Checked, int Scans);
}

/// <summary>A reason why nothing was issued, as pages show it.</summary>
/// <param name="Says">What and why.</param>
/// <param name="Basis">The article, when the law refuses.</param>
public sealed record Problem(string Says, Citation? Basis)
{
    internal static IReadOnlyList<Problem> Of(ActOutcome outcome) => outcome switch
    {
        ActOutcome.Refused refused => [.. refused.Refusals.Select(r => new Problem(r.Says, r.Basis))],
        ActOutcome.Invalid invalid => [.. invalid.Faults.Select(f => new Problem(f.Says, null))],
        ActOutcome.Forbidden forbidden => [new Problem(forbidden.Says, null)],
        ActOutcome.Conflict => [new Problem("其他人刚刚办理了本案，请核对后再签发。", null)],
        _ => [],
    };

    internal static int StatusOf(ActOutcome outcome) => outcome switch
    {
        ActOutcome.Refused => StatusCodes.Status422UnprocessableEntity,
        ActOutcome.Forbidden => StatusCodes.Status403Forbidden,
        ActOutcome.Conflict => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status400BadRequest,
    };
}
