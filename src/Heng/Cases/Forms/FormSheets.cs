using Heng.Documents;
using Heng.Dossiers;

namespace Heng.Cases.Forms;

/// <summary>What the simple forms of a case share: a form from one act, with the fields of bureau, dossier and party.</summary>
internal static class FormSheets
{
    /// <summary>A form that stems from an act.</summary>
    public static DocumentDraft Of(string form, string title, RecordedAct done, DossierFile file, ActContext context, Action<FormFields> fill)
    {
        var then = file.AsOf(done.Number);
        var fields = new FormFields(then, context);
        fields.Add("date", FormText.Day(done.On));
        fields.Add("by", done.PersonName);
        fill(fields);
        return new DocumentDraft(form, done.Number, title, done.On)
        {
            Fields = fields.Texts,
            MayBeEmpty = fields.MayBeEmpty,
            Party = then.Part<Affair>().Party,
        };
    }

    /// <summary>Rows of one tag.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>> Rows(string tag, IEnumerable<Dictionary<string, string>> rows)
        => new Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>>(StringComparer.Ordinal) { [tag] = [.. rows] };

    /// <summary>Rows of the files of a record, with their hashes.</summary>
    public static IEnumerable<Dictionary<string, string>> FileRows(IEnumerable<NamedFile> files)
        => files.Select((f, i) => new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["no"] = (i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["name"] = f.Name,
            ["size"] = f.Size.ToString("#,##0", System.Globalization.CultureInfo.InvariantCulture) + " 字节",
            ["hash"] = f.Sha256,
        });
}
