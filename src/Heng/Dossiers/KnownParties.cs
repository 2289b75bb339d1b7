using Heng.Dossiers.Model;
using Heng.Dossiers.Storage;
using Heng.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Heng.Dossiers;

/// <summary>A party that stands in a dossier already.</summary>
/// <param name="DossierId">The dossier, the newest.</param>
/// <param name="Number">Its number.</param>
/// <param name="Name">Name of the party.</param>
/// <param name="Code">Credit code, or null.</param>
public sealed record KnownParty(Guid DossierId, string Number, string Name, string? Code);

/// <summary>Known parties (已有当事人): parties of the dossiers that a person may read, so that nobody types one twice.</summary>
public static class KnownParties
{
    private const int Looked = 200;
    private const int Most = 8;

    /// <summary>The parties whose name or code has a text, the newest first.</summary>
    /// <param name="db">Reads what the person may read.</param>
    /// <param name="text">The text.</param>
    /// <param name="stop">Stops the work.</param>
    public static async Task<IReadOnlyList<KnownParty>> FindAsync(HengDb db, string text, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(text);
        var words = text.Trim();
        if (words.Length == 0 || db.Find(words) is not { } keys)
        {
            return [];
        }

        var code = words.ToUpperInvariant();
        var rows = await keys.NewestFirst(db.Set<Dossier>().AsNoTracking()).Take(Looked)
            .Select(d => new KnownParty(d.Id, d.Number, d.Party, d.PartyCode)).ToListAsync(stop);
        return [.. rows.Where(r => r.Name.Contains(words, StringComparison.OrdinalIgnoreCase) || r.Code?.Contains(code, StringComparison.Ordinal) == true).DistinctBy(r => (r.Name, r.Code)).Take(Most)];
    }
}
