using System.Security.Cryptography;
using System.Xml.Linq;
using static Heng.Documents.Engine.Wml;

namespace Heng.Documents.Engine;

/// <summary>Template (文书模板) ready to be filled: its package, its hash, its tags.</summary>
/// <remarks>
/// A control whose tag begins with <c>?</c> stands only where the tag has something to say, one that begins with <c>!</c> only where it has not.
/// A control around a row or around paragraphs repeats when the document has rows of its tag.
/// </remarks>
public sealed class TemplateFile
{
    internal const char When = '?';
    internal const char Unless = '!';

    private readonly XDocument main;
    private readonly DocxPackage package;

    private TemplateFile(DocxPackage package, byte[] content)
    {
        this.package = package;
        main = package.ReadMain();
        Content = content;
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(content));
        Tags = [.. main.Descendants(Control).Select(TagOf).OfType<string>().Select(t => t.TrimStart(When, Unless)).Distinct()];
    }

    /// <summary>The .docx.</summary>
    public byte[] Content { get; }

    /// <summary>Its hash.</summary>
    public string Sha256 { get; }

    /// <summary>The tags in it, in order.</summary>
    public IReadOnlyList<string> Tags { get; }

    internal static TemplateFile Of(DocxPackage package) => new(package, package.ToBytes());

    /// <summary>Reads a template, or says why it is none.</summary>
    /// <param name="content">The .docx.</param>
    /// <param name="fault">Why it is none.</param>
    public static TemplateFile? TryRead(byte[] content, out string fault)
    {
        ArgumentNullException.ThrowIfNull(content);
        return DocxPackage.TryRead(content, out fault) is { } package ? new TemplateFile(package, content) : null;
    }

    /// <summary>Fills the template.</summary>
    /// <param name="draft">What stands in the document.</param>
    public FilledForm Fill(DocumentDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var document = new XDocument(main);
        var filling = new Filling(draft);
        filling.Visit(document.Root!, draft.Fields);
        return new FilledForm(package.WithMain(document), document, [.. filling.Unknown], Tags);
    }

    private sealed class Filling(DocumentDraft draft)
    {
        public HashSet<string> Unknown { get; } = new(StringComparer.Ordinal);

        public void Visit(XElement element, IReadOnlyDictionary<string, string> fields)
        {
            foreach (var child in element.Elements().ToList())
            {
                if (child.Name == Control)
                {
                    child.ReplaceWith(Replace(child, fields));
                }
                else if (child.HasElements)
                {
                    Visit(child, fields);
                }
            }
        }

        private List<XElement> Replace(XElement control, IReadOnlyDictionary<string, string> fields)
        {
            var content = control.Element(ControlContent)?.Elements().ToList() ?? [];
            if (TagOf(control) is not { } tag || content.Count == 0)
            {
                return Unwrapped(content, fields);
            }

            if (tag[0] is When or Unless)
            {
                return Says(tag[1..], fields) == (tag[0] == When) ? Unwrapped(content, fields) : [];
            }

            if (draft.Rows.TryGetValue(tag, out var rows))
            {
                return [.. (rows.Count == 0 && content[0].Name == Row ? [new Blank()] : rows).SelectMany(r => Unwrapped([.. content.Select(c => new XElement(c))], new Scope(r, fields)))];
            }

            var lines = draft.Passages.TryGetValue(tag, out var passage) ? LinesOf(passage) : fields.TryGetValue(tag, out var text) ? Lines(text) : null;
            if (lines is null)
            {
                Unknown.Add(tag);
                lines = [$"【{tag}】"];
            }

            return content[0].Name == Paragraph ? Paragraphs(content[0], lines)
                : content[0].Name == Cell ? [CellOf(content[0], lines)]
                : content[0].Name == Row ? Unwrapped(content, fields)
                : [RunOf(content[0], lines)];
        }

        /// <summary>Whether a tag has something to say.</summary>
        private bool Says(string tag, IReadOnlyDictionary<string, string> fields)
        {
            if (draft.Rows.TryGetValue(tag, out var rows))
            {
                return rows.Count > 0;
            }

            if (draft.Passages.TryGetValue(tag, out var passage))
            {
                return passage.Count > 0;
            }

            if (!fields.TryGetValue(tag, out var text))
            {
                Unknown.Add(tag);
            }

            return !string.IsNullOrEmpty(text);
        }

        private List<XElement> Unwrapped(List<XElement> content, IReadOnlyDictionary<string, string> fields)
        {
            // Visiting replaces what stands in a parent, so a parent is made for it.
            var holder = new XElement("holder", content);
            Visit(holder, fields);
            var result = holder.Elements().ToList();
            result.ForEach(e => e.Remove());
            return result;
        }

        private static string[] Lines(string text) => text.Length == 0 ? ["／"] : text == FormText.ByHand ? [text] : text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } lines ? lines : ["／"];

        private static string[] LinesOf(IReadOnlyList<Sentence> passage)
        {
            var lines = new List<string>();
            foreach (var sentence in passage)
            {
                var text = sentence.IsBroken ? $"【缺少依据】{sentence.Text}" : sentence.Text;
                if (sentence.Begins || lines.Count == 0)
                {
                    lines.Add(text);
                }
                else
                {
                    lines[^1] += text;
                }
            }

            return lines.Count == 0 ? ["／"] : [.. lines];
        }

        private static List<XElement> Paragraphs(XElement pattern, string[] lines)
        {
            var properties = pattern.Element(ParagraphProperties);
            var run = pattern.Descendants(Run).FirstOrDefault()?.Element(RunProperties);
            return [.. lines.Select((l, i) =>
            {
                var own = properties is null ? null : new XElement(properties);
                // A group that is kept together stays so however many paragraphs a text has.
                if (i < lines.Length - 1 && own?.Element(W + "keepLines") is null)
                {
                    own?.Element(W + "keepNext")?.Remove();
                }

                return new XElement(Paragraph, own, new XElement(Run, run is null ? null : new XElement(run), TextOf(l)));
            })];
        }

        private static XElement CellOf(XElement cell, string[] lines)
        {
            var result = new XElement(cell.Name, cell.Elements(W + "tcPr"));
            result.Add(Paragraphs(cell.Elements(Paragraph).First(), lines));
            return result;
        }

        private static XElement RunOf(XElement pattern, string[] lines)
        {
            var run = new XElement(Run, pattern.Element(RunProperties));
            for (var i = 0; i < lines.Length; i++)
            {
                run.Add(i > 0 ? new XElement(Break) : null, TextOf(lines[i]));
            }

            return run;
        }
    }

    private sealed class Blank : System.Collections.ObjectModel.ReadOnlyDictionary<string, string>
    {
        public Blank()
            : base(new Dictionary<string, string>())
        {
        }
    }

    /// <summary>The fields of a row, and those of the document behind them; a row without items is blank.</summary>
    private sealed class Scope(IReadOnlyDictionary<string, string> row, IReadOnlyDictionary<string, string> outer) : IReadOnlyDictionary<string, string>
    {
        public string this[string key] => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException(key);

        public IEnumerable<string> Keys => row.Keys.Concat(outer.Keys).Distinct();

        public IEnumerable<string> Values => Keys.Select(k => this[k]);

        public int Count => Keys.Count();

        public bool ContainsKey(string key) => row.ContainsKey(key) || outer.ContainsKey(key);

        public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => Keys.Select(k => KeyValuePair.Create(k, this[k])).GetEnumerator();

        public bool TryGetValue(string key, out string value)
        {
            if (row is Blank)
            {
                value = "";
                return true;
            }

            return row.TryGetValue(key, out value!) || outer.TryGetValue(key, out value!);
        }

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}

/// <summary>Filled form (成稿): the package and the tags for which there was nothing.</summary>
public sealed class FilledForm
{
    private readonly DocxPackage package;
    private readonly XDocument main;

    internal FilledForm(DocxPackage package, XDocument main, IReadOnlyList<string> unknown, IReadOnlyList<string> used)
    {
        (this.package, this.main, Unknown, Used) = (package, main, unknown, used.ToHashSet(StringComparer.Ordinal));
        Text = DocxReader.TextOf(main);
    }

    /// <summary>Tags of the template for which there was nothing.</summary>
    public IReadOnlyList<string> Unknown { get; }

    /// <summary>Tags that the template uses.</summary>
    public IReadOnlySet<string> Used { get; }

    /// <summary>The text, a line for each paragraph or row.</summary>
    public string Text { get; }

    /// <summary>The document as HTML.</summary>
    public string Html => DocxReader.HtmlOf(main);

    /// <summary>The .docx.</summary>
    public byte[] ToBytes() => package.ToBytes();

    /// <summary>The HTML of a .docx that was kept; null when it cannot be read.</summary>
    /// <param name="content">The .docx.</param>
    public static string? HtmlOf(byte[] content) => DocxPackage.TryRead(content, out _) is { } kept ? DocxReader.HtmlOf(kept.ReadMain()) : null;

    /// <summary>The text of a .docx that was kept; null when it cannot be read.</summary>
    /// <param name="content">The .docx.</param>
    public static string? TextOf(byte[] content) => DocxPackage.TryRead(content, out _) is { } kept ? DocxReader.TextOf(kept.ReadMain()) : null;
}
