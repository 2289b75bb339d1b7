using System.Collections.Immutable;
using Heng.Cases.Steps.Checks;
using Heng.Cases.Steps.Investigation;
using Heng.Cases.Steps.OnPaper;
using Heng.Cases.Steps.Proposal;
using Heng.Dossiers;
using Heng.Law.Codes;
using Heng.Law.Discretion;
using Heng.Law.Penalties;
using Heng.Law.Rulings;

namespace Heng.Cases;

/// <summary>Checks before a penalty (处罚前核对): suspected crime, one act and one fine, illegal income.</summary>
public sealed record CaseChecks : IDossierPart<CaseChecks>
{
    private static readonly string[] stages = ["S20", "S30", "S40", "S45", "S50", "S55", "S60", "S62", "S70", "S75"];

    /// <inheritdoc/>
    public static CaseChecks Empty { get; } = new();

    /// <summary>The answer whether a crime is suspected.</summary>
    public AnswerCrimeLine? Crime { get; init; }

    /// <summary>When and by whom it was given.</summary>
    public RecordedAct? CrimeBy { get; init; }

    /// <summary>The decision of the principal head not to refer.</summary>
    public DeclineReferral? Declined { get; init; }

    /// <summary>Whether the police gave the case back.</summary>
    public bool TakenBack { get; init; }

    /// <summary>The last search for the same act.</summary>
    public SearchSameAct? Search { get; init; }

    /// <summary>When and by whom it was made.</summary>
    public RecordedAct? SearchedBy { get; init; }

    /// <summary>Cases told apart, by the number of their dossier, each with the reason.</summary>
    public ImmutableSortedDictionary<string, string> ToldApart { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Outlay and taxes that the party asks to have deducted, in the order in which they were first named.</summary>
    public ImmutableList<RecordOutlay> Outlays { get; init; } = [];

    /// <summary>The last day for proving outlay; null when none was set.</summary>
    public DateOnly? ProofUntil { get; init; }

    /// <summary>The determination of the illegal income.</summary>
    public DetermineGain? Gain { get; init; }

    /// <summary>When and by whom it was made.</summary>
    public RecordedAct? GainBy { get; init; }

    /// <summary>The approval of the principal head, where it needs one.</summary>
    public ApproveGain? GainApproval { get; init; }

    /// <summary>Whether the determination waits for the principal head.</summary>
    public bool GainAwaits => Gain is { NeedsApproval: true } && GainApproval is null;

    /// <summary>The evidence on which the determination of the illegal income rests.</summary>
    public IEnumerable<int> GainEvidence => Gain is null ? [] : Gain.Evidence.Concat(Outlays.SelectMany(o => o.Evidence)).Distinct();

    /// <summary>What the last search found and what may bar a fine, without what was told apart.</summary>
    public IEnumerable<SameActHit> OpenHits => Search?.Hits.Where(h => h.Bars && !ToldApart.ContainsKey(h.Number)) ?? [];

    /// <inheritdoc/>
    public CaseChecks After(RecordedAct done)
    {
        ArgumentNullException.ThrowIfNull(done);
        var next = done.Act.BeginsAnew ? Empty : this;
        return done.Act switch
        {
            AnswerCrimeLine answer => next with { Crime = answer, CrimeBy = done, Declined = null, TakenBack = false },
            DeclineReferral declined => next with { Declined = declined },
            TakeBackFromPolice => next with { TakenBack = true },
            SearchSameAct search => next with { Search = search, SearchedBy = done },
            TellActsApart apart => next with { ToldApart = next.ToldApart.SetItems(apart.Numbers.Select(n => KeyValuePair.Create(n, apart.Reason))) },
            RequireMaterial { ForOutlay: true } required => next with { ProofUntil = required.DueOn },
            RecordOutlay outlay => next with { Outlays = WithOutlay(next.Outlays, outlay) },
            DetermineGain gain => next with { Gain = gain, GainBy = done, GainApproval = null },
            ApproveGain approval => next with { GainApproval = approval },
            _ => next,
        };
    }

    /// <summary>Whether the checks can be done in a dossier as it stands: the facts are entered and nothing is decided.</summary>
    /// <param name="file">The dossier.</param>
    public static bool AreOpen(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Part<CaseFile>() is { Facts: not null, DecidedOn: null, OnPaper: null } && stages.Contains(file.Procedure.Main);
    }

    /// <summary>The facts of the case held against the crime lines; null while matter or dates are not known.</summary>
    /// <param name="file">The dossier.</param>
    /// <param name="today">The day.</param>
    public static CrimeReview? CrimeOf(DossierFile file, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(file);
        return CaseAssessment.Of(file, today, "CN")?.Result.Request is { } request ? file.Law.CrimeLines.Review(request.Matter, request.Facts) : null;
    }

    /// <summary>How the suspicion of a crime stands; null while the facts are not known.</summary>
    /// <param name="file">The dossier.</param>
    /// <param name="today">The day.</param>
    public static CrimeStanding? StandingOf(DossierFile file, DateOnly today)
    {
        var checks = file?.Part<CaseChecks>() ?? throw new ArgumentNullException(nameof(file));
        return CrimeOf(file, today) is not { } review ? null : new(review.Level)
        {
            // An answer holds as long as the facts are no graver than those it was given on.
            IsAnswered = checks.Crime is { } answer && answer.Level >= review.Level,
            IsSuspected = checks.Crime?.Answer == CrimeAnswer.Suspected,
            Reason = checks.Crime?.Reason?.Trim() ?? "",
            IsReleased = checks.TakenBack || checks.Crime?.Answer == CrimeAnswer.Released,
            PrincipalDeclined = checks.Declined is not null,
        };
    }

    /// <summary>Whether the last search was made for the act as the facts now tell it.</summary>
    /// <param name="file">The dossier.</param>
    public static bool IsSearched(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Part<CaseChecks>().Search is { } search && search.Fingerprint == ActFingerprint.Of(file);
    }

    /// <summary>Whether the law confiscates illegal income in the case and the facts say that there is some.</summary>
    /// <param name="result">The assessment.</param>
    public static bool HasGain(Assessment result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result.OtherKinds.Any(k => PenaltyKinds.IsOfGain(k.Kind.Id)) && GainIn(result) is { Fen: > 0 };
    }

    /// <summary>What stands against deciding anything while a crime may be suspected.</summary>
    /// <param name="file">The dossier.</param>
    /// <param name="context">Who acts.</param>
    /// <param name="exempts">Whether nothing is to be punished: then only a case that reaches a line needs an answer.</param>
    public static IEnumerable<Refusal> CheckCrime(DossierFile file, ActContext context, bool exempts = false)
    {
        ArgumentNullException.ThrowIfNull(context);
        return StandingOf(file, context.Today) is { } standing && !(exempts && standing is { Level: < CrimeLevel.Over, IsSuspected: false }) ? CrimeRules.Check(standing) : [];
    }

    /// <summary>What stands against a sanction: a suspected crime, an earlier fine, a gain that was not determined.</summary>
    /// <param name="act">The sanction.</param>
    /// <param name="file">The dossier.</param>
    /// <param name="context">Who acts, and what was looked up.</param>
    public static IEnumerable<Refusal> Check(SanctionAct act, DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(act);
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(context);
        if (CaseAssessment.Of(file, context.Today, context.Bureau?.LawRegion ?? "CN") is not { Result: var result })
        {
            return [];
        }

        return [.. CheckCrime(file, context), .. SameActRules.Check(SameActOf(act, file, context, result)), .. ConfiscationRules.Check(GainOf(act, file, result))];
    }

    /// <summary>The rules that a sanction rests on.</summary>
    public static IEnumerable<Rule> RestsOn() => [.. CrimeRules.All, .. SameActRules.All, .. ConfiscationRules.All];

    private static SameActQuestion SameActOf(SanctionAct act, DossierFile file, ActContext context, Assessment result)
    {
        var checks = file.Part<CaseChecks>();
        var hits = (context.Found as EvidenceFiles)?.SameActs?.Where(h => h.Bars && !checks.ToldApart.ContainsKey(h.Number)) ?? checks.OpenHits;
        var (higher, open) = CompetingOf(checks.Search?.OtherMatter, file, context, result);
        return new(act.Sanction.Fine > Money.Zero || act.Sanction.Personal.Count > 0)
        {
            IsSearched = IsSearched(file),
            FinedBefore = [.. hits.Select(h => h.Label)],
            HigherUnder = higher,
            OpenUnder = open,
        };
    }

    /// <summary>Whether another provision that the act breaks has the higher fine, or none that can be compared yet.</summary>
    private static (string? Higher, string? Open) CompetingOf(string? matter, DossierFile file, ActContext context, Assessment result)
    {
        if (matter is not { Length: > 0 } || matter == result.Request.Matter.Id
            || CaseAssessment.Of(file, context.Today, context.Bureau?.LawRegion ?? "CN", file.Part<CaseFile>().Facts! with { Matter = matter })?.Result is not { } other)
        {
            return default;
        }

        var competition = Competition.Of([result, other]);
        var name = other.Request.Matter.Chinese;
        return competition.Undecided.Count > 0 ? (null, name) : competition.Chosen == other ? (name, null) : default;
    }

    private static GainAtPenalty GainOf(SanctionAct act, DossierFile file, Assessment result)
    {
        var checks = file.Part<CaseChecks>();
        return new(act.Gain ?? Money.Zero)
        {
            HasGain = HasGain(result) && (act.Gain > Money.Zero || string.IsNullOrEmpty(act.WhyNotConfiscated)),
            IsDetermined = checks.Gain is not null,
            AwaitsPrincipal = checks.GainAwaits,
            Confiscable = checks.Gain?.Confiscable ?? Money.Zero,
            Determined = checks.Gain?.Determined,
            Found = GainIn(result),
            IsExempt = IsExempt(result),
        };
    }

    /// <summary>Whether the party is exempt under APL 33(1) and not merely may be.</summary>
    internal static bool IsExempt(Assessment result) => result.Outcome == AssessmentOutcome.NoPenalty;

    /// <summary>The illegal income among the facts; null while not known.</summary>
    internal static Money? GainIn(Assessment result)
    {
        var sheet = result.Request.Facts;
        return sheet.Table.Find("hasIllegalIncome") is { } has && sheet.TextOf(has) == "false" ? Money.Zero
            : sheet.Table.Find("illegalIncome") is { } fact && sheet.NumberOf(fact) is { } sum ? Money.FromYuan(sum, FenRounding.HalfUp) : null;
    }

    private static ImmutableList<RecordOutlay> WithOutlay(ImmutableList<RecordOutlay> outlays, RecordOutlay outlay)
    {
        var place = outlays.FindIndex(o => o.Name == outlay.Name && o.Kind == outlay.Kind);
        return outlay.Amount is not { Fen: > 0 } ? place < 0 ? outlays : outlays.RemoveAt(place) : place < 0 ? outlays.Add(outlay) : outlays.SetItem(place, outlay);
    }
}

/// <summary>Fingerprint of an act (行为要素): whether two cases may be about one act is asked by party, matter and days.</summary>
/// <param name="Party">Credit code of the party, else its name.</param>
/// <param name="Matter">Id of the matter.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day.</param>
public sealed record ActFingerprint(string Party, string Matter, DateOnly From, DateOnly Until)
{
    /// <summary>The fingerprint of the act of a dossier; null while matter or days are not known.</summary>
    /// <param name="file">The dossier.</param>
    public static ActFingerprint? Of(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var affair = file.Part<Affair>();
        return file.Part<CaseFile>().Facts is { ActFrom: { } from } facts && (facts.Matter ?? affair.Matter) is { } matter && affair.Party is { } party
            ? new(DossierSummary.CodeOrNull(party.Code) ?? party.Name, matter, from, facts.ActUntil ?? from) : null;
    }
}
