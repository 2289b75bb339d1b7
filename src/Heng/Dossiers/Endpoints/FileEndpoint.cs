using Heng.Platform.Files;
using Heng.Platform.People;

namespace Heng.Dossiers.Endpoints;

/// <summary><c>GET /files/{id}</c>: a file, to keep and not to run; 404 for whoever may not read it.</summary>
internal static class FileEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/files/{id:guid}", AnswerAsync).ExcludeFromDescription();

    private static async Task<IResult> AnswerAsync(Guid id, SignedIn signedIn, FileDesk desk, FileStore store, HttpContext context, CancellationToken stop)
    {
        if (await desk.FindAsync(signedIn.Person!, id, stop) is not { } file)
        {
            return TypedResults.NotFound();
        }

        var content = await store.ReadAsync(file.Sha256, stop) ?? throw new InvalidOperationException($"The content of file {file.Id} is missing or no longer what it was.");
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        context.Response.Headers.CacheControl = "private, no-store";
        return TypedResults.File(content, file.MediaType, file.Name);
    }
}
