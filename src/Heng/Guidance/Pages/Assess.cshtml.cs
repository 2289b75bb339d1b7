using Heng.Discretion;
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

    /// <summary>The result with its reasons, once the question can be answered.</summary>
    public AssessmentView? View { get; private set; }

    /// <summary>The result, once the question can be answered.</summary>
    public Assessment? Result => View?.Result;

    /// <summary>The facts asked for now, most decisive first.</summary>
    public IReadOnlyList<Fact> Asked { get; private set; } = [];

    /// <summary>The facts that have an answer.</summary>
    public IReadOnlyList<Fact> Answered { get; private set; } = [];

    /// <summary>The facts that could matter but are not asked for now.</summary>
    public IReadOnlyList<Fact> Others { get; private set; } = [];

    /// <summary>The comparison with another matter that the same act breaks (竞合), when one is named.</summary>
    public Competition? Competition { get; private set; }

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

    /// <summary>The circumstances that could count for the matter and the party; those entered stay visible, so that they can be taken back.</summary>
    public IEnumerable<Circumstance> Circumstances
    {
        get
        {
            var counting = AssessmentWords.CircumstancesFor(law.Matters, Question!.Matter.Field, Question.PartyKind).ToArray();
            return law.Matters.Circumstances.Where(c => counting.Contains(c) || Question.Circumstances.Contains(c.Id));
        }
    }

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

        var result = law.Discretion.Assess(request);
        View = AssessmentView.Of(law, result);
        var matters = law.Discretion.FactsThatMatter(result);
        Asked = [.. result.Questions.Select(law.Matters.Facts.Find).OfType<Fact>()];
        Answered = [.. law.Matters.Facts.All.Where(f => Question.AnswerTo(f).Length > 0)];
        Others = [.. matters.Except(Asked).Except(Answered)];
        if (Question.Also is { } also)
        {
            Competition = Competition.Of([result, law.Discretion.Assess(AssessQuestion.Read(law, also, Request.Query, time.TodayInBeijing()).Request!)]);
        }

        return Page();
    }
}
