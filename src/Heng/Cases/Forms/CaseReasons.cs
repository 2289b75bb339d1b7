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
    private const string Spoken = "被询问人陈述：";
    private static readonly Citation proportionality = Citation.Parse("APL 5(2)");

    private readonly CaseFile c;
    private readonly LawSet law;
    private readonly DateOnly on;
    private readonly CaseChecks checks;

    private CaseReasons(DossierFile file, CaseAssessment assessment, DateOnly on, string? ground)
    {
        (c, checks, law, this.on, Assessment) = (file.Part<CaseFile>(), file.Part<CaseChecks>(), file.Law, on, assessment);
        Ground = ground;
        Tried = assessment.Result.Exemptions.FirstOrDefault(e => e.Entry.Id == ground);
    }

    public CaseAssessment Assessment { get; }

    /// <summary>Id of the ground of no penalty.</summary>
    public string? Ground { get; }

    /// <summary>The entry of the list with its result; empty for a ground that no list gives.</summary>
    public ExemptionResult Tried { get; }

    public Exemption? Entry => Tried.Entry;

    /// <summary>The circumstance in the person that is the ground; null for another ground, or when it does not count.</summary>
    public Circumstance? Circumstance => Ground is { } id && Exemptions.Personal.ContainsKey(id) ? Assessment.Result.Circumstances.FirstOrDefault(x => x.Id == id) : null;

    /// <summary>Whether the ground holds.</summary>
    public bool Holds => Ground is Exemptions.Limitation or Exemptions.NotEstablished || Circumstance is not null || Tried.Truth == Truth.True;

    /// <summary>The reasons of a dossier on a day; null while there are no facts.</summary>
    public static CaseReasons? Of(DossierFile file, DateOnly on, string region, string? ground)
        => CaseAssessment.Of(file, on, region) is { } assessment ? new CaseReasons(file, assessment, on, ground) : null;

    /// <summary>What is applied, in the words of the file: the entry of the list, or the article of the statute.</summary>
    public string Applied => Entry is not { } entry ? "" : IsStatutory(entry) ? FormText.Cite(law, BasisOf(entry)) : $"{ListOf(entry)}“{entry.Chinese}”";

    /// <summary>The evidence that the sentences rest on, in order.</summary>
    public IReadOnlyList<Evidence> EvidenceUsed
    {
        get
        {
            var numbers = c.Facts!.StoryEvidence.Concat(c.Facts.Entries.SelectMany(e => e.Evidence)).Concat(c.Facts.Circumstances.SelectMany(e => e.Evidence)).Concat(checks.GainEvidence).ToHashSet();
            return [.. c.Evidence.Where(e => numbers.Contains(e.Number) && e.IsSuitable)];
        }
    }

    /// <summary>What was found: the story and the facts beside it.</summary>
    /// <param name="elsewhere">Facts of which the document speaks in another place.</param>
    public IReadOnlyList<Sentence> FactSentences(Func<FactView, bool>? elsewhere = null)
    {
        var facts = c.Facts!;
        var sentences = new List<Sentence>
        {
            new($"经查明：{FormText.Closed(facts.Story)}{Behind(facts.StoryEvidence)}", [.. Of(facts.StoryEvidence), StoryHolds()]),
        };
        var conditions = Leaves().Select(l => l.Fact).ToHashSet();
        var names = conditions.Select(AssessmentWords.NameOf).ToHashSet(StringComparer.Ordinal);
        var rest = Assessment.Facts.Where(f => !conditions.Contains(f.Fact) && !names.Contains(Says(f)) && elsewhere?.Invoke(f) != true).DistinctBy(Says).ToArray();
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
            new($"本局认为，当事人的上述行为违反了{FormText.Cite(law, version.Violates)}的规定，属于“{request.Matter.Chinese}”的违法行为，其法律责任规定在{FormText.Cite(law, version.PenalizedBy)}。", [.. version.Violates.Concat(version.PenalizedBy).Distinct().Select(Article), StoryHolds()]),
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

        if (Circumstance is { } personal)
        {
            var (cited, shown) = (FormText.Cite(law, personal.Basis), c.Facts!.Circumstances.FirstOrDefault(e => e.Fact == personal.Id)?.Evidence ?? []);
            return [new($"{cited}对当事人{personal.Chinese}的情形规定不予行政处罚。经审查，当事人实施行为时属于该情形：{Shown(shown, [])}", [.. personal.Basis.Select(Article), new Support(SupportKind.Condition, personal.Id, personal.Chinese), .. Of(shown)])];
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
        var quoted = new HashSet<int>();
        foreach (var group in Leaves().Select(l => (Leaf: l, View: Assessment.Facts.FirstOrDefault(f => f.Fact == l.Fact))).GroupBy(x => IsOfHarm(x.Leaf) ? $"harm {string.Join(',', x.View?.Entry.Evidence ?? [])}" : x.Leaf.Fact.Id))
        {
            var tests = group.ToArray();
            var (leaf, view) = tests[0];
            var holds = tests.All(t => t.View is not null && t.Leaf.On(request.Facts) == Truth.True);
            var evidence = view?.Entry.Evidence ?? [];
            var named = string.Join("，", tests.Select(t => Condition(t.Leaf)).Distinct());
            sentences.Add(new(
                $"（{ChineseNumber.Write(++number)}）{named}。{Found(leaf, named, view, holds, quoted)}",
                [
                    .. tests.Select(t => new Support(SupportKind.Condition, $"{entry.Id}/{t.Leaf.Fact.Id}", Condition(t.Leaf), t.View is not null && t.Leaf.On(request.Facts) == Truth.True)),
                    .. tests.Select(t => t.View).OfType<FactView>().Select(Fact),
                    .. Of(evidence),
                ]));
        }

        var condition = new Support(SupportKind.Condition, entry.Id, entry.Chinese, Tried.Truth == Truth.True);
        sentences.Add(new(
            $"综上，当事人的行为{(IsStatutory(entry) ? "" : $"符合{ListOf(entry)}“{entry.Chinese}”所列的全部条件，")}{(StatuteOf(entry) is { } ground ? $"属于{FormText.Cite(law, ground.Basis)}规定的{ground.Chinese}的情形" : "符合规定的全部条件")}，依法{(entry.Shall ? "应当" : "可以")}不予行政处罚。",
            [condition, .. statutory.Select(Article)]));
        if (!entry.Shall)
        {
            var heavier = Assessment.Result.Circumstances.Any(x => x.Effect == CircumstanceEffect.Heavier);
            sentences.Add(new(
                $"对于可以不予行政处罚的情形，本局在裁量时还考虑了下列因素：{(heavier ? "" : "没有查到从重处罚的情节；")}{(Leaves().Any(l => Exemptions.CorrectionFacts.Contains(l.Fact.Id)) ? "违法行为已经改正；" : "")}对当事人进行教育，足以使其了解法律规定、防止再次发生同类违法行为。不予行政处罚与违法行为的事实、性质、情节以及社会危害程度相当，符合{FormText.Cite(law, proportionality)}的规定。",
                [condition, Article(proportionality)]));
        }

        return sentences;
    }

    /// <summary>The factors weighed beside the conditions; empty when there are none.</summary>
    public IReadOnlyList<Sentence> FactorSentences()
    {
        var sentences = new List<Sentence>();
        foreach (var circumstance in Assessment.Result.Circumstances.Where(x => x.Id != Ground))
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
            FactKind.Boolean => view.Entry.Value != "true" ? Not(name) : view.Fact.Id == "intentional" ? "违法行为系故意实施" : name,
            FactKind.Choice => $"{name}为{view.ValueText}",
            _ when view.Fact.Unit == "元" => $"{name}为{FormText.Sum(decimal.Parse(view.Entry.Value, CultureInfo.InvariantCulture))}",
            _ => $"{name}为{view.ValueText.Replace(" ", "", StringComparison.Ordinal)}",
        };
    }

    /// <summary>An article as support: whether its text was in force.</summary>
    public Support Article(Citation citation) => new(SupportKind.Article, citation.ToString(), FormText.Cite(law, citation), law.Instruments.Find(citation.Instrument)?.TextOn(on) is not null || law.Instruments.Find(citation.Instrument)?.TextOn(Assessment.Result.Request.LastDayOfAct) is not null);

    private static string Condition(Condition.Test leaf) => leaf.Fact.Kind == FactKind.Boolean ? leaf.Value == "true" ? AssessmentWords.NameOf(leaf.Fact) : Not(AssessmentWords.NameOf(leaf.Fact)) : DiscretionEngine.Describe(leaf).Replace(" ", "", StringComparison.Ordinal);

    private static string Not(string name) => name[0] switch
    {
        '有' => "没" + name,
        '造' or '发' or '实' or '提' or '拒' or '超' or '引' => "没有" + name,
        '属' => "不" + name,
        '情' => "不属于" + name,
        '证' => "没有" + name,
        '初' => "不是" + name,
        '及' => "没有" + name,
        _ when name.EndsWith("轻微", StringComparison.Ordinal) => name[..^2] + "不属于轻微",
        _ when name.StartsWith("没有", StringComparison.Ordinal) => "不能认定" + name,
        _ when name.EndsWith("环节", StringComparison.Ordinal) => "不属于" + name,
        _ => $"不存在“{name}”的情形",
    };

    /// <summary>What the statute says of the ground, where the table of reasons holds it.</summary>
    private string Stated(Exemption entry, IReadOnlyList<Citation> statutory)
    {
        return StatuteOf(entry) is { } ground
            ? $"{FormText.Cite(law, ground.Basis)}规定，{ground.Chinese}的，{(entry.Kind is "statutoryFirst" or "firstViolation" ? "可以" : "")}不予行政处罚。"
            : $"{FormText.Cite(law, statutory)}对{(entry.Shall ? "应当" : "可以")}不予行政处罚的情形作了规定。";
    }

    /// <summary>The ground of the statute behind an entry, in its words.</summary>
    private Law.Reasoning.NoPenaltyGround? StatuteOf(Exemption entry)
        => entry.Kind switch { "statutoryMinor" or "minor" => "minor", "statutoryFirst" or "firstViolation" => "first", "statutoryNoFault" => "noFault", _ => null } is { } id ? law.Reasoning.Ground(id) : null;

    private static bool IsStatutory(Exemption entry) => entry.Kind.StartsWith("statutory", StringComparison.Ordinal);

    private static string ListOf(Exemption entry) => entry.List.StartsWith('《') ? entry.List : $"《{entry.List.Split('（')[0]}》";

    /// <summary>The sums and the duration that bear on how light a violation is.</summary>
    private string Weighed()
    {
        var request = Assessment.Result.Request;
        var parts = Assessment.Facts.Where(f => f.Fact.Kind == FactKind.Number && f.Support.Suitable > 0).Select(f => $"{AssessmentWords.NameOf(f.Fact)}{f.ValueText.Replace(" ", "", StringComparison.Ordinal)}").ToList();
        var days = request.LastDayOfAct.DayNumber - request.ActDate.DayNumber + 1;
        parts.Add(days > 1 ? $"违法行为持续{days.ToString(CultureInfo.InvariantCulture)}日" : "违法行为仅在当日发生");
        return $"本案{string.Join("，", parts)}。";
    }

    /// <summary>What was found on a condition: the evidence, then what follows from it for this condition.</summary>
    private string Found(Condition.Test leaf, string condition, FactView? view, bool holds, HashSet<int> quoted)
    {
        var evidence = view?.Entry.Evidence ?? [];
        var shown = Shown(evidence, quoted);
        if (view is null || !holds || !c.Suitable(evidence).Any())
        {
            return $"{shown}该项条件没有得到证明。";
        }

        return leaf.Fact.Id switch
        {
            "minorViolation" => $"{Weighed()}{shown}从违法行为的数额、持续时间和情节看，应当认定为违法行为轻微。",
            "slightHarm" => $"{Weighed()}{shown}据此，应当认定为危害后果轻微。",
            "firstViolation" => $"{shown}应当认定为初次违法。",
            "sameEntityNoSameKindWithinTwoYears" => $"{shown}应当认定同一主体两年内没有同类违法行为。",
            _ when IsOfHarm(leaf) => $"{shown}在案证据没有反映该行为造成人身、财产损害或者其他危害后果，应当认定{condition}。",
            _ when Exemptions.CorrectionFacts.Contains(leaf.Fact.Id) && c.Corrections.LastOrDefault(x => x is { Corrected: true, CheckedOn: not null }) is { } done
                => $"{FormText.Day(done.OrderedOn)}，本局责令当事人{(done.DueOn == done.OrderedOn ? "立即" : $"于{FormText.Day(done.DueOn)}前")}改正；{(done.CheckedOn == done.OrderedOn ? "同日" : FormText.Day(done.CheckedOn))}，执法人员核查改正情况。{shown}应当认定{(leaf.Fact.Id == "correctedPromptly" ? "为及时改正" : condition)}。",
            _ when leaf.Fact.Kind == FactKind.Number => $"{Says(view)}，有{string.Join("、", c.Suitable(evidence).Select(Named))}证实，符合该项条件。",
            _ => $"{shown}足以认定{condition}。",
        };
    }

    /// <summary>Whether a condition says that some harm did not come about.</summary>
    private static bool IsOfHarm(Condition.Test leaf) => leaf.Fact.Id is "noHarm" or "harmfulConsequences" or "foodSafetyAccident" or "foodborneDisease" or "actualConsumerHarm";

    /// <summary>What the evidence shows: its content the first time, then only its name.</summary>
    private string Shown(IReadOnlyList<int> numbers, HashSet<int> quoted)
    {
        var suitable = c.Suitable(numbers).ToArray();
        if (suitable.Length == 0)
        {
            return "没有合格的证据。";
        }

        var before = suitable.Where(e => quoted.Contains(e.Number)).ToArray();
        var now = suitable.Where(e => quoted.Add(e.Number)).Select(e => Named(e) + Proving(e.Proves));
        return string.Join("；", before.Length == 0 ? now : now.Prepend($"前述{string.Join("、", before.Select(Named))}可以印证")) + "。";
    }

    private static string Named(Evidence e) => $"{e.Name}（证据{e.Number.ToString(CultureInfo.InvariantCulture)}）";

    private static string Proving(string proves)
    {
        var open = FormText.Open(proves.Replace("…", "", StringComparison.Ordinal));
        return open.StartsWith("证明", StringComparison.Ordinal) ? open : open.StartsWith(Spoken, StringComparison.Ordinal) ? $"中，{Spoken}“{open[Spoken.Length..]}”" : $"证明：{open}";
    }

    /// <summary>Only what counts is named; what was excluded shows among the supports.</summary>
    public string Listed(IEnumerable<int> numbers) => string.Join("、", c.Suitable(numbers).Select(e => "证据" + e.Number.ToString(CultureInfo.InvariantCulture)));

    /// <summary>The evidence in brackets; nothing where there is none.</summary>
    public string Behind(IReadOnlyList<int> numbers) => numbers.Count == 0 ? "" : $"（{Listed(numbers)}）";

    /// <summary>The story as support.</summary>
    public Support StoryHolds() => new(SupportKind.Fact, "story", "违法事实经过", c.Suitable(c.Facts!.StoryEvidence).Any());

    /// <summary>A fact as support.</summary>
    public static Support Fact(FactView view) => new(SupportKind.Fact, view.Fact.Id, AssessmentWords.NameOf(view.Fact), view.Support.Suitable > 0);

    /// <summary>Evidence as supports.</summary>
    public IEnumerable<Support> Of(IEnumerable<int> numbers) => numbers.Select(n => c.Evidence.FirstOrDefault(e => e.Number == n) is { } e
        ? new Support(SupportKind.Evidence, n.ToString(CultureInfo.InvariantCulture), e.Label, e.IsSuitable)
        : new Support(SupportKind.Evidence, n.ToString(CultureInfo.InvariantCulture), $"证据{n.ToString(CultureInfo.InvariantCulture)}", false));
}
