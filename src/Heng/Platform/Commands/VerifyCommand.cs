using System.CommandLine;
using System.Data.Common;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Heng.Discretion;
using Heng.Dossiers;
using Heng.Guidance;
using Heng.Law;
using Heng.Platform.Record;
using Heng.Platform.Storage;

namespace Heng.Platform.Commands;

/// <summary><c>heng verify</c>: checks an export without server and database, or the chains of every dossier of an installation.</summary>
/// <remarks>Exit status: 0 all holds, 1 something does not, 2 the file or the data cannot be read.</remarks>
public static class VerifyCommand
{
    /// <summary>Entries after which a sweep says how far it is.</summary>
    private const long Portion = 1_000_000;

    private static readonly JsonSerializerOptions json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var file = new Argument<FileInfo?>("FILE") { Description = Bilingual.Text("导出件；不给则核验本机数据中每份档案的记录链", "The export; without it the chain of every dossier in the data of this installation"), Arity = ArgumentArity.ZeroOrOne };
        var data = ServeCommand.DataOption();
        var postgreSql = ServeCommand.PostgreSqlOption();
        var head = new Option<string?>("--head") { Description = Bilingual.Text("另行保存的末条哈希；给出后才能发现整体截断或者改写", "Hash of the last entry, kept elsewhere; only with it a record cut or rewritten as a whole is found"), HelpName = "HASH" };
        head.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !KeptIn.IsHash(result.Tokens[0].Value.ToLowerInvariant()))
            {
                result.AddError("--head 应为 64 位十六进制数 / must be 64 hexadecimal digits");
            }
        });
        var asJson = new Option<bool>("--json") { Description = Bilingual.Text("以 JSON 输出", "Write JSON") };
        var command = new Command("verify", Bilingual.Text("核验导出的档案：记录链、附件、法规集、期限和裁量", "Verify an exported dossier: chain, files, law sets, deadlines, discretion")) { file, head, asJson, data, postgreSql };
        command.Validators.Add(result =>
        {
            if (result.GetValue(file) is null ? result.GetValue(head) is not null : result.GetValue(data) is not null || result.GetValue(postgreSql) is not null)
            {
                result.AddError("--head 只用于导出件，--data 和 --postgresql 只用于本机数据 / --head goes with an export, --data and --postgresql with the data of an installation");
            }
        });
        command.SetAction((parsed, stop) => parsed.GetValue(file) is { } export
            ? RunAsync(export, parsed.GetValue(head)?.ToLowerInvariant(), parsed.GetValue(asJson), Console.Out, stop)
            : SweepAsync(ServeCommand.StoreOf(parsed.GetValue(data), parsed.GetValue(postgreSql)), parsed.GetValue(asJson), Console.Out, Console.Error, stop));
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

    internal static async Task<int> SweepAsync(DataStore store, bool asJson, TextWriter output, TextWriter aside, CancellationToken stop)
    {
        if (store.IsMissing)
        {
            await aside.WriteLineAsync($"数据目录中没有数据库 / no database in the data folder: {store.Folder}");
            return 2;
        }

        var services = new ServiceCollection();
        store.AddTo(services);
        await using var provider = services.BuildServiceProvider();
        try
        {
            var told = 0L;
            var report = await new RecordSweep(provider.GetRequiredService<IHengDbFactory>()).RunAsync(entries =>
            {
                var before = Interlocked.Read(ref told);
                if (entries - before >= Portion && Interlocked.CompareExchange(ref told, entries, before) == before)
                {
                    aside.WriteLine($"已核验 {entries:N0} 条 / {entries:N0} entries checked");
                }
            }, stop);
            await output.WriteAsync(asJson ? JsonSerializer.Serialize(new { Verified = report.Faults.Count == 0, report.Dossiers, report.Entries, Faults = report.Faults.Select(f => new { f.Dossier, f.Fault }) }, json) + "\n" : AsText(report));
            return report.Faults.Count == 0 ? 0 : 1;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DbException or Npgsql.NpgsqlException or ArgumentException)
        {
            await aside.WriteLineAsync($"无法读取数据 / the data cannot be read: {e.Message}");
            return 2;
        }
    }

    private static string AsText(SweepReport report)
    {
        var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        text.WriteLine($"档案 / dossiers: {report.Dossiers}");
        text.WriteLine($"记录 / entries: {report.Entries}");
        foreach (var (dossier, fault) in report.Faults)
        {
            text.WriteLine($"✗ {dossier} {fault.Code}\n  {fault.Chinese}\n  {fault.English}");
        }

        text.WriteLine(Conclusion(report.Faults.Count));
        return text.ToString();
    }

    private static string Conclusion(int faults) => faults == 0 ? "核验通过 / verified" : $"核验不通过，问题 {faults} 项 / not verified, {faults} faults";

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

        text.WriteLine(Conclusion(report.Faults.Count));
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
