using System.Diagnostics;
using System.Globalization;
using Heng.Cases;
using Heng.Cases.Steps.Investigation;
using Heng.Dossiers;
using Heng.Dossiers.Model;
using Heng.Law;
using Heng.Platform.People;
using Heng.Platform.Record;
using Heng.Platform.Shell;
using Heng.Platform.SignIn;
using Heng.Platform.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Heng.Bench;

/// <summary>A hundred bureaus under load: pages, acts and chains over as many dossiers as are wanted, on SQLite and on PostgreSQL.</summary>
internal static class DossierBench
{
    private const int Connections = 16;

    /// <summary>Makes the data where there are none, then measures.</summary>
    /// <param name="kind"><c>sqlite</c> or <c>postgresql</c>.</param>
    /// <param name="place">Folder of the data on SQLite; connection string on PostgreSQL, whose files lie in the folder <c>heng-bench</c> of the temporary folder.</param>
    /// <param name="dossiers">How many dossiers are made.</param>
    /// <param name="only">The one part that is measured: <c>list</c>, <c>work</c>, <c>page</c>, <c>search</c>, <c>acts</c>, <c>chains</c> or <c>start</c>; null for all.</param>
    public static async Task<int> RunAsync(string kind, string place, int dossiers, string? only)
    {
        var store = kind == "sqlite" ? new DataStore(Path.GetFullPath(place)) : new DataStore(Path.Combine(Path.GetTempPath(), "heng-bench"), place);
        await using (var app = Site.Build([], LawSet.Embedded, Capabilities.All, store, "http://127.0.0.1:0"))
        {
            Console.WriteLine($"{kind}, {dossiers:N0} dossiers:");
            await new Generator(app.Services, dossiers).MakeAsync();
            await app.StartAsync();
            var cast = await SampleAsync(app.Services);
            await PagesAsync(app.Services, new Uri(app.Urls.First()), cast, only);
            if (only is null or "acts")
            {
                await ActsAsync(app.Services);
            }

            if (only is null or "chains")
            {
                var watch = Stopwatch.StartNew();
                var report = await new RecordSweep(app.Services.GetRequiredService<IHengDbFactory>()).RunAsync(null);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  chains of {report.Dossiers:N0} dossiers, {report.Entries:N0} acts, as they are stored: {report.Entries / watch.Elapsed.TotalSeconds:N0} acts/s on {Environment.ProcessorCount} cores, {report.Faults.Count} faults"));
            }

            await app.StopAsync();
        }

        if (only is null or "start")
        {
            await StartAsync(store);
        }

        return 0;
    }

    /// <summary>Officers of the largest bureau and of others, each with dossiers of his unit.</summary>
    private static async Task<List<(CurrentPerson Me, Guid[] Dossiers)>> SampleAsync(IServiceProvider services)
    {
        await using var db = services.GetRequiredService<IHengDbFactory>().Create(Access.None);
        var officers = await db.AcrossBureaus<Person>().AsNoTracking().Where(p => p.Name.StartsWith("办案甲")).OrderBy(p => p.Name).ToListAsync();
        var chosen = officers.Take(Connections / 2).Concat(officers.Where(p => p.BureauId != officers[0].BureauId).Where((_, i) => i % 60 == 0).Take(Connections / 2));
        var cast = new List<(CurrentPerson, Guid[])>();
        foreach (var p in chosen)
        {
            var ids = await db.AcrossBureaus<Dossier>().Where(d => d.BureauId == p.BureauId && d.UnitId == p.UnitId).OrderBy(d => d.Id).Select(d => d.Id).Take(400).ToArrayAsync();
            cast.Add((new CurrentPerson(p.AccountId!.Value, p.Id, p.BureauId, p.UnitId, p.Name, PersonRoles.Officer, true), ids));
        }

        return cast;
    }

    private static async Task PagesAsync(IServiceProvider services, Uri address, List<(CurrentPerson Me, Guid[] Dossiers)> cast, string? only)
    {
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Connections, UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = address };
        var cookies = new List<string>();
        foreach (var (me, _) in cast)
        {
            cookies.Add(await SignInAsync(services, me));
        }

        string[] lists = ["", "?sort=changed", "?stage=closed", "?outcome=not-filed", "?clock=red", "?mine=1", "?field=food&sort=due", "?from=2026-01-01&to=2026-06-30"];
        string[] words = ["方便面", "晨光食品", "大药房", "示例城关福临", "国家级 广告", "处方药", "990000-2026-0", "不予"];
        await LoadAsync("list", "list page, officer", Connections, 8_000, i => "/dossiers" + lists[i / cast.Count % lists.Length]);
        await LoadAsync("work", "work list, officer", Connections, 8_000, _ => "/work");
        await LoadAsync("page", "dossier page, officer", Connections, 8_000, i => DossierLinks.Page(cast[i % cast.Count].Dossiers[i / cast.Count % cast[i % cast.Count].Dossiers.Length]));
        foreach (var connections in (int[])[1, Connections])
        {
            await LoadAsync("search", "search, newest 20", connections, connections == 1 ? 400 : 1_600, i => "/dossiers?q=" + Uri.EscapeDataString(words[i % words.Length]));
        }

        async Task LoadAsync(string part, string what, int connections, int count, Func<int, string> page)
        {
            if (only is not null && only != part)
            {
                return;
            }

            using (var first = await SendAsync(0))
            {
                if (!first.IsSuccessStatusCode)
                {
                    Console.WriteLine($"  {what}: {(int)first.StatusCode}");
                    return;
                }
            }

            // The runtime compiles what is used much a second time, in the background: that belongs to the warm-up.
            await TimesAsync(connections, count, SendAsync);
            var (watch, processor) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
            Tell($"{what}, {connections} connections", await TimesAsync(connections, count, SendAsync), watch, processor);

            Task<HttpResponseMessage> SendAsync(int i)
            {
                var request = new HttpRequestMessage(HttpMethod.Get, page(i));
                request.Headers.Add("Cookie", cookies[i % cookies.Count]);
                return client.SendAsync(request);
            }
        }
    }

    /// <summary>Sixteen people at a time, each on dossiers of his own; every act is a transaction of its own and reaches the disk.</summary>
    private static async Task ActsAsync(IServiceProvider services)
    {
        const int Count = 8_000;
        (CurrentPerson Me, Guid Dossier)[] open;
        await using (var db = services.GetRequiredService<IHengDbFactory>().Create(Access.None))
        {
            // An officer of the case in every dossier under investigation, all bureaus mixed: ids are in no order that matters.
            var rows = await (
                from d in db.AcrossBureaus<Dossier>().Where(d => d.Stage == "S20")
                join h in db.AcrossBureaus<DossierPerson>() on d.Id equals h.DossierId
                join p in db.AcrossBureaus<Person>().Where(p => p.Name.StartsWith("办案甲")) on h.PersonId equals p.Id
                select new { d.Id, Person = p }).ToListAsync();
            open = [.. rows.OrderBy(r => r.Id.GetHashCode()).Select(r => (new CurrentPerson(r.Person.AccountId!.Value, r.Person.Id, r.Person.BureauId, r.Person.UnitId, r.Person.Name, PersonRoles.Officer, true), r.Id))];
        }

        Console.WriteLine($"  {open.Length:N0} dossiers under investigation");
        await MeasureAsync("a piece of evidence", new RecordEvidence { Kind = EvidenceKind.Documentary, Name = "进货台账", On = new DateOnly(2026, 1, 5), Copy = CopyKind.ConfirmedCopy, Proves = "进货数量和日期", KeptAt = "本所物证室" });
        await MeasureAsync("a numbered document", new RequireMaterial { Items = "进货查验记录、供货者许可证", DueOn = new DateOnly(2026, 12, 31) });
        await using (var db = services.GetRequiredService<IHengDbFactory>().Create(Access.None))
        {
            var faults = 0;
            foreach (var (_, id) in open.Take(100))
            {
                var rows = await db.AcrossBureaus<ActRow>().AsNoTracking().Where(a => a.DossierId == id).OrderBy(a => a.Number).ToListAsync();
                var head = await db.AcrossBureaus<Dossier>().Where(d => d.Id == id).Select(d => d.Head).SingleAsync();
                faults += RecordCheck.ChainFaults(HashProfile.Sha256, id, rows.Select(r => (r.Entry, r.Hash)), head).Count;
            }

            Console.WriteLine($"  chains of 100 of these dossiers: {faults} faults");
        }

        async Task MeasureAsync(string what, DossierAct act)
        {
            await RunAsync(act, 0);
            var (watch, processor) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
            Tell($"acts, {what}, {Connections} writers", await RunAsync(act, Count), watch, processor);
        }

        // Each writer takes every sixteenth dossier, so that two never act on one at once.
        async Task<double[]> RunAsync(DossierAct act, int from)
        {
            var times = new double[Count];
            await Task.WhenAll(Enumerable.Range(0, Connections).Select(writer => Task.Run(async () =>
            {
                for (var i = writer; i < Count; i += Connections)
                {
                    var (me, dossier) = open[(from + i) % (open.Length / Connections * Connections)];
                    var started = Stopwatch.GetTimestamp();
                    await using var scope = services.CreateAsyncScope();
                    var outcome = await scope.ServiceProvider.GetRequiredService<ActDesk>().DoAsync(me, dossier, null, act);
                    times[i] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
                    if (outcome is not ActOutcome.Done)
                    {
                        throw new InvalidOperationException(outcome.ToString());
                    }
                }
            })));
            return times;
        }
    }

    /// <summary>Says how it went; the processor's share does not depend on what else runs on the machine.</summary>
    private static void Tell(string what, double[] times, Stopwatch watch, TimeSpan before)
    {
        var (rate, processor) = (times.Length / watch.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / times.Length);
        Array.Sort(times);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {what}: {rate:N0}/s, median {times[times.Length / 2]:N1} ms, 95 % {times[times.Length * 95 / 100]:N1} ms; {processor:N2} ms of processor each, client and server"));
    }

    private static async Task<string> SignInAsync(IServiceProvider services, CurrentPerson me)
    {
        var now = services.GetRequiredService<TimeProvider>().UtcInstant();
        var session = new Session(Guid.NewGuid(), me.AccountId, now, now.AddHours(12)) { HasSecondFactor = true };
        await using (var db = services.GetRequiredService<IHengDbFactory>().Create(Access.None))
        {
            db.Add(session);
            await db.SaveChangesAsync();
        }

        await using var scope = services.CreateAsyncScope();
        var answer = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        await SignInGuard.WriteAsync(answer, session, new Post(me.BureauId, me.PersonId, me.Name, ""));
        return answer.Response.Headers.SetCookie.ToString().Split(';')[0];
    }

    /// <summary>The program itself on these data: until the first page, and what it holds when idle.</summary>
    private static async Task StartAsync(DataStore store)
    {
        var program = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "Heng", Path.GetFileName(AppContext.BaseDirectory.TrimEnd('/')), "heng.dll"));
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo("dotnet", [program, "serve", "--port", "0", "--data", store.Folder, .. store.PostgreSql is { } connection ? new[] { "--postgresql", connection } : []]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        try
        {
            var address = (await process.StandardOutput.ReadLineAsync())!.Split('：')[^1];
            using var client = new HttpClient { BaseAddress = new Uri(address) };
            using (var answer = await client.GetAsync("/sign-in"))
            {
                answer.EnsureSuccessStatusCode();
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  first page after start: {watch.Elapsed.TotalSeconds:N1} s"));
            await Task.Delay(TimeSpan.FromSeconds(5));
            process.Refresh();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  idle memory: {process.WorkingSet64 / 1024 / 1024:N0} MB"));
        }
        finally
        {
            process.Kill();
        }
    }

    private static async Task<double[]> TimesAsync(int connections, int count, Func<int, Task<HttpResponseMessage>> send)
    {
        var times = new double[count];
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, connections).Select(async _ =>
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
}
