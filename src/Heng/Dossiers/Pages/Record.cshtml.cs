using System.Text.Json;
using Heng.Law.Rulings;
using Heng.Platform.People;
using Heng.Platform.Record;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Heng.Dossiers.Pages;

/// <summary>Record page (档案记录页): every act with its number, hash, grounds and what it changed, and whether the chain holds.</summary>
/// <param name="desk">Reads the dossier.</param>
/// <param name="files">Looks at the files.</param>
/// <param name="signedIn">Who reads.</param>
public sealed class RecordModel(ActDesk desk, FileDesk files, SignedIn signedIn) : PageModel
{
    private static readonly Dictionary<string, string> names = new(StringComparer.Ordinal)
    {
        ["title"] = "事由",
        ["party"] = "当事人",
        ["partyCode"] = "统一社会信用代码",
        ["matter"] = "执法事项",
        ["stage"] = "阶段",
        ["outcome"] = "结果",
        ["handlers"] = "办案人员",
        ["isClosed"] = "已结档",
        ["five"] = "五位一体",
    };

    /// <summary>The dossier.</summary>
    [FromRoute(Name = "id")]
    public Guid Id { get; set; }

    /// <summary>The dossier.</summary>
    public DossierFile Dossier { get; private set; } = null!;

    /// <summary>Who looks.</summary>
    public ActContext Looking { get; private set; } = null!;

    /// <summary>Number, head, profile.</summary>
    public DossierRowView Row { get; private set; } = null!;

    /// <summary>The record, the first act first.</summary>
    public IReadOnlyList<(ActRow Row, RecordedAct Done)> Entries { get; private set; } = [];

    /// <summary>What is wrong with the chain; empty when it holds.</summary>
    public IReadOnlyList<RecordFault> Faults { get; private set; } = [];

    /// <summary>Whether the files are checked too.</summary>
    [FromQuery(Name = "files")]
    public bool ChecksFiles { get; set; }

    /// <summary>How many files the dossier has, and those that are no longer what they were; null unless asked.</summary>
    public (int Count, IReadOnlyList<string> Altered)? Files { get; private set; }

    /// <summary>Shows the page.</summary>
    /// <param name="stop">Stops the work.</param>
    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await desk.ReadRecordAsync(signedIn.Person!, Id, stop) is not { } read)
        {
            return NotFound();
        }

        (Row, Dossier, Looking) = (read.Row, read.File, read.Context);
        Entries = [.. read.Record.Zip(Dossier.Acts)];
        Faults = RecordCheck.ChainFaults(HashProfile.Find(Row.Profile)!, Id, read.Record.Select(r => (r.Entry, r.Hash)), Row.Head);
        Files = ChecksFiles ? await files.AlteredAsync(Id, stop) : null;
        return Page();
    }

    /// <summary>The grounds of an act.</summary>
    /// <param name="row">The entry.</param>
    public static IReadOnlyList<Ground> GroundsOf(ActRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return JsonSerializer.Deserialize<Ground[]>(row.Grounds, ActTypes.Json) ?? [];
    }

    /// <summary>What an act changed in the summary.</summary>
    /// <param name="row">The entry.</param>
    public IEnumerable<(string Name, string Before, string After)> ChangesOf(ActRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        using var before = JsonDocument.Parse(row.Before);
        using var after = JsonDocument.Parse(row.After);
        foreach (var (key, name) in names)
        {
            var (was, isNow) = (Text(before, key), Text(after, key));
            if (was != isNow)
            {
                yield return (name, Said(key, was), Said(key, isNow));
            }
        }
    }

    private static string Text(JsonDocument summary, string key) => summary.RootElement.TryGetProperty(key, out var value) ? value.ToString() : "";

    private string Said(string key, string value) => (key, value) switch
    {
        (_, "") => "无",
        ("stage", _) => Looking.Law.Procedure.Find(value)?.Chinese ?? value,
        ("matter", _) => Looking.Law.Matters.Find(value)?.Chinese ?? value,
        ("isClosed", _) => value is "True" or "true" ? "是" : "否",
        ("five", _) => string.Join(' ', Enum.GetValues<FivePart>().Zip(value, (part, letter) => $"{ActTypes.LabelOf(part)}{ActTypes.LabelOf(DossierSummary.StateOf(letter))}")),
        ("outcome", _) => DossierWords.Outcome(value),
        _ => value,
    };
}
