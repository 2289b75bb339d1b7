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

    private static IEnumerable<Symbol> All(Command command)
        => command.Options.Cast<Symbol>().Concat(command.Arguments).Append(command).Concat(command.Subcommands.SelectMany(All));
}
