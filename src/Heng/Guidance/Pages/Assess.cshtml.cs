using System.Globalization;
using Heng.Law;
using Heng.Law.Discretion;
using Heng.Law.Matters;
using Heng.Platform.Shell;
using Heng.Platform.Shell.Kit;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Heng.Guidance.Pages;

/// <summary>Assessment page (裁量测算): find a matter, answer what matters for it, see the result with its reasons.</summary>
/// <param name="law">The law set.</param>
/// <param name="search">Finds matters.</param>
/// <param name="time">For the day where the address names none.</param>
[AllowAnonymous]
public sealed class AssessModel(LawSet law, MatterSearch search, TimeProvider time) : PageModel
{
    /// <summary>Matters on a page of the search.</summary>
    public const int PageSize = 20;

    /// <summary>Words searched for.</summary>
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    /// <summary>Field searched in.</summary>
    [BindProperty(SupportsGet = true, Name = "field")]
    public string? Field { get; set; }

    /// <summary>Page of the search, from 1.</summary>
    public int Number { get; private set; } = 1;

    /// <summary>The matters found.</summary>
    public IReadOnlyList<Matter> Found { get; private set; } = [];

    /// <summary>The question, once a matter is chosen.</summary>
    public AssessQuestion? Question { get; private set; }

    /// <summary>The result, once the question can be answered.</summary>
    public Assessment? Result { get; private set; }

    /// <summary>The facts asked for now, most decisive first.</summary>
    public IReadOnlyList<Fact> Asked { get; private set; } = [];

    /// <summary>The facts that have an answer.</summary>
    public IReadOnlyList<Fact> Answered { get; private set; } = [];

    /// <summary>The facts that could matter but are not asked for now.</summary>
    public IReadOnlyList<Fact> Others { get; private set; } = [];

    /// <summary>What would change the result.</summary>
    public IReadOnlyList<Change> Changes { get; private set; } = [];

    /// <summary>The comparison with another matter that the same act breaks (竞合), when one is named.</summary>
    public Competition? Competition { get; private set; }

    /// <summary>The steps that led to the result.</summary>
    public IReadOnlyList<TraceStep> Trace { get; private set; } = [];

    /// <summary>Fields with their Chinese names.</summary>
    public IEnumerable<Choice> Fields => law.Matters.Fields.Select(f => new Choice(f.Id, f.Chinese));

    /// <summary>The country, the provinces, and the region given when it is more exact.</summary>
    public IEnumerable<Choice> Regions
    {
        get
        {
            var choices = new List<Choice> { new("CN", "全国规则") };
            choices.AddRange(law.Codes.Provinces.Select(p => new Choice(p.Iso, p.Chinese)));
            if (Question is { } question && choices.All(c => c.Value != question.Region))
            {
                choices.Add(new(question.Region, question.Region));
            }

            return choices;
        }
    }

    /// <summary>The circumstances that could count for the matter.</summary>
    public IEnumerable<Circumstance> Circumstances => law.Matters.Circumstances
        .Where(c => c.Scope.Count == 0 || c.Scope.Contains(Question!.Matter.Field))
        .Where(c => c.Effect != CircumstanceEffect.NoPenalty || c.Basis[0].Article is 30 or 31)
        .Where(c => Question!.Party != "unit" || Question.Circumstances.Contains(c.Id) || !(c.Basis[0] is { Instrument: "APL", Article: 30 or 31 }));

    /// <summary>Answers the address.</summary>
    /// <param name="matter">Id of the matter.</param>
    public IActionResult OnGet(string? matter)
    {
        if (string.IsNullOrEmpty(matter))
        {
            Found = search.Find(Words, Field);
            Number = Math.Clamp(PagerTagHelper.PageOf(Request.Query), 1, Math.Max(1, (Found.Count + PageSize - 1) / PageSize));
            return Page();
        }

        if (law.Matters.Find(matter) is not { } known)
        {
            return NotFound();
        }

        Question = AssessQuestion.Read(law, known, Request.Query, time.TodayInBeijing());
        if (Question.Request is not { } request)
        {
            Answered = [.. law.Matters.Facts.All.Where(f => Question.AnswerTo(f).Length > 0)];
            return Page();
        }

        Result = law.Discretion.Assess(request);
        var matters = law.Discretion.FactsThatMatter(Result);
        Asked = [.. Result.Questions.Select(law.Matters.Facts.Find).OfType<Fact>()];
        Answered = [.. law.Matters.Facts.All.Where(f => Question.AnswerTo(f).Length > 0)];
        Others = [.. matters.Except(Asked).Except(Answered)];
        Changes = law.Discretion.ChangesOf(Result);
        Trace = law.Discretion.Explain(Result);
        if (Question.Also is { } also)
        {
            Competition = Competition.Of([Result, law.Discretion.Assess(AssessQuestion.Read(law, also, Request.Query, time.TodayInBeijing()).Request!)]);
        }

        return Page();
    }

    /// <summary>A sum as the page prints it.</summary>
    /// <param name="sum">In yuan.</param>
    public static string Yuan(decimal sum) => sum.ToString("#,##0.##", CultureInfo.InvariantCulture);

    /// <summary>The tone of an outcome.</summary>
    /// <param name="result">The result.</param>
    public static Tone ToneOf(Assessment result) => ArgumentNotNull(result).Outcome switch
    {
        AssessmentOutcome.NoPenalty or AssessmentOutcome.MayBeExempt or AssessmentOutcome.NotAViolation or AssessmentOutcome.Barred => Tone.Good,
        AssessmentOutcome.Penalty => OpenExemptions(result) > 0 ? Tone.Warn : Tone.Bad,
        AssessmentOutcome.CorrectFirst => Tone.Warn,
        _ => Tone.Info,
    };

    /// <summary>How many exemption entries are still undecided.</summary>
    /// <param name="result">The result.</param>
    public static int OpenExemptions(Assessment result) => ArgumentNotNull(result).Exemptions.Count(e => e.Truth == Truth.Unknown);

    private static Assessment ArgumentNotNull(Assessment result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result;
    }

    /// <summary>What the outcome means and what to do next, in one sentence.</summary>
    /// <param name="result">The result.</param>
    public static string Meaning(Assessment result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result.Outcome switch
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
    }

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

    /// <summary>The name of a fact without codes and units behind it.</summary>
    /// <param name="fact">The fact.</param>
    public static string NameOf(Fact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return fact.Chinese.Split(' ')[0].Split('（')[0];
    }
}
