using Heng.Documents.Engine;
using Heng.Documents.Model;
using Heng.Documents.Steps;
using Heng.Dossiers;
using Heng.Law.Citations;
using Heng.Platform.Files;
using Heng.Platform.People;
using Heng.Platform.Shell;
using Heng.Platform.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Heng.Documents.Pages;

/// <summary>Document page (文书预览页): what is issued, rendered from the .docx; its reasons with their supports; what is wrong.</summary>
/// <param name="desk">Reads the dossier and does the act.</param>
/// <param name="book">Fills and checks.</param>
/// <param name="files">Reads what was issued.</param>
/// <param name="db">For the PDF copy.</param>
/// <param name="printer">Whether there is a converter.</param>
/// <param name="links">Links to articles.</param>
/// <param name="signedIn">Who looks.</param>
public sealed class DocumentModel(ActDesk desk, DocumentBook book, FileStore files, HengDb db, PdfPrinter printer, ILawLinks links, SignedIn signedIn) : PageModel
{
    /// <summary>The dossier.</summary>
    [FromRoute(Name = "id")]
    public Guid Id { get; set; }

    /// <summary>Form and act.</summary>
    [FromRoute(Name = "key")]
    public string Key { get; set; } = "";

    /// <summary>The dossier.</summary>
    public DossierFile Dossier { get; private set; } = null!;

    /// <summary>Number and version.</summary>
    public DossierRowView Row { get; private set; } = null!;

    /// <summary>What stands in the document.</summary>
    public DocumentDraft Draft { get; private set; } = null!;

    /// <summary>How it was issued.</summary>
    public IssuedEntry? Issued { get; private set; }

    /// <summary>What is wrong with it, while it is not issued.</summary>
    public CheckedDocument? Checked { get; private set; }

    /// <summary>The document as HTML; every text in it is encoded.</summary>
    public string Preview { get; private set; } = "";

    /// <summary>Whether the file still is what was issued.</summary>
    public bool IsIntact { get; private set; } = true;

    /// <summary>The scans of the version.</summary>
    public IReadOnlyList<AttachedScan> Scans { get; private set; } = [];

    /// <summary>The PDF, when it was made.</summary>
    public PdfCopy? Copy { get; private set; }

    /// <summary>Whether a PDF can be had.</summary>
    public bool HasPdf => Copy is not null || printer.IsThere;

    /// <summary>Why nothing was issued.</summary>
    public IReadOnlyList<Problem> Problems { get; private set; } = [];

    /// <summary>Whether the person may issue.</summary>
    public bool MayIssue => signedIn.Person!.Holds(IssueDocument.Issuers);

    /// <summary>Shows the page.</summary>
    /// <param name="stop">Stops the work.</param>
    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await ReadAsync(stop) ? Page() : NotFound();

    /// <summary>Issues the document.</summary>
    /// <param name="stop">Stops the work.</param>
    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var outcome = await desk.DoAsync(signedIn.Person!, Id, null, new IssueDocument { Document = Key }, stop);
        if (outcome is ActOutcome.Done)
        {
            return Redirect(DocumentLinks.Page(Id, Key));
        }

        if (outcome is ActOutcome.NotFound || !await ReadAsync(stop))
        {
            return NotFound();
        }

        Problems = Problem.Of(outcome);
        Response.StatusCode = Problem.StatusOf(outcome);
        return Page();
    }

    /// <summary>Where a support is shown, or null.</summary>
    /// <param name="support">The support.</param>
    public string? LinkOf(Support support)
    {
        ArgumentNullException.ThrowIfNull(support);
        return support.Kind switch
        {
            SupportKind.Article when Citation.TryParse(support.Id, out var citation) => links.PageOf(citation),
            SupportKind.Act => $"/dossiers/{Id}/record#act-{support.Id}",
            SupportKind.Fact or SupportKind.Condition or SupportKind.Factor => $"/dossiers/{Id}/facts",
            SupportKind.Evidence => $"/dossiers/{Id}#evidence-{support.Id}",
            _ => null,
        };
    }

    private async Task<bool> ReadAsync(CancellationToken stop)
    {
        if (await desk.ReadAsync(signedIn.Person!, Id, stop) is not { } read || DocumentDrafts.Of(read.File, read.Context).FirstOrDefault(d => d.Key == Key) is not { } draft)
        {
            return false;
        }

        (Row, Dossier, Draft) = (read.Row, read.File, draft);
        var all = Dossier.Part<IssuedDocuments>();
        if (all.Find(Key) is { } issued)
        {
            Issued = issued;
            var hash = issued.Document.File.Sha256;
            var content = await files.ReadAsync(hash, stop);
            IsIntact = content is not null;
            Preview = content is null ? "" : FilledForm.HtmlOf(content) ?? "";
            Scans = [.. all.Scans.Where(s => s.Version == hash)];
            Copy = await db.Set<PdfCopy>().AsNoTracking().FirstOrDefaultAsync(c => c.Source == hash, stop);
        }
        else
        {
            Checked = await book.CheckAsync(draft, read.Context, stop);
            Preview = Checked.Filled.Html;
        }

        return true;
    }
}
