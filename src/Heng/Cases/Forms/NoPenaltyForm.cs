using System.Globalization;
using Heng.Cases.Steps.Decision;
using Heng.Cases.Steps.Facts;
using Heng.Cases.Steps.Filing;
using Heng.Cases.Steps.Investigation;
using Heng.Documents;
using Heng.Dossiers;
using Heng.Law.Citations;
using Heng.Law.Reasoning;

namespace Heng.Cases.Forms;

/// <summary>Form 46, the no-penalty decision (不予行政处罚决定书): its reasons are built from the facts, the evidence and the trace of the assessment.</summary>
internal sealed class NoPenaltyForm : IFormProvider
{
    public IEnumerable<DocumentDraft> Of(DossierFile file, ActContext context)
    {
        var made = false;
        foreach (var done in file.Acts.Where(a => a.Act is DecideNoPenalty))
        {
            made = true;
            var decision = (DecideNoPenalty)done.Act;
            if (Draft(file.AsOf(done.Number), context, decision.Ground, done.Number, done.On, decision.DocumentNumber) is { } draft)
            {
                yield return draft;
            }
        }

        // From the report on, everyone who reviews sees the decision as it would read.
        if (!made && file.Part<CaseFile>() is { Report: { Disposal: Steps.Review.ProposedDisposal.NoPenalty } report }
            && Draft(file, context, report.Ground, file.Last<Steps.Review.ConcludeInvestigation>()!.Value.Done.Number, context.Today, "") is { } ahead)
        {
            yield return ahead with { Pending = "负责人作出不予行政处罚决定后编号、签发" };
        }
    }

    private static DocumentDraft? Draft(DossierFile file, ActContext context, string? ground, int act, DateOnly on, string number)
    {
        var region = context.Bureau?.LawRegion ?? "CN";
        if (CaseReasons.Of(file, on, region, ground) is not { } reasons)
        {
            return null;
        }

        var c = file.Part<CaseFile>();
        var law = context.Law;
        var fields = new FormFields(file, context);
        fields.Add("number", number.Length > 0 ? number : "（决定后编号）");
        fields.Add("date", FormText.Day(on));
        var basis = BasisOf(reasons);
        var facts = reasons.FactSentences();
        IReadOnlyList<Sentence> why = [.. reasons.GroundSentences(), .. reasons.FactorSentences()];
        IReadOnlyList<Sentence> decision =
        [
            new($"依照{FormText.Cite(law, basis)}和{FormText.Cite(law, Citation.Parse("PR 60(1)"))}的规定，本局决定：对当事人不予行政处罚。", [.. basis.Append(Citation.Parse("PR 60(1)")).Select(reasons.Article), new Support(SupportKind.Condition, ground ?? "", Exemptions.NameOf(ground, file), reasons.Holds)]),
        ];
        var education = Education(file, context, reasons);
        var remedies = CaseRemedies.Of(DocumentKind.NoPenaltyDecision, context, on);
        fields.Add("remedies", remedies.Text);
        return new DocumentDraft("46", act, "不予行政处罚决定书", on)
        {
            Number = number,
            IsNumbered = true,
            IsOutward = true,
            Fields = fields.Texts,
            MayBeEmpty = fields.MayBeEmpty,
            Party = file.Part<Affair>().Party,
            Passages = new Dictionary<string, IReadOnlyList<Sentence>>(StringComparer.Ordinal)
            {
                ["course"] = Course(file, context),
                ["facts"] = facts,
                ["nature"] = reasons.NatureSentences(),
                ["reasons"] = why,
                ["decision"] = decision,
                ["education"] = education,
            },
            Rows = new Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>>(StringComparer.Ordinal) { ["evidence"] = EvidenceRows(reasons.EvidenceUsed) },
            Course = [.. CourseOf(c), ("决定日期", on)],
            Reasoned = Structure(file, context, reasons, facts, education, basis, remedies.Statement, on),
        };
    }

    /// <summary>Rows of the list of evidence, as decision and report print it.</summary>
    internal static IReadOnlyList<IReadOnlyDictionary<string, string>> EvidenceRows(IEnumerable<Evidence> evidence)
        => [.. evidence.Select(e => new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["no"] = "证据" + e.Number.ToString(CultureInfo.InvariantCulture),
            ["name"] = ActTypes.LabelOf(e.Kind).Split('、').Any(k => e.Name.Contains(k, StringComparison.Ordinal)) ? e.Name : $"{e.Name}（{ActTypes.LabelOf(e.Kind)}）",
            ["source"] = e.Source,
            ["on"] = FormText.Day(e.On),
            ["proves"] = FormText.Closed(e.Proves.Replace("…", "", StringComparison.Ordinal)),
        })];

    /// <summary>The days of a case in their order.</summary>
    internal static IEnumerable<(string, DateOnly)> CourseOf(CaseFile c)
    {
        if (c.FoundOn is { } found)
        {
            yield return ("发现线索日期", found);
        }

        if (c.FiledOn is { } filed)
        {
            yield return ("立案日期", filed);
        }

        if (c.ReportedOn is { } reported)
        {
            yield return ("调查终结日期", reported);
        }
    }

    /// <summary>Source and course of the case (案件来源和调查经过).</summary>
    internal static IReadOnlyList<Sentence> Course(DossierFile file, ActContext context)
    {
        var c = file.Part<CaseFile>();
        var sentences = new List<Sentence>();
        var source = file.Acts.LastOrDefault(a => a.Act is IStartsVerification);
        var matter = file.Part<Affair>().Matter is { } id ? context.Law.Matters.Find(id)?.Chinese : file.Part<Affair>().About;
        if (source is not null)
        {
            sentences.Add(new($"{FormText.Day(((IStartsVerification)source.Act).FoundOn)}，{((IStartsVerification)source.Act).HowFound}当事人涉嫌“{matter}”。", [Act(source)]));
        }

        if (file.Last<ApproveFiling>() is { } filing)
        {
            sentences.Add(new($"经核查，本局于{FormText.Day(filing.Done.On)}立案，由执法人员{FormText.Names(c.Handlers)}办理。", [Act(filing.Done)], source is null));
        }

        var records = file.Acts.Where(a => a.Act is RecordAct).ToArray();
        if (records.Length > 0)
        {
            var (scenes, talks) = (records.Count(r => r.Act is RecordInspection), records.Count(r => r.Act is RecordInterview));
            var did = string.Join("，", new[] { scenes > 0 ? $"进行现场检查{Times(scenes)}并制作现场笔录" : null, talks > 0 ? $"询问有关人员{Times(talks)}并制作询问笔录" : null }.OfType<string>());
            sentences.Add(new($"调查中，执法人员不少于两人，出示了执法证件，告知了当事人陈述、申辩和申请回避的权利，{did}。", [.. records.Select(Act), new Support(SupportKind.Article, "APL 55(1)", FormText.Cite(context.Law, Citation.Parse("APL 55(1)")))], false));
        }

        sentences.Add(new($"本局依法收集证据{c.Evidence.Count(e => e.Excluded is null).ToString(CultureInfo.InvariantCulture)}件。", [.. file.Acts.Where(a => a.Act is IBringsEvidence).Select(Act)], false));
        if (file.Last<QueryFirstViolation>() is { } query)
        {
            sentences.Add(new($"{FormText.Day(query.Done.On)}，执法人员在本局案件档案和{query.Act.Register}查询了当事人的既往违法记录，结果为{ActTypes.LabelOf(query.Act.Result)}。", [Act(query.Done)], false));
        }

        foreach (var done in file.Acts.Where(a => a.Act is OrderCorrection))
        {
            var order = (OrderCorrection)done.Act;
            sentences.Add(new($"{FormText.Day(done.On)}，本局制发《责令改正通知书》（{order.DocumentNumber}），责令当事人{(order.DueOn == done.On ? "立即" : $"于{FormText.Day(order.DueOn)}前")}改正。", [Act(done), new Support(SupportKind.Article, "APL 28(1)", FormText.Cite(context.Law, Citation.Parse("APL 28(1)")))], false));
        }

        if (c.ReportedOn is { } end)
        {
            sentences.Add(new($"{FormText.Day(end)}，本案调查终结{(c.Opinion is null ? "" : "，并经审核")}。", [Act(file.Last<Steps.Review.ConcludeInvestigation>()!.Value.Done)], false));
        }

        return sentences;

        static string Times(int count) => ChineseNumber.Write(count) + "次";
    }

    /// <summary>An act of the record as support.</summary>
    internal static Support Act(RecordedAct done) => new(SupportKind.Act, done.Number.ToString(CultureInfo.InvariantCulture), $"记录第{done.Number.ToString(CultureInfo.InvariantCulture)}项 {ActTypes.Of(done.Act).Chinese}");

    private static IReadOnlyList<Citation> BasisOf(CaseReasons reasons) => reasons.Ground switch
    {
        Exemptions.Limitation => [Citation.Parse("APL 36")],
        Exemptions.NotEstablished => [Citation.Parse("APL 57(1)#3")],
        _ => reasons.Circumstance?.Basis ?? (reasons.Entry is { } entry ? CaseReasons.BasisOf(entry) : []),
    };

    /// <summary>Correction and education: what the party has put right, and what it is taught.</summary>
    private static List<Sentence> Education(DossierFile file, ActContext context, CaseReasons reasons)
    {
        var c = file.Part<CaseFile>();
        var sentences = new List<Sentence>();
        foreach (var correction in c.Corrections.Where(x => x.Corrected == true))
        {
            var evidence = correction.Evidence is { } n ? c.Evidence.FirstOrDefault(e => e.Number == n) : null;
            sentences.Add(new($"对《责令改正通知书》（{correction.Number}）责令改正的内容，当事人已经改正，{FormText.Day(correction.CheckedOn)}经执法人员核查属实（证据{correction.Evidence?.ToString(CultureInfo.InvariantCulture)}）。", evidence is null ? [] : [new Support(SupportKind.Evidence, evidence.Number.ToString(CultureInfo.InvariantCulture), evidence.Label, evidence.IsSuitable)]));
        }

        foreach (var open in c.Corrections.Where(x => x.Corrected != true))
        {
            sentences.Add(new($"当事人应当按照《责令改正通知书》（{open.Number}）的要求，于{FormText.Day(open.DueOn)}前改正；本局将依法核查。", []));
        }

        if (reasons.Ground is not (Exemptions.Limitation or Exemptions.NotEstablished))
        {
            var duty = reasons.Assessment.Result.Version is { } version ? FormText.Cite(context.Law, version.Violates) : "有关法律、法规、规章";
            var article = new Support(SupportKind.Article, "APL 33(3)", FormText.Cite(context.Law, Citation.Parse("APL 33(3)")));
            sentences.Add(c.Education.Count > 0
                ? new($"依照{article.Label}，本局已于{FormText.Day(c.Education[^1].On)}对当事人进行教育（{ActTypes.LabelOf(c.Education[^1].Way!)}）：{FormText.Closed(c.Education[^1].Content)}", [article])
                : new($"依照{article.Label}，本局对当事人进行教育：当事人应当认真学习并遵守{duty}的规定，查找原因，完善管理，防止再次发生同类违法行为。不予行政处罚不等于行为合法；再次实施违法行为的，将依法处理。", [article]));
        }

        return sentences;
    }

    private static ReasonedDocument Structure(DossierFile file, ActContext context, CaseReasons reasons, IReadOnlyList<Sentence> facts, List<Sentence> education, IReadOnlyList<Citation> basis, RemedyStatement? remedies, DateOnly on)
    {
        var used = reasons.EvidenceUsed;
        var views = reasons.Assessment.Facts.Where(f => f.Support.Suitable > 0).ToArray();
        Law.Reasoning.Finding[] findings =
        [
            new("story", facts[0].Text, Ids(file.Part<CaseFile>().Facts!.StoryEvidence)),
            .. views.Select(v => new Law.Reasoning.Finding(v.Fact.Id, CaseReasons.Says(v), Ids(v.Entry.Evidence))),
            .. reasons.Circumstance is { } own ? [new Law.Reasoning.Finding(own.Id, own.Chinese, Ids(file.Part<CaseFile>().Facts!.Circumstances.First(e => e.Fact == own.Id).Evidence))] : Array.Empty<Law.Reasoning.Finding>(),
        ];
        var conclusions = new List<Conclusion>();
        if (reasons.Assessment.Result.Version is { } version && reasons.Ground != Exemptions.NotEstablished)
        {
            conclusions.Add(new("nature", ConclusionRole.Violation, "违法行为的性质", ["story", .. views.Where(v => v.Fact.Kind == Law.Matters.FactKind.Number).Select(v => v.Fact.Id)], version.Violates, [], reasons.Assessment.Result.Choice?.NewerApplies == true));
        }

        conclusions.Add(new("consequence", ConclusionRole.Consequence, "不予行政处罚", [.. findings.Skip(1).Select(f => f.Id), "story"], basis, [], true));
        var request = reasons.Assessment.Result.Request;
        return new ReasonedDocument(DocumentKind.NoPenaltyDecision, request.LastDayOfAct, on)
        {
            Level = CaseRemedies.LevelOf(context),
            ConfirmedParts = new HashSet<string>(file.Part<Affair>().Party is null ? ["authority-date", "seal"] : ["party", "authority-date", "seal"], StringComparer.Ordinal),
            Evidence = [.. used.Select(e => new Law.Reasoning.Evidence("E" + e.Number.ToString(CultureInfo.InvariantCulture), e.Proves, e.IsSuitable))],
            Findings = findings,
            Conclusions = conclusions,
            NoPenalty = Grounds(reasons, views),
            Education = string.Concat(education.Select(s => s.Text)),
            CorrectionIsSettled = file.Part<CaseFile>().Corrections.Count > 0,
            Remedies = remedies,
        };

        string[] Ids(IEnumerable<int> numbers) => [.. numbers.Where(n => used.Any(e => e.Number == n)).Select(n => "E" + n.ToString(CultureInfo.InvariantCulture))];
    }

    /// <summary>The ground in the terms of the review of reasons: which findings show each of its conditions.</summary>
    private static NoPenaltyReasoning? Grounds(CaseReasons reasons, FactView[] views)
    {
        if (reasons.Ground == Exemptions.Limitation)
        {
            return new("limitation", new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["act-end"] = ["story"], ["discovery"] = ["story"] });
        }

        if (reasons.Ground == Exemptions.NotEstablished)
        {
            return new("notEstablished", new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["not-established"] = ["story"] });
        }

        if (reasons.Circumstance is { } personal)
        {
            var known = Exemptions.Personal[personal.Id];
            return new(known, new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { [known == "underFourteen" ? "age" : "capacity"] = [personal.Id] });
        }

        if (reasons.Entry is not { } entry)
        {
            return null;
        }

        var shown = reasons.Leaves().Select(l => l.Fact.Id).Where(id => views.Any(v => v.Fact.Id == id)).Distinct().ToArray();
        string[] first = ["firstViolation", "sameEntityNoSameKindWithinTwoYears"];
        string[] harm = ["noHarm", "slightHarm", "harmfulConsequences", "foodSafetyAccident", "actualConsumerHarm"];
        // UNCONFIRMED: whether a seller exempt for good faith (食品安全法第一百三十六条) is told so as one without fault; practice differs.
        var (ground, conditions) = entry.Kind switch
        {
            "statutoryMinor" or "minor" => ("minor", new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["minor"] = Of([], "minorViolation"), ["corrected"] = Of(Exemptions.CorrectionFacts), ["no-harm"] = Of(harm) }),
            "statutoryFirst" or "firstViolation" => ("first", new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["first"] = Of(first), ["slight-harm"] = Of(harm), ["corrected"] = Of(Exemptions.CorrectionFacts) }),
            _ => ("noFault", new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["no-fault"] = shown }),
        };
        return new(ground, conditions);

        // A list may put a condition in its own words: then all that it asks for shows it.
        IReadOnlyList<string> Of(string[] ids, string? only = null)
        {
            var own = shown.Where(s => ids.Contains(s, StringComparer.Ordinal) || s == only).ToArray();
            return own.Length > 0 || entry.Kind.StartsWith("statutory", StringComparison.Ordinal) ? own : shown;
        }
    }
}
