using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Heng.Platform.Shell.Kit;

/// <summary><c>&lt;h-select name="region" label="地区" value="…" choices="…" empty="全部" /&gt;</c>.</summary>
/// <param name="html">Encodes for HTML.</param>
[HtmlTargetElement("h-select")]
public sealed class SelectFieldTagHelper(HtmlEncoder html) : FieldTagHelper(html)
{
    /// <summary>The options.</summary>
    public IEnumerable<Choice> Choices { get; set; } = [];

    /// <summary>Words of the empty option; without them there is none.</summary>
    public string? Empty { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        Start(output, "div");
        var select = new StringBuilder($"<select class=\"form-select\" id=\"{Id}\" name=\"{Encode(Name)}\"{Described()}>");
        if (!string.IsNullOrEmpty(Empty))
        {
            select.Append($"<option value=\"\">{Encode(Empty)}</option>");
        }

        foreach (var choice in Choices)
        {
            select.Append($"<option value=\"{Encode(choice.Value)}\"{(choice.Value == Value ? " selected" : "")}>{Encode(choice.Label)}</option>");
        }

        select.Append("</select>");
        output.Content.SetHtmlContent($"<label class=\"form-label\" for=\"{Id}\">{LabelText()}</label>{HelpAndProblem()}{select}");
    }
}
