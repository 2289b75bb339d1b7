using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Heng.Platform.Shell.Kit;

/// <summary><c>&lt;h-notice tone="Warn" title="小过重罚提示"&gt;…&lt;/h-notice&gt;</c>: a boxed message.</summary>
/// <param name="html">Encodes for HTML.</param>
[HtmlTargetElement("h-notice")]
public sealed class NoticeTagHelper(HtmlEncoder html) : TagHelper
{
    /// <summary>What the message means.</summary>
    public Tone Tone { get; set; } = Tone.Info;

    /// <summary>Its first, bold line.</summary>
    public string? Title { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "div";
        output.Attributes.SetAttribute("class", $"h-notice h-{ToneName.Of(Tone)}");
        if (Title is not null)
        {
            output.PreContent.SetHtmlContent($"<p class=\"h-notice-title\">{html.Encode(Title)}</p>");
        }
    }
}
