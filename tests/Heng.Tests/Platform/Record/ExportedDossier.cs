using Heng.Dossiers;
using Heng.Platform.Record;
using Heng.Platform.Storage;
using Heng.Tests.Cases;
using Heng.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Heng.Tests.Platform.Record;

/// <summary>The export of a dossier that went the whole way, made once for each profile and only read by the tests.</summary>
internal sealed record ExportedDossier(byte[] Bytes, string Head, RecordExport Export, IReadOnlyList<ActEntry> Entries)
{
    private static readonly Dictionary<string, Lazy<Task<ExportedDossier>>> made = HashProfile.All.ToDictionary(p => p.Name, p => new Lazy<Task<ExportedDossier>>(() => MakeAsync(p.Name)));

    public static TheoryData<string> Profiles => [.. HashProfile.All.Select(p => p.Name)];

    public static Task<ExportedDossier> OfAsync(string profile) => made[profile].Value;

    public static async Task<(byte[] Bytes, string Head)> ExportAsync(TestHouse house, Guid id)
    {
        await using var db = house.Db(Access.WholeBureau(house.Bureau.Id));
        var source = (await DossierExport.FindAsync(db, id))!;
        using var to = new MemoryStream();
        await house.Services.GetRequiredService<DossierExport>().WriteAsync(db, source, to);
        return (to.ToArray(), source.Head);
    }

    public static async Task<RecordExport> ReadAsync(byte[] bytes)
    {
        using var from = new MemoryStream(bytes);
        return await RecordExport.ReadAsync(from, CancellationToken.None);
    }

    public static IReadOnlyList<byte[]> Lines(RecordExport export) => [.. System.Text.Encoding.UTF8.GetString(export.Record.Span).TrimEnd('\n').Split('\n').Select(System.Text.Encoding.UTF8.GetBytes)];

    private static async Task<ExportedDossier> MakeAsync(string profile)
    {
        await using var house = await TestHouse.BuildAsync(profile: profile);
        var (bytes, head) = await ExportAsync(house, await ExemptionPath.ToArchiveAsync(house));
        var export = await ReadAsync(bytes);
        return new ExportedDossier(bytes, head, export, [.. Lines(export).Select(l => ActEntry.Parse(l)!)]);
    }
}
