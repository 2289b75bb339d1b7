using System.Globalization;
using Heng.Documents;
using Heng.Dossiers;
using Heng.Prevention.Steps;

namespace Heng.Prevention.Forms;

/// <summary>The letters of prevention (提醒信、敦促函), as they were frozen when sent.</summary>
internal sealed class LetterForm : IFormProvider
{
    public IEnumerable<DocumentDraft> Of(DossierFile file, ActContext context)
    {
        foreach (var done in file.Acts)
        {
            if ((done.Act as Remind)?.Letter is { } reminder)
            {
                yield return Draft(file, context, done, reminder);
            }
            else if ((done.Act as DecideUrging)?.Letter is { } urging)
            {
                yield return Draft(file, context, done, urging);
            }
        }
    }

    private static DocumentDraft Draft(DossierFile file, ActContext context, RecordedAct done, Letter letter)
    {
        var then = file.AsOf(done.Number);
        var fields = new FormFields(then, context);
        fields.Add("kind", ActTypes.LabelOf(letter.Kind));
        fields.Add("number", letter.Number);
        fields.Add("paragraphs", string.Join('\n', letter.Paragraphs));
        fields.Add("checks", string.Join('\n', letter.SelfCheck.Select((c, i) => $"{(i + 1).ToString(CultureInfo.InvariantCulture)}．{c}。")));
        fields.Add("ending", string.Join('\n', letter.Ending));
        fields.Add("from", letter.From);
        fields.Add("date", FormText.Day(letter.On));
        return new DocumentDraft("letter", done.Number, ActTypes.LabelOf(letter.Kind), letter.On)
        {
            Number = letter.Number,
            IsNumbered = true,
            IsOutward = true,
            Fields = fields.Texts,
            MayBeEmpty = fields.MayBeEmpty,
            Party = then.Part<Affair>().Party,
        };
    }
}
