using Heng.Dossiers.Model;
using Heng.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Heng.Dossiers;

/// <summary>An earlier dossier (既往档案) of a party in which a violation was found.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Matter">Id of its matter; null while not known.</param>
/// <param name="OpenedOn">The day it was opened: never before the violation itself.</param>
/// <param name="Outcome">Code of its outcome.</param>
public sealed record EarlierDossier(string Number, string? Matter, DateOnly OpenedOn, string Outcome);

/// <summary>Earlier dossiers (既往档案) of a party: those that ended with a finding of a violation, punished or exempted, in every unit of a bureau.</summary>
public static class EarlierDossiers
{
    /// <summary>Those of a party in the own bureau, the newest first.</summary>
    /// <param name="db">Reads the bureau.</param>
    /// <param name="partyCode">Credit code of the party; null to look for the exact name, which is less certain and must be said.</param>
    /// <param name="name">Name of the party.</param>
    /// <param name="except">The dossier that asks.</param>
    /// <param name="stop">Stops the work.</param>
    public static async Task<IReadOnlyList<EarlierDossier>> OfAsync(HengDb db, string? partyCode, string name, Guid except, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        return await PartyDossiers.Newest(WithAFinding(db.AcrossUnits<Dossier>()), partyCode, name, except).Select(d => new EarlierDossier(d.Number, d.Matter, d.OpenedOn, d.Outcome!)).ToListAsync(stop);
    }

    /// <summary>How many a party has in the other bureaus of this house: a number only, never which.</summary>
    /// <param name="db">Reads across bureaus; the act that asks stands in the record.</param>
    /// <param name="partyCode">Credit code of the party.</param>
    /// <param name="bureau">The own bureau.</param>
    /// <param name="since">The first day of opening that counts.</param>
    /// <param name="matters">The matters that count; null for all. One that is not known counts.</param>
    /// <param name="stop">Stops the work.</param>
    public static Task<int> ElsewhereAsync(HengDb db, string partyCode, Guid bureau, DateOnly since, IReadOnlyCollection<string>? matters, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        var found = WithAFinding(db.AcrossBureaus<Dossier>()).Where(d => d.PartyCode == partyCode && d.BureauId != bureau && d.OpenedOn >= since);
        return (matters is null ? found : found.Where(d => d.Matter == null || matters.Contains(d.Matter))).CountAsync(stop);
    }

    /// <summary>A violation was punished or exempted, or the case went on on paper to a penalty.</summary>
    private static IQueryable<Dossier> WithAFinding(IQueryable<Dossier> dossiers)
        => dossiers.Where(d => d.Outcome == "on-paper" || d.Outcome == "penalty" || (d.Outcome != null && d.Five.Substring((int)FivePart.Exemption, 1) == applied));

    private static readonly string applied = DossierSummary.LetterOf(FiveState.Applied).ToString();
}
