using System.CommandLine;
using System.CommandLine.Invocation;

namespace Heng.Platform.Commands;

/// <summary>Bilingual help (双语帮助): every heading and every description as a Chinese line and an English one.</summary>
public sealed class BilingualHelp : SynchronousCommandLineAction
{
    private const int Indent = 2;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        ArgumentNullException.ThrowIfNull(parseResult);
        var command = parseResult.CommandResult.Command;
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine(command.Description);
        output.WriteLine();
        output.WriteLine("用法 Usage:");
        output.WriteLine(new string(' ', Indent) + Usage(command));
        Section(output, "命令 Commands:", command.Subcommands.Where(c => !c.Hidden).Select(c => (c.Name, c.Description)));
        Section(output, "参数 Arguments:", command.Arguments.Where(a => !a.Hidden).Select(a => ($"<{a.Name}>", a.Description)));
        var inherited = Ancestors(command).SelectMany(c => c.Options).Where(o => o.Recursive);
        Section(output, "选项 Options:", command.Options.Concat(inherited).Where(o => !o.Hidden).Select(o => (Written(o), o.Description)));
        return 0;
    }

    private static string Usage(Command command)
    {
        var parts = Ancestors(command).Reverse().Append(command).Select(c => c is RootCommand ? "heng" : c.Name);
        parts = parts.Concat(command.Arguments.Select(a => a.Arity.MinimumNumberOfValues == 0 ? $"[{a.Name}]" : $"<{a.Name}>"));
        if (command.Subcommands.Count > 0)
        {
            parts = parts.Append("<命令 command>");
        }

        return string.Join(' ', parts.Append("[选项 options]"));
    }

    private static string Written(Option option)
    {
        var names = string.Join(", ", option.Aliases.Where(a => a.StartsWith('-')).Append(option.Name).OrderBy(n => n.Length).Distinct());
        return option.HelpName is null ? names : $"{names} <{option.HelpName}>";
    }

    private static IEnumerable<Command> Ancestors(Command command)
    {
        for (var parent = command.Parents.OfType<Command>().FirstOrDefault(); parent is not null; parent = parent.Parents.OfType<Command>().FirstOrDefault())
        {
            yield return parent;
        }
    }

    private static void Section(TextWriter output, string heading, IEnumerable<(string Name, string? Description)> entries)
    {
        var all = entries.ToArray();
        if (all.Length == 0)
        {
            return;
        }

        output.WriteLine();
        output.WriteLine(heading);
        var width = all.Max(e => e.Name.Length) + Indent;
        foreach (var (name, description) in all)
        {
            var shown = name;
            foreach (var line in (description ?? "").Split('\n'))
            {
                output.WriteLine(new string(' ', Indent) + shown.PadRight(width) + line);
                shown = "";
            }
        }
    }
}
