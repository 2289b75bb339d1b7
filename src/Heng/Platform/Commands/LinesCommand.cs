using System.CommandLine;
using System.Globalization;
using Heng.Law;
using Heng.Law.Citations;
using Heng.Platform.Interchange;
using Heng.Platform.Shell;

namespace Heng.Platform.Commands;

/// <summary>What the commands over JSON Lines share: <c>--input</c>, <c>--output</c>, <c>--law</c>, progress and exit status.</summary>
/// <remarks>Exit status: 0 every line was answered, 1 some line got an error, 2 a file cannot be used.</remarks>
public static class LinesCommand
{
    private const string Standard = "-";
    private const int ProgressEvery = 200_000;

    /// <summary>Makes a command.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="description">What it does, in both languages.</param>
    /// <param name="options">Options of its own.</param>
    /// <param name="answer">Makes the answer for a law set and the parsed options.</param>
    public static Command Create(string name, string description, IReadOnlyList<Option> options, Func<LawSet, ParseResult, JsonLineAnswer> answer)
    {
        ArgumentNullException.ThrowIfNull(options);
        var input = new Option<string>("--input") { Description = Bilingual.Text("输入文件，- 表示标准输入（默认）", "Input file; - is standard input (the default)"), HelpName = "FILE", DefaultValueFactory = _ => Standard };
        var output = new Option<string>("--output") { Description = Bilingual.Text("输出文件，- 表示标准输出（默认）", "Output file; - is standard output (the default)"), HelpName = "FILE", DefaultValueFactory = _ => Standard };
        var law = new Option<DirectoryInfo?>("--law") { Description = Bilingual.Text("改用此目录中的法规数据", "Use the law data of this folder instead of the built-in set"), HelpName = "DIR" };
        var command = new Command(name, description) { input, output, law };
        foreach (var option in options)
        {
            command.Add(option);
        }

        command.SetAction(async (parsed, stop) =>
        {
            try
            {
                var set = parsed.GetValue(law) is { } folder ? LawSet.Load(LawFolder.Read(folder)) : LawSet.Embedded;
                return await RunAsync(answer(set, parsed), parsed.GetValue(input)!, parsed.GetValue(output)!, stop);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or LawDataException or ArgumentException)
            {
                await Console.Error.WriteLineAsync($"无法执行 / cannot run: {e.Message}");
                return 2;
            }
        });
        return command;
    }

    private static async Task<int> RunAsync(JsonLineAnswer answer, string input, string output, CancellationToken stop)
    {
        if (input != Standard && output != Standard && Path.GetFullPath(input) == Path.GetFullPath(output))
        {
            throw new ArgumentException("输入与输出不能是同一个文件 / the input and the output cannot be one file");
        }

        await using var from = input == Standard ? Console.OpenStandardInput() : new FileStream(input, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, useAsync: true);
        await using var to = output == Standard ? Console.OpenStandardOutput() : new FileStream(output, FileMode.Create, FileAccess.Write, FileShare.Read, 1 << 16, useAsync: true);
        var tally = await new JsonLines(answer).RunAsync(from, to, new Progress(), stop);
        if (tally.Lines >= ProgressEvery || tally.Failed > 0)
        {
            await Console.Error.WriteLineAsync($"完成 {Shown(tally.Lines)} 行，其中 {Shown(tally.Failed)} 行有误 / {Shown(tally.Lines)} lines, {Shown(tally.Failed)} with errors");
        }

        return tally.Failed == 0 ? 0 : 1;
    }

    private static string Shown(long count) => count.ToString("#,##0", CultureInfo.InvariantCulture);

    /// <summary>Says on standard error how far a long run is.</summary>
    private sealed class Progress : IProgress<JsonLinesTally>
    {
        private long next = ProgressEvery;

        public void Report(JsonLinesTally value)
        {
            if (value.Lines >= next)
            {
                next = value.Lines + ProgressEvery;
                Console.Error.WriteLine($"已处理 {Shown(value.Lines)} 行 / {Shown(value.Lines)} lines done");
            }
        }
    }
}
