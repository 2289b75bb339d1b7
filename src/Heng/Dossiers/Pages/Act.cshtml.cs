using System.Globalization;
using Heng.Law.Citations;
using Heng.Law.Matters;
using Heng.Platform.Files;
using Heng.Platform.People;
using Heng.Platform.Shell.Kit;
using Heng.Platform.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Heng.Dossiers.Pages;

/// <summary>Form of an act (办理页): draws the fields of any act, keeps what is typed, shows what became of it.</summary>
/// <param name="desk">Does the act.</param>
/// <param name="signedIn">Who acts.</param>
/// <param name="drafts">Keeps what is typed.</param>
/// <param name="files">Takes files in.</param>
/// <param name="matters">Finds matters.</param>
/// <param name="db">Reads what the person may read.</param>
[RequestSizeLimit(MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
public sealed class ActModel(ActDesk desk, SignedIn signedIn, DraftDesk drafts, FileDesk files, IMatterSearch matters, HengDb db) : PageModel
{
    /// <summary>Prefix of the name under which new files of a field are sent.</summary>
    public const string NewFiles = "new.";

    /// <summary>Prefix of the name of a search box.</summary>
    public const string Search = "find.";

    /// <summary>Name of the search box for parties, behind the prefix.</summary>
    public const string PartySearch = "party";

    private const long MostBytes = FileStore.LargestFile + 20L * 1024 * 1024;
    private const int MattersShown = 12;
    private readonly List<FieldProblem> problems = [];
    private Dictionary<string, string[]> values = new(StringComparer.Ordinal);
    private string? searched;
    private string words = "";

    /// <summary>The dossier; null for an act that opens one.</summary>
    [FromRoute(Name = "id")]
    public Guid? Id { get; set; }

    /// <summary>Code of the act.</summary>
    [FromRoute(Name = "code")]
    public string Code { get; set; } = "";

    /// <summary>The type of act.</summary>
    public ActType Type { get; private set; } = null!;

    /// <summary>The dossier; an empty one for an act that opens one.</summary>
    public DossierFile Dossier { get; private set; } = null!;

    /// <summary>The context.</summary>
    public ActContext Acting { get; private set; } = null!;

    /// <summary>The act as it is read from the form, or as it is first shown.</summary>
    public DossierAct Act { get; private set; } = null!;

    /// <summary>The version that the person sees.</summary>
    public int Version { get; private set; }

    /// <summary>The fields, by group.</summary>
    public IReadOnlyList<(string Title, IReadOnlyList<FieldView> Fields, bool IsFolded)> Groups { get; private set; } = [];

    /// <summary>What stands beside the form.</summary>
    public IReadOnlyList<(string Label, string Says)> Recalled { get; private set; } = [];

    /// <summary>What is wrong with the fields.</summary>
    public IReadOnlyList<FieldProblem> Problems => problems;

    /// <summary>What became of the act, when it was not done.</summary>
    public ActOutcome? Outcome { get; private set; }

    /// <summary>Whether there is no form at all, only the reason.</summary>
    public bool IsBarred { get; private set; }

    /// <summary>Whether the person is asked once more.</summary>
    public bool AsksAgain { get; private set; }

    /// <summary>When the draft was kept that is shown; null while none is.</summary>
    public DateTime? DraftAt { get; private set; }

    /// <summary>Whether the form enters a party.</summary>
    public bool EntersParty => Act is PartyAct;

    /// <summary>What the party is looked for under.</summary>
    public string? PartyWords { get; private set; }

    /// <summary>The parties found; null while none is looked for.</summary>
    public IReadOnlyList<KnownParty>? Parties { get; private set; }

    /// <summary>The main article.</summary>
    public Citation? Basis => Type.BasisIn(Dossier);

    /// <summary>The transition of the procedure that the act takes.</summary>
    public Law.Procedure.Transition? Transition => Type.StepIn(Dossier);

    /// <summary>Who may do it.</summary>
    public string By => RoleNames.NamesOf(Type.By(Dossier), "或者");

    /// <summary>The texts of all fields, for a form that only confirms.</summary>
    public IEnumerable<(string Name, string Text)> Hidden => Type.Fields.SelectMany(f => values.GetValueOrDefault(f.Name, []).Select(t => (f.Name, t)));

    /// <summary>What was entered, as people read it.</summary>
    public IEnumerable<(string Label, string Says)> Entered => ActForm.SayAll(Act, Dossier, Acting);

    private CurrentPerson Me => signedIn.Person!;

    /// <summary>Shows the form, with the draft when there is one.</summary>
    /// <param name="stop">Stops the work.</param>
    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!await OpenAsync(stop))
        {
            return NotFound();
        }

        if (Id is { } id && Type.About.Page is not null)
        {
            return Redirect(DossierLinks.Act(id, Type));
        }

        if (ActDesk.BarrierOf(Me, Type, Dossier) is { } barrier)
        {
            (Outcome, IsBarred) = (barrier, true);
            Response.StatusCode = barrier is ActOutcome.Forbidden ? 403 : 422;
            return Page();
        }

        values = ActForm.ValuesOf(Act);
        if (await drafts.FindAsync(Me, Id, Code, stop) is { } draft)
        {
            values = new(draft.Values, StringComparer.Ordinal);
            DraftAt = draft.At;
            (Act, _) = ActForm.Read(Act, values);
        }

        await DrawAsync(stop);
        return Page();
    }

    /// <summary>Takes the form: keeps it, looks something up, takes files in, or does the act.</summary>
    /// <param name="stop">Stops the work.</param>
    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await OpenAsync(stop))
        {
            return NotFound();
        }

        var form = await Request.ReadFormAsync(stop);
        var pressed = form[FieldView.Button].ToString();
        if (pressed == "discard")
        {
            await drafts.DropAsync(Me, Id, Code, stop);
            return Redirect(Request.Path);
        }

        values = ActForm.ValuesIn(Type, form);
        int? seen = int.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        await TakeFilesAsync(form, stop);
        await PressAsync(pressed, form, stop);
        (Act, var faults) = ActForm.Read(Act, values);
        if (problems.Count == 0 && searched is null && pressed is "submit" or "confirm" or "enter" && await DoAsync(seen, pressed == "confirm", faults, stop) is { } done)
        {
            await drafts.DropAsync(Me, Id, Code, stop);
            return Redirect(DossierLinks.Page(done.DossierId, done.ActNumber));
        }

        // Whatever stands in the way, nothing that was typed is lost.
        await drafts.KeepAsync(Me, Id, Code, values, stop);
        if (pressed == "draft" && problems.Count == 0)
        {
            return Redirect(Request.Path);
        }

        Response.StatusCode = problems.Count > 0 ? 400 : Outcome switch
        {
            ActOutcome.Refused => 422,
            ActOutcome.Conflict => 409,
            ActOutcome.Forbidden => 403,
            _ => 200,
        };
        await DrawAsync(stop);
        return Page();
    }

    private async Task<bool> OpenAsync(CancellationToken stop)
    {
        if (ActTypes.Find(Code) is not { } type || (Id is null && !type.About.Opens))
        {
            return false;
        }

        Type = type;
        if (Id is { } id)
        {
            if (await desk.ReadAsync(Me, id, stop) is not { } read)
            {
                return false;
            }

            (Dossier, Acting, Version) = (read.File, read.Context, read.Row.Version);
        }
        else
        {
            (Dossier, Acting) = await desk.NewAsync(Me, stop);
        }

        Act = type.Empty.Prefilled(Dossier, Acting);
        return true;
    }

    /// <summary>Does what a button asks that is not the act itself.</summary>
    private async Task PressAsync(string pressed, IFormCollection form, CancellationToken stop)
    {
        switch (pressed.Split(':', 3))
        {
            case ["remove", var field, var file] when values.TryGetValue(field, out var named):
                values[field] = [.. named.Where(v => v != file)];
                break;
            case ["use", var dossier] when Guid.TryParse(dossier, out var id) && await desk.ReadAsync(Me, id, stop) is { } read && read.File.Part<Affair>().Party is { } party:
                foreach (var (name, text) in PartyAct.ValuesOf(party))
                {
                    values[name] = text is null ? [] : [text];
                }

                break;
            case ["find", var field]:
                searched = field;
                break;
            case ["enter"]:
                // The enter key in a search box searches.
                searched = form.Keys.Where(k => k.StartsWith(Search, StringComparison.Ordinal) && form[k].ToString().Length > 0).Select(k => k[Search.Length..]).FirstOrDefault();
                break;
        }

        words = searched is null ? "" : form[Search + searched].ToString().Trim();
    }

    private async Task TakeFilesAsync(IFormCollection form, CancellationToken stop)
    {
        foreach (var field in Type.Fields.Where(f => f.About.Kind == FieldKind.Files))
        {
            foreach (var sent in form.Files.GetFiles(NewFiles + field.Name).Where(f => f.FileName.Length > 0))
            {
                await using var content = sent.OpenReadStream();
                var (file, says) = await files.TakeAsync(Me, sent.FileName, content, stop);
                if (file is null)
                {
                    problems.Add(new(field.Name, says!));
                }
                else
                {
                    values[field.Name] = [.. values[field.Name], file.Id.ToString()];
                }
            }
        }
    }

    private async Task<ActOutcome.Done?> DoAsync(int? seen, bool confirmed, IReadOnlyList<InputFault> faults, CancellationToken stop)
    {
        if (faults.Count > 0)
        {
            var unread = faults.Select(f => f.Field).ToHashSet(StringComparer.Ordinal);
            Take([.. faults, .. ActDesk.FaultsOf(Act, Dossier, Acting with { Files = await NamedFilesAsync(stop) }).Where(f => !unread.Contains(f.Field))]);
            return null;
        }

        if (Type.About.Irreversible is not null && !confirmed)
        {
            Outcome = seen < Version ? new ActOutcome.Conflict([.. Dossier.Acts.Skip(seen.Value)]) : await desk.CheckAsync(Me, Id, Act, stop);
            AsksAgain = Outcome is null;
        }
        else
        {
            Outcome = await desk.DoAsync(Me, Id, seen, Act, stop);
        }

        switch (Outcome)
        {
            case ActOutcome.Done done:
                return done;
            case ActOutcome.Invalid invalid:
                Take(invalid.Faults);
                break;
            case ActOutcome.Conflict when Id is { } id && await desk.ReadAsync(Me, id, stop) is { } read:
                // What is shown now is what is there now; sending again acts on it.
                (Dossier, Acting, Version) = (read.File, read.Context, read.Row.Version);
                break;
        }

        return null;
    }

    private void Take(IEnumerable<InputFault> faults) => problems.AddRange(faults.Select(f => new FieldProblem(f.Field, f.Says)));

    private async Task<Dictionary<Guid, StoredFile>> NamedFilesAsync(CancellationToken stop)
    {
        Guid[] ids = [.. Type.Fields.Where(f => f.About.Kind == FieldKind.Files).SelectMany(f => values.GetValueOrDefault(f.Name, [])).Select(t => Guid.TryParse(t, out var id) ? id : default)];
        return (await files.NamedAsync(Me, Id, ids, stop)).ToDictionary(f => f.Id);
    }

    private async Task DrawAsync(CancellationToken stop)
    {
        var named = await NamedFilesAsync(stop);
        if (EntersParty && searched == PartySearch)
        {
            PartyWords = words;
            Parties = await KnownParties.FindAsync(db, words, stop);
        }

        var groups = new List<(string Title, List<FieldView> Fields)>();
        foreach (var field in Type.Fields.Where(f => Act.AsksFor(f.Property.Name, Dossier)))
        {
            if (groups.Count == 0 || field.About.Group is not null)
            {
                groups.Add((field.About.Group ?? "办理内容", []));
            }

            groups[^1].Fields.Add(View(field, named));
        }

        Groups = [.. groups.Select(g => (g.Title, (IReadOnlyList<FieldView>)g.Fields, g.Fields[0].Field.About.Folded && g.Fields.All(f => f.Problems.Count == 0 && f.Values.All(v => v.Length == 0))))];
        Recalled = [.. Act.Recalls(Dossier, Acting)];
    }

    private FieldView View(ActField field, Dictionary<Guid, StoredFile> named)
    {
        string[] texts = values.GetValueOrDefault(field.Name, []);
        var view = FieldView.Of(field, texts, problems, Act, Dossier, Acting);
        return field.About.Kind switch
        {
            FieldKind.Files => view with { Files = [.. texts.Select(t => Guid.TryParse(t, out var id) ? named.GetValueOrDefault(id) : null).OfType<StoredFile>()] },
            FieldKind.Matter => view with
            {
                Matter = texts is [var id, ..] ? Acting.Law.Matters.Find(id) : null,
                Words = searched == field.Name ? words : null,
                Found = searched == field.Name ? FoundMatters(words) : null,
            },
            _ => view,
        };
    }

    private List<Matter> FoundMatters(string query) => query.Length == 0 ? [] : [.. matters.Find(query, Acting.Today).Take(MattersShown)];
}
