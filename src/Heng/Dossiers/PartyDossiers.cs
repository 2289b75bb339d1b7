using Heng.Dossiers.Model;
using Heng.Platform.Record;
using Heng.Platform.Storage;
using Heng.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Heng.Dossiers;

/// <summary>A dossier of a party (当事人的档案), with those of its acts that were asked for.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Bureau">Name of the bureau.</param>
/// <param name="Matter">Id of its matter; null while not known.</param>
/// <param name="OpenedOn">The day it was opened.</param>
/// <param name="Outcome">Code of its outcome; null while it is open.</param>
/// <param name="Acts">The acts asked for, in their order. Whoever asks shows of another bureau no more than the law needs.</param>
public sealed record PartyDossier(string Number, string Bureau, string? Matter, DateOnly OpenedOn, string? Outcome, IReadOnlyList<DossierAct> Acts);

/// <summary>Dossiers of a party (当事人的档案) in every unit of the own bureau and, by credit code, in the other bureaus of the house.</summary>
public static class PartyDossiers
{
    private const int Most = 50;

    /// <summary>The dossiers, the newest first.</summary>
    /// <param name="db">Reads across units and bureaus; the act that asks stands in the record.</param>
    /// <param name="partyCode">Credit code of the party; null to look for the exact name, in the own bureau only.</param>
    /// <param name="name">Name of the party.</param>
    /// <param name="except">The dossier that asks.</param>
    /// <param name="codes">Codes of the acts that are read with them.</param>
    /// <param name="stop">Stops the work.</param>
    public static async Task<IReadOnlyList<PartyDossier>> OfAsync(HengDb db, string? partyCode, string name, Guid except, IReadOnlyCollection<string> codes, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        var bureaus = await db.Set<Bureau>().AsNoTracking().ToDictionaryAsync(b => b.Id, b => b.Name, stop);
        Guid[] ids = [.. bureaus.Keys];

        // By code the bureaus are named one by one, so that the index of each is used.
        var where = partyCode is null ? db.AcrossUnits<Dossier>() : db.AcrossBureaus<Dossier>().Where(d => ids.Contains(d.BureauId));
        var found = await Newest(where, partyCode, name, except)
            .Select(d => new { d.BureauId, d.Id, d.Number, d.Matter, d.OpenedOn, d.Outcome }).ToListAsync(stop);
        var dossiers = found.Select(d => d.Id).ToArray();
        var owners = found.Select(d => d.BureauId).Distinct().ToArray();
        var acts = found.Count == 0 ? [] : await db.AcrossBureaus<ActRow>().AsNoTracking().Where(a => owners.Contains(a.BureauId) && dossiers.Contains(a.DossierId) && codes.Contains(a.Code))
            .OrderBy(a => a.Number).Select(a => new { a.DossierId, a.Code, a.Content }).ToListAsync(stop);
        var byDossier = acts.ToLookup(a => a.DossierId, a => ActTypes.Read(a.Code, a.Content));
        return [.. found.Select(d => new PartyDossier(d.Number, bureaus.GetValueOrDefault(d.BureauId, ""), d.Matter, d.OpenedOn, d.Outcome, [.. byDossier[d.Id]]))];
    }

    /// <summary>Those of a party among some dossiers, the newest first.</summary>
    /// <param name="where">The dossiers.</param>
    /// <param name="partyCode">Credit code of the party; null to look for the exact name.</param>
    /// <param name="name">Name of the party.</param>
    /// <param name="except">The dossier that asks.</param>
    internal static IQueryable<Dossier> Newest(IQueryable<Dossier> where, string? partyCode, string name, Guid except)
        => (partyCode is null ? where.Where(d => d.Party == name) : where.Where(d => d.PartyCode == partyCode))
            .AsNoTracking().Where(d => d.Id != except).OrderByDescending(d => d.OpenedOn).ThenBy(d => d.Number).Take(Most);
}
