using System.Security.Cryptography;
using System.Text;
using Heng.Cases;
using Heng.Documents;
using Heng.Dossiers;
using Heng.Law.Publicity;
using Heng.Law.Rulings;
using Heng.Platform.Storage;
using Heng.Publication.Model;
using Heng.Publication.Steps;
using Microsoft.EntityFrameworkCore;

namespace Heng.Publication;

/// <summary>Publication desk (公示办理): reads the served decision, masks it and says what is left, for the acts and for the preview.</summary>
/// <param name="db">Reads what was published.</param>
/// <param name="texts">Reads the served text.</param>
public sealed class PublicationDesk(HengDb db, IssuedText texts) : IActLookUp
{
    /// <summary>Form of the penalty decision (行政处罚决定书).</summary>
    public const string DecisionForm = "45";

    /// <inheritdoc/>
    public bool Serves(DossierAct act) => act is PublicationAct or WithdrawPublication;

    /// <inheritdoc/>
    public async Task<object?> FindAsync(DossierAct act, DossierFile file, ActContext context, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(context);
        var draft = act switch
        {
            PublicationEntry entry => await DraftAsync(file, context, entry.Inputs, entry.Known, entry.Kept, stop),
            PublishDecision => await FrozenDraftAsync(file, context, stop),
            _ => new PublicDraft(null, null, [], null, null),
        };
        return draft with { Row = await db.Set<PublishedDecision>().Where(p => p.DossierId == file.Id && p.WithdrawnOn == null).OrderByDescending(p => p.PublishedOn).FirstOrDefaultAsync(stop) };
    }

    /// <summary>What would be published.</summary>
    /// <param name="file">The dossier.</param>
    /// <param name="context">Bureau, settings and day.</param>
    /// <param name="inputs">The answers of the officer.</param>
    /// <param name="known">What the officer named to be hidden.</param>
    /// <param name="kept">What the officer named to stay.</param>
    /// <param name="stop">Stops the work.</param>
    public async Task<PublicDraft> DraftAsync(DossierFile file, ActContext context, PublicationInputs inputs, IReadOnlyList<KnownText> known, IReadOnlyList<string> kept, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(context);
        var terms = Terms(file, inputs, file.Part<PublicationFile>().PublishedOn ?? context.Today);
        if (DecisionOf(file) is not { } decision || await texts.OfAsync(decision, stop) is not { } served)
        {
            return new PublicDraft(null, null, [], terms, terms is null ? null : SummaryOf(file, context, terms, inputs, null));
        }

        var request = RequestOf(file, context, known, kept);
        var masked = TextMasker.Mask(served, request);
        return new PublicDraft(served, new FrozenText(decision.Name, decision.File.Sha256, masked.Text, HashOf(masked.Text), masked.Masks), TextMasker.Left(masked.Text, request), terms, terms is null ? null : SummaryOf(file, context, terms, inputs, masked.Text));
    }

    /// <summary>The issued decision; null before it is issued.</summary>
    /// <param name="file">The dossier.</param>
    public static IssuedDocument? DecisionOf(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Part<IssuedDocuments>().All.Values.Where(e => e.Document.Form == DecisionForm).OrderBy(e => e.Act).LastOrDefault()?.Document;
    }

    internal static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private async Task<PublicDraft> FrozenDraftAsync(DossierFile file, ActContext context, CancellationToken stop)
    {
        var p = file.Part<PublicationFile>();
        var terms = Terms(file, p.Inputs, context.Today);
        var served = DecisionOf(file) is { } decision && decision.File.Sha256 == p.Frozen?.ServedSha256 ? await texts.OfAsync(decision, stop) : null;
        // What the officer named to be hidden lies in the vault; what the dossier and the forms of numbers tell is looked at again.
        var left = p.Frozen is null ? [] : TextMasker.Left(p.Frozen.Text, RequestOf(file, context, [], p.Entry?.Kept ?? []));
        return new PublicDraft(served, p.Frozen, left, terms, terms is null ? null : SummaryOf(file, context, terms, p.Inputs, p.Frozen?.Text));
    }

    private static PublicityTerms? Terms(DossierFile file, PublicationInputs inputs, DateOnly on)
        => PublicationPlan.TermsOf(file, inputs, on) is Outcome<PublicityTerms>.Allowed(var terms, _) ? terms : null;

    private static PublicSummary SummaryOf(DossierFile file, ActContext context, PublicityTerms terms, PublicationInputs inputs, string? text)
    {
        var penalty = file.Part<CaseFile>().Penalty!;
        var party = file.Part<Affair>().Party;
        var isPerson = party?.Sort == PartySort.Individual;
        var shown = PublicationSettings.Shows(context.Settings, PublicationSettings.NaturalParty);
        // A name that the text hides is not told by the summary.
        var named = PublicationSettings.Shows(context.Settings, PublicationSettings.Representative) && text?.Contains(party?.Representative ?? "", StringComparison.Ordinal) != false;
        var publishedOn = file.Part<PublicationFile>().PublishedOn ?? context.Today;
        return new PublicSummary(
            penalty.Number, context.Bureau?.Name ?? "", context.Bureau?.LawRegion ?? "",
            party is null ? "" : isPerson && !shown ? TextMasker.Shown(party.Name) : party.Name,
            isPerson ? null : party?.Code,
            isPerson || party?.Representative is not { } representative ? null : named ? representative : TextMasker.Shown(representative),
            penalty.Matter, file.Law.Matters.Find(penalty.Matter)?.Chinese ?? "", PublicSummary.Says(penalty.Sanction, file.Law, shown), penalty.On,
            terms.Class.Id, terms.ShownUntil(publishedOn, PublicationPlan.RestrictionOf(terms, inputs)));
    }

    private static MaskingRequest RequestOf(DossierFile file, ActContext context, IEnumerable<KnownText> known, IEnumerable<string> kept)
    {
        var party = file.Part<Affair>().Party;
        var isPerson = party?.Sort == PartySort.Individual;
        var people = new List<KnownText>(known);
        var stays = new List<string>(kept);
        if (party is not null)
        {
            if (isPerson)
            {
                people.Add(new(party.Name, KnownKind.NaturalParty));
            }
            else
            {
                stays.Add(party.Name);
            }

            if (party.Representative is { } representative && representative != party.Name)
            {
                people.Add(new(representative, KnownKind.Representative));
            }

            if (party.Address is { } address)
            {
                if (isPerson)
                {
                    people.Add(new(address, KnownKind.Address));
                }
                else
                {
                    stays.Add(address);
                }
            }

            people.AddRange(new[] { party.PersonNumber, party.Phone }.OfType<string>().Select(t => new KnownText(t, KnownKind.Other)));
        }

        if (context.Bureau is { } bureau)
        {
            // The bureau's own address and telephone are made to be known.
            stays.AddRange(new[] { bureau.Name, bureau.Address, bureau.Telephone }.Where(t => t.Length > 0));
        }

        people.AddRange(file.Part<CaseFile>().Penalty?.Sanction.Personal.Select(p => new KnownText(p.Name, KnownKind.NaturalParty)) ?? []);
        var listed = people.Select(p => p.Text).ToHashSet(StringComparer.Ordinal);
        people.AddRange(KnownPeople.In(file).Where(k => !listed.Contains(k.Text) && k.Text != party?.Name));
        return new MaskingRequest(people, stays)
        {
            ShowsNaturalParty = PublicationSettings.Shows(context.Settings, PublicationSettings.NaturalParty),
            ShowsRepresentative = PublicationSettings.Shows(context.Settings, PublicationSettings.Representative),
        };
    }
}
