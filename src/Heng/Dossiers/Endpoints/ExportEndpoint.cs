using System.Globalization;
using Heng.Dossiers.Storage;
using Heng.Law;
using Heng.Platform.People;
using Heng.Platform.Shell;
using Heng.Platform.Storage;
using MiniExcelLibs;

namespace Heng.Dossiers.Endpoints;

/// <summary><c>GET /dossiers/export.xlsx</c>: the dossier list as a workbook (导出), with the filters of the list.</summary>
/// <remarks>No address, telephone, identity number or content of a clue is in it: the columns are those of the list.</remarks>
internal static class ExportEndpoint
{
    private const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void MapExport(this IEndpointRouteBuilder endpoints)
        => endpoints.MapGet(DossierLinks.Export, AnswerAsync).RequireAuthorization(p => p.RequireRole(RoleNames.CodesOfCases.Split(','))).ExcludeFromDescription();

    private static async Task<IResult> AnswerAsync(HttpRequest request, SignedIn signedIn, DossierList list, DossierExport export, HengDb db, PeopleDirectory directory, LawSet law, TimeProvider time, CancellationToken stop)
    {
        var me = signedIn.Person!;
        var lines = await list.ExportAsync(me, DossierFilter.Of(request.Query), stop);
        // On record before the first byte is sent.
        await export.RecordListAsync(db, me, Math.Min(lines.Count, DossierList.MostExported), [.. request.Query.Keys.Order(StringComparer.Ordinal)], stop);
        var units = (await directory.OfAsync(me.BureauId, stop)).Units.ToDictionary(u => u.Id, u => u.Name);
        var today = time.TodayInBeijing();
        var rows = lines.Take(DossierList.MostExported).Select(l => Row(l, units, law, today)).ToList();
        if (lines.Count > DossierList.MostExported)
        {
            rows.Add(Columns.ToDictionary(c => c, c => (object?)(c == Columns[0] ? $"只导出了前 {DossierList.MostExported} 条，请缩小筛选范围后分次导出。" : null)));
        }

        if (rows.Count == 0)
        {
            rows.Add(Columns.ToDictionary(c => c, c => (object?)(c == Columns[0] ? "没有符合条件的档案。" : null)));
        }

        var workbook = new MemoryStream();
        await workbook.SaveAsAsync(rows, sheetName: "档案", cancellationToken: stop);
        workbook.Position = 0;
        return TypedResults.File(workbook, MediaType, $"档案 {today:yyyy-MM-dd}.xlsx");
    }

    private static readonly string[] Columns = ["档案编号", "事项", "当事人", "统一社会信用代码", "阶段", "处理结果", "办案机构", "办案人员", "预防", "免罚", "严惩", "相当", "回访", "登记日期", "最近办理日期", "期限事项", "期限日", "期限状态", "是否结档"];

    private static Dictionary<string, object?> Row(DossierLine line, Dictionary<Guid, string> units, LawSet law, DateOnly today)
    {
        var five = line.Five.Select(c => ActTypes.LabelOf(DossierSummary.StateOf(c))).ToArray();
        object?[] values =
        [
            line.Number, line.Title, line.Party, line.PartyCode, line.Stage.Length == 0 ? "" : law.Procedure.Find(line.Stage)?.Chinese, line.Outcome is { } outcome ? DossierOutcomes.NameOf(outcome) : "",
            units.GetValueOrDefault(line.UnitId), line.Handlers, .. five, Day(line.OpenedOn), Day(DateOnly.FromDateTime(line.ChangedAt.AddHours(8))),
            line.DueName, Day(line.DueOn), line.IsClosed ? "" : ActTypes.LabelOf(ClockLevels.On(line.DueOn, line.YellowOn, line.RedOn, today)), line.IsClosed ? "是" : "否",
        ];
        return Columns.Zip(values).ToDictionary(p => p.First, p => p.Second);
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
