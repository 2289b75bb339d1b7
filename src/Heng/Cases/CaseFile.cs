using System.Collections.Immutable;
using Heng.Cases.Steps.Decision;
using Heng.Cases.Steps.Facts;
using Heng.Cases.Steps.Filing;
using Heng.Cases.Steps.Investigation;
using Heng.Cases.Steps.OnPaper;
using Heng.Cases.Steps.Review;
using Heng.Cases.Steps.Service;
using Heng.Dossiers;
using Heng.Law.Procedure;

namespace Heng.Cases;

/// <summary>Case (案件): what stands in the file of a case, folded from its acts.</summary>
public sealed record CaseFile : IDossierPart<CaseFile>
{
    /// <inheritdoc/>
    public static CaseFile Empty { get; } = new();

    /// <summary>The day on which the clue was found or received.</summary>
    public DateOnly? FoundOn { get; init; }

    /// <summary>Extensions of the verification, in working days.</summary>
    public int VerificationExtended { get; init; }

    /// <summary>Who verified the clue.</summary>
    public IReadOnlyList<NamedPerson> Verifiers { get; init; } = [];

    /// <summary>The proposal to file or not.</summary>
    public ProposeFiling? Proposal { get; init; }

    /// <summary>Who proposed.</summary>
    public Guid? ProposedBy { get; init; }

    /// <summary>The day of filing.</summary>
    public DateOnly? FiledOn { get; init; }

    /// <summary>The refusal of filing.</summary>
    public RefuseFiling? NotFiled { get; init; }

    /// <summary>The officers of the case.</summary>
    public IReadOnlyList<NamedPerson> Handlers { get; init; } = [];

    /// <summary>Who declared an interest (true) or none (false).</summary>
    public ImmutableDictionary<Guid, bool> Interests { get; init; } = ImmutableDictionary<Guid, bool>.Empty;

    /// <summary>Whose recusal the party asked for and nobody decided yet.</summary>
    public ImmutableHashSet<Guid> RecusalAsked { get; init; } = [];

    /// <summary>Whose recusal was decided, or has no object any more because he was replaced.</summary>
    public ImmutableHashSet<Guid> Decided { get; init; } = [];

    /// <summary>Whose recusal waits for a decision: asked for by the party, or an interest declared by someone who was neither decided on nor replaced.</summary>
    public ImmutableHashSet<Guid> OpenRecusals => RecusalAsked.Union(Interests.Where(i => i.Value && !Decided.Contains(i.Key)).Select(i => i.Key));

    /// <summary>Evidence, in order of its numbers.</summary>
    public ImmutableList<Evidence> Evidence { get; init; } = [];

    /// <summary>Goods of the case, in order of their numbers.</summary>
    public IReadOnlyList<CaseGoods> Goods { get; init; } = [];

    /// <summary>Orders to correct.</summary>
    public ImmutableList<Correction> Corrections { get; init; } = [];

    /// <summary>The facts as last entered.</summary>
    public EnterFacts? Facts { get; init; }

    /// <summary>The query for earlier violations.</summary>
    public QueryFirstViolation? FirstQuery { get; init; }

    /// <summary>Whether a head approved to treat an unknown as first.</summary>
    public bool FirstApproved { get; init; }

    /// <summary>Days that do not count for the handling period.</summary>
    public ImmutableList<(DateOnly From, DateOnly Until, string Why)> Excluded { get; init; } = [];

    /// <summary>Extensions of the handling period: days, or the end fixed by the sitting.</summary>
    public ImmutableList<ExtendHandling> Extensions { get; init; } = [];

    /// <summary>The day from which the investigation is suspended.</summary>
    public DateOnly? SuspendedOn { get; init; }

    /// <summary>The report.</summary>
    public ConcludeInvestigation? Report { get; init; }

    /// <summary>The day of the report.</summary>
    public DateOnly? ReportedOn { get; init; }

    /// <summary>Who signed the report.</summary>
    public Guid? ReportedBy { get; init; }

    /// <summary>The submission for review.</summary>
    public SubmitForReview? Submission { get; init; }

    /// <summary>The day on which the reviewer received the file.</summary>
    public DateOnly? SubmittedOn { get; init; }

    /// <summary>The last opinion on the present report.</summary>
    public ReviewOpinion? Opinion { get; init; }

    /// <summary>Who gave it.</summary>
    public string? OpinionBy { get; init; }

    /// <summary>The decision without a penalty.</summary>
    public DecideNoPenalty? Decision { get; init; }

    /// <summary>The course of the penalty: proposal, notice, defence, discussion.</summary>
    public PenaltyCourse Course { get; init; } = PenaltyCourse.Empty;

    /// <summary>The penalty decided; null without one.</summary>
    public DecidedPenalty? Penalty { get; init; }

    /// <summary>The decision of the penalty, with its reasons.</summary>
    public DecidePenalty? PenaltyDecision { get; init; }

    /// <summary>The day on which the decision was performed in full.</summary>
    public DateOnly? PerformedOn { get; init; }

    /// <summary>Name and number of the decision document; null before the decision.</summary>
    public string? DecisionName => Penalty is { } penalty ? $"行政处罚决定书 {penalty.Number}" : Decision is null ? null : $"不予行政处罚决定书 {Decision.DocumentNumber}";

    /// <summary>The day of the decision, or of what ended the case otherwise.</summary>
    public DateOnly? DecidedOn { get; init; }

    /// <summary>Whether the party must be educated: a violation was found and goes unpunished (APL 33(3)), not where none was established or time had run out.</summary>
    public bool OwesEducation => Decision is { Ground: not (Exemptions.NotEstablished or Exemptions.Limitation) };

    /// <summary>Education records.</summary>
    public ImmutableList<RecordEducation> Education { get; init; } = [];

    /// <summary>What was served.</summary>
    public ImmutableList<ServiceDone> Services { get; init; } = [];

    /// <summary>The address confirmation.</summary>
    public ConfirmAddress? Address { get; init; }

    /// <summary>The day on which it was recorded that the court ended the enforcement; null without.</summary>
    public DateOnly? EnforcementEndedOn { get; init; }

    /// <summary>The day of closing.</summary>
    public DateOnly? ClosedOn { get; init; }

    /// <summary>The day of archiving.</summary>
    public DateOnly? ArchivedOn { get; init; }

    /// <summary>Limits whose breach was recorded with its reason.</summary>
    public ImmutableHashSet<string> Breaches { get; init; } = [];

    /// <summary>Whether the case goes on on paper.</summary>
    public ContinueOnPaper? OnPaper { get; init; }

    /// <summary>Papers recorded: what was done outside Heng.</summary>
    public ImmutableList<(DateOnly On, string Says)> Papers { get; init; } = [];

    /// <summary>How the case, or the clue without a case, ended; null while it is open.</summary>
    public CaseEnding? Ending { get; init; }

    /// <summary>Endings that a re-examination took up again; the decisions themselves stand in the record unchanged.</summary>
    public ImmutableList<CaseEnding> EarlierEndings { get; init; } = [];

    /// <summary>Whether the case is over: ended and, if it was filed, archived or gone on on paper.</summary>
    public bool IsOver => Ending is not null && (FiledOn is null || ArchivedOn is not null || OnPaper is not null);

    /// <summary>Whether someone is an officer of the case.</summary>
    /// <param name="person">The id.</param>
    public bool IsHandledBy(Guid person) => Handlers.Any(h => h.Id == person);

    /// <summary>Whether someone handled the case, or its clue when it was not filed.</summary>
    /// <param name="person">The id.</param>
    public bool WasHandledBy(Guid person) => (Handlers.Count > 0 ? Handlers : Verifiers).Any(h => h.Id == person);

    /// <summary>The evidence with a number that can support a finding.</summary>
    /// <param name="numbers">The numbers.</param>
    public IEnumerable<Evidence> Suitable(IEnumerable<int> numbers) => Evidence.Where(e => e.IsSuitable && numbers.Contains(e.Number));

    /// <summary>The evidence with some numbers, suitable or not.</summary>
    /// <param name="numbers">The numbers.</param>
    public IReadOnlyList<Evidence> Linked(IEnumerable<int> numbers) => [.. Evidence.Where(e => numbers.Contains(e.Number))];

    /// <summary>How far some evidence supports a finding.</summary>
    /// <param name="finding">What is found, in Chinese.</param>
    /// <param name="numbers">The numbers of the evidence.</param>
    public FactSupport SupportOf(string finding, IReadOnlyList<int> numbers)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        var suitable = Suitable(numbers).Count();
        return new(finding, suitable, numbers.Distinct().Count() - suitable);
    }

    /// <inheritdoc/>
    public CaseFile After(RecordedAct done)
    {
        ArgumentNullException.ThrowIfNull(done);
        var next = done.Act.BeginsAnew ? Empty with { Evidence = Evidence, Goods = Goods, Services = Services, Address = Address, EarlierEndings = Ending is null ? EarlierEndings : EarlierEndings.Add(Ending) } : this;
        if (done.Act is IBringsEvidence brings && brings.EvidenceAs(next.Evidence.Count + 1, done) is { } piece)
        {
            next = next with { Evidence = next.Evidence.Add(piece) };
        }

        if (done.Act is IStartsVerification source)
        {
            next = next with { FoundOn = source.FoundOn };
        }

        if (done.Act is INamesVerifiers verifiers)
        {
            next = next with { Verifiers = verifiers.Named };
        }

        if (done.Act is IEndsEnforcement { EndsEnforcement: true })
        {
            next = next with { EnforcementEndedOn = done.On };
        }

        if (done.Act is CaseAct act)
        {
            next = act.Apply(next, done);
        }

        // What the procedure says of the course holds for whichever capability does the act.
        return (done.Transition?.Act ?? ActTypes.Of(done.Act).Kind) switch
        {
            ActKind.ConcludeInvestigation or ActKind.ReturnForEvidence or ActKind.ReturnForCorrection or ActKind.ReturnToReport or ActKind.DeclineProposal or ActKind.FailLegalReview or ActKind.ActAnew => next with { Course = next.Course.WithoutNotice() },
            ActKind.RecordPayment => next with { PerformedOn = done.On },
            _ => next,
        };
    }
}
