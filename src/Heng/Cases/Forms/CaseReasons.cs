using System.Globalization;
using Heng.Discretion;
using Heng.Documents;
using Heng.Dossiers;
using Heng.Law;
using Heng.Law.Citations;
using Heng.Law.Discretion;
using Heng.Law.Matters;

namespace Heng.Cases.Forms;

/// <summary>Reasons of a case (说理): the sentences that follow from the facts of the file and the trace of the assessment, each with what it rests on.</summary>
internal sealed class CaseReasons
{
    private readonly CaseFile c;
    private readonly LawSet law;
    private readonly DateOnly on;

    private CaseReasons(CaseFile c, LawSet law, CaseAssessment assessment, DateOnly on, string? ground)
    {
        (this.c, this.law, this.on, Assessment) = (c, law, on, assessment);
        Ground = ground;
        Tried = assessment.Result.Exemptions.FirstOrDefault(e => e.Entry.Id == ground);
    }

    public CaseAssessment Assessment { get; }

    /// <summary>Id of the ground of no penalty.</summary>
    public string? Ground { get; }

    /// <summary>The entry of the list with its result; empty for a ground that no list gives.</summary>
    public ExemptionResult Tried { get; }

    public Exemption? Entry => Tried.Entry;

    /// <summary>The reasons of a dossier on a day; null while there are no facts.</summary>
    public static CaseReasons? Of(DossierFile file, DateOnly on, string region, string? ground)
        => CaseAssessment.Of(file, on, region) is { } assessment ? new CaseReasons(file.Part<CaseFile>(), file.Law, assessment, on, ground) : null;

    /// <summary>The evidence that the sentences rest on, in order.</summary>
    public IReadOnlyList<Evidence> EvidenceUsed
    {
        get
        {
            var numbers = c.Facts!.StoryEvidence.Concat(c.Facts.Entries.SelectMany(e => e.Evidence)).Concat(c.Facts.Circumstances.SelectMany(e => e.Evidence)).ToHashSet();
            return [.. c.Evidence.Where(e => numbers.Contains(e.Number) && e.IsSuitable)];
        }
    }

    /// <summary>What was found: the story and the facts beside it.</summary>
    public IReadOnlyList<Sentence> FactSentences()
    {
        var facts = c.Facts!;
        var sentences = new List<Sentence>
        {
            new($"经查明：{FormText.Closed(facts.Story)}{Behind(facts.StoryEvidence)}", [.. Of(facts.StoryEvidence), StoryHolds()]),
        };
        var conditions = Leaves().Select(l => l.Fact).ToHashSet();
        var names = conditions.Select(AssessmentWords.NameOf).ToHashSet(StringComparer.Ordinal);
        var rest = Assessment.Facts.Where(f => !conditions.Contains(f.Fact) && !names.Contains(Says(f))).ToArray();
        for (var i = 0; i < rest.Length; i++)
        {
            sentences.Add(new($"{(i == 0 ? "另查明：" : "")}{Says(rest[i])}，有{Listed(rest[i].Entry.Evidence)}证实{(i == rest.Length - 1 ? "。" : "；")}", [Fact(rest[i]), .. Of(rest[i].Entry.Evidence)], i == 0));
        }

        return sentences;
    }

    /// <summary>What the act is in law.</summary>
    public IReadOnlyList<Sentence> NatureSentences()
    {
        if (Assessment.Result.Version is not { } version)
        {
            return [new("依照行为发生时的规定，当事人的行为不构成违法。", [Article(Citation.Parse("APL 4"))])];
        }

        var request = Assessment.Result.Request;
        var sentences = new List<Sentence>
        {
            new($"当事人的上述行为属于“{request.Matter.Chinese}”，违反了{FormText.Cite(law, version.Violates)}的规定，其法律责任规定在{FormText.Cite(law, version.PenalizedBy)}。", [.. version.Violates.Concat(version.PenalizedBy).Distinct().Select(Article), StoryHolds()]),
        };
        if (Assessment.Result.Choice is { } choice)
        {
            sentences.Add(new(choice.NewerApplies ? "本案违法行为发生后有关规定已经修改，新的规定处理较轻，依照从旧兼从轻的原则，适用新的规定。" : "本案违法行为发生后有关规定已经修改，新的规定并不较轻，依照从旧兼从轻的原则，适用行为发生时的规定。", [Article(Citation.Parse("APL 37"))]));
        }

        if (Assessment.Result.Outcome is not (AssessmentOutcome.Barred or AssessmentOutcome.NotAViolation))
        {
            var found = request.DiscoveryDate ?? request.DecisionDate;
            sentences.Add(new($"违法行为{(request.ActEndDate is { } end && end != request.ActDate ? $"自{FormText.Day(request.ActDate)}至{FormText.Day(end)}" : $"发生于{FormText.Day(request.LastDayOfAct)}")}，本局于{FormText.Day(found)}发现，没有超过{FormText.Cite(law, Citation.Parse("APL 36"))}规定的期限。", [Article(Citation.Parse("APL 36"))]));
        }

        return sentences;
    }

    /// <summary>Why no penalty is given: the ground, then each condition with its evidence.</summary>
    public IReadOnlyList<Sentence> GroundSentences()
    {
        var request = Assessment.Result.Request;
        if (Ground == Exemptions.Limitation)
        {
            return [new($"违法行为终了于{FormText.Day(request.LastDayOfAct)}，本局于{FormText.Day(request.DiscoveryDate ?? on)}发现，已经超过{FormText.Cite(law, Citation.Parse("APL 36"))}规定的期限，不再给予行政处罚。", [Article(Citation.Parse("APL 36")), StoryHolds()])];
        }

        if (Ground == Exemptions.NotEstablished)
        {
            return [new($"现有证据不能证明当事人实施了“{request.Matter.Chinese}”的违法行为，依照{FormText.Cite(law, Citation.Parse("APL 57(1)#3"))}，违法事实不能成立的，不予行政处罚。", [Article(Citation.Parse("APL 57(1)#3")), StoryHolds()])];
        }

        if (Entry is not { } entry)
        {
            return [new("不予行政处罚的情形在现行清单中没有收录，请重新选择。", [new Support(SupportKind.Condition, Ground ?? "", "不予处罚的情形", false)])];
        }

        var statutory = BasisOf(entry);
        var sentences = new List<Sentence>
        {
            new($"{Stated(entry, statutory)}{(IsStatutory(entry) ? "" : $"{ListOf(entry)}将“{entry.Chinese}”列为{(entry.Shall ? "应当" : "可以")}不予行政处罚的情形。")}本局对照{(IsStatutory(entry) ? "法定条件" : "清单所列条件")}逐项审查如下：", [.. statutory.Select(Article), new Support(SupportKind.Condition, entry.Id, entry.Chinese, Tried.Truth == Truth.True)]),
        };
        var number = 0;
        foreach (var leaf in Leaves())
        {
            var view = Assessment.Facts.FirstOrDefault(f => f.Fact == leaf.Fact);
            var holds = view is not null && leaf.On(request.Facts) == Truth.True;
            var evidence = view?.Entry.Evidence ?? [];
            sentences.Add(new(
                $"（{ChineseNumber.Write(++number)}）关于“{Condition(leaf)}”。{Weighed(leaf)}{Shown(evidence)}据此认定该项条件成立。",
                [new Support(SupportKind.Condition, $"{entry.Id}/{leaf.Fact.Id}", Condition(leaf), holds), .. view is null ? [] : new[] { Fact(view) }, .. Of(evidence)]));
        }

        sentences.Add(new($"综上，当事人的行为符合{(IsStatutory(entry) ? $"“{entry.Chinese}”" : $"{ListOf(entry)}“{entry.Chinese}”所列")}的全部条件。", [new Support(SupportKind.Condition, entry.Id, entry.Chinese, Tried.Truth == Truth.True), .. statutory.Select(Article)]));
        return sentences;
    }

    /// <summary>The factors weighed beside the conditions; empty when there are none.</summary>
    public IReadOnlyList<Sentence> FactorSentences()
    {
        var sentences = new List<Sentence>();
        foreach (var circumstance in Assessment.Result.Circumstances)
        {
            var evidence = c.Facts!.Circumstances.FirstOrDefault(e => e.Fact == circumstance.Id)?.Evidence ?? [];
            sentences.Add(new($"当事人具有“{circumstance.Chinese}”的情节{(evidence.Count > 0 ? $"，有{Listed(evidence)}证实" : "")}。", [new Support(SupportKind.Factor, circumstance.Id, circumstance.Chinese), .. circumstance.Basis.Select(Article), .. Of(evidence)]));
        }

        foreach (var soft in c.Facts!.SoftFactors)
        {
            sentences.Add(new($"本局同时考虑了{soft.Name}（{FormText.Open(soft.Figure)}{(soft.Source.Length > 0 ? "，来源：" + FormText.Open(soft.Source) : "")}），该因素{(soft.Lighter ? "有利于" : "不利于")}从宽处理，只在法律规定的范围内考虑。", [new Support(SupportKind.Factor, soft.Name, soft.Name)]));
        }

        return sentences;
    }

    /// <summary>The statutory articles behind an entry.</summary>
    public static IReadOnlyList<Citation> BasisOf(Exemption entry) => entry.Kind switch
    {
        "statutoryMinor" or "statutoryFirst" or "statutoryNoFault" => entry.Basis,
        "firstViolation" or "minor" => [Citation.Parse("APL 33(1)"), .. entry.Basis.Where(b => b != Citation.Parse("APL 33(1)"))],
        _ => entry.Basis.Count > 0 ? entry.Basis : [Citation.Parse("APL 33(2)")],
    };

    /// <summary>The leaves that carry the ground: those that hold; while it does not hold, all.</summary>
    public IEnumerable<Condition.Test> Leaves()
    {
        var leaves = Entry?.Conditions?.Leaves ?? [];
        return Tried.Truth == Truth.True && Entry is not null ? leaves.Where(l => l.On(Assessment.Result.Request.Facts) == Truth.True) : leaves;
    }

    /// <summary>A fact as a sentence says it.</summary>
    public static string Says(FactView view)
    {
        var name = AssessmentWords.NameOf(view.Fact);
        return view.Fact.Kind switch
        {
            FactKind.Boolean => view.Entry.Value == "true" ? name : Not(name),
            FactKind.Choice => $"{name}为{view.ValueText}",
            _ when view.Fact.Unit == "元" => $"{name}为{FormText.Sum(decimal.Parse(view.Entry.Value, CultureInfo.InvariantCulture))}",
            _ => $"{name}为{view.ValueText.Replace(" ", "", StringComparison.Ordinal)}",
        };
    }

    public Support Article(Citation citation) => new(SupportKind.Article, citation.ToString(), FormText.Cite(law, citation), law.Instruments.Find(citation.Instrument)?.TextOn(on) is not null || law.Instruments.Find(citation.Instrument)?.TextOn(Assessment.Result.Request.LastDayOfAct) is not null);

    private static string Condition(Condition.Test leaf) => leaf.Fact.Kind == FactKind.Boolean ? leaf.Value == "true" ? AssessmentWords.NameOf(leaf.Fact) : Not(AssessmentWords.NameOf(leaf.Fact)) : DiscretionEngine.Describe(leaf).Replace(" ", "", StringComparison.Ordinal);

    private static string Not(string name) => name[0] switch
    {
        '有' => "没" + name,
        '造' or '发' or '实' or '提' or '拒' or '超' => "没有" + name,
        '属' => "不" + name,
        _ => $"不存在“{name}”的情形",
    };

    /// <summary>What the statute says of the ground, where the table of reasons holds it.</summary>
    private string Stated(Exemption entry, IReadOnlyList<Citation> statutory)
    {
        var id = entry.Kind switch { "statutoryMinor" or "minor" => "minor", "statutoryFirst" or "firstViolation" => "first", "statutoryNoFault" => "noFault", _ => null };
        return id is not null && law.Reasoning.Ground(id) is { } ground
            ? $"{FormText.Cite(law, ground.Basis)}规定，{ground.Chinese}的，{(id == "first" ? "可以" : "")}不予行政处罚。"
            : $"{FormText.Cite(law, statutory)}对{(entry.Shall ? "应当" : "可以")}不予行政处罚的情形作了规定。";
    }

    private static bool IsStatutory(Exemption entry) => entry.Kind.StartsWith("statutory", StringComparison.Ordinal);

    private static string ListOf(Exemption entry) => entry.List.StartsWith('《') ? entry.List : $"《{entry.List.Split('（')[0]}》";

    /// <summary>The sums and the duration that bear on how light a violation is.</summary>
    private string Weighed(Condition.Test leaf)
    {
        if (leaf.Fact.Id is not ("minorViolation" or "slightHarm" or "smallQuantity"))
        {
            return "";
        }

        var request = Assessment.Result.Request;
        var parts = Assessment.Facts.Where(f => f.Fact.Kind == FactKind.Number && f.Support.Suitable > 0).Select(f => $"{AssessmentWords.NameOf(f.Fact)}{f.ValueText.Replace(" ", "", StringComparison.Ordinal)}").ToList();
        var days = request.LastDayOfAct.DayNumber - request.ActDate.DayNumber + 1;
        parts.Add(days > 1 ? $"违法行为持续{days.ToString(CultureInfo.InvariantCulture)}日" : "违法行为仅在当日发生");
        return $"本案{string.Join("，", parts)}。";
    }

    private string Shown(IReadOnlyList<int> numbers)
    {
        var shown = c.Evidence.Where(e => numbers.Contains(e.Number) && e.IsSuitable).Select(e => $"{e.Name}（证据{e.Number.ToString(CultureInfo.InvariantCulture)}）{Proving(e.Proves)}").ToArray();
        return shown.Length == 0 ? "没有合格的证据。" : string.Join("；", shown) + "。";
    }

    private static string Proving(string proves)
    {
        var open = FormText.Open(proves.Replace("…", "", StringComparison.Ordinal));
        return open.StartsWith("证明", StringComparison.Ordinal) ? open : $"证明：{open}";
    }

    /// <summary>Only what counts is named; what was excluded shows among the supports.</summary>
    private string Listed(IEnumerable<int> numbers) => string.Join("、", c.Suitable(numbers).Select(e => "证据" + e.Number.ToString(CultureInfo.InvariantCulture)));

    private string Behind(IReadOnlyList<int> numbers) => numbers.Count == 0 ? "" : $"（{Listed(numbers)}）";

    private Support StoryHolds() => new(SupportKind.Fact, "story", "违法事实经过", c.Suitable(c.Facts!.StoryEvidence).Any());

    private static Support Fact(FactView view) => new(SupportKind.Fact, view.Fact.Id, AssessmentWords.NameOf(view.Fact), view.Support.Suitable > 0);

    private IEnumerable<Support> Of(IEnumerable<int> numbers) => numbers.Select(n => c.Evidence.FirstOrDefault(e => e.Number == n) is { } e
        ? new Support(SupportKind.Evidence, n.ToString(CultureInfo.InvariantCulture), e.Label, e.IsSuitable)
        : new Support(SupportKind.Evidence, n.ToString(CultureInfo.InvariantCulture), $"证据{n.ToString(CultureInfo.InvariantCulture)}", false));
}
