using Heng.Platform.People;
using Heng.Platform.SignIn;
using Heng.Platform.Storage;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Heng.Platform.Administration.Pages;

/// <summary>Living sessions of the people of a bureau (会话).</summary>
/// <param name="office">Knows the bureaus.</param>
/// <param name="signedIn">Who.</param>
/// <param name="db">Reads the bureau.</param>
/// <param name="desk">Ends them.</param>
/// <param name="policy">When a session ends by itself.</param>
[Authorize(Roles = "security-admin")]
public sealed class SessionsModel(AdminOffice office, SignedIn signedIn, HengDb db, SecurityDesk desk, SignInPolicy policy) : AdminPageModel(office, signedIn, db)
{
    /// <summary>The people with their sessions.</summary>
    public IReadOnlyList<(Person Person, Session Session)> Rows { get; private set; } = [];

    /// <summary>Ends every session of a person.</summary>
    /// <param name="person">The person.</param>
    /// <param name="stop">Stops the work.</param>
    public Task<IActionResult> OnPostAsync(Guid person, CancellationToken stop) => AnswerAsync(() => desk.EndSessionsAsync(Me, Bureau.Id, person, stop), null, stop);

    /// <inheritdoc/>
    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        var (now, seen) = (Now, Now - policy.Idle);
        var people = await Db.Set<Person>().AsNoTracking().Where(p => p.AccountId != null).ToListAsync(stop);
        var living = await Db.Set<Session>().AsNoTracking().Where(s => s.EndedAt == null && s.EndsAt > now && s.SeenAt > seen && Db.Set<Person>().Any(p => p.AccountId == s.AccountId)).OrderByDescending(s => s.SeenAt).Take(200).ToListAsync(stop);
        Rows = [.. living.Select(s => (people.First(p => p.AccountId == s.AccountId), s))];
        return true;
    }
}
