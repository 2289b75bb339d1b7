using Heng.Cases.Steps.Checks;
using Heng.Documents;
using Heng.Dossiers;

namespace Heng.Cases.Forms;

/// <summary>The checks before a penalty (处罚前核对) in the words of the report.</summary>
internal static class CheckWords
{
    /// <summary>Crime and same act, each in a line; empty where nothing was checked.</summary>
    /// <param name="file">The dossier as it was then.</param>
    public static string Of(DossierFile file) => string.Join('\n', new[] { Crime(file.Part<CaseChecks>()), SameAct(file.Part<CaseChecks>()) }.OfType<string>());

    private static string? Crime(CaseChecks checks)
    {
        if (checks.Crime is not { Answer: { } answer } crime)
        {
            return null;
        }

        var touched = string.Join("；", crime.Touched.Select(t => $"{t.Crime}的追诉标准是{FormText.Open(t.Says)}"));
        var reason = crime.Reason is { Length: > 0 } said ? $"理由：{FormText.Closed(said)}" : "";
        var rest = checks.TakenBack ? "公安机关已经退回，继续行政处理。" : checks.Declined is { } declined ? $"主要负责人决定不予移送：{FormText.Closed(declined.Reason)}" : crime.Paper is { Length: > 0 } paper ? FormText.Closed(paper) : "";
        return $"涉嫌犯罪核对：{CrimeWords.Of(crime.Level)}{(touched.Length > 0 ? $"（{touched}）" : "")}，{ActTypes.LabelOf(answer)}。{reason}{rest}";
    }

    private static string? SameAct(CaseChecks checks)
    {
        if (checks is not { Search: { } search, SearchedBy: { } done })
        {
            return null;
        }

        var found = search.Hits.Count == 0 ? "没有查到当事人在同一时期的其他案件。"
            : string.Concat(search.Hits.Select(h => $"{h.Label}{(checks.ToldApart.TryGetValue(h.Number, out var why) ? $"，与本案不是同一行为：{FormText.Open(why)}" : h.Bars ? "，尚未说明区别" : "，没有罚款")}；")).TrimEnd('；') + "。";
        return $"一事不二罚查询：{FormText.Day(done.On)}查询本局{(search.ByNameOnly ? "" : "和本系统其他局")}的案件，{found}";
    }
}
