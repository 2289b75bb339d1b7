using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.AspNetCore.WebUtilities;

namespace Heng.Platform.Shell.Kit;

/// <summary><c>&lt;h-pager page="2" page-size="20" total="255" /&gt;</c>: links that keep the rest of the address; the page is <c>page</c>, counted from 1.</summary>
/// <param name="html">Encodes for HTML.</param>
[HtmlTargetElement("h-pager")]
public sealed class PagerTagHelper(HtmlEncoder html) : TagHelper
{
    /// <summary>The present page, counted from 1.</summary>
    public int Page { get; set; } = 1;

    /// <summary>Entries on a page.</summary>
    public int PageSize { get; set; } = 20;

    /// <summary>Entries in all.</summary>
    public int Total { get; set; }

    /// <summary>The page that an address names; 1 where it names none.</summary>
    /// <remarks>Read from the query itself: <c>page</c> as a bound property would meet the route value of the same name.</remarks>
    /// <param name="query">The query of the address.</param>
    public static int PageOf(IQueryCollection query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 0 ? page : 1;
    }

    /// <summary>The request, for the rest of the address.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var pages = (Total + PageSize - 1) / PageSize;
        if (pages <= 1)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "h-pager");
        output.Attributes.SetAttribute("aria-label", "分页");
        var links = new StringBuilder();
        links.Append(Page > 1 ? Link(Page - 1, "上一页") : "");
        var last = 0;
        foreach (var page in Enumerable.Range(1, pages).Where(p => p == 1 || p == pages || Math.Abs(p - Page) <= 2))
        {
            links.Append(page > last + 1 ? "<span>…</span>" : "");
            links.Append(page == Page ? $"<a aria-current=\"page\" href=\"{Address(page)}\">{page}</a>" : Link(page, page.ToString(CultureInfo.InvariantCulture)));
            last = page;
        }

        links.Append(Page < pages ? Link(Page + 1, "下一页") : "");
        output.Content.SetHtmlContent($"{links}<span class=\"h-pager-total\">共 {Total} 条</span>");
    }

    private string Link(int page, string words) => $"<a href=\"{Address(page)}\">{words}</a>";

    private string Address(int page)
    {
        var request = ViewContext.HttpContext.Request;
        var query = request.Query.Where(p => p.Key != "page").SelectMany(p => p.Value.Select(v => KeyValuePair.Create(p.Key, v)));
        return html.Encode(QueryHelpers.AddQueryString(request.Path, query.Append(KeyValuePair.Create("page", (string?)page.ToString(CultureInfo.InvariantCulture)))));
    }
}
