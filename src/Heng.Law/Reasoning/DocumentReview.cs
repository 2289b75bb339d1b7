using System.Globalization;
using Heng.Law.Citations;
using Heng.Law.Rulings;

namespace Heng.Law.Reasoning;

/// <summary>Review of a reasoned document (说理审查): its diagnostics, how complete it is, and whether it may be issued.</summary>
/// <remarks>Pure: the same document and law set give the same diagnostics in the same order: by rule, then by place in the document.</remarks>
public sealed class DocumentReview
{
    private static readonly Check[] checks =
    [
        new Check<ReasonedDocument>(Severity.Error, ReasoningRules.IdsAreUnique, (d, _) => [d], (_, _) => "document"),
        // Discretion, defence and reasons have rules of their own below; nothing is reported twice.
        new Check<RequiredPart>(Severity.Error, ReasoningRules.RequiredPartStands, (d, t) => t.PartsOf(d).Where(p => p.ShownBy is not ("discretion" or "defence" or "noPenalty")), (p, _) => $"parts/{p.Id}", p => p.Basis),
        new Check<Finding>(Severity.Error, ReasoningRules.FindingRestsOnEvidence, (d, _) => d.Findings, (f, _) => $"findings/{f.Id}"),
        new Check<Finding>(Severity.Information, ReasoningRules.FindingIsUsed, (d, _) => d.Findings, (f, _) => $"findings/{f.Id}"),
        new Check<Evidence>(Severity.Error, ReasoningRules.EvidenceWasVerified, (d, _) => d.Evidence, (e, _) => $"evidence/{e.Id}"),
        new Check<Evidence>(Severity.Warning, ReasoningRules.EvidenceIsAnalysed, (d, _) => d.Evidence, (e, _) => $"evidence/{e.Id}"),
        new Check<Evidence>(Severity.Information, ReasoningRules.EvidenceIsUsed, (d, _) => d.Evidence, (e, _) => $"evidence/{e.Id}"),
        new Check<Conclusion>(Severity.Error, ReasoningRules.ConclusionRestsOnFindings, (d, _) => d.Conclusions, (c, _) => $"conclusions/{c.Id}"),
        new Check<Conclusion>(Severity.Error, ReasoningRules.ConclusionCitesAnArticle, (d, _) => d.Conclusions, (c, _) => $"conclusions/{c.Id}"),
        new Check<CitedArticle>(Severity.Error, ReasoningRules.CitedArticleIsInForce, (d, _) => Articles(d), (a, _) => $"conclusions/{a.In.Id}/{a.Article}"),
        new Check<CitedArticle>(Severity.Warning, ReasoningRules.LaterLawIsExplained, (d, _) => Articles(d), (a, _) => $"conclusions/{a.In.Id}/{a.Article}"),
        new Check<CitedArticle>(Severity.Warning, ReasoningRules.CitationIsSpecific, (d, _) => Articles(d), (a, _) => $"conclusions/{a.In.Id}/{a.Article}"),
        new Check<Conclusion>(Severity.Error, ReasoningRules.BenchmarkIsNeverTheOnlyBasis, (d, _) => d.Conclusions, (c, _) => $"conclusions/{c.Id}"),
        new Check<Sanction>(Severity.Error, ReasoningRules.SanctionFollowsFromAConclusion, (d, _) => [d.Sanction], (_, _) => "sanction"),
        new Check<ReasonedDocument>(Severity.Warning, ReasoningRules.CorrectionIsOrdered, (d, _) => Penalises(d) ? [d] : [], (_, _) => "correction"),
        new Check<ReasonedDocument>(Severity.Error, ReasoningRules.DiscretionIsReasoned, (d, _) => d.Kind == DocumentKind.PenaltyDecision ? [d] : [], (_, _) => "discretion"),
        new Check<DiscretionReasoning>(Severity.Error, ReasoningRules.LighterNeedsAFactor, (d, _) => Discretion(d), (_, _) => "discretion"),
        new Check<DiscretionReasoning>(Severity.Error, ReasoningRules.HeavierNeedsAFactor, (d, _) => Discretion(d), (_, _) => "discretion"),
        new Check<Factor>(Severity.Error, ReasoningRules.FactorRestsOnFindings, (d, _) => d.Discretion?.Factors ?? [], (f, _) => $"discretion/{f.Id}"),
        new Check<Factor>(Severity.Error, ReasoningRules.FactIsWeighedOnce, (d, _) => d.Discretion?.Factors ?? [], (f, _) => $"discretion/{f.Id}"),
        new Check<ReasonedDocument>(Severity.Error, ReasoningRules.DefenceIsRecorded, (d, _) => d.Kind == DocumentKind.PenaltyDecision ? [d] : [], (_, _) => "defence"),
        new Check<DefencePoint>(Severity.Error, ReasoningRules.DefencePointIsAnswered, (d, _) => d.DefencePoints, (p, _) => $"defence/{p.Id}"),
        new Check<DefenceAnswer>(Severity.Error, ReasoningRules.DefenceAnswerGivesAReason, (d, _) => d.DefenceAnswers, (a, _) => $"defence/{a.Point}"),
        new Check<DefenceAnswer>(Severity.Warning, ReasoningRules.DefenceAnswerHasItsPoint, (d, _) => d.DefenceAnswers, (a, _) => $"defence/{a.Point}"),
        new Check<ReasonedDocument>(Severity.Error, ReasoningRules.PenaltyFollowsANotice, (d, _) => Penalises(d) ? [d] : [], (_, _) => "notices"),
        new Check<Finding>(Severity.Error, ReasoningRules.FindingWasTold, (d, _) => Penalises(d) ? d.Findings : [], (f, _) => $"findings/{f.Id}"),
        new Check<Sanction>(Severity.Error, ReasoningRules.SanctionStaysWithinTheNotice, (d, _) => Penalises(d) ? [d.Sanction] : [], (_, _) => "sanction"),
        new Check<NoticePair>(Severity.Error, ReasoningRules.LaterNoticeIsHeavierOnlyOnNewFacts, (d, _) => d.Notices.Zip(d.Notices.Skip(1), (a, b) => new NoticePair(a, b)), (_, n) => $"notices/{n.ToString(CultureInfo.InvariantCulture)}"),
        new Check<ReasonedDocument>(Severity.Warning, ReasoningRules.RemediesAreKnown, (d, _) => d.Kind == DocumentKind.PenaltyNotice ? [] : [d], (_, _) => "remedies"),
        new Check<RemedyStatement>(Severity.Error, ReasoningRules.ReconsiderationPeriodIsRight, (d, _) => Remedies(d), (_, _) => "remedies"),
        new Check<RemedyStatement>(Severity.Error, ReasoningRules.SuitPeriodIsRight, (d, _) => Remedies(d), (_, _) => "remedies"),
        new Check<RemedyStatement>(Severity.Error, ReasoningRules.ReconsiderationFirstIsTold, (d, _) => Remedies(d), (_, _) => "remedies"),
        new Check<RemedyStatement>(Severity.Error, ReasoningRules.ChoiceOfRemedyIsTold, (d, _) => Remedies(d), (_, _) => "remedies"),
        new Check<RemedyStatement>(Severity.Error, ReasoningRules.ReconsiderationBodyIsRight, (d, _) => Remedies(d), (_, _) => "remedies"),
        new Check<RemedyStatement>(Severity.Error, ReasoningRules.CourtIsNamed, (d, _) => Remedies(d), (_, _) => "remedies"),
        new Check<ReasonedDocument>(Severity.Error, ReasoningRules.NoPenaltyNamesItsGround, (d, _) => IsNoPenalty(d) ? [d] : [], (_, _) => "no-penalty"),
        new Check<GroundCondition>(Severity.Error, ReasoningRules.GroundConditionIsShown, Conditions, (c, _) => $"no-penalty/{c.Id}", c => c.Ground.Basis),
        new Check<ReasonedDocument>(Severity.Error, ReasoningRules.NoPenaltyImposesNothing, (d, _) => IsNoPenalty(d) ? [d] : [], (_, _) => "sanction"),
        new Check<ReasonedDocument>(Severity.Error, ReasoningRules.NoPenaltyTeaches, (d, _) => IsNoPenalty(d) ? [d] : [], (_, _) => "education"),
    ];

    private readonly ReasoningTable table;

    private DocumentReview(ReasonedDocument document, ReasoningTable table)
    {
        this.table = table;
        Document = document;
        Diagnostics = [.. checks.SelectMany(c => c.Run(document, table))];
        var parts = table.PartsOf(document).ToLookup(p => ReasoningRules.HasPart(document, p));
        Completeness = new Completeness([.. parts[true]], [.. parts[false]]);
        Links = [.. LinksOf(document, table)];
    }

    /// <summary>The document.</summary>
    public ReasonedDocument Document { get; }

    /// <summary>Everything that is wrong, in a fixed order.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>Which required parts stand in the document.</summary>
    public Completeness Completeness { get; }

    /// <summary>The matrix of links (关联矩阵): findings to evidence, conclusions to findings and dated texts, factors and conditions to findings, points to answers.</summary>
    public IReadOnlyList<DocumentLink> Links { get; }

    /// <summary>Whether the document may be issued: every error bars it.</summary>
    public Outcome<ReasonedDocument> Issue
    {
        get
        {
            Refusal[] refusals = [.. Diagnostics.Where(d => d.Severity == Severity.Error)
                .Select(d => new Refusal(d.Code, d.Basis, d.Says, new Dictionary<string, string>(StringComparer.Ordinal) { ["place"] = d.Place }))];
            return refusals.Length > 0
                ? new Outcome<ReasonedDocument>.Refused(refusals)
                : new Outcome<ReasonedDocument>.Allowed(Document, [.. checks.Where(c => c.Severity == Severity.Error && c.Concerns(Document, table)).Select(c => c.Ground)]);
        }
    }

    /// <summary>Reviews a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="table">What the law asks of it.</param>
    public static DocumentReview Of(ReasonedDocument document, ReasoningTable table)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(table);
        return new DocumentReview(document, table);
    }

    private static IEnumerable<DocumentLink> LinksOf(ReasonedDocument document, ReasoningTable table)
    {
        var toEvidence = document.Findings.SelectMany(f => f.Evidence.Select(e => new DocumentLink($"findings/{f.Id}", $"evidence/{e}", document.Evidence.Any(x => x.Id == e))));
        var toArticles = Articles(document).Select(a => ReasoningRules.TextOf(new Passage<CitedArticle>(document, table, a)) is { } text
            ? new DocumentLink($"conclusions/{a.In.Id}", $"{a.Article} [{text.Key}]", true)
            : new DocumentLink($"conclusions/{a.In.Id}", $"{a.Article}", false));
        var toAnswers = document.DefencePoints.Select(p => new DocumentLink($"defence/{p.Id}", $"answers/{p.Id}", document.DefenceAnswers.Any(a => a.Point == p.Id)));
        return
        [
            .. toEvidence,
            .. document.Conclusions.SelectMany(c => ToFindings($"conclusions/{c.Id}", c.Findings)),
            .. toArticles,
            .. (document.Discretion?.Factors ?? []).SelectMany(f => ToFindings($"discretion/{f.Id}", f.Findings)),
            .. (document.NoPenalty?.Conditions ?? new Dictionary<string, IReadOnlyList<string>>()).OrderBy(c => c.Key, StringComparer.Ordinal).SelectMany(c => ToFindings($"no-penalty/{c.Key}", c.Value)),
            .. toAnswers,
        ];

        IEnumerable<DocumentLink> ToFindings(string from, IReadOnlyList<string> findings)
            => findings.Select(f => new DocumentLink(from, $"findings/{f}", document.Findings.Any(x => x.Id == f)));
    }

    private static IEnumerable<CitedArticle> Articles(ReasonedDocument document) => document.Conclusions.SelectMany(c => c.Articles.Select(a => new CitedArticle(c, a)));

    private static IEnumerable<DiscretionReasoning> Discretion(ReasonedDocument document) => document.Discretion is { } discretion ? [discretion] : [];

    private static IEnumerable<RemedyStatement> Remedies(ReasonedDocument document) => document.Remedies is { } remedies ? [remedies] : [];

    private static IEnumerable<GroundCondition> Conditions(ReasonedDocument document, ReasoningTable table)
        => IsNoPenalty(document) && document.NoPenalty is { } reasons && table.Ground(reasons.Ground) is { } ground
            ? ground.Conditions.Select(c => new GroundCondition(ground, c.Id, c.Chinese))
            : [];

    private static bool Penalises(ReasonedDocument document) => document.Kind is DocumentKind.PenaltyDecision or DocumentKind.OnTheSpotDecision;

    private static bool IsNoPenalty(ReasonedDocument document) => document.Kind == DocumentKind.NoPenaltyDecision;

    /// <summary>A rule set to work on a kind of item, with its severity and place.</summary>
    private abstract class Check(Severity severity)
    {
        public Severity Severity => severity;

        public abstract Ground Ground { get; }

        public abstract IEnumerable<Diagnostic> Run(ReasonedDocument document, ReasoningTable table);

        public abstract bool Concerns(ReasonedDocument document, ReasoningTable table);
    }

    private sealed class Check<T>(
        Severity severity, Rule<Passage<T>> rule, Func<ReasonedDocument, ReasoningTable, IEnumerable<T>> items, Func<T, int, string> place, Func<T, Citation>? basis = null) : Check(severity)
    {
        public override Ground Ground => rule.AsGround();

        public override IEnumerable<Diagnostic> Run(ReasonedDocument document, ReasoningTable table)
        {
            var number = 0;
            foreach (var item in items(document, table))
            {
                number++;
                if (rule.Check(new Passage<T>(document, table, item)) is { } refusal)
                {
                    yield return new Diagnostic(refusal.Code, Severity, place(item, number), basis?.Invoke(item) ?? refusal.Basis, refusal.Says);
                }
            }
        }

        public override bool Concerns(ReasonedDocument document, ReasoningTable table) => items(document, table).Any();
    }
}
