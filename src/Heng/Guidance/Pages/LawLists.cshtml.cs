using Heng.Law;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Heng.Guidance.Pages;

/// <summary>Lists of law data (法规数据清单): exemptions, benchmarks, limits and instruments, each with source and confidence.</summary>
/// <param name="law">The law set.</param>
[AllowAnonymous]
public sealed class LawListsModel(LawSet law) : PageModel
{
    /// <summary>The list shown: exemptions, benchmarks, limits or instruments.</summary>
    public string List { get; private set; } = "";

    /// <summary>The law set.</summary>
    public LawSet Law { get; } = law;

    /// <summary>Answers the address.</summary>
    /// <param name="list">The list asked for.</param>
    public IActionResult OnGet(string list)
    {
        List = list;
        return list is "exemptions" or "benchmarks" or "limits" or "instruments" ? Page() : NotFound();
    }
}
