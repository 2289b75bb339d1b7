using Heng.Law;
using Heng.Law.Citations;
using Heng.Law.Matters;
using Heng.Platform.Shell;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Heng.Guidance.Pages;

/// <summary>Instrument page (法规页): the dated texts of an instrument and the matters that rest on it.</summary>
/// <param name="lawSet">The law.</param>
/// <param name="time">For the day that is marked when none is asked.</param>
[AllowAnonymous]
public sealed class InstrumentModel(LawSet lawSet, TimeProvider time) : PageModel
{
    /// <summary>The article asked for; the matters are narrowed to it.</summary>
    [BindProperty(SupportsGet = true, Name = "article")]
    public int? Article { get; set; }

    /// <summary>The day whose text is marked; today when none is asked.</summary>
    [BindProperty(SupportsGet = true, Name = "asOf")]
    public DateOnly? AsOf { get; set; }

    /// <summary>The instrument.</summary>
    public Instrument Instrument { get; private set; } = null!;

    /// <summary>The day whose text is marked.</summary>
    public DateOnly Day { get; private set; }

    /// <summary>The text in force on the day, or null.</summary>
    public InstrumentText? InForce { get; private set; }

    /// <summary>Matters that violate or are penalised under it, with the places, in the order of the law set.</summary>
    public IReadOnlyList<Mention> Mentions { get; private set; } = [];

    /// <summary>Shows an instrument.</summary>
    /// <param name="id">Its id.</param>
    public IActionResult OnGet(string id)
    {
        if (!ModelState.IsValid || Article is <= 0 or > 9999)
        {
            return BadRequest();
        }

        if (lawSet.Instruments.Find(id) is not { } instrument)
        {
            return NotFound();
        }

        Instrument = instrument;
        Day = AsOf ?? time.TodayInBeijing();
        InForce = instrument.TextOn(Day);
        Mentions = [.. lawSet.Matters.All.Select(MentionOf).Where(m => m.Violates.Count + m.PenalizedBy.Count > 0)];
        return Page();
    }

    private Mention MentionOf(Matter matter)
        => new(matter, PlacesIn(matter.Versions.SelectMany(v => v.Violates)), PlacesIn(matter.Versions.SelectMany(v => v.PenalizedBy)));

    private List<Citation> PlacesIn(IEnumerable<Citation> citations)
        => [.. citations.Where(c => c.Instrument == Instrument.Id && (Article is not { } article || (c.Article <= article && article <= (c.LastArticle ?? c.Article)))).Distinct()];

    /// <summary>Mention (援引): a matter and the places of this instrument that it rests on.</summary>
    /// <param name="Matter">The matter.</param>
    /// <param name="Violates">The places it violates.</param>
    /// <param name="PenalizedBy">The places it is penalised under.</param>
    public sealed record Mention(Matter Matter, IReadOnlyList<Citation> Violates, IReadOnlyList<Citation> PenalizedBy);
}
