using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Heng.Platform.Shell.Kit;

/// <summary><c>&lt;h-card title="结论"&gt;…&lt;/h-card&gt;</c>: a white card, a section of its own; with <c>folded</c> only its heading shows until it is opened (and on paper).</summary>
/// <param name="html">Encodes for HTML.</param>
[HtmlTargetElement("h-card")]
public sealed class CardTagHelper(HtmlEncoder html) : TagHelper
{
    /// <summary>Heading of the card.</summary>
    public string? Title { get; set; }

    /// <summary>Level of the heading.</summary>
    public int Level { get; set; } = 2;

    /// <summary>Whether it is folded.</summary>
    public bool Folded { get; set; }

    /// <summary>A word behind the heading of a folded card.</summary>
    public string? Note { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = Folded ? "details" : "section";
        var own = output.Attributes.TryGetAttribute("class", out var given) ? $" {given.Value}" : "";
        output.Attributes.SetAttribute("class", (Folded ? "h-card h-fold" : "h-card") + own);
        var heading = Title is null ? ""
            : Folded ? $"<summary class=\"h-card-title\"><h{Level}>{html.Encode(Title)}</h{Level}>{(Note is null ? "" : $" <span class=\"h-help\">{html.Encode(Note)}</span>")}</summary>"
            : $"<h{Level} class=\"h-card-title\">{html.Encode(Title)}</h{Level}>";
        output.PreContent.SetHtmlContent(heading + "<div class=\"h-card-body\">");
        output.PostContent.SetHtmlContent("</div>");
    }
}
