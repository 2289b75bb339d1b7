using System.Globalization;
using Heng.Law.Citations;
using Heng.Law.Matters;

namespace Heng.Law.Discretion;

/// <summary>Trace step (推理步骤): one rule asked on the way to the result.</summary>
/// <param name="Number">Step of the pipeline (裁量步骤), 1 to 14.</param>
/// <param name="Rule">What was asked: a stable code or the id of an entry.</param>
/// <param name="Result">pass, fail, unknown or a value.</param>
/// <param name="Says">The step in Chinese.</param>
/// <param name="Basis">Where the law says it.</param>
public sealed record TraceStep(int Number, string Rule, string Result, string Says, IReadOnlyList<Citation> Basis);

public sealed partial class DiscretionEngine
{
    private static readonly Citation illegalIncomeBasis = Citation.Parse("APL 28(2)");

    /// <summary>The 14 steps of the pipeline with their results: tiers opened and not opened, exemptions tried, circumstances, benchmark, gates.</summary>
    /// <param name="result">An assessment of this engine.</param>
    public IReadOnlyList<TraceStep> Explain(Assessment result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var steps = new List<TraceStep>();
        var request = result.Request;
        steps.Add(new(1, "party", request.Party.ToString(), $"当事人为{NameOf(request.Party)}；违法行为终了日 {Day(request.LastDayOfAct)}，决定日 {Day(request.DecisionDate)}。", []));
        if (result.Chosen is not { } chosen)
        {
            steps.Add(new(3, "version", "none", result.NotCovered ? "行为发生时的法律版本未收录。" : "行为发生时没有规定该行为违法。", [versionBasis]));
            return steps;
        }

        ExplainLimitation(result, chosen, steps);
        ExplainVersion(result, chosen, steps);
        steps.Add(new(4, "matter", chosen.Law.Matter.Id, $"事项：{chosen.Law.Matter.Chinese}。", [.. chosen.Law.Version.Violates, .. chosen.Law.Version.PenalizedBy]));
        foreach (var exemption in result.Exemptions)
        {
            var says = exemption.Truth switch
            {
                Truth.True => $"符合“{exemption.Entry.Chinese}”，{(exemption.Entry.Shall ? "应当" : "可以")}不予处罚。",
                Truth.False => $"不符合“{exemption.Entry.Chinese}”：{string.Join("；", exemption.Failed.Select(Describe))}不成立。",
                _ => $"“{exemption.Entry.Chinese}”尚不能判断，待查明：{string.Join("、", exemption.Unknown.Select(f => f.Chinese))}。",
            };
            steps.Add(new(5, exemption.Entry.Id, Word(exemption.Truth), says, [exemptionBasis]));
        }

        ExplainCorrection(chosen, steps);
        WithFacts(result, chosen, (in FactView facts, bool isUnit) => ExplainTiers(chosen, request.Party, isUnit, facts, steps));
        foreach (var circumstance in result.Circumstances)
        {
            steps.Add(new(9, circumstance.Id, circumstance.Shall ? "shall" : "may", $"情节：{circumstance.Chinese}（{(circumstance.Shall ? "应当" : "可以")}{EffectName(circumstance.Effect)}）。", circumstance.Basis));
        }

        if (result.Level is { } level)
        {
            steps.Add(new(9, "level", DiscretionCodes.CodeOf(level), $"阶次：{DiscretionCodes.NameOf(level)}。", [levelBasis]));
        }

        ExplainBenchmark(result, chosen, steps);
        foreach (var kind in result.OtherKinds)
        {
            steps.Add(new(11, kind.Kind.Id, kind.Mandatory ? "mandatory" : "optional", $"{(kind.Mandatory ? "并处" : "可以处")}：{kind.Kind.Chinese}。", chosen.Law.Version.PenalizedBy));
        }

        foreach (var gate in result.Gates)
        {
            steps.Add(new(13, gate.Code, "required", gate.Because, [gate.Basis]));
        }

        foreach (var finding in result.Findings)
        {
            steps.Add(new(14, finding.Code, DiscretionCodes.CodeOf(finding.Severity), finding.Says, [finding.Basis]));
        }

        steps.Add(new(14, "outcome", DiscretionCodes.CodeOf(result.Outcome), $"结论：{DiscretionCodes.NameOf(result.Outcome)}。", chosen.Law.Version.PenalizedBy));
        return steps;
    }

    /// <summary>The facts that matter for a result: those of its tiers and bases, its exemptions, its serious-case rules and its overlays, each once.</summary>
    /// <param name="result">An assessment of this engine.</param>
    public IReadOnlyList<Fact> FactsThatMatter(Assessment result)
    {
        ArgumentNullException.ThrowIfNull(result);
        if (result.Chosen is not { } chosen)
        {
            return [];
        }

        var law = chosen.Law;
        var tiers = law.Fines.SelectMany(t => t).Concat(law.Others).ToArray();
        return [.. tiers.SelectMany(t => (t.Penalty.When?.Facts ?? []).Concat(t.Penalty.BaseFact is { } basis ? [basis] : []))
            .Concat(result.Exemptions.SelectMany(e => e.Entry.Conditions!.Facts))
            .Concat(law.SeriousRules.SelectMany(r => r.Any.Facts))
            .Concat(law.Overlays.SelectMany(o => o.When?.Facts ?? []))
            .Concat(law.Version.LimitationExtensionLikely ? [known.HarmfulConsequences] : [])
            .Concat([known.GoodsValue, known.IllegalIncome])
            .Where(f => f != known.PartyType && f.Id != "fineAmount")
            .Distinct()];
    }

    private delegate void FactsReader(in FactView facts, bool isUnit);

    /// <summary>Runs a reader on the facts as the evaluation saw them, derived ones included.</summary>
    private void WithFacts(Assessment result, VersionAssessment chosen, FactsReader read)
    {
        Span<byte> states = stackalloc byte[Facts.All.Count];
        Span<decimal> numbers = stackalloc decimal[Facts.Numbers];
        result.Request.Facts.View.States.CopyTo(states);
        result.Request.Facts.View.Numbers.CopyTo(numbers);
        Derive(result.Request.Party, states, numbers);
        ApplySeriousRules(chosen.Law, new VersionAssessment(chosen.Law), states, numbers);
        read(new FactView(states, numbers), states[known.PartyType.Index] == known.PartyTypeUnit);
    }

    private static void ExplainLimitation(Assessment result, VersionAssessment chosen, List<TraceStep> steps)
    {
        var found = result.Request.DiscoveryDate ?? result.Request.DecisionDate;
        var says = chosen.Limitation switch
        {
            LimitationState.InTime => $"追责时效至 {Day(chosen.LimitationEnd)}，{Day(found)} 发现，在时效内。",
            LimitationState.Past => $"追责时效至 {Day(chosen.LimitationEnd)}，{Day(found)} 发现，已经超过。",
            _ => $"追责时效至 {Day(chosen.LimitationEnd)}；是否超过尚待查明发现日或者危害后果。",
        };
        steps.Add(new(2, "limitation", chosen.Limitation switch { LimitationState.InTime => "pass", LimitationState.Past => "fail", _ => "unknown" }, says, [limitationBasis]));
    }

    private static void ExplainVersion(Assessment result, VersionAssessment chosen, List<TraceStep> steps)
    {
        var says = result.Choice is not { } choice
            ? $"适用版本 {chosen.Law.Version.Id}（行为时与决定时相同）。"
            : choice.NewerApplies
                ? $"行为时适用 {choice.Old.Id}，决定时已改为 {choice.Newer.Id}；新规定处理较轻，适用新规定。"
                : $"行为时适用 {choice.Old.Id}，决定时已改为 {choice.Newer.Id}；新规定并不较轻，适用行为时的规定。";
        steps.Add(new(3, "version", chosen.Law.Version.Id, says, [versionBasis]));
    }

    private static void ExplainCorrection(VersionAssessment chosen, List<TraceStep> steps)
    {
        var says = chosen.Law.Version.OrderToCorrect switch
        {
            OrderToCorrect.First => "法律规定先责令改正，拒不改正的才可以罚款。",
            OrderToCorrect.Concurrent => "处罚的同时应当责令改正。",
            _ => "本条没有专门规定责令改正；处罚时仍应当责令当事人改正。",
        };
        steps.Add(new(6, "order-to-correct", chosen.Law.Version.OrderToCorrect.ToString(), says, [correctBasis]));
    }

    private static void ExplainTiers(VersionAssessment chosen, PartyKind party, bool isUnit, in FactView facts, List<TraceStep> steps)
    {
        foreach (var tier in chosen.Law.Fines.SelectMany(t => t).Concat(chosen.Law.Others))
        {
            var penalty = tier.Penalty;
            if (!FallsOn(penalty.Subject, party, isUnit))
            {
                continue;
            }

            var truth = tier.On(facts, isUnit);
            var name = penalty.Kind.Id == PenaltyKindTable.Fine ? $"罚款（{NameOf(penalty.Subject)}，{Amount(penalty)}）" : penalty.Kind.Chinese;
            var failing = truth == Truth.True ? "" : "：" + string.Join("；", Blocking(penalty.When, facts).Concat(Blocking(tier.Overlay?.When, facts)));
            var says = truth switch
            {
                Truth.True => $"开启：{name}。",
                Truth.False => $"不开启：{name}{failing}。",
                _ => $"待定：{name}{failing}。",
            };
            if (truth == Truth.True && penalty.BaseFact is { } basis)
            {
                says = facts.Knows(basis)
                    ? $"开启：{name}；计算基数 {basis.Chinese} {DiscretionRules.Yuan(facts.NumberOf(basis))}{(penalty.BaseFloor is { } floor && facts.NumberOf(basis) < floor ? $"，不足 {DiscretionRules.Yuan(floor)} 元按 {DiscretionRules.Yuan(floor)} 元计算" : "")}。"
                    : $"开启：{name}；计算基数 {basis.Chinese} 待查明。";
            }

            IReadOnlyList<Citation> cited = tier.Overlay is { } overlay ? [overlay.Basis] : chosen.Law.Version.PenalizedBy;
            steps.Add(new(penalty.Kind.Id == PenaltyKindTable.Fine ? 8 : 11, penalty.Kind.Id, Word(truth), says, cited));
        }

        foreach (var tier in chosen.Bands)
        {
            steps.Add(new(8, "band", SubjectCodes.CodeOf(tier.Subject), $"{NameOf(tier.Subject)}罚款幅度：{DiscretionRules.Yuan(tier.Minimum)} 元至 {DiscretionRules.Yuan(tier.Maximum)} 元{(tier.HasPrintedMinimum ? "" : "（法律没有规定下限，不存在数额上的减轻）")}。", chosen.Law.Version.PenalizedBy));
        }

        if (chosen.Law.Others.Any(t => t.Penalty.Kind.Id == "confiscateIllegalIncome"))
        {
            steps.Add(new(7, "illegal-income", "refund-first", "违法所得除依法应当退赔的外予以没收；已退赔部分不没收，但仍计入倍数罚款的基数。", [illegalIncomeBasis]));
        }
    }

    private static List<string> Blocking(Condition? condition, in FactView facts)
    {
        var lines = new List<string>();
        if (condition is null)
        {
            return lines;
        }

        int leaf = 0;
        uint failed = 0, unknown = 0;
        condition.MarkLeaves(facts, ref leaf, ref failed, ref unknown);
        leaf = 0;
        foreach (var test in condition.Leaves)
        {
            if ((failed & (1u << leaf)) != 0)
            {
                lines.Add($"“{Describe(test)}”不成立");
            }
            else if ((unknown & (1u << leaf)) != 0)
            {
                lines.Add($"“{Describe(test)}”未查明");
            }

            leaf++;
        }

        return lines;
    }

    private static void ExplainBenchmark(Assessment result, VersionAssessment chosen, List<TraceStep> steps)
    {
        if (chosen.BenchmarkTier is { } tier)
        {
            steps.Add(new(10, tier.Benchmark.Id, tier.Name, $"适用裁量基准《{tier.Benchmark.Title}》“{tier.Name}”档。", [Citation.Parse("APL 34")]));
        }
        else
        {
            var profile = chosen.Profile;
            steps.Add(new(10, profile.Id, "profile", $"没有收录本事项现行有效的分档基准，按幅度规则 {profile.Document ?? profile.Id}：从轻为幅度的 {Percent(profile.LighterTo)} 以下，从重为 {Percent(profile.HeavierFrom)} 以上。", [Citation.Parse("APL 34"), levelBasis]));
        }

        if (result.Range is { } range)
        {
            steps.Add(new(10, "range", $"{range.From.ToString(CultureInfo.InvariantCulture)}-{range.To.ToString(CultureInfo.InvariantCulture)}", $"建议区间：{DiscretionRules.Yuan(range.From)} 元至 {DiscretionRules.Yuan(range.To)} 元。", [levelBasis]));
        }
    }

    /// <summary>A test as an officer reads it, for example 货值金额 不足 10,000 元.</summary>
    /// <param name="test">The test.</param>
    public static string Describe(Condition.Test test)
    {
        ArgumentNullException.ThrowIfNull(test);
        return test.Fact.Kind switch
        {
            FactKind.Boolean => test.Value == "true" ? test.Fact.Chinese : $"非“{test.Fact.Chinese}”",
            FactKind.Choice => $"{test.Fact.Chinese.Split(' ')[0]}为{test.Fact.LabelOf(test.Value)}",
            _ => $"{test.Fact.Chinese.Split('（')[0]}{test.Comparison switch { Comparison.Equal => "等于", Comparison.Less => "不足", Comparison.AtMost => "不超过", Comparison.More => "超过", _ => "达到" }} {DiscretionRules.Yuan(test.Number)} {test.Fact.Unit ?? ""}".TrimEnd(),
        };
    }

    /// <summary>The Chinese name of a subject.</summary>
    /// <param name="subject">The subject.</param>
    public static string NameOf(Subject subject) => subject switch
    {
        Subject.Party => "当事人",
        Subject.Unit => "单位",
        Subject.Individual => "个人",
        Subject.Association => "行业协会",
        _ => "责任人员",
    };

    /// <summary>The Chinese name of a party kind.</summary>
    /// <param name="party">The party kind.</param>
    public static string NameOf(PartyKind party) => party switch { PartyKind.Unit => "单位", PartyKind.Individual => "个人", _ => "个体工商户" };

    /// <summary>The amount of a fine as the law prints it, in Chinese.</summary>
    /// <param name="penalty">A fine.</param>
    public static string Amount(Penalty penalty)
    {
        ArgumentNullException.ThrowIfNull(penalty);
        string Sum(decimal value) => penalty.BaseFact is null
            ? value >= 10_000 && value % 1_000 == 0 ? $"{(value / 10_000).ToString("0.####", CultureInfo.InvariantCulture)}万元" : $"{DiscretionRules.Yuan(value)}元"
            : value < 1 ? Percent(value) : $"{value.ToString("0.####", CultureInfo.InvariantCulture)}倍";
        var of = penalty.BaseFact is { } fact ? fact.Chinese.Split('（')[0] + "的" : "";
        var range = penalty.Exact is { } exact ? Sum(exact) : penalty.Minimum is { } low ? $"{Sum(low)}以上{Sum(penalty.Maximum)}以下" : $"{Sum(penalty.Maximum)}以下";
        var floor = penalty.BaseFloor is { } least ? $"，不足{Yuan(least)}按{Yuan(least)}计算" : "";
        var cap = penalty.AbsoluteCap is { } most ? $"，最高不超过{Yuan(most)}" : "";
        return of + range + floor + cap;

        static string Yuan(decimal value) => value % 1_000 == 0 && value >= 10_000 ? $"{(value / 10_000).ToString("0.####", CultureInfo.InvariantCulture)}万元" : $"{DiscretionRules.Yuan(value)}元";
    }

    private static string EffectName(CircumstanceEffect effect) => effect switch
    {
        CircumstanceEffect.NoPenalty => "不予处罚",
        CircumstanceEffect.LighterOrMitigated => "从轻或者减轻处罚",
        CircumstanceEffect.MitigatedOrExempt => "减轻或者免除处罚",
        _ => "从重处罚",
    };

    private static string Word(Truth truth) => truth switch { Truth.True => "pass", Truth.False => "fail", _ => "unknown" };

    private static string Percent(decimal share) => $"{(share * 100).ToString("0.##", CultureInfo.InvariantCulture)}%";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
