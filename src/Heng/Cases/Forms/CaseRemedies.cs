using Heng.Dossiers;
using Heng.Law.Reasoning;
using Heng.Platform.Tenancy;

namespace Heng.Cases.Forms;

/// <summary>Remedies against a document of a case (救济告知): before whom and until when it is challenged.</summary>
/// <param name="Text">As the document prints it; empty while government or court of the bureau are not entered, and where there is no remedy.</param>
/// <param name="Statement">As the review of the document looks at it; null where there is no remedy.</param>
internal sealed record CaseRemedies(string Text, RemedyStatement? Statement)
{
    /// <summary>Those against a document of a day.</summary>
    /// <param name="kind">Kind of document.</param>
    /// <param name="context">Law and bureau.</param>
    /// <param name="on">The day.</param>
    public static CaseRemedies Of(DocumentKind kind, ActContext context, DateOnly on)
    {
        var (government, court) = (context.Bureau?.Government ?? "", context.Bureau?.Court ?? "");
        return context.Law.Reasoning.RemediesOf(kind, LevelOf(context), on) is not { } remedies ? new("", null)
            : new(government.Length == 0 || court.Length == 0 ? "" : remedies.InChinese(government, court), remedies.AsStatement(court));
    }

    /// <summary>The level of the authority, which decides who reconsiders.</summary>
    /// <param name="context">The bureau.</param>
    public static AuthorityLevel LevelOf(ActContext context) => context.Bureau?.Level == BureauLevel.Country ? AuthorityLevel.National : AuthorityLevel.Local;
}
