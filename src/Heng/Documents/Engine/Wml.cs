using System.Xml.Linq;

namespace Heng.Documents.Engine;

/// <summary>Names of WordprocessingML that the engine writes and reads.</summary>
internal static class Wml
{
    public static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    public static readonly XNamespace R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    public static readonly XName Document = W + "document";
    public static readonly XName Body = W + "body";
    public static readonly XName Paragraph = W + "p";
    public static readonly XName ParagraphProperties = W + "pPr";
    public static readonly XName Run = W + "r";
    public static readonly XName RunProperties = W + "rPr";
    public static readonly XName Text = W + "t";
    public static readonly XName Break = W + "br";
    public static readonly XName Tab = W + "tab";
    public static readonly XName Table = W + "tbl";
    public static readonly XName Row = W + "tr";
    public static readonly XName RowProperties = W + "trPr";
    public static readonly XName Cell = W + "tc";
    public static readonly XName Control = W + "sdt";
    public static readonly XName ControlProperties = W + "sdtPr";
    public static readonly XName ControlContent = W + "sdtContent";
    public static readonly XName Val = W + "val";

    public static string? TagOf(XElement control) => (string?)control.Element(ControlProperties)?.Element(W + "tag")?.Attribute(Val);

    public static string? StyleOf(XElement paragraph) => (string?)paragraph.Element(ParagraphProperties)?.Element(W + "pStyle")?.Attribute(Val);

    public static XElement Element(string name, params object?[] content) => new(W + name, content);

    public static XElement WithVal(string name, object value) => new(W + name, new XAttribute(Val, value));

    public static XElement TextOf(string text) => new(Text, new XAttribute(XNamespace.Xml + "space", "preserve"), text);
}
