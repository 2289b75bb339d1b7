using Heng.Cases;
using Heng.Dossiers;
using Heng.Law.Publicity;
using Heng.Law.Rulings;

namespace Heng.Publication;

/// <summary>What the card of publication shows.</summary>
/// <param name="Dossier">The dossier.</param>
/// <param name="File">What was entered, published, withdrawn.</param>
/// <param name="Terms">Class and reasons; null when it is not published.</param>
/// <param name="NotBecause">Why it is not published.</param>
/// <param name="Clock">The limit that runs.</param>
/// <param name="ShownUntil">Last day of the display, as of today's rules.</param>
/// <param name="Notice">What the party is told at service.</param>
/// <param name="Today">Today.</param>
public sealed record PublicationView(Guid Dossier, PublicationFile File, PublicityTerms? Terms, IReadOnlyList<Refusal> NotBecause, DossierClock? Clock, DateOnly? ShownUntil, string? Notice, DateOnly Today)
{
    /// <summary>Whether the display is over.</summary>
    public bool IsOver => File.EndedOn is not null || ShownUntil < Today;
}

/// <summary>The card of publication on the page of a dossier.</summary>
internal sealed class PublicationPanel : IDossierPanel
{
    public int Order => 56;

    public string Title => "公示";

    public string View => "/Publication/Pages/_Publication.cshtml";

    public object? ModelOf(DossierFile file, ActContext context)
    {
        var p = file.Part<PublicationFile>();
        if (file.Part<CaseFile>().Penalty is null)
        {
            return p.Withdrawn.IsEmpty ? null : new PublicationView(file.Id, p, null, [], null, null, null, context.Today);
        }

        var on = p.PublishedOn ?? context.Today;
        var outcome = PublicationPlan.TermsOf(file, p.Inputs, on);
        var terms = outcome is Outcome<PublicityTerms>.Allowed(var allowed, _) ? allowed : null;
        var until = terms is null ? null : p.Summary?.ShownUntil ?? terms.ShownUntil(on, PublicationPlan.RestrictionOf(terms, p.Inputs));
        return new PublicationView(file.Id, p, terms, outcome is Outcome<PublicityTerms>.Refused { Refusals: var why } ? why : [], PublicationPlan.ClockOf(file), until, PublicationPlan.NoticeOf(file), context.Today);
    }
}
