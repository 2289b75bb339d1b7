using System.Text.Json.Nodes;
using Heng.Platform.Commands;

namespace Heng.Tests.Commands;

public sealed class DeadlineCommandTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("heng-deadline-");

    [Fact]
    public async Task Every_line_is_answered_and_the_exit_status_is_0()
    {
        var (status, answers) = await Run("""{"id":"1","rule":"L40","start":"2026-02-12"}""", """{"id":"2","rule":"L44","start":"2026-10-15"}""");
        Assert.Equal(0, status);
        Assert.Equal(["2026-02-26", "2026-09-29"], answers.Select(a => a!["due"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_bad_line_is_answered_in_its_place_and_the_exit_status_is_1()
    {
        var (status, answers) = await Run("""{"id":"1","rule":"L40","start":"2026-02-12"}""", "nonsense", """{"id":"2","rule":"L71","start":"2026-10-15"}""", """{"id":"3","rule":"L40","start":"2026-02-12"}""");
        Assert.Equal(1, status);
        Assert.Equal([null, "bad-json", "no-date", null], answers.Select(a => a!["error"]?["code"]?.GetValue<string>()));
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_exit_status_2()
        => Assert.Equal(2, await Invoke("deadline", "--input", PathOf("none.jsonl"), "--output", PathOf("out.jsonl")));

    [Fact]
    public async Task One_file_cannot_be_read_and_written_at_once()
    {
        await File.WriteAllTextAsync(PathOf("in.jsonl"), """{"id":"1","rule":"L40","start":"2026-02-12"}""", TestContext.Current.CancellationToken);
        Assert.Equal(2, await Invoke("deadline", "--input", PathOf("in.jsonl"), "--output", PathOf("in.jsonl")));
        Assert.NotEmpty(await File.ReadAllTextAsync(PathOf("in.jsonl"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_unknown_option_is_exit_status_2() => Assert.Equal(2, await Invoke("deadline", "--nonsense"));

    public void Dispose() => folder.Delete(recursive: true);

    private string PathOf(string name) => Path.Combine(folder.FullName, name);

    private static Task<int> Invoke(params string[] args) => HengCommands.RunAsync(args, Capabilities.All);

    private async Task<(int Status, JsonNode?[] Answers)> Run(params string[] lines)
    {
        await File.WriteAllLinesAsync(PathOf("in.jsonl"), lines, TestContext.Current.CancellationToken);
        var status = await Invoke("deadline", "--input", PathOf("in.jsonl"), "--output", PathOf("out.jsonl"));
        return (status, [.. (await File.ReadAllLinesAsync(PathOf("out.jsonl"), TestContext.Current.CancellationToken)).Select(l => JsonNode.Parse(l))]);
    }
}
