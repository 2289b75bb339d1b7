using System.IO.Compression;
using Heng.Documents;
using Heng.Documents.Engine;
using Heng.Documents.Steps;
using Heng.Dossiers;
using Heng.Tests.Cases;
using Heng.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Heng.Tests.Documents;

public sealed class TemplateTests
{
    /// <summary>LibreOffice drops a comma that hangs over the end of a justified line; its copy has none, and says the same.</summary>
    [Fact, Row("6.6")]
    public void The_copy_for_the_converter_that_drops_a_hanging_comma_has_no_justified_lines()
    {
        var ours = TemplateShelf.Ours("37", null)!.Content;
        var copy = PdfPrinter.ForConverter(ours);
        Assert.Contains("w:val=\"both\"", StylesOf(ours), StringComparison.Ordinal);
        Assert.DoesNotContain("w:val=\"both\"", StylesOf(copy), StringComparison.Ordinal);
        Assert.Equal(FilledForm.TextOf(ours), FilledForm.TextOf(copy));
        Assert.Equal([1, 2, 3], PdfPrinter.ForConverter([1, 2, 3]));

        static string StylesOf(byte[] word) => System.Text.Encoding.UTF8.GetString(DocxPackage.TryRead(word, out _)!.Parts.Single(p => p.Name == "word/styles.xml").Content);
    }

    /// <summary>Two tables with nothing between them become one on paper, with the head of the first over the second on the next page.</summary>
    [Fact, Row("6.6")]
    public void No_two_tables_of_a_form_touch()
        => Assert.Empty(TemplateShelf.Forms.Where(form => DocxPackage.TryRead(TemplateShelf.Ours(form, "CN-GD")!.Content, out _)!.ReadMain().Descendants(Wml.Table).Any(t => t.ElementsBeforeSelf().LastOrDefault()?.Name == Wml.Table)));

    [Theory, EachDatabase, Row("6.6")]
    public async Task A_bureau_puts_its_own_template_in_place_and_goes_back(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var own = Changed(TemplateShelf.Ours("33", "CN-GD")!.Content, "word/document.xml", x => x.Replace("一份归档", "一份由本局存档", StringComparison.Ordinal));
        var report = await WithDeskAsync(house, (desk, context) => desk.ReplaceAsync(house.Head, "33", "责改.docx", own, context, TestContext.Current.CancellationToken));
        Assert.Null(report.Fault);
        var id = await ExemptionPath.ToFactsAsync(house);
        var before = (await DocumentPath.CheckAllAsync(house, id)).Single(d => d.Draft.Form == "33");
        Assert.Contains("一份由本局存档", before.Filled.Text, StringComparison.Ordinal);
        Assert.Equal(TemplateFile.TryRead(own, out _)!.Sha256, before.Template);
        house.Clock.Advance(TimeSpan.FromSeconds(1));
        await WithDeskAsync(house, async (desk, _) =>
        {
            await desk.ResetAsync(house.Head, "33", TestContext.Current.CancellationToken);
            return true;
        });
        var after = (await DocumentPath.CheckAllAsync(house, id)).Single(d => d.Draft.Form == "33");
        Assert.Equal(TemplateShelf.Ours("33", "CN-GD")!.Sha256, after.Template);
    }

    [Fact, Row("6.6")]
    public async Task A_template_with_unknown_or_missing_tags_is_refused_and_they_are_listed()
    {
        await using var house = await TestHouse.BuildAsync();
        var ours = TemplateShelf.Ours("33", "CN-GD")!.Content;
        var unknown = await ExamineAsync(house, Changed(ours, "word/document.xml", x => x.Replace("w:val=\"what\"", "w:val=\"whatever\"", StringComparison.Ordinal)));
        Assert.Equal(["whatever"], unknown.Unknown);
        Assert.Equal(["what"], unknown.Essential);
        Assert.NotNull(unknown.Fault);
        var lacking = await ExamineAsync(house, Changed(ours, "word/document.xml", x => x.Replace("w:val=\"contact\"", "w:val=\"bureauPhone\"", StringComparison.Ordinal)));
        Assert.Null(lacking.Fault);
        Assert.Equal(["contact"], lacking.Missing);
    }

    [Fact, Row("6.6")]
    public async Task What_is_no_template_is_refused()
    {
        await using var house = await TestHouse.BuildAsync();
        var ours = TemplateShelf.Ours("33", "CN-GD")!.Content;
        Assert.NotNull((await ExamineAsync(house, "不是文档"u8.ToArray())).Fault);
        Assert.NotNull((await ExamineAsync(house, Changed(ours, "word/document.xml", _ => "<broken"))).Fault);
        Assert.NotNull((await ExamineAsync(house, Changed(ours, "word/document.xml", x => "<!DOCTYPE a [<!ENTITY b \"c\">]>" + x))).Fault);
        Assert.NotNull((await ExamineAsync(house, Added(ours, "word/vbaProject.bin"))).Fault);
        Assert.NotNull((await ExamineAsync(house, Added(ours, "../evil.xml"))).Fault);
        Assert.NotNull((await ExamineAsync(house, new byte[6 * 1024 * 1024])).Fault);
    }

    [Fact, Row("6.6")]
    public async Task A_template_without_content_controls_is_refused()
    {
        await using var house = await TestHouse.BuildAsync();
        var bare = Changed(TemplateShelf.Ours("33", "CN-GD")!.Content, "word/document.xml", _ => "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p/></w:body></w:document>");
        Assert.NotNull((await ExamineAsync(house, bare)).Fault);
    }

    private static Task<TemplateReport> ExamineAsync(TestHouse house, byte[] content)
        => WithDeskAsync(house, (_, context) => Task.FromResult(TemplateDesk.Examine("33", content, context)));

    private static async Task<T> WithDeskAsync<T>(TestHouse house, Func<TemplateDesk, ActContext, Task<T>> work)
    {
        await using var scope = house.Services.CreateAsyncScope();
        var context = await scope.ServiceProvider.GetRequiredService<ActDesk>().ContextAsync(house.Head, TestContext.Current.CancellationToken);
        return await work(scope.ServiceProvider.GetRequiredService<TemplateDesk>(), context);
    }

    private static byte[] Changed(byte[] content, string part, Func<string, string> change)
    {
        var buffer = new MemoryStream();
        buffer.Write(content);
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = zip.GetEntry(part)!;
            string text;
            using (var reader = new StreamReader(entry.Open()))
            {
                text = reader.ReadToEnd();
            }

            entry.Delete();
            using var writer = new StreamWriter(zip.CreateEntry(part).Open());
            writer.Write(change(text));
        }

        return buffer.ToArray();
    }

    private static byte[] Added(byte[] content, string part)
    {
        var buffer = new MemoryStream();
        buffer.Write(content);
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var stream = zip.CreateEntry(part).Open();
            stream.Write("x"u8);
        }

        return buffer.ToArray();
    }
}
