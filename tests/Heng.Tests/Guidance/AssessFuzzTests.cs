using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Heng.Discretion;
using Heng.Guidance;
using Heng.Law;
using Heng.Platform.Interchange;
using Heng.Tests.Web;

namespace Heng.Tests.Guidance;

/// <summary>What is no request gets an error with a code, a Chinese sentence and its id; never a crash, never a silent default.</summary>
public sealed class AssessFuzzTests(SiteFixture site)
{
    private const string Good = """{"id":"1","matter":"FOOD-008","region":"CN","actDate":"2026-03-01","actEndDate":null,"discoveryDate":null,"decisionDate":"2026-04-10","party":"unit","facts":{"goodsValue":66,"noHarm":true},"circumstances":["C-MT-08"],"proposed":{"fine":5000}}""";
    private static readonly AssessContract contract = new(LawSet.Embedded);

    [Theory]
    [InlineData("\"FOOD-008\"", "\"FOOD-999\"", "unknown-matter")]
    [InlineData("\"FOOD-008\"", "8", "wrong-type")]
    [InlineData("\"matter\"", "\"Matter\"", "unknown-field")]
    [InlineData("\"matter\":\"FOOD-008\",", "", "missing-field")]
    [InlineData("\"region\":\"CN\",", "", "missing-field")]
    [InlineData("\"party\":\"unit\",", "", "missing-field")]
    [InlineData("\"actDate\":\"2026-03-01\",", "", "missing-field")]
    [InlineData("\"decisionDate\":\"2026-04-10\",", "", "missing-field")]
    [InlineData("\"id\":\"1\",", "", "missing-field")]
    [InlineData("\"CN\"", "\"CN-ZZ\"", "unknown-region")]
    [InlineData("\"CN\"", "\"cn\"", "unknown-region")]
    [InlineData("\"CN\"", "null", "wrong-type")]
    [InlineData("2026-03-01", "2026-02-30", "impossible-date")]
    [InlineData("2026-03-01", "0001-01-01", "impossible-date")]
    [InlineData("2026-03-01", "9999-12-31", "impossible-date")]
    [InlineData("2026-03-01", "2026-3-1", "impossible-date")]
    [InlineData("2026-03-01", "２０２６-03-01", "impossible-date")]
    [InlineData("\"2026-03-01\"", "20260301", "wrong-type")]
    [InlineData("\"2026-03-01\"", "null", "wrong-type")]
    [InlineData("2026-04-10", "2026-02-28", "decision-before-act")]
    [InlineData("\"actEndDate\":null", "\"actEndDate\":\"2026-02-28\"", "end-before-start")]
    [InlineData("\"discoveryDate\":null", "\"discoveryDate\":\"2026-02-28\"", "discovery-before-act")]
    [InlineData("\"discoveryDate\":null", "\"discoveryDate\":\"2026-04-11\"", "discovery-after-decision")]
    [InlineData("\"unit\"", "\"company\"", "unknown-party")]
    [InlineData("\"unit\"", "true", "wrong-type")]
    [InlineData("goodsValue\":66", "goodsvalue\":66", "unknown-fact")]
    [InlineData("goodsValue\":66", "goodsValue\":-0.01", "impossible-value")]
    [InlineData("goodsValue\":66", "goodsValue\":1e400", "impossible-value")]
    [InlineData("goodsValue\":66", "goodsValue\":1e16", "impossible-value")]
    [InlineData("goodsValue\":66", "goodsValue\":\"66\"", "wrong-type")]
    [InlineData("goodsValue\":66", "goodsValue\":null", "wrong-type")]
    [InlineData("goodsValue\":66", "goodsValue\":true", "wrong-type")]
    [InlineData("goodsValue\":66", "goodsValue\":NaN", "bad-json")]
    [InlineData("goodsValue\":66", "goodsValue\":66,\"goodsValue\":67", "duplicate-field")]
    [InlineData("\"noHarm\":true", "\"noHarm\":1", "wrong-type")]
    [InlineData("\"noHarm\":true", "\"noHarm\":\"true\"", "wrong-type")]
    [InlineData("\"noHarm\":true", "\"stage\":\"wholesale\"", "impossible-value")]
    [InlineData("[\"C-MT-08\"]", "[\"C-XX-08\"]", "unknown-circumstance")]
    [InlineData("[\"C-MT-08\"]", "[8]", "wrong-type")]
    [InlineData("[\"C-MT-08\"]", "\"C-MT-08\"", "wrong-type")]
    [InlineData("{\"fine\":5000}", "{}", "missing-field")]
    [InlineData("{\"fine\":5000}", "{\"fine\":-1}", "impossible-value")]
    [InlineData("{\"fine\":5000}", "{\"sum\":5000}", "unknown-field")]
    [InlineData("{\"fine\":5000}", "5000", "wrong-type")]
    [InlineData("\"id\":\"1\"", "\"id\":\"1\",\"id\":\"2\"", "duplicate-field")]
    [InlineData("\"facts\":{", "\"facts\":[", "wrong-type")]
    [InlineData("5000}}", "5000}}}", "bad-json")]
    [InlineData("5000}}", "5000}", "bad-json")]
    public void A_bad_request_gets_its_code(string part, string instead, string code)
    {
        Assert.Contains(part, Good, StringComparison.Ordinal);
        var (ok, answer) = Ask(Encoding.UTF8.GetBytes(Good.Replace(part, instead, StringComparison.Ordinal)));
        Assert.False(ok);
        Assert.Equal(code, answer["error"]!["code"]!.GetValue<string>());
        Assert.Contains(answer["error"]!["says"]!.GetValue<string>(), c => c is >= '一' and <= '鿿');
        if (!part.Contains("\"id\"", StringComparison.Ordinal))
        {
            Assert.Equal("1", answer["id"]!.GetValue<string>());
        }
    }

    [Fact]
    public void Cut_flipped_and_mixed_bytes_are_answered_or_refused_never_thrown()
    {
        var random = new Random(7);
        var good = Encoding.UTF8.GetBytes(Good);
        for (var i = 0; i < 20_000; i++)
        {
            var bytes = (byte[])good.Clone();
            var changes = random.Next(1, 4);
            for (var c = 0; c < changes; c++)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            bytes = random.Next(3) == 0 ? bytes[..random.Next(bytes.Length)] : bytes;
            var (ok, answer) = Ask(bytes);
            Assert.Equal(ok, answer["error"] is null);
            Assert.Equal(ok, answer["outcome"] is not null);
        }
    }

    [Fact]
    public void Deep_nesting_lone_surrogates_and_odd_roots_are_errors()
    {
        foreach (var json in new[] { new string('[', 100_000), "{\"id\":" + new string('[', 5_000), "null", "3", "\"x\"", "[]", "", "{", "{}", "{\"id\":\"\\ud800\"}", "{\"\\ud800\":1}", "{\"facts\":{\"\\ud800\":1}}", "{\"id\":\"a\",\"matter\":\"\\ud83d\"}" })
        {
            var (ok, answer) = Ask(Encoding.UTF8.GetBytes(json));
            Assert.False(ok);
            Assert.NotNull(answer["error"]!["code"]);
        }
    }

    [Fact]
    public async Task A_long_and_an_invalid_line_do_not_stop_the_run()
    {
        var stop = TestContext.Current.CancellationToken;
        using var input = new MemoryStream();
        input.Write(Encoding.UTF8.GetBytes(Good + "\n"));
        input.Write(Encoding.UTF8.GetBytes("{\"id\":\"" + new string('x', 100_000_000) + "\"}\n"));
        input.Write([0x7B, 0x22, 0xFF, 0xFE, 0x22, 0x7D, 0x0A]);
        input.Write(Encoding.UTF8.GetBytes(Good));
        input.Position = 0;
        using var written = new MemoryStream();
        var tally = await new JsonLines((line, _, writer) => contract.Answer(line.Span, writer, default)).RunAsync(input, written, stop: stop);
        var lines = Encoding.UTF8.GetString(written.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonNode.Parse(l)!).ToArray();
        Assert.Equal((4, 2), (tally.Lines, tally.Failed));
        Assert.Equal([null, "line-too-long", "bad-encoding", null], lines.Select(l => l["error"]?["code"]?.GetValue<string>() switch { null => null, "line-too-long" => "line-too-long", _ => "bad-encoding" }));
        Assert.Equal(lines[0].ToJsonString(), lines[3].ToJsonString());
    }

    [Fact]
    public async Task Over_http_one_bad_request_is_a_problem_and_a_bad_element_is_answered_in_its_place()
    {
        var stop = TestContext.Current.CancellationToken;
        using var client = site.CreateClient();
        using var one = await client.PostAsync("/api/assess", Json(Good.Replace("FOOD-008", "FOOD-999", StringComparison.Ordinal)), stop);
        Assert.Equal(HttpStatusCode.BadRequest, one.StatusCode);
        var problem = await one.Content.ReadFromJsonAsync<JsonObject>(stop);
        Assert.Equal(("urn:heng:input:unknown-matter", "unknown-matter"), (problem!["type"]!.GetValue<string>(), problem["code"]!.GetValue<string>()));

        using var many = await client.PostAsync("/api/assess", Json($"[{Good},{{\"id\":\"2\"}},3,{Good}]"), stop);
        Assert.Equal(HttpStatusCode.OK, many.StatusCode);
        var answers = await many.Content.ReadFromJsonAsync<JsonArray>(stop);
        Assert.Equal([false, true, true, false], answers!.Select(a => a!["error"] is not null));

        using var malformed = await client.PostAsync("/api/assess", Json("[{]"), stop);
        Assert.Equal(HttpStatusCode.BadRequest, malformed.StatusCode);
        using var text = await client.PostAsync("/api/assess", new StringContent(Good, Encoding.UTF8, "text/plain"), stop);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, text.StatusCode);
        using var large = await client.PostAsync("/api/assess", Json("[" + new string(' ', 5 << 20) + "]"), stop);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.StatusCode);
    }

    [Fact]
    public void Ten_thousand_replays_give_the_same_bytes()
    {
        var bytes = Encoding.UTF8.GetBytes(Good);
        var first = Bytes(bytes);
        for (var i = 0; i < 10_000; i++)
        {
            Assert.True(first.AsSpan().SequenceEqual(Bytes(bytes)));
        }

        static byte[] Bytes(byte[] json)
        {
            using var memory = new MemoryStream();
            using (var writer = new Utf8JsonWriter(memory))
            {
                contract.Answer(json, writer, default);
            }

            return memory.ToArray();
        }
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    private static (bool Ok, JsonObject Answer) Ask(byte[] json)
    {
        using var memory = new MemoryStream();
        bool ok;
        using (var writer = new Utf8JsonWriter(memory))
        {
            ok = contract.Answer(json, writer, default);
        }

        return (ok, JsonNode.Parse(memory.ToArray())!.AsObject());
    }
}
