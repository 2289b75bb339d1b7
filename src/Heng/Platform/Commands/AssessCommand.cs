using System.CommandLine;
using Heng.Discretion;

namespace Heng.Platform.Commands;

/// <summary><c>heng assess</c>: discretion over JSON Lines.</summary>
public static class AssessCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var changes = new Option<bool>("--changes") { Description = Bilingual.Text("同时输出哪些变化会改变结果", "Also say what would change the result") };
        var trace = new Option<bool>("--trace") { Description = Bilingual.Text("同时输出推理步骤及变化", "Also give the steps, and what would change the result") };
        return LinesCommand.Create(
            "assess",
            Bilingual.Text("裁量测算：逐行读取 JSON 请求，逐行输出结论、幅度、阶次和理由", "Assess discretion: JSON Lines in, outcome, band, level and reasons out"),
            [changes, trace],
            (law, parsed) =>
            {
                var contract = new AssessContract(law);
                var options = new AssessOptions(parsed.GetValue(changes), parsed.GetValue(trace));
                return (line, _, writer) => contract.Answer(line.Span, writer, options);
            });
    }
}
