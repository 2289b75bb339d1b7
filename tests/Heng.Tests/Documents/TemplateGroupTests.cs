using Heng.Documents;
using Heng.Documents.Engine;

namespace Heng.Tests.Documents;

/// <summary>Groups of a template: what stands only sometimes, what repeats, what stays on one page.</summary>
public sealed class TemplateGroupTests
{
    [Fact, Row("6.6")]
    public void A_group_stands_only_when_its_tag_has_something_to_say()
    {
        const string Form = "layout letter\nwhen hearing\np 可以要求听证（{hearing}）。\ndone\nunless hearing\np 可以陈述、申辩。\ndone\np 完。";
        Assert.Equal("可以要求听证（罚款较大）。\n完。\n", TextOf(Form, ("hearing", "罚款较大")));
        Assert.Equal("可以陈述、申辩。\n完。\n", TextOf(Form, ("hearing", "")));
    }

    [Fact, Row("6.6")]
    public void A_group_whose_tag_is_not_known_is_told()
        => Assert.Equal(["hearing"], Fill("layout letter\nwhen hearing\np 可以要求听证。\ndone\np 完。", [], []).Unknown);

    [Fact, Row("6.6")]
    public void Paragraphs_repeat_once_for_each_row_and_vanish_without_rows()
    {
        const string Form = "layout letter\nrepeat views\np {no}．{name}：\np {says}\ndone\np 完。";
        Assert.Equal("1．甲：\n同意。\n2．乙：\n不同意。\n完。\n", Fill(Form, [], [Row("1", "甲", "同意。"), Row("2", "乙", "不同意。")]).Text);
        Assert.Equal("完。\n", Fill(Form, [], []).Text);
    }

    [Fact, Row("6.6")]
    public void What_is_kept_together_stays_so_whatever_its_length()
    {
        var form = TemplateFile.Of(TemplateText.Compile("layout letter\ntogether\np {reasons}\ntable 50 50\nrow 甲 | 乙\nrow 丙 | >> {sum}\nend\nsign 机关\nseal 日期\ndone"));
        var filled = form.Fill(new DocumentDraft("x", 1, "", default) { Fields = new Dictionary<string, string> { ["reasons"] = "一。\n二。\n三。", ["sum"] = "1.00元" } });
        var package = DocxPackage.TryRead(filled.ToBytes(), out _)!;
        var paragraphs = package.ReadMain().Descendants(Wml.Paragraph).Where(p => Wml.StyleOf(p) is not null).ToArray();
        Assert.Equal(["一。", "二。", "三。", "甲", "乙", "丙", "1.00元", "机关", "日期"], paragraphs.Select(p => p.Value));
        Assert.All(paragraphs[..^1], p => Assert.NotNull(p.Element(Wml.ParagraphProperties)!.Element(Wml.W + "keepNext")));
        Assert.All(paragraphs, p => Assert.NotNull(p.Element(Wml.ParagraphProperties)!.Element(Wml.W + "keepLines")));
    }

    [Fact]
    public void A_group_that_is_not_closed_is_a_fault_of_the_template()
        => Assert.Throws<FormatException>(() => TemplateText.Compile("layout letter\nwhen a\np b"));

    private static Dictionary<string, string> Row(string no, string name, string says) => new(StringComparer.Ordinal) { ["no"] = no, ["name"] = name, ["says"] = says };

    private static string TextOf(string form, params (string Tag, string Text)[] fields) => Fill(form, fields, []).Text;

    private static FilledForm Fill(string form, (string Tag, string Text)[] fields, Dictionary<string, string>[] views)
        => TemplateFile.Of(TemplateText.Compile(form)).Fill(new DocumentDraft("x", 1, "", default)
        {
            Fields = fields.ToDictionary(f => f.Tag, f => f.Text, StringComparer.Ordinal),
            Rows = new Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>>(StringComparer.Ordinal) { ["views"] = views },
        });
}
