using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Heng.Platform.Shell.Kit;

/// <summary>What all fields share: label, help, unit, problem, and the ids that tie them together.</summary>
/// <param name="html">Encodes for HTML.</param>
public abstract class FieldTagHelper(HtmlEncoder html) : TagHelper
{
    /// <summary>Name of the field in the address.</summary>
    public string Name { get; set; } = "";

    /// <summary>The question, in Chinese.</summary>
    public string Label { get; set; } = "";

    /// <summary>What the question means, in Chinese.</summary>
    public string? Help { get; set; }

    /// <summary>The present value.</summary>
    public string? Value { get; set; }

    /// <summary>Problems of the form; the one of this field is shown here.</summary>
    public IReadOnlyList<FieldProblem>? Problems { get; set; }

    /// <summary>Whether an answer is needed.</summary>
    public bool Required { get; set; }

    /// <summary>Id of the field that a summary links to.</summary>
    /// <param name="name">Name of the field.</param>
    public static string IdOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return "field-" + string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' ? c : '-'));
    }

    private protected string Id => IdOf(Name);

    private protected string? Problem => Problems?.FirstOrDefault(p => p.Field == Name)?.Says;

    private protected string Encode(string? text) => html.Encode(text ?? "");

    private protected void Start(TagHelperOutput output, string element)
    {
        output.TagName = element;
        output.TagMode = TagMode.StartTagAndEndTag;
        var own = output.Attributes.TryGetAttribute("class", out var given) ? $" {given.Value}" : "";
        output.Attributes.SetAttribute("class", (Problem is null ? "h-field" : "h-field h-field-wrong") + own);
    }

    private protected string LabelText() => Encode(Label) + (Required ? "<span class=\"h-required\">（必填）</span>" : "");

    private protected string Described()
    {
        var ids = new List<string>(2);
        if (!string.IsNullOrEmpty(Help))
        {
            ids.Add(Id + "-help");
        }

        if (Problem is not null)
        {
            ids.Add(Id + "-problem");
        }

        return (ids.Count == 0 ? "" : $" aria-describedby=\"{string.Join(' ', ids)}\"") + (Problem is null ? "" : " aria-invalid=\"true\"");
    }

    private protected string HelpAndProblem()
    {
        var text = new StringBuilder();
        if (!string.IsNullOrEmpty(Help))
        {
            text.Append($"<p class=\"h-help\" id=\"{Id}-help\">{Encode(Help)}</p>");
        }

        if (Problem is { } problem)
        {
            text.Append($"<p class=\"h-problem\" id=\"{Id}-problem\">{Encode(problem)}</p>");
        }

        return text.ToString();
    }
}
