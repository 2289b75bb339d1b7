using Heng.Law.Matters;
using Heng.Platform.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Heng.Dossiers.Pages;

/// <summary>Page of a dossier (档案页): head, five parts, clocks, what comes next, the panels of all capabilities, what was done.</summary>
/// <param name="desk">Reads the dossier.</param>
/// <param name="signedIn">Who reads.</param>
/// <param name="drafts">The drafts of the person.</param>
/// <param name="panels">The panels.</param>
public sealed class DossierModel(ActDesk desk, SignedIn signedIn, DraftDesk drafts, IEnumerable<IDossierPanel> panels) : PageModel
{
    /// <summary>The dossier.</summary>
    [FromRoute(Name = "id")]
    public Guid Id { get; set; }

    /// <summary>Number of the act that was just done.</summary>
    [FromQuery(Name = "done")]
    public int? Done { get; set; }

    /// <summary>The dossier.</summary>
    public DossierFile Dossier { get; private set; } = null!;

    /// <summary>Who looks.</summary>
    public ActContext Looking { get; private set; } = null!;

    /// <summary>The summary.</summary>
    public DossierSummary Summary { get; private set; } = null!;

    /// <summary>The matter.</summary>
    public Matter? Matter { get; private set; }

    /// <summary>The party.</summary>
    public PartyCard? Party => Dossier.Part<Affair>().Party;

    /// <summary>The clocks, the nearest first.</summary>
    public IReadOnlyList<DossierClock> Clocks { get; private set; } = [];

    /// <summary>What this person must do.</summary>
    public IReadOnlyList<WorkNeed> Mine { get; private set; } = [];

    /// <summary>What others must do.</summary>
    public IReadOnlyList<WorkNeed> Others { get; private set; } = [];

    /// <summary>The acts that this person may do besides, and those that something stands against.</summary>
    public IReadOnlyList<ActOffer> Offers { get; private set; } = [];

    /// <summary>Codes of acts with a draft of this person.</summary>
    public IReadOnlyList<string> Drafts { get; private set; } = [];

    /// <summary>The panels with something to show.</summary>
    public IReadOnlyList<(string Title, string View, object Shown, bool IsFinished)> Panels { get; private set; } = [];

    /// <summary>The act that was just done by this person, or null.</summary>
    public RecordedAct? JustDone => Done is { } number && number > 0 && number <= Dossier.Acts.Count && Dossier.Acts[number - 1] is var act && act.PersonId == Me.PersonId ? act : null;

    private CurrentPerson Me => signedIn.Person!;

    /// <summary>Shows the page.</summary>
    /// <param name="stop">Stops the work.</param>
    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await desk.ReadAsync(Me, Id, stop) is not { } read)
        {
            return NotFound();
        }

        (Dossier, Looking) = (read.File, read.Context);
        Summary = desk.SummaryOf(Dossier);
        Matter = Summary.Matter is { } matter ? Looking.Law.Matters.Find(matter) : null;
        Clocks = desk.ClocksOf(Dossier);
        var needs = desk.NeedsOf(Dossier, Looking.Settings).ToLookup(n => (n.Act is null ? !Looking.IsGuest : Looking.Admits(n.Act)) && (n.People.Contains(Me.PersonId) || (n.People.Count == 0 && Me.Holds(n.Roles))));
        (Mine, Others) = ([.. needs[true]], [.. needs[false]]);
        Offers = ActDesk.OffersOf(Me, Dossier, Looking);
        Drafts = await drafts.CodesAsync(Me, Id, stop);
        Panels = [.. panels.OrderBy(p => p.Order).Select(p => (p.Title, p.View, Shown: p.ModelOf(Dossier, Looking), IsFinished: p.IsFinishedIn(Dossier))).Where(p => p.Shown is not null).Select(p => (p.Title, p.View, p.Shown!, p.IsFinished))];
        return Page();
    }
}
