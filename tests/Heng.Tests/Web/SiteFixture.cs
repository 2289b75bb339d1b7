using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

[assembly: AssemblyFixture(typeof(Heng.Tests.Web.SiteFixture))]

namespace Heng.Tests.Web;

/// <summary>The real program in a test host, started once for all tests; it keeps nothing between requests.</summary>
public sealed class SiteFixture : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("heng-site-");
    private readonly WebApplicationFactory<Program> factory;

    /// <summary>Starts nothing yet; the first request does.</summary>
    public SiteFixture()
    {
        // Settings of the host reach the program as arguments, so "data" is its option --data.
        factory = new WebApplicationFactory<Program>().WithWebHostBuilder(host => host.UseSetting("data", folder.FullName));
    }

    /// <summary>A client that follows no redirects.</summary>
    public HttpClient CreateClient() => factory.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    /// <summary>The services of the running program.</summary>
    public IServiceProvider Services => factory.Services;

    /// <summary>Asks for a page, expects it to be there, and reads it as HTML.</summary>
    public async Task<IDocument> GetPageAsync(string address)
    {
        using var client = CreateClient();
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.OK, answer.StatusCode);
        return await ReadPageAsync(answer);
    }

    /// <summary>Reads an answer as HTML.</summary>
    public static async Task<IDocument> ReadPageAsync(HttpResponseMessage answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return await new HtmlParser().ParseDocumentAsync(html, TestContext.Current.CancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        factory.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }
}
