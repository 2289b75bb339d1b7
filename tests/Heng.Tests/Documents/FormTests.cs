using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Heng.Documents;
using Heng.Documents.Engine;
using Heng.Law.Reasoning;
using Heng.Tests.Storage;

namespace Heng.Tests.Documents;

public sealed class FormTests
{
    /// <summary>Forms that the path of a minor case brings.</summary>
    private static readonly string[] ofThePath = ["01", "07", "08", "09", "10", "11", "12", "14", "15", "33", "35", "36", "43", "46", "50", "51", "53", "54", "55", "56", "education"];

    [Fact, Row("6.1", "6.6")]
    public async Task Every_form_is_filled_from_the_record_alone_and_reads_as_approved()
    {
        await using var house = await TestHouse.BuildAsync();
        var id = await DocumentPath.WithEveryFormAsync(house);
        var documents = await DocumentPath.CheckAllAsync(house, id);
        Assert.Empty(ofThePath.Except(documents.Select(d => d.Draft.Form)));
        if (Environment.GetEnvironmentVariable("HENG_FORMS") is { Length: > 0 } folder)
        {
            foreach (var document in documents)
            {
                await File.WriteAllBytesAsync(Path.Combine(folder, document.Draft.Key + ".docx"), document.Filled.ToBytes(), TestContext.Current.CancellationToken);
            }
        }

        foreach (var document in documents)
        {
            Assert.Empty(document.Filled.Unknown);
            Assert.Empty(document.Diagnostics.Where(d => d.Severity == Severity.Error).Select(d => $"{document.Draft.Name}: {d.Code} {d.Says}"));
        }

        foreach (var document in documents.GroupBy(d => d.Draft.Form).Select(g => g.First()))
        {
            Approval.Check(document.Draft.Form, document.Filled.Text);
        }
    }

    [Fact, Row("6.6")]
    public async Task Every_form_is_valid_office_open_xml()
    {
        await using var house = await TestHouse.BuildAsync();
        var id = await DocumentPath.WithEveryFormAsync(house);
        var validator = new OpenXmlValidator();
        foreach (var document in await DocumentPath.CheckAllAsync(house, id))
        {
            Assert.Empty(Validate(validator, document.Filled.ToBytes()).Select(e => $"{document.Draft.Form}: {e}"));
        }
    }

    [Fact, Row("6.6")]
    public void Every_template_is_valid_and_the_same_each_time()
    {
        var validator = new OpenXmlValidator();
        Assert.NotEmpty(TemplateShelf.Forms);
        foreach (var form in TemplateShelf.Forms)
        {
            foreach (var template in new[] { TemplateShelf.Ours(form, null)!, TemplateShelf.Ours(form, "CN-GD")! })
            {
                Assert.Empty(Validate(validator, template.Content).Select(e => $"{form}: {e}"));
                Assert.NotNull(TemplateFile.TryRead(template.Content, out _));
            }
        }
    }

    [Fact, Row("6.6")]
    public void A_province_has_its_own_variant_of_a_form()
    {
        Assert.True(TemplateShelf.HasVariant("50", "CN-GD-GZ"));
        Assert.NotEqual(TemplateShelf.Ours("50", "CN-GD")!.Sha256, TemplateShelf.Ours("50", "CN-ZJ")!.Sha256);
    }

    private static IEnumerable<string> Validate(OpenXmlValidator validator, byte[] content)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(content), false);
        return [.. validator.Validate(document, TestContext.Current.CancellationToken).Select(e => $"{e.Path?.XPath} {e.Description}").Take(5)];
    }
}
