using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Heng.Discretion;
using Heng.Guidance;
using Heng.Law;
using Heng.Platform.Record;

namespace Heng.Platform.Commands;

/// <summary><c>heng verify</c>: checks an export without server and database.</summary>
/// <remarks>Exit status: 0 all holds, 1 something does not, 2 the file cannot be read.</remarks>
public static class VerifyCommand
{
    private static readonly JsonSerializerOptions json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE") { Description = Bilingual.Text("导出件", "The export") };
        var head = new Option<string?>("--head") { Description = Bilingual.Text("另行保存的末条哈希；给出后才能发现整体截断或者改写", "Hash of the last entry, kept elsewhere; only with it a record cut or rewritten as a whole is found"), HelpName = "HASH" };
        head.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !KeptIn.IsHash(result.Tokens[0].Value.ToLowerInvariant()))
            {
                result.AddError("--head 应为 64 位十六进制数 / must be 64 hexadecimal digits");
            }
        });
        var asJson = new Option<bool>("--json") { Description = Bilingual.Text("以 JSON 输出", "Write JSON") };
        var command = new Command("verify", Bilingual.Text("核验导出的档案：记录链、附件、法规集、期限和裁量", "Verify an exported dossier: chain, files, law sets, deadlines, discretion")) { file, head, asJson };
        command.SetAction((parsed, stop) => RunAsync(parsed.GetValue(file)!, parsed.GetValue(head)?.ToLowerInvariant(), parsed.GetValue(asJson), Console.Out, stop));
        return command;
    }

    /// <summary>The check with the contracts of this program.</summary>
    public static RecordCheck NewCheck()
    {
        var assess = new ContractsOf<AssessContract>(law => new AssessContract(law));
        var count = new ContractsOf<DeadlineContract>(law => new DeadlineContract(law));
        return new RecordCheck(
            (law, question) => Answered(writer => assess[law].Answer(Encoding.UTF8.GetBytes(question), writer, default)),
            (law, question) => Answered(writer => count[law].Answer(Encoding.UTF8.GetBytes(question), writer)));
    }

    internal static async Task<int> RunAsync(FileInfo file, string? head, bool asJson, TextWriter output, CancellationToken stop)
    {
        RecordExport export;
        try
        {
            await using var from = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.Read, 81920, FileOptions.Asynchronous);
            export = await RecordExport.ReadAsync(from, stop);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            await Console.Error.WriteLineAsync($"无法读取导出件 / the export cannot be read: {e.Message}");
            return 2;
        }

        var report = NewCheck().Run(export, head);
        await output.WriteAsync(asJson ? AsJson(export.Manifest, report) : AsText(export.Manifest, report));
        return report.Faults.Count == 0 ? 0 : 1;
    }

    private static string AsText(ExportManifest? manifest, RecordReport report)
    {
        var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        text.WriteLine($"档案 / dossier: {manifest?.Number}  {manifest?.Dossier}");
        text.WriteLine($"记录 / entries: {report.Entries}（{manifest?.Profile}）");
        text.WriteLine($"附件 / files: {report.Files}");
        text.WriteLine($"法规集 / law sets: {report.Laws}");
        text.WriteLine($"重新计算的期限 / deadlines recomputed: {report.Deadlines}");
        text.WriteLine($"重新测算的裁量 / assessments recomputed: {report.Assessments}");
        text.WriteLine($"末条哈希 / head: {report.Head}");
        if (!report.HeadWasKept)
        {
            text.WriteLine("提示：没有给出另行保存的末条哈希（--head），不能发现整体截断或者改写。\nNote: no kept head was given (--head); a record cut or rewritten as a whole is not found.");
        }

        foreach (var fault in report.Faults)
        {
            text.WriteLine($"✗ {fault.Code}\n  {fault.Chinese}\n  {fault.English}");
        }

        text.WriteLine(report.Faults.Count == 0 ? "核验通过 / verified" : $"核验不通过，问题 {report.Faults.Count} 项 / not verified, {report.Faults.Count} faults");
        return text.ToString();
    }

    private static string AsJson(ExportManifest? manifest, RecordReport report)
        => JsonSerializer.Serialize(new { Verified = report.Faults.Count == 0, Dossier = manifest?.Dossier, Number = manifest?.Number, Profile = manifest?.Profile, report.Entries, report.Files, report.Laws, report.Deadlines, report.Assessments, report.Head, report.HeadWasKept, report.Faults }, json) + "\n";

    private static string Answered(Action<Utf8JsonWriter> answer)
    {
        var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            answer(writer);
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    /// <summary>One contract for each law set.</summary>
    private sealed class ContractsOf<T>(Func<LawSet, T> make)
        where T : class
    {
        private readonly System.Runtime.CompilerServices.ConditionalWeakTable<LawSet, T> made = [];

        public T this[LawSet law] => made.GetValue(law, l => make(l));
    }
}
