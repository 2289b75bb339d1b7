using Heng.Platform.People;
using Heng.Platform.Storage;

namespace Heng.Dossiers.Endpoints;

/// <summary><c>GET /dossiers/{id}/export</c>: the export of a dossier, for whoever may read it and was approved to take it out; each is recorded.</summary>
internal static class DossierExportEndpoint
{
    public static void MapDossierExport(this IEndpointRouteBuilder endpoints)
        => endpoints.MapGet("/dossiers/{id:guid}/export", AnswerAsync).WithName("export-dossier").ExcludeFromDescription();

    private static async Task<IResult> AnswerAsync(Guid id, ActDesk desk, HengDb db, DossierExport export, SignedIn signedIn, CancellationToken stop)
    {
        if (signedIn.Person is not { } me || await desk.ReadAsync(me, id, stop) is not { } read || await DossierExport.FindAsync(db, id, stop) is not { } source)
        {
            return Results.NotFound();
        }

        if (!IApprovesExport.In(read.File, me.PersonId, read.Context.Today))
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        await export.RecordAsync(db, source, me, stop);
        // Whole on the disk before the first byte is sent: a half export must never look like one.
        var file = new FileStream(Path.Combine(Path.GetTempPath(), $"heng-export-{Guid.CreateVersion7():N}"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 81920, FileOptions.Asynchronous | FileOptions.DeleteOnClose);
        try
        {
            await export.WriteAsync(db, source, file, stop);
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }

        file.Position = 0;
        return Results.Stream(file, DossierExport.MediaType, $"{source.Number}.heng.zip");
    }
}
