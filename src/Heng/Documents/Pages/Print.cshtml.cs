using Heng.Documents.Engine;
using Heng.Dossiers;
using Heng.Platform.Files;
using Heng.Platform.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Heng.Documents.Pages;

/// <summary>Print view (打印视图) of a document, rendered from its .docx.</summary>
/// <param name="desk">Reads the dossier.</param>
/// <param name="book">Fills.</param>
/// <param name="files">Reads what was issued.</param>
/// <param name="signedIn">Who looks.</param>
public sealed class PrintModel(ActDesk desk, DocumentBook book, FileStore files, SignedIn signedIn) : PageModel
{
    /// <summary>The dossier.</summary>
    [FromRoute(Name = "id")]
    public Guid Id { get; set; }

    /// <summary>Form and act.</summary>
    [FromRoute(Name = "key")]
    public string Key { get; set; } = "";

    /// <summary>Title and number.</summary>
    public string Title { get; private set; } = "";

    /// <summary>The document as HTML; every text in it is encoded.</summary>
    public string Preview { get; private set; } = "";

    /// <summary>Whether it was issued.</summary>
    public bool IsIssued { get; private set; }

    /// <summary>Shows the view.</summary>
    /// <param name="stop">Stops the work.</param>
    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await desk.ReadAsync(signedIn.Person!, Id, stop) is not { } read || DocumentDrafts.Of(read.File, read.Context).FirstOrDefault(d => d.Key == Key) is not { } draft)
        {
            return NotFound();
        }

        Title = draft.Name;
        if (read.File.Part<IssuedDocuments>().Find(Key) is { } issued)
        {
            IsIssued = true;
            Preview = await files.ReadAsync(issued.Document.File.Sha256, stop) is { } content ? FilledForm.HtmlOf(content) ?? "" : "<p>文件与签发时的校验值不一致，不能打印。</p>";
        }
        else
        {
            Preview = (await book.CheckAsync(draft, read.Context, stop)).Filled.Html;
        }

        return Page();
    }
}
