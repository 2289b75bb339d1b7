using System.Globalization;
using Heng.Law.Discretion;
using Heng.Law.Matters;
using Heng.Platform.Shell.Kit;

namespace Heng.Discretion;

/// <summary>Words (用语): how every page says an assessment.</summary>
public static class AssessmentWords
{
    /// <summary>A sum as pages print it.</summary>
    /// <param name="sum">In yuan.</param>
    public static string Yuan(decimal sum) => sum.ToString("#,##0.##", CultureInfo.InvariantCulture);

    /// <summary>The fines of a result in one line.</summary>
    /// <param name="bands">The bands.</param>
    public static string Sums(IReadOnlyList<Band> bands)
    {
        ArgumentNullException.ThrowIfNull(bands);
        return bands.Count == 0 ? "—" : string.Join("；", bands.Select(b => $"{DiscretionEngine.NameOf(b.Subject)} {Yuan(b.Minimum)}—{Yuan(b.Maximum)} 元"));
    }

    /// <summary>The name of a fact without codes and units behind it.</summary>
    /// <param name="fact">The fact.</param>
    public static string NameOf(Fact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return fact.Chinese.Split(' ')[0].Split('（')[0];
    }

    /// <summary>The effect of a circumstance.</summary>
    /// <param name="effect">The effect.</param>
    public static string NameOf(CircumstanceEffect effect) => effect switch
    {
        CircumstanceEffect.NoPenalty => "不予处罚",
        CircumstanceEffect.LighterOrMitigated => "从轻或者减轻处罚",
        CircumstanceEffect.MitigatedOrExempt => "减轻或者免除处罚",
        _ => "从重处罚",
    };

    /// <summary>The tone of an outcome.</summary>
    /// <param name="result">The result.</param>
    public static Tone ToneOf(Assessment result) => NotNull(result).Outcome switch
    {
        AssessmentOutcome.NoPenalty or AssessmentOutcome.MayBeExempt or AssessmentOutcome.NotAViolation or AssessmentOutcome.Barred => Tone.Good,
        AssessmentOutcome.Penalty => OpenExemptions(result) > 0 ? Tone.Warn : Tone.Bad,
        AssessmentOutcome.CorrectFirst => Tone.Warn,
        _ => Tone.Info,
    };

    /// <summary>How many exemption entries are still undecided.</summary>
    /// <param name="result">The result.</param>
    public static int OpenExemptions(Assessment result) => NotNull(result).Exemptions.Count(e => e.Truth == Truth.Unknown);

    /// <summary>What the outcome means and what to do next, in one sentence.</summary>
    /// <param name="result">The result.</param>
    public static string Meaning(Assessment result) => NotNull(result).Outcome switch
    {
        AssessmentOutcome.NotAViolation => "依照应当适用的法律，这一行为不构成违法，不能处罚。",
        AssessmentOutcome.Barred => "超过法定追责时效，不再给予行政处罚。",
        AssessmentOutcome.NoPenalty => "符合应当不予处罚的条件：不处罚，但应当教育当事人，责令改正，并安排回访。",
        AssessmentOutcome.MayBeExempt => "符合可以不予处罚的条件：由负责人决定；不适用的须说明理由。",
        AssessmentOutcome.CorrectFirst => "先送达责令改正通知书并设定期限；拒不改正或者逾期不改正的，才可以罚款。",
        AssessmentOutcome.NeedsFacts when result.NotCovered => "行为发生时的法律没有收录在法规集中，请人工查明。",
        AssessmentOutcome.NeedsFacts => "决定罚款幅度的事实还没有查清；请先回答下面的问题。“不清楚”不等于“否”。",
        _ => result.Range is { } range ? $"建议区间 {Yuan(range.From)} 元至 {Yuan(range.To)} 元；区间内的具体数额由办案人员说明理由后决定。" : "依照条文给予处罚；本条没有可以计算的罚款区间。",
    };

    /// <summary>How a change step reads.</summary>
    /// <param name="step">The step.</param>
    public static string WordsOf(ChangeStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        if (step.Fact is not { } fact)
        {
            return $"具有情节“{step.Circumstance!.Chinese}”";
        }

        var name = NameOf(fact);
        return fact.Kind switch
        {
            FactKind.Boolean => step.To == "true" ? $"“{name}”为是" : $"“{name}”为否",
            FactKind.Choice => $"{name}为{fact.LabelOf(step.To)}",
            _ => $"{name}为 {Yuan(decimal.Parse(step.To, CultureInfo.InvariantCulture))} {fact.Unit}",
        };
    }

    /// <summary>The circumstances that could count for a matter and a party.</summary>
    /// <param name="matters">The law.</param>
    /// <param name="field">Field of the matter.</param>
    /// <param name="party">The party.</param>
    public static IEnumerable<Circumstance> CircumstancesFor(MatterTable matters, string field, PartyKind party)
    {
        ArgumentNullException.ThrowIfNull(matters);
        return matters.Circumstances.Where(c => c.CountsFor(field, party == PartyKind.Unit))
            // What the exemption entries test anyway is asked as facts, not as circumstances.
            .Where(c => c.Effect != CircumstanceEffect.NoPenalty || c.IsPersonal);
    }

    private static Assessment NotNull(Assessment result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result;
    }
}
