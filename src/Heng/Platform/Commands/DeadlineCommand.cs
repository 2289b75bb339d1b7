using System.CommandLine;
using Heng.Guidance;

namespace Heng.Platform.Commands;

/// <summary><c>heng deadline</c>: time limits over JSON Lines.</summary>
public static class DeadlineCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create() => LinesCommand.Create(
        "deadline",
        Bilingual.Text("期限计算：逐行读取 JSON 请求，逐行输出届满日、预警日和计算步骤", "Count time limits: JSON Lines in, due day, day to warn and steps out"),
        [],
        (law, _) =>
        {
            var contract = new DeadlineContract(law);
            return (line, _, writer) => contract.Answer(line.Span, writer);
        });
}
