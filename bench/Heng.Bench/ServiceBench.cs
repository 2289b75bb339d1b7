using System.Diagnostics;
using System.Globalization;
using System.Text;
using Heng.Discretion;
using Heng.Guidance;
using Heng.Law;
using Heng.Platform.Interchange;
using Heng.Platform.Shell;
using Heng.Platform.Storage;

namespace Heng.Bench;

/// <summary>The program under load: a million lines through the contract, and the service from sixteen connections.</summary>
internal static class ServiceBench
{
    private const int Lines = 1_000_000;
    private const int Connections = 16;

    /// <summary>One million assessments as lines, from file to file, on all cores.</summary>
    public static async Task<int> RunLinesAsync()
    {
        var folder = Directory.CreateTempSubdirectory("heng-bench");
        try
        {
            var (input, output) = (Path.Combine(folder.FullName, "in.jsonl"), Path.Combine(folder.FullName, "out.jsonl"));
            await File.WriteAllLinesAsync(input, Enumerable.Range(0, Lines).Select(Line));
            var contract = new AssessContract(LawSet.Embedded);
            var watch = Stopwatch.StartNew();
            await using var from = File.OpenRead(input);
            await using var to = File.Create(output);
            var tally = await new JsonLines((line, _, writer) => contract.Answer(line.Span, writer, default)).RunAsync(from, to);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"assessment lines: {tally.Lines:N0} in {watch.Elapsed.TotalSeconds:N1} s on {Environment.ProcessorCount} cores, {tally.Lines / watch.Elapsed.TotalSeconds:N0} per second, {tally.Failed} errors"));
            return tally.Failed == 0 ? 0 : 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The endpoint and the page, sixteen connections each, client and server on the same cores.</summary>
    public static async Task<int> RunHttpAsync()
    {
        await using var app = Site.Build([], LawSet.Embedded, Capabilities.All, new DataStore(Directory.CreateTempSubdirectory("heng-bench-").FullName), "http://127.0.0.1:0");
        await app.StartAsync();
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Connections }) { BaseAddress = new Uri(app.Urls.First()) };
        await LoadAsync("POST /api/assess", 30_000, i => client.PostAsync("/api/assess", new StringContent(Line(i), Encoding.UTF8, "application/json")));
        await LoadAsync("GET /assess (a matter with answers)", 3_000, i => client.GetAsync($"/assess?matter=FOOD-008&act=2026-03-01&decide=2026-04-10&f.goodsValue={i % 40_000}"));
        await LoadAsync("GET /deadline", 5_000, _ => client.GetAsync("/deadline?rule=L50&start=2026-01-05&from=2026-02-01&to=2026-02-10"));
        await app.StopAsync();
        return 0;
    }

    private static async Task LoadAsync(string what, int count, Func<int, Task<HttpResponseMessage>> send)
    {
        await SendAsync(count / 10, send);
        var watch = Stopwatch.StartNew();
        var times = await SendAsync(count, send);
        var rate = count / watch.Elapsed.TotalSeconds;
        Array.Sort(times);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {rate:N0} per second from {Connections} connections, median {times[count / 2]:N1} ms, 95 % {times[count * 95 / 100]:N1} ms"));
    }

    private static async Task<double[]> SendAsync(int count, Func<int, Task<HttpResponseMessage>> send)
    {
        var times = new double[count];
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(async _ =>
        {
            for (var i = Interlocked.Increment(ref next); i < count; i = Interlocked.Increment(ref next))
            {
                var started = Stopwatch.GetTimestamp();
                using var answer = await send(i);
                answer.EnsureSuccessStatusCode();
                await answer.Content.ReadAsByteArrayAsync();
                times[i] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            }
        }));
        return times;
    }

    private static string Line(int i)
    {
        var matters = LawSet.Embedded.Matters.All;
        return string.Create(CultureInfo.InvariantCulture, $$"""{"id":"{{i}}","matter":"{{matters[i % matters.Count].Id}}","region":"{{(i % 3 == 0 ? "CN-BJ" : "CN")}}","actDate":"2026-03-{{(i % 28) + 1:00}}","actEndDate":null,"discoveryDate":"2026-04-02","decisionDate":"2026-06-01","party":"{{(i % 4 == 0 ? "individualBusiness" : "unit")}}","facts":{"goodsValue":{{i % 40_000}},"correctedPromptly":{{(i % 2 == 0 ? "true" : "false")}},"seriousCircumstances":false},"circumstances":[{{(i % 5 == 0 ? "\"C-MT-08\"" : "")}}],"proposed":{{(i % 2 == 0 ? "{\"fine\":60000}" : "null")}}}""");
    }
}
