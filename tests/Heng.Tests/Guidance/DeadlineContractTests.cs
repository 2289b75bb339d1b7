using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Heng.Guidance;
using Heng.Law;

namespace Heng.Tests.Guidance;

public sealed class DeadlineContractTests
{
    private static readonly DeadlineContract contract = new(LawSet.Embedded);

    [Fact]
    public void A_request_gets_its_day_its_steps_and_the_law_it_was_counted_by()
    {
        var (good, answer) = Ask("""{"id":"a","rule":"L50","start":"2026-01-05","exclusions":[["2026-02-01","2026-02-10"]],"extensions":[{"length":30,"unit":"d"}]}""");
        Assert.True(good);
        Assert.Equal(("a", "2026-05-15", "2026-05-15"), (Text(answer, "id"), Text(answer, "due"), Text(answer, "warnOn")));
        Assert.Empty(answer["notes"]!.AsArray());
        Assert.Equal(["期限", "起算", "扣除", "计数", "延长", "届满"], answer["steps"]!.AsArray().Select(s => Text(s!.AsObject(), "what")));
        Assert.Equal(["PR 80", "CVP 85"], answer["steps"]![1]!["basis"]!.AsArray().Select(b => b!.GetValue<string>()));
        Assert.Equal("《市场监督管理行政处罚程序规定》第八十条", answer["steps"]![1]!["articles"]![0]!.GetValue<string>());
        Assert.Equal(LawSet.Embedded.Hash, Text(answer, "lawHash"));
    }

    [Theory]
    [InlineData("""{"id":"1","rule":"L23","start":"2026-01-16"}""", "2026-02-24", "2026-02-15")]
    [InlineData("""{"id":"1","rule":"L20","start":"2026-01-05T14:30"}""", "2026-01-06T14:30", "2026-01-06T14:30")]
    [InlineData("""{"id":"1","rule":"L44","start":"2026-10-15"}""", "2026-09-29", "2026-09-29")]
    [InlineData("""{"id":"1","rule":"L85","start":"2024-02-29"}""", "2026-02-28", "2026-02-28")]
    [InlineData("""{"start":"2026-02-12","exclusions":[],"extensions":[],"rule":"L40","id":7}""", "2026-02-26", "2026-02-26")]
    [InlineData("""{"id":"1","rule":"L50","start":"2026-01-05","extensions":[{"unit":"ND","length":30,"approver":"HEAD"},{"unit":"M","length":1}]}""", "2026-06-05", "2026-06-05")]
    public void Limits_of_every_unit_are_counted(string request, string due, string warnOn)
    {
        var (_, answer) = Ask(request);
        Assert.Equal((due, warnOn), (Text(answer, "due"), Text(answer, "warnOn")));
    }

    [Fact]
    public void What_the_limit_does_not_foresee_carries_a_note()
        => Assert.Equal("not-foreseen", Text(Ask("""{"id":"1","rule":"L40","start":"2026-03-02","exclusions":[["2026-03-03","2026-03-03"]]}""").Answer["notes"]![0]!.AsObject(), "code"));

    [Theory]
    [InlineData("""{"id":"x","rule":"L999","start":"2026-01-05"}""", "unknown-rule")]
    [InlineData("""{"id":"x","rule":"L01","start":"2026-04-14"}""", "not-in-force")]
    [InlineData("""{"id":"x","rule":"L71","start":"2026-01-05"}""", "no-date")]
    [InlineData("""{"id":"x","rule":"L50","start":"2026-12-01"}""", "calendar")]
    [InlineData("""{"id":"x","rule":"L85","start":"2026-01-05","extensions":[{"length":2147483647,"unit":"Y"}]}""", "calendar")]
    public void A_refusal_of_the_law_names_its_basis_and_its_facts(string request, string code)
    {
        var (good, answer) = Ask(request);
        Assert.False(good);
        Assert.Equal("x", Text(answer, "id"));
        Assert.Equal(code, Text(answer["error"]!.AsObject(), "code"));
        Assert.NotEmpty(answer["error"]!["basis"]!.AsArray());
        Assert.NotEmpty(answer["error"]!["facts"]!.AsObject());
    }

    [Theory]
    [InlineData("", "bad-json")]
    [InlineData("{", "bad-json")]
    [InlineData("{}{}", "bad-json")]
    [InlineData("""{"id":"\ud800","rule":"L50","start":"2026-01-05"}""", "bad-json")]
    [InlineData("[]", "not-an-object")]
    [InlineData("null", "not-an-object")]
    [InlineData("7", "not-an-object")]
    [InlineData("{}", "missing-field")]
    [InlineData("""{"id":"x","rule":"L50"}""", "missing-field")]
    [InlineData("""{"id":"x","start":"2026-01-05"}""", "missing-field")]
    [InlineData("""{"rule":"L50","start":"2026-01-05"}""", "missing-field")]
    [InlineData("""{"id":"x","rule":"L50","start":"2026-01-05","exclusion":[]}""", "unknown-field")]
    [InlineData("""{"id":"x","rule":"L50","start":"2026-01-05","Rule":"L40"}""", "unknown-field")]
    [InlineData("""{"id":"x","rule":"L50","rule":"L40","start":"2026-01-05"}""", "duplicate-field")]
    [InlineData("""{"id":null,"rule":"L50","start":"2026-01-05"}""", "wrong-type")]
    [InlineData("""{"id":"x","rule":50,"start":"2026-01-05"}""", "wrong-type")]
    [InlineData("""{"id":"x","rule":"L50","start":20260105}""", "wrong-type")]
    [InlineData("""{"id":"x","rule":"L50","start":null}""", "wrong-type")]
    [InlineData("""{"id":"x","rule":"L50","start":"2026-02-29"}""", "impossible-date")]
    [InlineData("""{"id":"x","rule":"L50","start":"2026-1-5"}""", "impossible-date")]
    [InlineData("""{"id":"x","rule":"L50","start":"05/01/2026"}""", "impossible-date")]
    [InlineData("""{"id":"x","rule":"L50","start":"2026-01-05T00:00"}""", "start-has-time")]
    [InlineData("""{"id":"x","rule":"L20","start":"2026-01-05"}""", "start-needs-time")]
    [InlineData("""{"id":"x","rule":"L20","start":"2026-01-05T25:00"}""", "impossible-date")]
    [InlineData("""{"id":"x","rule":"L50","start":"2026-01-05","exclusions":null}""", "wrong-type")]
    [InlineData("""{"id":"x","rule":"L50","start":"2026-01-05","exclusions":["2026-01-06","2026-01-07"]}""", "wrong-type")]
    [InlineData("""{"id":"x","rule":"L50","start":"2026-01-05","exclusions":[["2026-01-06"]]}""", "wrong-type")]
    [InlineData("""{"id":"x","rule":"L50","start":"2026-01-05","exclusions":[["2026-01-06","2026-01-07","2026-01-08"]]}""", "wrong-type")]
    [InlineData("""{"id":"x","rule":"L50","start":"2026-01-05","exclusions":[[]]}""", "wrong-type")]
    [InlineData("""{"id":"x","rule":"L50","start":"2026-01-05","exclusions":[["2026-01-07","2026-01-06"]]}""", "end-before-start")]
    [InlineData("""{"id":"x","rule":"L50","start":"2026-01-05","exclusions":[["2026-01-06T10:00","2026-01-07"]]}""", "impossible-date")]
    [InlineData("""{"id":"x","rule":"L50","start":"2026-01-05","exclusions":[["2026-01-06","2026-01-32"]]}""", "impossible-date")]
    [InlineData("""{"id":"x","rule":"L50","start":"2026-01-05","extensions":{}}""", "wrong-type")]
    [InlineData("""{"id":"x","rule":"L50","start":"2026-01-05","extensions":[30]}""", "wrong-type")]
    [InlineData("""{"id":"x","rule":"L50","start":"2026-01-05","extensions":[{"length":30}]}""", "missing-field")]
    [InlineData("""{"id":"x","rule":"L50","start":"2026-01-05","extensions":[{"unit":"ND"}]}""", "missing-field")]
    [InlineData("""{"id":"x","rule":"L50","start":"2026-01-05","extensions":[{"length":"30","unit":"ND"}]}""", "wrong-type")]
    [InlineData("""{"id":"x","rule":"L50","start":"2026-01-05","extensions":[{"length":-1,"unit":"ND"}]}""", "impossible-value")]
    [InlineData("""{"id":"x","rule":"L50","start":"2026-01-05","extensions":[{"length":1.5,"unit":"ND"}]}""", "impossible-value")]
    [InlineData("""{"id":"x","rule":"L50","start":"2026-01-05","extensions":[{"length":1e400,"unit":"ND"}]}""", "impossible-value")]
    [InlineData("""{"id":"x","rule":"L50","start":"2026-01-05","extensions":[{"length":99999999999999999999,"unit":"ND"}]}""", "impossible-value")]
    [InlineData("""{"id":"x","rule":"L50","start":"2026-01-05","extensions":[{"length":NaN,"unit":"ND"}]}""", "bad-json")]
    [InlineData("""{"id":"x","rule":"L50","start":"2026-01-05","extensions":[{"length":1,"unit":"days"}]}""", "unknown-unit")]
    [InlineData("""{"id":"x","rule":"L50","start":"2026-01-05","extensions":[{"length":1,"unit":"wd"}]}""", "unknown-unit")]
    [InlineData("""{"id":"x","rule":"L50","start":"2026-01-05","extensions":[{"length":1,"unit":"WD","approver":"ME"}]}""", "unknown-approver")]
    [InlineData("""{"id":"x","rule":"L50","start":"2026-01-05","extensions":[{"length":1,"unit":"WD","note":""}]}""", "unknown-field")]
    [InlineData("""{"id":"x","rule":"L50","start":"2026-01-05","extensions":[{"length":1,"length":1,"unit":"WD"}]}""", "duplicate-field")]
    public void A_request_that_cannot_be_used_is_an_error_and_never_a_default(string request, string code)
    {
        var (good, answer) = Ask(request);
        Assert.False(good);
        Assert.Equal(code, Text(answer["error"]!.AsObject(), "code"));
        Assert.Null(answer["due"]);
        Assert.NotEmpty(Text(answer["error"]!.AsObject(), "says")!);
    }

    [Fact]
    public void An_error_keeps_the_id_wherever_it_stands()
        => Assert.Equal("late", Text(Ask("""{"rule":50,"start":"2026-01-05","id":"late"}""").Answer, "id"));

    [Fact]
    public void A_long_rule_is_not_thrown_back()
        => Assert.True(Ask($$"""{"id":"x","rule":"{{new string('L', 500_000)}}","start":"2026-01-05"}""").Answer.ToJsonString().Length < 1_000);

    [Fact]
    public void Broken_requests_get_an_answer_of_one_line_and_never_an_exception()
    {
        const string Good = """{"id":"1","rule":"L50","start":"2026-01-05","exclusions":[["2026-02-01","2026-02-10"]],"extensions":[{"length":30,"unit":"d","approver":"HEAD"}]}""";
        var bytes = Encoding.UTF8.GetBytes(Good);
        Gen.Select(Gen.Int[0, bytes.Length - 1], Gen.Int[0, 4], Gen.Byte, Gen.Int[0, bytes.Length - 1], Gen.Byte).Sample((at, how, with, second, also) =>
        {
            var broken = bytes.ToList();
            switch (how)
            {
                case 0: broken[at] = with; break;
                case 1: broken.RemoveAt(at); break;
                case 2: broken.Insert(at, with); break;
                case 3: broken.RemoveRange(at, broken.Count - at); break;
                default: (broken[at], broken[second]) = (with, also); break;
            }

            var (good, answer) = Ask([.. broken]);
            Assert.Equal(good, answer["error"] is null);
            Assert.Equal(good, answer["due"] is not null);
        }, iter: 20_000);
    }

    private static string? Text(JsonObject answer, string name) => answer[name]?.GetValue<string>();

    private static (bool Good, JsonObject Answer) Ask(string request) => Ask(Encoding.UTF8.GetBytes(request));

    private static (bool Good, JsonObject Answer) Ask(byte[] request)
    {
        using var written = new MemoryStream();
        using var writer = new Utf8JsonWriter(written);
        var good = contract.Answer(request, writer);
        writer.Flush();
        return (good, JsonNode.Parse(written.ToArray())!.AsObject());
    }
}
