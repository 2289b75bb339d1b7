using System.Net;
using System.Text.Json;
using Heng.Law;
using Heng.Law.Citations;
using Heng.Law.Rulings;
using Heng.Platform.Shell;
using Heng.Platform.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Heng.Tests.Web;

public sealed class FaultTests : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("heng-fault-");
    private WebApplication app = null!;
    private HttpClient client = null!;

    public async ValueTask InitializeAsync()
    {
        app = Site.Build(["--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default=None"], LawSet.Embedded, [.. Capabilities.All, new Faulty()], new DataStore(folder.FullName), null);
        await app.StartAsync(TestContext.Current.CancellationToken);
        client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    [Fact]
    public async Task A_fault_on_a_page_is_an_apology_with_a_number()
    {
        using var answer = await client.GetAsync(new Uri("/fault", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        var page = await SiteFixture.ReadPageAsync(answer);
        Assert.Equal("系统出现故障", page.QuerySelector("h1")!.TextContent);
        Assert.NotEmpty(page.QuerySelector("main code")!.TextContent);
        Assert.DoesNotContain(Faulty.Secret, page.Source.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_of_an_endpoint_is_a_problem_without_details()
    {
        using var answer = await client.GetAsync(new Uri("/api/fault", UriKind.Relative), TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        using var problem = JsonDocument.Parse(text);
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Equal("urn:heng:fault", problem.RootElement.GetProperty("type").GetString());
        Assert.NotEmpty(problem.RootElement.GetProperty("traceId").GetString()!);
        Assert.DoesNotContain(Faulty.Secret, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_cannot_be_read_is_a_problem_of_the_input()
    {
        using var content = new StringContent("{", System.Text.Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync(new Uri("/api/echo", UriKind.Relative), content, TestContext.Current.CancellationToken);
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("urn:heng:input", problem.RootElement.GetProperty("type").GetString());
    }

    [Fact]
    public async Task A_refusal_by_law_names_its_code_and_its_article()
    {
        using var answer = await client.GetAsync(new Uri("/api/refusal", UriKind.Relative), TestContext.Current.CancellationToken);
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("urn:heng:refusal:test.refused", problem.RootElement.GetProperty("type").GetString());
        Assert.Equal("test.refused", problem.RootElement.GetProperty("code").GetString());
        Assert.Equal("《行政处罚法》第三十六条", problem.RootElement.GetProperty("basis")[0].GetString());
        Assert.Equal("2", problem.RootElement.GetProperty("facts").GetProperty("years").GetString());
    }

    [Fact]
    public async Task A_wrong_method_is_told_in_chinese()
    {
        using var answer = await client.GetAsync(new Uri("/api/echo", UriKind.Relative), TestContext.Current.CancellationToken);
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal("urn:heng:method", problem.RootElement.GetProperty("type").GetString());
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    private sealed class Faulty : Capability
    {
        public const string Secret = "a detail of the fault";

        public override string Name => "故障";

        public override IReadOnlyList<ServedClause> Clauses => [];

        public override void MapEndpoints(IEndpointRouteBuilder endpoints)
        {
            endpoints = endpoints.MapGroup("").AllowAnonymous();
            endpoints.MapGet("/fault", string () => throw new InvalidOperationException(Secret));
            endpoints.MapGet("/api/fault", string () => throw new InvalidOperationException(Secret));
            endpoints.MapPost("/api/echo", (Message message) => message);
            endpoints.MapGet("/api/refusal", (LawSet law) => Problems.Refused(
                [new Refusal("test.refused", Citation.Parse("APL 36"), "超过二年未被发现，不再给予处罚。", new Dictionary<string, string> { ["years"] = "2" })], law));
        }
    }

    private sealed record Message(string Text);
}
