using System.Globalization;
using Heng.Cases.Steps.Decision;
using Heng.Cases.Steps.Facts;
using Heng.Dossiers;
using Heng.Law.Codes;
using Heng.Platform.Storage;
using Heng.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Heng.Cases;

/// <summary>A case that may be about the same act (可能的同一行为).</summary>
/// <param name="Number">Number of the dossier.</param>
/// <param name="Bureau">The bureau.</param>
/// <param name="Matter">Name of the matter.</param>
/// <param name="OpenedOn">The day on which it was opened.</param>
/// <param name="State">What became of it.</param>
/// <param name="Fine">The fine; null without one, or where it is not known.</param>
/// <param name="Bars">Whether a fine was or may have been imposed for an act in the same days, so that a second one is barred.</param>
public sealed record SameActHit(string Number, string Bureau, string Matter, DateOnly OpenedOn, string State, Money? Fine, bool Bars)
{
    /// <summary>The case in one line.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string Label => $"{Number}（{Bureau}，{Matter}，{OpenedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}，{State}{(Fine is { Fen: > 0 } fine ? $"，罚款 {fine} 元" : "")}）";
}

/// <summary>Same acts (同一行为): cases of the party whose act lies in the same days, in every unit and bureau of the house.</summary>
/// <remarks>Of another bureau nothing leaves this reader but number, bureau, matter, day, state and sum; the act that asks stands in the record.</remarks>
public static class SameActs
{
    private static readonly string[] told = [ActTypes.Of(new EnterFacts()).Code, ActTypes.Of(new DecidePenalty()).Code];

    /// <summary>The cases, the newest first.</summary>
    /// <param name="db">Reads across units, and across bureaus where the party has a credit code.</param>
    /// <param name="file">The dossier that asks.</param>
    /// <param name="stop">Stops the work.</param>
    public static async Task<IReadOnlyList<SameActHit>> OfAsync(HengDb db, DossierFile file, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(file);
        if (ActFingerprint.Of(file) is not { } own || file.Part<Affair>().Party is not { } party)
        {
            return [];
        }

        var found = await PartyDossiers.OfAsync(db, DossierSummary.CodeOrNull(party.Code), party.Name, file.Id, told, stop);
        return [.. found.Select(d => HitOf(d, own, file)).OfType<SameActHit>()];
    }

    /// <summary>Lets one fine of the house be decided at a time, so that of two on one act in the same moment the second sees the first.</summary>
    /// <param name="db">A context with an open transaction.</param>
    /// <param name="stop">Stops the work.</param>
    /// <remarks>The row of the first bureau is the lock: it is the same for all; writing back what it holds changes nothing.</remarks>
    public static Task LockAsync(HengDb db, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Set<Bureau>().OrderBy(b => b.Id).Take(1).ExecuteUpdateAsync(b => b.SetProperty(x => x.Name, x => x.Name), stop);
    }

    private static SameActHit? HitOf(PartyDossier dossier, ActFingerprint own, DossierFile file)
    {
        var facts = dossier.Acts.OfType<EnterFacts>().LastOrDefault();
        var (from, until) = (facts?.ActFrom ?? dossier.OpenedOn, facts?.ActUntil ?? facts?.ActFrom ?? dossier.OpenedOn);

        // A case without facts may be about any day before it was opened.
        var meets = facts?.ActFrom is null ? dossier.OpenedOn >= own.From : from <= own.Until && own.From <= until;
        if (!meets)
        {
            return null;
        }

        var penalty = dossier.Outcome == "penalty" ? dossier.Acts.OfType<DecidePenalty>().LastOrDefault() : null;
        var fined = penalty is null ? (Money?)null : (penalty.Fine ?? Money.Zero) + Money.Sum(penalty.Sanction.Personal.Select(p => p.Fine));
        var state = dossier.Outcome is { } outcome ? DossierOutcomes.NameOf(outcome) : "办理中";
        return new(
            dossier.Number, dossier.Bureau, dossier.Matter is { } id ? file.Law.Matters.Find(id)?.Chinese ?? id : "案由未登记",
            dossier.OpenedOn, state, fined, fined is { Fen: > 0 } || dossier.Outcome == "on-paper");
    }
}
