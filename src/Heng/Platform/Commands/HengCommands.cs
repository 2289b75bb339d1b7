using System.CommandLine;
using System.CommandLine.Help;
using Heng.Platform.Shell;

namespace Heng.Platform.Commands;

/// <summary>The commands of the program (命令); adding a command is one line in <see cref="Create"/>.</summary>
public static class HengCommands
{
    private static readonly string[] RootOptions = ["--help", "-h", "-?", "--version", "/?", "/h"];

    /// <summary>The root command with every command below it.</summary>
    /// <param name="capabilities">The cards, for the web host.</param>
    public static RootCommand Create(IReadOnlyList<Capability> capabilities)
    {
        var root = new RootCommand(Bilingual.Text("衡：市场监管裁量测算、期限计算与办案程序", "Heng: discretion, time limits and procedure of market regulation"))
        {
            ServeCommand.Create(capabilities),
            AssessCommand.Create(),
            DeadlineCommand.Create(),
            LawCheckCommand.Create(),
            ExportCommand.Create(),
            VerifyCommand.Create(),
        };
        foreach (var option in root.Options)
        {
            switch (option)
            {
                case HelpOption:
                    option.Description = Bilingual.Text("显示帮助", "Show help");
                    option.Action = new BilingualHelp();
                    break;
                case VersionOption:
                    option.Description = Bilingual.Text("显示版本", "Show the version");
                    break;
            }
        }

        return root;
    }

    /// <summary>Runs the command that the arguments name.</summary>
    /// <param name="args">The arguments of the program.</param>
    /// <param name="capabilities">The cards, for the web host.</param>
    /// <returns>The exit status: 0 done, 1 something was refused or failed, 2 the command line is wrong.</returns>
    public static async Task<int> RunAsync(string[] args, IReadOnlyList<Capability> capabilities)
    {
        ArgumentNullException.ThrowIfNull(args);
        var root = Create(capabilities);
        // Test hosts start the program with "--environment=...": what is no command is a matter of the web host.
        var named = args.Length > 0 && (RootOptions.Contains(args[0]) || root.Subcommands.Any(c => c.Name == args[0]));
        var result = root.Parse(named ? args : [ServeCommand.Name, .. args]);
        if (result.Errors.Count > 0)
        {
            foreach (var error in result.Errors)
            {
                await Console.Error.WriteLineAsync($"命令有误 / wrong command line: {error.Message}");
            }

            await Console.Error.WriteLineAsync("查看帮助 / see: heng --help");
            return 2;
        }

        // Signals are left to the command: the web host finishes its requests first.
        return await result.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
    }
}
