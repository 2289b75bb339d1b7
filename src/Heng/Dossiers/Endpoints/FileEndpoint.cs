using Heng.Platform.Files;
using Heng.Platform.People;

namespace Heng.Dossiers.Endpoints;

/// <summary><c>GET /files/{id}</c>: a file, to keep and not to run; 404 for whoever may not read it, 410 when its content is no longer what it was.</summary>
internal static class FileEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/files/{id:guid}", AnswerAsync).ExcludeFromDescription();

    private static async Task<IResult> AnswerAsync(Guid id, SignedIn signedIn, FileDesk desk, FileStore store, HttpContext context, CancellationToken stop)
    {
        if (await desk.FindAsync(signedIn.Person!, id, stop) is not { } file)
        {
            return TypedResults.NotFound();
        }

        if (await store.ReadAsync(file.Sha256, stop) is not { } content)
        {
            // Nobody is given what is no longer the file that was recorded.
            return TypedResults.StatusCode(StatusCodes.Status410Gone);
        }

        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        context.Response.Headers.CacheControl = "private, no-store";
        return TypedResults.File(content, file.MediaType, file.Name);
    }
}
