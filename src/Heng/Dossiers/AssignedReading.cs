using Heng.Dossiers.Model;
using Heng.Law;
using Heng.Platform.People;
using Heng.Platform.Record;
using Heng.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Heng.Dossiers;

/// <summary>Reading by assignment (依指派查阅): whoever is named in a dossier of another unit of the bureau opens it and does there what he was named for, and nothing else.</summary>
/// <remarks>It needs no duty reason: the naming itself stands in the record of the dossier.</remarks>
/// <param name="factory">Makes contexts.</param>
/// <param name="contributors">Who is named for what.</param>
/// <param name="law">The law in force.</param>
/// <param name="laws">The law sets of earlier acts.</param>
public sealed class AssignedReading(IHengDbFactory factory, IEnumerable<IDossierContributor> contributors, LawSet law, LawArchive laws)
{
    /// <summary>Stands for every act.</summary>
    public const string EveryAct = "*";

    /// <summary>Whose rows may be read for the assignment, and the acts that go with it; null when the person is not named, or reads the dossier anyway.</summary>
    /// <param name="me">Who.</param>
    /// <param name="dossierId">The dossier.</param>
    /// <param name="stop">Stops the work.</param>
    public async Task<(Access Access, IReadOnlyCollection<string> Acts)?> OfAsync(CurrentPerson me, Guid dossierId, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(me);
        if (me.Holds(RoleNames.Administrators))
        {
            return null;
        }

        await using var db = factory.Create(Access.WholeBureau(me.BureauId));
        if (await db.Set<Dossier>().AsNoTracking().FirstOrDefaultAsync(d => d.Id == dossierId, stop) is not { } dossier)
        {
            return null;
        }

        var file = await DossierReader.FileOfAsync(db, dossier, law, laws.Find, stop);
        string[] acts = [.. contributors.SelectMany(c => c.AssignedActs(file, me.PersonId)).Distinct()];
        return acts.Length == 0 ? null : (new Access(me.BureauId, dossier.UnitId), acts);
    }
}
