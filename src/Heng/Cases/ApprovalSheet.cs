using Heng.Cases.Forms;
using Heng.Documents;
using Heng.Dossiers;
using Heng.Law.Citations;

namespace Heng.Cases;

/// <summary>Form 08, the general approval sheet (有关事项审批表), for whichever act approves something.</summary>
public static class ApprovalSheet
{
    /// <summary>The sheet of an act that approved.</summary>
    /// <param name="file">The dossier.</param>
    /// <param name="context">The bureau.</param>
    /// <param name="done">The act.</param>
    /// <param name="item">What was approved, in a few words.</param>
    /// <param name="asks">What was asked for.</param>
    /// <param name="reason">Why.</param>
    /// <param name="basis">The article.</param>
    /// <param name="opinion">The opinion of the approver.</param>
    public static DocumentDraft Of(DossierFile file, ActContext context, RecordedAct done, string item, string asks, string reason, string basis, string opinion = "同意。")
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(done);
        return FormSheets.Of("08", $"行政处罚案件有关事项审批表（{item}）", done, file, context, f =>
        {
            var c = file.AsOf(done.Number).Part<CaseFile>();
            f.Add("item", item);
            f.May("handlers", FormText.Names(c.Handlers));
            f.May("filedOn", FormText.Day(c.FiledOn));
            f.Add("asks", FormText.Closed(asks));
            f.Add("reason", FormText.Closed(reason));
            f.Add("basis", FormText.Cite(context.Law, Citation.Parse(basis)));
            f.Add("opinion", opinion);
        });
    }
}
