using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Heng.Platform.Shell.Kit;

/// <summary><c>&lt;h-checks name="people" label="办案人员" values="…" choices="…" /&gt;</c>: boxes of which any may be ticked.</summary>
/// <param name="html">Encodes for HTML.</param>
[HtmlTargetElement("h-checks")]
public sealed class ChecksFieldTagHelper(HtmlEncoder html) : FieldTagHelper(html)
{
    private const int ManyChoices = 24;

    /// <summary>The boxes.</summary>
    public IEnumerable<Choice> Choices { get; set; } = [];

    /// <summary>The values ticked.</summary>
    public IEnumerable<string> Values { get; set; } = [];

    /// <summary>Words shown when there is nothing to tick.</summary>
    public string Empty { get; set; } = "没有可选的内容。";

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        Start(output, "fieldset");
        var ticked = Values.ToHashSet(StringComparer.Ordinal);
        // What is ticked stands first, so that a long list need not be searched for it.
        var all = Choices.OrderByDescending(c => ticked.Contains(c.Value)).ToArray();
        var shown = Math.Max(ManyChoices, ticked.Count);
        var boxes = new StringBuilder();
        boxes.Append(all.Length == 0 ? $"<p class=\"h-help\" id=\"{Id}\">{Encode(Empty)}</p>" : $"<div class=\"h-choices\">{Boxes(all.Take(shown), 0, ticked)}</div>");
        if (all.Length > shown)
        {
            boxes.Append($"<details class=\"h-more\"><summary>其余 {all.Length - shown} 项</summary><div class=\"h-choices\">{Boxes(all.Skip(shown), shown, ticked)}</div></details>");
        }

        output.Content.SetHtmlContent($"<legend class=\"form-label\">{LabelText()}</legend>{HelpAndProblem()}{boxes}");
    }

    private string Boxes(IEnumerable<Choice> choices, int first, HashSet<string> ticked)
    {
        var boxes = new StringBuilder();
        var number = first;
        foreach (var choice in choices)
        {
            var id = number == 0 ? Id : $"{Id}-{number}";
            boxes.Append($"<label class=\"h-choice\" for=\"{id}\"><input type=\"checkbox\" id=\"{id}\" name=\"{Encode(Name)}\" value=\"{Encode(choice.Value)}\"");
            boxes.Append(ticked.Contains(choice.Value) ? " checked" : "").Append(Described()).Append($"><span>{Encode(choice.Label)}</span></label>");
            number++;
        }

        return boxes.ToString();
    }
}
