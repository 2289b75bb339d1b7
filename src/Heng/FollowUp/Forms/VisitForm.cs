using Heng.Documents;
using Heng.Dossiers;
using Heng.FollowUp.Steps;
using Heng.Law.Visits;

namespace Heng.FollowUp.Forms;

/// <summary>The record of a visit (回访记录). What was said of integrity stands in no document.</summary>
internal sealed class VisitForm : IFormProvider
{
    public IEnumerable<DocumentDraft> Of(DossierFile file, ActContext context)
    {
        foreach (var done in file.Acts)
        {
            if (done.Act is not RecordVisit visit)
            {
                continue;
            }

            var then = file.AsOf(done.Number);
            var fields = new FormFields(then, context);
            fields.Add("date", FormText.Day(done.On));
            fields.Add("kind", VisitNames.Of(VisitKind.Visit));
            fields.Add("on", FormText.Day(visit.On));
            fields.Add("way", ActTypes.LabelOf(visit.Way!));
            fields.Add("respondent", visit.Respondent);
            fields.Add("visitors", FormText.Officers(visit.Named));
            fields.Add("stopped", visit.Stopped == true ? "已经停止" : "没有停止");
            fields.Add("corrected", visit.Corrected == true ? "已经改正" : "没有改正");
            fields.Add("conduct", visit.ConductProper == true ? "行为规范" : "有不规范的情形");
            fields.Add("rights", visit.RightsTold == true ? "已经充分告知" : "告知不充分");
            fields.Add("help", visit.HelpNeeded is { } help ? ActTypes.LabelOf(help) : "");
            fields.May("remarks", visit.Remarks);
            fields.May("next", visit.NextStep);
            yield return new DocumentDraft("visit", done.Number, "回访记录", done.On)
            {
                Fields = fields.Texts,
                MayBeEmpty = fields.MayBeEmpty,
                Party = then.Part<Affair>().Party,
                Signers = visit.Named,
                LeastSigners = visit.Way == VisitWay.OnTheSpot ? 2 : 1,
                Course = [("回访日期", visit.On), ("登记日期", done.On)],
            };
        }
    }
}
