using System.Text;
using System.Xml.Linq;
using static Heng.Documents.Engine.Wml;

namespace Heng.Documents.Engine;

/// <summary>Layout of official documents (公文格式): page, styles, footer. The official fonts are named; the reader's machine supplies them.</summary>
internal static class FormLayout
{
    private const string Song = "方正小标宋简体";
    private const string Hei = "黑体";
    private const string Fang = "仿宋_GB2312";

    /// <summary>Width of the text in twips, by layout.</summary>
    public static int WidthOf(bool isLetter) => 11906 - (isLetter ? 1588 + 1474 : 1418 + 1304);

    public static XElement Section(bool isLetter) => Element("sectPr",
        Element("footerReference", new XAttribute(W + "type", "default"), new XAttribute(R + "id", "rId3")),
        Element("pgSz", new XAttribute(W + "w", 11906), new XAttribute(W + "h", 16838)),
        isLetter
            ? Element("pgMar", Margin(2098, 1474, 1985, 1588))
            : Element("pgMar", Margin(1588, 1304, 1474, 1418)));

    public static DocxPackage Package(XDocument main) => new(
    [
        ("[Content_Types].xml", Utf8("""<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/word/settings.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/><Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/></Types>""")),
        ("_rels/.rels", Utf8("""<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>""")),
        (DocxPackage.MainPart, DocxPackage.BytesOf(main)),
        ("word/_rels/document.xml.rels", Utf8("""<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings" Target="settings.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" Target="footer1.xml"/></Relationships>""")),
        ("word/styles.xml", DocxPackage.BytesOf(new XDocument(Styles()))),
        ("word/settings.xml", Utf8($"""<?xml version="1.0" encoding="UTF-8"?><w:settings xmlns:w="{W}"><w:defaultTabStop w:val="420"/><w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>""")),
        ("word/footer1.xml", DocxPackage.BytesOf(new XDocument(Footer()))),
    ]);

    private static XElement Styles()
    {
        var styles = Element("styles", new XAttribute(XNamespace.Xmlns + "w", W),
            Element("docDefaults",
                Element("rPrDefault", Element("rPr", Fonts(Fang), WithVal("sz", 32), WithVal("szCs", 32), Element("lang", new XAttribute(Val, "en-US"), new XAttribute(W + "eastAsia", "zh-CN")))),
                Element("pPrDefault", Element("pPr"))),
            Element("style", new XAttribute(W + "type", "paragraph"), new XAttribute(W + "default", "1"), new XAttribute(W + "styleId", "Normal"), WithVal("name", "Normal")),
            Element("style", new XAttribute(W + "type", "table"), new XAttribute(W + "default", "1"), new XAttribute(W + "styleId", "TableNormal"), WithVal("name", "Normal Table"),
                Element("tblPr", Element("tblInd", new XAttribute(W + "w", 0), new XAttribute(W + "type", "dxa")), Element("tblCellMar", Side("top", 60), Side("left", 85), Side("bottom", 60), Side("right", 85)))));
        styles.Add(Style("HBureau", "发文机关", Song, 44, 600, "center"));
        styles.Add(Style("HTitle", "文书标题", Song, 44, 600, "center", after: 160));
        styles.Add(Style("HSmallTitle", "表格标题", Song, 36, 560, "center", after: 120));
        styles.Add(Style("HNumber", "文号", Fang, 32, 560, "center", after: 200));
        styles.Add(Style("HPlain", "顶格正文", Fang, 32, 560, "left"));
        styles.Add(Style("HBody", "正文", Fang, 32, 560, "both", indent: true));
        styles.Add(Style("HHeading", "标题一", Hei, 32, 560, "left", indent: true, keepNext: true));
        styles.Add(Style("HSign", "落款", Fang, 32, 560, "right", right: 640, keepNext: true));
        styles.Add(Style("HSeal", "盖章处", Fang, 32, 560, "right", right: 640));
        styles.Add(Style("HLine", "签名处", Fang, 28, 560, "left", tab: 5200));
        styles.Add(Style("HNote", "附注", Fang, 24, 380, "left", before: 120));
        styles.Add(Style("HCell", "表格内容", Fang, 24, 340, "left"));
        styles.Add(Style("HLabel", "表格栏目", Fang, 24, 340, "center"));
        styles.Add(Style("HHead", "表头", Hei, 24, 340, "center"));
        styles.Add(Style("HCellSign", "表格签名", Fang, 24, 340, "right", right: 240));
        styles.Add(Style("HCellBlank", "表格手写处", Fang, 24, 340, "right", right: 2200));
        styles.Add(Style("HVolume", "封面标题", Song, 60, 900, "center", before: 1200, after: 1400));
        styles.Add(Style("HCover", "封面栏目", Fang, 32, 560, "left", after: 320));
        styles.Add(Style("HEnd", "表后", Fang, 2, 20, "left"));
        styles.Add(Style("HFooter", "页码", Fang, 28, 360, "center"));
        return styles;
    }

    private static XElement Style(string id, string name, string font, int size, int line, string align, bool indent = false, bool keepNext = false, int after = 0, int before = 0, int right = 0, int tab = 0)
        => Element("style", new XAttribute(W + "type", "paragraph"), new XAttribute(W + "customStyle", "1"), new XAttribute(W + "styleId", id), WithVal("name", name), WithVal("basedOn", "Normal"), Element("qFormat"),
            Element("pPr",
                keepNext ? Element("keepNext") : null,
                keepNext ? Element("keepLines") : null,
                tab > 0 ? Element("tabs", Element("tab", new XAttribute(Val, "left"), new XAttribute(W + "pos", tab))) : null,
                Element("spacing", new XAttribute(W + "before", before), new XAttribute(W + "after", after), new XAttribute(W + "line", line), new XAttribute(W + "lineRule", "exact")),
                indent ? Element("ind", new XAttribute(W + "firstLineChars", 200), new XAttribute(W + "firstLine", 640)) : right > 0 ? Element("ind", new XAttribute(W + "right", right)) : null,
                WithVal("jc", align)),
            Element("rPr", Fonts(font), WithVal("sz", size), WithVal("szCs", size)));

    private static XElement Fonts(string font) => Element("rFonts", new XAttribute(W + "ascii", font), new XAttribute(W + "hAnsi", font), new XAttribute(W + "eastAsia", font), new XAttribute(W + "cs", font));

    private static XElement Footer() => Element("ftr", new XAttribute(XNamespace.Xmlns + "w", W),
        Element("p", Element("pPr", WithVal("pStyle", "HFooter")),
            Element("r", TextOf("— ")),
            Element("fldSimple", new XAttribute(W + "instr", " PAGE "), Element("r", TextOf("1"))),
            Element("r", TextOf(" —"))));

    private static XElement Side(string name, int width) => Element(name, new XAttribute(W + "w", width), new XAttribute(W + "type", "dxa"));

    private static XAttribute[] Margin(int top, int right, int bottom, int left)
        => [new(W + "top", top), new(W + "right", right), new(W + "bottom", bottom), new(W + "left", left), new(W + "header", 851), new(W + "footer", 1134), new(W + "gutter", 0)];

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
