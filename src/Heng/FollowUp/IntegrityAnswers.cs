using Heng.Cases;
using Heng.Dossiers;
using Heng.FollowUp.Steps;
using Heng.Platform.People;

namespace Heng.FollowUp;

/// <summary>An integrity answer (廉洁情况) as supervision reads it.</summary>
/// <param name="On">The day of the visit.</param>
/// <param name="Visitors">Who visited.</param>
/// <param name="Respondent">Who answered.</param>
/// <param name="Text">The answer.</param>
/// <param name="MatchesRecord">Whether it is what the record committed to.</param>
public sealed record IntegrityAnswer(DateOnly On, string Visitors, string Respondent, string Text, bool MatchesRecord);

/// <summary>Integrity answers (廉洁情况): what parties said of the officers; supervision alone reads them, and each reading is recorded.</summary>
/// <param name="desk">Reads the dossier.</param>
/// <param name="vault">Opens the vault.</param>
public sealed class IntegrityAnswers(ActDesk desk, VaultReader vault)
{
    /// <summary>Their kind in the vault.</summary>
    public const string Kind = "integrity";

    /// <summary>Whether someone may read integrity answers at all.</summary>
    /// <param name="me">Who asks.</param>
    public static bool MayRead(CurrentPerson me)
    {
        ArgumentNullException.ThrowIfNull(me);
        return me.Holds(PersonRoles.Supervision);
    }

    /// <summary>The dossiers with answers; null when they are not for this person.</summary>
    /// <param name="me">Who reads.</param>
    /// <param name="stop">Stops the work.</param>
    public async Task<IReadOnlyList<VaultEntry>?> ListAsync(CurrentPerson me, CancellationToken stop = default)
        => MayRead(me) ? await vault.ListAsync(me, Kind, stop) : null;

    /// <summary>The answers in a dossier; null when there is none for this person, or he handled the case himself.</summary>
    /// <param name="me">Who reads.</param>
    /// <param name="dossier">The dossier.</param>
    /// <param name="stop">Stops the work.</param>
    public async Task<(string Number, IReadOnlyList<IntegrityAnswer> Answers)?> ReadAsync(CurrentPerson me, Guid dossier, CancellationToken stop = default)
    {
        if (!MayRead(me) || await desk.ReadAsync(me, dossier, stop) is not { } read || read.File.Part<CaseFile>().WasHandledBy(me.PersonId)
            || await vault.OpenAsync(me, dossier, Kind, "查阅回访廉洁情况", stop) is not { } opened)
        {
            return null;
        }

        return (read.Row.Number, [.. opened.Select(o => (Secret: o, Visit: (RecordVisit)read.File.Acts[o.Act - 1].Act))
            .Select(o => new IntegrityAnswer(o.Visit.On, string.Join("、", o.Visit.Named.Select(n => n.Name)), o.Visit.Respondent, o.Secret.Text, o.Secret.Commitment == o.Visit.Integrity))]);
    }
}
