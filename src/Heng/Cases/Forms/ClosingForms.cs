using System.Globalization;
using Heng.Cases.Steps.Closing;
using Heng.Cases.Steps.Decision;
using Heng.Cases.Steps.Service;
using Heng.Documents;
using Heng.Dossiers;
using Heng.Law.Citations;

namespace Heng.Cases.Forms;

/// <summary>Form 50, receipt (送达回证); 51, public notice (送达公告); 53, closing (结案审批表); 54 to 56, the volume (卷宗封面、卷内文件目录、卷内备考表); the education record (教育记录).</summary>
internal sealed class ClosingForms : IFormProvider
{
    public IEnumerable<DocumentDraft> Of(DossierFile file, ActContext context)
        => file.Acts.SelectMany(done => done.Act switch
        {
            ServeAct s => [Receipt(file, context, done, s)],
            PublishNotice n => [Notice(file, context, done, n)],
            RecordEducation e => [Education(file, context, done, e)],
            CloseCase k => [Closing(file, context, done, k)],
            ArchiveCase a => (DocumentDraft[])[Cover(file, context, done, a), Contents(file, context, done, a), Remarks(file, context, done, a)],
            _ => [],
        });

    private static DocumentDraft Receipt(DossierFile file, ActContext context, RecordedAct done, ServeAct act)
    {
        var c = file.AsOf(done.Number).Part<CaseFile>();
        return FormSheets.Of("50", "送达回证", done, file, context, f =>
        {
            var service = c.Services[^1];
            f.Add("document", service.Document);
            f.Add("method", ActTypes.LabelOf(act.Method!));
            var notice = act.Method == ServiceMethod.Public ? file.AsOf(done.Number).Last<PublishNotice>()?.Act : null;
            f.Add("place", notice?.Where ?? c.Address?.Place ?? file.Part<Affair>().Party?.Address ?? context.Bureau?.Name);
            f.Add("servedOn", FormText.Day(service.On));
            f.May("receiver", notice is null ? act.Receiver : "公告送达，没有收件人签收。");
            f.May("failed", act.Failed);
            f.May("proof", string.Join('\n', act.Stored.Select(s => s.Name)));
            f.Add("server", c.Handlers.Count > 0 ? FormText.Names(c.Handlers) : done.PersonName);
        }) with
        { Course = [("送达日期", act.On), ("登记日期", done.On)] };
    }

    private static DocumentDraft Notice(DossierFile file, ActContext context, RecordedAct done, PublishNotice act)
        => FormSheets.Of("51", "行政处罚文书送达公告", done, file, context, f =>
        {
            f.Add("number", act.DocumentNumber);
            var (title, number) = act.Document.Split(' ') is [var t, var n] ? (t, n) : (act.Document, "");
            f.Add("documentTitle", title);
            f.May("documentNumber", number);
            f.Add("failed", FormText.Open(act.Failed));
            f.Add("days", ChineseNumber.Write(30));
            f.Add("basis", FormText.Cite(context.Law, Citation.Parse("PR 82(1)#5")));
            f.Add("where", act.Where);
        }) with
        { Number = act.DocumentNumber, IsNumbered = true, IsOutward = true };

    private static DocumentDraft Education(DossierFile file, ActContext context, RecordedAct done, RecordEducation act)
        => FormSheets.Of("education", "不予行政处罚教育记录", done, file, context, f =>
        {
            f.Add("on", FormText.Day(act.On));
            f.Add("way", ActTypes.LabelOf(act.Way!));
            f.Add("content", act.Content);
            f.Add("acknowledged", act.Acknowledged);
            f.Add("basis", FormText.Cite(context.Law, Citation.Parse("APL 33(3)")));
            f.May("document", file.AsOf(done.Number).Part<CaseFile>().Decision is { } d ? $"不予行政处罚决定书 {d.DocumentNumber}" : "");
            f.Add("officer", done.PersonName);
        }) with
        { Course = [("教育日期", act.On), ("登记日期", done.On)] };

    private static DocumentDraft Closing(DossierFile file, ActContext context, RecordedAct done, CloseCase act)
    {
        var c = file.AsOf(done.Number).Part<CaseFile>();
        return FormSheets.Of("53", "结案审批表", done, file, context, f =>
        {
            f.Add("handlers", FormText.Names(c.Handlers));
            f.Add("filedOn", FormText.Day(c.FiledOn));
            f.May("decidedOn", FormText.Day(c.DecidedOn));
            f.Add("result", ResultOf(c));
            f.Add("performed", string.Join('\n', PerformedOf(c)));
            f.Add("opinion", FormText.Closed(act.Opinion));
        }) with
        { Course = [.. NoPenaltyForm.CourseOf(c), .. c.DecidedOn is { } decided ? new[] { ("决定日期", decided) } : [], ("结案日期", done.On)] };
    }

    private static string ResultOf(CaseFile c)
        => c.PenaltyDecision is { } p ? $"行政处罚：{p.Words}（{p.DocumentNumber}）" : c.Decision is { } d ? $"不予行政处罚（{d.DocumentNumber}）" : c.Papers.Count > 0 ? c.Papers[^1].Says : "终止调查";

    private static IEnumerable<string> PerformedOf(CaseFile c)
    {
        foreach (var service in c.Services)
        {
            yield return $"{service.Document}：{FormText.Day(service.On)}{ActTypes.LabelOf(service.Method)}。";
        }

        foreach (var education in c.Education)
        {
            yield return $"{FormText.Day(education.On)}对当事人进行教育（{ActTypes.LabelOf(education.Way!)}）。";
        }

        foreach (var correction in c.Corrections)
        {
            yield return $"责令改正通知书 {correction.Number}：{(correction.Corrected == true ? $"{FormText.Day(correction.CheckedOn)}核查，已经改正" : "尚未核查改正")}。";
        }

        if (c.PerformedOn is { } performed)
        {
            yield return $"行政处罚决定于{FormText.Day(performed)}履行完毕。";
        }

        yield return GoodsOf(c);
    }

    /// <summary>What became of the goods, as the closing must say (程序规定第七十七条).</summary>
    private static string GoodsOf(CaseFile c)
    {
        var goods = c.Goods.Where(g => g.State != GoodsState.Withdrawn).GroupBy(g => g.State).OrderBy(g => g.Key).ToArray();
        return goods.Length == 0 ? "没有查封、扣押、没收的财物。"
            : $"涉案财物：{string.Join("；", goods.Select(g => $"{ActTypes.LabelOf(g.Key)}{ChineseNumber.Write(g.Count())}项"))}。{(c.Penalty is not null && goods.Any(g => g.Key == GoodsState.Kept) ? "未处置的由本局按照没收财物管理的规定继续处置。" : "")}";
    }

    private static DocumentDraft Cover(DossierFile file, ActContext context, RecordedAct done, ArchiveCase act)
    {
        var c = file.AsOf(done.Number).Part<CaseFile>();
        return FormSheets.Of("54", "卷宗封面", done, file, context, f =>
        {
            f.Add("handlers", FormText.Names(c.Handlers));
            f.Add("filedOn", FormText.Day(c.FiledOn));
            f.Add("closedOn", FormText.Day(c.ClosedOn));
            f.Add("result", ResultOf(c));
            f.Add("size", Volume.SizeOf(act.Catalogue));
            f.Open("keep", act.Keep is { } keep ? ActTypes.LabelOf(keep) : "");
        });
    }

    private static DocumentDraft Contents(DossierFile file, ActContext context, RecordedAct done, ArchiveCase act)
        => FormSheets.Of("55", "卷内文件目录", done, file, context, _ => { }) with
        {
            Rows = new Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>>(StringComparer.Ordinal) { ["main"] = Items(act, "main"), ["side"] = Items(act, "side") },
        };

    private static IReadOnlyList<IReadOnlyDictionary<string, string>> Items(ArchiveCase act, string volume)
    {
        var items = act.Catalogue.Where(i => i.Volume == volume).ToArray();
        return [.. items.Zip(Volume.Numbered(items)).Select((row, n) => new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["no"] = (n + 1).ToString(CultureInfo.InvariantCulture),
            ["item"] = row.First.Title,
            ["on"] = FormText.Day(row.First.On),
            ["pages"] = row.Second is not { } pages ? FormText.ByHand : string.Create(CultureInfo.InvariantCulture, $"{pages.First}{(pages.Last > pages.First ? $"—{pages.Last}" : "")}"),
            ["act"] = row.First.Act.ToString(CultureInfo.InvariantCulture),
        })];
    }

    private static DocumentDraft Remarks(DossierFile file, ActContext context, RecordedAct done, ArchiveCase act)
        => FormSheets.Of("56", "卷内备考表", done, file, context, f =>
        {
            f.Add("count", $"本案卷共{Volume.SizeOf(act.Catalogue)}，其中正卷{Volume.SizeOf([.. act.Catalogue.Where(i => i.Volume == "main")])}、副卷{Volume.SizeOf([.. act.Catalogue.Where(i => i.Volume == "side")])}。");
            f.May("note", act.Note);
            f.Open("place", act.Place);
            f.Add("archivist", done.PersonName);
        });
}
