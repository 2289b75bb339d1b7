using Heng.Dossiers.Storage;
using Heng.Platform.People;
using Heng.Platform.Shell;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Heng.Dossiers.Pages;

/// <summary>Work list (待办): what needs the person, why, and by when.</summary>
/// <param name="list">Reads the work list.</param>
/// <param name="settings">The shares of a limit at which it is yellow and red.</param>
/// <param name="signedIn">The person.</param>
/// <param name="time">The clock.</param>
internal sealed class WorkModel(WorkList list, ISettingsOfBureau settings, SignedIn signedIn, TimeProvider time) : PageModel
{
    /// <summary>The person.</summary>
    public CurrentPerson Me => signedIn.Person!;

    /// <summary>Today in Beijing.</summary>
    public DateOnly Today { get; private set; }

    /// <summary>What is looked for.</summary>
    public WorkFilter Filter { get; private set; } = new();

    /// <summary>The entries.</summary>
    public WorkPage Entries { get; private set; } = WorkPage.Empty;

    /// <summary>Share of a limit after which it is yellow.</summary>
    public int Yellow { get; private set; }

    /// <summary>Share of a limit after which it is red.</summary>
    public int Red { get; private set; }

    /// <summary>Whether the person has nothing to do with dossiers.</summary>
    public bool HasNoPart => !Me.Holds(RoleNames.OfCases);

    /// <summary>The address with another choice.</summary>
    /// <param name="of">Whose entries.</param>
    /// <param name="level">The level.</param>
    /// <param name="after">Where the page begins.</param>
    public string Address(WorkOf of, ClockLevel? level, string? after = null)
        => DossierLinks.Work + QueryString.Create(new (string Name, string? Value)[] { ("of", CodeOf(of)), ("clock", level is { } l ? ClockLevels.CodeOf(l) : null), ("act", Filter.Act), ("after", after) }
            .Where(p => p.Value is not null).Select(p => KeyValuePair.Create(p.Name, p.Value)));

    /// <summary>Shows the list.</summary>
    /// <param name="of">Whose entries.</param>
    /// <param name="clock">One level only.</param>
    /// <param name="act">One act only.</param>
    /// <param name="after">Where the page begins.</param>
    /// <param name="stop">Stops the work.</param>
    public async Task OnGetAsync(string? of, string? clock, string? act, string? after, CancellationToken stop)
    {
        Today = time.TodayInBeijing();
        Filter = new WorkFilter(of switch { "me" => WorkOf.Me, "roles" => WorkOf.Roles, _ => WorkOf.All }, ClockLevels.Parse(clock), ActTypes.Find(act ?? "")?.Code, after);
        var choices = await settings.OfAsync(Me.BureauId, stop);
        (Yellow, Red) = (DossierSettings.Number(choices, DossierSettings.YellowShare), DossierSettings.Number(choices, DossierSettings.RedShare));
        Entries = await list.PageAsync(Me, Filter, stop);
    }

    private static string? CodeOf(WorkOf of) => of switch { WorkOf.Me => "me", WorkOf.Roles => "roles", _ => null };
}
