using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Heng.Platform.Shell.Kit;

/// <summary><c>&lt;h-icon name="scale"&gt;</c>: a small drawing beside a word; hidden from screen readers.</summary>
[HtmlTargetElement("h-icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTagHelper : TagHelper
{
    private static readonly Dictionary<string, string> Paths = new(StringComparer.Ordinal)
    {
        ["home"] = "M4 11 12 4l8 7M6 9.5V20h12V9.5M10 20v-6h4v6",
        ["scale"] = "M12 4v16M8 20h8M5 7h14M5 7l-3 7a3 3 0 0 0 6 0zM19 7l-3 7a3 3 0 0 0 6 0z",
        ["calendar"] = "M4 6h16v14H4zM4 10h16M8 3v4M16 3v4M8 14h3M8 17h6",
        ["route"] = "M6 5a2 2 0 1 0 0 .01M18 19a2 2 0 1 0 0 .01M8 5h7a3.5 3.5 0 0 1 0 7H9a3.5 3.5 0 0 0 0 7h7",
        ["book"] = "M12 6c-2-1.4-4.6-2-8-2v14c3.4 0 6 .6 8 2 2-1.4 4.6-2 8-2V4c-3.4 0-6 .6-8 2zM12 6v14",
        ["inbox"] = "M4 13l3-8h10l3 8v6H4zM4 13h5a3 3 0 0 0 6 0h5",
        ["folder"] = "M3 6h6l2 2h10v11H3z",
        ["plus"] = "M12 5v14M5 12h14",
        ["flag"] = "M6 21V4h11l-2.5 4L17 12H6",
        ["table"] = "M4 5h16v14H4zM4 10h16M10 5v14",
        ["gear"] = "M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM12 3v3M12 18v3M3 12h3M18 12h3M5.6 5.6l2.1 2.1M16.3 16.3l2.1 2.1M18.4 5.6l-2.1 2.1M7.7 16.3l-2.1 2.1",
        ["menu"] = "M4 7h16M4 12h16M4 17h16",
        ["search"] = "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5 20 20",
        ["shield"] = "M12 3l7 3v5c0 5-3 8-7 10-4-2-7-5-7-10V6zM9 12l2 2 4-4",
        ["feather"] = "M5 19 19 5M8 16c6 1 10-3 11-11-8 1-12 5-11 11z",
        ["gavel"] = "M13 5l6 6M10 8l6 6M11.5 6.5l6 6M12 11l-8 8M13 21h8",
        ["balance"] = "M12 4v16M8 20h8M5 7h14M5 7l-3 7a3 3 0 0 0 6 0zM19 7l-3 7a3 3 0 0 0 6 0z",
        ["return"] = "M9 7 4 12l5 5M4 12h10a6 6 0 0 1 6 6v1",
        ["arrow"] = "M5 12h14M13 6l6 6-6 6",
        ["print"] = "M7 9V3h10v6M7 18H4V9h16v9h-3M7 14h10v7H7z",
        ["alert"] = "M12 4 2.5 20h19zM12 10v4M12 17v.01",
        ["check"] = "M5 12.5 10 17 19 7",
        ["cross"] = "M6 6l12 12M18 6 6 18",
        ["question"] = "M8.5 9a3.5 3.5 0 1 1 5 3.2c-1 .6-1.5 1.2-1.5 2.3M12 18v.01",
        ["link"] = "M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1",
    };

    /// <summary>Name of the drawing.</summary>
    public string Name { get; set; } = "";

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "h-icon");
        output.Attributes.SetAttribute("viewBox", "0 0 24 24");
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Attributes.SetAttribute("focusable", "false");
        output.Content.SetHtmlContent($"<path d=\"{Paths[Name]}\"/>");
    }
}
