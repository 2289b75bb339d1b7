using System.Globalization;
using System.Xml.Linq;
using static Heng.Documents.Engine.Wml;

namespace Heng.Documents.Engine;

/// <summary>Compiles the readable description of a form into a .docx with content controls.</summary>
/// <remarks>
/// One line, one element: its kind, then its text; <c>{tag}</c> is a content control. Kinds: <c>layout letter|table</c>, <c>bureau</c>, <c>title</c>,
/// <c>number</c>, <c>to</c>, <c>p</c>, <c>h</c>, <c>note</c>, <c>line</c> (to sign on; a bar goes to the next tab stop), <c>sign</c>, <c>seal</c>, <c>volume</c> and <c>cover</c> (title and lines of a cover), <c>page</c>; tables:
/// <c>table WIDTHS</c>, <c>head</c>, <c>row</c>, <c>tall</c>, <c>each TAG</c> before the row that repeats, <c>end</c>. Cells stand between bars; a cell ends with <c>>N</c> to span N columns; <c>//</c> begins a
/// paragraph in a cell, <c>>></c> sets it to the right, as sums stand; wide spaces are kept, for people sign and date by hand on them. Groups, each closed by <c>done</c>: <c>when TAG</c> stands only where the tag has
/// something to say, <c>unless TAG</c> only where it has not, <c>repeat TAG</c> once for each of its rows, <c>together</c> on one page.
/// </remarks>
internal static class TemplateText
{
    private static readonly string[] sides = ["top", "left", "bottom", "right", "insideH", "insideV"];

    public static DocxPackage Compile(string text)
    {
        var body = new XElement(Body);
        var into = body;
        var groups = new Stack<(string Kind, string Tag, XElement Outer)>();
        var isLetter = true;
        string? each = null;
        XElement? table = null;
        int[] widths = [];
        var id = 0;
        foreach (var line in text.Split('\n').Select(l => l.TrimEnd('\r')).Where(l => l.Length > 0 && l[0] != '#'))
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            var (kind, rest) = space < 0 ? (line, "") : (line[..space], line[(space + 1)..]);
            switch (kind)
            {
                case "layout":
                    isLetter = rest == "letter";
                    break;
                case "when" or "unless" or "repeat" or "together":
                    groups.Push((kind, rest, into));
                    into = new XElement("group");
                    break;
                case "done":
                    var (group, tag, outer) = groups.Pop();
                    if (group == "together" && into.Elements().Any(e => StyleOf(e) == "HSign") && Above(outer) is { } before && before.Name != Table)
                    {
                        // A page with nothing but the seal says nothing of what was sealed.
                        KeepWithNext(before);
                    }

                    outer.Add(Closed(group, tag, into, ref id));
                    into = outer;
                    break;
                case "table":
                    widths = Widths(rest, FormLayout.WidthOf(isLetter));
                    table = NewTable(widths);
                    break;
                case "each":
                    each = rest;
                    break;
                case "head" or "row" or "tall":
                    var row = NewRow(kind, rest, widths, ref id);
                    table!.Add(each is null ? row : Control(each, row, ref id));
                    each = null;
                    break;
                case "end":
                    if (Above(into) is { } above && above.Name != Table)
                    {
                        KeepWithNext(above);
                    }

                    if (LastOf(into)?.Name == Table)
                    {
                        // Two tables with nothing between them become one, and the head of the first would stand above the second on the next page.
                        into.Add(NewParagraph("HEnd", "", ref id));
                    }

                    into.Add(table);
                    table = null;
                    break;
                case "page":
                    into.Add(new XElement(Paragraph, new XElement(Run, new XElement(Break, new XAttribute(W + "type", "page")))));
                    break;
                case "sign" or "line":
                    // Signatures never stand alone on a page.
                    if (Above(into) is { } last)
                    {
                        KeepWithNext(last);
                    }

                    into.Add(kind == "sign" ? NewParagraph("HSign", rest, ref id) : NewParagraph("HLine", rest.Replace(" | ", "\t", StringComparison.Ordinal), ref id));
                    break;
                default:
                    into.Add(Alone(rest, NewParagraph(StyleOfKind(kind), rest, ref id), ref id));
                    break;
            }
        }

        if (groups.Count > 0)
        {
            throw new FormatException($"'{groups.Peek().Kind}' is not closed by 'done'.");
        }

        if (LastOf(body)!.Name == Table)
        {
            // A table must be followed by a paragraph.
            body.Add(NewParagraph("HEnd", "", ref id));
        }

        body.Add(FormLayout.Section(isLetter));
        return FormLayout.Package(new XDocument(new XElement(Document, new XAttribute(XNamespace.Xmlns + "w", W), new XAttribute(XNamespace.Xmlns + "r", R), body)));

        XElement? Above(XElement inside) => groups.Select(g => g.Outer).Prepend(inside).Select(LastOf).FirstOrDefault(e => e is not null);
    }

    /// <summary>What a group becomes: its elements kept together, or a control around them.</summary>
    private static object Closed(string group, string tag, XElement inside, ref int id)
    {
        if (group == "together")
        {
            KeepTogether([.. inside.Elements()]);
            return inside.Elements();
        }

        return Control(group == "when" ? TemplateFile.When + tag : group == "unless" ? TemplateFile.Unless + tag : tag, inside.Elements(), ref id);
    }

    /// <summary>The last paragraph or table of a body or group; null where there is none.</summary>
    private static XElement? LastOf(XElement parent)
        => parent.Elements().LastOrDefault() is { } last ? last.Name == Wml.Control ? LastOf(last.Element(ControlContent)!) : last : null;

    private static string StyleOfKind(string kind) => kind switch
    {
        "bureau" => "HBureau",
        "title" => "HTitle",
        "small" => "HSmallTitle",
        "number" => "HNumber",
        "to" => "HPlain",
        "p" => "HBody",
        "h" => "HHeading",
        "note" => "HNote",
        "seal" => "HSeal",
        "volume" => "HVolume",
        "cover" => "HCover",
        _ => throw new FormatException($"'{kind}' is no element of a form."),
    };

    /// <summary>A paragraph that holds one tag alone becomes a block: its text may have several paragraphs.</summary>
    private static XElement Alone(string text, XElement paragraph, ref int id)
        => IsAlone(text) is { } tag ? Control(tag, new XElement(Paragraph, paragraph.Element(ParagraphProperties), new XElement(Run, TextOf(tag))), ref id) : paragraph;

    private static string? IsAlone(string text) => text.Length > 2 && text[0] == '{' && text[^1] == '}' && text.IndexOf('{', 1) < 0 ? text[1..^1] : null;

    private static XElement NewParagraph(string style, string text, ref int id)
    {
        var paragraph = new XElement(Paragraph, new XElement(ParagraphProperties, WithVal("pStyle", style)));
        while (text.Length > 0)
        {
            var open = text.IndexOf('{', StringComparison.Ordinal);
            var plain = open < 0 ? text : text[..open];
            if (plain.Length > 0)
            {
                paragraph.Add(new XElement(Run, plain.Split('\t').SelectMany((part, i) => i == 0 ? new[] { TextOf(part) } : [new XElement(Tab), TextOf(part)])));
            }

            if (open < 0)
            {
                break;
            }

            var close = text.IndexOf('}', StringComparison.Ordinal);
            var tag = text[(open + 1)..close];
            paragraph.Add(Control(tag, new XElement(Run, TextOf(tag)), ref id));
            text = text[(close + 1)..];
        }

        return paragraph;
    }

    private static XElement Control(string tag, object content, ref int id)
        => new(W + "sdt", new XElement(ControlProperties, WithVal("alias", tag), WithVal("tag", tag), WithVal("id", ++id)), new XElement(ControlContent, content));

    private static XElement NewTable(int[] widths) => new(Wml.Table,
        Element("tblPr",
            Element("tblW", new XAttribute(W + "w", widths.Sum()), new XAttribute(W + "type", "dxa")),
            WithVal("jc", "center"),
            Element("tblBorders", sides.Select(s => Element(s, new XAttribute(Val, "single"), new XAttribute(W + "sz", 6), new XAttribute(W + "space", 0), new XAttribute(W + "color", "000000")))),
            Element("tblLayout", new XAttribute(W + "type", "fixed"))),
        Element("tblGrid", widths.Select(w => Element("gridCol", new XAttribute(W + "w", w)))));

    private static XElement NewRow(string kind, string text, int[] widths, ref int id)
    {
        var row = new XElement(Row, new XElement(RowProperties,
            Element("cantSplit"),
            Element("trHeight", new XAttribute(Val, kind == "tall" ? 1900 : 560), new XAttribute(W + "hRule", "atLeast")),
            kind == "head" ? Element("tblHeader") : null));
        var column = 0;
        foreach (var part in text.Split('|').Select(p => p.Trim(' ')))
        {
            var (cell, span) = SpanOf(part);
            var width = widths.Skip(column).Take(span).Sum();
            column += span;
            var isLabel = IsAlone(cell)?.EndsWith("Title", StringComparison.Ordinal) ?? !cell.Contains('{', StringComparison.Ordinal) && !cell.Contains("//", StringComparison.Ordinal);
            var element = new XElement(Cell, Element("tcPr",
                Element("tcW", new XAttribute(W + "w", width), new XAttribute(W + "type", "dxa")),
                span > 1 ? WithVal("gridSpan", span) : null,
                WithVal("vAlign", "center")));
            foreach (var line in cell.Split("//").Select(l => l.Trim(' ')))
            {
                var right = line.StartsWith(">>", StringComparison.Ordinal);
                // Converters drop spaces at the end of a line that is set to the right; an indent keeps the place to sign on.
                var blank = right && line.EndsWith('　');
                var words = right ? line[2..].Trim(' ').TrimEnd('　') : line;
                element.Add(Alone(words, NewParagraph(blank ? "HCellBlank" : right ? "HCellSign" : kind == "head" ? "HHead" : isLabel ? "HLabel" : "HCell", words, ref id), ref id));
            }

            row.Add(element);
        }

        return row;
    }

    private static (string Text, int Span) SpanOf(string cell)
    {
        var at = cell.LastIndexOf('>');
        return at >= 0 && (at == 0 || cell[at - 1] == ' ') && int.TryParse(cell[(at + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var span) ? (cell[..at].TrimEnd(' '), span) : (cell, 1);
    }

    private static int[] Widths(string text, int total)
    {
        var shares = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(s => int.Parse(s, NumberStyles.None, CultureInfo.InvariantCulture)).ToArray();
        var widths = shares.Select(s => total * s / shares.Sum()).ToArray();
        widths[^1] += total - widths.Sum();
        return widths;
    }

    private static void KeepWithNext(XElement element)
    {
        foreach (var properties in PropertiesIn(element))
        {
            Put(properties, "keepNext", "pStyle");
        }
    }

    /// <summary>Keeps elements on one page: every paragraph whole, and with the next one.</summary>
    private static void KeepTogether(IReadOnlyList<XElement> elements)
    {
        foreach (var element in elements.SkipLast(1).Concat(elements.TakeLast(1).SelectMany(e => e.Descendants(Row).SkipLast(1))))
        {
            KeepWithNext(element);
        }

        foreach (var properties in elements.SelectMany(PropertiesIn))
        {
            Put(properties, "keepLines", properties.Element(W + "keepNext") is null ? "pStyle" : "keepNext");
        }
    }

    private static IEnumerable<XElement> PropertiesIn(XElement element) => element.DescendantsAndSelf(Paragraph).Select(p => p.Element(ParagraphProperties)).OfType<XElement>();

    private static void Put(XElement properties, string name, string after)
    {
        if (properties.Element(W + name) is null)
        {
            properties.Element(W + after)?.AddAfterSelf(Element(name));
        }
    }
}
