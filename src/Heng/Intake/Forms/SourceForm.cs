using Heng.Documents;
using Heng.Dossiers;
using Heng.Intake.Steps;

namespace Heng.Intake.Forms;

/// <summary>Form 01, the case source register (案件来源登记表).</summary>
internal sealed class SourceForm : IFormProvider
{
    public IEnumerable<DocumentDraft> Of(DossierFile file, ActContext context)
    {
        foreach (var done in file.Acts)
        {
            if (done.Act is not RegisterSource source)
            {
                continue;
            }

            var then = file.AsOf(done.Number);
            // What the verification found stands on the sheet of the source it belongs to.
            var later = file.Acts.Skip(done.Number).TakeWhile(a => a.Act is not RegisterSource).ToArray();
            var verifiers = later.LastOrDefault(a => a.Act is AssignVerifiers);
            var findings = later.LastOrDefault(a => a.Act is RecordVerification);
            var fields = new FormFields(then, context);
            fields.Add("date", FormText.Day(done.On));
            fields.Add("source", ActTypes.LabelOf(source.Source!));
            fields.Add("foundOn", FormText.Day(source.FoundOn));
            fields.Add("registeredOn", FormText.Day(done.On));
            fields.Add("content", source.Content);
            fields.May("files", string.Join('\n', source.Stored.Select(f => f.Name)));
            fields.Add("by", done.PersonName);
            fields.May("verifiers", verifiers is null ? "" : FormText.Officers(((AssignVerifiers)verifiers.Act).Named));
            fields.May("assignedBy", verifiers?.PersonName);
            fields.May("assignedOn", FormText.Day(verifiers?.On));
            fields.May("findings", findings is null ? "" : ((RecordVerification)findings.Act).Findings);
            fields.May("foundBy", findings?.PersonName);
            fields.May("verifiedOn", FormText.Day(findings?.On));
            yield return new DocumentDraft("01", done.Number, "案件来源登记表", done.On)
            {
                Fields = fields.Texts,
                MayBeEmpty = fields.MayBeEmpty,
                Party = then.Part<Affair>().Party,
                Course = [("发现线索日期", source.FoundOn), ("登记日期", done.On)],
            };
        }
    }
}
