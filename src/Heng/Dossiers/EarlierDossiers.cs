using Heng.Dossiers.Model;
using Heng.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Heng.Dossiers;

/// <summary>Earlier dossiers (既往档案) of a party in the own bureau.</summary>
public static class EarlierDossiers
{
    private const int Most = 20;

    /// <summary>Numbers of dossiers of a party without a credit code, by its exact name: less certain, and said so.</summary>
    /// <param name="db">Reads the bureau.</param>
    /// <param name="name">Name of the party.</param>
    /// <param name="except">The dossier that asks.</param>
    /// <param name="stop">Stops the work.</param>
    public static Task<string[]> ByNameAsync(HengDb db, string name, Guid except, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.AcrossUnits<Dossier>().Where(d => d.Party == name && d.Id != except && d.Outcome != null && d.Outcome != "not-filed")
            .OrderBy(d => d.Number).Select(d => d.Number).Take(Most).ToArrayAsync(stop);
    }

    /// <summary>How many dossiers of a party ended with a finding in the other bureaus of this house: a number only, never which.</summary>
    /// <param name="db">Reads across bureaus; the act that asks stands in the record.</param>
    /// <param name="partyCode">Credit code of the party.</param>
    /// <param name="bureau">The own bureau.</param>
    /// <param name="stop">Stops the work.</param>
    public static Task<int> ElsewhereAsync(HengDb db, string partyCode, Guid bureau, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.AcrossBureaus<Dossier>().CountAsync(d => d.PartyCode == partyCode && d.BureauId != bureau && d.Outcome != null && d.Outcome != "not-filed", stop);
    }

    /// <summary>Numbers of dossiers of a party that ended with a finding of a violation, in every unit of the bureau.</summary>
    /// <param name="db">Reads the bureau.</param>
    /// <param name="partyCode">Credit code of the party.</param>
    /// <param name="except">The dossier that asks.</param>
    /// <param name="stop">Stops the work.</param>
    public static Task<string[]> OfAsync(HengDb db, string partyCode, Guid except, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.AcrossUnits<Dossier>().Where(d => d.PartyCode == partyCode && d.Id != except && d.Outcome != null && d.Outcome != "not-filed")
            .OrderBy(d => d.Number).Select(d => d.Number).Take(Most).ToArrayAsync(stop);
    }
}
