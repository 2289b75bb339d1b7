using System.Globalization;
using Heng.Cases.Steps.Closing;
using Heng.Cases.Steps.Decision;
using Heng.Cases.Steps.Discussion;
using Heng.Cases.Steps.Facts;
using Heng.Cases.Steps.Filing;
using Heng.Cases.Steps.Hearing;
using Heng.Cases.Steps.Investigation;
using Heng.Cases.Steps.Notice;
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
public sealed record VolumeItem(string Volume, int Order, string Title, DateOnly On, int Act)
{
    /// <summary>Code of the form that it is; null when it is none of the forms.</summary>
    public string? Form { get; init; }

    /// <summary>Which one of several that the act makes of the form, from 1; 0 for the only or the first.</summary>
    public int Item { get; init; }

    /// <summary>Key of the document that it is.</summary>
    public string Document => string.Create(CultureInfo.InvariantCulture, $"{Form}-{Act}{(Item == 0 ? "" : $"-{Item}")}");

    /// <summary>How many pages it has; null while nobody counted them.</summary>
    public int? Pages { get; init; }
}

/// <summary>Volume (案卷): what goes into the archive, in which order, and what is missing.</summary>
public static class Volume
{
    /// <summary>The items in order: main volume, then side volume.</summary>
    /// <param name="file">The dossier.</param>
    public static IReadOnlyList<VolumeItem> Of(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return [.. file.Acts.SelectMany(a => ItemsOf(a, file)).OrderBy(i => i.Volume, StringComparer.Ordinal).ThenBy(i => i.Order).ThenBy(i => i.Act)];
    }

    /// <summary>The pages of the items of one volume, numbered through (页次): first and last page of each; null from the first item on whose pages nobody counted.</summary>
    /// <param name="items">The items in order.</param>
    public static IReadOnlyList<(int First, int Last)?> Numbered(IEnumerable<VolumeItem> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        int? next = 1;
        var pages = new List<(int First, int Last)?>();
        foreach (var item in items)
        {
            (int First, int Last)? own = next is { } first && item.Pages is { } count ? (first, first + count - 1) : null;
            pages.Add(own);
            next = own?.Last + 1;
        }

        return pages;
    }

    /// <summary>How many items and pages there are, in words; the pages only when all of them were counted.</summary>
    /// <param name="items">The items.</param>
    public static string SizeOf(IReadOnlyCollection<VolumeItem> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        return string.Create(CultureInfo.InvariantCulture, $"{items.Count}件{(items.Count > 0 && items.All(i => i.Pages is not null) ? $"{items.Sum(i => i.Pages!.Value)}页" : "")}");
    }

    /// <summary>Mandatory items that are missing.</summary>
    /// <param name="file">The dossier.</param>
    public static IReadOnlyList<string> MissingOf(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var c = file.Part<CaseFile>();
        var missing = new List<string>();
        Need<ApproveFiling>("立案审批表", true);
        Need<ConcludeInvestigation>("案件调查终结报告", c.Decision is not null || c.Penalty is not null);
        Need<ReviewOpinion>("案件审核表", c.Decision is not null || c.Penalty is not null);
        Need<NoticeService>("行政处罚告知书送达回证", c.Penalty is not null);
        Need<ConcludeDiscussion>("集体讨论记录", c.Penalty is not null && file.Procedure.Discussed);
        Need<CloseHearing>("听证笔录、听证报告", c.Penalty is not null && file.Procedure.HearingRequested);
        Need<ServeDecision>("决定书送达回证", c.Decision is not null || c.Penalty is not null);
        Need<RecordEducation>("教育记录", c.OwesEducation);
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

    private static VolumeItem[] ItemsOf(RecordedAct done, DossierFile file)
    {
        return done.Act switch
        {
            ApproveFiling => [Item("main", 1, "立案审批表", "07")],
            DecideNoPenalty d => [Item("main", 2, $"不予行政处罚决定书 {d.DocumentNumber}", "46"), Item("side", 6, "行政处理决定审批表", "43")],
            DecidePenalty d => [Item("main", 2, $"行政处罚决定书 {d.DocumentNumber}", "45"), .. PaymentNotices(d), Item("side", 6, "行政处理决定审批表", "43")],
            ServeDecision => [Item("main", 3, "决定书送达回证", "50")],
            ServeOnPerson p => [Item("main", 3, $"决定书送达回证（{p.Name}）", "50")],
            ApproveProposal a => [Item("main", 4, a.DocumentName, "37"), Item("side", 6, "有关事项审批表（批准拟处罚意见）", "08")],
            NoticeService => [Item("main", 4, "行政处罚告知书送达回证", "50")],
            RecordDefence => [Item("main", 4, "陈述申辩笔录", "38")],
            AnswerPoint when !file.AsOf(done.Number).Part<CaseFile>().Course.Unanswered.Any() => [Item("side", 6, "陈述申辩复核意见", "38")],
            RecordWaiver => [Item("main", 4, "放弃陈述申辩的材料", null)],
            AcceptHearing h => [Item("main", 4, h.DocumentName, "39")],
            CloseHearing => [Item("main", 6, "听证笔录", null), Item("side", 4, "听证报告", null)],
            ConcludeDiscussion => [Item("side", 6, "行政处罚案件集体讨论记录", "42")],
            OrderCorrection o => [Item("main", 4, $"责令改正通知书 {o.DocumentNumber}", "33")],
            RequireMaterial m => [Item("main", 4, $"限期提供材料通知书 {m.DocumentNumber}", "15")],
            PublishNotice n => [Item("main", 4, $"行政处罚文书送达公告 {n.DocumentNumber}", "51")],
            ServeDocument s => [Item("main", 4, $"{s.Document}送达回证", "50")],
            ConfirmAddress => [Item("main", 4, "送达地址确认书", "10")],
            RecordInspection => [Item("main", 5, "现场笔录", "09")],
            RecordInterview i => [Item("main", 5, $"对{i.Name}的询问笔录", "14")],
            RecordEvidence e => [Item("main", 5, $"证据：{e.Name}", e.Kind == EvidenceKind.Electronic ? "12" : "11")],
            CheckCorrection => [Item("main", 5, "改正情况核查记录", null)],
            RecordEducation => [Item("main", 7, "教育记录", "education")],
            IStartsVerification => [Item("side", 1, "案件来源登记表及材料", "01")],
            ConcludeInvestigation => [Item("side", 2, "案件调查终结报告", "35")],
            ReviewOpinion g => [Item("side", 3, g.IsLegal ? "法制审核表" : "案件审核表", "36")],
            FailLegalReview => [Item("side", 3, "法制审核表", "36")],
            CloseCase => [Item("side", 5, "结案审批表", "53")],
            ExtendVerification or ChangeHandlers or SuspendInvestigation or ResumeInvestigation or TerminateInvestigation or ExtendHandling or ApproveUnknownFirst
                => [Item("side", 6, $"有关事项审批表（{ActTypes.Of(done.Act).Chinese}）", "08")],
            IFiledInVolume filed => [.. filed.Papers.Select(p => Item(p.Volume, p.Order, p.Title, p.Form))],
            _ => [],
        };

        // One for the party and one for each responsible person who is fined.
        VolumeItem[] PaymentNotices(DecidePenalty d) =>
        [
            .. d.Sanction.Fine + d.Sanction.ConfiscatedGain > Law.Codes.Money.Zero ? [Item("main", 6, "罚没款缴款通知书", "payment")] : Array.Empty<VolumeItem>(),
            .. d.Sanction.Personal.Select((p, n) => Item("main", 6, $"罚没款缴款通知书（{p.Name}）", "payment") with { Item = n + 1 }),
        ];

        VolumeItem Item(string volume, int order, string title, string? form) => new(volume, order, title, done.On, done.Number) { Form = form };
    }
}
