using Heng.Cases.Steps.Decision;
using Heng.Cases.Steps.Review;
using Heng.Dossiers;
using Heng.Law.Procedure;
using Heng.Law.Rulings;
using Heng.Platform.Files;
using Heng.Platform.Storage;

namespace Heng.Cases;

/// <summary>Evidence files (证据文件) as they lie on the disk: those that are no longer what they were when they were recorded.</summary>
/// <param name="Altered">Evidence and file of each, as people read it.</param>
public sealed record EvidenceFiles(IReadOnlyList<string> Altered)
{
    /// <summary>Cases that may be about the same act, as they stand at the decision; null where nobody searched.</summary>
    public IReadOnlyList<SameActHit>? SameActs { get; init; }

    /// <summary>The refusal of resting anything on altered files; null while nobody looked or all are what they were.</summary>
    /// <param name="context">What was looked up for the act.</param>
    public static Refusal? Check(ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Found is EvidenceFiles files ? EvidenceRules.FilesAreWhatTheyWere.Check(files.Altered) : null;
    }

    /// <summary>Looks at the files before someone reports, reviews or decides on them.</summary>
    /// <param name="store">Where they lie.</param>
    /// <param name="databases">Where the other cases are.</param>
    internal sealed class LookUp(FileStore store, IHengDbFactory databases) : IActLookUp
    {
        public bool Serves(DossierAct act) => act is ConcludeInvestigation or ReviewOpinion or DecideNoPenalty or DecidePenalty;

        public async Task<object?> FindAsync(DossierAct act, DossierFile file, ActContext context, CancellationToken stop)
        {
            var altered = new List<string>();
            foreach (var piece in file.Part<CaseFile>().Evidence.Where(e => e.Excluded is null))
            {
                foreach (var stored in piece.Files)
                {
                    if (!await store.IsIntactAsync(stored.Sha256, stop))
                    {
                        altered.Add($"{piece.Label}（{stored.Name}）");
                    }
                }
            }

            // Another unit may have fined since the officer searched.
            await using var db = databases.Create(Access.WholeBureau(file.BureauId));
            return new EvidenceFiles(altered) { SameActs = act is DecidePenalty ? await Cases.SameActs.OfAsync(db, file, stop) : null };
        }
    }
}
