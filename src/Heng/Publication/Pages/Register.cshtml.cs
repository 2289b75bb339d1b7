using Heng.Law;
using Heng.Platform.People;
using Heng.Platform.Shell;
using Heng.Publication.Model;
using Heng.Publication.Storage;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Heng.Publication.Pages;

/// <summary>Register of the bureau (公示管理): all that it published, with how each display ended.</summary>
/// <param name="register">Reads what was published.</param>
/// <param name="law">Names of the classes.</param>
/// <param name="signedIn">Who looks.</param>
/// <param name="time">The clock.</param>
[Authorize(Roles = "publicity")]
public sealed class RegisterModel(PublicRegister register, LawSet law, SignedIn signedIn, TimeProvider time) : PageModel
{
    private const int Most = 200;

    /// <summary>First day.</summary>
    [FromQuery(Name = "from")]
    public DateOnly? From { get; set; }

    /// <summary>Last day.</summary>
    [FromQuery(Name = "to")]
    public DateOnly? To { get; set; }

    /// <summary>Today in Beijing.</summary>
    public DateOnly Today { get; private set; }

    /// <summary>The lines.</summary>
    public IReadOnlyList<PublishedDecision> Lines { get; private set; } = [];

    /// <summary>The days as a query.</summary>
    public string Query => From is null && To is null ? "" : $"?from={From:yyyy-MM-dd}&to={To:yyyy-MM-dd}";

    /// <summary>Name of the class of a line.</summary>
    /// <param name="line">The line.</param>
    public string ClassOf(PublishedDecision line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return law.Publicity.Find(line.Class, line.PublishedOn)?.Chinese ?? line.Class;
    }

    /// <summary>Shows the register.</summary>
    /// <param name="stop">Stops the work.</param>
    public async Task OnGetAsync(CancellationToken stop)
    {
        Today = time.TodayInBeijing();
        Lines = await register.OfBureauAsync(signedIn.Person!, From, To, Most, stop);
    }
}
