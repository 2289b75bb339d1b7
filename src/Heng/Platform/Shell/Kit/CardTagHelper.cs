using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Heng.Platform.Shell.Kit;

/// <summary><c>&lt;h-card title="结论"&gt;…&lt;/h-card&gt;</c>: a white card, a section of its own.</summary>
/// <param name="html">Encodes for HTML.</param>
[HtmlTargetElement("h-card")]
public sealed class CardTagHelper(HtmlEncoder html) : TagHelper
{
    /// <summary>Heading of the card.</summary>
    public string? Title { get; set; }

    /// <summary>Level of the heading.</summary>
    public int Level { get; set; } = 2;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "section";
        var own = output.Attributes.TryGetAttribute("class", out var given) ? $" {given.Value}" : "";
        output.Attributes.SetAttribute("class", "h-card" + own);
        var heading = Title is null ? "" : $"<h{Level} class=\"h-card-title\">{html.Encode(Title)}</h{Level}>";
        output.PreContent.SetHtmlContent(heading + "<div class=\"h-card-body\">");
        output.PostContent.SetHtmlContent("</div>");
    }
}
