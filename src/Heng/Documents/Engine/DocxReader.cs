using System.Globalization;
using System.Net;
using System.Text;
using System.Xml.Linq;
using static Heng.Documents.Engine.Wml;

namespace Heng.Documents.Engine;

/// <summary>Reads a .docx for people: as lines of text, and as HTML for preview and print. It knows the elements that our templates use.</summary>
internal static class DocxReader
{
    /// <summary>The text of a document, a line for each paragraph or row.</summary>
    public static string TextOf(XDocument main)
    {
        var text = new StringBuilder();
        foreach (var block in Blocks(main.Root!.Element(Body)!))
        {
            if (block.Name == Table)
            {
                foreach (var row in block.Descendants(Row))
                {
                    text.Append(TableLine.Write(row.Descendants(Cell).Select(c => string.Join(" / ", c.Descendants(Paragraph).Select(ParagraphText))))).Append('\n');
                }
            }
            else
            {
                text.Append(StyleOf(block) == "HEnd" ? "" : ParagraphText(block) + "\n");
            }
        }

        return text.ToString();
    }

    /// <summary>The document as HTML with classes after the styles; no style of its own.</summary>
    public static string HtmlOf(XDocument main)
    {
        var html = new StringBuilder();
        foreach (var block in Blocks(main.Root!.Element(Body)!))
        {
            if (block.Name == Table)
            {
                WriteTable(html, block);
            }
            else
            {
                WriteParagraph(html, block);
            }
        }

        return html.ToString();
    }

    private static IEnumerable<XElement> Blocks(XElement parent)
    {
        foreach (var child in parent.Elements())
        {
            if (child.Name == Paragraph || child.Name == Table)
            {
                yield return child;
            }
            else if (child.Name == Control)
            {
                foreach (var inner in Blocks(child.Element(ControlContent)!))
                {
                    yield return inner;
                }
            }
        }
    }

    private static string ParagraphText(XElement paragraph)
        => string.Concat(paragraph.Descendants().Select(e => e.Name == Text ? e.Value : e.Name == Break ? "\n" : e.Name == Tab ? "\t" : ""));

    private static void WriteParagraph(StringBuilder html, XElement paragraph)
    {
        if (paragraph.Descendants(Break).Any(b => (string?)b.Attribute(W + "type") == "page"))
        {
            html.Append("<hr class=\"d-page\">");
            return;
        }

        var style = StyleOf(paragraph);
        if (style == "HEnd")
        {
            return;
        }

        var text = string.Join("<br>", ParagraphText(paragraph).Replace("\t", "　　　　　　　　", StringComparison.Ordinal).Split('\n').Select(WebUtility.HtmlEncode));
        var element = style is "HTitle" or "HSmallTitle" or "HVolume" ? "h2" : style == "HHeading" ? "h3" : "p";
        html.Append('<').Append(element).Append(" class=\"").Append(ClassOf(style)).Append("\">").Append(text.Length == 0 ? "&nbsp;" : text).Append("</").Append(element).Append('>');
    }

    private static void WriteTable(StringBuilder html, XElement table)
    {
        html.Append("<table class=\"d-table\">");
        foreach (var row in table.Descendants(Row))
        {
            var isHead = row.Element(RowProperties)?.Element(W + "tblHeader") is not null;
            html.Append(isHead ? "<thead><tr>" : "<tr>");
            foreach (var cell in row.Descendants(Cell))
            {
                var span = (string?)cell.Element(W + "tcPr")?.Element(W + "gridSpan")?.Attribute(Val);
                var paragraphs = cell.Descendants(Paragraph).ToList();
                var isLabel = isHead || paragraphs.TrueForAll(p => StyleOf(p) == "HLabel");
                html.Append(isLabel ? "<th" : "<td");
                if (int.TryParse(span, NumberStyles.None, CultureInfo.InvariantCulture, out var columns))
                {
                    html.Append(" colspan=\"").Append(columns).Append('"');
                }

                html.Append('>');
                foreach (var paragraph in paragraphs)
                {
                    WriteParagraph(html, paragraph);
                }

                html.Append(isLabel ? "</th>" : "</td>");
            }

            html.Append(isHead ? "</tr></thead>" : "</tr>");
        }

        html.Append("</table>");
    }

    private static string ClassOf(string? style) => style switch
    {
        "HBureau" => "d-bureau",
        "HTitle" or "HVolume" => "d-title",
        "HSmallTitle" => "d-small-title",
        "HNumber" => "d-number",
        "HPlain" => "d-plain",
        "HHeading" => "d-heading",
        "HSign" or "HSeal" => "d-sign",
        "HNote" or "HLine" => "d-note",
        "HCell" => "d-cell",
        "HLabel" or "HHead" => "d-label",
        "HCellSign" or "HCellBlank" => "d-cell-sign",
        "HCover" => "d-cover",
        _ => "d-body",
    };
}
