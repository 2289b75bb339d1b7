using Heng.Dossiers;

namespace Heng.Cases;

/// <summary>Recall of a penalty (处罚对照): what whoever proposes, approves, discusses or decides has before his eyes.</summary>
internal static class PenaltyRecall
{
    /// <summary>The statute and the range, what is proposed and was told, what the party and the heads said.</summary>
    /// <param name="file">The dossier.</param>
    /// <param name="band">The statute and the range; null for those of the proposal.</param>
    public static IEnumerable<(string Label, string Says)> Of(DossierFile file, KeptBand? band = null)
    {
        var course = file.Part<CaseFile>().Course;
        if ((band ?? course.Proposal?.Band) is { } kept)
        {
            yield return ("法定幅度", $"{kept.Minimum:#,##0.##} 元至 {kept.Maximum:#,##0.##} 元");
            if (kept is { From: { } from, To: { } to })
            {
                yield return ("本案区间", from == to ? $"{from:#,##0.##} 元" : $"{from:#,##0.##} 元至 {to:#,##0.##} 元");
            }
        }

        if (course.Proposal is { } proposal)
        {
            yield return ("拟处罚", proposal.Words);
            yield return ("理由", proposal.Reason);
        }

        if (course.Notice is { } notice)
        {
            yield return ("已经告知", $"{notice.Number}：{Penalties.Say(notice.Sanction, file)}");
        }

        if (course.Points.Count > 0)
        {
            yield return ("陈述申辩", string.Join('\n', course.Points.Select(p => $"{p.Says}{(p.Adopted switch { null => "（待复核）", true => "（采纳：", false => "（不采纳：" })}{(p.Adopted is null ? "" : p.Reason + "）")}")));
        }

        if (course.Discussions is [.., { Views.Count: > 0 } discussion])
        {
            yield return ("讨论意见", string.Join('\n', discussion.Views.Select(v => $"{v.Name}：{ActTypes.LabelOf(v.Stand)}。{v.Says}")));
        }
    }
}
