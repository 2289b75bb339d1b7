using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Heng.Platform.Shell.Kit;

/// <summary><c>&lt;h-textarea name="content" label="线索内容" value="…" rows="5" /&gt;</c>.</summary>
/// <param name="html">Encodes for HTML.</param>
[HtmlTargetElement("h-textarea")]
public sealed class TextAreaTagHelper(HtmlEncoder html) : FieldTagHelper(html)
{
    /// <summary>Lines shown.</summary>
    public int Rows { get; set; } = 4;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        Start(output, "div");
        // The first line feed of a text area belongs to the markup.
        output.Content.SetHtmlContent($"<label class=\"form-label\" for=\"{Id}\">{LabelText()}</label>{HelpAndProblem()}<textarea class=\"form-control\" id=\"{Id}\" name=\"{Encode(Name)}\" rows=\"{Rows}\"{Described()}>\n{Encode(Value)}</textarea>");
    }
}
