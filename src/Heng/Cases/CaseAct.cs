using Heng.Dossiers;
using Heng.Law.Procedure;
using Heng.Law.Rulings;
using Heng.Platform.People;

namespace Heng.Cases;

/// <summary>An act that changes what stands in the file of a case.</summary>
public abstract record CaseAct : DossierAct
{
    /// <summary>The case after the act.</summary>
    /// <param name="before">The case before; evidence that the act brings is already in it.</param>
    /// <param name="done">Who did it and when.</param>
    public abstract CaseFile Apply(CaseFile before, RecordedAct done);

    /// <summary>Whether any officer may do it, not only those named for the case.</summary>
    protected virtual bool IsForAnyOfficer => false;

    /// <summary>Whether someone who declared an interest may still do it.</summary>
    protected virtual bool IsForTheInterested => false;

    /// <summary>After filing the named officers do the work, and nobody with an interest acts in the case.</summary>
    /// <inheritdoc/>
    public override IEnumerable<Refusal> CheckPerson(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(context);
        var c = file.Part<CaseFile>();
        var (me, by) = (context.Me, ActTypes.Of(this).By(file));
        if (!IsForTheInterested && c.Interests.GetValueOrDefault(me.PersonId))
        {
            yield return OfficerRules.InterestIsDeclared.Check("has")!;
        }

        if (!IsForAnyOfficer && c.Handlers.Count > 0 && (by & me.Roles) == PersonRoles.Officer && !c.IsHandledBy(me.PersonId))
        {
            yield return ProcedureRules.OfficerIsNamed.Refuse("您不是本案指定的办案人员；请由办案人员办理，或者由负责人变更办案人员。");
        }
    }
}

/// <summary>An act that brings a piece of evidence into the file.</summary>
public interface IBringsEvidence
{
    /// <summary>The piece, or null when the act brings none.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="done">Who did it and when.</param>
    Evidence? EvidenceAs(int number, RecordedAct done);
}
