using Heng.Demonstration.Model;
using Heng.Demonstration.Storage;
using Heng.Dossiers;
using Heng.Law;
using Heng.Law.Citations;
using Heng.Platform.People;
using Heng.Platform.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Heng.Demonstration.Pages;

/// <summary>Guided tour (导览): a newcomer finishes a prepared practice dossier step by step. With real data there is no such page.</summary>
[AllowAnonymous]
public sealed class TourModel : PageModel
{
    private readonly TourGuide guide;
    private readonly PracticeClock clock;
    private readonly SignedIn signedIn;
    private readonly LawSet law;

    /// <summary>Makes the page.</summary>
    /// <param name="services">The guide, which only this capability knows.</param>
    /// <param name="clock">Says whether the data are practice data.</param>
    /// <param name="signedIn">Who looks.</param>
    /// <param name="law">The calendar.</param>
    public TourModel(IServiceProvider services, PracticeClock clock, SignedIn signedIn, LawSet law)
        => (guide, this.clock, this.signedIn, this.law) = (services.GetRequiredService<TourGuide>(), clock, signedIn, law);

    /// <summary>The name of the tour.</summary>
    [BindProperty(SupportsGet = true, Name = "case")]
    public string? Case { get; set; }

    internal Tour Tour => Tour.Find(Case);

    /// <summary>The address of this tour.</summary>
    public string Address => DemonstrationLinks.TourOf(Tour.Key);

    internal TourState? State { get; private set; }

    internal TourStep? Now => State?.Now;

    /// <summary>What the step asks to fill in.</summary>
    public IReadOnlyList<(string Label, string Value)> Fields { get; private set; } = [];

    /// <summary>The article of the step.</summary>
    public Citation? Basis => Now?.Type.About.Basis is { } text && Citation.TryParse(text, out var at) ? at : null;

    /// <summary>Whether the step is done by the file of a bank.</summary>
    public bool NeedsBankFile => Now?.Plan.Act == ScenarioPlayer.Paid;

    /// <summary>Whether the person of the step is signed in.</summary>
    public bool IsMine => Now is { } now && signedIn.Person?.PersonId == now.Person.PersonId;

    /// <summary>How many days the clock is moved before the step: those it asks for, or as many as the calendar has.</summary>
    public int Moves => ClockRoom.DaysOf(Now?.Plan.Wait ?? 0, clock.Day, law.Deadlines.Calendar);

    /// <summary>The day the practice clock shows.</summary>
    public DateOnly Today => clock.Day;

    /// <summary>The form of the act.</summary>
    public string ActLink => Now is { } now ? DossierLinks.Act(State!.DossierId, now.Type) : DossierLinks.List;

    /// <inheritdoc/>
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!clock.IsPractice)
        {
            context.Result = NotFound();
        }
    }

    /// <summary>Shows how far the dossier has come.</summary>
    /// <param name="stop">Stops the work.</param>
    public async Task OnGetAsync(CancellationToken stop)
    {
        State = await guide.FindAsync(Tour, stop);
        if (State is { } state)
        {
            Fields = await guide.FieldsOfAsync(state, stop);
        }
    }

    /// <summary>Prepares another dossier.</summary>
    /// <param name="stop">Stops the work.</param>
    public async Task<IActionResult> OnPostAnotherAsync(CancellationToken stop)
    {
        await guide.OpenAnotherAsync(Tour, stop);
        return LocalRedirect(Address);
    }

    /// <summary>The file that the bank sends of the party of the tour.</summary>
    /// <param name="stop">Stops the work.</param>
    public async Task<IActionResult> OnGetBankFileAsync(CancellationToken stop)
        => await guide.BankFileAsync(Tour, stop) is { } content ? File(content, "text/csv; charset=utf-8", "演练对账文件.csv") : NotFound();
}
