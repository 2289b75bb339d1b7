using System.Globalization;
using Heng.Law;
using Heng.Law.Matters;
using Heng.Platform.Shell;
using Heng.Platform.Shell.Kit;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Heng.Guidance.Pages;

/// <summary>Law data page (法规数据): what the law set holds, and a search of its matters.</summary>
/// <param name="law">The law set.</param>
/// <param name="search">Finds matters.</param>
/// <param name="counts">What the law set holds.</param>
/// <param name="time">For the day where the address names none.</param>
[AllowAnonymous]
public sealed class LawModel(LawSet law, MatterSearch search, LawCounts counts, TimeProvider time) : PageModel
{
    /// <summary>Matters on a page.</summary>
    public const int PageSize = 30;

    /// <summary>Words searched for.</summary>
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    /// <summary>Field searched in.</summary>
    [BindProperty(SupportsGet = true, Name = "field")]
    public string? Field { get; set; }

    /// <summary>Day on which the versions shown are in force.</summary>
    [BindProperty(SupportsGet = true, Name = "asOf")]
    public string? AsOf { get; set; }

    /// <summary>Page, from 1.</summary>
    public int Number { get; private set; } = 1;

    /// <summary>What the law set holds.</summary>
    public LawCounts Counts { get; } = counts;

    /// <summary>The day asked about.</summary>
    public DateOnly Day { get; private set; }

    /// <summary>The matters found.</summary>
    public IReadOnlyList<Matter> Found { get; private set; } = [];

    /// <summary>Fields with their Chinese names.</summary>
    public IEnumerable<Choice> Fields => law.Matters.Fields.Select(f => new Choice(f.Id, f.Chinese));

    /// <summary>Answers the address.</summary>
    public void OnGet()
    {
        Day = DateOnly.TryParseExact(AsOf, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : time.TodayInBeijing();
        Found = search.Find(Words, Field, string.IsNullOrEmpty(AsOf) ? null : Day);
        Number = Math.Clamp(PagerTagHelper.PageOf(Request.Query), 1, Math.Max(1, (Found.Count + PageSize - 1) / PageSize));
    }
}
