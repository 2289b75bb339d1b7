using Heng.Law.Citations;
using Heng.Law.Matters;

namespace Heng.Law.Discretion;

public sealed partial class DiscretionEngine
{
    /// <summary>Kinds that give the right to a hearing whatever their sum (听证办法第五条第一款第一项、第二项).</summary>
    internal static IReadOnlyList<string> HearingKinds => hearingKinds;

    private static readonly string[] hearingKinds = ["suspendBusiness", "closeDown", "industryBan", "revokePermit", "revokeBusinessLicence", "revokeQualification"];
    private static readonly Citation hearingBasis = Citation.Parse("APL 63");
    private static readonly Citation hearingSumBasis = Citation.Parse("HR 5(1)");
    private static readonly Citation legalReviewBasis = Citation.Parse("APL 58");
    private static readonly Citation collectiveBasis = Citation.Parse("APL 57(2)");
    private static readonly Citation crimeBasis = Citation.Parse("APL 27(1)");
    private static readonly Citation crimeOnlyBasis = Citation.Parse("APL 82");

    /// <summary>Step 13 of the pipeline: who may decide, hearing, legal review, collective discussion, crime line.</summary>
    /// <remarks>Sums are tested on the proposed fine, else on the maximum of the party's band.</remarks>
    internal IReadOnlyList<Gate> GatesOf(Assessment assessment)
    {
        var gates = new List<Gate>();
        var chosen = assessment.Chosen!;
        var law = chosen.Law;
        var request = assessment.Request;
        var fine = request.ProposedFine ?? (assessment.OwnBand ?? chosen.OwnBand)?.Maximum;
        var words = request.ProposedFine is null ? "处罚幅度上限" : "拟罚款";
        AddDecisionLevel(law, fine, words, gates);
        var hearing = AddHearing(assessment, fine, words, gates);
        if (law.Matter.Tags.Contains("criminalReferral"))
        {
            gates.Add(new("crime-line", "本事项可能涉嫌犯罪：作出决定前必须回答是否达到刑事追诉标准；达到的移送公安机关，不得以罚代刑。", crimeOnlyBasis));
        }

        var opened = assessment.OtherKinds;
        if (opened.Any(k => k.Kind.Id == "policeDetention"))
        {
            gates.Add(new("police", "法律规定可以由公安机关处以行政拘留，应当移送公安机关决定。", crimeBasis));
        }

        if (hearing)
        {
            gates.Add(new("legal-review", "直接关系当事人重大权益并经过听证程序的，作出决定前应当经法制审核。", legalReviewBasis));
        }

        foreach (var because in CollectiveReasons(assessment))
        {
            gates.Add(new("collective-discussion", because, collectiveBasis));
        }

        return gates;
    }

    private static void AddDecisionLevel(CompiledVersion law, decimal? fine, string words, List<Gate> gates)
    {
        foreach (var overlay in law.Overlays)
        {
            if (overlay.DecisionLevel is { } level && overlay.When is Condition.Test { Fact.Id: "fineAmount" } test && fine is { } sum && sum >= test.Number)
            {
                var who = level == "prefecture" ? "设区的市级以上市场监督管理部门" : "省级市场监督管理部门";
                gates.Add(new("decision-level", $"{words} {DiscretionRules.Yuan(sum)} 元达到 {DiscretionRules.Yuan(test.Number)} 元，应当由{who}决定。", overlay.Basis) { LeastLevel = level });
            }
        }

        if (law.Matter.Tags.Contains("provincialOnly"))
        {
            gates.Add(new("decision-level", "本事项由省级以上市场监督管理部门决定。", law.Version.PenalizedBy[0]) { LeastLevel = "provincial" });
        }

        if (law.Matter.Field == "antiMonopoly")
        {
            gates.Add(new("decision-level", "反垄断案件由国务院反垄断执法机构或者其授权的省级机构决定。", law.Version.PenalizedBy[0]) { LeastLevel = "provincial" });
        }
    }

    private bool AddHearing(Assessment assessment, decimal? fine, string words, List<Gate> gates)
    {
        var request = assessment.Request;
        var individual = request.Party == PartyKind.Individual || (request.Party == PartyKind.IndividualBusiness && Settings.IndividualBusinessIsIndividual);
        var who = individual ? "对个人" : "对单位";
        var before = gates.Count;
        if (fine is { } sum && Settings.ThresholdFor(request.Region, individual, confiscation: false) is { } forFine && sum >= forFine.From)
        {
            gates.Add(new("hearing", $"{words} {DiscretionRules.Yuan(sum)} 元，达到{who}听证标准 {DiscretionRules.Yuan(forFine.From)} 元{(request.ProposedFine is null ? "；拟罚款达到这一标准的" : "")}，应当告知听证权利。", forFine.Basis));
        }

        var opened = assessment.OtherKinds;
        var facts = request.Facts.View;
        var confiscated = (opened.Any(k => k.Kind.Id == "confiscateIllegalIncome") && facts.Knows(known.IllegalIncome) ? facts.NumberOf(known.IllegalIncome) : 0)
            + (opened.Any(k => k.Kind.Id == "confiscateGoods") && facts.Knows(known.GoodsValue) ? facts.NumberOf(known.GoodsValue) : 0);
        if (Settings.ThresholdFor(request.Region, individual, confiscation: true) is { } forGains && confiscated >= forGains.From)
        {
            gates.Add(new("hearing", $"拟没收违法所得和非法财物合计 {DiscretionRules.Yuan(confiscated)} 元，达到{who}听证标准 {DiscretionRules.Yuan(forGains.From)} 元，应当告知听证权利（罚款与没收分别计算）。", forGains.Basis));
        }

        foreach (var open in opened)
        {
            if (Array.IndexOf(hearingKinds, open.Kind.Id) >= 0 || assessment.Chosen!.Law.Version.HearingKinds.Contains(open.Kind))
            {
                gates.Add(new("hearing", $"拟给予“{open.Kind.Chinese}”的，应当告知听证权利。", hearingBasis));
            }
        }

        return gates.Count > before;
    }

    private static IEnumerable<string> CollectiveReasons(Assessment assessment)
    {
        var chosen = assessment.Chosen!;
        if (chosen.Conflict)
        {
            yield return "应当从重与应当从轻、减轻的情节并存，须集体讨论决定。";
        }

        if (chosen.Level == Level.Heavier && assessment.OtherKinds.Any(k => k.Kind.Severity >= 5 && k.Kind.IsPenalty))
        {
            yield return "从重并可能吊销许可证件、营业执照或者责令关闭，属于情节复杂或者重大的处罚，须集体讨论决定。";
        }

        if (assessment.Findings.Any(f => f.Code == "disproportionate"))
        {
            yield return "拟罚款超过小过重罚预警线，须论证过罚相当并集体讨论（本机关设置）。";
        }

        if (assessment.Findings.Any(f => f.Code == "below-floor"))
        {
            yield return "拟减轻处罚，须说明理由并按规定报批；列入法制审核目录的须集体讨论。";
        }
    }
}
