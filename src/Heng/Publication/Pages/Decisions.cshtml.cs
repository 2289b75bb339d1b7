using Heng.Law;
using Heng.Platform.Shell.Kit;
using Heng.Publication.Storage;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Heng.Publication.Pages;

/// <summary>Public list (公示列表) of the decisions on display, for everyone.</summary>
/// <param name="register">Reads what is on display.</param>
/// <param name="law">Matters and provinces.</param>
[AllowAnonymous]
public sealed class DecisionsModel(PublicRegister register, LawSet law) : PageModel
{
    /// <summary>What is looked for.</summary>
    public PublicFilter Filter { get; private set; } = new(null, null, null);

    /// <summary>The lines.</summary>
    public PublicPage Lines { get; private set; } = new([], null);

    /// <summary>Whether this is not the first page.</summary>
    public bool IsLater { get; private set; }

    /// <summary>The matters.</summary>
    public IEnumerable<Choice> Matters => law.Matters.All.Select(m => new Choice(m.Id, m.Chinese));

    /// <summary>The provinces.</summary>
    public IEnumerable<Choice> Regions => law.Codes.Provinces.Select(p => new Choice(p.Iso, p.Chinese));

    /// <summary>Shows the list.</summary>
    /// <param name="stop">Stops the work.</param>
    public async Task OnGetAsync(CancellationToken stop)
    {
        Filter = new PublicFilter(Asked("q"), Asked("matter"), Asked("region"));
        var after = Asked("after");
        IsLater = after is not null;
        Lines = await register.PageAsync(Filter, after, stop);
    }

    /// <summary>The address of a page of the list.</summary>
    /// <param name="after">Where it begins; null for the first.</param>
    public string Address(string? after)
        => PublicationLinks.Public + new QueryBuilder(new[] { ("q", Filter.Words), ("matter", Filter.Matter), ("region", Filter.Region), ("after", after) }
            .Where(v => v.Item2 is not null).Select(v => KeyValuePair.Create(v.Item1, v.Item2!)));

    private string? Asked(string name) => Request.Query[name].ToString().Trim() is { Length: > 0 } text ? text : null;
}
