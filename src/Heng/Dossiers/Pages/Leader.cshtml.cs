using Heng.Dossiers.Storage;
using Heng.Platform.People;
using Heng.Platform.Shell;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Heng.Dossiers.Pages;

/// <summary>Leader's page (负责人视图): what needs a head today, and what runs late in his scope; each entry explains itself.</summary>
/// <param name="work">Reads the work list.</param>
/// <param name="dossiers">Reads the dossier list.</param>
/// <param name="signedIn">The person.</param>
/// <param name="time">The clock.</param>
[Authorize(Roles = "unit-head,head,principal")]
internal sealed class LeaderModel(WorkList work, DossierList dossiers, SignedIn signedIn, TimeProvider time) : PageModel
{
    /// <summary>Most dossiers shown of a kind.</summary>
    public const int Most = 15;

    /// <summary>Today in Beijing.</summary>
    public DateOnly Today { get; private set; }

    /// <summary>Whether the scope is the whole bureau.</summary>
    public bool SeesBureau => signedIn.Person!.Access.UnitId is null;

    /// <summary>What waits for the head.</summary>
    public WorkPage Approvals { get; private set; } = WorkPage.Empty;

    /// <summary>Dossiers whose limit is over.</summary>
    public IReadOnlyList<(DossierLine Line, LastAct Last)> Overdue { get; private set; } = [];

    /// <summary>Dossiers whose limit is near.</summary>
    public IReadOnlyList<(DossierLine Line, LastAct Last)> AtRisk { get; private set; } = [];

    /// <summary>Shows the page.</summary>
    /// <param name="stop">Stops the work.</param>
    public async Task OnGetAsync(CancellationToken stop)
    {
        var me = signedIn.Person!;
        Today = time.TodayInBeijing();
        Approvals = await work.ExplainedAsync(me, new WorkFilter(), stop);
        Overdue = await dossiers.AtLevelAsync(me, ClockLevel.Overdue, Most + 1, stop);
        AtRisk = await dossiers.AtLevelAsync(me, ClockLevel.Red, Most + 1, stop);
    }
}
