using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Heng.Platform.People;
using Heng.Platform.Shell;
using Heng.Publication.Model;
using Heng.Publication.Storage;

namespace Heng.Publication.Endpoints;

/// <summary><c>GET /publication/decisions.json</c> and <c>.csv</c>: the file for the platform (平台文件); its fields stand in <c>docs/publication-file.md</c>.</summary>
internal static class PublicationEndpoints
{
    private static readonly JsonSerializerOptions form = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    public static void MapPublication(this IEndpointRouteBuilder endpoints)
    {
        var own = endpoints.MapGroup("").RequireAuthorization(p => p.RequireRole(RoleNames.CodeOf(PersonRoles.Publicity)));
        own.MapGet(PublicationLinks.Json, JsonAsync).ExcludeFromDescription();
        own.MapGet(PublicationLinks.Csv, CsvAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> JsonAsync(SignedIn signedIn, PublicRegister register, TimeProvider time, DateOnly? from, DateOnly? to, CancellationToken stop)
    {
        var today = time.TodayInBeijing();
        var rows = await register.OfBureauAsync(signedIn.Person!, from, to, PublicRegister.MostInFile, stop);
        var content = JsonSerializer.SerializeToUtf8Bytes(rows.Select(r => Columns.ToDictionary(c => c.Name, c => c.Value(r, today))), form);
        return TypedResults.File(content, "application/json; charset=utf-8", $"行政处罚公示 {today:yyyy-MM-dd}.json");
    }

    private static async Task<IResult> CsvAsync(SignedIn signedIn, PublicRegister register, TimeProvider time, DateOnly? from, DateOnly? to, CancellationToken stop)
    {
        var today = time.TodayInBeijing();
        var rows = await register.OfBureauAsync(signedIn.Person!, from, to, PublicRegister.MostInFile, stop);
        var text = new StringBuilder("\uFEFF").AppendJoin(',', Columns.Select(c => c.Name)).Append("\r\n");
        foreach (var row in rows)
        {
            text.AppendJoin(',', Columns.Select(c => Quoted(c.Value(row, today)))).Append("\r\n");
        }

        return TypedResults.File(Encoding.UTF8.GetBytes(text.ToString()), "text/csv; charset=utf-8", $"行政处罚公示 {today:yyyy-MM-dd}.csv");
    }

    internal static readonly (string Name, Func<PublishedDecision, DateOnly, string?> Value)[] Columns =
    [
        ("id", (r, _) => r.Id.ToString()),
        ("number", (r, _) => r.Number),
        ("party", (r, _) => r.Party),
        ("partyCode", (r, _) => r.PartyCode),
        ("representative", (r, _) => r.Representative),
        ("matter", (r, _) => r.Matter),
        ("violation", (r, _) => r.Violation),
        ("sanction", (r, _) => r.Sanction),
        ("bureau", (r, _) => r.Bureau),
        ("region", (r, _) => r.Region),
        ("decidedOn", (r, _) => Day(r.DecidedOn)),
        ("publishedOn", (r, _) => Day(r.PublishedOn)),
        ("class", (r, _) => r.Class),
        ("shownUntil", (r, _) => Day(r.ShownUntil)),
        ("state", (r, today) => r.WithdrawnOn is not null ? "withdrawn" : r.EndedOn is not null ? "ended-by-repair" : r.ShownUntil < today ? "ended" : "shown"),
        ("correctedOn", (r, _) => Day(r.CorrectedOn)),
        ("withdrawnOn", (r, _) => Day(r.WithdrawnOn)),
        ("withdrawnBecause", (r, _) => r.WithdrawnBecause),
        ("endedOn", (r, _) => Day(r.EndedOn)),
        ("endedBy", (r, _) => r.EndedBy),
        ("textSha256", (r, _) => r.TextHash),
        // What is withdrawn or over is told to the platform, but its text goes out no more.
        ("text", (r, today) => r.WithdrawnOn is null && r.EndedOn is null && !(r.ShownUntil < today) ? r.Text : null),
    ];

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A cell; a text that a spreadsheet would take for a formula is told to be text.</summary>
    private static string Quoted(string? value)
    {
        var text = value ?? "";
        return $"\"{(text.Length > 0 && text[0] is '=' or '+' or '-' or '@' ? "'" : "")}{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
