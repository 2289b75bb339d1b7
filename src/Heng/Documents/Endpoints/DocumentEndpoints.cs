using Heng.Documents.Engine;
using Heng.Documents.Model;
using Heng.Dossiers;
using Heng.Platform.Files;
using Heng.Platform.People;
using Heng.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Heng.Documents.Endpoints;

/// <summary>The files of documents and templates: 404 for whoever may not read the dossier.</summary>
internal static class DocumentEndpoints
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/dossiers/{id:guid}/documents/{key}/docx", WordAsync).ExcludeFromDescription();
        endpoints.MapGet("/dossiers/{id:guid}/documents/{key}/pdf", PdfAsync).ExcludeFromDescription();
        endpoints.MapGet("/templates/{form}/{which}", TemplateAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> WordAsync(Guid id, string key, SignedIn signedIn, ActDesk desk, DocumentBook book, FileStore files, CancellationToken stop)
    {
        if (await desk.ReadAsync(signedIn.Person!, id, stop) is not { } read)
        {
            return TypedResults.NotFound();
        }

        if (read.File.Part<IssuedDocuments>().Find(key) is { } issued)
        {
            return await files.ReadAsync(issued.Document.File.Sha256, stop) is { } content
                ? TypedResults.File(content, Word, issued.Document.File.Name)
                : TypedResults.Problem("文件与签发时的校验值不一致，可能被改动或者损坏。", statusCode: StatusCodes.Status500InternalServerError);
        }

        return DocumentDrafts.Of(read.File, read.Context).FirstOrDefault(d => d.Key == key) is { } draft
            ? TypedResults.File((await book.CheckAsync(draft, read.Context, stop)).Filled.ToBytes(), Word, $"草稿_{draft.Title}.docx")
            : TypedResults.NotFound();
    }

    private static async Task<IResult> PdfAsync(Guid id, string key, SignedIn signedIn, ActDesk desk, PdfPrinter printer, FileStore files, HengDb db, WriteGate gate, TimeProvider time, CancellationToken stop)
    {
        if (await desk.ReadAsync(signedIn.Person!, id, stop) is not { } read || read.File.Part<IssuedDocuments>().Find(key) is not { } issued)
        {
            return TypedResults.NotFound();
        }

        var (source, name) = (issued.Document.File.Sha256, Path.ChangeExtension(issued.Document.File.Name, ".pdf"));
        var copy = await db.Set<PdfCopy>().AsNoTracking().FirstOrDefaultAsync(c => c.Source == source, stop);
        if (copy is not null && await files.ReadAsync(copy.Sha256, stop) is { } kept)
        {
            return TypedResults.File(kept, "application/pdf", name);
        }

        if (await files.ReadAsync(source, stop) is not { } word)
        {
            return TypedResults.Problem("文件与签发时的校验值不一致，可能被改动或者损坏。", statusCode: StatusCodes.Status500InternalServerError);
        }

        if (await printer.PrintAsync(word, stop) is not { } pdf)
        {
            return TypedResults.Problem("本机没有安装转换程序，或者转换没有完成；请下载 Word 文件，或者用打印视图打印。", statusCode: StatusCodes.Status503ServiceUnavailable);
        }

        var hash = await files.KeepAsync(pdf, stop);
        if (copy is null)
        {
            using var turn = await gate.EnterAsync(stop);
            if (!await db.Set<PdfCopy>().AnyAsync(c => c.Source == source, stop))
            {
                db.Add(new PdfCopy(read.File.BureauId, Guid.CreateVersion7(), source, hash, printer.Version, time.UtcInstant()));
                await db.SaveChangesAsync(stop);
            }
        }

        return TypedResults.File(pdf, "application/pdf", name);
    }

    private static async Task<IResult> TemplateAsync(string form, string which, SignedIn signedIn, ActDesk desk, TemplateShelf shelf, HengDb db, CancellationToken stop)
    {
        var context = await desk.ContextAsync(signedIn.Person!, stop);
        var template = which switch
        {
            "ours" => TemplateShelf.Ours(form, context.Bureau?.LawRegion),
            "present" when TemplateShelf.Ours(form, null) is not null => await shelf.OfAsync(db, context, form, stop),
            _ => null,
        };
        return template is null ? TypedResults.NotFound() : TypedResults.File(template.Content, Word, $"模板_{form}.docx");
    }
}
