using System.Text.Json;
using Heng.Dossiers.Model;
using Heng.Platform.People;
using Heng.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Heng.Dossiers;

/// <summary>A draft as its writer sees it.</summary>
/// <param name="Values">The fields as they were typed.</param>
/// <param name="At">When, UTC.</param>
public sealed record DraftView(IReadOnlyDictionary<string, string[]> Values, DateTime At);

/// <summary>Draft desk (草稿箱): forms put aside, one for each person, dossier and act.</summary>
/// <param name="db">Reads what the person may read.</param>
/// <param name="gate">Lets one writer in on SQLite.</param>
/// <param name="vault">Locks the drafts.</param>
/// <param name="time">The clock.</param>
public sealed class DraftDesk(HengDb db, WriteGate gate, VaultKey vault, TimeProvider time)
{
    /// <summary>The draft of a form, or null.</summary>
    /// <param name="me">The writer.</param>
    /// <param name="dossierId">The dossier; null for an act that opens one.</param>
    /// <param name="act">Code of the act.</param>
    /// <param name="stop">Stops the work.</param>
    public async Task<DraftView?> FindAsync(CurrentPerson me, Guid? dossierId, string act, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(me);
        return await Of(me, dossierId, act).AsNoTracking().FirstOrDefaultAsync(stop) is { } draft
            ? new(JsonSerializer.Deserialize<Dictionary<string, string[]>>(vault.Unprotect(draft.Fields))!, draft.At)
            : null;
    }

    /// <summary>Codes of the acts of which the person has drafts on a dossier.</summary>
    /// <param name="me">The writer.</param>
    /// <param name="dossierId">The dossier.</param>
    /// <param name="stop">Stops the work.</param>
    public async Task<IReadOnlyList<string>> CodesAsync(CurrentPerson me, Guid dossierId, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(me);
        db.Access = me.Access;
        return await db.Set<Draft>().Where(d => d.PersonId == me.PersonId && d.DossierId == dossierId).Select(d => d.Act).ToListAsync(stop);
    }

    /// <summary>Keeps what was typed.</summary>
    /// <param name="me">The writer.</param>
    /// <param name="dossierId">The dossier.</param>
    /// <param name="act">Code of the act.</param>
    /// <param name="values">The fields.</param>
    /// <param name="stop">Stops the work.</param>
    public async Task KeepAsync(CurrentPerson me, Guid? dossierId, string act, IReadOnlyDictionary<string, string[]> values, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(me);
        var locked = vault.Protect(JsonSerializer.Serialize(values));
        using var turn = await gate.EnterAsync(stop);
        var draft = await Of(me, dossierId, act).FirstOrDefaultAsync(stop);
        if (draft is null)
        {
            draft = new Draft(me.BureauId, Guid.CreateVersion7(), me.PersonId, dossierId, act);
            db.Add(draft);
        }

        (draft.Fields, draft.At) = (locked, time.UtcInstant());
        await db.SaveChangesAsync(stop);
    }

    /// <summary>Drops a draft, if there is one.</summary>
    /// <param name="me">The writer.</param>
    /// <param name="dossierId">The dossier.</param>
    /// <param name="act">Code of the act.</param>
    /// <param name="stop">Stops the work.</param>
    public async Task DropAsync(CurrentPerson me, Guid? dossierId, string act, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(me);
        using var turn = await gate.EnterAsync(stop);
        await Of(me, dossierId, act).ExecuteDeleteAsync(stop);
    }

    private IQueryable<Draft> Of(CurrentPerson me, Guid? dossierId, string act)
    {
        db.Access = me.Access;
        return db.Set<Draft>().Where(d => d.PersonId == me.PersonId && d.DossierId == dossierId && d.Act == act);
    }
}
