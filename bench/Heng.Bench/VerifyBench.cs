using System.Globalization;
using Heng.Platform.Commands;
using Heng.Platform.Record;

namespace Heng.Bench;

/// <summary>How fast an export of a dossier is verified, whole and the chain alone, by each hash profile.</summary>
internal static class VerifyBench
{
    /// <summary>Measures with one export.</summary>
    /// <param name="file">The export.</param>
    /// <returns>0 when the export holds.</returns>
    public static async Task<int> RunAsync(string file)
    {
        await using var from = File.OpenRead(file);
        var export = await RecordExport.ReadAsync(from, default);
        var first = VerifyCommand.NewCheck().Run(export, null);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{first.Entries} entries, {first.Files} files, {first.Deadlines} deadlines, {first.Assessments} assessments, {first.Faults.Count} faults"));
        var times = Enumerable.Repeat(export, 20).ToArray();
        var whole = Rate.Of("exports verified whole, from memory", times, e => VerifyCommand.NewCheck().Run(e, null).Entries);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"that is {whole * first.Entries:N0} entries per second"));
        ActEntry[] entries = [.. System.Text.Encoding.UTF8.GetString(export.Record.Span).TrimEnd('\n').Split('\n').Select(l => ActEntry.Parse(System.Text.Encoding.UTF8.GetBytes(l))!)];
        foreach (var profile in HashProfile.All)
        {
            var before = ActEntry.Genesis(profile, entries[0].Dossier);
            (ActEntry, string)[] chain = [.. entries.Select(e => (e, before = e.HashAfter(profile, before)))];
            var rate = Rate.Of($"chains of {entries.Length} entries, {profile.Name}", Enumerable.Repeat(chain, 100).ToArray(), c => 1 + RecordCheck.ChainFaults(profile, entries[0].Dossier, c, before).Count);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"that is {rate * entries.Length:N0} entries per second"));
        }

        return first.Faults.Count == 0 ? 0 : 1;
    }
}
