using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Heng.Law;
using Heng.Law.Citations;
using Heng.Platform.Commands;
using Heng.Platform.Shell;

namespace Heng.Tests.Commands;

public sealed class LawCheckCommandTests
{
    private static readonly DirectoryInfo folder = new(Repository.PathOf("law"));
    private static readonly DateOnly day = new(2026, 11, 26);

    [Fact]
    public async Task The_repository_s_law_is_clean_but_for_the_listed_gaps()
    {
        var (status, output) = await RunAsync(folder);
        Assert.Equal("", string.Join('\n', output.Split('\n').SkipLast(3)));
        Assert.Contains("错误 0，提醒 0", output, StringComparison.Ordinal);
        Assert.Equal(0, status);
    }

    [Fact]
    public async Task The_built_in_law_is_clean_too() => Assert.Equal(0, (await RunAsync(null)).Status);

    [Fact]
    public async Task Known_gaps_are_shown_when_asked_for()
        => Assert.Contains("已知：特意保留的反面例子", (await RunAsync(folder, all: true)).Output, StringComparison.Ordinal);

    [Fact]
    public async Task As_json_every_finding_has_its_fields()
    {
        var (status, output) = await RunAsync(folder, json: true);
        using var document = JsonDocument.Parse(output);
        Assert.Equal(0, status);
        Assert.Equal("2026-11-26", document.RootElement.GetProperty("asOf").GetString());
        var first = document.RootElement.GetProperty("findings")[0];
        Assert.Equal(["code", "severity", "file", "path", "value", "says", "knownBecause"], first.EnumerateObject().Select(p => p.Name));
    }

    [Fact]
    public async Task A_folder_that_is_not_there_cannot_be_used()
        => Assert.Equal(2, (await RunAsync(new DirectoryInfo(Repository.PathOf("no-such-folder")))).Status);

    [Fact]
    public async Task A_folder_without_law_cannot_be_used()
        => Assert.Equal(2, (await RunAsync(new DirectoryInfo(Repository.PathOf("law", "schema")))).Status);

    [Fact]
    public async Task A_day_that_is_none_is_refused()
        => Assert.Equal(2, await HengCommands.RunAsync(["law", "check", "--as-of", "2026-02-30"], Capabilities.All));

    [Fact]
    public async Task Every_file_names_a_schema_that_the_program_has_and_every_schema_is_used()
    {
        var schemas = await LawSchemas.ReadAsync(TestContext.Current.CancellationToken);
        var named = LawFolder.Read(folder).Where(f => !f.Path.StartsWith("schema/", StringComparison.Ordinal))
            .Select(f => Path.GetFileName(JsonNode.Parse(f.Content.Span)!["$schema"]!.GetValue<string>())).Distinct();
        Assert.Equal(schemas.Names.Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
    }

    public static TheoryData<string, string, Action<JsonNode>> Faults => new()
    {
        { "缺少“zh”", "matters/food/FOOD-008.json", r => r.AsObject().Remove("zh") },
        { "多出“extra”", "matters/food/FOOD-008.json", r => r["extra"] = 1 },
        { "不是可取的值", "matters/food/FOOD-008.json", r => r["versions"]![0]!["confidence"] = "sure" },
        { "写法不符合要求", "matters/food/FOOD-008.json", r => r["versions"]![0]!["from"] = "2021年4月29日" },
        { "写法不符合要求", "procedure/stages.json", r => r["stages"]![0]!["cite"]![0] = "PR 18；19" },
        { "数值超出范围", "matters/penalty-kinds.json", r => r["kinds"]![0]!["severity"] = 7 },
        { "应为", "matters/facts.json", r => r["facts"]![0]!["question"] = 5 },
        { "不是允许的形式", "exemptions/NPCSC.json", r => r["entries"]![0]!["conditions"] = new JsonObject { ["fact"] = "noHarm" } },
    };

    [Theory, MemberData(nameof(Faults))]
    public async Task A_fault_of_schema_is_found_and_said_in_Chinese(string says, string path, Action<JsonNode> plant)
    {
        ArgumentNullException.ThrowIfNull(plant);
        var schemas = await LawSchemas.ReadAsync(TestContext.Current.CancellationToken);
        var root = JsonNode.Parse(LawFiles.Embedded.One(path).Content.Span)!;
        plant(root);
        var findings = schemas.Check(LawFiles.From([(path, new MemoryStream(Encoding.UTF8.GetBytes(root.ToJsonString())))])).ToArray();
        Assert.Contains(findings, f => f is { Code: "law.schema", Severity: LawSeverity.Error } && f.File == path && f.Says.Contains(says, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"$schema":"schema/nothing.schema.json"}""")]
    [InlineData("""{"$schema":1}""")]
    [InlineData("[]")]
    public async Task A_file_of_no_known_kind_is_found(string content)
    {
        var schemas = await LawSchemas.ReadAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["law.schema.unknown"], schemas.Check(LawFiles.From([("x.json", new MemoryStream(Encoding.UTF8.GetBytes(content)))])).Select(f => f.Code));
    }

    private static async Task<(int Status, string Output)> RunAsync(DirectoryInfo? directory, bool json = false, bool all = false)
    {
        using var output = new StringWriter();
        var status = await LawCheckCommand.RunAsync(directory, day, json, all, TimeProvider.System, output, TestContext.Current.CancellationToken);
        return (status, output.ToString());
    }
}
