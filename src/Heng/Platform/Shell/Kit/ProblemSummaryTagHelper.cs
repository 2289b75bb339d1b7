using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Heng.Platform.Shell.Kit;

/// <summary><c>&lt;h-problems problems="…" /&gt;</c>: the summary on top of a form; each line links to its field.</summary>
/// <param name="html">Encodes for HTML.</param>
[HtmlTargetElement("h-problems")]
public sealed class ProblemSummaryTagHelper(HtmlEncoder html) : TagHelper
{
    /// <summary>The problems; nothing is shown without any.</summary>
    public IReadOnlyList<FieldProblem> Problems { get; set; } = [];

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (Problems.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "h-notice h-bad");
        output.Attributes.SetAttribute("role", "alert");
        var lines = string.Concat(Problems.Select(p => $"<li><a href=\"#{FieldTagHelper.IdOf(p.Field)}\">{html.Encode(p.Says)}</a></li>"));
        output.Content.SetHtmlContent($"<p class=\"h-notice-title\">有 {Problems.Count} 处需要更正</p><ul>{lines}</ul>");
    }
}
