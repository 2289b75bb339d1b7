using System.CommandLine;
using Heng.Demonstration;
using Heng.Law;
using Heng.Law.Citations;
using Heng.Platform.Administration;
using Heng.Platform.Shell;
using Heng.Platform.SignIn;
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
        var empty = new Option<bool>("--empty")
        {
            Description = Bilingual.Text("不装入演练数据；首次启动时打印一次性设置令牌，用它在 /set-up 建立三名管理员", "No practice data; the first start prints a one-time token, with which /set-up makes the three administrators"),
        };
        var law = new Option<DirectoryInfo?>("--law")
        {
            Description = Bilingual.Text("改用此目录中的法规数据", "Use the law data of this folder instead of the built-in set"),
            HelpName = "DIR",
        };
        var demo = new Option<bool>("--demo")
        {
            Description = Bilingual.Text("数据目录为空时生成演示数据，供演练使用", "Fill an empty data folder with practice data"),
        };
        var day = new Option<DateOnly?>("--demo-day")
        {
            Description = Bilingual.Text("演示数据和练习时钟从这一天开始，例如 2026-03-02；默认今天", "The day on which practice data and the practice clock begin; today unless given"),
            HelpName = "DAY",
        };
        var size = new Option<PracticeSize>("--demo-size")
        {
            Description = Bilingual.Text("演示数据的规模：full 约 300 份档案、两年（默认）；small 约 80 份档案，用于较慢的机器和培训教室", "How many practice data: full, about 300 dossiers over two years (the default), or small, about 80 dossiers, for slow machines and training rooms"),
            HelpName = "full|small",
        };
        var command = new Command(Name, Bilingual.Text("启动网站，仅在本机 127.0.0.1 提供服务（默认命令）", "Serve the web site on 127.0.0.1 (the default command)"))
        {
            port,
            data,
            postgreSql,
            empty,
            law,
            demo,
            day,
            size,
        };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((result, stop) => RunAsync(result, result.GetValue(port), StoreOf(result.GetValue(data), result.GetValue(postgreSql)) with { WantsPractice = result.GetValue(demo) && !result.GetValue(empty), PracticeDay = result.GetValue(day), PracticeSize = result.GetValue(size) }, result.GetValue(empty), result.GetValue(law), capabilities, stop));
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

    private static async Task<int> RunAsync(ParseResult result, int port, DataStore store, bool empty, DirectoryInfo? law, IReadOnlyList<Capability> capabilities, CancellationToken stop)
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

        await TellAsync(app.Services, stop);
        if (empty && await app.Services.GetRequiredService<SetUpDesk>().OfferAsync(stop) is { } token)
        {
            Console.WriteLine($"打开 /set-up，用一次性设置令牌建立三名管理员：{token}\nOpen /set-up and make the three administrators with the one-time token: {token}");
        }

        await app.WaitForShutdownAsync(stop);
        return 0;
    }

    /// <summary>Says what someone at the console must know before he opens the page.</summary>
    private static async Task TellAsync(IServiceProvider services, CancellationToken stop)
    {
        var readiness = services.GetRequiredService<Readiness>();
        if (!readiness.IsReady)
        {
            Console.WriteLine("正在生成演示数据，网页上可以看到进度…\nMaking practice data; the page shows the progress…");
            try
            {
                await readiness.Completion.WaitAsync(services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping).WaitAsync(stop);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }

        if (readiness.Fault is { } fault)
        {
            await Console.Error.WriteLineAsync(fault + "\nThe practice data could not be made; see above. Use --empty to start without them.");
        }
        else if (services.GetRequiredService<PracticeClock>().IsPractice)
        {
            Console.WriteLine("\n演练账号（在“登录”页可以直接选岗位；动态口令会显示在页面上）\nPractice accounts (pick one on the sign-in page; the one-time code is shown there)");
            foreach (var (account, chinese, english) in Practice.Named)
            {
                Console.WriteLine($"  {account,-24} {chinese} / {english}");
            }

            Console.WriteLine($"密码 / password: {Practice.Password}\n导览 / guided tour: /tour");
        }
    }
}
