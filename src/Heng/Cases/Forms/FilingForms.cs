using Heng.Cases.Steps.Facts;
using Heng.Cases.Steps.Filing;
using Heng.Cases.Steps.Investigation;
using Heng.Cases.Steps.Notice;
using Heng.Documents;
using Heng.Dossiers;

namespace Heng.Cases.Forms;

/// <summary>Form 07, filing or not (立案、不予立案审批表), and form 08, the general approval sheet (有关事项审批表).</summary>
internal sealed class FilingForms : IFormProvider
{
    public IEnumerable<DocumentDraft> Of(DossierFile file, ActContext context)
    {
        foreach (var done in file.Acts)
        {
            var draft = done.Act switch
            {
                ApproveFiling a => Filing(file, context, done, true, $"{a.Opinion}", a.Named),
                RefuseFiling r => Filing(file, context, done, false, $"不予立案。情形：{ActTypes.LabelOf(r.Ground!)}。理由：{FormText.Closed(r.Reason)}", []),
                ExtendVerification e => Sheet("核查延期", "延长核查期限十五个工作日", e.Reason, "PR 18(1)"),
                ChangeHandlers h => Sheet("变更办案人员", $"办案人员变更为{FormText.Names(h.Named)}", h.Reason, "PR 4"),
                SuspendInvestigation s => Sheet("中止调查", $"中止本案调查：{ActTypes.LabelOf(s.Ground!)}", s.Reason, "PR 46"),
                ResumeInvestigation r => Sheet("恢复调查", "中止的原因已经消除，恢复本案调查", r.Reason, "PR 46"),
                TerminateInvestigation t => Sheet("终止调查", "终止本案调查", t.Reason, "PR 47"),
                ExtendHandling x => Sheet("延长办案期限", x.Until is { } end ? $"继续延长办案期限至{FormText.Day(end)}" : "延长办案期限三十日", x.Reason, "PR 64(1)"),
                ApproveProposal p => Sheet("批准拟处罚意见", $"批准拟处罚意见：{file.AsOf(done.Number).Part<CaseFile>().Course.Approved?.Words}，{(p.OffersHearing == true ? "告知听证权利" : "不属于听证范围")}，制发行政处罚告知书（{p.DocumentNumber}）", file.AsOf(done.Number).Part<CaseFile>().Course.Approved?.Reason ?? "", "PR 56", p.Opinion),
                ApproveUnknownFirst f => Sheet("按初次违法认定", "既往违法查询结果不明，按初次违法认定", f.Reason, "APL 33(1)"),
                _ => null,
            };
            if (draft is not null)
            {
                yield return draft;
            }

            DocumentDraft Sheet(string item, string asks, string reason, string basis, string opinion = "同意。") => ApprovalSheet.Of(file, context, done, item, asks, reason, basis, opinion);
        }
    }

    private static DocumentDraft Filing(DossierFile file, ActContext context, RecordedAct done, bool isFiled, string opinion, IReadOnlyList<NamedPerson> handlers)
    {
        var then = file.AsOf(done.Number);
        var c = then.Part<CaseFile>();
        var proposal = then.Last<ProposeFiling>();
        return FormSheets.Of("07", isFiled ? "立案审批表" : "不予立案审批表", done, file, context, f =>
        {
            var p = proposal?.Act;
            f.Add("kind", isFiled ? "立案审批表" : "不予立案审批表");
            f.Add("foundOn", FormText.Day(c.FoundOn));
            f.Add("reason", p?.Reason);
            f.Add("conditions", p is null ? "" : string.Join('\n',
                $"有证据初步证明存在违法行为：{Yes(p.HasEvidence)}", $"依法应当给予行政处罚：{Yes(p.DeservesPenalty)}", $"属于本部门管辖：{Yes(p.IsOurs)}", $"在给予行政处罚的法定期限内：{Yes(p.InTime)}"));
            f.Add("proposal", p is null ? "" : $"建议{ActTypes.LabelOf(p.Advice!)}。");
            f.Add("proposedBy", proposal?.Done.PersonName);
            f.Add("proposedOn", FormText.Day(proposal?.Done.On));
            f.Add("opinion", opinion);
            f.May("handlers", FormText.Officers(handlers));
        }) with
        { Course = [.. c.FoundOn is { } found ? new[] { ("发现线索日期", found) } : [], .. proposal is { } q ? new[] { ("建议日期", q.Done.On) } : [], ("审批日期", done.On)] };
    }

    private static string Yes(bool? answer) => answer == true ? "是" : "否";
}
