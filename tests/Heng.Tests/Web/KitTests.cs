using System.Text.Encodings.Web;
using System.Text.Unicode;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Heng.Law;
using Heng.Law.Citations;
using Heng.Platform.Shell;
using Heng.Platform.Shell.Kit;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.DependencyInjection;

namespace Heng.Tests.Web;

public sealed class KitTests(SiteFixture site)
{
    private static readonly HtmlEncoder html = HtmlEncoder.Create(UnicodeRanges.All);

    [Fact]
    public void A_field_ties_its_label_help_and_problem_to_its_input()
    {
        var field = Render(new InputFieldTagHelper(html) { Name = "goodsValue", Label = "货值金额", Help = "已售出的也算", Unit = "元", Value = "66", Problems = [new("goodsValue", "请填写数字")] });
        var input = field.QuerySelector("input")!;
        Assert.Equal("field-goodsValue", input.Id);
        Assert.Equal(input.Id, field.QuerySelector("label")!.GetAttribute("for"));
        Assert.Equal("field-goodsValue-help field-goodsValue-problem", input.GetAttribute("aria-describedby"));
        Assert.Equal("true", input.GetAttribute("aria-invalid"));
        Assert.Equal("请填写数字", field.QuerySelector("#field-goodsValue-problem")!.TextContent);
        Assert.Equal("元", field.QuerySelector(".input-group-text")!.TextContent);
    }

    [Fact]
    public void What_a_person_typed_never_becomes_markup()
    {
        const string Typed = "\"><script>alert(1)</script>";
        var field = Render(new InputFieldTagHelper(html) { Name = Typed, Label = Typed, Help = Typed, Value = Typed, Problems = [new(Typed, Typed)] });
        Assert.Null(field.QuerySelector("script"));
        Assert.Equal(Typed, field.QuerySelector("input")!.GetAttribute("value"));
        Assert.Null(Render(new SelectFieldTagHelper(html) { Name = "a", Choices = [new(Typed, Typed)] }).QuerySelector("script"));
        Assert.Null(Render(new ProblemSummaryTagHelper(html) { Problems = [new(Typed, Typed)] }).QuerySelector("script"));
        Assert.Null(Render(new CardTagHelper(html) { Title = Typed }).QuerySelector("script"));
    }

    [Fact]
    public void A_folded_card_shows_its_heading_and_opens_by_itself()
    {
        var card = Render(new CardTagHelper(html) { Title = "证据", Folded = true, Note = "已完成" });
        Assert.Equal("证据 已完成", card.QuerySelector("details.h-card > summary")!.TextContent);
        Assert.Equal("证据", card.QuerySelector("summary > h2")!.TextContent);
        Assert.NotNull(card.QuerySelector("details > .h-card-body"));
    }

    [Theory]
    [InlineData("yes", "是")]
    [InlineData("no", "否")]
    [InlineData("", "不清楚")]
    [InlineData(null, "不清楚")]
    public void A_question_without_an_answer_is_answered_as_not_known(string? value, string expected)
    {
        var field = Render(new ChoiceFieldTagHelper(html) { Name = "noHarm", Label = "没有危害后果", Value = value });
        Assert.Equal(expected, Assert.Single(field.QuerySelectorAll("input[checked]")).ParentElement!.TextContent);
        Assert.Equal("没有危害后果", field.QuerySelector("fieldset > legend")!.TextContent);
    }

    [Fact]
    public void The_summary_links_to_the_fields()
    {
        var summary = Render(new ProblemSummaryTagHelper(html) { Problems = [new("start", "请填写起算日"), new("rule", "请选择期限")] });
        Assert.Equal(["#field-start", "#field-rule"], summary.QuerySelectorAll("a").Select(a => a.GetAttribute("href")));
        Assert.Equal("alert", summary.FirstElementChild!.GetAttribute("role"));
    }

    [Fact]
    public void Without_problems_there_is_no_summary() => Assert.Null(Render(new ProblemSummaryTagHelper(html)).FirstElementChild);

    [Fact]
    public void A_citation_prints_as_a_document_does_and_leads_to_the_article()
    {
        var link = Render(new CiteTagHelper(LawSet.Embedded, site.Services.GetRequiredService<ILawLinks>()) { At = Citation.Parse("FSL 124(1)#5") }).QuerySelector("a")!;
        Assert.Equal("《食品安全法》第一百二十四条第一款第（五）项", link.TextContent);
        Assert.StartsWith("/law/instruments/FSL", link.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_citation_of_an_unknown_instrument_leads_nowhere()
        => Assert.Null(Render(new CiteTagHelper(LawSet.Embedded, site.Services.GetRequiredService<ILawLinks>()) { At = Citation.Parse("NONE 1") }).QuerySelector("a"));

    [Fact]
    public void The_pager_keeps_the_rest_of_the_address()
    {
        var pager = Render(Pager(page: 2, total: 255, "?q=食品&page=2")).QuerySelector("nav")!;
        Assert.Equal("2", pager.QuerySelector("[aria-current=page]")!.TextContent);
        Assert.Contains("共 255 条", pager.TextContent, StringComparison.Ordinal);
        Assert.All(pager.QuerySelectorAll("a"), a => Assert.Contains("q=", a.GetAttribute("href"), StringComparison.Ordinal));
        Assert.All(pager.QuerySelectorAll("a"), a => Assert.Single(a.GetAttribute("href")!.Split("page=")[1..]));
    }

    [Fact]
    public void One_page_needs_no_pager() => Assert.Null(Render(Pager(page: 1, total: 20, "")).FirstElementChild);

    [Fact]
    public void A_table_can_be_reached_by_keyboard_and_has_a_name()
    {
        var table = Render(new TableTagHelper(html) { Label = "免罚清单" });
        Assert.Equal("0", table.FirstElementChild!.GetAttribute("tabindex"));
        Assert.Equal("免罚清单", table.QuerySelector("table > caption")!.TextContent);
    }

    private static PagerTagHelper Pager(int page, int total, string query)
    {
        var context = new DefaultHttpContext();
        context.Request.Path = "/law";
        context.Request.QueryString = new QueryString(Uri.EscapeDataString(query).Replace("%3F", "?", StringComparison.Ordinal).Replace("%3D", "=", StringComparison.Ordinal).Replace("%26", "&", StringComparison.Ordinal));
        return new PagerTagHelper(html) { Page = page, Total = total, ViewContext = new ViewContext { HttpContext = context } };
    }

    private static IElement Render(TagHelper helper)
    {
        var output = new TagHelperOutput("x", [], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        helper.Process(new TagHelperContext([], new Dictionary<object, object>(), "x"), output);
        using var writer = new StringWriter();
        output.WriteTo(writer, html);
        return new HtmlParser().ParseDocument(writer.ToString()).Body!;
    }
}
