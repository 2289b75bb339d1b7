using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Heng.Platform.Shell.Kit;

/// <summary><c>&lt;h-choice name="noHarm" label="是否没有造成危害后果" value="yes" choices="…" /&gt;</c>: buttons of which one is pressed.</summary>
/// <remarks>Without <see cref="Choices"/> the answers are 是 (yes), 否 (no) and 不清楚 (empty): what is not known is never no.</remarks>
/// <param name="html">Encodes for HTML.</param>
[HtmlTargetElement("h-choice")]
public sealed class ChoiceFieldTagHelper(HtmlEncoder html) : FieldTagHelper(html)
{
    private static readonly Choice[] YesNoUnknown = [new("yes", "是"), new("no", "否"), new("", "不清楚")];

    /// <summary>The options; 是, 否 and 不清楚 unless given.</summary>
    public IEnumerable<Choice> Choices { get; set; } = YesNoUnknown;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        Start(output, "fieldset");
        var buttons = new StringBuilder("<div class=\"h-choices\">");
        var number = 0;
        foreach (var choice in Choices)
        {
            var id = number == 0 ? Id : $"{Id}-{number}";
            buttons.Append($"<label class=\"h-choice\" for=\"{id}\"><input type=\"radio\" id=\"{id}\" name=\"{Encode(Name)}\" value=\"{Encode(choice.Value)}\"");
            buttons.Append(choice.Value == (Value ?? "") ? " checked" : "").Append(Described()).Append($"><span>{Encode(choice.Label)}</span></label>");
            number++;
        }

        output.Content.SetHtmlContent($"<legend class=\"form-label\">{LabelText()}</legend>{HelpAndProblem()}{buttons}</div>");
    }
}
