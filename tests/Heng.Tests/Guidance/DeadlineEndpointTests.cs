using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Heng.Tests.Web;

namespace Heng.Tests.Guidance;

public sealed class DeadlineEndpointTests(SiteFixture site)
{
    private const string Good = """{"id":"1","rule":"L50","start":"2026-01-05"}""";

    [Fact]
    public async Task One_request_gets_one_answer()
    {
        var (status, answer) = await Post(Good);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("2026-04-07", answer["due"]!.GetValue<string>());
    }

    [Fact]
    public async Task In_an_array_a_bad_request_is_answered_in_its_place()
    {
        var (status, answer) = await Post($$"""[{{Good}}, {"id":"2","rule":"L50"}, 7, {"id":"3","rule":"L71","start":"2026-01-05"}, {{Good}}]""");
        Assert.Equal(HttpStatusCode.OK, status);
        var answers = answer.AsArray();
        Assert.Equal(["", "missing-field", "not-an-object", "no-date", ""], answers.Select(a => a!["error"]?["code"]?.GetValue<string>() ?? ""));
        Assert.Equal("2026-04-07", answers[4]!["due"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_bad_request_alone_is_a_problem_of_the_input()
    {
        var (status, answer) = await Post("""{"id":"2","rule":"L50","start":"soon"}""");
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal(("urn:heng:input:impossible-date", "impossible-date", "2"), (answer["type"]!.GetValue<string>(), answer["code"]!.GetValue<string>(), answer["id"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_refusal_of_the_law_alone_is_a_problem_with_its_basis()
    {
        var (status, answer) = await Post("""{"id":"2","rule":"L50","start":"2026-12-05"}""");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal(("urn:heng:refusal:calendar", "2027"), (answer["type"]!.GetValue<string>(), answer["facts"]!["year"]!.GetValue<string>()));
        Assert.NotEmpty(answer["basis"]!.AsArray());
    }

    [Fact]
    public async Task The_endpoint_is_described_with_an_example_that_works()
    {
        using var client = site.CreateClient();
        var document = await client.GetFromJsonAsync<JsonNode>(new Uri("/openapi/v1.json", UriKind.Relative), TestContext.Current.CancellationToken);
        var operation = document!["paths"]!["/api/deadline"]!["post"]!;
        Assert.NotNull(operation["summary"]);
        var example = operation["requestBody"]!["content"]!["application/json"]!["example"]!;
        var (status, answer) = await Post(example.ToJsonString());
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("2026-05-15", answer["due"]!.GetValue<string>());
    }

    private async Task<(HttpStatusCode Status, JsonNode Answer)> Post(string body)
    {
        using var client = site.CreateClient();
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync(new Uri("/api/deadline", UriKind.Relative), content, TestContext.Current.CancellationToken);
        return (answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!);
    }
}
