using System.CommandLine;
using System.Data.Common;
using Heng.Dossiers;
using Heng.Law;
using Heng.Platform.Files;
using Heng.Platform.Record;
using Heng.Platform.Storage;

namespace Heng.Platform.Commands;

/// <summary><c>heng export</c>: a dossier in one file that can be checked without a database, for the operator of the installation.</summary>
/// <remarks>Exit status: 0 written, 1 no such dossier or more than one, 2 the data or the file cannot be used.</remarks>
public static class ExportCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var dossier = new Argument<string>("DOSSIER") { Description = Bilingual.Text("档案号或者档案标识", "Number or id of the dossier") };
        var data = ServeCommand.DataOption();
        var postgreSql = ServeCommand.PostgreSqlOption();
        var output = new Option<FileInfo?>("--output") { Description = Bilingual.Text("输出文件，默认“档案号.heng.zip”；不覆盖已有文件", "File to write, NUMBER.heng.zip unless given; an existing file is not overwritten"), HelpName = "FILE" };
        var command = new Command("export", Bilingual.Text("导出一份档案：记录、附件和所用法规集，可脱离数据库核验", "Export a dossier: record, files and law sets, to be verified without a database")) { dossier, data, postgreSql, output };
        command.SetAction((parsed, stop) => RunAsync(parsed.GetValue(dossier)!, ServeCommand.StoreOf(parsed.GetValue(data), parsed.GetValue(postgreSql)), parsed.GetValue(output)?.FullName, Console.Out, stop));
        return command;
    }

    internal static async Task<int> RunAsync(string dossier, DataStore store, string? path, TextWriter output, CancellationToken stop)
    {
        if (store.IsMissing)
        {
            await Console.Error.WriteLineAsync($"数据目录中没有数据库 / no database in the data folder: {store.Folder}");
            return 2;
        }

        var services = new ServiceCollection();
        store.AddTo(services);
        services.AddSingleton(LawSet.Embedded).AddSingleton(TimeProvider.System).AddSingleton<FileStore>().AddSingleton<LawArchive>().AddSingleton<DossierExport>();
        await using var provider = services.BuildServiceProvider();
        try
        {
            await using var db = provider.GetRequiredService<IHengDbFactory>().Create(Access.None);
            var found = await DossierExport.FindEverywhereAsync(db, dossier, stop);
            if (found is not [var source])
            {
                await Console.Error.WriteLineAsync(found.Count == 0 ? "没有这份档案 / no such dossier" : $"有 {found.Count} 份档案使用这个编号，请用档案标识 / {found.Count} dossiers have this number, give the id: {string.Join(' ', found.Select(f => f.Id))}");
                return 1;
            }

            var export = provider.GetRequiredService<DossierExport>();
            path ??= $"{source.Number}.heng.zip";
            await using (var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 81920, FileOptions.Asynchronous))
            {
                await export.RecordAsync(db, source, null, stop);
                await export.WriteAsync(db, source, file, stop);
            }

            await output.WriteLineAsync($"已导出 / exported: {path}\n档案 / dossier: {source.Number}\n记录 / entries: {source.Count}\n末条哈希（请另行保存） / head (keep it elsewhere): {source.Head}");
            return 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DbException or Npgsql.NpgsqlException or ArgumentException)
        {
            await Console.Error.WriteLineAsync($"无法导出 / cannot export: {e.Message}");
            return 2;
        }
    }
}
