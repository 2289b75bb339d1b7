using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Heng.Platform.Shell.Kit;

/// <summary><c>&lt;h-table label="免罚清单"&gt;&lt;thead&gt;…&lt;/h-table&gt;</c>: a data table that scrolls by itself and can be reached by keyboard.</summary>
/// <remarks>Cells take the classes <c>h-text</c> (min-width for Chinese text), <c>h-number</c> (right-aligned) and <c>h-line</c> (one line).</remarks>
/// <param name="html">Encodes for HTML.</param>
[HtmlTargetElement("h-table")]
public sealed class TableTagHelper(HtmlEncoder html) : TagHelper
{
    /// <summary>Name of the table.</summary>
    public string Label { get; set; } = "";

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "div";
        var own = output.Attributes.TryGetAttribute("class", out var given) ? $" {given.Value}" : "";
        output.Attributes.SetAttribute("class", "h-table" + own);
        output.Attributes.SetAttribute("role", "region");
        output.Attributes.SetAttribute("tabindex", "0");
        output.Attributes.SetAttribute("aria-label", Label);
        output.PreContent.SetHtmlContent($"<table class=\"table\"><caption class=\"visually-hidden\">{html.Encode(Label)}</caption>");
        output.PostContent.SetHtmlContent("</table>");
    }
}
