using System.CommandLine;
using Heng.Platform.Commands;

namespace Heng.Tests.Commands;

public sealed class CommandTests
{
    private static readonly RootCommand root = HengCommands.Create(Capabilities.All);

    [Fact]
    public void Every_command_and_option_is_described_in_chinese_and_english()
    {
        foreach (var symbol in All(root))
        {
            var lines = (symbol.Description ?? "").Split('\n');
            Assert.True(lines.Length == 2, $"{symbol.Name}: a Chinese line, then an English line");
            Assert.Contains(lines[0], c => c is >= '一' and <= '鿿');
            Assert.DoesNotContain(lines[1], c => c is >= '一' and <= '鿿');
        }
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("65536")]
    [InlineData("abc")]
    public async Task A_port_that_is_none_is_refused(string port)
        => Assert.Equal(2, await HengCommands.RunAsync(["serve", "--port", port], Capabilities.All));

    [Theory]
    [InlineData("--help")]
    [InlineData("serve", "--help")]
    public async Task Help_speaks_both_languages(params string[] args)
    {
        using var output = new StringWriter();
        Assert.Equal(0, await root.Parse(args).InvokeAsync(new InvocationConfiguration { Output = output }, TestContext.Current.CancellationToken));
        Assert.Contains("用法 Usage:", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("显示帮助", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("Show help", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_law_folder_that_is_not_there_is_told()
        => Assert.Equal(1, await HengCommands.RunAsync(["--law", Repository.PathOf("no-such-folder"), "--port", "0"], Capabilities.All));

    private static IEnumerable<Symbol> All(Command command)
        => command.Options.Cast<Symbol>().Concat(command.Arguments).Append(command).Concat(command.Subcommands.SelectMany(All));
}
