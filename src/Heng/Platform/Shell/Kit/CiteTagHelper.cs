using Heng.Law;
using Heng.Law.Citations;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Heng.Platform.Shell.Kit;

/// <summary><c>&lt;h-cite at="@citation" /&gt;</c>: the article as a document prints it, linked to the page that shows it.</summary>
/// <param name="lawSet">For the Chinese name.</param>
/// <param name="links">For the address.</param>
[HtmlTargetElement("h-cite")]
public sealed class CiteTagHelper(LawSet lawSet, ILawLinks links) : TagHelper
{
    /// <summary>The place cited.</summary>
    public Citation At { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "h-cite");
        output.Content.SetContent(lawSet.Instruments.InChinese(At));
        if (lawSet.Instruments.Find(At.Instrument) is null)
        {
            output.TagName = "span";
            return;
        }

        output.TagName = "a";
        output.Attributes.SetAttribute("href", links.PageOf(At));
    }
}
