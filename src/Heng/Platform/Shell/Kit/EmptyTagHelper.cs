using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Heng.Platform.Shell.Kit;

/// <summary><c>&lt;h-empty title="没有符合条件的事项"&gt;换一个词试试。&lt;/h-empty&gt;</c>.</summary>
/// <param name="html">Encodes for HTML.</param>
[HtmlTargetElement("h-empty")]
public sealed class EmptyTagHelper(HtmlEncoder html) : TagHelper
{
    /// <summary>What is not there.</summary>
    public string Title { get; set; } = "";

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "h-empty");
        output.PreContent.SetHtmlContent($"<p class=\"h-empty-title\">{html.Encode(Title)}</p><div>");
        output.PostContent.SetHtmlContent("</div>");
    }
}
