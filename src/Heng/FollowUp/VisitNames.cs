using Heng.Cases;
using Heng.Dossiers;
using Heng.Law.Procedure;
using Heng.Law.Rulings;
using Heng.Law.Visits;

namespace Heng.FollowUp;

/// <summary>The names of the three kinds of follow-up (回访种类) where no law set is at hand.</summary>
public static class VisitNames
{
    /// <summary>The name.</summary>
    /// <param name="kind">The kind.</param>
    public static string Of(VisitKind kind) => kind switch { VisitKind.Visit => "回头访", VisitKind.Relook => "回头看", _ => "回头检" };
}

/// <summary>Visitors (回访人员): any certified person who did not handle the case.</summary>
internal static class Visitors
{
    public static IReadOnlyList<Rule> Rules { get; } = [VisitRules.VisitorIsNoHandler, OfficerRules.CertificateIsValid];

    /// <summary>Whether a person may visit, so that nobody is offered whom the act would refuse.</summary>
    public static bool May(PersonCard person, DossierFile file) => person.Certificate is not null && !file.Part<CaseFile>().WasHandledBy(person.Id);

    public static IEnumerable<Refusal> Check(IEnumerable<Guid> people, DossierFile file, ActContext context)
    {
        var c = file.Part<CaseFile>();
        foreach (var id in people)
        {
            var name = context.People.GetValueOrDefault(id)?.Name ?? "";
            var isMe = id == context.Me.PersonId;
            if (c.WasHandledBy(id))
            {
                yield return isMe ? VisitRules.VisitorIsNoHandler.Check(new(true, true, true))! : VisitRules.VisitorIsNoHandler.Refuse($"{name}是本案办案人员，不得对本案当事人回访；请另行指定。");
            }

            if (context.People.GetValueOrDefault(id)?.Certificate is null)
            {
                yield return isMe ? OfficerRules.CertificateIsValid.Check(false)! : OfficerRules.CertificateIsValid.Refuse($"{name}没有今天有效的行政执法证件，不能回访；请另行指定。");
            }
        }
    }
}
