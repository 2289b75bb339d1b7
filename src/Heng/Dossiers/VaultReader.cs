using Heng.Dossiers.Model;
using Heng.Platform.People;
using Heng.Platform.Record;
using Heng.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Heng.Dossiers;

/// <summary>A dossier that has something in the vault (有保密信息的档案).</summary>
/// <param name="Dossier">The dossier.</param>
/// <param name="Number">Its number.</param>
/// <param name="Title">What the affair is.</param>
/// <param name="Party">The party.</param>
/// <param name="Count">How many texts.</param>
public sealed record VaultEntry(Guid Dossier, string Number, string Title, string Party, int Count);

/// <summary>A text of the vault (保密信息) that was opened.</summary>
/// <param name="Act">Number of the act that brought it.</param>
/// <param name="Text">The text.</param>
/// <param name="Commitment">What the record must say of it.</param>
public sealed record OpenedSecret(int Act, string Text, string Commitment);

/// <summary>Vault reader (保密信息查阅): opens texts of the vault for whom a capability lets, and writes each reading into the security log.</summary>
/// <param name="db">Reads what the person may read.</param>
/// <param name="gate">Lets one writer in on SQLite.</param>
/// <param name="key">Opens the texts.</param>
/// <param name="time">The clock.</param>
/// <param name="directory">The bureaus.</param>
public sealed class VaultReader(HengDb db, WriteGate gate, VaultKey key, TimeProvider time, PeopleDirectory directory)
{
    private const int Most = 200;

    /// <summary>The dossiers that have texts of a kind, the last changed first.</summary>
    /// <param name="me">Who reads.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="stop">Stops the work.</param>
    public async Task<IReadOnlyList<VaultEntry>> ListAsync(CurrentPerson me, string kind, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(me);
        db.Access = me.Access;
        var found = await db.Set<VaultRow>().Where(v => v.Kind == kind)
            .Join(db.Set<Dossier>(), v => v.DossierId, d => d.Id, (v, d) => new { d.Id, d.Number, d.Title, d.Party, d.ChangedAt })
            .GroupBy(d => new { d.Id, d.Number, d.Title, d.Party, d.ChangedAt })
            .OrderByDescending(g => g.Key.ChangedAt).Take(Most)
            .Select(g => new { g.Key.Id, g.Key.Number, g.Key.Title, g.Key.Party, Count = g.Count() }).ToListAsync(stop);
        return [.. found.Select(f => new VaultEntry(f.Id, f.Number, f.Title, f.Party, f.Count))];
    }

    /// <summary>Opens the texts of a kind in a dossier and records that they were read; null when the person may not read the dossier.</summary>
    /// <param name="me">Who reads.</param>
    /// <param name="dossierId">The dossier.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="what">What is read, for the log.</param>
    /// <param name="stop">Stops the work.</param>
    public async Task<IReadOnlyList<OpenedSecret>?> OpenAsync(CurrentPerson me, Guid dossierId, string kind, string what, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(me);
        db.Access = me.Access;
        if (await db.Set<Dossier>().AsNoTracking().FirstOrDefaultAsync(d => d.Id == dossierId, stop) is not { } dossier)
        {
            return null;
        }

        var rows = await db.Set<VaultRow>().AsNoTracking().Where(v => v.DossierId == dossierId && v.Kind == kind).OrderBy(v => v.Act).ToListAsync(stop);
        var house = await directory.OfAsync(me.BureauId, stop);
        using var turn = await gate.EnterAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await SecurityLog.AppendAsync(db, me.BureauId, HashProfile.Find(house.Bureau!.HashProfile)!, time.UtcInstant(), new(me.PersonId, me.Name, string.Join(' ', RoleNames.CodesOf(me.Roles))), new($"vault.{kind}.read", $"{what}：{dossier.Number}"), stop);
        await transaction.CommitAsync(stop);
        return [.. rows.Select(r => key.Unprotect(r.Locked)).Zip(rows, (salted, r) => new OpenedSecret(r.Act, Vault.TextOf(salted), Vault.CommitmentOf(salted)))];
    }
}
