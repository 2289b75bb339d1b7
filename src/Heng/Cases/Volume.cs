using Heng.Cases.Steps.Closing;
using Heng.Cases.Steps.Decision;
using Heng.Cases.Steps.Filing;
using Heng.Cases.Steps.Investigation;
using Heng.Cases.Steps.Review;
using Heng.Cases.Steps.Service;
using Heng.Dossiers;

namespace Heng.Cases;

/// <summary>Item of a volume (卷内材料).</summary>
/// <param name="Volume"><c>main</c> for 正卷, <c>side</c> for 副卷.</param>
/// <param name="Order">Place in the order of 程序规定第七十八条.</param>
/// <param name="Title">What it is.</param>
/// <param name="On">Its day.</param>
/// <param name="Act">Number of the act it comes from.</param>
public sealed record VolumeItem(string Volume, int Order, string Title, DateOnly On, int Act);

/// <summary>Volume (案卷): what goes into the archive, in which order, and what is missing.</summary>
public static class Volume
{
    /// <summary>The items in order: main volume, then side volume.</summary>
    /// <param name="file">The dossier.</param>
    public static IReadOnlyList<VolumeItem> Of(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return [.. file.Acts.Select(ItemOf).OfType<VolumeItem>().OrderBy(i => i.Volume, StringComparer.Ordinal).ThenBy(i => i.Order).ThenBy(i => i.Act)];
    }

    /// <summary>Mandatory items that are missing.</summary>
    /// <param name="file">The dossier.</param>
    public static IReadOnlyList<string> MissingOf(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var c = file.Part<CaseFile>();
        var missing = new List<string>();
        Need<ApproveFiling>("立案审批表", true);
        Need<ConcludeInvestigation>("案件调查终结报告", c.Decision is not null);
        Need<GiveOpinion>("案件审核表", c.Decision is not null);
        Need<ServeDecision>("决定书送达回证", c.Decision is not null);
        Need<RecordEducation>("教育记录", c.Decision is not null);
        Need<CloseCase>("结案审批表", true);
        return missing;

        void Need<T>(string title, bool asked)
            where T : DossierAct
        {
            if (asked && file.Last<T>() is null)
            {
                missing.Add(title);
            }
        }
    }

    private static VolumeItem? ItemOf(RecordedAct done) => done.Act switch
    {
        ApproveFiling => new("main", 1, "立案审批表", done.On, done.Number),
        DecideNoPenalty d => new("main", 2, $"不予行政处罚决定书 {d.DocumentNumber}", done.On, done.Number),
        ServeDecision => new("main", 3, "决定书送达回证", done.On, done.Number),
        OrderCorrection o => new("main", 4, $"责令改正通知书 {o.DocumentNumber}", done.On, done.Number),
        RequireMaterial m => new("main", 4, $"限期提供材料通知书 {m.DocumentNumber}", done.On, done.Number),
        ServeDocument s => new("main", 4, $"{s.Document}送达回证", done.On, done.Number),
        ConfirmAddress => new("main", 4, "送达地址确认书", done.On, done.Number),
        RecordInspection => new("main", 5, "现场笔录", done.On, done.Number),
        RecordInterview i => new("main", 5, $"对{i.Name}的询问笔录", done.On, done.Number),
        RecordEvidence e => new("main", 5, $"证据：{e.Name}", done.On, done.Number),
        CheckCorrection => new("main", 5, "改正情况核查记录", done.On, done.Number),
        RecordEducation => new("main", 7, "教育记录", done.On, done.Number),
        IStartsVerification => new("side", 1, "案件来源登记表及材料", done.On, done.Number),
        ConcludeInvestigation => new("side", 2, "案件调查终结报告", done.On, done.Number),
        GiveOpinion => new("side", 3, "案件审核表", done.On, done.Number),
        CloseCase => new("side", 5, "结案审批表", done.On, done.Number),
        _ => null,
    };
}
