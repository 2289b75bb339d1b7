using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Heng.Platform.Shell.Kit;

/// <summary><c>&lt;h-input name="start" label="起算日" type="date" value="…" help="…" unit="元" problems="…" /&gt;</c>.</summary>
/// <param name="html">Encodes for HTML.</param>
[HtmlTargetElement("h-input")]
public sealed class InputFieldTagHelper(HtmlEncoder html) : FieldTagHelper(html)
{
    /// <summary>Type of the input: text, date, number, search.</summary>
    public string Type { get; set; } = "text";

    /// <summary>Unit shown behind the input, for example 元.</summary>
    public string? Unit { get; set; }

    /// <summary>Keyboard of a telephone: numeric, decimal.</summary>
    public string? Inputmode { get; set; }

    /// <summary>Example inside the empty input.</summary>
    public string? Placeholder { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        Start(output, "div");
        var input = new StringBuilder($"<input class=\"form-control\" id=\"{Id}\" name=\"{Encode(Name)}\" type=\"{Encode(Type)}\" autocomplete=\"off\"");
        if (!string.IsNullOrEmpty(Value))
        {
            input.Append($" value=\"{Encode(Value)}\"");
        }

        if (!string.IsNullOrEmpty(Inputmode))
        {
            input.Append($" inputmode=\"{Encode(Inputmode)}\"");
        }

        if (!string.IsNullOrEmpty(Placeholder))
        {
            input.Append($" placeholder=\"{Encode(Placeholder)}\"");
        }

        input.Append(Described()).Append('>');
        var shown = string.IsNullOrEmpty(Unit) ? input.ToString() : $"<div class=\"input-group\">{input}<span class=\"input-group-text\">{Encode(Unit)}</span></div>";
        output.Content.SetHtmlContent($"<label class=\"form-label\" for=\"{Id}\">{LabelText()}</label>{HelpAndProblem()}{shown}");
    }
}
