using Heng.Law;
using Heng.Law.Discretion;
using Heng.Law.Matters;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Heng.Guidance.Pages;

/// <summary>Matter page (执法事项): its versions side by side, tiers, exemptions, benchmarks and sources.</summary>
/// <param name="law">The law set.</param>
[AllowAnonymous]
public sealed class MatterModel(LawSet law) : PageModel
{
    /// <summary>The matter.</summary>
    public Matter Matter { get; private set; } = null!;

    /// <summary>Exemption entries that name the matter or all matters.</summary>
    public IEnumerable<Exemption> Exemptions => law.Discretion.Table.Exemptions.Where(e => e.Matters.Contains("*") || e.Matters.Contains(Matter.Id));

    /// <summary>Benchmark entries that name the matter or all matters.</summary>
    public IEnumerable<Benchmark> Benchmarks => law.Discretion.Table.Benchmarks.Where(b => b.Matter is "*" || b.Matter == Matter.Id);

    /// <summary>Answers the address.</summary>
    /// <param name="id">Id of the matter.</param>
    public IActionResult OnGet(string id)
    {
        if (law.Matters.Find(id) is not { } found)
        {
            return NotFound();
        }

        Matter = found;
        return Page();
    }
}
