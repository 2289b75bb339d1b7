using Heng.Dossiers;
using Heng.Law.Procedure;
using Heng.Law.Rulings;

namespace Heng.Cases;

/// <summary>The rules of people at work, asked for the people of a bureau.</summary>
public static class CaseOfficers
{
    /// <summary>Whether enough certified people are named.</summary>
    /// <param name="people">Their ids.</param>
    /// <param name="file">The dossier, for the law.</param>
    /// <param name="context">The people of the bureau today.</param>
    public static Refusal? Check(IReadOnlyList<Guid> people, DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(people);
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(context);
        var ids = people.Distinct().ToArray();
        return OfficerRules.TwoOfficersArePresent.Check(new(ids.Length, ids.Count(id => context.People.GetValueOrDefault(id)?.Certificate is not null), file.Law.Procedure.LeastOfficers));
    }

    /// <summary>Whether the unit of the dossier holds the matter today, by the bureau's list of powers (权责清单).</summary>
    /// <param name="matter">Id of the matter; null while it is not known.</param>
    /// <param name="file">The dossier.</param>
    /// <param name="context">The list of powers and the day.</param>
    public static Refusal? CheckMatter(string? matter, DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(context);
        return matter is not null && context.Law.Matters.Find(matter) is { } known
            ? IntakeRules.UnitHoldsTheMatter.Check(context.Grants.StateOf(file.UnitId, known.Id, known.Field, context.Today))
            : null;
    }

    /// <summary>Whether every one of the people has declared that he has no interest.</summary>
    /// <param name="people">Their ids.</param>
    /// <param name="file">The dossier.</param>
    public static Refusal? CheckInterest(IEnumerable<Guid> people, DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(people);
        ArgumentNullException.ThrowIfNull(file);
        var declared = file.Part<CaseFile>().Interests;
        var states = people.Select(p => declared.TryGetValue(p, out var has) ? has ? "has" : "none" : "undeclared").ToArray();
        return OfficerRules.InterestIsDeclared.Check(states.Contains("has") ? "has" : states.Contains("undeclared") ? "undeclared" : "none");
    }
}
