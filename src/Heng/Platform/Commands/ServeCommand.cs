using System.CommandLine;
using Heng.Law;
using Heng.Law.Citations;
using Heng.Platform.Shell;
using Heng.Platform.Storage;

namespace Heng.Platform.Commands;

/// <summary><c>heng serve</c>: the web site on this machine.</summary>
public static class ServeCommand
{
    internal const string Name = "serve";
    private const int DefaultPort = 5080;

    /// <summary>Makes the command.</summary>
    /// <param name="capabilities">The cards of the site.</param>
    public static Command Create(IReadOnlyList<Capability> capabilities)
    {
        var port = new Option<int>("--port")
        {
            Description = Bilingual.Text("端口，默认 5080；0 表示任选空闲端口", "Port, 5080 unless given; 0 picks a free one"),
            HelpName = "N",
            DefaultValueFactory = _ => DefaultPort,
        };
        port.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !(int.TryParse(result.Tokens[0].Value, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var value) && value <= 65535))
            {
                result.AddError("--port 应为 0 至 65535 的整数 / must be a whole number from 0 to 65535");
            }
        });
        var data = DataOption();
        var postgreSql = PostgreSqlOption();
        var law = new Option<DirectoryInfo?>("--law")
        {
            Description = Bilingual.Text("改用此目录中的法规数据", "Use the law data of this folder instead of the built-in set"),
            HelpName = "DIR",
        };
        var command = new Command(Name, Bilingual.Text("启动网站，仅在本机 127.0.0.1 提供服务（默认命令）", "Serve the web site on 127.0.0.1 (the default command)"))
        {
            port,
            data,
            postgreSql,
            law,
        };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((result, stop) => RunAsync(result, result.GetValue(port), StoreOf(result.GetValue(data), result.GetValue(postgreSql)), result.GetValue(law), capabilities, stop));
        return command;
    }

    internal static Option<DirectoryInfo?> DataOption() => new("--data")
    {
        Description = Bilingual.Text("数据目录，默认当前目录下的 heng-data", "Folder for data, heng-data in the present folder unless given"),
        HelpName = "DIR",
    };

    internal static Option<string?> PostgreSqlOption() => new("--postgresql")
    {
        Description = Bilingual.Text("PostgreSQL 连接字符串；不给则使用数据目录中的 SQLite", "Connection string of PostgreSQL; without it SQLite in the data folder"),
        HelpName = "CONNECTION",
    };

    internal static DataStore StoreOf(DirectoryInfo? data, string? postgreSql) => new(Path.GetFullPath(data?.FullName ?? "heng-data"), postgreSql);

    private static async Task<int> RunAsync(ParseResult result, int port, DataStore store, DirectoryInfo? law, IReadOnlyList<Capability> capabilities, CancellationToken stop)
    {
        LawSet lawSet;
        try
        {
            lawSet = law is null ? LawSet.Embedded : LawSet.Load(LawFolder.Read(law));
        }
        catch (Exception exception) when (exception is LawDataException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"法规数据无法读取 / the law data cannot be read: {exception.Message}");
            return 1;
        }

        string[] hostArguments = [.. result.UnmatchedTokens];
        await using var app = Site.Build(hostArguments, lawSet, capabilities, store, $"http://127.0.0.1:{port}");
        try
        {
            await app.StartAsync(stop);
        }
        catch (IOException exception)
        {
            await Console.Error.WriteLineAsync($"端口 {port} 无法使用，请用 --port 换一个 / port {port} cannot be used, choose another with --port: {exception.Message}");
            return 1;
        }

        foreach (var address in app.Urls)
        {
            Console.WriteLine($"衡已启动，请用浏览器打开：{address}\nHeng is ready, open: {address}");
        }

        await app.WaitForShutdownAsync(stop);
        return 0;
    }
}
