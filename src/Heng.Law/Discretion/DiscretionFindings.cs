using System.Globalization;
using Heng.Law.Citations;
using Heng.Law.Matters;
using Heng.Law.Rulings;

namespace Heng.Law.Discretion;

/// <summary>What a proposed fine is held against (拟罚款审查对象).</summary>
/// <param name="Fine">The proposed fine, in yuan.</param>
/// <param name="Minimum">Minimum of the band, unrounded.</param>
/// <param name="Maximum">Maximum of the band, unrounded.</param>
/// <param name="HasPrintedMinimum">Whether the law prints a minimum.</param>
/// <param name="IsExact">Whether the law prints one sum.</param>
/// <param name="Mandatory">False where the law says 可以.</param>
/// <param name="HasGround">Whether there is a ground for going below the minimum.</param>
/// <param name="Gain">The larger of goods value and illegal income; null when neither is known.</param>
public sealed record ProposedFine(decimal Fine, decimal Minimum, decimal Maximum, bool HasPrintedMinimum, bool IsExact, bool Mandatory, bool HasGround, decimal? Gain)
{
    /// <summary>Whether the fine is simply left out, which an optional fine allows.</summary>
    public bool IsNotImposed => !Mandatory && Fine == 0;
}

/// <summary>Rules on a proposed fine (拟罚款规则), readings R14 and R19.</summary>
public static class DiscretionRules
{
    private static readonly ProposedFine inside = new(70_000, 50_000, 100_000, true, false, true, false, 9_000);

    /// <summary>A fine never exceeds the statutory maximum.</summary>
    public static Rule<ProposedFine> FineStaysUnderTheCeiling { get; } = new(
        "above-ceiling", "APL 5(2)", "罚款不得高于法定罚款上限。",
        p => p.Fine <= p.Maximum,
        p => $"拟罚款 {Yuan(p.Fine)} 元高于法定上限 {Yuan(p.Maximum)} 元，任何从重情节都不能突破上限；请调整到上限以内。",
        () => inside with { Fine = 100_001 }, () => inside with { Fine = 100_000 });

    /// <summary>A fine below the printed minimum needs a ground for mitigation.</summary>
    public static Rule<ProposedFine> MitigationNeedsAGround { get; } = new(
        "below-floor-without-ground", "APL 32", "罚款低于法定下限，须有法定或者规定的减轻情节。",
        p => p.IsNotImposed || p.Fine >= p.Minimum || p.HasGround,
        p => $"拟罚款 {Yuan(p.Fine)} 元低于法定下限 {Yuan(p.Minimum)} 元，但没有可以减轻处罚的情节（或者存在应当从重的情节）；请补充减轻情节及证据，或者调整到下限以上。",
        () => inside with { Fine = 49_999 }, () => inside with { Fine = 50_000 });

    /// <summary>A fine below the printed minimum needs reasons and approval even with a ground.</summary>
    public static Rule<ProposedFine> MitigationNeedsReasons { get; } = new(
        "below-floor", "SDO", "罚款低于法定下限属于减轻处罚，须说明理由并经批准。",
        p => p.IsNotImposed || p.Fine >= p.Minimum || !p.HasGround,
        p => $"拟罚款 {Yuan(p.Fine)} 元低于法定下限 {Yuan(p.Minimum)} 元，属于减轻处罚；请写明减轻的情节、证据和理由，并按程序报批。",
        () => inside with { Fine = 49_999, HasGround = true }, () => inside with { Fine = 50_000, HasGround = true });

    /// <summary>A small gain with a heavy fine raises the alarm; the line is a setting.</summary>
    /// <param name="settings">Names the ratio and the sums looked at.</param>
    public static Rule<ProposedFine> FineFitsTheGain(DiscretionSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var (ratio, below) = (settings.DisproportionRatio, settings.DisproportionBaseBelow);
        return new(
            "disproportionate", "APL 5(2)", "罚款与货值、违法所得明显不相称的，应当专门论证过罚相当。",
            p => p.Gain is not { } gain || gain <= 0 || gain >= below || p.Fine <= ratio * gain,
            p => $"拟罚款 {Yuan(p.Fine)} 元是货值或者违法所得（取较大者 {Yuan(p.Gain!.Value)} 元）的 {(p.Fine / p.Gain.Value).ToString("0.##", CultureInfo.InvariantCulture)} 倍，超过本机关设定的 {ratio.ToString("0.##", CultureInfo.InvariantCulture)} 倍预警线；请审查是否符合免罚、减轻条件，论证过罚相当，并提交集体讨论。",
            () => inside with { Gain = 66, Fine = 50_000 }, () => inside with { Gain = 66, Fine = ratio * 66 },
            isPolicy: true);
    }

    /// <summary>The rules that need no setting.</summary>
    public static IReadOnlyList<Rule> All { get; } = [FineStaysUnderTheCeiling, MitigationNeedsAGround, MitigationNeedsReasons];

    internal static string Yuan(decimal sum) => Band.ToFen(sum).ToString("#,##0.##", CultureInfo.InvariantCulture);
}

public sealed partial class DiscretionEngine
{
    private static readonly Citation proportionality = Citation.Parse("APL 5(2)");
    private static readonly Citation exemptionBasis = Citation.Parse("APL 33");
    private static readonly Citation levelBasis = Citation.Parse("SDO");
    private static readonly Citation versionBasis = Citation.Parse("APL 37");
    private static readonly Citation limitationBasis = Citation.Parse("APL 36");
    private static readonly Citation correctBasis = Citation.Parse("APL 28(1)");
    private static readonly Citation factBasis = Citation.Parse("APL 40");
    private static readonly Citation personBasis = Citation.Parse("APL 30");
    private static readonly Citation legalityBasis = Citation.Parse("APL 4");
    private Rule<ProposedFine>? fineFitsTheGain;

    /// <summary>Readings R01, R12, R14 and R19 as findings, in a fixed order.</summary>
    internal IReadOnlyList<Finding> FindingsOf(Assessment assessment)
    {
        var findings = new List<Finding>();
        if (assessment.NotCovered)
        {
            findings.Add(new("not-covered", FindingSeverity.Alarm, "违法行为发生时的法律版本未收录，系统不能测算；请查明当时有效的法律后人工办理。", versionBasis));
        }

        if (assessment.Chosen is { } chosen && assessment.Outcome is not (AssessmentOutcome.Barred or AssessmentOutcome.NotAViolation or AssessmentOutcome.NoPenalty))
        {
            if (chosen.Conflict)
            {
                findings.Add(new("conflicting-circumstances", FindingSeverity.Alarm, "同时存在应当从重和应当从轻、减轻的情节；按从重提出建议，须综合考虑、集体讨论并说明理由。", levelBasis));
            }

            if (chosen.UsedTwice != 0)
            {
                var names = string.Join("、", CircumstancesOf(chosen.UsedTwice).Select(c => c.Chinese));
                findings.Add(new("fact-used-twice", FindingSeverity.Alarm, $"“{names}”所依据的事实已经用于确定处罚档次或者情节严重，同一事实不得重复评价；请删去该情节或者说明另有事实。", proportionality));
            }
        }

        AddFactFindings(assessment, findings);
        if (assessment.Request.ProposedFine is { } fine)
        {
            AddProposalFindings(assessment, fine, findings);
        }

        return findings;
    }

    /// <summary>Facts that contradict each other, and circumstances that a unit cannot have.</summary>
    private void AddFactFindings(Assessment assessment, List<Finding> findings)
    {
        foreach (var (first, second) in ContradictionsIn(assessment.Request.Facts))
        {
            findings.Add(new("contradictory-facts", FindingSeverity.Alarm, $"“{first.Chinese}”和“{second.Chinese}”互相矛盾；请核对证据，更正其中一项后再作结论。", factBasis));
        }

        if (assessment.Chosen is { PersonalIgnored: not 0 } chosen)
        {
            var names = string.Join("、", CircumstancesOf(chosen.PersonalIgnored).Select(c => c.Chinese));
            findings.Add(new("personal-circumstance", FindingSeverity.Note, $"当事人是单位，“{names}”只适用于自然人，没有计入。", personBasis));
        }
    }

    /// <summary>The pairs of entered facts of which only one can be true, for example 没有造成危害后果 and 造成危害后果.</summary>
    /// <param name="facts">What is known.</param>
    public IReadOnlyList<(Fact First, Fact Second)> ContradictionsIn(FactSheet facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var contradictions = known.Opposites.Where(o => facts.TextOf(o.First) == "true" && facts.TextOf(o.Second) == "true").ToList();
        foreach (var (has, amount) in new[] { (known.HasIllegalIncome, known.IllegalIncome), (known.HasTurnover, known.Turnover) })
        {
            if (facts.TextOf(has) is { } claimed && facts.NumberOf(amount) is { } sum && claimed == "true" != sum > 0)
            {
                contradictions.Add((has, amount));
            }
        }

        return contradictions;
    }

    private void AddProposalFindings(Assessment assessment, decimal fine, List<Finding> findings)
    {
        var outcome = assessment.Outcome;
        if (fine > 0 && outcome == AssessmentOutcome.MayBeExempt)
        {
            findings.Add(new("exemption-not-considered", FindingSeverity.Alarm, "本案符合可以不予处罚的条件；仍拟罚款的，须说明不适用免罚的理由。", exemptionBasis));
        }
        else if (fine > 0 && outcome is AssessmentOutcome.Penalty or AssessmentOutcome.NeedsFacts && assessment.Exemptions.Any(e => e.Truth == Truth.Unknown))
        {
            findings.Add(new("exemption-open", FindingSeverity.Note, "部分免罚条件尚未查明；决定罚款前应当逐项查清。", exemptionBasis));
        }

        var band = assessment.OwnBand;
        var proposed = band is null ? null : new ProposedFine(fine, band.ExactMinimum, band.ExactMaximum, band.HasPrintedMinimum, band.IsExact, band.Mandatory, assessment.Chosen!.GroundForMitigation, GainOf(assessment));
        if (Relation(assessment, fine, proposed) is { } relation)
        {
            findings.Add(relation);
        }

        if (outcome == AssessmentOutcome.Penalty && band?.LevelOf(fine) is { } level && assessment.Level is { } expected && level != expected)
        {
            var above = level > expected;
            findings.Add(new("level-mismatch", FindingSeverity.Alarm, $"拟罚款数额属于{DiscretionCodes.NameOf(level)}幅度，而本案情节对应{DiscretionCodes.NameOf(expected)}；请调整数额，或者补充情节并说明理由。", levelBasis, above ? "above" : "below"));
        }

        if (!assessment.NotCovered && outcome is AssessmentOutcome.Penalty or AssessmentOutcome.MayBeExempt or AssessmentOutcome.NeedsFacts)
        {
            fineFitsTheGain ??= DiscretionRules.FineFitsTheGain(Settings);
            var held = proposed ?? new ProposedFine(fine, 0, decimal.MaxValue, false, false, false, false, GainOf(assessment));
            if (fineFitsTheGain.Check(held) is { } refusal)
            {
                findings.Add(new(refusal.Code, FindingSeverity.Alarm, refusal.Says, refusal.Basis));
            }
        }
    }

    /// <summary>R19: exactly one word on how the sum stands to the band, or why there is none.</summary>
    private static Finding? Relation(Assessment assessment, decimal fine, ProposedFine? proposed)
    {
        switch (assessment.Outcome)
        {
            case AssessmentOutcome.NotAViolation when fine > 0:
                return new("not-a-violation", FindingSeverity.Refuse, "依照应当适用的法律，该行为不构成违法，不得处罚。", versionBasis);
            case AssessmentOutcome.Barred when fine > 0:
                return new("barred", FindingSeverity.Refuse, "已经超过追责时效，不得再给予行政处罚。", limitationBasis);
            case AssessmentOutcome.NoPenalty when fine > 0:
                return new("no-penalty-due", FindingSeverity.Refuse, "本案应当不予行政处罚，不得罚款；应当对当事人进行教育。", exemptionBasis);
            case AssessmentOutcome.CorrectFirst when fine > 0:
                return new("no-fine-yet", FindingSeverity.Refuse, "法律规定先责令改正，拒不改正的才可以罚款；请先送达责令改正通知书、设定期限并复查。", correctBasis);
            case AssessmentOutcome.NeedsFacts:
                return BandUnknown();
            case AssessmentOutcome.Penalty or AssessmentOutcome.MayBeExempt:
                break;
            default:
                return null;
        }

        if (proposed is null)
        {
            return assessment.Chosen!.OwnUndetermined
                ? BandUnknown()
                : fine > 0 ? new("no-fine-in-law", FindingSeverity.Refuse, "适用的处罚条款没有规定罚款，不得罚款。", legalityBasis) : null;
        }

        foreach (var (rule, severity) in relationRules)
        {
            if (rule.Check(proposed) is { } refusal)
            {
                return new(refusal.Code, severity, refusal.Says, refusal.Basis);
            }
        }

        var (code, says) = proposed switch
        {
            { IsNotImposed: true } => ("not-imposed", "法律规定可以罚款，本案拟不处罚款。"),
            { IsExact: true } => ("inside", "拟罚款等于法定数额。"),
            { HasPrintedMinimum: true } when fine == proposed.Minimum => ("at-floor", "拟罚款等于法定下限。"),
            _ when fine == proposed.Maximum => ("at-ceiling", "拟罚款等于法定上限。"),
            _ => ("inside", "拟罚款在法定幅度内。"),
        };
        return new(code, FindingSeverity.Note, says, legalityBasis);

        static Finding BandUnknown() => new("band-unknown", FindingSeverity.Note, "决定罚款幅度的事实尚未查明，不能核对拟罚款数额；请先回答提示的问题。", legalityBasis);
    }

    private static readonly (Rule<ProposedFine> Rule, FindingSeverity Severity)[] relationRules =
    [
        (DiscretionRules.FineStaysUnderTheCeiling, FindingSeverity.Refuse),
        (DiscretionRules.MitigationNeedsAGround, FindingSeverity.Refuse),
        (DiscretionRules.MitigationNeedsReasons, FindingSeverity.Alarm),
    ];

    /// <summary>R14: the larger of goods value and illegal income, where either is known.</summary>
    private decimal? GainOf(Assessment assessment)
    {
        var facts = assessment.Request.Facts.View;
        decimal? goods = facts.Knows(known.GoodsValue) ? facts.NumberOf(known.GoodsValue) : null;
        decimal? income = facts.Knows(known.IllegalIncome) ? facts.NumberOf(known.IllegalIncome) : null;
        return (goods, income) is ({ } g, { } i) ? Math.Max(g, i) : goods ?? income;
    }
}
