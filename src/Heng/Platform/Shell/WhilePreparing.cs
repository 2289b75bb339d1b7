namespace Heng.Platform.Shell;

/// <summary>While the site is being prepared, every page is the progress page, which asks again by itself without script.</summary>
/// <param name="next">The rest of the pipeline.</param>
/// <param name="readiness">How far it has come.</param>
public sealed class WhilePreparing(RequestDelegate next, Readiness readiness)
{
    private const string Page = "/preparing";

    /// <summary>Answers with the progress page, or passes the request on.</summary>
    /// <param name="context">The request.</param>
    public Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (readiness.IsReady || Path.HasExtension(context.Request.Path.Value))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.RetryAfter = "2";
        context.Response.Headers.CacheControl = "no-store";
        if (context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
        {
            return Task.CompletedTask;
        }

        if (readiness.Fault is null)
        {
            context.Response.Headers["Refresh"] = "2";
        }

        (context.Request.Method, context.Request.Path, context.Request.QueryString) = (HttpMethods.Get, Page, QueryString.Empty);
        return next(context);
    }
}
