using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Heng.Law;
using Heng.Law.Citations;
using Heng.Platform.Shell;

namespace Heng.Platform.Commands;

/// <summary><c>heng law check</c>: what is wrong with law data, and what to do about it.</summary>
/// <remarks>Exit status: 0 nothing to do (only known gaps and hints), 1 findings, 2 the folder cannot be read.</remarks>
public static class LawCheckCommand
{
    private static readonly JsonWriterOptions jsonOptions = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Makes <c>heng law</c> with <c>check</c> below it.</summary>
    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo?>("DIR") { Description = Bilingual.Text("法规数据目录；不写则检查程序自带的数据", "Folder of law data; without it, the built-in set"), Arity = ArgumentArity.ZeroOrOne };
        var asOf = new Option<string?>("--as-of") { Description = Bilingual.Text("检查之日（yyyy-MM-dd），默认今天", "Day of the check (yyyy-MM-dd), today unless given"), HelpName = "DATE" };
        asOf.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && DayOf(result.Tokens[0].Value) is null)
            {
                result.AddError("--as-of 应为 yyyy-MM-dd 形式的日期 / must be a day written yyyy-MM-dd");
            }
        });
        var json = new Option<bool>("--json") { Description = Bilingual.Text("以 JSON 输出", "Write JSON") };
        var all = new Option<bool>("--all") { Description = Bilingual.Text("同时列出已知缺口和提示", "Also list known gaps and hints") };
        var check = new Command("check", Bilingual.Text("检查法规数据：格式、引用、日期、档次、基准、未确认的值", "Check law data: schema, references, dates, tiers, benchmarks, unconfirmed values")) { folder, asOf, json, all };
        check.SetAction((parsed, stop) => RunAsync(parsed.GetValue(folder), DayOf(parsed.GetValue(asOf)), parsed.GetValue(json), parsed.GetValue(all), TimeProvider.System, Console.Out, stop));
        return new Command("law", Bilingual.Text("法规数据", "Law data")) { check };
    }

    internal static async Task<int> RunAsync(DirectoryInfo? folder, DateOnly? asOf, bool json, bool all, TimeProvider time, TextWriter output, CancellationToken stop)
    {
        LawFiles files;
        try
        {
            files = folder is null ? LawFiles.Embedded : LawFolder.Read(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"无法读取目录 / cannot read the folder: {e.Message}");
            return 2;
        }

        if (files.All(f => f.Path != "matters/facts.json"))
        {
            await Console.Error.WriteLineAsync("目录中没有法规数据（缺少 matters/facts.json） / the folder holds no law data");
            return 2;
        }

        var day = asOf ?? time.TodayInBeijing();
        var schemas = await LawSchemas.ReadAsync(stop);
        var findings = LawCheck.Run(files, day, schemas.Check(files));
        await output.WriteAsync(json ? AsJson(files, day, findings) : AsText(files, day, findings, all));
        return findings.Any(f => f.IsOpen) ? 1 : 0;
    }

    private static string AsText(LawFiles files, DateOnly day, IReadOnlyList<LawFinding> findings, bool all)
    {
        var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var shown = findings.Where(f => all || f.IsOpen).ToArray();
        foreach (var file in shown.GroupBy(f => f.File))
        {
            text.WriteLine(file.Key.Length == 0 ? "（整套数据）" : file.Key);
            foreach (var finding in file)
            {
                text.WriteLine($"  {Mark(finding)}  {finding.Code}  {finding.Path}");
                text.WriteLine($"      {finding.Says}");
                if (finding.KnownBecause is { Length: > 0 } because)
                {
                    text.WriteLine($"      已知：{because}");
                }
            }

            text.WriteLine();
        }

        text.WriteLine($"检查之日 {Shown(day)}；文件 {files.Count} 个；法规集 {files.Hash[..12]}");
        text.WriteLine($"错误 {Count(LawSeverity.Error)}，提醒 {Count(LawSeverity.Warning)}，已知缺口 {findings.Count(f => f.KnownBecause is not null)}，提示 {findings.Count(f => f.KnownBecause is null && f.Severity == LawSeverity.Info)}");
        return text.ToString();

        int Count(LawSeverity severity) => findings.Count(f => f.IsOpen && f.Severity == severity);
    }

    private static string AsJson(LawFiles files, DateOnly day, IReadOnlyList<LawFinding> findings)
    {
        using var memory = new MemoryStream();
        using (var writer = new Utf8JsonWriter(memory, jsonOptions))
        {
            writer.WriteStartObject();
            writer.WriteString("asOf", Shown(day));
            writer.WriteString("lawHash", files.Hash);
            writer.WriteStartArray("findings");
            foreach (var finding in findings)
            {
                writer.WriteStartObject();
                writer.WriteString("code", finding.Code);
                writer.WriteString("severity", finding.Severity switch { LawSeverity.Error => "error", LawSeverity.Warning => "warning", _ => "info" });
                writer.WriteString("file", finding.File);
                writer.WriteString("path", finding.Path);
                writer.WriteString("value", finding.Value);
                writer.WriteString("says", finding.Says);
                writer.WriteString("knownBecause", finding.KnownBecause);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(memory.ToArray()) + "\n";
    }

    private static string Mark(LawFinding finding) => finding.KnownBecause is not null ? "已知" : finding.Severity switch { LawSeverity.Error => "错误", LawSeverity.Warning => "提醒", _ => "提示" };

    private static string Shown(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly? DayOf(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
