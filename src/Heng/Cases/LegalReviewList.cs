using System.Globalization;
using Heng.Cases.Steps.Review;
using Heng.Discretion;
using Heng.Dossiers;

namespace Heng.Cases;

/// <summary>Legal-review list (法制审核目录): which cases a legal reviewer reviews, by 程序规定第五十条 and by what the bureau has set.</summary>
public static class LegalReviewList
{
    private const string Prefix = "list.";

    /// <summary>The kinds of the law (程序规定第五十条第一款) that a person must judge; the kind after a hearing cannot come up here.</summary>
    public static IReadOnlyList<(string Value, string Label)> OfTheLaw { get; } =
    [
        ("public-interest", "涉及重大公共利益（程序规定第五十条第一款第一项）"),
        ("complex", "案件情况疑难复杂、涉及多个法律关系（第三项）"),
        ("other", "法律、法规规定的其他情形（第四项）"),
    ];

    /// <summary>The entries of the bureau's list that a case meets, each with why.</summary>
    /// <param name="file">The dossier.</param>
    /// <param name="settings">The settings of the bureau.</param>
    public static IReadOnlyList<(string Value, string Label)> Met(DossierFile file, IDossierSettings settings)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(settings);
        var c = file.Part<CaseFile>();
        var kinds = Split(settings[DossierSettings.ReviewKinds]);
        var noPenalty = c.Report is { Disposal: ProposedDisposal.NoPenalty } report ? report : null;
        var ground = noPenalty?.Ground;
        var met = new List<(string, string)>();
        Put("no-penalty", noPenalty is not null, "建议不予处罚的案件");
        Put("may-exempt", ground is not null && file.Law.Discretion.Table.Exemptions.FirstOrDefault(e => e.Id == ground) is { Shall: false }, $"“可以”不予处罚的案件（本案：{Exemptions.NameOf(ground, file)}）");
        Put("harm", c.Facts?.Entries.Any(e => e is { Fact: "harmfulConsequences", Value: "true" }) == true, "造成危害后果的案件");
        Put("extended", c.Extensions.Any(e => e.Until is not null), "经集体讨论延长办案期限的案件");
        Put("re-examined", file.Acts.Any(a => a.Act.BeginsAnew), "重新审查的案件");
        var proposal = c.Report?.Disposal == ProposedDisposal.Penalty ? c.Course.Proposal : null;
        Put("red-line", noPenalty is not null && Lists(settings[DossierSettings.RedLine], file), "红线事项拟不予处罚的案件");
        Put("disproportionate", Marked(PenaltyMarks.Disproportionate), "触发小过重罚预警的案件");
        Put("conflict", Marked(PenaltyMarks.Conflict), "从重、从轻情节并存的案件");
        Put("revocation", Marked(PenaltyMarks.Heavier) && proposal!.Kinds.Any(k => file.Law.Matters.Kinds.Find(k) is { Severity: >= 5 }), "从重并吊销、关闭的案件");
        Put("deviation", Marked(PenaltyMarks.Deviation), "偏离裁量基准的案件");
        Put("mitigated", Marked(PenaltyMarks.Mitigated), "减轻处罚的案件");
        if (Lists(settings[DossierSettings.ReviewMatters], file))
        {
            met.Add((Prefix + "matter", $"本局目录：列入的执法事项（{file.Law.Matters.Find(file.Part<Affair>().Matter!)!.Chinese}）"));
        }

        var most = DossierSettings.Number(settings, DossierSettings.ReviewValue);
        foreach (var (fact, value) in most == 0 ? [] : Sums(file, c).Where(s => s.Value > most))
        {
            met.Add(($"{Prefix}value.{fact.Id}", $"本局目录：{AssessmentWords.NameOf(fact)} {AssessmentWords.Yuan(value)} 元，超过 {most.ToString(CultureInfo.InvariantCulture)} 元"));
        }

        return met;

        bool Marked(string mark) => proposal?.Marks.Contains(mark) == true;

        void Put(string kind, bool isMet, string says)
        {
            if (isMet && kinds.Contains(kind))
            {
                met.Add((Prefix + kind, "本局目录：" + says));
            }
        }
    }

    /// <summary>Whether the matter of a dossier, or its field, stands on a list of codes.</summary>
    /// <param name="list">The list, separated by commas or spaces.</param>
    /// <param name="file">The dossier.</param>
    public static bool Lists(string list, DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(list);
        ArgumentNullException.ThrowIfNull(file);
        return file.Part<Affair>().Matter is { } id && file.Law.Matters.Find(id) is { } matter && Split(list).Any(l => string.Equals(l, matter.Id, StringComparison.OrdinalIgnoreCase) || string.Equals(l, matter.Field, StringComparison.OrdinalIgnoreCase));
    }

    private static IEnumerable<(Law.Matters.Fact Fact, decimal Value)> Sums(DossierFile file, CaseFile c)
        => from entry in c.Facts?.Entries ?? []
           where entry.Fact is "goodsValue" or "illegalIncome"
           let fact = file.Law.Matters.Facts.Find(entry.Fact)
           where fact is not null && Steps.Facts.EnterFacts.Fits(fact, entry.Value)
           select (fact, decimal.Parse(entry.Value, CultureInfo.InvariantCulture));

    private static string[] Split(string text) => text.Split([',', '，', '、', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
