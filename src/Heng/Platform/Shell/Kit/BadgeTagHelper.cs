using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Heng.Platform.Shell.Kit;

/// <summary><c>&lt;h-badge tone="Good"&gt;现行有效&lt;/h-badge&gt;</c>.</summary>
[HtmlTargetElement("h-badge")]
public sealed class BadgeTagHelper : TagHelper
{
    /// <summary>What the badge means.</summary>
    public Tone Tone { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "span";
        output.Attributes.SetAttribute("class", $"h-badge h-{ToneName.Of(Tone)}");
    }
}
