using Heng.Cases.Steps.Facts;
using Heng.Discretion;
using Heng.Dossiers;
using Heng.Law.Discretion;
using Heng.Law.Matters;
using Heng.Law.Procedure;
using Heng.Law.Rulings;

namespace Heng.Cases;

/// <summary>Exemption workbench (免罚审查): which grounds stand open in a case, and what is missing for each.</summary>
public static class Exemptions
{
    /// <summary>Ground of a decision without a penalty that no list gives: the violation is not established.</summary>
    public const string NotEstablished = "notEstablished";

    /// <summary>Ground of a decision without a penalty: barred by time.</summary>
    public const string Limitation = "limitation";

    /// <summary>Grounds that lie in the person (年龄、精神状态): circumstances of the law, with the ground of the table of reasons that each is.</summary>
    internal static IReadOnlyDictionary<string, string> Personal { get; } = new Dictionary<string, string>(StringComparer.Ordinal) { ["C-NP-01"] = "underFourteen", ["C-NP-02"] = "noCapacity" };

    /// <summary>Facts that claim a prompt correction.</summary>
    internal static readonly string[] CorrectionFacts = ["correctedPromptly", "correctedWithinOrderPeriod", "selfCorrectedImmediately"];

    /// <summary>Facts that claim that it was the first time.</summary>
    private static readonly string[] firstFacts = ["firstViolation", "sameEntityNoSameKindWithinTwoYears"];

    /// <summary>The grounds that the facts of the case support: entries of the law and the lists, then those without the engine's lists.</summary>
    /// <param name="file">The dossier.</param>
    /// <param name="context">Day and bureau.</param>
    public static IEnumerable<(string Value, string Label)> GroundsOf(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (CaseAssessment.Of(file, context.Today, context.Bureau?.LawRegion ?? "CN") is not { } a)
        {
            yield break;
        }

        foreach (var circumstance in a.Result.Circumstances.Where(c => Personal.ContainsKey(c.Id)))
        {
            yield return (circumstance.Id, circumstance.Chinese);
        }

        foreach (var entry in a.Result.Exemptions.Where(e => e.Truth == Truth.True && e.Entry.Kind != "mitigateOrExempt").OrderBy(e => !e.Entry.Shall))
        {
            yield return (entry.Entry.Id, entry.Entry.Chinese);
        }

        if (a.Result.Outcome == AssessmentOutcome.Barred)
        {
            yield return (Limitation, "超过追责时效");
        }

        if (a.Result.Outcome == AssessmentOutcome.NotAViolation)
        {
            yield return (NotEstablished, "违法事实不能成立");
        }
    }

    /// <summary>What stands against the facts as they are entered.</summary>
    /// <param name="file">The dossier.</param>
    /// <param name="context">Day and bureau.</param>
    public static IEnumerable<Refusal> CheckFacts(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(context);
        var a = CaseAssessment.Of(file, context.Today, context.Bureau?.LawRegion ?? "CN");
        if (a is null)
        {
            return [EvidenceRules.FindingRestsOnEvidence.Refuse("还没有认定违法事实（违法行为、日期和证据）；请先认定事实。")];
        }

        var c = file.Part<CaseFile>();
        return a.Facts.Select(f => f.Support)
            .Concat(a.Circumstances.Select(v => v.Support))
            .Append(c.SupportOf("违法事实经过", c.Facts!.StoryEvidence))
            .Select(s => EvidenceRules.FindingRestsOnEvidence.Check(s))
            .Append(EvidenceRules.FindingsAgree.Check([.. a.Contradictions.Select(p => $"“{p.First.Chinese}”和“{p.Second.Chinese}”")]))
            .OfType<Refusal>();
    }

    /// <summary>What stands against a decision without a penalty on a ground.</summary>
    /// <param name="ground">Id of the ground.</param>
    /// <param name="file">The dossier.</param>
    /// <param name="context">Day and bureau.</param>
    public static IReadOnlyList<Refusal> Check(string? ground, DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(context);
        var refusals = CheckFacts(file, context).ToList();
        if (CaseAssessment.Of(file, context.Today, context.Bureau?.LawRegion ?? "CN") is not { } a)
        {
            return refusals;
        }

        var c = file.Part<CaseFile>();
        var entry = a.Result.Exemptions.FirstOrDefault(e => e.Entry.Id == ground);
        var leaves = entry.Entry?.Conditions?.Leaves.Select(l => l.Fact).Distinct().ToArray() ?? [];
        var restsOnFirst = leaves.Any(f => firstFacts.Contains(f.Id));
        var corrected = leaves.Where(f => CorrectionFacts.Contains(f.Id)).SelectMany(f => a.Facts.Where(v => v.Fact == f && v.Entry.Value == "true")).ToArray();
        var missing = leaves.Where(f => a.Facts.FirstOrDefault(v => v.Fact == f) is { Support.Suitable: 0 }).Select(AssessmentWords.NameOf).ToArray();
        var proposal = new ExemptionProposal(
            GroundsOf(file, context).Any(g => g.Value == ground),
            string.IsNullOrEmpty(ground) ? 0 : 1,
            missing,
            restsOnFirst && c.FirstQuery?.Result != FirstAnswer.First && !c.FirstApproved);
        refusals.AddRange(NoPenaltyRules.OfProposals.Select(r => r.Check(proposal)).OfType<Refusal>());
        if (corrected.Length > 0 && CorrectionRules.ExemptionNeedsAPromptCorrection.Check(PromptnessOf(corrected, c)) is { } late)
        {
            refusals.Add(late);
        }

        return refusals;
    }

    private static PromptCorrection PromptnessOf(IReadOnlyList<FactView> claims, CaseFile c)
    {
        var last = c.Corrections.LastOrDefault(x => x.CheckedOn is not null);
        return new(claims.Any(v => v.Evidence.Any(e => e.IsSuitable && e.Files.Count > 0)), last?.Corrected == false, last?.DueOn, last?.CorrectedBy);
    }

    /// <summary>Whether a code names a ground at all, open in the case or not: whether it is open the law says, with its article.</summary>
    /// <param name="ground">Its id.</param>
    /// <param name="file">The dossier, for the law.</param>
    public static bool IsGround(string ground, DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return ground is Limitation or NotEstablished || Personal.ContainsKey(ground) || file.Law.Discretion.Table.Exemptions.Any(e => e.Id == ground);
    }

    /// <summary>The name of a ground.</summary>
    /// <param name="ground">Its id.</param>
    /// <param name="file">The dossier, for the law.</param>
    public static string NameOf(string? ground, DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return ground switch
        {
            null or "" => "",
            Limitation => "超过追责时效",
            NotEstablished => "违法事实不能成立",
            _ => file.Law.Discretion.Table.Exemptions.FirstOrDefault(e => e.Id == ground)?.Chinese ?? file.Law.Matters.FindCircumstance(ground)?.Chinese ?? ground,
        };
    }
}
