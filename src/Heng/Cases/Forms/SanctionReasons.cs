using System.Globalization;
using Heng.Cases.Steps.Checks;
using Heng.Cases.Steps.Proposal;
using Heng.Discretion;
using Heng.Documents;
using Heng.Dossiers;
using Heng.Law;
using Heng.Law.Citations;
using Heng.Law.Codes;
using Heng.Law.Discretion;
using Heng.Law.Matters;
using Heng.Law.Penalties;
using Heng.Law.Reasoning;

namespace Heng.Cases.Forms;

/// <summary>Reasons of a penalty (处罚说理): why a penalty at all, which level, which sum; each sentence from the trace of the assessment or from what the officer wrote.</summary>
internal sealed class SanctionReasons
{
    private const string Deviation = "deviation";
    private static readonly Citation discretion = Citation.Parse("SDO");
    private static readonly Citation mitigation = Citation.Parse("APL 32");
    private static readonly Citation proportionality = Citation.Parse("APL 5(2)");

    private readonly CaseReasons reasons;
    private readonly SanctionAct act;
    private readonly DossierFile file;
    private readonly LawSet law;
    private readonly Assessment result;
    private readonly PenaltyCourse course;
    private readonly CaseChecks checks;
    private readonly bool isProposed;

    /// <summary>The reasons of a penalty.</summary>
    /// <param name="reasons">The reasons of the case.</param>
    /// <param name="act">The act that names the penalty.</param>
    /// <param name="file">The dossier as it was then.</param>
    /// <param name="isProposed">Whether the document proposes it, as report and notice do.</param>
    public SanctionReasons(CaseReasons reasons, SanctionAct act, DossierFile file, bool isProposed)
    {
        (this.reasons, this.act, this.file, law, result) = (reasons, act, file, file.Law, reasons.Assessment.Result);
        (course, checks, Sanction, this.isProposed) = (file.Part<CaseFile>().Course, file.Part<CaseChecks>(), act.Sanction, isProposed);
    }

    /// <summary>What is imposed.</summary>
    public Sanction Sanction { get; }

    /// <summary>Where the law provides the penalty.</summary>
    public IReadOnlyList<Citation> Basis => [.. (result.Version?.PenalizedBy ?? []).Concat(PersonalBand?.Overlay is { } overlay ? [overlay] : []).Concat(IsMitigated ? MitigatedBy.Basis.DefaultIfEmpty(mitigation) : []).Distinct()];

    /// <summary>What may be fined on a responsible person; null where nobody is fined beside the party.</summary>
    private Band? PersonalBand => Sanction.Personal.Count == 0 ? null : result.Fines.FirstOrDefault(f => f.Subject == Subject.ResponsiblePerson);

    private bool IsMitigated => act.Marks.Contains(PenaltyMarks.Mitigated);

    private bool Deviates => act.Marks.Contains(PenaltyMarks.Deviation);

    /// <summary>Name and article of what allows a fine below the minimum.</summary>
    private (string Name, IReadOnlyList<Citation> Basis) MitigatedBy
        => result.Circumstances.FirstOrDefault(c => c.Id == act.MitigationGround) is { } circumstance ? (circumstance.Chinese, circumstance.Basis)
            : result.Exemptions.FirstOrDefault(e => e.Entry?.Id == act.MitigationGround).Entry is { } entry ? (entry.Chinese, entry.Basis) : ("", []);

    /// <summary>Whether a fact is weighed in the reasons, or said by another, and not told among the facts.</summary>
    public bool IsWeighed(FactView view)
        => (view.Entry.Value == "false" && FailedConditions.Contains(view))
            || (view is { Fact.Id: "hasIllegalIncome", Entry.Value: "true" } && Known("illegalIncome") is not null)
            || (view.Fact.Id == "illegalIncome" && Known("hasIllegalIncome")?.Entry.Value == "false");

    /// <summary>Why this penalty: exemption considered, circumstances, statute and range, the sum, what was argued, proportion.</summary>
    public IReadOnlyList<Sentence> Sentences()
        => [.. Unexempted(), .. Circumstances(), .. Statute(), .. Range(), .. Sum(), .. Persons(), .. Gain(), .. Argued(), Proportion()];

    /// <summary>What is imposed, each kind with its sum.</summary>
    public IReadOnlyList<string> Items()
    {
        var items = new List<string>();
        var goods = Sanction.ConfiscatedGoods;
        foreach (var id in Sanction.OtherKinds)
        {
            var name = NameOf(id);
            items.Add(PenaltyKinds.IsOfGoods(id) && goods > Money.Zero ? $"{name}，价值{FormText.Sum(goods)}{(Lists.Length > 0 ? $"，见财物清单（{Lists}）" : "")}" : name);
            goods = PenaltyKinds.IsOfGoods(id) ? Money.Zero : goods;
        }

        items.AddRange(Sums().Select(s => $"{s.Name}{FormText.Sum(s.Sum)}"));
        items.AddRange(Sanction.Personal.Select(p => $"对{p.Post}{p.Name}罚款{FormText.Sum(p.Fine)}"));
        return items;
    }

    /// <summary>The goods that are confiscated, line by line; empty when none are.</summary>
    public IReadOnlyList<CaseGoods> Goods => Sanction.OtherKinds.Any(PenaltyKinds.IsOfGoods) ? [.. file.Part<CaseFile>().Goods.Where(g => g.Counts)] : [];

    private string Lists => string.Join("、", Goods.Select(g => g.List).Distinct());

    /// <summary>The sums that the party pays.</summary>
    public IEnumerable<(string Name, Money Sum)> Sums()
    {
        if (Sanction.ConfiscatedGain > Money.Zero)
        {
            yield return (NameOf(result.OtherKinds.Select(k => k.Kind.Id).FirstOrDefault(PenaltyKinds.IsOfGain) ?? "confiscateIllegalIncome"), Sanction.ConfiscatedGain);
        }

        if (Sanction.Fine > Money.Zero)
        {
            yield return (NameOf(PenaltyKindTable.Fine), Sanction.Fine);
        }
    }

    /// <summary>The items as numbered sentences after a first one.</summary>
    /// <param name="first">What is done.</param>
    public IReadOnlyList<Sentence> ItemSentences(string first)
    {
        var items = Items();
        return
        [
            new(first, [.. Basis.Select(reasons.Article), reasons.StoryHolds()]),
            .. items.Select((item, n) => new Sentence($"{(items.Count == 1 ? "" : $"（{ChineseNumber.Write(n + 1)}）")}{item}{(n == items.Count - 1 ? "。" : "；")}", [.. (result.Version?.PenalizedBy ?? []).Select(reasons.Article)])),
        ];
    }

    /// <summary>The structure that the review of reasons looks at: findings, conclusions, discretion.</summary>
    /// <param name="kind">Notice or decision.</param>
    /// <param name="on">Day of the document.</param>
    public ReasonedDocument Structure(DocumentKind kind, DateOnly on)
    {
        var c = file.Part<CaseFile>();
        var used = reasons.EvidenceUsed;
        var views = reasons.Assessment.Facts.Where(f => f.Support.Suitable > 0).ToArray();
        var found = reasons.Assessment.Circumstances.Where(x => x.Support.Suitable > 0).ToArray();
        var leaves = Deviates ? Deviation : null;
        Law.Reasoning.Finding[] findings =
        [
            new("story", FormText.Closed(c.Facts!.Story), Ids(c.Facts.StoryEvidence)),
            .. views.Select(v => new Law.Reasoning.Finding(v.Fact.Id, CaseReasons.Says(v), Ids(v.Entry.Evidence))),
            .. found.Select(x => new Law.Reasoning.Finding(x.Circumstance.Id, x.Circumstance.Chinese, Ids(x.Evidence.Select(e => e.Number)))),
            .. leaves is null ? [] : new[] { new Law.Reasoning.Finding(leaves, act.Deviation ?? "", Ids(c.Facts.StoryEvidence)) },
        ];
        var version = result.Version;
        var later = result.Choice?.NewerApplies == true;
        string[] numbers = [.. views.Where(v => v.Fact.Kind == FactKind.Number).Select(v => v.Fact.Id)];
        List<Conclusion> conclusions =
        [
            new("nature", ConclusionRole.Violation, "违法行为的性质", ["story", .. numbers], version?.Violates ?? [], [], later),
            new("consequence", ConclusionRole.Consequence, Penalties.Say(Sanction, file), [.. findings.Select(f => f.Id)], Basis, result.BenchmarkTier is { } tier ? [tier.Benchmark.Id] : [], later),
        ];
        if (Sanction.ConfiscatedGain > Money.Zero)
        {
            conclusions.Add(new("gain", ConclusionRole.Calculation, "违法所得的认定", views.Any(v => v.Fact.Id == "illegalIncome") ? ["illegalIncome"] : ["story"], checks.Gain is { } gain ? [.. GainArticles(gain)] : [Citation.Parse("APL 28(2)")], []));
        }

        return new ReasonedDocument(kind, result.Request.LastDayOfAct, on)
        {
            Evidence = [.. used.Select(e => new Law.Reasoning.Evidence("E" + Number(e.Number), e.Proves, e.IsSuitable))],
            Findings = findings,
            Conclusions = conclusions,
            Discretion = new DiscretionReasoning(DegreeOf(), string.Concat(Sentences().Select(s => s.Text)), [.. Factors([.. findings.Select(f => f.Id)], leaves)], Constituents(views)),
            Sanction = Sanction,
            CorrectionIsSettled = c.Corrections.Count > 0 || views.Any(v => Exemptions.CorrectionFacts.Contains(v.Fact.Id) && v.Entry.Value == "true"),
        };

        string[] Ids(IEnumerable<int> evidence) => [.. evidence.Where(n => used.Any(e => e.Number == n)).Select(n => "E" + Number(n))];
    }

    /// <summary>The facts that are conditions of an exemption of the statute and do not hold.</summary>
    private IReadOnlyList<FactView> FailedConditions
        => [.. StatutoryExemptions.Where(e => e.Truth == Truth.False).SelectMany(e => e.Failed).Select(l => l.Fact).Distinct()
            .Select(f => reasons.Assessment.Facts.FirstOrDefault(v => v.Fact == f && v.Support.Suitable > 0)).OfType<FactView>()];

    private IEnumerable<ExemptionResult> StatutoryExemptions => result.Exemptions.Where(e => e.Entry.Kind.StartsWith("statutory", StringComparison.Ordinal));

    private IEnumerable<Sentence> Unexempted()
    {
        var tried = StatutoryExemptions.ToArray();
        if (act.WhyNotExempt is { Length: > 0 } why && result.Outcome == AssessmentOutcome.MayBeExempt)
        {
            var met = result.Exemptions.FirstOrDefault(e => e.Truth == Truth.True).Entry;
            yield return new($"本案符合{(met is null ? "" : $"“{met.Chinese}”的")}可以不予行政处罚的条件，但属于“可以”而不是“应当”。本局审查后认为不宜不予行政处罚，理由是：{FormText.Closed(why)}", [reasons.Article(Citation.Parse("APL 33(1)")), .. Written()]);
        }
        else if (tried.Length > 0 && tried.All(e => e.Truth == Truth.False) && FailedConditions is { Count: > 0 } failed)
        {
            Citation[] articles = [.. tried.SelectMany(e => e.Entry.Basis).Distinct()];
            var says = string.Join("，", failed.Select(v => $"{CaseReasons.Says(v)}{reasons.Behind(v.Entry.Evidence)}"));
            yield return new($"本局首先审查了本案是否属于不予行政处罚的情形。经查，{says}，不符合{FormText.Cite(law, articles)}规定的不予行政处罚的条件，依法应当给予行政处罚。", [.. articles.Select(reasons.Article), .. failed.Select(CaseReasons.Fact), .. reasons.Of(failed.SelectMany(v => v.Entry.Evidence).Distinct())]);
        }
    }

    private IEnumerable<Sentence> Circumstances()
    {
        var factors = reasons.FactorSentences();
        return factors.Count > 0 ? factors : [new("经审查，没有发现当事人具有法定或者规定的从重、从轻、减轻处罚情节。", [reasons.Article(discretion)])];
    }

    /// <summary>What the law provides for the party's fine.</summary>
    private IEnumerable<Sentence> Statute()
    {
        if (result.OwnBand is not { } band || result.Version is not { } version)
        {
            yield break;
        }

        yield return Provided("", "当事人", band, version.PenalizedBy);
    }

    /// <summary>What the law provides for a fine on someone, and which facts opened it.</summary>
    private Sentence Provided(string first, string whom, Band band, IReadOnlyList<Citation> articles)
    {
        // A rule for the whole field opens its band by any one of its facts; those that hold are said.
        Fact[] field = [.. law.Matters.Overlays.Where(o => o.Basis == band.Overlay).SelectMany(o => o.When?.Facts ?? [])];
        FactView[] facts = [.. reasons.Assessment.Facts.Where(v => field.Contains(v.Fact) && v.Entry.Value == "true" && v.Support.Suitable > 0), .. Opening(band)];
        var shown = facts.Length == 0 ? "" : $"本案{string.Join("，", facts.Select(CaseReasons.Says))}，";
        return new(
            $"{first}{shown}依照{FormText.Cite(law, articles)}的规定，{(band.Penalty.BaseFact is { } basis ? $"以{AssessmentWords.NameOf(basis)}为基数，" : "")}对{whom}{(band.Mandatory ? "应当" : "可以")}{Sums(band)}。",
            [.. articles.Select(reasons.Article), .. facts.Select(CaseReasons.Fact), .. reasons.Of(facts.SelectMany(f => f.Entry.Evidence).Distinct())]);
    }

    /// <summary>Why responsible people are fined beside the party, and each sum.</summary>
    private IEnumerable<Sentence> Persons()
    {
        if (PersonalBand is { } band)
        {
            IReadOnlyList<Citation> articles = band.Overlay is { } overlay ? [overlay] : result.Version?.PenalizedBy ?? [];
            yield return Provided("关于责任人员：", "责任人员", band, articles);
            yield return new($"本局{(isProposed ? "拟" : "")}{string.Join("，", Sanction.Personal.Select(p => $"对{p.Post}{p.Name}罚款{p.Fine}元"))}，在法定幅度以内。", [.. articles.Select(reasons.Article), .. Written()], false);
        }
    }

    /// <summary>Level and range that follow from the facts.</summary>
    private IEnumerable<Sentence> Range()
    {
        if (IsMitigated || Sanction.Fine == Money.Zero || result.PenaltyLevel is not { } level || result.PenaltyRange is not { } range || range.From == range.To)
        {
            yield break;
        }

        var tier = result.BenchmarkTier?.Benchmark;
        var source = tier is null ? FormText.Cite(law, discretion) : $"“{tier.Title}”";
        Support[] rests = [reasons.Article(discretion), .. tier is null ? [] : new[] { new Support(SupportKind.Factor, tier.Id, tier.Title) }];
        yield return new(
            $"{(reasons.Assessment.Circumstances.Count > 0 ? "综合上述情节，" : "")}按照{source}划分的裁量阶次，应当给予{DiscretionCodes.NameOf(level)}，对应的罚款区间为{Yuan(range.From)}以上{Yuan(range.To)}以下。",
            rests);
    }

    private IEnumerable<Sentence> Sum()
    {
        var proposed = isProposed ? "拟" : "";
        var fine = $"本局{proposed}对当事人罚款{FormText.Sum(Sanction.Fine)}";
        if (IsMitigated)
        {
            var (name, basis) = MitigatedBy;
            yield return new($"{FormText.Closed(act.Mitigation ?? "")}对于“{name}”的情形，依照{FormText.Cite(law, basis.DefaultIfEmpty(mitigation))}的规定，{proposed}在法定最低数额以下减轻处罚。{fine}。", [.. basis.DefaultIfEmpty(mitigation).Select(reasons.Article), new Support(SupportKind.Factor, act.MitigationGround ?? "", name, name.Length > 0), .. Written()]);
        }
        else if (Deviates)
        {
            yield return new($"{fine}，在法定幅度以内，没有按照上述区间处罚，属于{ActTypes.LabelOf(act.Category!)}：{FormText.Closed(act.Deviation ?? "")}{(act.IssuerAnswer is { Length: > 0 } answer ? $"本局就此请示了裁量基准的制定机关：{FormText.Closed(answer)}" : "")}{Approved()}", [reasons.Article(discretion), .. Written()]);
        }
        else if (Sanction.Fine > Money.Zero)
        {
            yield return new($"{fine}，{Multiple()}{(result.PenaltyRange is { } range && range.From < range.To ? "在上述区间以内" : "与法律规定一致")}。", [.. (result.Version?.PenalizedBy ?? []).Select(reasons.Article)]);
        }
        else if (result.OwnBand is { Mandatory: false })
        {
            yield return new("法律规定可以罚款，本案综合考虑不处罚款。", [.. (result.Version?.PenalizedBy ?? []).Select(reasons.Article)]);
        }

        if (course.Proposal is { Reason.Length: > 0 } proposal)
        {
            yield return new(FormText.Closed(proposal.Reason), Written(), false);
        }
    }

    /// <summary>How the illegal income was determined, item by item.</summary>
    private IEnumerable<Sentence> Gain()
    {
        if (checks.Gain is not { } gain || (Sanction.ConfiscatedGain == Money.Zero && gain.Determined is not null))
        {
            yield break;
        }

        Citation[] articles = [.. GainArticles(gain)];
        IReadOnlyList<Support> rests = [.. articles.Select(reasons.Article), .. reasons.Of(checks.GainEvidence), .. checks.GainBy is { } done ? [NoPenaltyForm.Act(done)] : Array.Empty<Support>()];
        if (gain.Determined is not { } determined)
        {
            yield return new($"关于违法所得：{FormText.Closed(gain.Reason ?? "")}依照{FormText.Cite(law, articles)}的规定，违法所得无法查清的，经本局主要负责人批准不予计算，在确定罚款时作为裁量因素考虑。", rests);
            yield break;
        }

        var items = string.Concat(gain.Lines.Select(l => l.Says));
        var refunded = gain.Refunded is { Fen: > 0 } sum ? $"，其中已经依法退赔的{sum}元不予没收" : "";
        yield return new($"关于违法所得：当事人因上述行为取得款项{gain.Receipts}元{reasons.Behind(gain.Evidence)}。{items}依照{FormText.Cite(law, articles)}的规定，认定违法所得{determined}元{refunded}{(gain.Extent == GainExtent.InPart ? "，没有查清的部分在确定罚款时作为裁量因素考虑" : "")}。", rests);
    }

    private static IEnumerable<Citation> GainArticles(DetermineGain gain) => gain.Grounds.Concat(gain.Lines).Select(l => Citation.Parse(l.Basis)).Distinct();

    /// <summary>What may be fined, in multiples and in sums.</summary>
    private string Sums(Band band)
    {
        if (band.IsExact)
        {
            return $"处罚款{Yuan(band.Minimum)}";
        }

        var sums = band.HasPrintedMinimum ? $"{Yuan(band.Minimum)}以上{Yuan(band.Maximum)}以下" : $"{Yuan(band.Maximum)}以下";
        // A floor of the base or a factor of another rule moves the sums; then only they are said.
        return band.Penalty is { Maximum: var most } penalty && Base(band) is { } number && number * most == band.Maximum && number * (penalty.Minimum ?? 0) == (penalty.Minimum is null ? 0 : band.Minimum)
            ? $"处{(penalty.Minimum is { } least ? $"{Times(least)}以上" : "")}{Times(most)}以下的罚款，即{sums}"
            : $"处{sums}的罚款";
    }

    /// <summary>How many times the base the fine is, where the law counts in multiples.</summary>
    private string Multiple()
        => result.OwnBand is { Penalty.BaseFact: { } basis } band && Base(band) is { } number and > 0 && decimal.Round(Sanction.Fine.Yuan / number, 2) is var times && times * number == Sanction.Fine.Yuan ? $"为{AssessmentWords.NameOf(basis)}的{Times(times)}，" : "";

    private decimal? Base(Band band) => band.Penalty.BaseFact is { } basis && Known(basis.Id) is { } view ? decimal.Parse(view.Entry.Value, CultureInfo.InvariantCulture) : null;

    private FactView? Known(string fact) => reasons.Assessment.Facts.FirstOrDefault(f => f.Fact.Id == fact && f.Support.Suitable > 0);

    private static string Times(decimal factor) => factor is >= 1 and < 10_000 && factor == decimal.Truncate(factor) ? $"{ChineseNumber.Write((int)factor)}倍" : $"{factor.ToString("0.##", CultureInfo.InvariantCulture)}倍";

    /// <summary>Who let the benchmark be left; nothing while nobody decided.</summary>
    private string Approved() => isProposed ? "" : course.Concluded is null ? "对此已经本局主要负责人批准。" : "对此已经本局负责人集体讨论。";

    /// <summary>What the officer had to argue besides.</summary>
    private IEnumerable<Sentence> Argued()
    {
        if (act.Proportionality is { Length: > 0 } argued)
        {
            yield return new($"关于罚款数额与货值金额、违法所得是否相称：{FormText.Closed(argued)}", [reasons.Article(proportionality), .. Written()]);
        }

        if (act.WhyNotConfiscated is { Length: > 0 } why)
        {
            yield return new($"法律规定应当没收而没有没收的原因：{FormText.Closed(why)}", [.. (result.Version?.PenalizedBy ?? []).Select(reasons.Article), .. Written()]);
        }
    }

    private Sentence Proportion()
        => new($"综合考虑违法行为的事实、性质、情节以及社会危害程度，上述处罚与当事人的违法行为相当，符合{FormText.Cite(law, proportionality)}的规定。", [reasons.Article(proportionality), reasons.StoryHolds()]);

    /// <summary>The act in which the officer wrote the reasons.</summary>
    private IReadOnlyList<Support> Written() => course.ProposedBy is { } done ? [NoPenaltyForm.Act(done)] : [];

    /// <summary>The facts that opened a band or that it multiplies.</summary>
    private FactView[] Opening(Band band)
    {
        Fact[] asked = [.. band.Penalty.When?.Facts ?? [], .. band.Penalty.BaseFact is { } basis ? [basis] : Array.Empty<Fact>()];
        return [.. reasons.Assessment.Facts.Where(v => asked.Contains(v.Fact) && v.Support.Suitable > 0)];
    }

    private PenaltyDegree DegreeOf() => act.Band?.LevelOf(Sanction.Fine.Yuan) switch
    {
        Level.Mitigated => PenaltyDegree.Mitigated,
        Level.Lighter => PenaltyDegree.Lighter,
        Level.Heavier => PenaltyDegree.Heavier,
        _ => PenaltyDegree.Ordinary,
    };

    /// <summary>What moved the penalty: circumstances, the tier of a benchmark, the ground of mitigation, a deviation.</summary>
    private IEnumerable<Factor> Factors(IReadOnlyList<string> findings, string? deviation)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var circumstance in result.Circumstances.Where(c => c.Effect != CircumstanceEffect.NoPenalty))
        {
            // A circumstance that follows from facts has no entry of its own; it rests on what was found of the act.
            if (Once(circumstance.Id, circumstance.Chinese, circumstance.Effect == CircumstanceEffect.Heavier ? FactorDirection.Heavier : FactorDirection.Lighter, findings.Contains(circumstance.Id) ? [circumstance.Id] : ["story"]) is { } factor)
            {
                yield return factor;
            }
        }

        if (result.Exemptions.FirstOrDefault(e => e.Entry.Id == act.MitigationGround).Entry is { Conditions: { } conditions } entry
            && Once(entry.Id, entry.Chinese, FactorDirection.Lighter, [.. conditions.Facts.Select(f => f.Id).Where(findings.Contains)]) is { } ground)
        {
            yield return ground;
        }

        if (result.BenchmarkTier is { Level: Level.Lighter or Level.Heavier } tier
            && Once(tier.Benchmark.Id, tier.Benchmark.Title, tier.Level == Level.Heavier ? FactorDirection.Heavier : FactorDirection.Lighter, [.. TierFacts().Where(findings.Contains).DefaultIfEmpty("story")]) is { } table)
        {
            yield return table;
        }

        if (deviation is not null)
        {
            yield return new Factor(deviation, act.Deviation ?? "", Sanction.Fine.Yuan > result.PenaltyRange?.To ? FactorDirection.Heavier : FactorDirection.Lighter, [deviation]);
        }

        Factor? Once(string id, string says, FactorDirection direction, string[] rests) => rests.Length > 0 && rests.All(seen.Add) ? new Factor(id, says, direction, rests) : null;
    }

    private IEnumerable<string> TierFacts() => result.BenchmarkTier?.When?.Facts.Select(f => f.Id) ?? [];

    /// <summary>The facts that make up the violation or opened its tier; what only cuts the range of a benchmark is weighed there.</summary>
    private string[] Constituents(FactView[] views)
        => result.OwnBand is { } band ? [.. Opening(band).Where(views.Contains).Select(v => v.Fact.Id).Except(TierFacts(), StringComparer.Ordinal)] : [];

    private string NameOf(string kind) => (law.Matters.Kinds.Find(kind)?.Chinese ?? kind).Split('（')[0];

    private static string Yuan(decimal sum) => $"{Money.FromYuan(sum, FenRounding.HalfUp)}元";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
