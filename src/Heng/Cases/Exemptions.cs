using Heng.Cases.Steps.Facts;
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
        var story = c.Facts!.StoryEvidence;
        var suitable = c.Suitable(story).Count();
        return a.Facts.Select(f => EvidenceRules.FindingRestsOnEvidence.Check(f.Support))
            .Append(EvidenceRules.FindingRestsOnEvidence.Check(new("违法事实经过", suitable, story.Count - suitable)))
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
        var restsOnFirst = leaves.Any(f => f.Id == "firstViolation");
        var missing = leaves.Where(f => a.Facts.FirstOrDefault(v => v.Fact == f) is { Support.Suitable: 0 }).Select(CaseAssessment.NameOf).ToArray();
        var proposal = new ExemptionProposal(
            GroundsOf(file, context).Any(g => g.Value == ground),
            string.IsNullOrEmpty(ground) ? 0 : 1,
            missing,
            restsOnFirst && c.FirstQuery?.Result != FirstAnswer.First && !c.FirstApproved);
        refusals.AddRange(NoPenaltyRules.OfProposals.Select(r => r.Check(proposal)).OfType<Refusal>());
        return refusals;
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
            _ => file.Law.Discretion.Table.Exemptions.FirstOrDefault(e => e.Id == ground)?.Chinese ?? ground,
        };
    }
}
